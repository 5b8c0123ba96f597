// Totals of a cluster as they were first worked out on a day.
import type { Database } from 'better-sqlite3';
import { AppError } from '../domain/errors.ts';
import type { Total } from '../domain/secrecy.ts';

export interface TotalsReader {
  /** Null: nobody asked on that day (ISO date) yet. */
  totalsOf(cluster: string, day: string): readonly Total[] | null;
}
export interface TotalsWriter {
  /** Keeps the first of a day; gives what holds. Earlier days are forgotten. Throws `cluster.unknown`. */
  keepTotals(cluster: string, day: string, totals: readonly Total[]): readonly Total[];
}

export function createDailyTotals(db: Database): TotalsReader & TotalsWriter {
  const find = db
    .prepare<[string, string], string>(
      'SELECT t.totals FROM daily_totals t JOIN clusters k ON k.id = t.cluster_id WHERE k.name = ? AND t.day = ?',
    )
    .pluck();
  const totalsOf = (cluster: string, day: string): readonly Total[] | null => {
    const found = find.get(cluster, day);
    return found === undefined ? null : (JSON.parse(found) as Total[]);
  };
  return {
    totalsOf,
    keepTotals: (cluster, day, totals) =>
      db
        .transaction(() => {
          const id = db.prepare<[string], number>('SELECT id FROM clusters WHERE name = ?').pluck().get(cluster);
          if (id === undefined) throw new AppError('cluster.unknown', { cluster });
          db.prepare('DELETE FROM daily_totals WHERE cluster_id = ? AND day <> ?').run(id, day);
          db.prepare('INSERT OR IGNORE INTO daily_totals (cluster_id, day, totals) VALUES (?, ?, ?)').run(id, day, JSON.stringify(totals));
          return totalsOf(cluster, day) ?? totals;
        })
        .immediate(),
  };
}
