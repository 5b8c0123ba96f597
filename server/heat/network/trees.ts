// The trees that a set of trenches makes, and the way between two places of one.
import type { NetworkProblem } from './problem.ts';

/** A place of a tree with the edge that leads to it from the place before; the first has neither (-1). */
export type Step = { readonly place: number; readonly edge: number; readonly up: number };
/** Places from one of them outward: each stands after the place before it. */
export type Tree = { readonly steps: readonly Step[]; readonly stepAt: ReadonlyMap<number, Step> };

/** Trees of trenches, and each source's or customer's place that none reaches as a tree of its own. Throws RangeError where trenches close a circle. */
export function treesOf(problem: NetworkProblem, trenches: Iterable<number>): readonly Tree[] {
  const beside = new Map<number, { edge: number; to: number }[]>();
  const join = (from: number, edge: number, to: number): void => {
    const known = beside.get(from);
    if (known === undefined) beside.set(from, [{ edge, to }]);
    else known.push({ edge, to });
  };
  for (const edge of [...trenches].sort((x, y) => x - y)) {
    const { a = 0, b = 0 } = problem.edges[edge] ?? {};
    join(a, edge, b);
    join(b, edge, a);
  }
  const starts = new Set([...beside.keys(), ...problem.sources.map((one) => one.place), ...problem.customers.map((one) => one.place)]);
  const seen = new Set<number>();
  const trees: Tree[] = [];
  for (const start of [...starts].sort((x, y) => x - y)) {
    if (seen.has(start)) continue;
    seen.add(start);
    const steps: Step[] = [{ place: start, edge: -1, up: -1 }];
    for (let i = 0; i < steps.length; i++) {
      const here = steps[i];
      for (const { edge, to } of beside.get(here?.place ?? start) ?? []) {
        if (edge === here?.edge) continue;
        if (seen.has(to)) throw new RangeError('trenches close a circle: water would not know which way to go');
        seen.add(to);
        steps.push({ place: to, edge, up: here?.place ?? start });
      }
    }
    trees.push({ steps, stepAt: new Map(steps.map((step) => [step.place, step])) });
  }
  return trees;
}

/** One edge of a way; `sign` 1 where the way goes from its `a` to its `b`. */
export type Leg = { readonly edge: number; readonly sign: 1 | -1 };

/** The way between two places of one tree. */
export function wayBetween(problem: NetworkProblem, tree: Tree, from: number, to: number): readonly Leg[] {
  const climb = (place: number): Step[] => {
    const steps: Step[] = [];
    for (let step = tree.stepAt.get(place); step !== undefined && step.edge >= 0; step = tree.stepAt.get(step.up)) steps.push(step);
    return steps;
  };
  const [rising, falling] = [climb(from), climb(to)];
  while (rising.length > 0 && rising.at(-1)?.edge === falling.at(-1)?.edge) {
    rising.pop();
    falling.pop();
  }
  const leg = (edge: number, leaves: number): Leg => ({ edge, sign: problem.edges[edge]?.a === leaves ? 1 : -1 });
  return [...rising.map((step) => leg(step.edge, step.place)), ...falling.reverse().map((step) => leg(step.edge, step.up))];
}

/** The shortest trenches that join all places which can be joined; equal lengths in the order of the edges. */
export function spanningTree(problem: NetworkProblem): readonly number[] {
  const root = problem.places.map((_, i) => i);
  const find = (place: number): number => {
    let top = place;
    while (root[top] !== top) top = root[top] ?? top;
    return top;
  };
  const chosen: number[] = [];
  const byLength = problem.edges
    .map((_, i) => i)
    .sort((x, y) => (problem.edges[x]?.metres ?? 0) - (problem.edges[y]?.metres ?? 0) || x - y);
  for (const edge of byLength) {
    const { a = 0, b = 0 } = problem.edges[edge] ?? {};
    if (find(a) === find(b)) continue;
    root[find(a)] = find(b);
    chosen.push(edge);
  }
  return chosen;
}

/** The trenches on the way that a new edge would close, or null where it closes none. */
export function circleOf(problem: NetworkProblem, trenches: ReadonlySet<number>, edge: number): readonly number[] | null {
  const { a = 0, b = 0 } = problem.edges[edge] ?? {};
  const tree = treesOf(problem, trenches).find((one) => one.stepAt.has(a));
  return tree === undefined || !tree.stepAt.has(b) ? null : wayBetween(problem, tree, a, b).map((leg) => leg.edge);
}
