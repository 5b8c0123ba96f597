// Which needs could a surplus meet? The best few, from an index over meanings and words, never from all pairs.
import { gives, type Flow } from '../domain/flow.ts';
import { divisionColumn, DIVISIONS } from './companyFit.ts';
import { straightKm, type Carrier } from './distance.ts';
import type { FlowView } from './flowView.ts';
import { kindFit, kindOfResource, kindStrength, placeOfKind, strengthsFrom } from './kinds.ts';
import { KINDS, kindTables } from './kindTables.ts';
import type { MatchKnowledge } from './knowledge.ts';
import { fitFrom, kindsAlone, kindsOf, meaningFrom, wayBetween, withKind, WORDS_ONLY, type Kinds } from './likelihood.ts';
import type { Link } from './link.ts';
import { THROUGH_PROCESSOR } from './linkBook.ts';
import type { NeedIndex } from './needIndex.ts';
import { roleFactor } from './score.ts';
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
  const { settings, book } = knowledge;
  const { needs, divisions, giving, kindPlaces, ownKinds, kindsStated, companies, roles, lats, lons } = index;
  const { starts, filled, needs: nodeNeeds, weights: nodeWeights } = index.byNode;
  const { sum, best, dot, link: links, rank: ranks, kinds, seen, touched, bounds } = index.scratch;
  let count = 0;
  const least = Math.max(settings['meaning.least'], settings['meaning.leastOfBest'] * (surplus.meanings[0]?.weight ?? 0));
  const fits = settings['nace.fits'];
  const nodes = starts.length - 1;
  const { levels } = book.fits;
  const own = divisionColumn(surplus.division);
  const ownKind = placeOfKind(surplus.kind);
  /** Links are numbered through the meanings, from 1: none is 0. */
  let before = 1;
  for (const { resource, weight } of surplus.meanings) {
    const { uses, strengths, givers, takers, ruleRanks, capacity, kinds: takenKinds } = book.columnsFrom(resource);
    const given = KINDS * (surplus.kindStated ? ownKind : placeOfKind(kindOfResource(resource)));
    const cells = book.fits.cells();
    // An index of a few needs is gone over by its nodes, one of many by the links.
    const few = filled.length * FEW < uses.length;
    const turns = few ? filled.length : uses.length;
    for (let turn = 0; turn < turns; turn++) {
      const way = few ? placeIn(uses, filled[turn] ?? 0) : turn;
      if (way < 0) continue;
      const node = uses[way] ?? 0;
      if (node >= nodes) break;
      let place = starts[node] ?? 0;
      const end = starts[node + 1] ?? 0;
      if (place === end) continue;
      const factor = weight * (strengths[way] ?? 0) * (levels[cells[(givers[way] ?? 0) * DIVISIONS + own] ?? 0] ?? 1);
      const row = (takers[way] ?? 0) * DIVISIONS;
      const most = row === 0 ? factor : factor * fits;
      if (most * (nodeWeights[place] ?? 0) < least) continue;
      const rank = ruleRanks[way] ?? 0;
      const refusesWaste = capacity[way] === 0;
      for (; place < end; place++) {
        const heaviest = nodeWeights[place] ?? 0;
        if (most * heaviest < least) break;
        const at = nodeNeeds[place] ?? 0;
        const value = Math.min(1, factor * heaviest * (levels[cells[row + (divisions[at] ?? 0)] ?? 0] ?? 1));
        if (value < least || (giving[at] === 1 && refusesWaste)) continue;
        if (seen[at] === 0) {
          seen[at] = 1;
          touched[count++] = at;
        }
        sum[at] = (sum[at] ?? 0) + value;
        const top = best[at] ?? 0;
        if (value > top || (value === top && rank < (ranks[at] ?? 0))) {
          best[at] = value;
          links[at] = before + way;
          ranks[at] = rank;
          kinds[at] = given + (takenKinds[way] ?? 0);
        }
      }
    }
    before += uses.length;
  }
  for (const [stem, weight] of surplus.bag.weights) {
    const posting = index.byStem.get(stem);
    if (posting === undefined) continue;
    const gram = isPiece(stem);
    const { needs: alike, weights } = posting;
    for (let i = 0; i < alike.length; i++) {
      const at = alike[i] ?? 0;
      if (seen[at] === 0) {
        if (gram) continue;
        seen[at] = 1;
        touched[count++] = at;
      }
      dot[at] = (dot[at] ?? 0) + weight * (weights[i] ?? 0);
    }
  }
  for (const [kind, alike] of index.byKind) {
    if (kind === null || surplus.kind === null || kindStrength(surplus.kind, kind, settings) === 0) continue;
    for (const at of alike)
      if (seen[at] === 0) {
        seen[at] = 1;
        touched[count++] = at;
      }
  }
  const strengths = strengthsFrom(surplus.kind, settings);
  const { list, most } = shortlist;
  const { length } = surplus.bag;
  const further = settings['meaning.sum'];
  const wordsWeight = settings['words.weight'];
  const roleFactors = index.roleExamples.map((need) => roleFactor(surplus.flow, need, settings));
  const home = internal ? -1 : (index.companyNumbers.get(surplus.flow.company) ?? -1);
  const { fit, half, usual } = kindTables(settings);
  const from = surplus.place;
  // What cannot come onto a full list is not looked at closer.
  let bar = list.length === most ? (list[most - 1]?.worth ?? 0) : settings['candidates.least'];
  let kept = 0;
  for (let i = 0; i < count; i++) {
    const at = touched[i] ?? 0;
    const all = sum[at] ?? 0;
    const top = best[at] ?? 0;
    const words = length === 0 ? 0 : (dot[at] ?? 0) / length;
    const alone = strengths[kindPlaces[at] ?? 0] ?? 0;
    const reached = Math.min(1, Math.max(top, alone) + further * Math.max(0, all - top));
    const together = (1 - (1 - reached) * (1 - wordsWeight * words)) * (roleFactors[roles[at] ?? 0] ?? 1);
    let bound = -1;
    if (companies[at] !== home && together * nearest >= bar) {
      const joined = kinds[at] ?? 0;
      const taken = ownKinds[at] ?? 0;
      let place = joined % THROUGH_PROCESSOR;
      if (links[at] === 0 || (alone > top && joined >= THROUGH_PROCESSOR)) place = KINDS * ownKind + taken;
      else if (kindsStated[at] === 1) place += taken - (place % KINDS);
      const lat = lats[at] ?? 0;
      const lon = lons[at] ?? 0;
      const km = from === null || Number.isNaN(lat) ? (usual[place] ?? 0) : straightKm(from, { lat, lon });
      // A hair more, so that rounding never hides an equal.
      bound = ((together * (fit[place] ?? 0)) / (1 + km / (half[place] ?? 1))) * (1 + 1e-12);
    }
    if (bound >= bar) {
      touched[kept] = at;
      bounds[kept++] = bound;
    } else clear(at);
  }
  // The likeliest first, so that the list soon says which are not worth a closer look.
  for (;;) {
    let first = -1;
    let likeliest = -1;
    for (let i = 0; i < kept; i++) {
      const bound = bounds[i] ?? 0;
      if (bound <= likeliest) continue;
      likeliest = bound;
      first = i;
    }
    if (first < 0 || likeliest < bar) break;
    bounds[first] = -1;
    const at = touched[first] ?? 0;
    const need = needs[at];
    if (need === undefined || (internal && need.flow.id === surplus.flow.id) || (except.size > 0 && except.has(need.flow.id))) continue;
    const words = length === 0 ? 0 : (dot[at] ?? 0) / length;
    const ways = { sum: sum[at] ?? 0, best: best[at] ?? 0, link: linkNumbered(links[at] ?? 0, surplus, book) };
    weigh(surplus, need, ways, words, knowledge, shortlist);
    if (list.length === most) bar = list[most - 1]?.worth ?? 0;
  }
  for (let i = 0; i < kept; i++) clear(touched[i] ?? 0);

  function clear(at: number): void {
    seen[at] = 0;
    sum[at] = 0;
    best[at] = 0;
    dot[at] = 0;
    links[at] = 0;
  }
}

/** How many links may be gone over in the time that one is looked up. */
const FEW = 8;

/** Place of a number in numbers that rise; -1 where it is not among them. */
function placeIn(numbers: Int32Array, wanted: number): number {
  let [low, high] = [0, numbers.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = numbers[middle] ?? 0;
    if (found === wanted) return middle;
    if (found < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** The link of a number that `search` gave it. */
function linkNumbered(number: number, { meanings }: FlowView, book: MatchKnowledge['book']): Link {
  if (number === 0) return WORDS_ONLY;
  let place = number - 1;
  for (const { resource } of meanings) {
    const columns = book.columnsFrom(resource);
    if (place < columns.uses.length) return columns.linkAt(place);
    place -= columns.uses.length;
  }
  return WORDS_ONLY;
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
