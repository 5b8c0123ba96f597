// Which companies of a file its reader may not speak of, and those that it brings: asked of the policy, company by company.
import type { Database } from 'better-sqlite3';
import { AppError } from '../domain/errors.ts';
import { mayPutInto, mayState } from '../domain/policy.ts';
import type { Viewer } from '../domain/viewer.ts';
import type { Standings } from './standings.ts';

/** Names told in a refusal; the rest is counted. */
const TOLD = 5;

export type ImportRights = {
  /** Throws `import.notHere`. */
  readonly mustBeOpen: (viewer: Viewer, cluster: string) => void;
  /** Of companies by number (below zero: new) and as the file names them: the names of those that the viewer may not speak of. */
  readonly notYours: (viewer: Viewer, companies: Iterable<{ readonly id: number; readonly name: string }>) => string[];
  /** Throws `import.notYours`; answers the public ids of companies that nobody had before. */
  readonly mustBeYours: (viewer: Viewer, importId: number) => string[];
};

/** 'A, B, C and 7 more' without a language: 'A, B, C (+7)'. */
export const namesTold = (names: readonly string[]): string =>
  names.length <= TOLD ? names.join(', ') : `${names.slice(0, TOLD).join(', ')} (+${names.length - TOLD})`;

export function createImportRights(db: Database, standings: Standings): ImportRights {
  const inImport = db.prepare<[number], { id: number; name: string }>(
    'SELECT f.company_id AS id, f.name FROM company_facts f WHERE f.import_id = ? ORDER BY f.name, f.company_id',
  );
  const taken = db
    .prepare<{ id: number; publicId: string }, number>(
      `SELECT EXISTS (SELECT 1 FROM company_facts f JOIN imports i ON i.id = f.import_id AND i.state = 'committed' WHERE f.company_id = $id)
       OR EXISTS (SELECT 1 FROM roles WHERE role IN ('consultant', 'member') AND scope = $publicId AND ended_at IS NULL)`,
    )
    .pluck();
  const everything = (viewer: Viewer): boolean => viewer.kind === 'local' || viewer.kind === 'engine';
  const isFree = (id: number): boolean => id < 0 || taken.get({ id, publicId: standings.companyById(id).publicId }) === 0;
  const may = (viewer: Viewer, id: number): boolean => mayState(viewer, id < 0 ? '' : standings.companyById(id).publicId, isFree(id));

  const notYours: ImportRights['notYours'] = (viewer, companies) =>
    everything(viewer) ? [] : [...companies].filter(({ id }) => !may(viewer, id)).map(({ name }) => name);

  return {
    mustBeOpen: (viewer, cluster) => {
      const own = viewer.kind === 'member' ? [viewer.company] : viewer.kind === 'consultant' ? viewer.companies : [];
      const clusters = own.flatMap((company) => {
        const row = standings.company(company);
        return row === undefined ? [] : standings.clustersOf(row.id);
      });
      if (!mayPutInto(viewer, cluster, clusters)) throw new AppError('import.notHere', { cluster });
    },
    notYours,
    mustBeYours: (viewer, importId) => {
      if (everything(viewer)) return [];
      const companies = inImport.all(importId);
      const refused = notYours(viewer, companies);
      if (refused.length > 0) throw new AppError('import.notYours', { companies: namesTold(refused) });
      return companies.filter(({ id }) => isFree(id)).map(({ id }) => standings.companyById(id).publicId);
    },
  };
}
