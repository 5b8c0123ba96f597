// The life of an import: staged, then committed or discarded; committed, then perhaps undone. Each step is one changed word.
import type { Database } from 'better-sqlite3';
import { AppError } from '../domain/errors.ts';
import { mayChange, reach } from '../domain/policy.ts';
import type { Message } from '../domain/screening.ts';
import type { Viewer } from '../domain/viewer.ts';
import { flowIdOf } from './flowRow.ts';
import { planOf } from './plan.ts';
import type { Plan } from './plan.ts';
import type { ScreeningReader } from './readScreenings.ts';
import { screeningEditsSince } from './decidedScreenings.ts';
import type { Standings } from './standings.ts';

export type ImportState = 'staged' | 'committed' | 'undone' | 'discarded';

/** What is known before the first row. Times are ISO 8601, told by the caller. */
export type ImportMeta = {
  readonly viewer: Viewer;
  readonly cluster: string;
  /** What later files are compared with: by default the file names, so that next year's file of the same name follows this year's. */
  readonly source?: string;
  readonly files: readonly string[];
  readonly startedAt: string;
  /** Hash of all bytes, or null. */
  readonly bytesHash: string | null;
  /** What a person decided for reading (encoding, mapping). */
  readonly options: Readonly<Record<string, unknown>>;
  /** All flows of its companies and periods stand in it: what other sources said of these before holds no more while it does. */
  readonly whole?: boolean;
  /** The person who becomes consultant of the companies that the import is the first to bring; left out: nobody does. */
  readonly gives?: { readonly user: string; readonly until: string | null };
};

export type ImportRecord = {
  readonly id: number;
  readonly state: ImportState;
  readonly cluster: string;
  readonly source: string;
  readonly files: readonly string[];
  readonly who: Viewer;
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly undoneAt: string | null;
  readonly bytesHash: string | null;
  readonly options: Readonly<Record<string, unknown>>;
  readonly rowsOk: number;
  readonly rowsRejected: number;
  readonly rowsSkipped: number;
  readonly added: number;
  readonly changed: number;
  readonly withdrawn: number;
  readonly unchanged: number;
};

/** `edited`: nothing was undone; flows and screenings of the import that a person changed since, by id. */
export type Undone =
  | { readonly outcome: 'undone' }
  | { readonly outcome: 'edited'; readonly flows: readonly string[]; readonly screenings: readonly string[] };

type Row = Omit<ImportRecord, 'files' | 'who' | 'options'> & { files: string; who: string; options: string };
const SELECT = `SELECT i.id, i.state, k.name AS cluster, s.name AS source, i.files, i.who, i.started_at AS startedAt, i.finished_at AS finishedAt,
  i.undone_at AS undoneAt, i.bytes_hash AS bytesHash, i.options, i.rows_ok AS rowsOk, i.rows_rejected AS rowsRejected, i.rows_skipped AS rowsSkipped,
  i.added, i.changed, i.withdrawn, i.unchanged FROM imports i JOIN sources s ON s.id = i.source_id JOIN clusters k ON k.id = s.cluster_id`;

const toRecord = (row: Row): ImportRecord => ({
  ...row,
  files: JSON.parse(row.files) as string[],
  who: JSON.parse(row.who) as Viewer,
  options: JSON.parse(row.options) as Record<string, unknown>,
});

export function createImports(db: Database, standings: Standings, screenings: ScreeningReader) {
  const one = db.prepare<[number], Row>(`${SELECT} WHERE i.id = ?`);
  const all = db.prepare<[], Row>(`${SELECT} ORDER BY i.id DESC`);
  const companiesIn = db.prepare<[number], { id: number; publicId: string }>(
    'SELECT c.id, c.public_id AS publicId FROM company_facts f JOIN companies c ON c.id = f.company_id WHERE f.import_id = ?',
  );

  function find(id: number): ImportRecord {
    const row = one.get(id);
    if (row === undefined) throw new AppError('import.unknown', { id });
    return toRecord(row);
  }

  /** An import is seen by who made the choice for all its companies: the machine's owner, the cluster's manager, or the only companies in it. */
  function maySee(viewer: Viewer, record: ImportRecord): boolean {
    if (viewer.kind === 'local' || viewer.kind === 'engine' || viewer.kind === 'administrator') return true;
    if (viewer.kind === 'manager') return viewer.cluster === record.cluster;
    const standingOf = standings.of(viewer);
    const companies = companiesIn.all(record.id);
    return companies.length > 0 && companies.every((company) => reach(viewer, standingOf(company)) === 'own');
  }

  function seen(viewer: Viewer, id: number): ImportRecord {
    const record = find(id);
    if (!maySee(viewer, record)) throw new AppError('import.unknown', { id });
    return record;
  }

  function mustBe(record: ImportRecord, state: ImportState): void {
    if (record.state !== state) throw new AppError('import.state', { id: record.id, state: record.state });
  }

  const nextRow = (table: string): number => Number(db.prepare(`SELECT coalesce(max(id), 0) + 1 FROM ${table}`).pluck().get());

  /** Cluster, source and import in one transaction. */
  function begin(meta: ImportMeta): { id: number; firstFlow: number; firstExchange: number } {
    return db
      .transaction(() => {
        db.prepare('INSERT OR IGNORE INTO clusters (name) VALUES (?)').run(meta.cluster);
        const cluster = Number(db.prepare('SELECT id FROM clusters WHERE name = ?').pluck().get(meta.cluster));
        const name = meta.source ?? meta.files.join(' + ');
        db.prepare('INSERT OR IGNORE INTO sources (cluster_id, name) VALUES (?, ?)').run(cluster, name);
        const source = Number(db.prepare('SELECT id FROM sources WHERE cluster_id = ? AND name = ?').pluck().get(cluster, name));
        const firstFlow = nextRow('flow_rows');
        const firstExchange = nextRow('exchange_rows');
        const { lastInsertRowid } = db
          .prepare(
            `INSERT INTO imports (source_id, state, who, started_at, files, bytes_hash, options, first_flow_row, first_exchange_row, first_refused_row, whole)
             VALUES (?, 'staged', ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
          )
          .run(
            source,
            JSON.stringify(meta.viewer),
            meta.startedAt,
            JSON.stringify(meta.files),
            meta.bytesHash,
            JSON.stringify(meta.options),
            firstFlow,
            firstExchange,
            nextRow('refused_rows'),
            meta.whole === true ? 1 : 0,
          );
        return { id: Number(lastInsertRowid), firstFlow, firstExchange };
      })
      .immediate();
  }

  /** The short transaction that makes a whole import visible, however long it is. */
  function commit(
    id: number,
    at: string,
    counts: { ok: number; rejected: number; skipped: number },
    plan: Plan,
    gives: { readonly user: string; readonly until: string | null; readonly companies: readonly string[] } | null = null,
  ): void {
    db.transaction(() => {
      mustBe(find(id), 'staged');
      db.prepare(
        `UPDATE imports SET state = 'committed', finished_at = $at, commit_order = (SELECT coalesce(max(commit_order), 0) + 1 FROM imports),
         rows_ok = $ok, rows_rejected = $rejected, rows_skipped = $skipped, added = $added, changed = $changed, withdrawn = $withdrawn,
         unchanged = $unchanged WHERE id = $id`,
      ).run({ id, at, ...counts, added: plan.added, changed: plan.changed, withdrawn: plan.withdrawn, unchanged: plan.unchanged });
      const give = db.prepare("INSERT INTO roles (user_id, role, scope, until, given_by, given_at) VALUES (?, 'consultant', ?, ?, ?, ?)");
      for (const company of gives?.companies ?? []) give.run(gives?.user, company, gives?.until, gives?.user, at);
      bumpRevision(db);
    }).immediate();
  }

  function discard(id: number, at: string): void {
    db.transaction(() => {
      mustBe(find(id), 'staged');
      db.prepare("UPDATE imports SET state = 'discarded', finished_at = ? WHERE id = ?").run(at, id);
    }).immediate();
  }

  /** Flows of the import with decisions that were made since it was committed. */
  const editedSince = (id: number): { edit: number; flow: string }[] =>
    db
      .prepare<{ id: number }, { edit: number; publicId: string; key: number }>(
        `SELECT e.id AS edit, c.public_id AS publicId, e.key FROM edits e JOIN companies c ON c.id = e.company_id
         WHERE e.retired_by IS NULL AND e.after_commit >= (SELECT commit_order FROM imports WHERE id = $id) AND EXISTS (
         SELECT 1 FROM scopes s JOIN extents x ON x.scope_id = s.id JOIN flow_rows f ON f.id BETWEEN x.first_row AND x.last_row
         WHERE s.import_id = $id AND s.company_id = e.company_id AND s.kind = 'flow' AND f.key = e.key) ORDER BY e.id`,
      )
      .all({ id })
      .map(({ edit, publicId, key }) => ({ edit, flow: flowIdOf(publicId, key) }));

  function undo(id: number, viewer: Viewer, at: string, evenEdited: boolean): Undone {
    return db
      .transaction((): Undone => {
        const record = seen(viewer, id);
        // Whoever took a file in may take it back.
        const own = JSON.stringify(record.who) === JSON.stringify(viewer);
        if (!own && !companiesIn.all(id).every(({ publicId }) => mayChange(viewer, publicId))) throw new AppError('import.unknown', { id });
        mustBe(record, 'committed');
        const edited = editedSince(id);
        const decided = screeningEditsSince(db, id);
        if (edited.length + decided.length > 0 && !evenEdited)
          return {
            outcome: 'edited',
            flows: [...new Set(edited.map(({ flow }) => flow))].sort(),
            screenings: [...new Set(decided.map(({ screening }) => screening))].sort(),
          };
        const retire = db.prepare('UPDATE edits SET retired_by = ? WHERE id = ?');
        for (const { edit } of edited) retire.run(id, edit);
        const retireDecided = db.prepare('UPDATE screening_edits SET retired_by = ? WHERE id = ?');
        for (const { edit } of decided) retireDecided.run(id, edit);
        db.prepare("UPDATE imports SET state = 'undone', undone_at = ? WHERE id = ?").run(at, id);
        bumpRevision(db);
        return { outcome: 'undone' };
      })
      .immediate();
  }

  return {
    begin,
    commit,
    discard,
    undo,
    plan: (id: number, listed: number): Plan => planOf(db, screenings, id, listed),
    find,
    seen,
    list: (viewer: Viewer): ImportRecord[] =>
      all
        .all()
        .map(toRecord)
        .filter((record) => record.state !== 'discarded' && maySee(viewer, record)),
    messages: (id: number): { file: string; message: Message }[] =>
      db
        .prepare<[number], { file: string; message: string }>('SELECT file, message FROM import_messages WHERE import_id = ? ORDER BY id')
        .all(id)
        .map(({ file, message }) => ({ file, message: JSON.parse(message) as Message })),
  };
}

/** Counts what viewers can see differently: for caches and ETags within one process; never shown. */
export function bumpRevision(db: Database): void {
  db.prepare(
    "INSERT INTO settings (name, value) VALUES ('revision', '1') ON CONFLICT DO UPDATE SET value = CAST(CAST(value AS INTEGER) + 1 AS TEXT)",
  ).run();
}
