// How good is a pair: a few parts that a person can read, multiplied.
import type { Flow } from '../domain/flow.ts';
import type { CheckResult, ScorePart } from '../domain/match.ts';
import type { Candidate } from './candidates.ts';
import type { Settings } from './settings.ts';

/** A product is sold and an input bought today: such a pair moves less than a surplus and an open need. */
export const roleFactor = (surplus: Flow, need: Flow, settings: Settings): number =>
  (surplus.role === 'product' ? settings['role.sold'] : 1) * (need.role === 'input' ? settings['role.bought'] : 1);

/** How a pair stands among the pairs of its surplus and of its need: 1 for the best of both. */
export const standing = (worth: number, bestOfSurplus: number, bestOfNeed: number, settings: Settings): number =>
  worth === 0 ? 0 : (worth / bestOfSurplus) ** settings['rivalry.surplus'] * (worth / bestOfNeed) ** settings['rivalry.need'];

/** What the checks leave of a pair: a warning and an unanswered question each cost a little. */
export const answered = (checks: readonly Pick<CheckResult, 'verdict'>[], settings: Settings): number =>
  checks.reduce(
    (left, { verdict }) => left * (verdict === 'warn' ? settings['score.warn'] : verdict === 'unknown' ? settings['score.unknown'] : 1),
    1,
  );

export type Scored = { readonly score: number; readonly parts: readonly ScorePart[] };

/** The score as the product of its parts; each part is between 0 and 1 and has its weight as exponent 1. */
export function scoreOf(candidate: Candidate, place: number, checks: readonly Pick<CheckResult, 'verdict'>[], settings: Settings): Scored {
  const part = (name: string, value: number): ScorePart => ({ name, value, weight: 1 });
  const parts = [
    part('meaning', 1 - (1 - candidate.meaning) * (1 - settings['words.weight'] * candidate.words)),
    part('kind', candidate.kind),
    part('role', roleFactor(candidate.surplus, candidate.need, settings)),
    part('nearness', candidate.nearness),
    part('standing', place),
    part('answered', answered(checks, settings)),
  ];
  return { score: parts.reduce((product, { value }) => product * value, 1), parts };
}
