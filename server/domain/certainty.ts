// How sure a match is: how many of its checks have an answer, and how wide its value is.
import type { Snapshot } from './lead.ts';

export const CERTAINTIES = ['high', 'medium', 'low'] as const;
export type Certainty = (typeof CERTAINTIES)[number];

/** Rows `certainty.*` of data/follow-up.csv: most checks without an answer, and the largest ratio of the value's 90th to its 10th percentile. */
export type CertaintyLimits = Readonly<Record<'high' | 'medium', { readonly unknown: number; readonly spread: number }>>;

/** Ratio of the ends; without limit where one end is missing, or where gain and loss are both possible. */
function spreadOf({ nok }: Pick<Snapshot, 'nok'>): number {
  if (nok === null || nok.high === null || nok.low * nok.high <= 0) return nok !== null && nok.low === nok.high ? 1 : Infinity;
  return Math.max(nok.high / nok.low, nok.low / nok.high);
}

export function certaintyOf(match: Pick<Snapshot, 'nok' | 'checks'>, limits: CertaintyLimits): Certainty {
  const unknown = match.checks.filter(({ verdict }) => verdict === 'unknown').length;
  const spread = spreadOf(match);
  for (const level of ['high', 'medium'] as const) if (unknown <= limits[level].unknown && spread <= limits[level].spread) return level;
  return 'low';
}
