// How much can move, and what it is worth in money and CO2e, as low, likely and high on the fixed sample.
import type { Annual, Co2PerYear, NokPerYear } from '../domain/estimate.ts';
import type { Assumption } from '../domain/match.ts';
import { percentiles } from '../domain/sample.ts';
import { likelyOf } from './checks/volume.ts';
import type { MatchKnowledge } from './knowledge.ts';
import type { Pair } from './pair.ts';
import { termsOf } from './worth/terms.ts';

export type Value = {
  readonly volume: Annual | null;
  readonly nokPerYear: NokPerYear | null;
  readonly co2PerYear: Co2PerYear | null;
  readonly assumed: readonly Assumption[];
};

const NOTHING: Value = { volume: null, nokPerYear: null, co2PerYear: null, assumed: [] };
/** The amount is in the surplus's unit. Nothing is invented: without both amounts, or without a way between their units, all is null. */
export function valueOf(pair: Pair, knowledge: MatchKnowledge): Value {
  const { moved } = pair;
  if (moved === null) return NOTHING;
  const { given, taken, between, volume, moving } = moved;
  if (volume === null || moving === null) return { ...NOTHING, volume: openEnded(given, taken), assumed: between.assumed };
  const { unit } = given;
  const found: Annual = { ...moving, unit };
  const drawn = worthDraws(pair, knowledge);
  if (drawn === null) return { ...NOTHING, volume: found, assumed: between.assumed };
  const { nok, tonnes, assumed } = drawn;
  return {
    volume: found,
    nokPerYear: { ...percentiles(nok), unit: 'NOK/y' },
    co2PerYear: { ...percentiles(tonnes), unit: 't CO2e/y' },
    assumed: between.assumed.length === 0 ? assumed : [...between.assumed, ...assumed],
  };
}

/** NOK and t CO2e a year, draw by draw, for whoever adds up several pairs; null where nothing of value is known. */
export function worthDraws(
  pair: Pair,
  knowledge: MatchKnowledge,
): { readonly nok: Float64Array; readonly tonnes: Float64Array; readonly assumed: readonly Assumption[] } | null {
  const { moved } = pair;
  if (moved === null || moved.volume === null || moved.moving === null) return null;
  const { volume, moving, given } = moved;
  const terms = termsOf(pair, given.unit, moving.likely, knowledge);
  if (terms === null) return null;
  const { worth, assumed } = terms;
  const km = pair.distanceKm ?? 0;
  const { size } = knowledge.sample;
  const nok = new Float64Array(size);
  const tonnes = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    const amount = volume[i] ?? 0;
    nok[i] =
      amount * ((worth.nokPerUnit[i] ?? 0) - km * (worth.nokPerUnitKm[i] ?? 0)) +
      (worth.nokPerYear[i] ?? 0) -
      km * (worth.nokPerYearKm[i] ?? 0);
    tonnes[i] = (amount * ((worth.kgPerUnit[i] ?? 0) - km * (worth.kgPerUnitKm[i] ?? 0))) / 1000;
  }
  return { nok, tonnes, assumed };
}

/** Of two amounts of which one has no upper end: the other bounds what can move, where it is known. */
function openEnded(a: Annual, b: Annual): Annual {
  const bounded = a.high === null ? b : a;
  const open = a.high === null ? a : b;
  if (bounded.high !== null && bounded.high <= open.low) return { ...bounded, unit: a.unit };
  return { low: Math.min(likelyOf(a), likelyOf(b), a.low, b.low), likely: null, high: null, unit: a.unit };
}
