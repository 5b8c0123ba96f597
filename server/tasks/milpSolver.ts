// HiGHS as a function from a programme in LP text to its answer; loaded when first asked for.
import type { Solved } from '../heat/network/milp.ts';

export type MilpSolver = (lp: string) => Solved;
type Highs = { readonly solve: (lp: string, options: Readonly<Record<string, boolean | number>>) => Solved };

/** No clock in an answer: the solver ends by its gap and its nodes, never by time, so that every machine gives the same. */
const OPTIONS = { output_flag: false, mip_rel_gap: 1e-6, mip_max_nodes: 200_000 } as const;

let loaded: Promise<Highs> | null = null;

/** The package's types describe its CommonJS half; what Node imports is a function. */
async function load(): Promise<Highs> {
  const { default: start }: { readonly default: unknown } = await import('highs');
  if (typeof start !== 'function') throw new TypeError('the package highs gives no function to start it with');
  return (await start()) as Highs;
}

export async function loadMilpSolver(): Promise<MilpSolver> {
  loaded ??= load();
  const highs = await loaded;
  return (lp) => highs.solve(lp, OPTIONS);
}
