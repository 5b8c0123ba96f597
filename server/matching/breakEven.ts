// How far what moves could be carried before the likely gain is used up.
import { percentiles } from '../domain/sample.ts';
import { leastLot } from './checks/volume.ts';
import type { MatchKnowledge } from './knowledge.ts';
import type { Pair } from './pair.ts';
import { isUnder, movable } from './worth/movable.ts';
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
  if (pair.moved === null || surplus.annual === null || need.annual === null) return null;
  const [given, taken] = [leastLot(surplus, settings), leastLot(need, settings)];
  const short = isUnder(surplus.annual, given) || isUnder(need.annual, taken);
  const moved = short ? movable(pair, knowledge, { given, taken }) : pair.moved;
  if (moved === null || moved.volume === null || moved.moving === null) return null;
  const { volume } = moved;
  const terms = termsOf(pair, moved.given.unit, moved.moving.likely, knowledge);
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
