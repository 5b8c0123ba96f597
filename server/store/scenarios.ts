// Scenarios of a cluster that somebody keeps.
import type { Database } from 'better-sqlite3';
import { AppError } from '../domain/errors.ts';
import { mayTryScenarios } from '../domain/scenario.ts';
import type { Change, Scenario } from '../domain/scenario.ts';
import type { Viewer } from '../domain/viewer.ts';
import { viewerText } from '../domain/viewerText.ts';
import type { Standings } from './standings.ts';

export interface ScenarioReader {
  /** Oldest first; none for whom there is no such thing. */
  scenariosOf(viewer: Viewer, cluster: string): Scenario[];
}
export interface ScenarioWriter {
  /** Throws `cluster.unknown`. */
  keepScenario(
    viewer: Viewer,
    cluster: string,
    scenario: { readonly id: string; readonly name: string; readonly changes: readonly Change[] },
    at: string,
  ): void;
  /** `scenario` null: taken away; it is kept in the database. Throws `scenario.unknown` or `scenario.stale`. */
  changeScenario(
    viewer: Viewer,
    id: string,
    version: number,
    scenario: { readonly name: string; readonly changes: readonly Change[] } | null,
    at: string,
  ): void;
}

type Row = {
  id: number;
  public_id: string;
  cluster: string;
  name: string;
  changes: string;
  made_by: string;
  made_at: string;
  changed_at: string;
  version: number;
};
const SELECT = 'SELECT s.*, k.name AS cluster FROM scenarios s JOIN clusters k ON k.id = s.cluster_id';

export function createScenarios(db: Database, standings: Standings): ScenarioReader & ScenarioWriter {
  const inCluster = db.prepare<[string], Row>(`${SELECT} WHERE k.name = ? AND s.removed = 0 ORDER BY s.id`);
  const byId = db.prepare<[string], Row>(`${SELECT} WHERE s.public_id = ? AND s.removed = 0`);

  /** Whoever looks after the whole cluster sees all of them; a consultant of some of its companies sees what it made itself. */
  function sees(viewer: Viewer, cluster: string): (row: Pick<Row, 'made_by'>) => boolean {
    if (!mayTryScenarios(viewer, cluster)) return () => false;
    if (viewer.kind !== 'consultant') return () => true;
    const members = standings.members(cluster);
    const [own, all] = [viewerText(viewer), members.every((one) => viewer.companies.includes(one.publicId))];
    const here = members.some((one) => viewer.companies.includes(one.publicId));
    return (row) => here && (all || row.made_by === own);
  }
  const isHere = (viewer: Viewer, cluster: string): boolean => sees(viewer, cluster)({ made_by: viewerText(viewer) });

  const shown = (row: Row): Scenario => ({
    id: row.public_id,
    cluster: row.cluster,
    name: row.name,
    changes: JSON.parse(row.changes) as Change[],
    author: row.made_by,
    madeAt: row.made_at,
    changedAt: row.changed_at,
    version: row.version,
  });

  return {
    scenariosOf: (viewer, cluster) => inCluster.all(cluster).filter(sees(viewer, cluster)).map(shown),
    keepScenario: (viewer, cluster, { id, name, changes }, at) =>
      db
        .transaction(() => {
          const clusterId = db.prepare<[string], number>('SELECT id FROM clusters WHERE name = ?').pluck().get(cluster);
          if (clusterId === undefined || !isHere(viewer, cluster)) throw new AppError('cluster.unknown', { cluster });
          db.prepare(
            'INSERT INTO scenarios (public_id, cluster_id, name, changes, made_by, made_at, changed_at, version) VALUES (?, ?, ?, ?, ?, ?, ?, 1)',
          ).run(id, clusterId, name, JSON.stringify(changes), viewerText(viewer), at, at);
        })
        .immediate(),
    changeScenario: (viewer, id, version, scenario, at) =>
      db
        .transaction(() => {
          const row = byId.get(id);
          if (row === undefined || !sees(viewer, row.cluster)(row)) throw new AppError('scenario.unknown');
          if (row.version !== version) throw new AppError('scenario.stale', { name: row.name });
          db.prepare('UPDATE scenarios SET name = ?, changes = ?, changed_at = ?, removed = ?, version = version + 1 WHERE id = ?').run(
            scenario?.name ?? row.name,
            scenario === null ? row.changes : JSON.stringify(scenario.changes),
            at,
            scenario === null ? 1 : 0,
            row.id,
          );
        })
        .immediate(),
  };
}
