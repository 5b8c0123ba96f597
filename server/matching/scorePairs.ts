// Each pair judged by the checks and held against its rivals: enough to rank and to refuse, without keeping every reason.
import type { Company } from '../domain/company.ts';
import type { CompanyId, Flow } from '../domain/flow.ts';
import type { Candidate } from './candidates.ts';
import type { HeatDuties } from './heatDuty.ts';
import type { HeatJudge } from './heatJudge.ts';
import { judge, type Judged } from './judge.ts';
import type { MatchKnowledge } from './knowledge.ts';
import { scoreOnly, standing } from './score.ts';
import type { Settings } from './settings.ts';
import { temperatureFit } from './temperatureFit.ts';

export type ScoredPair = {
  readonly candidate: Candidate;
  /** How it stands among the pairs of its surplus and of its need, 0..1. */
  readonly standing: number;
  readonly score: number;
  readonly refused: boolean;
  /** What the checks said; null where it was not kept, and is worked out again when somebody asks. */
  readonly judged: Judged | null;
};

export type Scoring = {
  readonly companies: ReadonlyMap<CompanyId, Company>;
  readonly knowledge: MatchKnowledge;
  readonly heat: HeatJudge;
  readonly duties: HeatDuties;
};

/** Powers of worths are added up as whole numbers of this step, so that no order of pairs shows in the sum. */
const STEP = 2 ** -34;

/** The worths of all pairs that each flow is part of, added up so that the best count most: equal to the worth of a pair that stands alone. */
export function rivals(candidates: Iterable<Candidate>, settings: Settings): ReadonlyMap<Flow, number> {
  const sharpness = settings['rivalry.sharpness'];
  const sums = new Map<Flow, number>();
  for (const candidate of candidates) {
    const { surplus, need } = candidate;
    const power = Math.round(worthAmong(candidate, settings) ** sharpness / STEP);
    sums.set(surplus, (sums.get(surplus) ?? 0) + power);
    sums.set(need, (sums.get(need) ?? 0) + power);
  }
  for (const [flow, sum] of sums) sums.set(flow, (sum * STEP) ** (1 / sharpness));
  return sums;
}

const HOT: ReadonlySet<string | null> = new Set(['heat', 'steam']);

/** What a pair is worth when it is held against its rivals: of two sources of heat, the one that is hot enough stands first. */
const worthAmong = ({ surplus, need, kinds, worth }: Candidate, settings: Settings): number =>
  HOT.has(kinds.taken) ? worth * temperatureFit(surplus, need, settings) : worth;

/** Null where the score is under what is shown. `known`: what the checks said already. */
export function scorePair(
  candidate: Candidate,
  all: ReadonlyMap<Flow, number>,
  { companies, knowledge, heat, duties }: Scoring,
  keep: boolean,
  known: Judged | null = null,
): ScoredPair | null {
  const { settings } = knowledge;
  const place = standing(worthAmong(candidate, settings), all.get(candidate.surplus) ?? 1, all.get(candidate.need) ?? 1, settings);
  const judged = known ?? judge(candidate, companies, knowledge, heat, duties);
  const score = scoreOnly(candidate, place, judged.checks, settings);
  return score < settings['score.least']
    ? null
    : { candidate, standing: place, score, refused: judged.refused, judged: keep ? judged : null };
}

/** Best first; equal scores by flow ids. */
export const before = (a: ScoredPair, b: ScoredPair): number =>
  b.score - a.score || compare(a.candidate.surplus.id, b.candidate.surplus.id) || compare(a.candidate.need.id, b.candidate.need.id);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
