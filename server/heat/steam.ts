// At what temperature does steam of a pressure condense, and with how much heat?
import { ABSOLUTE_ZERO, celsius } from '../domain/temperature.ts';
import type { Celsius } from '../domain/temperature.ts';
import type { SteamPoint } from '../domain/factor.ts';
import type { HeatParameters } from './parameters.ts';

export type Saturation = {
  readonly temperature: Celsius;
  /** Heat of evaporation, kJ/kg. */
  readonly evaporation: number;
  /** Beyond the table: the line is drawn on from its last two points, less sure. */
  readonly beyond: boolean;
};

/** Neighbours of a value among points that rise with it, the last two where it lies beyond. */
function around(points: readonly SteamPoint[], by: (point: SteamPoint) => number, value: number): readonly [SteamPoint, SteamPoint] {
  const above = points.findIndex((point) => by(point) >= value);
  const upper = above < 0 ? points.length - 1 : Math.max(1, above);
  const [low, high] = [points[upper - 1], points[upper]];
  if (low === undefined || high === undefined) throw new RangeError('the steam table takes at least two points');
  return [low, high];
}

/** Bar absolute from a gauge reading. */
export const absoluteFromGauge = (barGauge: number, p: HeatParameters): number => barGauge + p.value('atmosphere');

/** Saturation at a pressure, bar absolute: ln p is a line over 1/T between the points of the table. Throws RangeError for no pressure. */
export function saturationAt(barAbs: number, p: HeatParameters): Saturation {
  if (!(barAbs > 0)) throw new RangeError(`${barAbs} bar absolute is no pressure of steam`);
  const [low, high] = around(p.steam, (point) => point.barAbs, barAbs);
  const inverse = (point: SteamPoint): number => 1 / (point.saturationC - ABSOLUTE_ZERO);
  const share = Math.log(barAbs / low.barAbs) / Math.log(high.barAbs / low.barAbs);
  const temperature = 1 / (inverse(low) + share * (inverse(high) - inverse(low))) + ABSOLUTE_ZERO;
  return { ...at(temperature, low, high), beyond: barAbs < (p.steam[0]?.barAbs ?? 0) || barAbs > (p.steam.at(-1)?.barAbs ?? 0) };
}

/** Saturation where the temperature is known instead. */
export function saturationOf(temperature: Celsius, p: HeatParameters): Saturation {
  const [low, high] = around(p.steam, (point) => point.saturationC, temperature);
  return {
    ...at(temperature, low, high),
    beyond: temperature < (p.steam[0]?.saturationC ?? 0) || temperature > (p.steam.at(-1)?.saturationC ?? 0),
  };
}

const at = (temperature: number, low: SteamPoint, high: SteamPoint): Pick<Saturation, 'temperature' | 'evaporation'> => ({
  temperature: celsius(temperature),
  evaporation:
    low.evaporationKjKg +
    ((high.evaporationKjKg - low.evaporationKjKg) * (temperature - low.saturationC)) / (high.saturationC - low.saturationC),
});
