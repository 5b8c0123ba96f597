// Whether giver and taker are the kind of company a synergy rule speaks of.
import type { SynergyRule } from '../domain/rule.ts';
import type { Settings } from './settings.ts';

/** NACE division of a code as written: `24.102`, `C24`, `24` give `24`; null where there is none. */
export function divisionOf(code: string | null): string | null {
  const digits = /^[A-U]?(\d\d)/u.exec((code ?? '').trim().toUpperCase())?.[1];
  return digits ?? null;
}

const known = new WeakMap<readonly string[], Map<string, boolean>>();

function holds(codes: readonly string[], division: string): boolean {
  let answers = known.get(codes);
  if (answers === undefined) known.set(codes, (answers = new Map()));
  let answer = answers.get(division);
  if (answer === undefined) answers.set(division, (answer = codes.some((code) => divisionOf(code) === division)));
  return answer;
}

/** Over 1 where a company of this NACE division is the rule's, under 1 where it is not, 1 where nothing is known. */
function fitOne(division: string | null, codes: readonly string[], settings: Settings): number {
  if (division === null || codes.length === 0) return 1;
  return settings[holds(codes, division) ? 'nace.fits' : 'nace.differs'];
}

export const giverFit = (division: string | null, rule: SynergyRule | null, settings: Settings): number =>
  rule === null ? 1 : fitOne(division, rule.fromNace, settings);
export const takerFit = (division: string | null, rule: SynergyRule | null, settings: Settings): number =>
  rule === null ? 1 : fitOne(division, rule.toNace, settings);
