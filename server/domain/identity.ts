// Which company, and which flow, a row speaks of (README, "Decisions": identity).
import type { Hash } from './hash.ts';
import type { ScreeningRow } from './screening.ts';

const known = new Map<string, string>();

/**
 * Whether lower case is all the folding that a text needs: no letters beyond Western European ones, no white space other than single spaces inside.
 * Most ids and names are plain, and a million different ids need no table.
 */
function isPlain(text: string): boolean {
  let before = 32;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 32 ? before === 32 : unit < 32 || unit > 255 || (unit > 126 && unit < 192)) return false;
    before = unit;
  }
  return before !== 32 || text === '';
}

/** Text with case, spacing and Unicode form set aside: what two spellings of one name share. */
export function sameText(text: string): string {
  if (isPlain(text)) return text.toLowerCase();
  const cached = known.get(text);
  if (cached !== undefined) return cached;
  const folded = text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
  if (known.size > 20_000) known.clear();
  known.set(text, folded);
  return folded;
}

/** What a company is known by: the organisation number when there is one, and the name with the municipality. */
export type CompanyNames = { readonly orgNumber: string | null; readonly name: string; readonly municipality: string | null };

export const nameKey = (name: string, municipality: string | null): string =>
  `${sameText(name)}|${municipality === null ? '' : sameText(municipality)}`;

/** One text for one company within a file. */
export const companyKey = (row: CompanyNames): string => row.orgNumber ?? nameKey(row.name, row.municipality);

/** What is the same in a flow from one file to the next: its company, period and own id, or where and what it is. Its order is not part of it. */
export function hashFlowKey(hash: Hash, row: ScreeningRow): void {
  if (row.orgNumber === null) {
    hashSame(hash, row.company);
    hashSame(hash, row.municipality);
  } else hash.text(row.orgNumber);
  hash.text(row.period);
  if (row.flowId !== null) hashSame(hash, row.flowId);
  else {
    hash.text(null);
    hashSame(hash, row.site);
    hashSame(hash, row.process);
    hash.text(row.direction);
    hashSame(hash, row.words);
  }
}

/** As `sameText`, without making the text where it is plain. */
const hashSame = (hash: Hash, text: string | null): void => {
  if (text === null || !isPlain(text)) hash.text(text === null ? null : sameText(text));
  else hash.lowered(text);
};
