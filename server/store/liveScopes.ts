// Which rows hold today: derived from the imports that are committed, never stored, so that undo needs to restore nothing.
import type { Database } from 'better-sqlite3';

export type ScopeKind = 'flow' | 'exchange';
export type LiveScope = { readonly id: number; readonly importId: number; readonly source: number; readonly period: number | null };
/** A whole company's live scopes, the latest commit first: where two sources state one flow the first found holds. */
export type ScopeReader = (company: number, kind: ScopeKind) => LiveScope[];

type ScopeRow = { id: number; importId: number; source: number; period: number | null; whole: number };

export function createScopeReader(db: Database): ScopeReader {
  const find = db.prepare<[number, ScopeKind], ScopeRow>(
    `SELECT s.id, s.import_id AS importId, i.source_id AS source, s.period_id AS period, i.whole FROM scopes s JOIN imports i ON i.id = s.import_id
     WHERE s.company_id = ? AND s.kind = ? AND i.state = 'committed' ORDER BY i.commit_order DESC, s.id`,
  );
  return (company, kind) => {
    const taken = new Set<string>();
    /** Periods that a whole statement closed: what was said before it holds no more. */
    const closed = new Set<number | null>();
    return find.all(company, kind).filter(({ source, period, whole }) => {
      const scope = `${source}|${period}`;
      if (taken.has(scope) || closed.has(period)) return false;
      taken.add(scope);
      if (whole === 1) closed.add(period);
      return true;
    });
  };
}
