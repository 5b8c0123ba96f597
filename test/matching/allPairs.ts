// The twin of the index: every surplus against every need, one by one, with the same formulas.
import { mayTake, takes, weigh, type Candidate, type Shortlist } from '../../server/matching/candidates.ts';
import { companyFit } from '../../server/matching/companyFit.ts';
import { roomFor } from '../../server/matching/findPairs.ts';
import type { FlowView } from '../../server/matching/flowView.ts';
import type { MatchKnowledge } from '../../server/matching/knowledge.ts';
import { WORDS_ONLY } from '../../server/matching/likelihood.ts';
import type { Link } from '../../server/matching/link.ts';
import { isPiece } from '../../server/matching/wordBag.ts';

export function allPairs(views: readonly FlowView[], knowledge: MatchKnowledge, internal: boolean): Candidate[][] {
  const surpluses = views.filter((view) => view.gives);
  const needs = views.filter(({ flow }) => takes(flow));
  const room = roomFor(surpluses.length, knowledge);
  return surpluses.map((surplus) => {
    const shortlist: Shortlist = { ...room, list: [] };
    for (const need of needs) {
      if (need.flow.id === surplus.flow.id || (need.flow.company === surplus.flow.company && !internal)) continue;
      const { ways, words, touched } = between(surplus, need, knowledge);
      if (touched) weigh(surplus, need, ways, words, knowledge, shortlist);
    }
    return shortlist.list;
  });
}

type Found = { readonly ways: { sum: number; best: number; link: Link }; readonly words: number; readonly touched: boolean };

function between(surplus: FlowView, need: FlowView, { settings, book }: MatchKnowledge): Found {
  const ways = { sum: 0, best: 0, link: WORDS_ONLY };
  const least = Math.max(settings['meaning.least'], settings['meaning.leastOfBest'] * (surplus.meanings[0]?.weight ?? 0));
  let touched = false;
  for (const given of surplus.meanings) {
    const links = book.from(given.resource);
    for (const taken of [...need.meanings].sort((a, b) => (a.resource < b.resource ? -1 : 1))) {
      const link = links.get(taken.resource);
      if (link === undefined || (need.gives && !mayTake(need.flow, link))) continue;
      const factor = given.weight * link.strength * companyFit(surplus.division, link.givers);
      const value = Math.min(1, factor * taken.weight * companyFit(need.division, link.takers));
      if (value < least) continue;
      touched = true;
      ways.sum += value;
      if (value > ways.best || (value === ways.best && link.ruleId < ways.link.ruleId)) {
        ways.best = value;
        ways.link = link;
      }
    }
  }
  let dot = 0;
  if (!need.gives) {
    for (const [stem, weight] of surplus.bag.weights) {
      const other = need.bag.weights.get(stem);
      if (other === undefined) continue;
      if (!isPiece(stem)) touched = true;
      if (touched) dot += weight * (other / need.bag.length);
    }
    touched ||= surplus.kind !== null && need.kind !== null;
  }
  return { ways, words: surplus.bag.length === 0 ? 0 : dot / surplus.bag.length, touched };
}
