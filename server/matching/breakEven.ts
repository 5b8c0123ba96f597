// How far what moves could be carried before the likely gain is used up.
import { percentiles } from '../domain/sample.ts';
import { leastLot } from './checks/volume.ts';
import type { MatchKnowledge } from './knowledge.ts';
import type { Pair } from './pair.ts';
import { movable } from './worth/movable.ts';
import { termsOf } from './worth/terms.ts';

/** In km as the crow flies; 0 or less where it pays at no distance. */
export type BreakEven = {
  /** Where the median of the yearly gain is zero. */
  readonly likely: number;
  /** Where its 90th percentile is: farther off it hardly ever pays. */
  readonly high: number;
};

/**
 * Null where nothing of value is known. An amount under the least lot counts as that lot: the two checks then ask for
 * different things.
 */
export function breakEven(pair: Pair, knowledge: MatchKnowledge): BreakEven | null {
  const { surplus, need } = pair;
  const { settings } = knowledge;
  const moved = movable(pair, knowledge, { given: leastLot(surplus, settings), taken: leastLot(need, settings) });
  const volume = moved?.volume ?? null;
  if (moved === null || volume === null) return null;
  const terms = termsOf(pair, moved.given.unit, percentiles(volume).likely, knowledge);
  if (terms === null) return null;
  const { nokPerUnit, nokPerUnitKm, nokPerYear, nokPerYearKm } = terms.worth;
  const km = new Float64Array(volume.length);
  for (let i = 0; i < km.length; i++) {
    const amount = volume[i] ?? 0;
    const each = amount * (nokPerUnitKm[i] ?? 0) + (nokPerYearKm[i] ?? 0);
    if (each <= 0) return null;
    km[i] = (amount * (nokPerUnit[i] ?? 0) + (nokPerYear[i] ?? 0)) / each;
  }
  const { likely, high } = percentiles(km);
  return { likely, high };
}
