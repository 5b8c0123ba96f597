// Whether blank company cells belong to the company above, as in a sheet with merged cells: only where that is evident.
import type { RawRecord } from '../table/types.ts';
import type { Mapping } from './mapping.ts';

/**
 * Evident: at least two blank company cells among the sample's rows with a resource, three in ten of them at least, the organisation number
 * blank beside them, and no company named on two rows that follow one another (where each row names its own, a blank is a gap).
 */
export function companyCarries(sample: readonly RawRecord[], mapping: Mapping): boolean {
  const company = mapping.at.get('company');
  const resource = mapping.at.get('resource');
  if (company === undefined || resource === undefined) return false;
  const org = mapping.at.get('org_number');
  let [blank, named] = [0, 0];
  let before: string | null = null;
  for (const { cells } of sample) {
    const name = (cells[company] ?? '').trim();
    if ((cells[resource] ?? '').trim() === '') {
      if (name !== '') before = null;
      continue;
    }
    if (name === '') {
      if (org !== undefined && (cells[org] ?? '').trim() !== '') return false;
      blank++;
      before = null;
      continue;
    }
    if (name === before) return false;
    before = name;
    named++;
  }
  return blank >= 2 && blank >= 0.3 * (blank + named);
}
