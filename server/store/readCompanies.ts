// Companies and clusters as the committed imports tell them.
import type { Database } from 'better-sqlite3';
import type { Company, Place, Site } from '../domain/company.ts';
import { reach } from '../domain/policy.ts';
import type { Viewer } from '../domain/viewer.ts';
import type { FlowReader } from './readFlows.ts';
import type { CompanyRow, Standings } from './standings.ts';

export type CompanyReader = {
  /** Companies of the cluster that the viewer may know of, by id. */
  readonly companiesOf: (viewer: Viewer, cluster: string) => Company[];
  readonly company: (viewer: Viewer, id: string) => Company | null;
  /** The clusters a viewer may know of, by name. */
  readonly clusters: (viewer: Viewer) => string[];
  readonly clustersOf: (viewer: Viewer, company: string) => string[];
};

type Fact = {
  name: string;
  org_number: string | null;
  municipality: string | null;
  nace: string | null;
  activity: string | null;
  country: string | null;
  parent: string | null;
  lat: number | null;
  lon: number | null;
};
type SiteFact = { name: string; municipality: string | null; lat: number | null; lon: number | null };

export function createCompanyReader(db: Database, standings: Standings, flows: FlowReader): CompanyReader {
  const facts = db.prepare<[number], Fact>(
    `SELECT f.* FROM company_facts f JOIN imports i ON i.id = f.import_id AND i.state = 'committed' WHERE f.company_id = ? ORDER BY i.commit_order DESC`,
  );
  const siteFacts = db.prepare<[number], SiteFact>(
    `SELECT f.* FROM site_facts f JOIN imports i ON i.id = f.import_id AND i.state = 'committed' WHERE f.company_id = ?
     ORDER BY f.name, i.commit_order DESC`,
  );
  const parentId = db
    .prepare<[string], string>('SELECT c.public_id FROM company_keys k JOIN companies c ON c.id = k.company_id WHERE k.key = ?')
    .pluck();
  const clusterNames = db
    .prepare<[], string>(
      `SELECT name FROM clusters k WHERE EXISTS (SELECT 1 FROM sources s JOIN imports i ON i.source_id = s.id WHERE s.cluster_id = k.id AND i.state = 'committed')
       ORDER BY name`,
    )
    .pluck();

  function toCompany({ id, publicId }: CompanyRow): Company | null {
    const [latest, ...older] = facts.all(id);
    if (latest === undefined) return null;
    const said = <Field extends keyof Fact>(field: Field): Fact[Field] =>
      latest[field] ?? older.find((fact) => fact[field] !== null)?.[field] ?? latest[field];
    const placed = [latest, ...older].find((fact) => fact.lat !== null);
    const parent = said('parent');
    return {
      id: publicId,
      name: latest.name,
      orgNumber: said('org_number'),
      parent: parent === null ? null : (parentId.get(`org:${parent}`) ?? parent),
      nace: said('nace'),
      activity: said('activity'),
      municipality: said('municipality'),
      country: said('country'),
      place: placeOf(placed),
      sites: sitesOf(publicId, siteFacts.all(id)),
    };
  }

  /** A company is known to whoever shares a cluster with it, works for or runs it; to others by what it made public. */
  function mayKnow(viewer: Viewer, row: CompanyRow): boolean {
    if (reach(viewer, standings.of(viewer)(row)) !== 'public') return true;
    return flows.flowsOf(viewer, { company: row.publicId }).length > 0;
  }

  const companiesOf = (viewer: Viewer, cluster: string): Company[] =>
    standings
      .members(cluster)
      .filter((row) => mayKnow(viewer, row))
      .map(toCompany)
      .filter((company) => company !== null);

  return {
    companiesOf,
    company: (viewer, id) => {
      const row = standings.company(id);
      return row === undefined || !mayKnow(viewer, row) ? null : toCompany(row);
    },
    clusters: (viewer) =>
      clusterNames
        .all()
        .filter(
          (name) =>
            viewer.kind === 'local' ||
            viewer.kind === 'engine' ||
            viewer.kind === 'administrator' ||
            (viewer.kind === 'manager' && viewer.cluster === name) ||
            standings.members(name).some((row) => mayKnow(viewer, row)),
        ),
    clustersOf: (viewer, id) => {
      const row = standings.company(id);
      return row === undefined || !mayKnow(viewer, row) ? [] : standings.clustersOf(row.id);
    },
  };
}

const placeOf = (fact: { lat: number | null; lon: number | null } | undefined): Place | null =>
  fact === undefined || fact.lat === null || fact.lon === null ? null : { lat: fact.lat, lon: fact.lon };

function sitesOf(company: string, facts: readonly SiteFact[]): Site[] {
  const byName = new Map<string, Site>();
  for (const fact of facts) {
    const known = byName.get(fact.name);
    byName.set(fact.name, {
      id: `${company}/${fact.name}`,
      name: fact.name,
      municipality: known?.municipality ?? fact.municipality,
      place: known?.place ?? placeOf(fact),
    });
  }
  return [...byName.values()];
}
