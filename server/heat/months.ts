// The twelve months of a year of 8,760 hours, and how a yearly amount lies in them.
import type { MonthProfile } from '../domain/flow.ts';
import type { DegreeDays } from '../domain/factor.ts';

/** January first. */
export const DAYS_OF_MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
export const HOURS_OF_MONTHS: readonly number[] = DAYS_OF_MONTHS.map((days) => days * 24);
const HOURS_A_YEAR = HOURS_OF_MONTHS.reduce((sum, hours) => sum + hours, 0);

/** Shares of a year that runs evenly. */
export const EVEN: MonthProfile = HOURS_OF_MONTHS.map((hours) => hours / HOURS_A_YEAR);

/** Mean kW in each month from MWh a year and its shares. */
export const monthsOf = (mwhPerYear: number, profile: MonthProfile): readonly number[] =>
  HOURS_OF_MONTHS.map((hours, month) => (mwhPerYear * (profile[month] ?? 0) * 1000) / hours);

/** Mean kW over the year from mean kW by month. */
export const meanOf = (months: readonly number[]): number =>
  HOURS_OF_MONTHS.reduce((sum, hours, month) => sum + (months[month] ?? 0) * hours, 0) / HOURS_A_YEAR;

/** MWh in each month from mean kW. */
export const energyOf = (months: readonly number[]): readonly number[] =>
  HOURS_OF_MONTHS.map((hours, month) => ((months[month] ?? 0) * hours) / 1000);

/**
 * Shares of a heat load: `base` of the year runs evenly (hot water, process), the rest follows the degree days of the first place of the table.
 * Without degree days all of it runs evenly.
 */
export function loadProfile(base: number, degreeDays: readonly DegreeDays[]): MonthProfile {
  const place = degreeDays[0]?.place;
  const months = degreeDays.filter((month) => month.place === place).toSorted((a, b) => a.month - b.month);
  const year = months.reduce((sum, month) => sum + month.degreeDays, 0);
  if (months.length !== 12 || !(year > 0)) return EVEN;
  return months.map((month, i) => base * (EVEN[i] ?? 0) + ((1 - base) * month.degreeDays) / year);
}

/** Whether the network runs on its winter temperatures in a month (0 for January), between a first and a last winter month (1 to 12). */
export const isWinter = (month: number, first: number, last: number): boolean =>
  first <= last ? month + 1 >= first && month + 1 <= last : month + 1 >= first || month + 1 <= last;
