// The best whole: a linear program, with a yes-or-no only for the minimum lots that it would break.
import { carriedBy, greedyAmounts, worthOf, type Amounts } from './greedy.ts';
import type { AllocationProblem } from './problem.ts';
import { columnName, lpText, NO_LOTS, programOf, relaxedBy, type Lots, type Program } from './program.ts';
import { createRoom } from './room.ts';
import type { Solve, Solved } from './solve.ts';
import { tieBroken } from './ties.ts';

export type Optimum = {
  readonly amounts: Amounts;
  readonly value: number;
  readonly greedy: number;
  /** What no allocation can be above; null where the solver said nothing. */
  readonly bound: number | null;
  readonly proved: boolean;
  /** For each account: what one more unit a year is worth; null where the solver said nothing. */
  readonly prices: readonly number[] | null;
};

/** Shares under this are noise of the solver. */
const NOISE = 1e-9;
/** Digits of an amount that the solver is sure of. */
const DIGITS = 12;
/** A value this close to its bound, as a share of it, is proved best: ten times the gap that the solver is asked for. */
const PROVED = 1e-6;

/** Never worse than greedy. The same problem gives the same answer, byte for byte. */
export async function optimise(problem: AllocationProblem, solve: Solve): Promise<Optimum> {
  const byHand = greedyAmounts(problem);
  const greedy = worthOf(problem, byHand);
  if (problem.arcs.length === 0)
    return { amounts: byHand, value: 0, greedy, bound: 0, proved: true, prices: problem.accounts.map(() => 0) };
  const found = await best(problem, solve);
  const value = found.amounts === null ? -Infinity : worthOf(problem, found.amounts);
  const worse = found.amounts === null || value < greedy;
  const bound = found.bound === null ? null : Math.max(found.bound, value, greedy);
  const reached = worse ? greedy : value;
  return {
    amounts: worse ? byHand : (found.amounts ?? byHand),
    value: reached,
    greedy,
    bound: bound !== null && bound - reached <= PROVED * bound ? reached : bound,
    proved: bound !== null && bound - reached <= PROVED * bound,
    prices: found.prices,
  };
}

type Found = { readonly amounts: Amounts | null; readonly bound: number | null; readonly prices: readonly number[] | null };

async function best(problem: AllocationProblem, solve: Solve): Promise<Found> {
  const open = new Set<number>();
  // Each turn opens at least one more lot, so this ends.
  for (;;) {
    const lots: Lots = { ...NO_LOTS, open };
    const program = programOf(problem, lots);
    const whole = await solve(lpText(program));
    if (whole.status === 'failed') return { amounts: null, bound: null, prices: null };
    const bound = whole.bound * program.scale;
    const broken = brokenLots(problem, amountsIn(problem, whole), open);
    if (broken.length > 0) {
      const found = open.size === 0 ? await asGoodWithout(problem, broken, bound, solve) : null;
      if (found !== null) return found;
      for (const arc of around(problem, broken)) open.add(arc);
      continue;
    }
    const fixed = open.size === 0 ? { program, solved: whole } : await withFixedLots(problem, whole, open, solve);
    if (fixed === null || fixed.solved.status !== 'optimal') {
      const amounts = tidied(problem, amountsIn(problem, whole));
      return { amounts: brokenLots(problem, amounts, NONE).length === 0 ? amounts : null, bound, prices: null };
    }
    const alsoBroken = brokenLots(problem, amountsIn(problem, fixed.solved), open);
    if (alsoBroken.length === 0) return settled(problem, fixed.program, fixed.solved, bound, solve);
    for (const arc of around(problem, alsoBroken)) open.add(arc);
  }
}

const NONE: ReadonlySet<number> = new Set();
/** Turns of leaving out deals that are too small, before lots are decided one by one. */
const TRIES = 4;

/** Where many answers are equally good, leaving out the deals that are too small often costs nothing; null where it does. */
async function asGoodWithout(problem: AllocationProblem, broken: readonly number[], bound: number, solve: Solve): Promise<Found | null> {
  const shut = new Set(broken);
  for (let turn = 0; turn < TRIES; turn++) {
    const program = programOf(problem, { ...NO_LOTS, shut });
    if (program.objective.length === 0) return null;
    const solved = await solve(lpText(program));
    if (solved.status !== 'optimal' || solved.bound * program.scale < bound * (1 - PROVED)) return null;
    const more = brokenLots(problem, amountsIn(problem, solved), NONE);
    if (more.length === 0) return settled(problem, program, solved, bound, solve);
    for (const arc of more) shut.add(arc);
  }
  return null;
}

/** An answer that holds all lots, its ties broken and its prices told. */
async function settled(
  problem: AllocationProblem,
  program: Program,
  solved: Exclude<Solved, { status: 'failed' }>,
  bound: number,
  solve: Solve,
): Promise<Found> {
  const own = tidied(problem, amountsIn(problem, solved));
  const drawn = await tieBroken(problem, program, solved.duals, solve);
  const other = drawn === null ? null : tidied(problem, amountsIn(problem, drawn));
  const asGood =
    other !== null && brokenLots(problem, other, NONE).length === 0 && worthOf(problem, other) >= worthOf(problem, own) * (1 - NOISE);
  return { amounts: asGood ? other : own, bound, prices: pricesOf(problem, program, solved.duals) };
}

/** The linear program that is left when every yes-or-no is settled: its amounts are exact and its rows have prices. */
async function withFixedLots(
  problem: AllocationProblem,
  whole: Solved,
  open: ReadonlySet<number>,
  solve: Solve,
): Promise<{ program: Program; solved: Solved } | null> {
  const carried = carriedBy(problem, amountsIn(problem, whole));
  const kept = new Set([...open].filter((arc) => (carried[arc] ?? 0) >= (problem.arcs[arc]?.lot ?? 0) / 2));
  const program = programOf(problem, { open: new Set(), kept, shut: new Set([...open].filter((arc) => !kept.has(arc))) });
  return program.objective.length === 0 ? null : { program, solved: await solve(lpText(program)) };
}

const amountsIn = ({ columns }: AllocationProblem, solved: Solved): Amounts =>
  columns.map(({ most }, at) => {
    const share = solved.status === 'failed' ? 0 : (solved.columns.get(columnName(at)) ?? 0);
    return share <= NOISE ? 0 : share * most;
  });

/** Arcs without a yes-or-no of their own that carry something, but less than their lot. */
function brokenLots(problem: AllocationProblem, amounts: Amounts, open: ReadonlySet<number>): number[] {
  const carried = carriedBy(problem, amounts);
  return [...problem.arcs.keys()].filter((arc) => {
    const [amount, lot] = [carried[arc] ?? 0, problem.arcs[arc]?.lot ?? 0];
    return !open.has(arc) && amount > 0 && amount < lot * (1 - NOISE);
  });
}

/** With every other arc of the same needs, where what is pushed out of one would go: fewer turns. */
function around({ arcs }: AllocationProblem, broken: readonly number[]): number[] {
  const needs = new Set(broken.map((arc) => arcs[arc]?.need));
  return [...arcs.keys()].filter((arc) => broken.includes(arc) || needs.has(arcs[arc]?.need));
}

/** Without the solver's noise: never more than there is, and the last bit where only noise is missing. */
function tidied(problem: AllocationProblem, amounts: Amounts): Amounts {
  const room = createRoom(problem);
  return problem.columns.map((column, at) => {
    const [wanted, left] = [Number((amounts[at] ?? 0).toPrecision(DIGITS)), room.of(column)];
    if (wanted === 0) return 0;
    const amount = Math.abs(wanted - left) <= NOISE * column.most ? left : Math.min(wanted, left);
    room.take(column, amount);
    return amount;
  });
}

/** What the best whole gains from one unit more of each account. */
function pricesOf(problem: AllocationProblem, { rows, scale }: Program, duals: readonly number[]): number[] {
  const prices = problem.accounts.map(() => 0);
  rows.forEach(({ account }, at) => {
    const one = account === null ? undefined : problem.accounts[account];
    if (account === null || one === undefined) return;
    const dual = Math.max(0, duals[at] ?? 0);
    prices[account] = (prices[account] ?? 0) + (dual <= NOISE ? 0 : dual * relaxedBy(one) * scale);
  });
  return prices;
}
