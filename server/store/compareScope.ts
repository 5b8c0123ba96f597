// What rows of one company and period change, against the live ones.
import type { Database } from 'better-sqlite3';
import type { LiveScope, ScopeKind } from './liveScopes.ts';

export type KeyAndContent = readonly [key: number, content: number];
export type Change = 'added' | 'changed' | 'withdrawn';

/** Rows of a company and period beyond which they are not held in memory together. */
const STREAMED = 10_000;

/** Keys and contents of a scope's rows. A big scope is streamed; many small ones are faster read at once. */
export function keyReader(db: Database): (kind: ScopeKind, scope: number, rows: number) => Iterable<KeyAndContent> {
  const inTable = (table: string) =>
    db
      .prepare<[number], [number, number]>(
        `SELECT r.key, r.content FROM extents e CROSS JOIN ${table} r ON r.id BETWEEN e.first_row AND e.last_row WHERE e.scope_id = ?`,
      )
      .raw();
  const keys = { flow: inTable('flow_rows'), exchange: inTable('exchange_rows') };
  return (kind, scope, rows) => (rows > STREAMED ? keys[kind].iterate(scope) : keys[kind].all(scope));
}

/**
 * Tells each change; answers how many rows are unchanged. `live`: the latest commit first, which holds where two state one flow. Withdrawn is what
 * `source` stated and states no more, unless another source states it too; `null`: a whole statement, which withdraws what any source stated.
 */
export function compareScope(
  /** Asked for once the live rows are read: a statement answers one question at a time. */
  staged: () => Iterable<KeyAndContent>,
  live: readonly LiveScope[],
  source: number | null,
  read: (scope: number) => Iterable<KeyAndContent>,
  found: (what: Change, key: number) => void,
): number {
  const before = new Map<number, number>();
  const elsewhere = new Set<number>();
  for (const { id, source: from } of live)
    for (const [key, content] of read(id)) {
      if (!before.has(key)) before.set(key, content);
      if (source !== null && from !== source) elsewhere.add(key);
    }
  let unchanged = 0;
  for (const [key, content] of staged()) {
    const was = before.get(key);
    if (was === undefined) found('added', key);
    else if (was === content) unchanged++;
    else found('changed', key);
    before.delete(key);
  }
  for (const key of before.keys()) if (!elsewhere.has(key)) found('withdrawn', key);
  return unchanged;
}

/** Which import holds most of the rows that are unchanged; of two with as many the later. */
export class Holders {
  readonly #rows = new Map<number, number>();
  add(importId: number | null, rows: number): void {
    if (importId !== null && rows > 0) this.#rows.set(importId, (this.#rows.get(importId) ?? 0) + rows);
  }
  most(): number | null {
    const [first] = [...this.#rows].sort(([a, some], [b, others]) => others - some || b - a);
    return first?.[0] ?? null;
  }
}
