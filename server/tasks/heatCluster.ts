// The companies and flows whose heat is looked at, where they are, and what they are called.
import { AppError } from '../domain/errors.ts';
import type { Company, Place } from '../domain/company.ts';
import type { Flow } from '../domain/flow.ts';
import type { Viewer } from '../domain/viewer.ts';
import { classifyFlows } from './classifyFlows.ts';
import { knowledge } from './knowledge.ts';
import type { StoreReader } from './open.ts';

export type HeatCluster = { readonly flows: readonly Flow[]; readonly companies: readonly Company[] };
/** Flow ids and companies as another tool or a person knows them. */
export type HeatNames = { readonly flow: (id: string) => string; readonly company: (id: string) => string };

/** What the viewer sees of a cluster, its words classified. Null `cluster`: the only one there is. Throws AppError for one that the viewer does not see. */
export function readHeatCluster(
  store: Pick<StoreReader, 'clusters' | 'companiesOf' | 'flowsOf'>,
  viewer: Viewer,
  cluster: string | null,
): HeatCluster {
  const clusters = store.clusters(viewer);
  const name = cluster ?? (clusters.length === 1 ? clusters[0] : undefined);
  if (name === undefined || !clusters.includes(name))
    throw new AppError('cluster.unknown', { cluster: cluster ?? `(${clusters.join(', ')})` });
  const companies = store.companiesOf(viewer, name);
  const seen = store.flowsOf(viewer, { cluster: name, periods: 'latest' });
  const { classifier } = knowledge();
  return { companies, flows: classifyFlows(seen, new Map(companies.map((one) => [one.id, one])), classifier) };
}

/** Companies by their names, flows by the ids of their files where these are theirs alone. */
export function heatNames({ flows, companies }: HeatCluster): HeatNames {
  const names = new Map(companies.map((one) => [one.id, one.name]));
  const stated = new Map(
    flows.flatMap((flow) => ('statedId' in flow && typeof flow.statedId === 'string' ? [[flow.id, flow.statedId] as const] : [])),
  );
  const uses = Map.groupBy(stated.values(), (one) => one);
  return {
    company: (id) => names.get(id) ?? id,
    flow: (id) => {
      const name = stated.get(id);
      return name !== undefined && uses.get(name)?.length === 1 ? name : id;
    },
  };
}

/** Where a flow is: at its site, else at its company. */
export function placesOf(companies: readonly Company[]): (flow: Flow) => Place | null {
  const known = new Map(companies.map((one) => [one.id, one]));
  return (flow) => {
    const company = known.get(flow.company);
    const site = company?.sites.find((one) => one.id === flow.site || one.name === flow.site);
    return site?.place ?? company?.place ?? null;
  };
}

/** One name for one place of a network. */
export const siteOf = (flow: Flow): string => (flow.site === null ? flow.company : `${flow.company}/${flow.site}`);
