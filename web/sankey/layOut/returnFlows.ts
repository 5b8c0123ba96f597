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

/**
 * One answer per arc: true where it is taken out so that the rest has no circle. Self-links always are; marked arcs are where they lie on a
 * circle; of the others, those against the best order of each group (weights of parallel arcs count together).
 */
export function pickReturnFlows(count: number, arcs: readonly Arc[]): boolean[] {
  const back = arcs.map((arc) => arc.from === arc.to);
  const groupsOf = (): number[] => {
    const next: number[][] = Array.from({ length: count }, () => []);
    arcs.forEach((arc, i) => {
      if (back[i] !== true) next[arc.from]?.push(arc.to);
    });
    return strongGroups(next);
  };
  const first = groupsOf();
  arcs.forEach((arc, i) => {
    if (arc.marked && first[arc.from] === first[arc.to]) back[i] = true;
  });
  const group = groupsOf();
  const members = new Map<number, number[]>();
  group.forEach((g, v) => members.set(g, [...(members.get(g) ?? []), v]));
  for (const nodes of members.values()) {
    if (nodes.length < 2) continue;
    const place = new Map(nodes.map((v, i) => [v, i]));
    const weight = nodes.map(() => new Float64Array(nodes.length));
    // What comes from outside pulls a node to the left, what leaves pushes it to the right: the second wish, where weights tie.
    const pull = new Float64Array(nodes.length);
    arcs.forEach((arc, i) => {
      const from = place.get(arc.from);
      const to = place.get(arc.to);
      if (from !== undefined && to !== undefined) {
        const row = weight[from];
        if (back[i] !== true && row !== undefined) row[to] = (row[to] ?? 0) + arc.weight;
      } else if (to !== undefined) pull[to] = (pull[to] ?? 0) + arc.weight;
      else if (from !== undefined) pull[from] = (pull[from] ?? 0) - arc.weight;
    });
    const rank = new Map(orderCircle(weight, pull).map((at, i) => [nodes[at] ?? -1, i]));
    arcs.forEach((arc, i) => {
      const from = rank.get(arc.from);
      const to = rank.get(arc.to);
      if (from !== undefined && to !== undefined && from > to) back[i] = true;
    });
  }
  return back;
}
