// How much better another network could be than the one on screen: from the page's own bound, and from the solver's once it is there. Pure.
import type { HeatBound, HeatNetworkShown } from '../../../server/contract/heatAnswer.ts';

export type HowSure =
  | { readonly kind: 'best' }
  /** The solver has not answered yet. */
  | { readonly kind: 'pending' }
  | { readonly kind: 'within'; readonly share: number }
  /** This network is worth nothing; another may be worth so many NOK a year. */
  | { readonly kind: 'missing'; readonly nok: number };

/** Less than this share is rounding of the solver. */
const NEGLIGIBLE = 1e-5;

/** `solved` null: the solver has no answer. */
export function howSure(network: HeatNetworkShown, solved: HeatBound | 'pending' | null, off: ReadonlySet<string>): HowSure {
  const { value_nok_per_year: value, bound_nok_per_year: own } = network;
  if (solved === 'pending') return network.optimal ? { kind: 'best' } : { kind: 'pending' };
  const left = (solved?.without ?? []).reduce((sum, one) => sum + (off.has(one.flow) ? one.nok_per_year : 0), 0);
  const whole = solved?.bound_nok_per_year ?? Number.POSITIVE_INFINITY;
  const relaxed = solved?.relaxed_nok_per_year ?? Number.POSITIVE_INFINITY;
  const bound = Math.max(value, Math.min(own, whole, relaxed - left));
  if (bound <= value * (1 + NEGLIGIBLE)) return { kind: 'best' };
  return value > 0 ? { kind: 'within', share: bound / value - 1 } : { kind: 'missing', nok: bound };
}
