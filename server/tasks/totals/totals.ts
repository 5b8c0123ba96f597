// Totals of a cluster for whoever is in it: worked out once a day over all flows that are not kept to their owner, told by the rules of secrecy.
import type { Language } from '../../contract/errors.ts';
import type { TotalsShown } from '../../contract/totals.ts';
import type { Company } from '../../domain/company.ts';
import { AppError } from '../../domain/errors.ts';
import { bandOf, middleOf } from '../../domain/blindLead.ts';
import { SHARING_LEVELS } from '../../domain/sharing.ts';
import { ANNUAL_UNITS } from '../../domain/estimate.ts';
import { GIVING } from '../../domain/flow.ts';
import type { Flow } from '../../domain/flow.ts';
import { totalsToTell } from '../../domain/secrecy.ts';
import type { FineCell, Total } from '../../domain/secrecy.ts';
import type { Viewer } from '../../domain/viewer.ts';
import { classifyFlows } from '../classifyFlows.ts';
import { followUpKnowledge } from '../followUpKnowledge.ts';
import { knowledge } from '../knowledge.ts';
import type { StoreReader } from '../open.ts';
import type { Opened } from '../opened.ts';
import { secrecyKnowledge } from './secrecyKnowledge.ts';

export interface TotalsRoom {
  of(viewer: Viewer, cluster: string, language: Language): Promise<TotalsShown>;
}

const offers = ({ role, direction }: Flow): boolean => (role === 'unknown' ? direction === 'out' : GIVING.some((one) => one === role));

/**
 * What each company adds to the classes of resources, over its latest period; companies of one parent go under the parent's name.
 * What members do not see as it is counts with the middle of its band of size: a change within the band moves no total, nor what is left out.
 */
export function cellsOf(flows: readonly Flow[], companies: ReadonlyMap<string, Company>, sizes: readonly number[]): FineCell[] {
  return flows.flatMap((flow) => {
    const [best] = flow.resources;
    const amount = flow.annual?.likely ?? null;
    if (best === undefined || amount === null || flow.annual === null || flow.sharing === 'own') return [];
    const [family = '', group] = best.resource.split('.');
    const column = JSON.stringify([offers(flow) ? 'offered' : 'asked', flow.annual.unit]);
    const party = companies.get(flow.company)?.parent ?? flow.company;
    const hidden = SHARING_LEVELS.indexOf(flow.sharing) < SHARING_LEVELS.indexOf('cluster');
    const parts = [{ party, amount: hidden ? middleOf(bandOf(amount, sizes)) : amount, hidden }];
    return [{ family, group: group === undefined ? family : `${family}.${group}`, column, parts }];
  });
}

/** For the answering thread: reads every flow of the cluster. */
export function totalsNow(store: StoreReader, cluster: string): Total[] {
  const companies = new Map(store.companiesOf({ kind: 'engine' }, cluster).map((one) => [one.id, one]));
  const flows = classifyFlows(store.flowsOf({ kind: 'engine' }, { cluster, periods: 'latest' }), companies, knowledge().classifier);
  return totalsToTell(cellsOf(flows, companies, followUpKnowledge().bands.size), secrecyKnowledge());
}

export function createTotalsRoom(opened: Opened): TotalsRoom {
  const today = async (cluster: string, day: string): Promise<readonly Total[]> => {
    const kept = opened.store().totalsOf(cluster, day);
    if (kept !== null) return kept;
    const found = await opened.answers().totalsNow(cluster);
    return (await opened.writer()).keepTotals(cluster, day, found);
  };
  return {
    async of(viewer, cluster, language) {
      const store = opened.store();
      // Who sees a public flow from elsewhere is no part of the cluster.
      const part = viewer.kind !== 'member' || store.clustersOf({ kind: 'engine' }, viewer.company).includes(cluster);
      if (!part || !store.clusters(viewer).includes(cluster)) throw new AppError('cluster.unknown', { cluster });
      const day = opened.now().slice(0, 10);
      const { resources } = knowledge().reference;
      const rows = (await today(cluster, day)).flatMap(({ row, column, amount }) => {
        const [side, unitText] = JSON.parse(column) as ['offered' | 'asked', string];
        const unit = ANNUAL_UNITS.find((one) => one === unitText);
        const node = resources.get(row);
        const family = row.includes('.') ? (row.split('.')[0] ?? null) : null;
        return unit === undefined ? [] : [{ resource: row, name: node?.name[language] ?? row, family, side, unit, amount }];
      });
      return { day, rows };
    },
  };
}
