// Allocated pairs as the rows of a diagram: giver, family of the resource, taker. Pure; rows that run the same way are one.
import type { LivePair } from '../../../server/contract/scenarios.ts';
import type { SankeyFlow } from '../../sankey/types.ts';
import { colourOfResource } from '../colourKey.ts';

type Names = { readonly unknown: string; readonly receives: (company: string) => string };
export type Scope = string;

/** Base units of what is allocated in any of the lists, the one with most pairs first. */
export function unitsIn(lists: readonly (readonly LivePair[])[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { used } of lists.flat()) if (used !== null) counts.set(used.unit, (counts.get(used.unit) ?? 0) + 1);
  return [...counts].toSorted(([a, some], [b, many]) => many - some || (a < b ? -1 : 1)).map(([unit]) => unit);
}

export function allocatedRows(pairs: readonly LivePair[], unit: string, names: Names): readonly SankeyFlow[] {
  const rows = new Map<string, { readonly row: SankeyFlow; value: number }>();
  const add = (source: string, target: string, value: number, colourKey: string): void => {
    const id = `${source} → ${target}`;
    const known = rows.get(id);
    if (known === undefined) rows.set(id, { row: { id, source, target, value, unit, colourKey }, value });
    else known.value += value;
  };
  for (const { used, giver_name: giver, taker_name: taker, group, resource, resource_id: id } of pairs) {
    if (used === null || used.unit !== unit || used.likely === null || used.likely <= 0) continue;
    const middle = group ?? resource ?? names.unknown;
    const colour = colourOfResource(id);
    add(giver, middle, used.likely, colour);
    add(middle, names.receives(taker), used.likely, colour);
  }
  return [...rows.values()].map(({ row, value }) => ({ ...row, value }));
}
