// A cluster as the answering thread holds it while somebody tries things: read and classified once, and matched as changes come.
import { AppError } from '../../domain/errors.ts';
import type { Exchange } from '../../domain/exchange.ts';
import { applyScenario, joinedId, leversIn, mayTryScenarios, unknownIn } from '../../domain/scenario.ts';
import type { Change, ClusterData } from '../../domain/scenario.ts';
import type { Viewer } from '../../domain/viewer.ts';
import { allocate, allocateGreedily } from '../../matching/allocate/allocate.ts';
import type { Allocation } from '../../matching/allocate/allocate.ts';
import type { Objective } from '../../matching/allocate/problem.ts';
import type { Solve } from '../../matching/allocate/solve.ts';
import type { MatchKnowledge } from '../../matching/knowledge.ts';
import { createLive } from '../../matching/scenario/liveRun.ts';
import type { Live, LiveRun } from '../../matching/scenario/liveRun.ts';
import { outcomeOf } from '../../matching/scenario/outcome.ts';
import type { Outcome } from '../../matching/scenario/outcome.ts';
import { classifyFlows } from '../classifyFlows.ts';
import { knowledge } from '../knowledge.ts';
import { matchKnowledge } from '../matchCluster.ts';
import type { StoreReader } from '../open.ts';
import { movedKnowledge } from './scenarioKnowledge.ts';

/** What a list of changes leads to. */
export type Tried = {
  readonly data: ClusterData;
  readonly run: LiveRun;
  readonly knowledge: MatchKnowledge;
  readonly unknown: readonly number[];
};
export type Settled = Tried & { readonly allocation: Allocation; readonly outcome: Outcome };

export type Ground = {
  readonly data: ClusterData;
  readonly exchanges: readonly Exchange[];
  readonly try: (changes: readonly Change[]) => Tried;
};

/** Clusters held: the one somebody tries things on, and the one before. */
const KEPT = 2;
const grounds = new Map<string, Ground>();

/** Throws `cluster.unknown`, also for whom there is no such thing. */
export function groundOf(store: StoreReader, viewer: Viewer, cluster: string): Ground {
  if (!mayTryScenarios(viewer, cluster) || !store.clusters(viewer).includes(cluster)) throw new AppError('cluster.unknown', { cluster });
  const key = JSON.stringify([store.file, store.revision(), viewer, cluster]);
  const before = grounds.get(key);
  if (before !== undefined) return before;
  const made = readGround(store, viewer, cluster);
  grounds.set(key, made);
  const oldest = grounds.keys().next();
  if (grounds.size > KEPT && !oldest.done) grounds.delete(oldest.value);
  return made;
}

function readGround(store: StoreReader, viewer: Viewer, cluster: string): Ground {
  const { heat, knowledge: plain } = matchKnowledge();
  const { classifier } = knowledge();
  const companies = store.companiesOf(viewer, cluster);
  const classified = (flows: ClusterData['flows'], among: ClusterData['companies']): ClusterData['flows'] =>
    classifyFlows(flows, new Map(among.map((one) => [one.id, one])), classifier);
  const data: ClusterData = { companies, flows: classified(store.flowsOf(viewer, { cluster, periods: 'latest' }), companies) };
  // One for the cluster as it is, one that follows the changes.
  const lives: readonly [Live, Live] = [createLive(plain, heat), createLive(plain, heat)];
  let last: { readonly key: string; readonly tried: Tried } | null = null;
  let asItIs: Tried | null = null;
  /** What joins is classified once: while a slider moves it stays the same. */
  const joined = new Map<string, ClusterData['flows'][number]>();

  const withMeanings = (changes: readonly Change[], applied: ClusterData): ClusterData => {
    const isNew = new Set(changes.flatMap((one) => (one.kind === 'joins' ? [joinedId(one.company.key)] : [])));
    if (isNew.size === 0) return applied;
    return {
      companies: applied.companies,
      flows: applied.flows.map((flow) => {
        if (!isNew.has(flow.company)) return flow;
        const company = applied.companies.find(({ id }) => id === flow.company);
        const key = JSON.stringify([flow, company]);
        let one = joined.get(key);
        if (one === undefined) {
          one = classified([flow], company === undefined ? [] : [company])[0] ?? flow;
          joined.set(key, one);
        }
        return one;
      }),
    };
  };

  return {
    data,
    exchanges: store.exchangesOf(viewer, { cluster }),
    try: (changes) => {
      if (changes.length === 0) return (asItIs ??= { data, run: lives[0].run(data, plain), knowledge: plain, unknown: [] });
      const key = JSON.stringify(changes);
      if (last?.key === key) return last.tried;
      const applied = withMeanings(changes, applyScenario(changes, data));
      const known = movedKnowledge(leversIn(changes));
      const gone = unknownIn(changes, data);
      const unknown = [...changes.keys()].filter((at) => gone.some((one) => one === changes[at]));
      const tried = { data: applied, run: lives[1].run(applied, known), knowledge: known, unknown };
      last = { key, tried };
      return tried;
    },
  };
}

/** The largest deal first: for the frame that cannot wait. */
export function settledGreedily(tried: Tried, objective: Objective): Settled {
  const { run, data, knowledge: known } = tried;
  const allocation = allocateGreedily({ run, flows: data.flows }, objective, known);
  return { ...tried, allocation, outcome: outcomeOf(run, allocation, data.flows, known.sample.size) };
}

export async function settledExactly(tried: Tried, objective: Objective, solve: Solve): Promise<Settled> {
  const { run, data, knowledge: known } = tried;
  const allocation = await allocate({ run, flows: data.flows }, objective, known, solve);
  return { ...tried, allocation, outcome: outcomeOf(run, allocation, data.flows, known.sample.size) };
}
