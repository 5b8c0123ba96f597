// How old the values of a screening are, and when they ask to be looked at again.
import { lastDayOf } from './period.ts';
import type { Screening } from './screening.ts';

/**
 * `since`: the day the values are of. The day it was made where that is known; else the last day of its period; never later than the import that
 * brought it. `months`: whole months from then to today, not below 0.
 */
export type ScreeningAge = { readonly since: string; readonly months: number; readonly checkAgain: boolean };

/** `today`: ISO 8601 day. `limit`: months from which on the values are to be checked again (`check.screening.age` of data/intake-checks.csv). */
export function ageOf(screening: Pick<Screening, 'date' | 'period' | 'imported'>, today: string, limit: number): ScreeningAge {
  const imported = screening.imported.at.slice(0, 10);
  const ended = screening.period === null ? null : lastDayOf(screening.period);
  const since = screening.date ?? (ended !== null && ended < imported ? ended : imported);
  const months = Math.max(0, wholeMonths(since, today));
  return { since, months, checkAgain: months >= limit };
}

/** From the 31st of a month to the last day of a shorter one is a whole month. */
function wholeMonths(from: string, to: string): number {
  const [fromYear = 0, fromMonth = 0, fromDay = 0] = from.split('-').map(Number);
  const [toYear = 0, toMonth = 0, toDay = 0] = to.split('-').map(Number);
  const lastDay = new Date(Date.UTC(toYear, toMonth, 0)).getUTCDate();
  const begun = toDay < Math.min(fromDay, lastDay);
  return (toYear - fromYear) * 12 + toMonth - fromMonth - (begun ? 1 : 0);
}
