// What the last engine run of a cluster found, judged anew for each viewer.
import type { Database } from 'better-sqlite3';
import { AppError } from '../domain/errors.ts';
import type { FlowId } from '../domain/flow.ts';
import type { Match, MatchRun } from '../domain/match.ts';
import { matchSight } from '../domain/policy.ts';
import type { SharingLevel } from '../domain/sharing.ts';
import type { Viewer } from '../domain/viewer.ts';
import type { FlowReader } from './readFlows.ts';
import type { Standings } from './standings.ts';

/** Blind: the viewer's flow has a match, with somebody in the cluster, in this class of resources. */
export type SeenMatch =
  | { readonly sight: 'full'; readonly refused: boolean; readonly match: Match }
  | { readonly sight: 'blind'; readonly refused: false; readonly flow: FlowId; readonly resource: Match['resource'] };

export type SeenMatches = {
  readonly at: string;
  /** Something visible changed since the run. */
  readonly stale: boolean;
  readonly matches: readonly SeenMatch[];
};

export type Matches = {
  readonly store: (cluster: string, run: MatchRun, at: string, revision: number) => void;
  readonly of: (viewer: Viewer, cluster: string, revision: number) => SeenMatches | null;
};

export function createMatches(db: Database, standings: Standings, flows: FlowReader): Matches {
  const last = db.prepare<[string], { id: number; at: string; revision: number }>(
    `SELECT r.id, r.at, r.revision FROM match_runs r JOIN clusters k ON k.id = r.cluster_id WHERE k.name = ? ORDER BY r.id DESC LIMIT 1`,
  );
  const inRun = db.prepare<[number], { giver_id: number; taker_id: number; refused: number; surplus: string; need: string; fact: string }>(
    'SELECT giver_id, taker_id, refused, surplus, need, fact FROM matches WHERE run_id = ? ORDER BY id',
  );

  function store(cluster: string, run: MatchRun, at: string, revision: number): void {
    const clusterId = db.prepare<[string], number>('SELECT id FROM clusters WHERE name = ?').pluck().get(cluster);
    if (clusterId === undefined) throw new AppError('cluster.unknown', { cluster });
    const put = db.prepare('INSERT INTO matches (run_id, giver_id, taker_id, refused, surplus, need, fact) VALUES (?, ?, ?, ?, ?, ?, ?)');
    const idOf = (company: string): number => {
      const found = standings.company(company);
      if (found === undefined) throw new AppError('company.unknown');
      return found.id;
    };
    db.transaction(() => {
      db.prepare('DELETE FROM match_runs WHERE cluster_id = ?').run(clusterId);
      const id = db
        .prepare('INSERT INTO match_runs (cluster_id, at, revision) VALUES (?, ?, ?)')
        .run(clusterId, at, revision).lastInsertRowid;
      for (const [refused, matches] of [run.matches, run.refused].entries())
        for (const match of matches)
          put.run(id, idOf(match.giver), idOf(match.taker), refused, match.surplus, match.need, JSON.stringify(match));
    }).immediate();
  }

  function of(viewer: Viewer, cluster: string, revision: number): SeenMatches | null {
    const run = last.get(cluster);
    if (run === undefined) return null;
    const sharing = new Map<string, SharingLevel>(flows.flowsOf({ kind: 'engine' }, { cluster }).map((flow) => [flow.id, flow.sharing]));
    const standingOf = standings.of(viewer);
    const matches: SeenMatch[] = [];
    for (const row of inRun.all(run.id)) {
      const [surplus, need] = [sharing.get(row.surplus), sharing.get(row.need)];
      // A flow that was withdrawn since has no matches.
      if (surplus === undefined || need === undefined) continue;
      const giver = { ...standingOf(standings.companyById(row.giver_id)), sharing: surplus };
      const taker = { ...standingOf(standings.companyById(row.taker_id)), sharing: need };
      const sight = matchSight(viewer, [giver, taker]);
      const refused = row.refused === 1;
      if (sight === 'none' || (sight === 'blind' && refused)) continue;
      const match = JSON.parse(row.fact) as Match;
      const owns = matchSight(viewer, [giver]) === 'full' ? row.surplus : row.need;
      matches.push(sight === 'full' ? { sight, refused, match } : { sight, refused: false, flow: owns, resource: classOf(match.resource) });
    }
    return { at: run.at, stale: run.revision !== revision, matches };
  }
  return { store, of };
}

/** The two top levels of the taxonomy, such as `mat.wood`: enough to know what it is about, too little to know whose it is. */
const classOf = (resource: Match['resource']): Match['resource'] => (resource === null ? null : resource.split('.').slice(0, 2).join('.'));
