// Whether giver and taker are the kind of company a synergy rule speaks of.
import type { Settings } from './settings.ts';

/** NACE division of a code as written: `24.102`, `C24`, `24` give 24; null where there is none. */
export function divisionOf(code: string | null): number | null {
  const digits = /^[A-U]?(\d\d)/u.exec((code ?? '').trim().toUpperCase())?.[1];
  return digits === undefined ? null : Number(digits);
}

/** A factor for each NACE division, 0 to 99. */
export type CompanyFits = Readonly<Float64Array>;

/** A column of `FitTable` for each division, and one for companies of none. */
export const DIVISIONS = 101;
export const divisionColumn = (division: number | null): number => division ?? DIVISIONS - 1;

/** The fits of many rules in one place: those of number n stand in the row n; the first row is for rules that name no division. */
export type FitTable = {
  readonly rowOf: (fits: CompanyFits | null) => number;
  /** Which of `levels` holds, at row * DIVISIONS + column. */
  readonly cells: () => Uint8Array;
  readonly levels: Float64Array;
};

export function createFitTable(settings: Settings): FitTable {
  const levels = Float64Array.of(1, settings['nace.fits'], settings['nace.differs']);
  const rows = new Map<string, number>([['', 0]]);
  const known = new Map<CompanyFits, number>();
  let cells = new Uint8Array(DIVISIONS * 64);
  const rowOf = (fits: CompanyFits | null): number => {
    if (fits === null) return 0;
    const before = known.get(fits);
    if (before !== undefined) return before;
    const among = [...fits.keys()].filter((division) => fits[division] === settings['nace.fits']);
    const key = `n${among.join()}`;
    let row = rows.get(key);
    if (row === undefined) {
      rows.set(key, (row = rows.size));
      if ((row + 1) * DIVISIONS > cells.length) {
        const wider = new Uint8Array(2 * cells.length);
        wider.set(cells);
        cells = wider;
      }
      for (let division = 0; division < DIVISIONS - 1; division++) cells[row * DIVISIONS + division] = 2;
      for (const division of among) cells[row * DIVISIONS + division] = 1;
    }
    known.set(fits, row);
    return row;
  };
  return { rowOf, cells: () => cells, levels };
}

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
