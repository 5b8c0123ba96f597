// `allocate`: each surplus once, best for the whole.
import { wrongUse, text } from './given.ts';
import type { Given, Surroundings } from './given.ts';

const OBJECTIVES = ['value', 'co2e', 'placed'];

/** Not built yet: every figure is null, as the contract of machine answers asks, and the exit code says that it was not done. */
export async function allocateCommand(given: Given, around: Surroundings): Promise<number> {
  const objective = text(given, 'objective') ?? 'value';
  if (!OBJECTIVES.includes(objective)) throw wrongUse(`--objective ${objective}: one of ${OBJECTIVES.join(', ')} is expected here.`);
  const answer = {
    allocations: null,
    objective: { name: objective, value: null, greedy: null, bound: null, proved: null },
    shadow_prices: null,
    unplaced: null,
  };
  around.err('Allocation is not built yet; every figure is null.\n');
  if (given.json) around.out(`${JSON.stringify(answer)}\n`);
  return 1;
}
