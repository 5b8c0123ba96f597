// The rules of secrecy in totals: rows of data/secrecy.csv, read once.
import type { SecrecyRules } from '../../domain/secrecy.ts';
import { loadRows } from '../../reference/loadRows.ts';

let known: SecrecyRules | null = null;
/** Throws RangeError where a row is missing or not above 0. */
export function secrecyKnowledge(): SecrecyRules {
  if (known !== null) return known;
  const rows = loadRows('secrecy.csv');
  const of = (id: string): number => {
    const value = Number(rows.find((row) => row['id'] === id)?.['value'] ?? 'missing');
    if (!(value > 0)) throw new RangeError(`data/secrecy.csv: ${id} is missing or not above 0`);
    return value;
  };
  known = {
    leastOthers: of('group.least_others'),
    largestShare: of('group.largest_share'),
    estimateWithin: of('group.estimate_within'),
    digits: of('total.digits'),
  };
  return known;
}
