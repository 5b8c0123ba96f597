// Every row gets an id of its own that does not depend on where it stands, so that the same rows in another order give the same picture.
import { byText } from '../sankey/sortText.ts';
import type { SankeyFlow } from '../sankey/types.ts';

export type UnnamedRow = {
  /** The id its row tells; empty where there is none. */
  readonly told: string;
  readonly flow: Omit<SankeyFlow, 'id'>;
};

/** What a row without an id is called. */
export const fromTo = (flow: Pick<SankeyFlow, 'source' | 'target'>): string => `${flow.source} → ${flow.target}`;

/** The flows in the order of the rows. Of rows that share a name all but the first by content get a number. */
export function nameRows(rows: readonly UnnamedRow[]): SankeyFlow[] {
  const name = (row: UnnamedRow): string => (row.told === '' ? fromTo(row.flow) : row.told);
  const taken = new Set<string>();
  const ids = new Map<UnnamedRow, string>();
  const shared: UnnamedRow[] = [];
  for (const [id, own] of Map.groupBy(rows, name)) {
    const [only, ...others] = own;
    if (only === undefined) continue;
    taken.add(id);
    if (others.length === 0) ids.set(only, id);
    else shared.push(...own);
  }
  const content = new Map(shared.map((row) => [row, JSON.stringify([name(row), ...Object.values(row.flow)])]));
  const given = new Set<string>();
  for (const row of shared.toSorted((a, b) => byText(content.get(a) ?? '', content.get(b) ?? ''))) {
    let id = name(row);
    for (let n = 2; given.has(id) || (id !== name(row) && taken.has(id)); n++) id = `${name(row)} (${n})`;
    given.add(id);
    ids.set(row, id);
  }
  return rows.map((row) => ({ ...row.flow, id: ids.get(row) ?? name(row) }));
}
