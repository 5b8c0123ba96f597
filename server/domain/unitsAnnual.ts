// How many base units a year one unit as written is: span, operating time, power, dry matter.
import type { AnnualUnit } from './estimate.ts';
import { BASE_OF, isAnnualDimension } from './units.ts';
import type { UnitMeaning } from './unitsParse.ts';

/** What a row states beside its amount; null where it says nothing. `dryShare` 0..1. */
export type YearFacts = { readonly hours: number | null; readonly days: number | null; readonly dryShare: number | null };

/** Hours of the year where nothing else is stated; the row `time` of data/units.csv holds the same. */
export const HOURS_A_YEAR = 8760;

/** What stands in for something that is not stated; `none`: all is stated. */
export type YearAssumption = 'none' | 'perYear' | 'fullHours' | 'fullDays' | 'shifts';
export type YearFactor = { readonly factor: number; readonly unit: AnnualUnit; readonly assumed: YearAssumption };
/** `needs`: the fact without which the unit cannot become an amount a year in base units. */
export type YearProblem = { readonly needs: 'dryShare' | 'solidShare' | 'powerFactor' | 'noYearlyAmount' };

const HOURLY = new Set(['time', 'minutt', 'sekund']);

/** Base units a year for one unit as written. */
export function annualFactor(meaning: UnitMeaning, facts: YearFacts): YearFactor | YearProblem {
  const { row, span, times } = meaning;
  const own = (times * row.factor.over) / row.factor.under;
  if (row.dimension === 'power') {
    const stated = facts.hours !== null;
    const hours = meaning.steady && !stated ? HOURS_A_YEAR : (facts.hours ?? HOURS_A_YEAR);
    return { factor: own * hours, unit: 'MWh', assumed: stated || meaning.steady ? 'none' : 'fullHours' };
  }
  const year = yearsWorth(meaning, facts);
  if (row.dimension === 'dry mass') {
    return facts.dryShare === null || !(facts.dryShare > 0)
      ? { needs: 'dryShare' }
      : { factor: (own * year.times) / facts.dryShare, unit: 't', assumed: year.assumed };
  }
  if (row.dimension === 'stacked wood') return { needs: 'solidShare' };
  if (row.dimension === 'apparent power') return { needs: 'powerFactor' };
  if (!isAnnualDimension(row.dimension)) return { needs: 'noYearlyAmount' };
  return { factor: span === null ? own : own * year.times, unit: BASE_OF[row.dimension], assumed: year.assumed };
}

function yearsWorth({ span }: UnitMeaning, { hours, days }: YearFacts): { times: number; assumed: YearAssumption } {
  if (span === null) return { times: 1, assumed: 'perYear' };
  const full = span.factor.over / span.factor.under;
  if (HOURLY.has(span.unit)) {
    const stated = hours ?? (days === null ? null : days * 24);
    return { times: stated === null ? full : (full / HOURS_A_YEAR) * stated, assumed: stated === null ? 'fullHours' : 'none' };
  }
  if (span.unit === 'døgn') return { times: days ?? full, assumed: days === null ? 'fullDays' : 'none' };
  if (span.unit === 'skift') return { times: full, assumed: 'shifts' };
  return { times: full, assumed: 'none' };
}
