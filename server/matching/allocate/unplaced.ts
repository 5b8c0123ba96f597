// What found no taker, or not for all of it, and why.
import type { Annual } from '../../domain/estimate.ts';
import { gives, type Flow, type FlowId } from '../../domain/flow.ts';
import { carriedBy, type Amounts } from './greedy.ts';
import type { AllocationProblem, Obstacle } from './problem.ts';
import { createRoom } from './room.ts';

export const WHYS = [
  'unknown amount',
  'no taker',
  'taker full',
  'below minimum lot',
  'out of season',
  'not worth it',
  'value unknown',
  'no common unit',
  'taker of unknown amount',
  'only unlikely matches',
] as const;
export type Why = (typeof WHYS)[number];

/** `quantity`: what is left; null where the amount is not known. */
export type Unplaced = { readonly flow: FlowId; readonly quantity: Annual | null; readonly why: Why };

/** Shares of a flow under this are noise. */
const NOISE = 1e-9;
/** The one nearest to an allocation is told. */
const NEAREST_FIRST: readonly Obstacle[] = [
  'not worth it',
  'below minimum lot',
  'value unknown',
  'no common unit',
  'taker of unknown amount',
  'only unlikely matches',
];

/** Surpluses that are left, and needs of unknown amount that something could serve, by flow id. */
export function unplacedIn(problem: AllocationProblem, flows: readonly Flow[], amounts: Amounts): Unplaced[] {
  const room = createRoom(problem);
  problem.columns.forEach((column, at) => room.take(column, amounts[at] ?? 0));
  const carried = carriedBy(problem, amounts);
  const open = problem.arcs.map(() => 0);
  for (const column of problem.columns) open[column.arc] = (open[column.arc] ?? 0) + room.of(column);
  const arcsOf = Map.groupBy(problem.arcs.keys(), (arc) => problem.arcs[arc]?.surplus ?? -1);
  const account = new Map(problem.accounts.map(({ flow }, at) => [flow.id, at]));
  const unknownNeeds = new Set(problem.unknownNeeds);
  return flows
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap((flow): Unplaced[] => {
      if (flow.annual === null) {
        return gives(flow) || unknownNeeds.has(flow.id) ? [{ flow: flow.id, quantity: null, why: 'unknown amount' }] : [];
      }
      const at = account.get(flow.id);
      const limit = at === undefined ? 0 : (problem.accounts[at]?.limit ?? 0);
      if (!gives(flow) || at === undefined) return [];
      const share = room.left(at) / limit;
      if (share <= NOISE) return [];
      return [{ flow: flow.id, quantity: scaled(flow.annual, share), why: whyOf(at) }];
    });

  function whyOf(account: number): Why {
    const own = arcsOf.get(account) ?? [];
    if (own.length === 0) {
      const obstacles = problem.obstacles.get(problem.accounts[account]?.flow.id ?? '');
      return NEAREST_FIRST.find((one) => obstacles?.has(one) === true) ?? 'no taker';
    }
    let why: Why = 'taker full';
    for (const at of own) {
      const arc = problem.arcs[at];
      const need = arc === undefined ? undefined : problem.accounts[arc.need];
      if (arc === undefined || need === undefined || room.left(arc.need) <= NOISE * need.limit) continue;
      const possible = (open[at] ?? 0) > NOISE * arc.most;
      if (possible && (carried[at] ?? 0) === 0) return 'below minimum lot';
      if (!possible) why = 'out of season';
    }
    return why;
  }
}

const scaled = ({ low, likely, high, unit }: Annual, share: number): Annual => ({
  low: low * share,
  likely: likely === null ? null : likely * share,
  high: high === null ? null : high * share,
  unit,
});
