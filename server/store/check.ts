// Is the file whole, and does it keep our own laws?
import type { Database } from 'better-sqlite3';

/** `code` of the law that is broken, and where. */
export type Problem = { readonly code: 'store.corrupt' | 'store.reference' | 'store.invariant'; readonly what: string };

/** Each counts what must not be. */
const LAWS: readonly { readonly what: string; readonly sql: string }[] = [
  {
    what: 'flow rows of no table',
    sql: 'SELECT count(*) FROM flow_rows WHERE table_id NOT IN (SELECT id FROM import_tables)',
  },
  {
    what: 'flows that one import states twice',
    sql: 'SELECT count(*) FROM (SELECT 1 FROM flow_rows GROUP BY scope_id, key HAVING count(*) > 1)',
  },
  { what: 'flow rows of no scope', sql: 'SELECT count(*) FROM flow_rows WHERE scope_id NOT IN (SELECT id FROM scopes)' },
  {
    what: 'flow rows whose words, site, process or unit are lost',
    sql: `SELECT count(*) FROM flow_rows WHERE words_id NOT IN (SELECT id FROM texts) OR site_id NOT IN (SELECT id FROM texts)
          OR process_id NOT IN (SELECT id FROM texts) OR unit_id NOT IN (SELECT id FROM texts)`,
  },
  {
    what: 'refused rows of no table',
    sql: 'SELECT count(*) FROM refused_rows WHERE table_id NOT IN (SELECT id FROM import_tables)',
  },
  {
    what: 'exchange rows of no table or scope',
    sql: `SELECT count(*) FROM exchange_rows WHERE table_id NOT IN (SELECT id FROM import_tables) OR scope_id NOT IN (SELECT id FROM scopes)`,
  },
  {
    what: 'committed or undone imports whose accepted rows are not all there',
    sql: `SELECT count(*) FROM (SELECT i.rows_ok, (SELECT coalesce(sum(e.last_row - e.first_row + 1), 0) FROM scopes s JOIN extents e ON e.scope_id = s.id
          WHERE s.import_id = i.id) AS held FROM imports i WHERE i.state IN ('committed', 'undone')) WHERE rows_ok <> held`,
  },
  {
    what: 'runs of rows that name a row of another scope, or none',
    sql: `SELECT count(*) FROM extents e JOIN scopes s ON s.id = e.scope_id JOIN imports i ON i.id = s.import_id AND i.state IN ('committed', 'undone')
          WHERE e.last_row - e.first_row + 1 <> CASE s.kind
          WHEN 'flow' THEN (SELECT count(*) FROM flow_rows f WHERE f.id BETWEEN e.first_row AND e.last_row AND f.scope_id = e.scope_id)
          ELSE (SELECT count(*) FROM exchange_rows f WHERE f.id BETWEEN e.first_row AND e.last_row AND f.scope_id = e.scope_id) END`,
  },
  {
    what: 'companies and periods with flows that no screening tells of',
    sql: `SELECT count(*) FROM scopes s JOIN imports i ON i.id = s.import_id AND i.state IN ('committed', 'undone') WHERE s.kind = 'flow'
          AND EXISTS (SELECT 1 FROM extents e WHERE e.scope_id = s.id) AND NOT EXISTS (SELECT 1 FROM screening_facts f WHERE f.scope_id = s.id)`,
  },
  {
    what: 'screenings of a site that is lost',
    sql: 'SELECT count(*) FROM screening_facts WHERE site_id <> 0 AND site_id NOT IN (SELECT id FROM texts)',
  },
  {
    what: 'rejected or skipped rows that are not all there',
    sql: `SELECT count(*) FROM (SELECT i.rows_rejected + i.rows_skipped AS counted, (SELECT count(*) FROM refused_rows r WHERE r.id >= i.first_refused_row
          AND r.id < coalesce((SELECT min(n.first_refused_row) FROM imports n WHERE n.id > i.id), 9e15)) AS held
          FROM imports i WHERE i.state IN ('committed', 'undone')) WHERE counted <> held`,
  },
];

export function checkStore(db: Database): Problem[] {
  const problems: Problem[] = [];
  for (const said of db.prepare<[], string>('PRAGMA integrity_check(20)').pluck().all())
    if (said !== 'ok') problems.push({ code: 'store.corrupt', what: said });
  // A damaged file's rows say nothing about our laws.
  if (problems.length > 0) return problems;
  for (const { table, parent } of db.prepare<[], { table: string; parent: string }>('PRAGMA foreign_key_check').all())
    problems.push({ code: 'store.reference', what: `${table} names a row of ${parent} that is not there` });
  for (const { what, sql } of LAWS) {
    const count = Number(db.prepare(sql).pluck().get());
    if (count > 0) problems.push({ code: 'store.invariant', what: `${what}: ${count}` });
  }
  return problems;
}
