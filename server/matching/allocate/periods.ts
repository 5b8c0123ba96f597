// The year cut into as few periods as tell all profiles apart: months that are alike in every profile are one period.
import type { MonthProfile } from '../../domain/flow.ts';

export type Periods = {
  readonly count: number;
  /** Share of the year's amount in each period, together 1; null for a profile that is 0 all year, which says nothing. */
  readonly sharesOf: (profile: MonthProfile) => readonly number[] | null;
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
      const whole = shares.reduce((sum, share) => sum + share, 0);
      return whole > 0 ? shares.map((share) => share / whole) : null;
    },
  };
}
