// Allocation of a cluster of 60 companies x 20 flows: reach 2 s with the solver's loading, equal to the best there is; beside it the largest deal
// first. `npm run bench allocate`.
import { gives } from '../server/domain/flow.ts';
import type { Flow } from '../server/domain/flow.ts';
import { allocate, allocateGreedily } from '../server/matching/allocate/allocate.ts';
import { OBJECTIVES } from '../server/matching/allocate/problem.ts';
import { matchFlows } from '../server/matching/matchFlows.ts';
import { classifyFlows } from '../server/tasks/classifyFlows.ts';
import { matchKnowledge } from '../server/tasks/matchCluster.ts';
import { solveWithHighs } from '../server/tasks/solveWithHighs.ts';
import { makeCluster } from './matching/cluster.ts';

const { knowledge, heat, classifier } = matchKnowledge();
const made = makeCluster(60, 20, 'cluster', [...knowledge.reference.resources.values()]);
const flows = classifyFlows(made.flows, new Map(made.companies.map((one) => [one.id, one])), classifier);
const run = matchFlows({ companies: made.companies, flows }, knowledge, heat);

/** Every flow with one of a few seasons: the harder case. */
const SEASONS = [
  Array.from({ length: 12 }, () => 1 / 12),
  [0.15, 0.14, 0.12, 0.08, 0.05, 0.03, 0.02, 0.03, 0.05, 0.08, 0.12, 0.13],
  [0.02, 0.03, 0.05, 0.08, 0.12, 0.15, 0.16, 0.14, 0.11, 0.08, 0.04, 0.02],
];
const inSeasons = flows.map((flow, at): Flow => ({ ...flow, profile: SEASONS[at % SEASONS.length] ?? null }));

const surpluses = flows.filter(gives).length;
console.log(`60 x 20: ${surpluses} surpluses, ${flows.length - surpluses} needs, ${run.matches.length} matches`);
for (const [name, given] of [['the year as one', flows] as const, ['with seasons', inSeasons] as const]) {
  for (const objective of OBJECTIVES) {
    const start = performance.now();
    const { allocations, objective: found } = await allocate({ run, flows: given }, objective, knowledge, solveWithHighs);
    const whole = performance.now() - start;
    const again = performance.now();
    allocateGreedily({ run, flows: given }, objective, knowledge);
    const greedy = performance.now() - again;
    const gain = found.value === null || found.greedy === null || found.greedy === 0 ? null : found.value / found.greedy - 1;
    console.log(
      `${name}, ${objective}: ${whole.toFixed(0)} ms (reach 2000), greedy ${greedy.toFixed(0)} ms; ${allocations.length} deals, ${found.value?.toPrecision(6)} against ` +
        `${found.greedy?.toPrecision(6)} by greedy (${gain === null ? '?' : `+${(100 * gain).toFixed(1)} %`}), proved ${found.proved}`,
    );
  }
}
