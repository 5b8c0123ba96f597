// How one flow came to be what it is: import by import.
import type { Database } from 'better-sqlite3';
import { maySeeCells } from '../domain/policy.ts';
import type { Viewer } from '../domain/viewer.ts';
import { partsOf } from './flowRow.ts';
import type { Standings } from './standings.ts';

/** `line` is null where the import withdrew the flow. Undone imports stay in the history, marked. */
export type Version = {
  readonly importId: number;
  readonly what: 'added' | 'changed' | 'unchanged' | 'withdrawn';
  readonly at: string;
  readonly undone: boolean;
  readonly file: string;
  readonly line: number | null;
  readonly cells: readonly string[] | null;
};

export function createHistoryReader(db: Database, standings: Standings): (viewer: Viewer, flowId: string) => Version[] {
  const imports = db.prepare<
    [number],
    { id: number; source: number; state: string; at: string; files: string; scope: number; period: number | null }
  >(
    `SELECT i.id, i.source_id AS source, i.state, i.finished_at AS at, i.files, s.id AS scope, s.period_id AS period FROM scopes s
     JOIN imports i ON i.id = s.import_id WHERE s.company_id = ? AND s.kind = 'flow' AND i.commit_order IS NOT NULL ORDER BY i.commit_order`,
  );
  const rowOf = db.prepare<[number, number], { line: number; content: number; cells: string; file: string }>(
    `SELECT f.line, f.content, f.cells, t.file FROM extents e CROSS JOIN flow_rows f ON f.id BETWEEN e.first_row AND e.last_row
     JOIN import_tables t ON t.id = f.table_id WHERE e.scope_id = ? AND f.key = ? LIMIT 1`,
  );
  return (viewer, flowId) => {
    const parts = partsOf(flowId);
    const company = parts === null ? undefined : standings.company(parts.company);
    if (parts === null || company === undefined || !maySeeCells(viewer, standings.of(viewer)(company))) return [];
    const versions: Version[] = [];
    /** The content that each source's latest import not undone states in a period; the flow's key holds its period. */
    const held = new Map<string, number>();
    for (const { id, source, state, at, files, scope, period } of imports.all(company.id)) {
      const place = `${source}|${period}`;
      const row = rowOf.get(scope, parts.key);
      const undone = state === 'undone';
      const before = [...held.values()].at(-1);
      if (row === undefined) {
        if (!held.has(place)) continue;
        if (!undone) held.delete(place);
        if (held.size === 0 || undone)
          versions.push({
            importId: id,
            what: 'withdrawn',
            at,
            undone,
            file: (JSON.parse(files) as string[]).join(' + '),
            line: null,
            cells: null,
          });
        continue;
      }
      const what = before === undefined ? 'added' : before === row.content ? 'unchanged' : 'changed';
      if (!undone) {
        held.delete(place);
        held.set(place, row.content);
      }
      versions.push({ importId: id, what, at, undone, file: row.file, line: row.line, cells: JSON.parse(row.cells) as string[] });
    }
    return versions;
  };
}
