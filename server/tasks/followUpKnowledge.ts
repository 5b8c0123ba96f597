// Thresholds of following matches up: rows of data/follow-up.csv, read once.
import type { Bands } from '../domain/blindLead.ts';
import type { CertaintyLimits } from '../domain/certainty.ts';
import { loadRows } from '../reference/loadRows.ts';

export type FollowUpKnowledge = { readonly bands: Bands; readonly certainty: CertaintyLimits };

/** Throws RangeError where a row is missing, is no number or where bands do not ascend. */
export function followUpFrom(rows: readonly Readonly<Record<string, string>>[]): FollowUpKnowledge {
  const of = (id: string): number => {
    const value = Number(rows.find((row) => row['id'] === id)?.['value'] ?? 'missing');
    if (!(value > 0)) throw new RangeError(`data/follow-up.csv: ${id} is missing or not above 0`);
    return value;
  };
  const ends = (prefix: string): readonly number[] => {
    const found = rows.flatMap(({ id = '' }) => (id.startsWith(prefix) ? [of(id)] : []));
    if (found.length === 0 || found.some((end, i) => end <= (found[i - 1] ?? 0)))
      throw new RangeError(`data/follow-up.csv: the rows ${prefix}* are missing or do not ascend`);
    return found;
  };
  return {
    bands: { size: ends('band.size.'), distanceKm: ends('band.distance.'), leastCompanies: of('band.least_companies') },
    certainty: {
      high: { unknown: of('certainty.high.unknown'), spread: of('certainty.high.spread') },
      medium: { unknown: of('certainty.medium.unknown'), spread: of('certainty.medium.spread') },
    },
  };
}

let known: FollowUpKnowledge | null = null;
export function followUpKnowledge(): FollowUpKnowledge {
  known ??= followUpFrom(loadRows('follow-up.csv'));
  return known;
}
