// Records that were read and not taken in.
import type { Database } from 'better-sqlite3';
import type { Message } from '../domain/screening.ts';

export type RefusedRecord = {
  readonly outcome: 'rejected' | 'skipped';
  readonly file: string;
  readonly sheet: string | null;
  readonly headers: readonly string[];
  readonly line: number;
  readonly cells: readonly string[];
  readonly messages: readonly Message[];
};

export function createRefusedReader(db: Database): (importId: number) => Generator<RefusedRecord, void, undefined> {
  const tables = db.prepare<[number], { id: number; file: string; sheet: string | null; headers: string }>(
    'SELECT id, file, sheet, headers FROM import_tables WHERE import_id = ? ORDER BY id',
  );
  // By table and from a line on, a page at a time, so that a reader who stops half way holds no statement open.
  const page = db.prepare<
    { from: number; until: number; after: number },
    { id: number; table_id: number; line: number; outcome: 'rejected' | 'skipped'; messages: string; cells: string }
  >(
    'SELECT id, table_id, line, outcome, messages, cells FROM refused_rows WHERE id > $after AND id >= $from AND id < $until ORDER BY id LIMIT 500',
  );
  const range = db.prepare<{ id: number }, { from: number; until: number }>(
    `SELECT first_refused_row AS "from", coalesce((SELECT min(first_refused_row) FROM imports WHERE id > $id), 9007199254740991) AS until
     FROM imports WHERE id = $id`,
  );
  return function* (importId) {
    const byId = new Map(
      tables.all(importId).map(({ id, file, sheet, headers }) => [id, { file, sheet, headers: JSON.parse(headers) as string[] }]),
    );
    const bounds = range.get({ id: importId });
    if (bounds === undefined) return;
    for (let after = 0; ;) {
      const rows = page.all({ ...bounds, after });
      for (const { table_id, line, outcome, messages, cells } of rows) {
        const table = byId.get(table_id);
        if (table !== undefined)
          yield { outcome, ...table, line, cells: JSON.parse(cells) as string[], messages: JSON.parse(messages) as Message[] };
      }
      const last = rows.at(-1);
      if (last === undefined) return;
      after = last.id;
    }
  };
}
