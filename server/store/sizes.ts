// How much is stored, without looking at any of it.
import type { Database } from 'better-sqlite3';

/** `rows`: records that committed imports took in. */
export type Sizes = { readonly clusters: number; readonly companies: number; readonly rows: number; readonly imports: number };

export function createSizes(db: Database): () => Sizes {
  const one = db.prepare<[], Sizes>(
    `SELECT (SELECT count(*) FROM clusters) AS clusters, (SELECT count(*) FROM companies) AS companies,
     coalesce(sum(rows_ok), 0) AS rows, count(*) AS imports FROM imports WHERE state = 'committed'`,
  );
  return () => one.get() ?? { clusters: 0, companies: 0, rows: 0, imports: 0 };
}
