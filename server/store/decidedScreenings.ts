// Which screenings of an import a person decided on since: an undo asks before it takes that back.
import type { Database } from 'better-sqlite3';
import { screeningKey } from '../domain/screeningIdentity.ts';
import { flowIdOf } from './flowRow.ts';

/** Decisions on screenings of the import that were made since it was committed. */
export function screeningEditsSince(db: Database, importId: number): { readonly edit: number; readonly screening: string }[] {
  const edits = db
    .prepare<{ id: number }, { edit: number; company: number; publicId: string; key: number }>(
      `SELECT e.id AS edit, e.company_id AS company, c.public_id AS publicId, e.key FROM screening_edits e JOIN companies c ON c.id = e.company_id
       WHERE e.retired_by IS NULL AND e.after_commit >= (SELECT commit_order FROM imports WHERE id = $id)
       AND e.company_id IN (SELECT company_id FROM scopes WHERE import_id = $id AND kind = 'flow') ORDER BY e.id`,
    )
    .all({ id: importId });
  const spoken = db.prepare<[number, number], { site: string | null; period: string | null }>(
    `SELECT t.text AS site, p.text AS period FROM scopes s JOIN screening_facts f ON f.scope_id = s.id LEFT JOIN texts t ON t.id = f.site_id
     LEFT JOIN texts p ON p.id = s.period_id WHERE s.import_id = ? AND s.company_id = ? AND s.kind = 'flow'`,
  );
  const keys = new Map<number, ReadonlySet<number>>();
  const keysOf = (company: number): ReadonlySet<number> => {
    const known = keys.get(company) ?? new Set(spoken.all(importId, company).map(({ site, period }) => screeningKey(site, period)));
    keys.set(company, known);
    return known;
  };
  return edits
    .filter(({ company, key }) => keysOf(company).has(key))
    .map(({ edit, publicId, key }) => ({ edit, screening: flowIdOf(publicId, key) }));
}
