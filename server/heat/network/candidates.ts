// Where could a trench run? Between near neighbours over land, where somebody drew one, and never farther than heat travels.
import { geoDistance } from 'd3';
import type { Place } from '../../domain/company.ts';
import type { HeatRules } from '../parameters.ts';
import type { NetworkEdge } from './problem.ts';
import { spanningTree } from './trees.ts';

/** Mean radius of the earth, m (IUGG). */
const EARTH_METRES = 6_371_008.8;

/** Straight line between two places, m. */
export const straightMetres = (one: Place, other: Place): number => geoDistance([one.lon, one.lat], [other.lon, other.lat]) * EARTH_METRES;

/** Along a line of places, m. */
export const alongMetres = (points: readonly Place[]): number =>
  points.reduce((sum, point, i) => {
    const before = points[i - 1];
    return before === undefined ? sum : sum + straightMetres(before, point);
  }, 0);

/** A pipe route that somebody drew between two places, by their index. It stands instead of the straight line with its detour. */
export type DrawnRoute = { readonly a: number; readonly b: number; readonly metres: number };

/** Farther than this along its route heat is not looked at, m, unless somebody drew the route. */
export const longestTrench = (p: HeatRules): number => p.value('radius.heat') * 1000 * p.value('route.detour');

/** Trenches worth looking at: to each place's nearest neighbours, the shortest ones that join all, and the drawn ones. */
export function candidateEdges(at: readonly Place[], drawn: readonly DrawnRoute[], p: HeatRules): readonly NetworkEdge[] {
  const detour = p.value('route.detour');
  const longest = longestTrench(p);
  const all = at.flatMap((one, a) =>
    at.flatMap((other, k): NetworkEdge[] => {
      if (k <= a) return [];
      const route = drawn.find((line) => (line.a === a && line.b === k) || (line.a === k && line.b === a));
      const metres = route?.metres ?? detour * straightMetres(one, other);
      return route === undefined && metres > longest ? [] : [{ a, b: k, metres }];
    }),
  );
  const kept = new Set<NetworkEdge>();
  const neighbours = p.value('network.candidates');
  at.forEach((_, place) => {
    const near = all.filter(({ a, b }) => a === place || b === place).sort((x, y) => x.metres - y.metres || x.a - y.a || x.b - y.b);
    for (const edge of near.slice(0, neighbours)) kept.add(edge);
  });
  const joining = spanningTree({ places: at.map((_, i) => String(i)), edges: all, sources: [], customers: [], hours: [], sizes: [] });
  for (const i of joining) {
    const edge = all[i];
    if (edge !== undefined) kept.add(edge);
  }
  const isDrawn = ({ a, b }: NetworkEdge): boolean =>
    drawn.some((line) => (line.a === a && line.b === b) || (line.a === b && line.b === a));
  return all.filter((edge) => kept.has(edge) || isDrawn(edge));
}
