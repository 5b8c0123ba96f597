// How cold may flue gas become before acid (or water) condenses on the exchanger?
import { ABSOLUTE_ZERO, celsius } from '../domain/temperature.ts';
import type { Celsius } from '../domain/temperature.ts';
import type { HeatParameters } from './parameters.ts';

/**
 * Acid dew point by Verhoff and Banchero (1974), °C. Partial pressures in mmHg, both above zero; the terms in SO3 grow with pH2O, so far outside
 * flue gas (under 1e-9 mmHg SO3) the figure means nothing. Throws RangeError for a pressure that is not above zero.
 */
export function acidDewPoint(waterMmHg: number, sulphurTrioxideMmHg: number, p: HeatParameters): Celsius {
  if (!(waterMmHg > 0) || !(sulphurTrioxideMmHg > 0)) throw new RangeError('an acid dew point takes partial pressures above zero');
  const [water, acid] = [Math.log(waterMmHg), Math.log(sulphurTrioxideMmHg)];
  const inverse =
    p.value('flue.acid.a') + p.value('flue.acid.b') * water + p.value('flue.acid.c') * acid + p.value('flue.acid.d') * water * acid;
  return celsius(1000 / inverse + ABSOLUTE_ZERO);
}

export type StackFloor = {
  readonly temperature: Celsius;
  /** `acid`: dew point and margin; `user`: stated; `default`: the usual floor; `water`: clean gas fuel, down to the water dew point. */
  readonly because: 'acid' | 'user' | 'default' | 'water';
};

/** The coldest the stack may be: the acid dew point with its margin or a stated floor, whichever is hotter; the default where neither is known. */
export function stackFloor(
  known: { readonly dewPoint: Celsius | null; readonly floor: Celsius | null; readonly cleanGasFuel: boolean },
  p: HeatParameters,
): StackFloor {
  const acid = known.dewPoint === null ? null : celsius(known.dewPoint + p.value('flue.acid.margin'));
  if (acid !== null && (known.floor === null || acid >= known.floor)) return { temperature: acid, because: 'acid' };
  if (known.floor !== null) return { temperature: known.floor, because: 'user' };
  if (known.cleanGasFuel) return { temperature: celsius(p.value('flue.waterdew')), because: 'water' };
  return { temperature: celsius(p.value('flue.floor')), because: 'default' };
}

/** Heat capacity of flue gas with so much steam, kJ/(kg K): 1.03 dry, more with every vol%. */
export const flueGasCp = (steamVolPercent: number, p: HeatParameters): number =>
  p.value('cp.flue') + p.value('cp.flue.steam') * steamVolPercent;

/** Mass of a normal cubic metre of flue gas, kg/Nm3, between dry and 10 vol% steam and on in the same line. */
export const flueGasDensity = (steamVolPercent: number, p: HeatParameters): number =>
  p.value('rho.flue') + ((p.value('rho.flue.wet') - p.value('rho.flue')) * steamVolPercent) / 10;
