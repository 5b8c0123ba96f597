// Whether giver and taker are the kind of company a synergy rule speaks of.
import type { Company } from '../domain/company.ts';
import type { SynergyRule } from '../domain/rule.ts';
import type { Settings } from './settings.ts';

/** NACE division of a code as written: `24.102`, `C24`, `24` give `24`; null where there is none. */
export function divisionOf(code: string | null): string | null {
  const digits = /^[A-U]?(\d\d)/.exec((code ?? '').trim().toUpperCase())?.[1];
  return digits ?? null;
}

const fitOne = (company: Company | undefined, prefixes: readonly string[], settings: Settings): number => {
  const division = divisionOf(company?.nace ?? null);
  if (division === null || prefixes.length === 0) return 1;
  return prefixes.some((prefix) => divisionOf(prefix) === division) ? settings['nace.fits'] : settings['nace.differs'];
};

/** Factor around 1: over it where both companies are of the rule's kinds, under it where they are not, 1 where nothing is known. */
export const companyFit = (giver: Company | undefined, taker: Company | undefined, rule: SynergyRule | null, settings: Settings): number =>
  rule === null ? 1 : fitOne(giver, rule.fromNace, settings) * fitOne(taker, rule.toNace, settings);
