// How far what moves could be carried before the likely gain is used up.
import { percentiles } from '../domain/sample.ts';
import type { Flow } from '../domain/flow.ts';
import { leastLot, likelyOf } from './checks/volume.ts';
import type { MatchKnowledge } from './knowledge.ts';
import type { Pair } from './pair.ts';
import { conversion } from './worth/commonUnit.ts';
import { termsOf } from './worth/terms.ts';

/** In km as the crow flies; 0 or less where it pays at no distance. */
export type BreakEven = {
  /** Where the median of the yearly gain is zero. */
  readonly likely: number;
  /** Where its 90th percentile is: farther off it hardly ever pays. */
  readonly high: number;
};

/**
 * At the likely amount; null where nothing of value is known. An amount under the least lot counts as that lot: the two checks then ask for
 * different things.
 */
export function breakEven(pair: Pair, knowledge: MatchKnowledge): BreakEven | null {
  const { surplus, need } = pair;
  if (!isBounded(surplus) || !isBounded(need)) return null;
  const node = pair.link.resource ?? surplus.resources[0]?.resource ?? null;
  const between = conversion(need.annual.unit, surplus.annual.unit, node === null ? undefined : knowledge.tree.resource(node));
  if (between === null) return null;
  const lotted = (flow: Flow & Bounded): number => Math.max(likelyOf(flow.annual), leastLot(flow, knowledge.settings));
  const amount = Math.min(lotted(surplus), lotted(need) * between.times);
  const terms = termsOf(pair, surplus.annual.unit, amount, knowledge);
  if (terms === null) return null;
  const { nokPerUnit, nokPerUnitKm, nokPerYear, nokPerYearKm } = terms.worth;
  const km = new Float64Array(nokPerUnit.length);
  for (let i = 0; i < km.length; i++) {
    const each = amount * (nokPerUnitKm[i] ?? 0) + (nokPerYearKm[i] ?? 0);
    if (each <= 0) return null;
    km[i] = (amount * (nokPerUnit[i] ?? 0) + (nokPerYear[i] ?? 0)) / each;
  }
  const { likely, high } = percentiles(km);
  return { likely, high };
}

type Bounded = { readonly annual: NonNullable<Flow['annual']> };
const isBounded = (flow: Flow): flow is Flow & Bounded => flow.annual !== null && flow.annual.likely !== null && flow.annual.high !== null;
