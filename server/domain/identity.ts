// Which company, and which flow, a row speaks of (README, "Decisions": identity).
import type { ScreeningRow } from './screening.ts';

const known = new Map<string, string>();

/** Text with case, spacing and Unicode form set aside: what two spellings of one name share. */
export function sameText(text: string): string {
  const cached = known.get(text);
  if (cached !== undefined) return cached;
  const folded = text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
  if (known.size > 20_000) known.clear();
  known.set(text, folded);
  return folded;
}

/**
 * A 53-bit number for a text: equal texts give equal numbers, and among a few thousand flows of one company two different texts do not
 * meet by chance (one in 10^9). Two multiplicative 32-bit lanes, mixed at the end.
 */
export function hash53(text: string, seed = 0): number {
  let one = 0x9e3779b1 ^ seed;
  let two = 0x85ebca6b ^ seed;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    one = Math.imul(one ^ unit, 0x27d4eb2f);
    two = Math.imul(two ^ unit, 0x165667b1);
    one ^= one >>> 15;
  }
  one = Math.imul(one ^ (two >>> 13), 0xc2b2ae3d);
  two = Math.imul(two ^ (one >>> 16), 0x27d4eb2f);
  return ((two ^ (two >>> 15)) & 0x1fffff) * 0x1_0000_0000 + ((one ^ (one >>> 13)) >>> 0);
}

/** What a company is known by: the organisation number when there is one, and the name with the municipality. */
export type CompanyNames = { readonly orgNumber: string | null; readonly name: string; readonly municipality: string | null };

export const nameKey = (name: string, municipality: string | null): string =>
  `${sameText(name)}|${municipality === null ? '' : sameText(municipality)}`;

/** One text for one company within a file. */
export const companyKey = (row: CompanyNames): string => row.orgNumber ?? nameKey(row.name, row.municipality);

/** What is the same in a flow from one file to the next, without its order among flows that agree in all of these. */
export function flowKeyText(row: ScreeningRow): string {
  const period = row.period ?? '';
  if (row.flowId !== null) return `id|${period}|${sameText(row.flowId)}`;
  return `${period}|${row.site === null ? '' : sameText(row.site)}|${row.process === null ? '' : sameText(row.process)}|${row.direction}|${sameText(row.words)}`;
}
