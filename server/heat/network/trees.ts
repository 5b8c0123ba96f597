// The trees that a set of trenches makes, and the way between two places of one.
import type { NetworkEdge, NetworkProblem } from './problem.ts';

/** All trees of a set of trenches; every place is in one, if only in one of its own. -1 stands for none. */
export type Forest = {
  /** Places, each after the one it hangs on. */
  readonly order: Int32Array;
  /** By place: its tree, the place it hangs on, the edge between them, how many edges from the top. */
  readonly tree: Int32Array;
  readonly up: Int32Array;
  readonly by: Int32Array;
  readonly depth: Int32Array;
};

/** Edges at each place, in their order; worked out once a problem. */
const besides = new WeakMap<NetworkProblem, readonly (readonly number[])[]>();
function besideOf(problem: NetworkProblem): readonly (readonly number[])[] {
  const known = besides.get(problem);
  if (known !== undefined) return known;
  const beside = problem.places.map((): number[] => []);
  problem.edges.forEach(({ a, b }, edge) => {
    beside[a]?.push(edge);
    beside[b]?.push(edge);
  });
  besides.set(problem, beside);
  return beside;
}

/** Throws RangeError where trenches close a circle: water would not know which way to go. */
export function forestOf(problem: NetworkProblem, trenches: Iterable<number>): Forest {
  const count = problem.places.length;
  const beside = besideOf(problem);
  const dug = new Uint8Array(problem.edges.length);
  for (const edge of trenches) dug[edge] = 1;
  const order = new Int32Array(count);
  const tree = new Int32Array(count).fill(-1);
  const up = new Int32Array(count).fill(-1);
  const by = new Int32Array(count).fill(-1);
  const depth = new Int32Array(count);
  let found = 0;
  for (let start = 0; start < count; start++) {
    if (tree[start] !== -1) continue;
    tree[start] = start;
    order[found++] = start;
    for (let i = found - 1; i < found; i++) {
      const place: number = order[i] ?? 0;
      for (const edge of beside[place] ?? []) {
        if (dug[edge] !== 1 || edge === by[place]) continue;
        const ends: NetworkEdge | undefined = problem.edges[edge];
        const to = ends?.a === place ? (ends.b ?? 0) : (ends?.a ?? 0);
        if (tree[to] !== -1) throw new RangeError('trenches close a circle: water would not know which way to go');
        tree[to] = start;
        up[to] = place;
        by[to] = edge;
        depth[to] = (depth[place] ?? 0) + 1;
        order[found++] = to;
      }
    }
  }
  return { order, tree, up, by, depth };
}

/** One edge of a way; `sign` 1 where the way goes from its `a` to its `b`. */
export type Leg = { readonly edge: number; readonly sign: 1 | -1 };

/** The way between two places of one tree. */
export function wayBetween(problem: NetworkProblem, { up, by, depth }: Forest, from: number, to: number): readonly Leg[] {
  const rising: Leg[] = [];
  const falling: Leg[] = [];
  let [low, high] = [from, to];
  while (low !== high) {
    const climbsFrom = (depth[low] ?? 0) >= (depth[high] ?? 0);
    const place = climbsFrom ? low : high;
    const edge = by[place] ?? -1;
    const upward = problem.edges[edge]?.a === place;
    if (climbsFrom) {
      rising.push({ edge, sign: upward ? 1 : -1 });
      low = up[place] ?? high;
    } else {
      falling.push({ edge, sign: upward ? -1 : 1 });
      high = up[place] ?? low;
    }
  }
  return [...rising, ...falling.reverse()];
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
  const forest = forestOf(problem, trenches);
  return forest.tree[a] === forest.tree[b] ? wayBetween(problem, forest, a, b).map((leg) => leg.edge) : null;
}
