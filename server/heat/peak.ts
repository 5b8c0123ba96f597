// How large is the peak that a network must carry, and how much of it should the base plant be?
import { HOURS_OF_MONTHS } from './months.ts';
import type { HeatParameters } from './parameters.ts';

/** Of the customers' peaks together, what comes at one time: 0.62 + 0.38/n, never below the largest customer. */
export function simultaneousPeak(peaks: readonly number[], p: HeatParameters): number {
  if (peaks.length === 0) return 0;
  const together = peaks.reduce((sum, peak) => sum + peak, 0) * (p.value('simultaneity.a') + p.value('simultaneity.b') / peaks.length);
  return Math.max(together, ...peaks);
}

/** A customer's peak where none is stated: its year in the hours on peak of such a load, never under its hottest month. */
export const peakOf = (months: readonly number[], hoursOnPeak: number): number => {
  const year = HOURS_OF_MONTHS.reduce((sum, hours, month) => sum + hours * (months[month] ?? 0), 0);
  return Math.max(year / hoursOnPeak, ...months, 0);
};

export type Cover = {
  /** MWh in each month. */
  readonly covered: readonly number[];
  readonly spilled: readonly number[];
  /** Share of each month's load that is covered, 1 where there is none. */
  readonly share: readonly number[];
  readonly year: number;
};

/** What sources cover of a load month by month; what they have beyond is spilled. MWh. */
export function monthlyCover(load: readonly number[], supply: readonly number[]): Cover {
  const covered = load.map((want, month) => Math.min(want, supply[month] ?? 0));
  const all = load.reduce((sum, want) => sum + want, 0);
  return {
    covered,
    spilled: supply.map((have, month) => have - (covered[month] ?? 0)),
    share: load.map((want, month) => (want > 0 ? (covered[month] ?? 0) / want : 1)),
    year: all > 0 ? covered.reduce((sum, have) => sum + have, 0) / all : 1,
  };
}

/**
 * MWh that a seasonal store must hold to lift the year's cover to a share; null where the year's supply is too small for it. The store runs round
 * the year: full at the end of the surplus months, empty at the end of the lack. Losses left out, so it is the least that could do.
 */
export function storeFor(load: readonly number[], supply: readonly number[], share: number): number | null {
  const want = share * load.reduce((sum, one) => sum + one, 0);
  const covered = load.map((one, month) => Math.min(one, supply[month] ?? 0));
  const gap = want - covered.reduce((sum, one) => sum + one, 0);
  if (gap <= 0) return 0;
  const spare = supply.map((one, month) => one - (covered[month] ?? 0));
  if (spare.reduce((sum, one) => sum + one, 0) < gap * (1 - 1e-12)) return null;
  const lacks = load.map((one, month) => one - (covered[month] ?? 0));
  return smallestStore(spare, lacks, gap);
}

/**
 * Smallest store that moves `gap` from months that spare to months that lack, the year repeated: what a store of a size can move grows with the
 * size in straight lines, so the size is found by halving to far below a kWh.
 */
function smallestStore(spare: readonly number[], lacks: readonly number[], gap: number): number {
  const moves = (size: number): number => {
    let held = 0;
    let moved = 0;
    // Two rounds: the first fills the store as a year before would have left it.
    for (let round = 0; round < 2; round++) {
      moved = 0;
      for (let month = 0; month < spare.length; month++) {
        held = Math.min(size, held + (spare[month] ?? 0));
        const given = Math.min(held, lacks[month] ?? 0);
        held -= given;
        moved += given;
      }
    }
    return moved;
  };
  let [low, high] = [0, spare.reduce((sum, one) => sum + one, 0)];
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (moves(middle) >= gap * (1 - 1e-9)) high = middle;
    else low = middle;
  }
  return high;
}

/** m3 of water that hold so many MWh over a span, K. */
export const storeVolume = (mwh: number, span: number, p: HeatParameters): number => (mwh * 1000) / (p.value('store.water') * span);

/** Mean loads from the highest down, each with the hours of the year up to and with it. */
export const durationCurve = (months: readonly number[]): readonly { readonly kilowatts: number; readonly hours: number }[] => {
  let hours = 0;
  return months
    .map((kilowatts, month) => ({ kilowatts, own: HOURS_OF_MONTHS[month] ?? 0 }))
    .sort((a, b) => b.kilowatts - a.kilowatts)
    .map(({ kilowatts, own }) => ({ kilowatts, hours: (hours += own) }));
};
