// Flows of companies in, ranked and explained matches out. Deterministic: the order of rows and companies changes nothing.
import type { Company } from '../domain/company.ts';
import type { Flow } from '../domain/flow.ts';
import type { Match, MatchRun } from '../domain/match.ts';
import type { Candidate } from './candidates.ts';
import { explainPair } from './explainPair.ts';
import { findPairs } from './findPairs.ts';
import { viewOf } from './flowView.ts';
import { heatDuties } from './heatDuty.ts';
import type { HeatJudge } from './heatJudge.ts';
import type { MatchKnowledge } from './knowledge.ts';
import { countTies } from './rank.ts';
import { before, rivals, scorePair, type ScoredPair, type Scoring } from './scorePairs.ts';

export type MatchInput = {
  readonly companies: readonly Company[];
  /** With `resources` already classified; each id once. */
  readonly flows: readonly Flow[];
  /** Also match flows inside one company. */
  readonly internal?: boolean;
};

export type Ranked = {
  /** All that pass or warn, best first. */
  readonly passed: readonly ScoredPair[];
  /** Near misses: pairs that some check refuses, best first. */
  readonly refused: readonly ScoredPair[];
  readonly scoring: Scoring;
};

/** Finds, judges and ranks without explaining: for a country, where only the pages somebody opens are explained (`explainPair`). `keep` keeps what the checks said. */
export function rankFlows(
  { companies: list, flows, internal = false }: MatchInput,
  knowledge: MatchKnowledge,
  heat: HeatJudge,
  keep = false,
): Ranked {
  const companies = new Map(list.map((company) => [company.id, company]));
  const sorted = [...flows].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const byCompany = Map.groupBy(sorted, ({ company }) => company);
  const scoring = { companies, knowledge, heat, duties: heatDuties(companies, (id) => byCompany.get(id) ?? [], knowledge) };
  const views = sorted.map((flow) => viewOf(flow, companies.get(flow.company), knowledge));
  return rankCandidates(findPairs(views, knowledge, internal).flat(), scoring, keep);
}

export function rankCandidates(candidates: readonly Candidate[], scoring: Scoring, keep: boolean): Ranked {
  const all = rivals(candidates, scoring.knowledge.settings);
  const passed: ScoredPair[] = [];
  const refused: ScoredPair[] = [];
  for (const candidate of candidates) {
    const scored = scorePair(candidate, all, scoring, keep);
    if (scored !== null) (scored.refused ? refused : passed).push(scored);
  }
  return { passed: passed.sort(before), refused: refused.sort(before), scoring };
}

/** All pairs that pass or warn, best first, and the near misses, each with its reasons. */
export function matchFlows(input: MatchInput, knowledge: MatchKnowledge, heat: HeatJudge): MatchRun {
  return explainAll(rankFlows(input, knowledge, heat, true));
}

export const explainAll = ({ passed, refused, scoring }: Ranked): MatchRun => ({
  matches: [...explainEach(passed, scoring)],
  refused: [...explainEach(refused, scoring)],
});

/** One after the other, as they are asked for: for lists too long to be held explained. @param pairs best first */
export function* explainEach(pairs: readonly ScoredPair[], scoring: Scoring): Generator<Match, void, undefined> {
  const tieOf = countTies();
  for (const pair of pairs) {
    const explained = explainPair(pair, scoring);
    yield { ...explained, tie: tieOf(explained) };
  }
}
