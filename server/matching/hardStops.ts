// Which uses of which resources the law forbids outright; only what is listed is refused.
import type { Flow } from '../domain/flow.ts';
import type { ResourceId } from '../domain/resource.ts';

/** Any resource at or under `resource` may not go to any use at or under `use`. */
export type HardStop = {
  readonly id: string;
  readonly resource: ResourceId;
  readonly use: ResourceId;
  readonly flag: string;
  readonly why: { readonly nb: string; readonly en: string };
  readonly source: string;
};

/** From the rows of data/hard-stops.csv by header. */
export const hardStopsFrom = (rows: Iterable<Readonly<Record<string, string>>>): readonly HardStop[] =>
  [...rows].map((row) => ({
    id: row['id'] ?? '',
    resource: row['resource'] ?? '',
    use: row['use'] ?? '',
    flag: row['flag'] ?? '',
    why: { nb: row['why_nb'] ?? '', en: row['why_en'] ?? '' },
    source: row['source'] ?? '',
  }));

const under = (id: ResourceId, top: ResourceId): boolean => id === top || id.startsWith(`${top}.`);

/** The stop that holds for what both flows most likely are, or null. */
export function isStopped(stops: readonly HardStop[], surplus: Flow, need: Flow): HardStop | null {
  const given = surplus.resources[0]?.resource;
  const taken = need.resources[0]?.resource;
  if (given === undefined || taken === undefined) return null;
  return stops.find((stop) => under(given, stop.resource) && under(taken, stop.use)) ?? null;
}
