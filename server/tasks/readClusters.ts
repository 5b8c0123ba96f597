// Questions about what is stored, answered as the contract shows it.
import type { ClusterPage, ClusterShown, CompanyPage, CompanyShown, SourceShown } from '../contract/clusters.ts';
import type { Language } from '../contract/errors.ts';
import { previewOptionsSchema } from '../contract/previews.ts';
import type { Company } from '../domain/company.ts';
import { AppError } from '../domain/errors.ts';
import type { Viewer } from '../domain/viewer.ts';
import { classifyFlows } from './classifyFlows.ts';
import { knowledge } from './knowledge.ts';
import type { StoreReader } from './open.ts';
import { companyShown, exchangeShown, flowShown } from './shown.ts';

/** Names in the order of a Norwegian register, in both languages. */
const NAMES = new Intl.Collator('nb');

const byId = (companies: readonly Company[]): ReadonlyMap<string, Company> => new Map(companies.map((one) => [one.id, one]));

function companiesIn(store: StoreReader, viewer: Viewer, cluster: string): Company[] {
  if (!store.clusters(viewer).includes(cluster)) throw new AppError('cluster.unknown', { cluster });
  return store.companiesOf(viewer, cluster).toSorted((a, b) => NAMES.compare(a.name, b.name) || (a.id < b.id ? -1 : 1));
}

export function clustersShown(store: StoreReader, viewer: Viewer): ClusterShown[] {
  return store.clusters(viewer).map((name) => ({
    name,
    companies: store.companiesOf(viewer, name).length,
    flows: [...store.flowCounts(viewer, name).values()].reduce((sum, count) => sum + count, 0),
    exchanges: store.exchangesOf(viewer, { cluster: name }).length,
  }));
}

export function companiesShown(store: StoreReader, viewer: Viewer, cluster: string): CompanyShown[] {
  const companies = companiesIn(store, viewer, cluster);
  const counts = store.flowCounts(viewer, cluster);
  return companies.map((one) => companyShown(one, counts.get(one.id) ?? 0));
}

export function clusterShown(store: StoreReader, viewer: Viewer, cluster: string, language: Language): ClusterPage {
  const companies = companiesIn(store, viewer, cluster);
  const known = byId(companies);
  const { reference, classifier } = knowledge();
  const names = { resources: reference.resources, language };
  const flows = classifyFlows(store.flowsOf(viewer, { cluster, periods: 'latest' }), known, classifier);
  const counts = Map.groupBy(flows, (flow) => flow.company);
  return {
    cluster,
    companies: companies.map((one) => companyShown(one, counts.get(one.id)?.length ?? 0)),
    flows: flows.flatMap((flow) => {
      const company = known.get(flow.company);
      return company ? [flowShown(flow, company, names)] : [];
    }),
    exchanges: store.exchangesOf(viewer, { cluster }).map((one) => exchangeShown(one, (id) => known.get(id)?.name ?? id)),
  };
}

export function companyPage(store: StoreReader, viewer: Viewer, id: string, language: Language): CompanyPage {
  const company = store.company(viewer, id);
  if (company === null) throw new AppError('company.unknown');
  const { reference, classifier } = knowledge();
  const flows = classifyFlows(store.flowsOf(viewer, { company: id, periods: 'latest' }), new Map([[id, company]]), classifier);
  const [cluster = ''] = store.clustersOf(viewer, id);
  return {
    company: companyShown(company, flows.length),
    cluster,
    flows: flows.map((flow) => flowShown(flow, company, { resources: reference.resources, language })),
    exchanges: store
      .exchangesOf(viewer, { company: id })
      .map((one) => exchangeShown(one, (other) => store.company(viewer, other)?.name ?? other)),
  };
}

export function sourceShown(store: StoreReader, viewer: Viewer, flow: string): SourceShown {
  const found = store.sourceOf(viewer, flow);
  if (found === null) throw new AppError('flow.unknown');
  const repaired = repairedIn(store, viewer, found);
  return {
    import: found.importId,
    file: found.file,
    sheet: found.sheet,
    line: found.line,
    cells: found.cells.map((one, index) => (repaired(index, one.header) ? { ...one, repaired: true } : one)),
  };
}

/** Which cells of the record a person wrote when the file was taken in. */
function repairedIn(
  store: StoreReader,
  viewer: Viewer,
  { importId, sheet, line }: { readonly importId: number; readonly sheet: string | null; readonly line: number },
): (index: number, header: string) => boolean {
  const record = store.listImports(viewer).find(({ id }) => id === importId);
  const repairs = previewOptionsSchema.shape.repairs.safeParse(record?.options['repairs']).data ?? [];
  const here = repairs.filter((one) => one.sheet === sheet && one.lines.includes(line));
  return (index, header) => here.some((one) => (one.column === null ? one.header === header : one.column === index + 1));
}
