// Services of a cluster, typed into the register or stated as flows, each with those of the opposite side that it fits: matched as flows are.
import type { Language } from '../../contract/errors.ts';
import type { ServiceShown } from '../../contract/registers.ts';
import { AppError } from '../../domain/errors.ts';
import { gives } from '../../domain/flow.ts';
import type { Flow } from '../../domain/flow.ts';
import type { RegisterEntry } from '../../domain/register.ts';
import { DEFAULT_SHARING } from '../../domain/sharing.ts';
import type { Viewer } from '../../domain/viewer.ts';
import { matchFlows } from '../../matching/matchFlows.ts';
import { classifyFlows } from '../classifyFlows.ts';
import { matchKnowledge } from '../matchCluster.ts';
import { knowledge } from '../knowledge.ts';
import type { StoreReader } from '../open.ts';

const MONTHS = 12;
/** The taxonomy's branch of services. */
const SERVICES = 'svc';
export const isService = (resource: string | undefined): boolean => resource === SERVICES || resource?.startsWith(`${SERVICES}.`) === true;

/** Ids of entries as flows, apart from those of flows. */
const ENTRY = 'entry ';

/** A typed service as the flow it would be in a screening; its words are its title and text, where no kind was chosen. */
function flowOf(entry: RegisterEntry): Flow {
  const hours = entry.hoursPerMonth === null ? null : entry.hoursPerMonth * MONTHS;
  return {
    id: `${ENTRY}${entry.id}`,
    company: entry.companies[0] ?? '',
    site: null,
    process: null,
    direction: entry.side === 'needs' ? 'in' : 'out',
    role: entry.side === 'needs' ? 'need' : 'surplus',
    words: entry.title,
    resources: entry.resource === null ? [] : [{ resource: entry.resource, weight: 1, how: 'person' }],
    kind: 'service',
    wasteCode: null,
    stated: hours === null ? null : { value: hours },
    unit: hours === null ? null : 'h',
    annual: hours === null ? null : { low: hours, likely: hours, high: hours, unit: 'h' },
    temperature: null,
    temperatureReturn: null,
    hours: null,
    profile: null,
    price: null,
    dataQuality: null,
    quality: null,
    comment: entry.text,
    period: null,
    sharing: DEFAULT_SHARING,
    source: null,
  };
}

export function servicesShown(store: StoreReader, viewer: Viewer, cluster: string, language: Language): ServiceShown[] {
  if (!store.clusters(viewer).includes(cluster)) throw new AppError('cluster.unknown', { cluster });
  const companies = store.companiesOf(viewer, cluster);
  const known = new Map(companies.map((one) => [one.id, one]));
  const { knowledge: rules, heat, classifier } = matchKnowledge();
  const typed = store.registersOf(viewer, cluster).filter((one) => one.kind === 'service');
  const stated = store.flowsOf(viewer, { cluster, periods: 'latest' });
  const flows = classifyFlows<Flow>([...stated, ...typed.map(flowOf)], known, classifier).filter(
    (flow) => flow.kind === 'service' || isService(flow.resources[0]?.resource),
  );
  const byId = new Map(flows.map((flow) => [flow.id, flow]));
  const { matches } = matchFlows({ companies, flows }, rules, heat);
  const { resources } = knowledge().reference;
  const monthly = ({ annual }: Flow): number | null => (annual?.unit === 'h' && annual.likely !== null ? annual.likely / MONTHS : null);
  const companyOf = (flow: Flow) => ({ id: flow.company, name: known.get(flow.company)?.name ?? flow.company });
  return flows.map((flow) => {
    const side = gives(flow) ? ('offers' as const) : ('needs' as const);
    const resource = flow.resources[0]?.resource ?? null;
    return {
      entry: flow.id.startsWith(ENTRY) ? flow.id.slice(ENTRY.length) : null,
      flow: flow.id.startsWith(ENTRY) ? null : flow.id,
      title: flow.words,
      company: companyOf(flow),
      side,
      resource,
      resource_name: resource === null ? null : (resources.get(resource)?.name[language] ?? resource),
      hours_per_month: monthly(flow),
      fits: matches.flatMap((match) => {
        const [own, other] = side === 'offers' ? [match.surplus, match.need] : [match.need, match.surplus];
        const fit = own === flow.id ? byId.get(other) : undefined;
        return fit === undefined ? [] : [{ title: fit.words, company: companyOf(fit), hours_per_month: monthly(fit), score: match.score }];
      }),
    };
  });
}
