// The year cut into as few periods as tell all profiles apart: months that are alike in every profile are one period.
import type { MonthProfile } from '../../domain/flow.ts';

export type Periods = {
  readonly count: number;
  /** Share of the year's amount in each period. */
  readonly sharesOf: (profile: MonthProfile) => readonly number[];
};

const MONTHS = 12;

/** Nothing is lost by it: what is alike in every respect can be spread evenly. */
export function periodsOf(profiles: readonly MonthProfile[]): Periods {
  const names = new Map<string, number>();
  const periodOf = Array.from({ length: MONTHS }, (_, month) => {
    const name = profiles.map((profile) => profile[month] ?? 0).join('|');
    const known = names.get(name) ?? names.size;
    names.set(name, known);
    return known;
  });
  return {
    count: names.size,
    sharesOf: (profile) => {
      const shares = Array.from({ length: names.size }, () => 0);
      periodOf.forEach((period, month) => (shares[period] = (shares[period] ?? 0) + (profile[month] ?? 0)));
      return shares;
    },
  };
}
