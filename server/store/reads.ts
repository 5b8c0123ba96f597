// Who saw what: written down for the owner of what was seen.
import type { Database } from 'better-sqlite3';
import { reach } from '../domain/policy.ts';
import type { Viewer } from '../domain/viewer.ts';
import type { Standings } from './standings.ts';

/** `flow` null: a list of the company's flows. `what`: the view, such as `flows`, `source`, `matches`. */
export type Seen = { readonly company: string; readonly flow: string | null; readonly what: string };
export type Read = {
  readonly viewer: Viewer;
  readonly flow: string | null;
  readonly what: string;
  readonly firstAt: string;
  readonly lastAt: string;
  readonly times: number;
};

export type Reads = {
  readonly record: (viewer: Viewer, seen: readonly Seen[], at: string) => void;
  readonly of: (viewer: Viewer, company: string, flow: string | null) => Read[];
};

export function createReads(db: Database, standings: Standings): Reads {
  const put = db.prepare(
    `INSERT INTO reads (viewer, company_id, flow, what, first_at, last_at, day, times) VALUES ($viewer, $company, $flow, $what, $at, $at, $day, 1)
     ON CONFLICT (company_id, flow, viewer, what, day) DO UPDATE SET last_at = excluded.last_at, times = times + 1`,
  );
  const find = db.prepare<[number], Omit<Read, 'viewer' | 'flow'> & { viewer: string; flow: string }>(
    'SELECT viewer, flow, what, first_at AS firstAt, last_at AS lastAt, times FROM reads WHERE company_id = ? ORDER BY last_at DESC, id DESC',
  );
  return {
    /** What a viewer sees of its own, and what computations read, is nobody's news. */
    record: (viewer, seen, at) => {
      if (viewer.kind === 'engine' || viewer.kind === 'local') return;
      const standingOf = standings.of(viewer);
      db.transaction(() => {
        for (const { company, flow, what } of seen) {
          const row = standings.company(company);
          if (row === undefined || (viewer.kind === 'member' && reach(viewer, standingOf(row)) === 'own')) continue;
          put.run({ viewer: JSON.stringify(viewer), company: row.id, flow: flow ?? '', what, at, day: at.slice(0, 10) });
        }
      }).immediate();
    },
    of: (viewer, company, flow) => {
      const row = standings.company(company);
      if (row === undefined || reach(viewer, standings.of(viewer)(row)) !== 'own') return [];
      return find
        .all(row.id)
        .map((read) => ({ ...read, viewer: JSON.parse(read.viewer) as Viewer, flow: read.flow === '' ? null : read.flow }))
        .filter((read) => flow === null || read.flow === null || read.flow === flow);
    },
  };
}
