// How good is a pair: a few parts that a person can read, multiplied.
import type { Flow } from '../domain/flow.ts';
import type { CheckResult, ScorePart } from '../domain/match.ts';
import type { Candidate } from './candidates.ts';
import type { Settings } from './settings.ts';

/** A product is sold and an input bought today: such a pair moves less than a surplus and an open need. */
export const roleFactor = (surplus: Flow, need: Flow, settings: Settings): number =>
  (surplus.role === 'product' ? settings['role.sold'] : 1) * (need.role === 'input' ? settings['role.bought'] : 1);

/**
 * How a pair stands among the pairs of its surplus and of its need: 1 where it is alone, less the more rivals come near it or go beyond it.
 * @param all the worths of all pairs of the surplus and of the need together, as `rivals` adds them up
 */
export const standing = (worth: number, allOfSurplus: number, allOfNeed: number, settings: Settings): number =>
  worth === 0
    ? 0
    : Math.min(1, worth / allOfSurplus) ** settings['rivalry.surplus'] * Math.min(1, worth / allOfNeed) ** settings['rivalry.need'];

/** What the checks leave of a pair: a warning and an unanswered question each cost a little. */
export const answered = (checks: readonly Pick<CheckResult, 'verdict'>[], settings: Settings): number =>
  checks.reduce(
    (left, { verdict }) => left * (verdict === 'warn' ? settings['score.warn'] : verdict === 'unknown' ? settings['score.unknown'] : 1),
    1,
  );

export type Scored = { readonly score: number; readonly parts: readonly ScorePart[] };
type Verdicts = readonly Pick<CheckResult, 'verdict'>[];

const PARTS = ['meaning', 'kind', 'role', 'nearness', 'standing', 'answered'] as const;
const valueOf: Readonly<
  Record<(typeof PARTS)[number], (candidate: Candidate, place: number, checks: Verdicts, settings: Settings) => number>
> = {
  meaning: ({ meaning, words }, _, __, settings) => 1 - (1 - meaning) * (1 - settings['words.weight'] * words),
  kind: ({ kind }) => kind,
  role: ({ surplus, need }, _, __, settings) => roleFactor(surplus, need, settings),
  nearness: ({ nearness }) => nearness,
  standing: (_, place) => place,
  answered: (_, __, checks, settings) => answered(checks, settings),
};

/** How well the two fit counts less than how the pair stands among its rivals. */
const FIT: ReadonlySet<string> = new Set(['meaning', 'kind', 'nearness'] satisfies (typeof PARTS)[number][]);
const weightOf = (name: (typeof PARTS)[number], settings: Settings): number => (FIT.has(name) ? settings['score.fit'] : 1);

/** The product of the parts. */
export const scoreOnly = (candidate: Candidate, place: number, checks: Verdicts, settings: Settings): number =>
  PARTS.reduce((product, name) => product * valueOf[name](candidate, place, checks, settings) ** weightOf(name, settings), 1);

/** The score and the parts it is the product of; each is between 0 and 1, and its weight is its exponent. */
export function scoreOf(candidate: Candidate, place: number, checks: Verdicts, settings: Settings): Scored {
  const parts = PARTS.map((name) => ({ name, value: valueOf[name](candidate, place, checks, settings), weight: weightOf(name, settings) }));
  return { score: parts.reduce((product, { value, weight }) => product * value ** weight, 1), parts };
}
