// Each surplus once, best for the whole: of a stored cluster, or of two files.
import type { AllocateAnswer } from '../contract/allocateAnswer.ts';
import type { Language } from '../contract/errors.ts';
import { reasonText } from '../contract/reasons.ts';
import { AppError } from '../domain/errors.ts';
import type { Flow } from '../domain/flow.ts';
import type { MatchRun } from '../domain/match.ts';
import type { Viewer } from '../domain/viewer.ts';
import { allocate, type Allocation } from '../matching/allocate/allocate.ts';
import type { Objective } from '../matching/allocate/problem.ts';
import { matchKnowledge, runMatch } from './matchCluster.ts';
import { matchFiles } from './matchFiles.ts';
import type { StoreReader } from './open.ts';
import { solveWithHighs } from './solveWithHighs.ts';
import { statedNames } from './statedNames.ts';

function allocationShown(allocation: Allocation, nameOf: (flow: string) => string): AllocateAnswer {
  return {
    allocations: allocation.allocations.map((one) => ({
      surplus: nameOf(one.surplus),
      need: nameOf(one.need),
      via: [...one.via],
      quantity: one.quantity,
      share_of_surplus: one.shareOfSurplus,
    })),
    objective: allocation.objective,
    shadow_prices: allocation.shadowPrices?.map((one) => ({ flow: nameOf(one.flow), per_unit: one.perUnit, unit: one.unit })) ?? null,
    unplaced: allocation.unplaced.map((one) => ({ flow: nameOf(one.flow), quantity: one.quantity, why: one.why })),
  };
}

const allocated = (run: MatchRun, flows: readonly Flow[], objective: Objective): Promise<Allocation> =>
  allocate({ run, flows }, objective, matchKnowledge().knowledge, solveWithHighs);

/**
 * The figures depend on every company at once, so they are for whoever may see all of them; to others there is no such thing. Null `cluster`: the
 * only one there is.
 */
export async function allocateCluster(
  store: StoreReader,
  viewer: Viewer,
  cluster: string | null,
  objective: Objective,
): Promise<AllocateAnswer> {
  if (viewer.kind === 'member' || viewer.kind === 'consultant') throw new AppError('cluster.unknown', { cluster: cluster ?? '' });
  const { run, flows } = runMatch(store, viewer, cluster, false);
  return allocationShown(await allocated(run, flows, objective), statedNames(flows));
}

export async function allocateTwoFiles(
  companiesCsv: string,
  flowsCsv: string,
  objective: Objective,
  language: Language,
): Promise<{ readonly answer: AllocateAnswer; readonly problems: readonly string[] }> {
  const { run, flows, problems } = matchFiles({ companiesCsv, flowsCsv }, matchKnowledge());
  const answer = allocationShown(await allocated(run, flows, objective), (flow) => flow);
  return { answer, problems: problems.map((one) => reasonText(one, language)) };
}
