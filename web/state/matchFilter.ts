// Which matches the table shows and in which order: the choices of the page applied to its rows. Pure.
import type { MatchRow } from '../../server/contract/leads.ts';

export type MatchChoices = {
  /** Name of a resource or of its family; '' is any. */
  readonly resource: string;
  /** Id; on either side. */
  readonly company: string;
  readonly from: string;
  readonly to: string;
  readonly mostKm: number | null;
  readonly leastNok: number | null;
  readonly leastCo2: number | null;
  /** A stage, `none` (not followed), or ''. */
  readonly stage: string;
  /** `high`, `medium` (or high), or ''. */
  readonly certainty: string;
  readonly declined: boolean;
};

export const SORTS = ['score', 'volume', 'nok', 'co2', 'distance', 'certainty'] as const;
export type Sort = (typeof SORTS)[number];

/** Matches that fit side by side on a screen. */
export const MOST_COMPARED = 5;
/** A pair in the address. Flow ids hold no blank. */
export const pairName = (row: Pick<MatchRow, 'surplus' | 'need'>): string => `${row.surplus} ${row.need}`;
/** Names of the pairs that were chosen for comparing, in the order they were chosen in. */
export const comparedIn = (query: Readonly<Record<string, string>>): string[] =>
  (query['compare'] ?? '')
    .split(',')
    .filter((name) => name !== '')
    .slice(0, MOST_COMPARED);

const numberOf = (text: string | undefined): number | null => {
  if (text === undefined || text.trim() === '') return null;
  const value = Number(text.replaceAll(/\s/g, '').replace(',', '.'));
  return Number.isFinite(value) ? value : null;
};

export const choicesOf = (query: Readonly<Record<string, string>>): MatchChoices => ({
  resource: query['resource'] ?? '',
  company: query['company'] ?? '',
  from: query['from'] ?? '',
  to: query['to'] ?? '',
  mostKm: numberOf(query['km']),
  leastNok: numberOf(query['nok']),
  leastCo2: numberOf(query['co2']),
  stage: query['stage'] ?? '',
  certainty: query['certainty'] ?? '',
  declined: query['declined'] === 'yes',
});
export const sortOf = (query: Readonly<Record<string, string>>): Sort => SORTS.find((one) => one === query['sort']) ?? 'score';

/** A no was said and nothing that decides moved since. */
export const staysAway = (row: MatchRow): boolean => row.declined !== null && row.declined.moved.length === 0;

/** What is not known passes no limit. */
function fits(row: MatchRow, wish: MatchChoices): boolean {
  if (wish.resource !== '' && row.resource !== wish.resource && row.group !== wish.resource) return false;
  if (wish.company !== '' && row.giver !== wish.company && row.taker !== wish.company) return false;
  if (wish.from !== '' && row.giver !== wish.from) return false;
  if (wish.to !== '' && row.taker !== wish.to) return false;
  if (wish.mostKm !== null && !(row.distance_km !== null && row.distance_km <= wish.mostKm)) return false;
  if (wish.leastNok !== null && !((row.nok_per_year?.likely ?? -Infinity) >= wish.leastNok)) return false;
  if (wish.leastCo2 !== null && !((row.t_co2e_per_year?.likely ?? -Infinity) >= wish.leastCo2)) return false;
  if (wish.stage === 'none' ? row.lead !== null : wish.stage !== '' && row.lead?.stage !== wish.stage) return false;
  if (wish.certainty === 'high') return row.certainty === 'high';
  return wish.certainty !== 'medium' || row.certainty !== 'low';
}

/** `hidden`: rows that fit, but stay away after a no. Choosing the stage `ended` asks for them. */
export function filterMatches(rows: readonly MatchRow[], wish: MatchChoices): { readonly rows: MatchRow[]; readonly hidden: number } {
  const fitting = rows.filter((row) => fits(row, wish));
  if (wish.declined || wish.stage === 'ended') return { rows: fitting, hidden: 0 };
  const shown = fitting.filter((row) => !staysAway(row));
  return { rows: shown, hidden: fitting.length - shown.length };
}

const CERTAIN = { high: 2, medium: 1, low: 0 } as const;
const VALUES: Readonly<Record<Exclude<Sort, 'score'>, (row: MatchRow) => number | null>> = {
  volume: (row) => row.volume?.likely ?? null,
  nok: (row) => row.nok_per_year?.likely ?? null,
  co2: (row) => row.t_co2e_per_year?.likely ?? null,
  distance: (row) => (row.distance_km === null ? null : -row.distance_km),
  certainty: (row) => CERTAIN[row.certainty],
};

/** Most first (nearest first for distance), what is not known last; ties keep the order of the ranking. */
export function sortMatches(rows: readonly MatchRow[], sort: Sort): MatchRow[] {
  if (sort === 'score') return [...rows];
  const value = VALUES[sort];
  return rows.toSorted((a, b) => (value(b) ?? -Infinity) - (value(a) ?? -Infinity) || 0);
}
