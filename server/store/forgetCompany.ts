// Takes everything a company stated, and everything said about it, out of the database for good, in one transaction.
//
// What others stated stays as it was, counts included. Texts that only this company used are written over, so that their numbers are never given to
// other words. What is deleted is overwritten with zeros on disk.
import type { Database } from 'better-sqlite3';
import { AppError } from '../domain/errors.ts';
import { mayChange } from '../domain/policy.ts';
import type { Viewer } from '../domain/viewer.ts';
import { bumpRevision } from './imports.ts';
import type { Standings } from './standings.ts';

export type Forgotten = { readonly flows: number; readonly exchanges: number; readonly leads: number };
export interface CompanyForgetter {
  /** Throws `company.unknown` for whoever may not change the company's data, and `store.busy` while an import is staged. */
  forgetCompany(viewer: Viewer, company: string, at: string): Forgotten;
}

export function createForgetter(db: Database, file: string, standings: Standings): CompanyForgetter {
  const numbers = (sql: string, ...values: readonly (number | string)[]): number[] =>
    db
      .prepare<(number | string)[], number>(sql)
      .pluck()
      .all(...values);
  const run = (sql: string, ...values: readonly (number | string)[]): number => db.prepare(sql).run(...values).changes;

  /** Takes single rows out of the runs of a scope: a run falls into what lies before and behind. */
  function takeOutOfRuns(scope: number, row: number): void {
    const found = db
      .prepare<[number, number, number], { first_row: number; last_row: number }>(
        'SELECT first_row, last_row FROM extents WHERE scope_id = ? AND first_row <= ? AND last_row >= ?',
      )
      .get(scope, row, row);
    if (found === undefined) return;
    run('DELETE FROM extents WHERE scope_id = ? AND first_row = ?', scope, found.first_row);
    const insert = db.prepare('INSERT INTO extents (scope_id, first_row, last_row) VALUES (?, ?, ?)');
    if (found.first_row < row) insert.run(scope, found.first_row, row - 1);
    if (found.last_row > row) insert.run(scope, row + 1, found.last_row);
  }

  function forgetRows(id: number): { readonly flows: number; readonly exchanges: number } {
    let flows = 0;
    let exchanges = 0;
    const scopes = db
      .prepare<[number], { id: number; importId: number; kind: 'flow' | 'exchange' }>(
        'SELECT id, import_id AS importId, kind FROM scopes WHERE company_id = ?',
      )
      .all(id);
    for (const scope of scopes) {
      const table = scope.kind === 'flow' ? 'flow_rows' : 'exchange_rows';
      const gone = run(
        `DELETE FROM ${table} WHERE id IN (SELECT r.id FROM extents e JOIN ${table} r ON r.id BETWEEN e.first_row AND e.last_row
         WHERE e.scope_id = ?) AND scope_id = ?`,
        scope.id,
        scope.id,
      );
      if (scope.kind === 'flow') flows += gone;
      else exchanges += gone;
      run('UPDATE imports SET rows_ok = rows_ok - ? WHERE id = ?', gone, scope.importId);
      run('DELETE FROM screening_facts WHERE scope_id = ?', scope.id);
      run('DELETE FROM extents WHERE scope_id = ?', scope.id);
      run('DELETE FROM scopes WHERE id = ?', scope.id);
    }
    // What others said they give to it.
    const taken = db
      .prepare<[number], { id: number; scope: number; importId: number }>(
        'SELECT x.id, x.scope_id AS scope, s.import_id AS importId FROM exchange_rows x JOIN scopes s ON s.id = x.scope_id WHERE x.taker_id = ?',
      )
      .all(id);
    for (const { id: row, scope, importId } of taken) {
      takeOutOfRuns(scope, row);
      run('DELETE FROM exchange_rows WHERE id = ?', row);
      run('UPDATE imports SET rows_ok = rows_ok - 1 WHERE id = ?', importId);
      exchanges += 1;
    }
    return { flows, exchanges };
  }

  /** Rows that were refused, and messages, of files that spoke of it: all where the file spoke of nobody else, else those that name it. */
  function forgetReports(imports: readonly number[], names: readonly string[]): void {
    const refused = db.prepare<[number], { id: number; outcome: string; cells: string; messages: string }>(
      'SELECT r.id, r.outcome, r.cells, r.messages FROM refused_rows r JOIN import_tables t ON t.id = r.table_id WHERE t.import_id = ?',
    );
    const messages = db.prepare<[number], { id: number; message: string }>('SELECT id, message FROM import_messages WHERE import_id = ?');
    const says = (text: string): boolean =>
      names.some((name) => text.toLowerCase().includes(JSON.stringify(name).slice(1, -1).toLowerCase()));
    for (const importId of imports) {
      const alone = numbers('SELECT count(*) FROM scopes WHERE import_id = ?', importId)[0] === 0;
      for (const row of refused.all(importId)) {
        if (!alone && !says(row.cells) && !says(row.messages)) continue;
        run('DELETE FROM refused_rows WHERE id = ?', row.id);
        run(
          `UPDATE imports SET rows_${row.outcome === 'rejected' ? 'rejected' : 'skipped'} = rows_${row.outcome === 'rejected' ? 'rejected' : 'skipped'} - 1 WHERE id = ?`,
          importId,
        );
      }
      for (const one of messages.all(importId)) if (alone || says(one.message)) run('DELETE FROM import_messages WHERE id = ?', one.id);
      if (!alone) continue;
      // The name of the file tells too.
      const [source] = numbers('SELECT source_id FROM imports WHERE id = ?', importId);
      run('UPDATE imports SET files = \'["-"]\', bytes_hash = NULL WHERE id = ?', importId);
      run("UPDATE import_tables SET file = '-', sheet = NULL, headers = '[]' WHERE import_id = ?", importId);
      const others = numbers('SELECT count(*) FROM imports i JOIN scopes s ON s.import_id = i.id WHERE i.source_id = ?', source ?? 0)[0];
      if (others === 0) run("UPDATE sources SET name = '-' || id WHERE id = ?", source ?? 0);
    }
  }

  function forgetLeads(id: number): number {
    const leads = numbers('SELECT id FROM leads WHERE giver_id = ? OR taker_id = ?', id, id);
    // The history of a lead is kept from being changed by triggers; here it goes as a whole.
    const triggers = db
      .prepare<[], { name: string; sql: string }>("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'lead_events'")
      .all();
    for (const { name } of triggers) db.exec(`DROP TRIGGER ${name}`);
    for (const lead of leads)
      for (const table of ['lead_events', 'lead_notes', 'lead_realised', 'lead_answers'])
        run(`DELETE FROM ${table} WHERE lead_id = ?`, lead);
    for (const { sql } of triggers) db.exec(sql);
    run('DELETE FROM leads WHERE giver_id = ? OR taker_id = ?', id, id);
    return leads.length;
  }

  /** Words, sites and the like that nothing names any more. */
  function forgetTexts(candidates: readonly number[]): void {
    db.exec('CREATE TEMP TABLE candidates (id INTEGER PRIMARY KEY)');
    const put = db.prepare('INSERT OR IGNORE INTO candidates (id) VALUES (?)');
    for (const one of candidates) put.run(one);
    for (const [table, column] of [
      ['flow_rows', 'words_id'],
      ['flow_rows', 'site_id'],
      ['flow_rows', 'process_id'],
      ['flow_rows', 'unit_id'],
      ['exchange_rows', 'words_id'],
      ['scopes', 'period_id'],
      ['screening_facts', 'site_id'],
    ])
      db.exec(`DELETE FROM candidates WHERE id IN (SELECT ${column} FROM ${table} WHERE ${column} IN (SELECT id FROM candidates))`);
    db.exec('DELETE FROM guesses WHERE words_id IN (SELECT id FROM candidates)');
    db.exec('UPDATE texts SET text = char(0) || id WHERE id IN (SELECT id FROM candidates)');
    db.exec('DROP TABLE candidates');
  }

  function forget(id: number, publicId: string, at: string): Forgotten {
    const texts = numbers(
      `SELECT DISTINCT v FROM (SELECT f.words_id AS v FROM scopes s JOIN flow_rows f ON f.scope_id = s.id WHERE s.company_id = $id
       UNION SELECT f.site_id FROM scopes s JOIN flow_rows f ON f.scope_id = s.id WHERE s.company_id = $id
       UNION SELECT f.process_id FROM scopes s JOIN flow_rows f ON f.scope_id = s.id WHERE s.company_id = $id
       UNION SELECT f.unit_id FROM scopes s JOIN flow_rows f ON f.scope_id = s.id WHERE s.company_id = $id
       UNION SELECT x.words_id FROM exchange_rows x JOIN scopes s ON s.id = x.scope_id WHERE s.company_id = $id OR x.taker_id = $id
       UNION SELECT period_id FROM scopes WHERE company_id = $id) WHERE v IS NOT NULL`.replaceAll('$id', String(id)),
    );
    const names = db
      .prepare<[number], { name: string; org: string | null }>(
        'SELECT DISTINCT name, org_number AS org FROM company_facts WHERE company_id = ?',
      )
      .all(id)
      .flatMap(({ name, org }) => (org === null ? [name] : [name, org]));
    const imports = numbers(
      'SELECT DISTINCT import_id FROM scopes WHERE company_id = ? UNION SELECT import_id FROM company_facts WHERE company_id = ?',
      id,
      id,
    );
    const rows = forgetRows(id);
    const leads = forgetLeads(id);
    run('DELETE FROM matches WHERE giver_id = ? OR taker_id = ?', id, id);
    for (const table of [
      'site_facts',
      'company_facts',
      'edits',
      'screening_edits',
      'reads',
      'company_keys',
      'register_companies',
      'lead_answers',
    ])
      run(`DELETE FROM ${table} WHERE company_id = ?`, id);
    run('DELETE FROM consents WHERE company_id = ? OR other_id = ?', id, id);
    run('DELETE FROM register_entries WHERE id NOT IN (SELECT entry_id FROM register_companies)');
    run('DELETE FROM entry_drafts WHERE company = ?', publicId);
    run(
      "UPDATE roles SET ended_at = ?, ended_by = '' WHERE scope = ? AND ended_at IS NULL AND role IN ('consultant', 'member')",
      at,
      publicId,
    );
    run('UPDATE invitations SET withdrawn_at = ? WHERE scope = ? AND used_at IS NULL AND withdrawn_at IS NULL', at, publicId);
    forgetReports(imports, names);
    forgetTexts(texts);
    run('DELETE FROM companies WHERE id = ?', id);
    bumpRevision(db);
    return { ...rows, leads };
  }

  return {
    forgetCompany: (viewer, company, at) => {
      const row = standings.company(company);
      if (row === undefined || !mayChange(viewer, company)) throw new AppError('company.unknown');
      if (numbers("SELECT count(*) FROM imports WHERE state = 'staged'")[0] !== 0) throw new AppError('store.busy', { file });
      db.pragma('secure_delete = ON');
      try {
        const gone = db.transaction(() => forget(row.id, row.publicId, at)).immediate();
        // What the write-ahead log still holds of it goes into the file, and the log is cut off.
        db.pragma('wal_checkpoint(TRUNCATE)');
        return gone;
      } finally {
        db.pragma('secure_delete = OFF');
      }
    },
  };
}
