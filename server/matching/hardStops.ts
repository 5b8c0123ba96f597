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

/** Stops of a resource, and which of them holds for a use; worked out once for every two nodes. */
type Known = { readonly stops: readonly HardStop[]; readonly byUse: Map<ResourceId, HardStop | null> };
const known = new WeakMap<readonly HardStop[], Map<ResourceId, Known>>();

/** The stop that holds for what both flows most likely are, or null. */
export function isStopped(stops: readonly HardStop[], surplus: Flow, need: Flow): HardStop | null {
  const given = surplus.resources[0]?.resource;
  const taken = need.resources[0]?.resource;
  if (given === undefined || taken === undefined) return null;
  let table = known.get(stops);
  if (table === undefined) known.set(stops, (table = new Map()));
  let own = table.get(given);
  if (own === undefined) table.set(given, (own = { stops: stops.filter(({ resource }) => under(given, resource)), byUse: new Map() }));
  if (own.stops.length === 0) return null;
  let found = own.byUse.get(taken);
  if (found === undefined) own.byUse.set(taken, (found = own.stops.find(({ use }) => under(taken, use)) ?? null));
  return found;
}
