// Whether giver and taker are the kind of company a synergy rule speaks of.
import type { Settings } from './settings.ts';

/** NACE division of a code as written: `24.102`, `C24`, `24` give 24; null where there is none. */
export function divisionOf(code: string | null): number | null {
  const digits = /^[A-U]?(\d\d)/u.exec((code ?? '').trim().toUpperCase())?.[1];
  return digits === undefined ? null : Number(digits);
}

/** A factor for each NACE division, 0 to 99. */
export type CompanyFits = Readonly<Float64Array>;

/** Over 1 where the division is among a rule's, under 1 where it is not; null where the rule names none. */
export function companyFits(codes: readonly string[], settings: Settings): CompanyFits | null {
  if (codes.length === 0) return null;
  const fits = new Float64Array(100).fill(settings['nace.differs']);
  for (const code of codes) {
    const division = divisionOf(code);
    if (division !== null) fits[division] = settings['nace.fits'];
  }
  return fits;
}

/** 1 where nothing is known of the company or the rule. */
export const companyFit = (division: number | null, fits: CompanyFits | null): number =>
  division === null || fits === null ? 1 : (fits[division] ?? 1);
