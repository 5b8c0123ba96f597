// Matches as a matrix: who (or what) gives, who takes, how many and the best of them. Pure.
import type { MatchRow } from '../../server/contract/leads.ts';

export type Cell = { readonly count: number; /** Best likely NOK a year; null where no value is known. */ readonly best: number | null };
export type Side = { readonly key: string; readonly name: string };
export type Matrix = {
  readonly rows: readonly Side[];
  readonly columns: readonly Side[];
  readonly cell: (row: string, column: string) => Cell | null;
  /** Rows or columns that are left out. */
  readonly cut: boolean;
  /** The largest of all cells, NOK a year. */
  readonly most: number;
};

const better = (a: number | null, b: number | null): number | null => (a === null ? b : b === null ? a : Math.max(a, b));

/** At most `size` rows and columns: those with the best single match first, then by name. Matches of one flow exclude each other, so none are added up. */
export function matrixOf(rows: readonly MatchRow[], by: 'company' | 'resource', size: number, unknown: string): Matrix {
  const cells = new Map<string, Map<string, Cell>>();
  const sides = { rows: new Map<string, Side & { best: number | null }>(), columns: new Map<string, Side & { best: number | null }>() };
  const note = (side: Map<string, Side & { best: number | null }>, key: string, name: string, value: number | null): void =>
    void side.set(key, { key, name, best: better(side.get(key)?.best ?? null, value) });
  for (const row of rows) {
    const value = row.nok_per_year?.likely ?? null;
    const group = row.group ?? row.resource ?? unknown;
    const [from, name] = by === 'company' ? [row.giver, row.giver_name] : [group, group];
    note(sides.rows, from, name, value);
    note(sides.columns, row.taker, row.taker_name, value);
    const line = cells.get(from) ?? new Map<string, Cell>();
    cells.set(from, line);
    const before = line.get(row.taker);
    line.set(row.taker, { count: (before?.count ?? 0) + 1, best: better(before?.best ?? null, value) });
  }
  const chosen = (side: ReadonlyMap<string, Side & { best: number | null }>): Side[] =>
    [...side.values()]
      .sort((a, b) => (b.best ?? -Infinity) - (a.best ?? -Infinity) || (a.name < b.name ? -1 : 1))
      .slice(0, size)
      .map(({ key, name }) => ({ key, name }));
  return {
    rows: chosen(sides.rows),
    columns: chosen(sides.columns),
    cell: (row, column) => cells.get(row)?.get(column) ?? null,
    cut: sides.rows.size > size || sides.columns.size > size,
    most: Math.max(0, ...[...cells.values()].flatMap((line) => [...line.values()].map(({ best }) => best ?? 0))),
  };
}
