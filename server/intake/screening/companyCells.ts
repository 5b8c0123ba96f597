// Which company a row belongs to: its name and number, its own or those of the row above, and names and numbers that do not agree.
import { readOrgNumber } from '../../domain/orgNumber.ts';
import { UNKNOWN_WORD, clean } from './cellContext.ts';
import type { CellContext } from './cellContext.ts';
import { memo } from './memo.ts';

/** Names of companies that are remembered by their number, and numbers by their name. */
const MOST_NAMES = 20_000;

export type CompanyOfRow = {
  /** Null: missing, and told. */
  readonly company: string | null;
  readonly orgNumber: string | null;
  /** A text in the number's column that is no number. */
  readonly badNumber: string | null;
  /** The cells that say where the company is: the row's own, or those of the row that named it. */
  readonly from: readonly string[];
};

export function createCompanyCells({ setup, col, say }: CellContext, COMPANY: number) {
  const { preamble } = setup;
  const ORG = col('org_number');
  const orgOf = memo(readOrgNumber);
  /** Organisation number -> the name first seen with it, and the other way. */
  const names = new Map<string, string>();
  const numbers = new Map<string, string>();
  const said = new Set<string>();
  let carriedCompany: string | null = null;
  let carriedFrom: readonly string[] | null = null;
  let carriedSaid = false;

  /** Blank company cells below belong to this row's company. */
  function carry(cells: readonly string[]): void {
    carriedCompany = clean(cells[COMPANY]);
    carriedFrom = cells;
  }

  let above = { company: '', digits: '' };
  function agree(company: string, digits: string, column: number, text: string): void {
    // As in the row above: looked up there.
    if (company === above.company && digits === above.digits) return;
    above = { company, digits };
    const name = names.get(digits);
    if (name === undefined) {
      if (names.size < MOST_NAMES) names.set(digits, company);
    } else if (name !== company) sayOnce('org.otherName', `${digits} ${company}`, column, text, { name: company, first: name });
    const number = numbers.get(company);
    if (number === undefined) {
      if (numbers.size < MOST_NAMES) numbers.set(company, digits);
    } else if (number !== digits) sayOnce('org.otherNumber', `${company} ${digits}`, column, text, { name: company, first: number });
  }

  function sayOnce(
    code: 'org.otherName' | 'org.otherNumber',
    key: string,
    column: number,
    text: string,
    values: Readonly<Record<string, string>>,
  ): void {
    if (said.has(key)) return;
    if (said.size < MOST_NAMES) said.add(key);
    say(code, 'warning', column, text, values);
  }

  function companyIn(cells: readonly string[]): CompanyOfRow {
    const named = clean(cells[COMPANY]);
    // `ukjent`, `-` or `#REF!` is nobody's name; a number beside it may tell whose row it is.
    const nobody = named !== null && named.length < 16 && UNKNOWN_WORD.test(named) ? named : null;
    let company = nobody === null ? named : null;
    let from = cells;
    if (company === null) {
      const own = clean(cells[ORG]);
      if (setup.carries && carriedCompany !== null && own === null && nobody === null) {
        company = carriedCompany;
        from = carriedFrom ?? cells;
        if (!carriedSaid) say('company.carried', 'info', COMPANY, company);
        carriedSaid = true;
      } else if (COMPANY === -1 && preamble.company !== null) company = preamble.company;
      else if (own !== null && orgOf(own).kind === 'digits') {
        const org = orgOf(own);
        const digits = org.kind === 'digits' ? org.digits : own;
        company = names.get(digits) ?? own;
        say('company.fromNumber', 'warning', COMPANY, nobody ?? '', { number: own, name: company });
      } else say('company.missing', 'error', COMPANY, nobody ?? '');
    } else if (setup.carries) {
      carry(cells);
    }

    const orgText = clean(cells[ORG]) ?? clean(from[ORG]) ?? preamble.orgNumber;
    let orgNumber: string | null = null;
    let badNumber: string | null = null;
    if (orgText !== null) {
      const org = orgOf(orgText);
      if (org.kind === 'digits') {
        orgNumber = org.digits;
        if (company !== null) agree(company, orgNumber, ORG, orgText);
      } else if (org.kind !== 'absent') {
        badNumber = orgText;
        say(org.kind === 'wrong' ? 'org.checkDigit' : 'org.text', 'warning', ORG, orgText);
      }
    }
    return { company, orgNumber, badNumber, from };
  }

  return { companyIn, carry };
}
