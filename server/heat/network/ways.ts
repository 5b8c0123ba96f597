// The shortest way by candidate trenches from one place to another.
import type { NetworkProblem } from './problem.ts';

export type Ways = {
  /** Edges of the shortest way; null where there is none. */
  readonly between: (from: number, to: number) => readonly number[] | null;
  /** Edges of the shortest way from a place to the nearest of several. */
  readonly toAny: (from: number, targets: ReadonlySet<number>) => readonly number[] | null;
  /** Metres of the shortest way; Infinity where there is none. */
  readonly metres: (from: number, to: number) => number;
};

type Reach = { readonly metres: readonly number[]; readonly by: readonly number[] };

/** Ways of a problem, each start worked out once when it is first asked for. */
export function shortestWays(problem: NetworkProblem): Ways {
  const beside = problem.places.map((): { edge: number; to: number; metres: number }[] => []);
  problem.edges.forEach(({ a, b, metres }, edge) => {
    beside[a]?.push({ edge, to: b, metres });
    beside[b]?.push({ edge, to: a, metres });
  });
  const known = new Map<number, Reach>();
  const reachFrom = (start: number): Reach => {
    const before = known.get(start);
    if (before !== undefined) return before;
    const metres = problem.places.map(() => Number.POSITIVE_INFINITY);
    const by = problem.places.map(() => -1);
    const open = new Set([start]);
    metres[start] = 0;
    while (open.size > 0) {
      const here = [...open].reduce((near, place) => ((metres[place] ?? 0) < (metres[near] ?? 0) ? place : near));
      open.delete(here);
      for (const { edge, to, metres: length } of beside[here] ?? []) {
        const far = (metres[here] ?? 0) + length;
        if (far >= (metres[to] ?? 0)) continue;
        metres[to] = far;
        by[to] = edge;
        open.add(to);
      }
    }
    const reach = { metres, by };
    known.set(start, reach);
    return reach;
  };
  const edgesTo = ({ by }: Reach, start: number, to: number): number[] => {
    const way: number[] = [];
    for (let place = to; place !== start;) {
      const edge = by[place] ?? -1;
      const ends = problem.edges[edge];
      if (ends === undefined) return [];
      way.push(edge);
      place = ends.a === place ? ends.b : ends.a;
    }
    return way;
  };
  const metres = (from: number, to: number): number => reachFrom(from).metres[to] ?? Number.POSITIVE_INFINITY;
  const between = (from: number, to: number): readonly number[] | null =>
    Number.isFinite(metres(from, to)) ? edgesTo(reachFrom(from), from, to) : null;
  return {
    between,
    metres,
    toAny: (from, targets) => {
      const near = [...targets]
        .filter((to) => Number.isFinite(metres(from, to)))
        .sort((x, y) => metres(from, x) - metres(from, y) || x - y)[0];
      return near === undefined ? null : between(from, near);
    },
  };
}
