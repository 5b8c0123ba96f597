// Each surplus given out at most once, each need filled at most once, best for the whole.
import type { Annual } from '../../domain/estimate.ts';
import { gives, type Flow, type FlowId } from '../../domain/flow.ts';
import type { MatchRun } from '../../domain/match.ts';
import type { MatchKnowledge } from '../knowledge.ts';
import { carriedBy, greedyAmounts, worthOf, type Amounts } from './greedy.ts';
import { optimise, type Optimum } from './optimise.ts';
import { allocationProblem, type Account, type AllocationProblem, type Objective } from './problem.ts';
import type { Solve } from './solve.ts';
import { unplacedIn, type Unplaced } from './unplaced.ts';

export type Allocated = {
  readonly surplus: FlowId;
  readonly need: FlowId;
  readonly via: readonly string[];
  /** In the unit of the surplus. */
  readonly quantity: Annual;
  /** 0..1 of the surplus's amount. */
  readonly shareOfSurplus: number;
};

/** `perUnit`: what one more unit a year of the flow would add to the objective, in `unit`. */
export type ShadowPrice = { readonly flow: FlowId; readonly perUnit: number; readonly unit: string };

export type Allocation = {
  /** By surplus id, then need id. */
  readonly allocations: readonly Allocated[];
  /** `value` null: no match knows the figure that was asked for. `greedy`: what the largest deal first would reach. */
  readonly objective: {
    readonly name: Objective;
    readonly value: number | null;
    readonly greedy: number | null;
    readonly bound: number | null;
    readonly proved: boolean;
  };
  /** Of every flow that a match could use, by id; null where the solver said nothing. */
  readonly shadowPrices: readonly ShadowPrice[] | null;
  readonly unplaced: readonly Unplaced[];
};

type Input = { readonly run: MatchRun; readonly flows: readonly Flow[] };
type Knowledge = Pick<MatchKnowledge, 'settings' | 'tree'>;

/** The order of flows and matches changes nothing. */
export async function allocate({ run, flows }: Input, objective: Objective, knowledge: Knowledge, solve: Solve): Promise<Allocation> {
  const problem = allocationProblem(run, flows, objective, knowledge);
  return told(problem, flows, await optimise(problem, solve));
}

/** The same by greedy alone, at once and without a solver: for the frame that cannot wait. */
export function allocateGreedily({ run, flows }: Input, objective: Objective, knowledge: Knowledge): Allocation {
  const problem = allocationProblem(run, flows, objective, knowledge);
  const amounts = greedyAmounts(problem);
  const value = worthOf(problem, amounts);
  return told(problem, flows, { amounts, value, greedy: value, bound: null, proved: false, prices: null });
}

function told(problem: AllocationProblem, flows: readonly Flow[], { amounts, value, greedy, bound, proved, prices }: Optimum): Allocation {
  const known = problem.arcs.length > 0 || ![...problem.obstacles.values()].some((one) => one.has('value unknown'));
  return {
    allocations: allocatedIn(problem, amounts),
    objective: known
      ? { name: problem.objective, value, greedy, bound, proved }
      : { name: problem.objective, value: null, greedy: null, bound: null, proved: false },
    shadowPrices: prices === null ? null : pricesIn(problem, amounts, prices),
    unplaced: unplacedIn(problem, flows, amounts),
  };
}

function allocatedIn(problem: AllocationProblem, amounts: Amounts): Allocated[] {
  const carried = carriedBy(problem, amounts);
  return problem.arcs.flatMap(({ match, surplus, need }, at) => {
    const amount = carried[at] ?? 0;
    const [from, to] = [problem.accounts[surplus], problem.accounts[need]];
    if (amount <= 0 || from === undefined || to === undefined) return [];
    const quantity = quantityOf(amount, from, to);
    return [{ surplus: match.surplus, need: match.need, via: match.via, quantity, shareOfSurplus: amount / from.limit }];
  });
}

/**
 * An allocation is a share of the surplus and a share of the need: in a poor year for either, that side's share decides. So no end of the range
 * gives out more than there is at that end.
 */
function quantityOf(amount: number, from: Account, to: Account): Annual {
  const [given, taken] = [from.flow.annual, to.flow.annual];
  const shares = [amount / from.limit, amount / to.limit];
  const least = (a: number | null | undefined, b: number | null | undefined): number | null => {
    const both = [a, b].flatMap((end, side) => (end === null || end === undefined ? [] : [end * (shares[side] ?? 0)]));
    return both.length === 0 ? null : Math.min(...both);
  };
  return {
    low: Math.min(amount, least(given?.low, taken?.low) ?? amount),
    likely: amount,
    high: given?.high === null && taken?.high === null ? null : Math.max(amount, least(given?.high, taken?.high) ?? amount),
    unit: given?.unit ?? 't',
  };
}

const MEASURES = { value: 'NOK', co2e: 't CO2e', placed: 'share' } as const;

function pricesIn(problem: AllocationProblem, amounts: Amounts, prices: readonly number[]): ShadowPrice[] {
  const { accounts, arcs, objective, surpluses } = problem;
  const carried = carriedBy(problem, amounts);
  const used = new Map<number, number>();
  const use = (account: number, amount: number): void => void used.set(account, (used.get(account) ?? 0) + amount);
  arcs.forEach(({ surplus, need, times }, at) => {
    use(surplus, carried[at] ?? 0);
    use(need, (carried[at] ?? 0) * times);
  });
  return accounts.flatMap(({ flow, limit }, at) => {
    const amount = used.get(at);
    if (amount === undefined) return [];
    // Of a larger surplus, what is placed today is a smaller share.
    const thinned = objective === 'placed' && gives(flow) ? amount / limit / limit / surpluses : 0;
    return [{ flow: flow.id, perUnit: (prices[at] ?? 0) - thinned, unit: `${MEASURES[objective]}/${flow.annual?.unit ?? ''}` }];
  });
}
