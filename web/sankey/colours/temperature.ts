// In which class of temperature does a flow lie, and what is the class called?

export type TemperatureClass = { readonly rank: number; readonly name: string };

/** Rank from 0 (coldest) and name, such as `45–70 °C`. `limits`: upper limits in °C, rising; the class above the last is open. */
export function classAmong(degrees: number, limits: readonly number[]): TemperatureClass {
  const rank = limits.findIndex((limit) => degrees < limit);
  const at = rank === -1 ? limits.length : rank;
  return { rank: at, name: nameAmong(at, limits) };
}

export function nameAmong(rank: number, limits: readonly number[]): string {
  const [low, high] = [limits[rank - 1], limits[rank]];
  if (low === undefined) return `< ${high} °C`;
  if (high === undefined) return `≥ ${low} °C`;
  return `${low}–${high} °C`;
}
