// How likely it is that a surplus is what a need takes: the formulas that the index and the search of all pairs share.
import type { FlowView } from './flowView.ts';
import { carrierOf, nearness, straightKm, type Carrier } from './distance.ts';
import { kindFit, kindOfResource, kindStrength, type FlowKind } from './kinds.ts';
import type { Link } from './link.ts';
import { roleFactor } from './score.ts';
import type { Settings } from './settings.ts';

/** All ways from a surplus to a need, added up: the best one, the sum of all, and the link of the best. */
export type Ways = { readonly sum: number; readonly best: number; readonly link: Link };

export const WORDS_ONLY: Link = {
  kind: 'words',
  ruleId: 'same',
  rule: null,
  resource: null,
  use: null,
  strength: 0,
  givers: null,
  takers: null,
  via: [],
};
export const KIND_ONLY: Link = { ...WORDS_ONLY, kind: 'kind' };

/** Where the kinds alone say more than any way found, they count; the link then stays only where it is a direct one. */
export function withKind({ sum, best, link }: Ways, kinds: number): Ways {
  if (kinds <= best) return { sum, best, link };
  const weak = link.kind === 'words' || link.kind === 'via';
  return { sum: sum + kinds - best, best: kinds, link: weak ? KIND_ONLY : link };
}

export const kindsAlone = (surplus: FlowView, need: FlowView, settings: Settings): number =>
  kindStrength(surplus.kind, need.kind, settings);

/** The best way, and a part of what the others add. 0..1. */
export const meaningFrom = ({ sum, best }: Ways, settings: Settings): number => Math.min(1, best + settings['meaning.sum'] * (sum - best));

/** Meaning and words together. 0..1. */
export const togetherFrom = (meaning: number, words: number, settings: Settings): number =>
  1 - (1 - meaning) * (1 - settings['words.weight'] * words);

export type Kinds = { readonly given: FlowKind | null; readonly taken: FlowKind | null };

/** The kinds of a pair: as stated, else of the meanings that the link joins. */
export const kindsOf = (surplus: FlowView, need: FlowView, link: Link): Kinds => ({
  given: surplus.kindStated || link.resource === null ? surplus.kind : kindOfResource(link.resource),
  taken: need.kindStated || link.use === null ? need.kind : kindOfResource(link.use),
});

/** What a pair is worth next door, before it is held against its rivals. */
export const fitFrom = (surplus: FlowView, need: FlowView, kinds: Kinds, meaning: number, words: number, settings: Settings): number =>
  togetherFrom(meaning, words, settings) * kindFit(kinds.given, kinds.taken, settings) * roleFactor(surplus.flow, need.flow, settings);

export type Way = { readonly distanceKm: number | null; readonly carrier: Carrier; readonly nearness: number };

export function wayBetween(surplus: FlowView, need: FlowView, { given, taken }: Kinds, settings: Settings): Way {
  const distanceKm = surplus.place === null || need.place === null ? null : straightKm(surplus.place, need.place);
  const carrier = carrierOf(given, taken);
  return { distanceKm, carrier, nearness: nearness(distanceKm, carrier, settings) };
}
