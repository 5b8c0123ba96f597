// What keeps the sharing potential from being larger: too little need, too little surplus, or temperatures?
import type { Pinch } from '../../../server/heat/cascade.ts';
import type { MonthTargets } from './streamsAt.ts';

export type Bound =
  | { readonly by: 'nothing' }
  /** All need is met; heat is left over. */
  | { readonly by: 'need' }
  /** All surplus is used; need is left. */
  | { readonly by: 'surplus' }
  /** Both are left: what lacks heat lies above the pinch, what has heat below it. */
  | { readonly by: 'temperature'; readonly pinch: Pinch | null };

/** Less than this share of the companies' own need counts as none: screenings are not known better. */
const NEGLIGIBLE = 0.005;

/** kW that no need takes: what must be cooled away, and what may stay where it is. */
export const leftOver = ({ supply, demand, pooled }: MonthTargets): number => Math.max(0, supply + pooled - demand);

export function whatBounds(year: MonthTargets, pinches: readonly Pinch[]): Bound {
  if (year.demand <= 0 || year.supply <= 0) return { by: 'nothing' };
  if (year.pooled <= NEGLIGIBLE * year.demand) return { by: 'need' };
  if (leftOver(year) <= NEGLIGIBLE * year.supply) return { by: 'surplus' };
  return { by: 'temperature', pinch: pinches[0] ?? null };
}
