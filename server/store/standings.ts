// How a viewer stands to each company: what the policy module is asked with.
import type { Database } from 'better-sqlite3';
import type { Standing } from '../domain/policy.ts';
import type { Viewer } from '../domain/viewer.ts';

export type CompanyRow = { readonly id: number; readonly publicId: string };
export type StandingOf = (company: CompanyRow) => Standing;

export type Standings = {
  readonly of: (viewer: Viewer) => StandingOf;
  /** A company that a committed import names. */
  readonly company: (publicId: string) => CompanyRow | undefined;
  readonly companyById: (id: number) => CompanyRow;
  /** Ids of the companies that committed imports name in the cluster. */
  readonly members: (cluster: string) => CompanyRow[];
  /** Names of the clusters that committed imports name the company in. */
  readonly clustersOf: (company: number) => string[];
};

export function createStandings(db: Database): Standings {
  const byPublicId = db.prepare<[string], CompanyRow>(
    `SELECT c.id, c.public_id AS publicId FROM companies c WHERE c.public_id = ? AND EXISTS
     (SELECT 1 FROM company_facts f JOIN imports i ON i.id = f.import_id AND i.state = 'committed' WHERE f.company_id = c.id)`,
  );
  const byId = db.prepare<[number], CompanyRow>('SELECT id, public_id AS publicId FROM companies WHERE id = ?');
  const members = db.prepare<[string], CompanyRow>(
    `SELECT c.id, c.public_id AS publicId FROM companies c WHERE c.id IN
     (SELECT f.company_id FROM clusters k JOIN sources s ON s.cluster_id = k.id JOIN imports i ON i.source_id = s.id AND i.state = 'committed'
      JOIN company_facts f ON f.import_id = i.id WHERE k.name = ?) ORDER BY c.public_id`,
  );
  const clusters = db
    .prepare<[number], string>(
      `SELECT DISTINCT k.name FROM company_facts f JOIN imports i ON i.id = f.import_id AND i.state = 'committed'
       JOIN sources s ON s.id = i.source_id JOIN clusters k ON k.id = s.cluster_id WHERE f.company_id = ? ORDER BY k.name`,
    )
    .pluck();
  const consents = db
    .prepare<{ a: number; b: number }, number>(
      'SELECT count(*) FROM consents WHERE (company_id = $a AND other_id = $b) OR (company_id = $b AND other_id = $a)',
    )
    .pluck();

  const inCluster = db
    .prepare<[number, string], number>(
      `SELECT 1 FROM company_facts f JOIN imports i ON i.id = f.import_id AND i.state = 'committed' JOIN sources s ON s.id = i.source_id
       JOIN clusters k ON k.id = s.cluster_id WHERE f.company_id = ? AND k.name = ? LIMIT 1`,
    )
    .pluck();

  const of = (viewer: Viewer): StandingOf => {
    const own = viewer.kind === 'member' ? byPublicId.get(viewer.company) : undefined;
    const ownClusters = own === undefined ? [] : clusters.all(own.id);
    // Whoever sees all or nothing by kind needs no look-ups: an engine reads a million flows.
    return ({ id, publicId }) => ({
      company: publicId,
      managed: viewer.kind === 'manager' && inCluster.get(id, viewer.cluster) === 1,
      sharesCluster: ownClusters.some((name) => inCluster.get(id, name) === 1),
      partner: own !== undefined && own.id !== id && consents.get({ a: own.id, b: id }) === 2,
    });
  };
  return {
    of,
    company: (publicId) => byPublicId.get(publicId),
    companyById: (id) => {
      const found = byId.get(id);
      if (found === undefined) throw new RangeError(`no company ${id}`);
      return found;
    },
    members: (cluster) => members.all(cluster),
    clustersOf: (company) => clusters.all(company),
  };
}
