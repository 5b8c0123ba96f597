// The largest deal first, each as large as it can be: what one would do by hand, and what the optimum is compared with.
import type { AllocationProblem } from './problem.ts';
import { createRoom } from './room.ts';

/** How much each column carries, in the unit of its surplus. */
export type Amounts = readonly number[];

/** Never gives out more than there is; equal deals in the order of their ids. */
export function greedyAmounts(problem: AllocationProblem): Amounts {
  const { arcs, columns } = problem;
  const room = createRoom(problem);
  const amounts = columns.map(() => 0);
  const columnsOf = Map.groupBy(columns.keys(), (at) => columns[at]?.arc ?? -1);
  const order = [...arcs.keys()].toSorted((a, b) => worthOf(b) - worthOf(a) || a - b);
  for (const arc of order) {
    const own = columnsOf.get(arc) ?? [];
    const taken: [number, number][] = [];
    let sum = 0;
    for (const at of own) {
      const column = columns[at];
      if (column === undefined) continue;
      const amount = room.of(column);
      room.take(column, amount);
      taken.push([at, amount]);
      sum += amount;
    }
    const enough = sum > 0 && sum >= (arcs[arc]?.lot ?? 0);
    for (const [at, amount] of taken) {
      const column = columns[at];
      if (enough) amounts[at] = amount;
      else if (column !== undefined) room.take(column, -amount);
    }
  }
  return amounts;

  function worthOf(arc: number): number {
    const one = arcs[arc];
    return one === undefined ? 0 : one.gain * one.most;
  }
}

/** What amounts are worth in the objective's own measure. */
export const worthOf = ({ arcs, columns }: AllocationProblem, amounts: Amounts): number =>
  columns.reduce((sum, { arc }, at) => sum + (arcs[arc]?.gain ?? 0) * (amounts[at] ?? 0), 0);

/** What each arc carries in the year. */
export function carriedBy({ arcs, columns }: AllocationProblem, amounts: Amounts): number[] {
  const carried = arcs.map(() => 0);
  columns.forEach(({ arc }, at) => (carried[arc] = (carried[arc] ?? 0) + (amounts[at] ?? 0)));
  return carried;
}
