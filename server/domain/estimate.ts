// A figure that is not known exactly: its 10th, 50th and 90th percentile, with its unit.

/** Base units of yearly amounts. Masses, volumes, energies and counts never mix without a stated factor. */
export const ANNUAL_UNITS = ['t', 'MWh', 'm3', 'Sm3', 'fm3', 'lm3', 'pcs', 'h'] as const;
/** `t` tonne, `MWh`, `m3` liquid or solid volume, `Sm3` gas at 15 °C and 1 atm, `fm3` solid wood, `lm3` loose wood, `pcs` pieces, `h` hours of a service; all per year. */
export type AnnualUnit = (typeof ANNUAL_UNITS)[number];

/**
 * Low, likely and high are the 10th, 50th and 90th percentile. `high: null` only for a bound without an upper end (">100"): it says so
 * instead of inventing one; `likely` is then null too.
 */
export type Estimate<Unit extends string> = {
  readonly low: number;
  readonly likely: number | null;
  readonly high: number | null;
  readonly unit: Unit;
};

export type Annual = Estimate<AnnualUnit>;
/** NOK a year, positive is a gain; the year of the money is told by the factor that made it. */
export type NokPerYear = Estimate<'NOK/y'>;
/** t CO2e a year, positive is avoided. */
export type Co2PerYear = Estimate<'t CO2e/y'>;
