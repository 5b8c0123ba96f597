// `heat`: a cluster's heat as figures.
import { text, wrongUse } from './given.ts';
import type { Given, Surroundings } from './given.ts';

/** Not built yet: every figure is null, as the contract of machine answers asks, and the exit code says that it was not done. */
export async function heatCommand(given: Given, around: Surroundings): Promise<number> {
  if (text(given, 'cluster') === null) throw wrongUse('heat --cluster NAME: the name of a cluster is needed.');
  around.err("The cluster's heat picture is not built yet; every figure is null.\n");
  if (given.json) around.out(`${JSON.stringify({ sharing_potential_kw: null, months: null, pairs: null, network: null })}\n`);
  return 1;
}
