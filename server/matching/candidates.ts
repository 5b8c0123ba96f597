// Which needs could a surplus meet at all? From an index over what needs mean and the rare words they use, never from all pairs.
import type { Company } from '../domain/company.ts';
import { gives, type CompanyId, type Flow } from '../domain/flow.ts';
import type { ResourceId } from '../domain/resource.ts';
import { companyFit } from './companyFit.ts';
import { carrierOf, nearness, placeOf, straightKm, type Carrier } from './distance.ts';
import { kindFit, kindOf, kindStrength, type FlowKind } from './kinds.ts';
import type { MatchKnowledge } from './knowledge.ts';
import type { Link } from './link.ts';
import { meaningsOf } from './meaning.ts';
import { likeness, type WordBag } from './wordBag.ts';

export type Candidate = {
  readonly surplus: Flow;
  readonly need: Flow;
  readonly link: Link;
  /** 0..1: how surely what is given is what is taken. */
  readonly meaning: number;
  /** 0..1: how alike the two texts are. */
  readonly words: number;
  readonly kind: number;
  readonly nearness: number;
  readonly carrier: Carrier;
  readonly distanceKm: number | null;
};

type Entry = { readonly at: number; readonly weight: number };
export type NeedIndex = {
  readonly needs: readonly Flow[];
  readonly bags: readonly WordBag[];
  readonly byNode: ReadonlyMap<ResourceId, readonly Entry[]>;
  readonly byStem: ReadonlyMap<string, readonly number[]>;
  readonly byKind: ReadonlyMap<FlowKind | null, readonly number[]>;
};

export function indexNeeds(needs: readonly Flow[], knowledge: MatchKnowledge): NeedIndex {
  const byNode = new Map<ResourceId, Entry[]>();
  const byStem = new Map<string, number[]>();
  const byKind = new Map<FlowKind | null, number[]>();
  const bags = needs.map((need) => knowledge.words.bagOf(need.words));
  needs.forEach((need, at) => {
    for (const { resource, weight } of meaningsOf(need, knowledge)) {
      const list = byNode.get(resource);
      if (list === undefined) byNode.set(resource, [{ at, weight }]);
      else list.push({ at, weight });
    }
    const kind = kindOf(need);
    const alike = byKind.get(kind);
    if (alike === undefined) byKind.set(kind, [at]);
    else alike.push(at);
    for (const stem of bags[at]?.weights.keys() ?? []) {
      const list = byStem.get(stem);
      if (list === undefined) byStem.set(stem, [at]);
      else list.push(at);
    }
  });
  return { needs, bags, byNode, byStem, byKind };
}

/** What takes: needs and inputs, and waste and emissions as takers of treatment capacity. */
export const takes = (flow: Flow): boolean => !gives(flow) || flow.role === 'waste' || flow.role === 'emission';

const mayTake = (need: Flow, link: Link): boolean => !gives(need) || link.rule?.useType === 'capacity';

const WORDS_ONLY: Link = { kind: 'words', ruleId: 'same', rule: null, resource: null, use: null, strength: 0, via: [] };
const KIND_ONLY: Link = { ...WORDS_ONLY, kind: 'kind' };

/** Candidates of one surplus, in the index's order; a company's own needs only where asked. */
export function candidatesOf(
  surplus: Flow,
  index: NeedIndex,
  companies: ReadonlyMap<CompanyId, Company>,
  knowledge: MatchKnowledge,
  internal: boolean,
): Candidate[] {
  const { settings } = knowledge;
  const giver = companies.get(surplus.company);
  type Found = { sum: number; best: number; link: Link };
  const found = new Map<number, Found>();
  for (const { resource, weight } of meaningsOf(surplus, knowledge)) {
    for (const [node, link] of knowledge.book.from(resource)) {
      for (const entry of index.byNode.get(node) ?? []) {
        const need = index.needs[entry.at];
        if (need === undefined || (need.company === surplus.company && !internal) || !mayTake(need, link)) continue;
        const value = Math.min(
          1,
          (weight * entry.weight) ** settings['meaning.power'] *
            link.strength *
            companyFit(giver, companies.get(need.company), link.rule, settings),
        );
        const known = found.get(entry.at);
        if (known === undefined) found.set(entry.at, { sum: value, best: value, link });
        else {
          known.sum += value;
          if (value > known.best || (value === known.best && link.ruleId < known.link.ruleId)) {
            known.best = value;
            known.link = link;
          }
        }
      }
    }
  }
  const bag = knowledge.words.bagOf(surplus.words);
  for (const [stem, weight] of bag.weights) {
    if (weight < settings['words.rare'] && !stem.startsWith('*')) continue;
    for (const at of index.byStem.get(stem) ?? []) {
      const need = index.needs[at];
      if (found.has(at) || need === undefined || gives(need) || (need.company === surplus.company && !internal)) continue;
      found.set(at, { sum: 0, best: 0, link: WORDS_ONLY });
    }
  }
  const surplusKind = kindOf(surplus);
  for (const [needKind, list] of index.byKind) {
    const strength = kindStrength(surplusKind, needKind, settings);
    if (strength === 0) continue;
    for (const at of list) {
      const need = index.needs[at];
      if (need === undefined || gives(need) || (need.company === surplus.company && !internal)) continue;
      const known = found.get(at);
      if (known === undefined) found.set(at, { sum: strength, best: strength, link: KIND_ONLY });
      else if (known.best < strength) {
        known.sum += strength - known.best;
        known.best = strength;
        if (known.link.kind === 'words' || known.link.kind === 'via') known.link = KIND_ONLY;
      }
    }
  }
  const from = placeOf(surplus, giver);
  const candidates: Candidate[] = [];
  for (const [at, { sum, best, link }] of [...found].sort(([a], [b]) => a - b)) {
    const need = index.needs[at];
    const needBag = index.bags[at];
    if (need === undefined || needBag === undefined) continue;
    const words = likeness(bag, needBag);
    if (best === 0 && words < settings['words.least']) continue;
    const to = placeOf(need, companies.get(need.company));
    const distanceKm = from === null || to === null ? null : straightKm(from, to);
    const needKind = kindOf(need);
    const carrier = carrierOf(surplusKind, needKind);
    candidates.push({
      surplus,
      need,
      link,
      meaning: Math.min(1, best + settings['meaning.sum'] * (sum - best)),
      words,
      kind: kindFit(surplusKind, needKind, settings),
      nearness: nearness(distanceKm, carrier, settings),
      carrier,
      distanceKm,
    });
  }
  return candidates;
}
