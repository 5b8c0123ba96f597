// A scored pair with everything a person may ask: parts of the score, checks with reasons, figures, assumptions, questions.
import type { Match } from '../domain/match.ts';
import { judge } from './judge.ts';
import { questionsOf } from './questions.ts';
import { scoreOf } from './score.ts';
import type { ScoredPair, Scoring } from './scorePairs.ts';
import { valueOf } from './value.ts';

export type Explained = Omit<Match, 'tie'>;

export function explainPair({ candidate, standing, judged }: ScoredPair, { companies, knowledge, heat, duties }: Scoring): Explained {
  const { pair, checks } = judged ?? judge(candidate, companies, knowledge, heat, duties);
  const value = valueOf(pair, knowledge);
  return {
    surplus: candidate.surplus.id,
    need: candidate.need.id,
    giver: candidate.surplus.company,
    taker: candidate.need.company,
    resource: candidate.link.resource ?? candidate.surplus.resources[0]?.resource ?? null,
    ...scoreOf(candidate, standing, checks, knowledge.settings),
    rule: candidate.link.ruleId,
    via: candidate.link.via,
    checks,
    distanceKm: candidate.distanceKm,
    ...value,
    questions: questionsOf(pair, checks, value.nokPerYear?.likely ?? null),
  };
}
