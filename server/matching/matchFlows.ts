// Flows of companies in, ranked and explained matches out. Deterministic: the order of rows and companies changes nothing.
import type { Company } from '../domain/company.ts';
import { gives, type Flow } from '../domain/flow.ts';
import type { Match, MatchRun } from '../domain/match.ts';
import { indexNeeds, search, takes, type Candidate } from './candidates.ts';
import { viewOf, type FlowView } from './flowView.ts';
import type { HeatJudge } from './heatJudge.ts';
import { judge } from './judge.ts';
import type { MatchKnowledge } from './knowledge.ts';
import { questionsOf } from './questions.ts';
import { rank } from './rank.ts';
import { scoreOf, standing } from './score.ts';
import { valueOf } from './value.ts';

export type MatchInput = {
  readonly companies: readonly Company[];
  /** With `resources` already classified. */
  readonly flows: readonly Flow[];
  /** Also match flows inside one company. */
  readonly internal?: boolean;
};

const byId = (a: Flow, b: Flow): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** All pairs that pass or warn, best first, and the near misses that some check refuses. */
export function matchFlows(input: MatchInput, knowledge: MatchKnowledge, heat: HeatJudge): MatchRun {
  const { settings } = knowledge;
  const companies = new Map(input.companies.map((company) => [company.id, company]));
  const views = [...input.flows].sort(byId).map((flow) => viewOf(flow, companies.get(flow.company), knowledge));
  const candidates = shortlists(views, knowledge, input.internal ?? false).flat();
  const best = bests(candidates);
  const passed: Omit<Match, 'tie'>[] = [];
  const refused: Omit<Match, 'tie'>[] = [];
  for (const candidate of candidates) {
    const { pair, checks, refused: no } = judge(candidate, companies, knowledge, heat);
    const place = standing(candidate.worth, best.get(candidate.surplus) ?? 1, best.get(candidate.need) ?? 1, settings);
    const { score, parts } = scoreOf(candidate, place, checks, settings);
    if (score < settings['score.least']) continue;
    const value = valueOf(pair, knowledge);
    const match: Omit<Match, 'tie'> = {
      surplus: candidate.surplus.id,
      need: candidate.need.id,
      giver: candidate.surplus.company,
      taker: candidate.need.company,
      resource: candidate.link.resource ?? candidate.surplus.resources[0]?.resource ?? null,
      score,
      parts,
      rule: candidate.link.ruleId,
      via: candidate.link.via,
      checks,
      distanceKm: candidate.distanceKm,
      ...value,
      questions: questionsOf(pair, checks, value.nokPerYear?.likely ?? null),
    };
    (no ? refused : passed).push(match);
  }
  return { matches: rank(passed), refused: rank(refused) };
}

/** The best candidates of each surplus, in the order of the surpluses. */
export function shortlists(views: readonly FlowView[], knowledge: MatchKnowledge, internal: boolean): Candidate[][] {
  const surpluses = views.filter(({ flow }) => gives(flow));
  const index = indexNeeds(
    views.filter(({ flow }) => takes(flow)),
    knowledge,
  );
  const most = mostFor(surpluses.length, knowledge);
  return surpluses.map((surplus) => {
    const shortlist = { most, list: [] };
    search(surplus, index, knowledge, internal, shortlist);
    return shortlist.list;
  });
}

/** How many candidates each surplus gets: the fewer there are, the more. */
export const mostFor = (surpluses: number, { settings }: MatchKnowledge): number =>
  Math.max(settings['candidates.fewest'], Math.floor(settings['candidates.budget'] / Math.max(1, surpluses)));

/** The worth of the best pair that each flow is part of. */
function bests(candidates: readonly Candidate[]): ReadonlyMap<Flow, number> {
  const best = new Map<Flow, number>();
  for (const { surplus, need, worth } of candidates) {
    for (const flow of [surplus, need]) if (worth > (best.get(flow) ?? 0)) best.set(flow, worth);
  }
  return best;
}
