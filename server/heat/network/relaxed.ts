// The most that any network could be worth, by a linear programme that a solver is handed: close, but not at once.
import type { HeatRules } from '../parameters.ts';
import { networkLp, type SolveMilp } from './milp.ts';
import type { NetworkProblem } from './problem.ts';

export type RelaxedBound = {
  /** NOK a year that no choice can exceed, and what the relaxed programme says of that, which is the same or more. */
  readonly whole: number;
  readonly value: number;
  /** NOK a year by which that falls, at least, when a source or a customer is left out; by index of the problem. */
  readonly sources: readonly number[];
  readonly customers: readonly number[];
};

/** What a solver leaves at its tolerances, as a share: the bound is told that much higher. */
const SLACK = 1e-6;

/** Null where the solver gives no answer. */
export async function relaxedBound(problem: NetworkProblem, solve: SolveMilp): Promise<RelaxedBound | null> {
  if (problem.sources.length === 0 || problem.customers.length === 0) return { whole: 0, value: 0, sources: problem.sources.map(() => 0), customers: problem.customers.map(() => 0) }; // prettier-ignore
  const solved = await solve(networkLp(problem, { relaxed: true }));
  if (solved.status !== 'optimal') return null;
  const falls = (at: number): number => Math.max(0, solved.duals?.[at] ?? 0) * (1 - SLACK);
  const value = solved.bound + SLACK * Math.abs(solved.bound);
  return {
    whole: value,
    value,
    sources: problem.sources.map((_, i) => falls(i)),
    customers: problem.customers.map((_, j) => falls(problem.sources.length + j)),
  };
}

/** The bound without some of them: the prices of the programme stay valid for any of its right sides. */
export const boundWithout = (
  { whole, value, sources, customers }: RelaxedBound,
  off: { readonly sourcesOff: ReadonlySet<number>; readonly customersOff: ReadonlySet<number> },
): number =>
  Math.max(
    0,
    Math.min(
      whole,
      [...off.sourcesOff].reduce((sum, i) => sum - (sources[i] ?? 0), value) -
        [...off.customersOff].reduce((sum, j) => sum + (customers[j] ?? 0), 0),
    ),
  );

/** The tightest there is: of small enough cases the proved optimum, else the relaxed programme; null beyond, and where the solver fails. */
export async function tightBound(problem: NetworkProblem, solve: SolveMilp, p: HeatRules): Promise<RelaxedBound | null> {
  if (problem.places.length > p.value('network.bound.places')) return null;
  const relaxed = await relaxedBound(problem, solve);
  if (relaxed === null || problem.places.length > p.value('network.proof.places') || relaxed.value === 0) return relaxed;
  const proved = await solve(networkLp(problem));
  return proved.status === 'failed'
    ? relaxed
    : { ...relaxed, whole: Math.min(relaxed.value, proved.bound + SLACK * Math.abs(proved.bound)) };
}
