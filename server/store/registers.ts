// Registers of a cluster: shared challenges, projects that came to nothing, services.
import type { Database } from 'better-sqlite3';
import { AppError } from '../domain/errors.ts';
import type { CompanyId } from '../domain/flow.ts';
import type { Standing } from '../domain/policy.ts';
import { reach } from '../domain/policy.ts';
import { faultOf, seesEntry, writesEntry } from '../domain/register.ts';
import type { RegisterEntry, RegisterFact, RegisterKind } from '../domain/register.ts';
import type { Viewer } from '../domain/viewer.ts';
import type { Standings } from './standings.ts';

export type EntryWritten = RegisterFact & { readonly companies: readonly CompanyId[] };
export type Registers = {
  /** Oldest first. */
  readonly of: (viewer: Viewer, cluster: string) => (RegisterEntry & { readonly mayChange: boolean })[];
  /** Throws `register.invalid`, `cluster.unknown`, `company.unknown` or `lead.notYours`. */
  readonly add: (
    viewer: Viewer,
    cluster: string,
    entry: EntryWritten & { readonly id: string; readonly kind: RegisterKind },
    at: string,
  ) => void;
  /** `entry` null: taken out. Throws `register.unknown`, `register.stale` or what `add` throws. */
  readonly change: (viewer: Viewer, id: string, version: number, entry: EntryWritten | null, at: string) => void;
};

type Row = {
  id: number;
  public_id: string;
  cluster: string;
  kind: RegisterKind;
  fact: string;
  made_at: string;
  changed_at: string;
  version: number;
};
const COLUMNS = 'e.id, e.public_id, k.name AS cluster, e.kind, e.fact, e.made_at, e.changed_at, e.version';

export function createRegisters(db: Database, standings: Standings): Registers {
  const inCluster = db.prepare<[string], Row>(
    `SELECT ${COLUMNS} FROM register_entries e JOIN clusters k ON k.id = e.cluster_id WHERE k.name = ? AND e.removed = 0 ORDER BY e.id`,
  );
  const byId = db.prepare<[string], Row>(
    `SELECT ${COLUMNS} FROM register_entries e JOIN clusters k ON k.id = e.cluster_id WHERE e.public_id = ? AND e.removed = 0`,
  );
  const companiesOf = db.prepare<[number], { id: number; publicId: string }>(
    'SELECT c.id, c.public_id AS publicId FROM register_companies r JOIN companies c ON c.id = r.company_id WHERE r.entry_id = ? ORDER BY c.public_id',
  );

  /** Whether the viewer belongs to the cluster: by its company, by one it works for, or by managing it. */
  function isHere(viewer: Viewer, cluster: string): boolean {
    switch (viewer.kind) {
      case 'local':
      case 'engine':
      case 'administrator':
        return true;
      case 'manager':
        return viewer.cluster === cluster;
      case 'member':
        return standings.members(cluster).some((one) => one.publicId === viewer.company);
      case 'consultant':
        return standings.members(cluster).some((one) => viewer.companies.includes(one.publicId));
    }
  }

  const judge = (viewer: Viewer, companies: readonly { id: number; publicId: string }[]): Standing[] => companies.map(standings.of(viewer));

  function shown(viewer: Viewer, row: Row, here: boolean): (RegisterEntry & { mayChange: boolean })[] {
    const companies = companiesOf.all(row.id);
    const stand = judge(viewer, companies);
    if (!seesEntry(viewer, row.kind, stand, here)) return [];
    return [
      {
        ...(JSON.parse(row.fact) as RegisterFact),
        id: row.public_id,
        cluster: row.cluster,
        kind: row.kind,
        companies: companies.map((one) => one.publicId),
        madeAt: row.made_at,
        changedAt: row.changed_at,
        version: row.version,
        mayChange: writesEntry(viewer, stand, here),
      },
    ];
  }

  /** Ids of the companies, all of which are members of the cluster and known to the viewer. */
  function checked(viewer: Viewer, cluster: string, kind: RegisterKind, entry: EntryWritten): { id: number; publicId: string }[] {
    const fault = faultOf(kind, entry);
    if (fault !== null) throw new AppError('register.invalid', { field: fault });
    const members = new Map(standings.members(cluster).map((one) => [one.publicId, one]));
    const standingOf = standings.of(viewer);
    const companies = [...new Set(entry.companies)].map((id) => {
      const found = members.get(id);
      if (found === undefined || (viewer.kind === 'member' && reach(viewer, standingOf(found)) === 'public'))
        throw new AppError('company.unknown');
      return found;
    });
    if (!writesEntry(viewer, companies.map(standingOf), isHere(viewer, cluster))) throw new AppError('lead.notYours');
    return companies;
  }

  const factOf = ({ title, text, why, year, side, resource, hoursPerMonth }: RegisterFact): string =>
    JSON.stringify({ title, text, why, year, side, resource, hoursPerMonth } satisfies RegisterFact);
  const join = (entry: number, companies: readonly { id: number }[]): void => {
    db.prepare('DELETE FROM register_companies WHERE entry_id = ?').run(entry);
    for (const { id } of companies) db.prepare('INSERT INTO register_companies (entry_id, company_id) VALUES (?, ?)').run(entry, id);
  };

  return {
    of: (viewer, cluster) => {
      const here = isHere(viewer, cluster);
      return inCluster.all(cluster).flatMap((row) => shown(viewer, row, here));
    },
    add: (viewer, cluster, entry, at) =>
      db
        .transaction(() => {
          const clusterId = db.prepare<[string], number>('SELECT id FROM clusters WHERE name = ?').pluck().get(cluster);
          if (clusterId === undefined) throw new AppError('cluster.unknown', { cluster });
          const companies = checked(viewer, cluster, entry.kind, entry);
          const put = db.prepare(
            'INSERT INTO register_entries (public_id, cluster_id, kind, fact, made_at, changed_at, changed_by, version) VALUES (?, ?, ?, ?, ?, ?, ?, 1)',
          );
          const id = Number(put.run(entry.id, clusterId, entry.kind, factOf(entry), at, at, JSON.stringify(viewer)).lastInsertRowid);
          join(id, companies);
        })
        .immediate(),
    change: (viewer, id, version, entry, at) =>
      db
        .transaction(() => {
          const row = byId.get(id);
          const [before] = row === undefined ? [] : shown(viewer, row, isHere(viewer, row.cluster));
          if (row === undefined || before === undefined) throw new AppError('register.unknown');
          if (!before.mayChange) throw new AppError('lead.notYours');
          if (row.version !== version) throw new AppError('register.stale', { title: before.title });
          const companies = entry === null ? [] : checked(viewer, row.cluster, row.kind, entry);
          db.prepare(
            'UPDATE register_entries SET fact = ?, changed_at = ?, changed_by = ?, removed = ?, version = version + 1 WHERE id = ?',
          ).run(entry === null ? row.fact : factOf(entry), at, JSON.stringify(viewer), entry === null ? 1 : 0, row.id);
          if (entry !== null) join(row.id, companies);
        })
        .immediate(),
  };
}
