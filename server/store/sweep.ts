// Takes away what discarded imports left, a little at a time. It was invisible from the moment they were discarded.
import type { Database } from 'better-sqlite3';

/** Rows a transaction, about 10 ms. */
const AT_ONCE = 2_000;

/** One short transaction of clearing away; true while there is more. Never touches an import that is staged, committed or undone. */
export function sweepOnce(db: Database): boolean {
  const discarded = db.prepare<[], { id: number }>("SELECT id FROM imports WHERE state = 'discarded' ORDER BY id LIMIT 1").get();
  if (discarded === undefined) return false;
  db.transaction(() => sweepImport(db, discarded.id)).immediate();
  return true;
}

function sweepImport(db: Database, id: number): void {
  for (const table of ['flow_rows', 'exchange_rows', 'refused_rows']) {
    const first = `first_${table.slice(0, -1)}`;
    // Row ids of one import lie together: from its first to the next import's.
    const deleted = db
      .prepare(
        `DELETE FROM ${table} WHERE id IN (SELECT id FROM ${table} WHERE id >= (SELECT ${first} FROM imports WHERE id = $id)
         AND id < coalesce((SELECT min(${first}) FROM imports WHERE id > $id), 9e15) ORDER BY id LIMIT $limit)`,
      )
      .run({ id, limit: AT_ONCE });
    if (deleted.changes > 0) return;
  }
  const extents = db
    .prepare(
      `DELETE FROM extents WHERE (scope_id, first_row) IN (SELECT scope_id, first_row FROM extents
       WHERE scope_id IN (SELECT id FROM scopes WHERE import_id = $id) LIMIT $limit)`,
    )
    .run({ id, limit: AT_ONCE });
  if (extents.changes > 0) return;
  const screenings = db
    .prepare(
      `DELETE FROM screening_facts WHERE (scope_id, site_id) IN (SELECT scope_id, site_id FROM screening_facts
       WHERE scope_id IN (SELECT id FROM scopes WHERE import_id = $id) LIMIT $limit)`,
    )
    .run({ id, limit: AT_ONCE });
  if (screenings.changes > 0) return;
  for (const table of ['scopes', 'import_messages']) {
    const deleted = db
      .prepare(`DELETE FROM ${table} WHERE id IN (SELECT id FROM ${table} WHERE import_id = $id LIMIT $limit)`)
      .run({ id, limit: AT_ONCE });
    if (deleted.changes > 0) return;
  }
  for (const table of ['site_facts', 'company_facts']) {
    const deleted = db
      .prepare(
        `DELETE FROM ${table} WHERE import_id = $id AND company_id IN (SELECT company_id FROM ${table} WHERE import_id = $id LIMIT $limit)`,
      )
      .run({ id, limit: AT_ONCE });
    if (deleted.changes > 0) return;
  }
  if (forgetSome(db, id)) return;
  const companies = db
    .prepare(
      `DELETE FROM companies WHERE id IN (SELECT c.id FROM companies c WHERE NOT EXISTS (SELECT 1 FROM company_keys k WHERE k.company_id = c.id)
       LIMIT $limit)`,
    )
    .run({ limit: AT_ONCE });
  if (companies.changes > 0) return;
  db.prepare('DELETE FROM import_tables WHERE import_id = ?').run(id);
  db.prepare('DELETE FROM imports WHERE id = ?').run(id);
}

const forgetSome = (db: Database, id: number): boolean =>
  db
    .prepare('DELETE FROM company_keys WHERE key IN (SELECT key FROM company_keys WHERE import_id = $id LIMIT $limit)')
    .run({ id, limit: AT_ONCE }).changes > 0;

/**
 * Names that only discarded imports brought are forgotten before the next import starts, so that it does not come to rely on them. One import is
 * staged at a time, so nobody else has.
 */
export function forgetDiscardedNames(db: Database): void {
  for (const id of db.prepare<[], number>("SELECT id FROM imports WHERE state = 'discarded'").pluck().all())
    while (db.transaction(() => forgetSome(db, id)).immediate());
}
