// Amounts a year that do not mix: each carries its base unit in its type, and is checked where it is made.
import type { AnnualUnit } from './estimate.ts';
import { isAnnualUnit } from './units.ts';

/** So many base units a year. A `PerYear<'t'>` is no `PerYear<'m3'>`, for the compiler as for the reader. */
export type PerYear<U extends AnnualUnit> = number & { readonly is: `per year in ${U}` };
/** Tonnes a cubic metre, of a stated resource. */
export type Density = number & { readonly is: 'density in t/m3' };
/** MWh a tonne, lower heating value as delivered. */
export type HeatingValue = number & { readonly is: 'heating value in MWh/t' };

function positive(value: number, what: string): number {
  if (!Number.isFinite(value) || value <= 0) throw new RangeError(`${value} is no ${what}`);
  return value;
}

/** Throws RangeError where the value is no finite number of at least zero, or the unit no base unit. */
export function perYear<U extends AnnualUnit>(value: number, unit: U): PerYear<U> {
  if (!isAnnualUnit(unit)) throw new RangeError(`${String(unit)} is no base unit of yearly amounts`);
  if (!Number.isFinite(value) || value < 0) throw new RangeError(`${value} ${unit} a year is no amount`);
  return value as PerYear<U>;
}
export const density = (tonnesPerCubicMetre: number): Density => positive(tonnesPerCubicMetre, 'density in t/m3') as Density;
export const heatingValue = (mwhPerTonne: number): HeatingValue => positive(mwhPerTonne, 'heating value in MWh/t') as HeatingValue;

export const plus = <U extends AnnualUnit>(one: PerYear<U>, other: NoInfer<PerYear<U>>): PerYear<U> => (one + other) as PerYear<U>;
/** Units of volume that a density turns into tonnes. */
export type VolumeUnit = 'm3' | 'lm3' | 'fm3' | 'Sm3';
export const massOf = (volume: PerYear<'m3'> | PerYear<'lm3'> | PerYear<'fm3'> | PerYear<'Sm3'>, weighs: Density): PerYear<'t'> =>
  (volume * weighs) as PerYear<'t'>;
/** So much of it holds this energy. */
export const massHolding = (energy: PerYear<'MWh'>, holds: HeatingValue): PerYear<'t'> => (energy / holds) as PerYear<'t'>;
export const energyOf = (mass: PerYear<'t'>, holds: HeatingValue): PerYear<'MWh'> => (mass * holds) as PerYear<'MWh'>;
