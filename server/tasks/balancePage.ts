// Balances, yields and coverage of what is stored, as the contract shows them.
import { balancesOf } from '../balance/balance.ts';
import { coverageOf } from '../balance/coverage.ts';
import { balanceLimitsFrom } from '../balance/limits.ts';
import type { BalanceLimits } from '../balance/limits.ts';
import { yieldsOf } from '../balance/yields.ts';
import type { BalancePageShown, CoverageShown } from '../contract/balance.ts';
import type { Language } from '../contract/errors.ts';
import { mayType } from '../domain/entry.ts';
import { AppError } from '../domain/errors.ts';
import type { Flow } from '../domain/flow.ts';
import type { Viewer } from '../domain/viewer.ts';
import { loadRows } from '../reference/loadRows.ts';
import { classifyFlows } from './classifyFlows.ts';
import { typicalOf } from './entries/typicalFlows.ts';
import { knowledge } from './knowledge.ts';
import type { StoreReader } from './open.ts';

let limits: BalanceLimits | null = null;
const balanceLimits = (): BalanceLimits => (limits ??= balanceLimitsFrom(loadRows('balance.csv')));

/** The kind of what the words most likely mean; '' where they mean nothing known. */
const kindOf = (flow: Flow): string => knowledge().reference.resources.get(flow.resources[0]?.resource ?? '')?.kind ?? '';
const idOf = (flow: Flow): string => flow.resources[0]?.resource ?? '';
const isMaterial = (flow: Flow): boolean => idOf(flow).startsWith('mat') && kindOf(flow) !== 'fuel';
const isWarm = (flow: Flow): boolean =>
  /^en\.(?:heat|need|cold)|^wat\.(?:cooling|need\.cooling)/.test(idOf(flow)) || ['heat', 'steam', 'cooling'].includes(kindOf(flow));

/** Whoever sees not every flow of the company as its owner or facilitator gets no balance: a difference tells what is hidden. */
const seesWhole = (viewer: Viewer, company: string): boolean =>
  viewer.kind === 'manager' || viewer.kind === 'administrator' || mayType(viewer, company);

export function balancePage(store: StoreReader, viewer: Viewer, id: string, language: Language): BalancePageShown {
  const company = store.company(viewer, id);
  if (company === null || !seesWhole(viewer, id)) throw new AppError('company.unknown');
  const [cluster = ''] = store.clustersOf(viewer, id);
  const flows = classifyFlows(store.flowsOf(viewer, { company: id, periods: 'latest' }), new Map([[id, company]]), knowledge().classifier);
  const materials = new Set(flows.filter(isMaterial).map((flow) => flow.id));
  const { balances, uncounted } = balancesOf(flows, balanceLimits());
  const { yields } = typicalOf(company.activity, company.nace);
  return {
    company: { id, name: company.name },
    cluster,
    balances: balances.map(({ process, unit, into, out, unexplained, verdict, proposals }) => ({
      process,
      unit,
      into,
      out,
      unexplained,
      verdict,
      proposals: [...proposals],
    })),
    uncounted: [...uncounted],
    yields: yieldsOf(flows, (flow) => materials.has(flow), yields).map(({ against, ...one }) => ({
      ...one,
      against: against.map(({ typical, standing }) => ({
        name: typical.name[language],
        low: typical.low,
        likely: typical.likely,
        high: typical.high,
        standing,
        evidence: typical.evidence,
        source: typical.source,
      })),
    })),
    may_type: mayType(viewer, id),
  };
}

export function coverageShown(store: StoreReader, viewer: Viewer, cluster: string): CoverageShown[] {
  if (!store.clusters(viewer).includes(cluster)) throw new AppError('cluster.unknown', { cluster });
  const companies = store.companiesOf(viewer, cluster).filter(({ id }) => seesWhole(viewer, id));
  const known = new Map(companies.map((one) => [one.id, one]));
  const flows = classifyFlows(
    store.flowsOf(viewer, { cluster, periods: 'latest' }).filter(({ company }) => known.has(company)),
    known,
    knowledge().classifier,
  );
  const byCompany = Map.groupBy(flows, ({ company }) => company);
  return companies
    .map((one) => ({ company: one.id, name: one.name, ...coverageOf(byCompany.get(one.id) ?? [], isWarm, balanceLimits()) }))
    .toSorted((a, b) => NAMES.compare(a.name, b.name) || (a.company < b.company ? -1 : 1));
}

const NAMES = new Intl.Collator('nb');
