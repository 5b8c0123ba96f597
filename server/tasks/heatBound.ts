// How much better could any network of a cluster be? Worked out apart from the page, since it takes a solver.
import type { HeatBound } from '../contract/heatAnswer.ts';
import type { Viewer } from '../domain/viewer.ts';
import type { SolveMilp } from '../heat/network/milp.ts';
import type { NetworkGround } from '../heat/network/planNetwork.ts';
import { tightBound } from '../heat/network/relaxed.ts';
import { loadHeatKnowledge } from './heatKnowledge.ts';
import { heatGround, type HeatGroundAsk, type HeatStore } from './heatPage.ts';
import { solveApart } from './heatSolver.ts';
import { knowledge } from './knowledge.ts';

/** One solving for a ground, however often it is asked. */
const bounds = new WeakMap<NetworkGround, Promise<HeatBound>>();

export function heatBound(
  store: HeatStore,
  viewer: Viewer,
  cluster: string,
  ask: HeatGroundAsk,
  solve: SolveMilp = solveApart,
): Promise<HeatBound> {
  const ground = heatGround(store, viewer, cluster, ask);
  const before = bounds.get(ground);
  if (before !== undefined) return before;
  const bound = boundShown(ground, solve);
  bounds.set(ground, bound);
  return bound;
}

async function boundShown({ prepared: { problem } }: NetworkGround, solve: SolveMilp): Promise<HeatBound> {
  const { rules: p } = loadHeatKnowledge(knowledge().reference);
  const tight = await tightBound(problem, solve, p);
  if (tight === null) return { bound_nok_per_year: null, relaxed_nok_per_year: null, without: [] };
  return {
    bound_nok_per_year: tight.whole,
    relaxed_nok_per_year: tight.value,
    without: [
      ...problem.sources.map((one, i) => ({ flow: one.id, nok_per_year: tight.sources[i] ?? 0 })),
      ...problem.customers.map((one, j) => ({ flow: one.id, nok_per_year: tight.customers[j] ?? 0 })),
    ],
  };
}
