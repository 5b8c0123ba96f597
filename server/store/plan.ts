// What a staged import would change, against what is live: the only difference that is ever worked out row by row.
import type { Database } from 'better-sqlite3';
import { flowIdOf } from './flowRow.ts';
import { compareScope, Holders, keyReader } from './compareScope.ts';
import { newlySaid, stagedSays } from './compareScreenings.ts';
import { createScopeReader } from './liveScopes.ts';
import type { ScopeKind } from './liveScopes.ts';
import type { ScreeningReader } from './readScreenings.ts';

/**
 * Flows and exchanges by what becomes of them. Only the companies and periods of the file count: `withdrawn` were stated by the last committed
 * import of the same source for one of these and are in this file no more (nor in another live source). `joins` counts companies new to the cluster.
 * Ids are listed up to `listed` of a kind.
 */
export type Plan = {
  readonly added: number;
  readonly changed: number;
  readonly withdrawn: number;
  readonly unchanged: number;
  readonly companies: number;
  readonly periods: readonly string[];
  readonly joins: number;
  /** Screenings of which it says something new; counted where nothing else changes. */
  readonly screenings: number;
  /** False: committing it would change nothing anybody sees. */
  readonly changes: boolean;
  /** The import that holds what is unchanged, or most of it. */
  readonly heldBy: number | null;
  readonly ids: { readonly added: readonly string[]; readonly changed: readonly string[]; readonly withdrawn: readonly string[] };
};

type StagedScope = {
  id: number;
  companyId: number;
  publicId: string;
  periodId: number | null;
  period: string | null;
  kind: ScopeKind;
  rows: number;
  /** 1: some committed import speaks of the company. */
  known: number;
};

/** Scopes read at once. */
const AT_ONCE = 2_000;

/** The scopes of an import in the order in which it came to speak of them, a few at a time. */
function* stagedScopes(db: Database, importId: number): Generator<StagedScope> {
  const some = db.prepare<[number, number], StagedScope>(
    `SELECT s.id, s.company_id AS companyId, c.public_id AS publicId, s.period_id AS periodId, t.text AS period, s.kind,
     (SELECT coalesce(sum(last_row - first_row + 1), 0) FROM extents WHERE scope_id = s.id) AS rows,
     EXISTS (SELECT 1 FROM scopes o JOIN imports i ON i.id = o.import_id AND i.state = 'committed' WHERE o.company_id = s.company_id AND o.kind = s.kind) AS known
     FROM scopes s
     JOIN companies c ON c.id = s.company_id LEFT JOIN texts t ON t.id = s.period_id WHERE +s.import_id = ? AND s.id > ? ORDER BY s.id LIMIT ${AT_ONCE}`,
  );
  for (let after = 0; ;) {
    const scopes = some.all(importId, after);
    yield* scopes;
    after = scopes.at(-1)?.id ?? 0;
    if (scopes.length < AT_ONCE) return;
  }
}

export function planOf(db: Database, screenings: ScreeningReader, importId: number, listed: number): Plan {
  const source = db
    .prepare<[number], number | null>('SELECT CASE whole WHEN 1 THEN NULL ELSE source_id END FROM imports WHERE id = ?')
    .pluck()
    .get(importId);
  const scopes = createScopeReader(db);
  const keys = keyReader(db);
  const ids = { added: [] as string[], changed: [] as string[], withdrawn: [] as string[] };
  const counts = { added: 0, changed: 0, withdrawn: 0, unchanged: 0 };
  const count = (kind: keyof typeof ids, scope: StagedScope, key: number): void => {
    counts[kind]++;
    if (ids[kind].length < listed) ids[kind].push(`${scope.kind === 'exchange' ? 'x' : ''}${flowIdOf(scope.publicId, key)}`);
  };

  const holders = new Holders();
  const periods = new Set<string>();
  for (const scope of stagedScopes(db, importId)) {
    if (scope.period !== null) periods.add(scope.period);
    const live = scope.known === 0 ? [] : scopes(scope.companyId, scope.kind).filter(({ period }) => period === scope.periodId);
    if (live.length === 0) {
      if (ids.added.length >= listed) {
        counts.added += scope.rows;
        continue;
      }
      for (const [key] of keys(scope.kind, scope.id, Infinity)) count('added', scope, key);
      continue;
    }
    const read = (id: number) => keys(scope.kind, id, scope.rows);
    const unchanged = compareScope(
      () => read(scope.id),
      live,
      source === undefined ? -1 : source,
      read,
      (what, key) => count(what, scope, key),
    );
    counts.unchanged += unchanged;
    holders.add(live[0]?.importId ?? null, unchanged);
  }
  const joins = joining(db, importId);
  const changed = counts.added + counts.changed + counts.withdrawn + joins > 0;
  const news = changed ? 0 : newlySaid(screenings, stagedSays(db, importId));
  return {
    ...counts,
    companies: db.prepare<[number], number>('SELECT count(DISTINCT company_id) FROM scopes WHERE import_id = ?').pluck().get(importId) ?? 0,
    periods: [...periods].sort(),
    joins,
    heldBy: holders.most(),
    screenings: news,
    changes: changed || news > 0,
    ids,
  };
}

/** Companies of the import that no committed import names in its cluster. */
const joining = (db: Database, importId: number): number =>
  db
    .prepare<{ id: number }, number>(
      `SELECT count(*) FROM company_facts f WHERE f.import_id = $id AND NOT EXISTS (
       SELECT 1 FROM company_facts g JOIN imports i ON i.id = g.import_id AND i.state = 'committed' JOIN sources s ON s.id = i.source_id
       WHERE g.company_id = f.company_id AND s.cluster_id = (SELECT s.cluster_id FROM imports i JOIN sources s ON s.id = i.source_id WHERE i.id = $id))`,
    )
    .pluck()
    .get({ id: importId }) ?? 0;
