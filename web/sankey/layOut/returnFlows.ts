// Which flows run back? Marked ones first, then the least weight that opens every circle.
import { orderCircle } from './circleOrder.ts';
import { strongGroups } from './strongGroups.ts';

export type Arc = {
  readonly from: number;
  readonly to: number;
  /** Above 0; comparable between units. */
  readonly weight: number;
  /** Marked as recycled, or chosen by a person. */
  readonly marked: boolean;
};

/** A mark counts for more than any weight: the sum of all shares is a few units, this is far above it. */
const MARKED = 1e4;

/**
 * One answer per arc: true where it is taken out so that the rest has no circle. Self-links always are; arcs marked are where they lie on a
 * circle (the others are then chosen so that a marked arc does run back); of the rest, those against the best order of each group, weights of
 * parallel arcs counting together.
 */
export function pickReturnFlows(count: number, arcs: readonly Arc[]): boolean[] {
  const back = arcs.map((arc) => arc.from === arc.to);
  const first = groupsOf(
    count,
    arcs.filter((_, i) => back[i] !== true),
  );
  const turned = arcs.map((arc, i) => back[i] !== true && arc.marked && first[arc.from] === first[arc.to]);
  // A marked arc wishes its target before its source, so it stands here the other way round.
  const directed = arcs.map((arc, i) => (turned[i] === true ? { from: arc.to, to: arc.from } : arc));
  const group = groupsOf(
    count,
    directed.filter((_, i) => back[i] !== true),
  );
  arcs.forEach((_, i) => {
    if (turned[i] === true) back[i] = true;
  });
  const members = Map.groupBy(group.keys(), (v) => group[v] ?? 0);
  const place = new Int32Array(count);
  for (const nodes of members.values()) nodes.forEach((v, i) => (place[v] = i));
  const inside = Map.groupBy(arcs.keys(), (i) => group[arcs[i]?.from ?? 0] ?? 0);
  const into = Map.groupBy(arcs.keys(), (i) => group[arcs[i]?.to ?? 0] ?? 0);
  for (const [g, nodes] of members) {
    if (nodes.length < 2) continue;
    const weight = nodes.map(() => new Float64Array(nodes.length));
    // What comes from outside pulls a node to the left, what leaves pushes it to the right: the second wish, where weights tie.
    const pull = new Float64Array(nodes.length);
    const add = (i: number): void => {
      const [arc, way] = [arcs[i], directed[i]];
      if (arc === undefined || way === undefined || arc.from === arc.to) return;
      const [from, to] = [place[way.from] ?? 0, place[way.to] ?? 0];
      const row = weight[from];
      if (group[way.from] === group[way.to] && row !== undefined) row[to] = (row[to] ?? 0) + (turned[i] === true ? MARKED : arc.weight);
      else if (group[way.to] === g) pull[to] = (pull[to] ?? 0) + arc.weight;
      else pull[from] = (pull[from] ?? 0) - arc.weight;
    };
    const mine = new Set([...(inside.get(g) ?? []), ...(into.get(g) ?? [])]);
    for (const i of mine) add(i);
    const rank = new Int32Array(nodes.length);
    orderCircle(weight, pull).forEach((at, r) => (rank[at] = r));
    for (const i of mine) {
      const arc = arcs[i];
      if (arc === undefined || arc.from === arc.to || group[arc.from] !== group[arc.to]) continue;
      back[i] = (rank[place[arc.from] ?? 0] ?? 0) > (rank[place[arc.to] ?? 0] ?? 0);
    }
  }
  return back;
}

function groupsOf(count: number, arcs: readonly { readonly from: number; readonly to: number }[]): number[] {
  const next: number[][] = Array.from({ length: count }, () => []);
  for (const arc of arcs) next[arc.from]?.push(arc.to);
  return strongGroups(next);
}
