// Which needs could a surplus meet? The best few, from an index over meanings and words, never from all pairs.
import { gives, type Flow } from '../domain/flow.ts';
import type { ResourceId } from '../domain/resource.ts';
import { companyFit } from './companyFit.ts';
import type { Carrier } from './distance.ts';
import type { FlowView } from './flowView.ts';
import { kindFit, placeOfKind, strengthsFrom } from './kinds.ts';
import type { MatchKnowledge } from './knowledge.ts';
import { fitFrom, kindsAlone, kindsOf, meaningFrom, togetherFrom, wayBetween, withKind, WORDS_ONLY, type Kinds } from './likelihood.ts';
import type { Link } from './link.ts';
import { isPiece } from './wordBag.ts';

export type Candidate = {
  readonly surplus: Flow;
  readonly need: Flow;
  readonly link: Link;
  /** 0..1: how surely what is given is what is taken. */
  readonly meaning: number;
  /** 0..1: how alike the two texts are. */
  readonly words: number;
  readonly kinds: Kinds;
  /** 0..1: how well the kinds go together. */
  readonly kind: number;
  readonly nearness: number;
  readonly carrier: Carrier;
  readonly distanceKm: number | null;
  /** 0..1: all of this together, before rivals and checks. */
  readonly worth: number;
};

/** What takes: needs and inputs, and waste and emissions as takers of treatment capacity. */
export const takes = (flow: Flow): boolean => !gives(flow) || flow.role === 'waste' || flow.role === 'emission';
/** Waste takes capacity alone. */
export const mayTake = (need: Flow, link: Link): boolean => !gives(need) || link.rule?.useType === 'capacity';

/** Needs by node, or by word, with the weight each gives it, heaviest first. */
type Posting = { readonly needs: Int32Array; readonly weights: Float64Array };
/** Needs of one node that a resource can serve over one link. */
type Group = { readonly link: Link; readonly needs: Posting };

export type NeedIndex = {
  readonly needs: readonly FlowView[];
  /** NACE division of each need's company, -1 where not known. */
  readonly divisions: Int8Array;
  /** 1 where the need gives: waste that takes capacity alone. */
  readonly giving: Uint8Array;
  /** Place of each need's kind, as `strengthsFrom` counts them; 0 where it gives. */
  readonly kindPlaces: Uint8Array;
  readonly groupsFrom: (resource: ResourceId) => readonly Group[];
  readonly byStem: ReadonlyMap<string, Posting>;
  readonly byKind: ReadonlyMap<FlowView['kind'], readonly number[]>;
  /** Room to add up in, as long as `needs`. */
  readonly scratch: Scratch;
};

type Scratch = {
  readonly sum: Float64Array;
  readonly best: Float64Array;
  readonly dot: Float64Array;
  /** Place of the best link among those that the search went over, from 1. */
  readonly link: Int32Array;
  readonly seen: Uint8Array;
};

/** @param needs in the order of their ids */
export function indexNeeds(needs: readonly FlowView[], knowledge: MatchKnowledge): NeedIndex {
  const { settings } = knowledge;
  const nodes = new Map<ResourceId, Entry[]>();
  const stems = new Map<string, Entry[]>();
  const byKind = new Map<FlowView['kind'], number[]>();
  needs.forEach(({ meanings, bag, kind, gives: giving }, at) => {
    for (const { resource, weight } of meanings) append(nodes, resource, { at, weight });
    if (giving) return;
    append(byKind, kind, at);
    for (const [stem, weight] of bag.weights) append(stems, stem, { at, weight: weight / bag.length });
  });
  const byNode = postings(nodes);
  const byStem = postings(stems);
  const known = new Map<ResourceId, readonly Group[]>();
  const groupsFrom = (resource: ResourceId): readonly Group[] => {
    const kept = known.get(resource);
    if (kept !== undefined) return kept;
    const groups: Group[] = [];
    const links = knowledge.book.sortedFrom(resource);
    const least = settings['meaning.least'] / settings['nace.fits'] ** 2;
    // In the order of the nodes, so that what is added up is added in one order, whatever the index holds.
    for (const link of links) {
      const posting = link.use === null ? undefined : byNode.get(link.use);
      if (posting !== undefined && (posting.weights[0] ?? 0) * link.strength >= least) groups.push({ link, needs: posting });
    }
    known.set(resource, groups);
    return groups;
  };
  const room = needs.length;
  const scratch: Scratch = {
    sum: new Float64Array(room),
    best: new Float64Array(room),
    dot: new Float64Array(room),
    link: new Int32Array(room),
    seen: new Uint8Array(room),
  };
  const divisions = Int8Array.from(needs, ({ division }) => division ?? -1);
  const giving = Uint8Array.from(needs, (need) => (need.gives ? 1 : 0));
  const kindPlaces = Uint8Array.from(needs, (need) => (need.gives ? 0 : placeOfKind(need.kind)));
  return { needs, divisions, giving, kindPlaces, groupsFrom, byStem, byKind, scratch };
}

type Entry = { readonly at: number; readonly weight: number };

function append<Key, One>(lists: Map<Key, One[]>, key: Key, one: One): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [one]);
  else list.push(one);
}

function postings<Key>(lists: ReadonlyMap<Key, Entry[]>): ReadonlyMap<Key, Posting> {
  const made = new Map<Key, Posting>();
  for (const [key, entries] of lists) {
    entries.sort((a, b) => b.weight - a.weight || a.at - b.at);
    made.set(key, { needs: Int32Array.from(entries, ({ at }) => at), weights: Float64Array.from(entries, ({ weight }) => weight) });
  }
  return made;
}

/** The best so far, best first; equal ones by need id. */
export type Shortlist = {
  readonly most: number;
  readonly list: Candidate[];
  /** Pairs farther apart are not looked at, km. */ readonly farthest: number;
};

export const better = (a: Candidate, b: Candidate): boolean => a.worth > b.worth || (a.worth === b.worth && a.need.id < b.need.id);

export function offer({ most, list }: Shortlist, candidate: Candidate): void {
  let at = list.length;
  while (at > 0 && better(candidate, list[at - 1] as Candidate)) at -= 1;
  if (at >= most) return;
  list.splice(at, 0, candidate);
  if (list.length > most) list.pop();
}

const NONE: ReadonlySet<string> = new Set();

/**
 * Adds the needs of the index, but for some ids, that the surplus could meet to its shortlist.
 * @param nearest what distance and kinds leave of a pair at best, 0..1: 1 where nothing is known
 */
export function search(
  surplus: FlowView,
  index: NeedIndex,
  knowledge: MatchKnowledge,
  internal: boolean,
  shortlist: Shortlist,
  except: ReadonlySet<string> = NONE,
  nearest = 1,
): void {
  const { settings } = knowledge;
  const { needs, divisions, giving, kindPlaces } = index;
  const { sum, best, dot, link: links, seen } = index.scratch;
  const gone: Link[] = [WORDS_ONLY];
  const touched: number[] = [];
  const touch = (at: number): void => {
    seen[at] = 1;
    touched.push(at);
  };
  const least = Math.max(settings['meaning.least'], settings['meaning.leastOfBest'] * (surplus.meanings[0]?.weight ?? 0));
  for (const { resource, weight } of surplus.meanings) {
    for (const { link, needs: posting } of index.groupsFrom(resource)) {
      const factor = weight * link.strength * companyFit(surplus.division, link.givers);
      const { takers } = link;
      const own = gone.push(link) - 1;
      const capacity = link.rule?.useType === 'capacity';
      const most = takers === null ? factor : factor * settings['nace.fits'];
      for (let i = 0; i < posting.needs.length; i++) {
        const heaviest = posting.weights[i] ?? 0;
        if (most * heaviest < least) break;
        const at = posting.needs[i] ?? 0;
        const division = divisions[at] ?? -1;
        const value = Math.min(1, factor * heaviest * (takers === null || division < 0 ? 1 : (takers[division] ?? 1)));
        if (value < least || (giving[at] === 1 && !capacity)) continue;
        if (seen[at] === 0) touch(at);
        sum[at] = (sum[at] ?? 0) + value;
        const before = best[at] ?? 0;
        if (value > before || (value === before && link.ruleId < (gone[links[at] ?? 0]?.ruleId ?? ''))) {
          best[at] = value;
          links[at] = own;
        }
      }
    }
  }
  for (const [stem, weight] of surplus.bag.weights) {
    const posting = index.byStem.get(stem);
    if (posting === undefined) continue;
    const gram = isPiece(stem);
    for (let i = 0; i < posting.needs.length; i++) {
      const at = posting.needs[i] ?? 0;
      if (seen[at] === 0) {
        if (gram) continue;
        touch(at);
      }
      dot[at] = (dot[at] ?? 0) + weight * (posting.weights[i] ?? 0);
    }
  }
  for (const [kind, alike] of index.byKind) {
    if (kind !== null && surplus.kind !== null && kindsAlone(surplus, { kind } as FlowView, settings) > 0)
      for (const at of alike) if (seen[at] === 0) touch(at);
  }
  const strengths = strengthsFrom(surplus.kind, settings);
  const { list, most } = shortlist;
  const { length } = surplus.bag;
  const further = settings['meaning.sum'];
  for (const at of touched) {
    const [all, top, link] = [sum[at] ?? 0, best[at] ?? 0, links[at] ?? 0];
    const words = length === 0 ? 0 : (dot[at] ?? 0) / length;
    seen[at] = 0;
    sum[at] = 0;
    best[at] = 0;
    dot[at] = 0;
    links[at] = 0;
    // What cannot come onto a full list is not looked at closer.
    const bar = list.length === most ? (list[most - 1]?.worth ?? 0) : settings['candidates.least'];
    const reached = Math.max(top, strengths[kindPlaces[at] ?? 0] ?? 0) + further * Math.max(0, all - top);
    if (togetherFrom(Math.min(1, reached), words, settings) * nearest < bar) continue;
    const need = needs[at];
    if (need === undefined || need.flow.id === surplus.flow.id || except.has(need.flow.id)) continue;
    if (need.flow.company === surplus.flow.company && !internal) continue;
    const ways = { sum: all, best: top, link: gone[link] ?? WORDS_ONLY };
    weigh(surplus, need, ways, words, knowledge, shortlist);
  }
}

/** Makes a candidate of what was found for a pair, where it is worth that and better than the last of a full shortlist. */
export function weigh(
  surplus: FlowView,
  need: FlowView,
  found: { readonly sum: number; readonly best: number; readonly link: Link },
  words: number,
  knowledge: MatchKnowledge,
  shortlist: Shortlist,
): void {
  const { settings } = knowledge;
  const ways = need.gives ? found : withKind(found, kindsAlone(surplus, need, settings));
  if (ways.best === 0 && words < settings['words.least']) return;
  const meaning = meaningFrom(ways, settings);
  const kinds = kindsOf(surplus, need, ways.link);
  const fit = fitFrom(surplus, need, kinds, meaning, words, settings);
  const bar =
    shortlist.list.length < shortlist.most ? settings['candidates.least'] : (shortlist.list[shortlist.list.length - 1]?.worth ?? 0);
  if (fit < bar) return;
  const way = wayBetween(surplus, need, kinds, settings);
  if (way.distanceKm !== null && way.distanceKm > shortlist.farthest) return;
  const worth = fit * way.nearness;
  if (worth < bar) return;
  offer(shortlist, {
    surplus: surplus.flow,
    need: need.flow,
    link: ways.link,
    meaning,
    words,
    kinds,
    kind: kindFit(kinds.given, kinds.taken, settings),
    ...way,
    worth,
  });
}
