// Where on its two boxes does each segment of a link begin and end? What the positions are pulled by.
import type { Indexed } from './indexed.ts';
import type { Lattice, LatticeLink } from './lattice.ts';
import type { Ports } from './ports.ts';
import type { Attachment, Beside } from './positions.ts';

/** Between two bars of one node, px. */
export const BAR_GAP = 3;

export type Attached = {
  readonly attachments: readonly Attachment[];
  readonly beside: readonly Beside[];
  /** Middle of every link at its source and its target, px below the top of that node's box. */
  readonly right: Float64Array;
  readonly left: Float64Array;
};

/** Middle of every link at both ends of each segment, measured from the top of the vertex's box. */
export function attachmentsOf(
  lattice: Lattice,
  links: readonly LatticeLink[],
  graph: Indexed,
  ports: readonly Ports[],
  scales: readonly number[],
  boxes: Float64Array,
  ink: Float64Array,
): Attached {
  const right = new Float64Array(links.length);
  const left = new Float64Array(links.length);
  const width = (i: number): number => (graph.links[i]?.link.value ?? 0) * (scales[graph.links[i]?.unit ?? 0] ?? 0);
  ports.forEach((own, node) => {
    let top = ((boxes[node] ?? 0) - (ink[node] ?? 0)) / 2;
    own.forEach((bar, b) => {
      const sums = graph.bars[node]?.[b];
      for (const [list, offsets] of [[bar.left, left] as const, [bar.right, right] as const]) {
        let at = top;
        for (const i of list) {
          offsets[i] = at + width(i) / 2;
          at += width(i);
        }
      }
      top += Math.max(sums?.in ?? 0, sums?.out ?? 0) * (scales[bar.unit] ?? 0) + BAR_GAP;
    });
  });
  const attachments: Attachment[] = [];
  const beside: Beside[] = [];
  const rank = new Int32Array(lattice.vertices.length);
  for (const layer of lattice.layers) layer.forEach((v, i) => (rank[v] = i));
  links.forEach((link, i) => {
    const chain = lattice.chains[i] ?? [];
    for (let k = 0; k + 1 < chain.length; k++) {
      const [from, to] = [chain[k] ?? 0, chain[k + 1] ?? 0];
      const middle = (v: number): number => (boxes[v] ?? 0) / 2;
      const fromOffset = !link.back && k === 0 ? (right[i] ?? 0) : middle(from);
      const toOffset = !link.back && k + 2 === chain.length ? (left[i] ?? 0) : middle(to);
      attachments.push({ from, to, width: width(i), fromOffset, toOffset });
    }
    if (!link.back) return;
    const ends = [
      [chain[0], link.target],
      [chain.at(-1), link.source],
    ] as const;
    for (const [vertex, of] of ends)
      if (vertex !== undefined) beside.push({ vertex, of, side: (rank[vertex] ?? 0) < (rank[of] ?? 0) ? -1 : 1, width: width(i) });
  });
  return { attachments, beside, right, left };
}
