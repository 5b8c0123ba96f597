// What is left of every flow while amounts are given out, in the year and in each period.
import type { AllocationProblem, Column } from './problem.ts';

export type Room = {
  /** The most a column could still carry, in the unit of its surplus. */
  readonly of: (column: Column) => number;
  readonly take: (column: Column, amount: number) => void;
  /** What is left of an account in the year, in its own unit. */
  readonly left: (account: number) => number;
};

/** Everything is left to begin with. */
export function createRoom({ accounts, arcs }: AllocationProblem): Room {
  const year = Float64Array.from(accounts, ({ limit }) => limit);
  const periods = accounts.map(({ limit, shares }) => (shares === null ? null : Float64Array.from(shares, (share) => share * limit)));
  const leftOf = (account: number, period: number | null): number =>
    Math.max(0, Math.min(year[account] ?? 0, period === null ? Infinity : (periods[account]?.[period] ?? Infinity)));
  const take = (account: number, period: number | null, amount: number): void => {
    year[account] = (year[account] ?? 0) - amount;
    const own = periods[account];
    if (period !== null && own) own[period] = (own[period] ?? 0) - amount;
  };
  return {
    of: ({ arc, period }) => {
      const one = arcs[arc];
      return one === undefined ? 0 : Math.min(leftOf(one.surplus, period), leftOf(one.need, period) / one.times);
    },
    take: ({ arc, period }, amount) => {
      const one = arcs[arc];
      if (one === undefined) return;
      take(one.surplus, period, amount);
      take(one.need, period, amount * one.times);
    },
    left: (account) => leftOf(account, null),
  };
}
