// What a person decides on a screening.
import type { Database } from 'better-sqlite3';
import { AppError } from '../domain/errors.ts';
import { mayChange } from '../domain/policy.ts';
import type { ScreeningSaid } from '../domain/screening.ts';
import type { Viewer } from '../domain/viewer.ts';
import { partsOf } from './flowRow.ts';
import { bumpRevision } from './imports.ts';
import type { ScreeningReader } from './readScreenings.ts';
import type { Standings } from './standings.ts';

/** What to decide: fields left out stay as they are, null takes the decision back. */
export type ScreeningDecision = { readonly [Field in keyof ScreeningSaid]?: ScreeningSaid[Field] };

const FIELDS = ['date', 'by', 'state'] as const satisfies readonly (keyof ScreeningSaid)[];

export type DecideScreening = (viewer: Viewer, id: string, decision: ScreeningDecision, at: string) => void;

export function createScreeningEdits(db: Database, standings: Standings, screenings: ScreeningReader): DecideScreening {
  const put = db.prepare(
    `INSERT INTO screening_edits (company_id, key, field, value, who, at, after_commit)
     VALUES (?, ?, ?, ?, ?, ?, (SELECT coalesce(max(commit_order), 0) FROM imports))`,
  );
  return (viewer, id, decision, at) => {
    const parts = partsOf(id);
    const company = parts === null ? undefined : standings.company(parts.company);
    if (parts === null || company === undefined || !mayChange(viewer, company.publicId) || !screenings.byKey(company).has(parts.key))
      throw new AppError('screening.unknown');
    db.transaction(() => {
      for (const field of FIELDS) {
        const value = decision[field];
        if (value !== undefined) put.run(company.id, parts.key, field, value, JSON.stringify(viewer), at);
      }
      bumpRevision(db);
    }).immediate();
  };
}
