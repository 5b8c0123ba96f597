// Temperature classes, cold to hot, with their colours. The limits follow common uses of heat: cooling, ambient, heat pump source, low-temperature
// and classic district heating, process water, steam, high-temperature process heat. They are classes of a legend, our judgement, not physics.

/** Upper limits, °C; the last class is open. */
export const TEMPERATURE_LIMITS = [10, 25, 45, 70, 100, 150, 250] as const;

export type TemperatureClass = { readonly rank: number; readonly name: string };

/** Rank from 0 (coldest) and name, such as `45–70 °C`. */
export function temperatureClass(degrees: number, limits: readonly number[] = TEMPERATURE_LIMITS): TemperatureClass {
  const rank = limits.findIndex((limit) => degrees < limit);
  const at = rank === -1 ? limits.length : rank;
  return { rank: at, name: className(at, limits) };
}

export function className(rank: number, limits: readonly number[] = TEMPERATURE_LIMITS): string {
  const [low, high] = [limits[rank - 1], limits[rank]];
  if (low === undefined) return `< ${high} °C`;
  if (high === undefined) return `≥ ${low} °C`;
  return `${low}–${high} °C`;
}
