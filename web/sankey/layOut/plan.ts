// Everything about a picture but its ink: which flows run back, columns, order, lanes, heights and where each node stands. Several graphs can
// be drawn after one plan, so that a node stays where it is when a scenario changes.
import type { LayOutOptions, SankeyGraph } from '../types.ts';
import { columnsOf } from './columns.ts';
import { frameOf, labelHeights } from './frame.ts';
import type { Frame } from './frame.ts';
import { boxHeight, chooseHeights } from './heights.ts';
import type { Heights, VertexSize } from './heights.ts';
import { indexed } from './indexed.ts';
import type { Indexed } from './indexed.ts';
import { makeLattice, partsOf } from './lattice.ts';
import type { Lattice, LatticeLink } from './lattice.ts';
import { orderLayers } from './order.ts';
import { applyOrder } from './pins.ts';
import { portsOf } from './ports.ts';
import type { Ports } from './ports.ts';
import { positionsOf } from './positions.ts';
import type { Attachment, Beside } from './positions.ts';
import { pickReturnFlows } from './returnFlows.ts';
import { addReturnLanes } from './returnLanes.ts';

export type Plan = {
  readonly graph: Indexed;
  readonly column: readonly number[];
  readonly isReturn: readonly boolean[];
  readonly lattice: Lattice;
  readonly ports: readonly Ports[];
  readonly frame: Frame;
  readonly heights: Heights;
  /** px per unit, by unit number. */
  readonly scales: readonly number[];
  /** Top and height of every vertex's own ink: a node's bars, a virtual node's ribbon; px from the top of the picture. */
  readonly top: Float64Array;
  readonly ink: Float64Array;
};

/** Between two bars of one node, px. */
export const BAR_GAP = 3;
/** Room around a node, around a passing ribbon, and around a return lane, px. */
const NODE_ROOM = 12;
const PASSING_ROOM = 3;
const LANE_ROOM = 9;

export function planOf(given: SankeyGraph, options: LayOutOptions, stripHeight: number): Plan {
  const graph = indexed(given);
  const count = graph.nodes.length;
  const chosen = new Set(options.returns ?? []);
  const arcs = graph.links.map(({ link, source, target, share }) => ({
    from: source,
    to: target,
    weight: share,
    marked: link.recycled || chosen.has(link.id),
  }));
  const pinned = graph.nodes.map((node) => options.pins?.[node.id]?.column ?? null);
  const pinnedBack = (from: number, to: number): boolean => {
    const [a, b] = [pinned[from] ?? null, pinned[to] ?? null];
    return a !== null && b !== null && a >= b;
  };
  const open = arcs.map((arc) => ({ ...arc, marked: arc.marked || pinnedBack(arc.from, arc.to) }));
  const back = pickReturnFlows(count, open).map((is, i) => is || pinnedBack(arcs[i]?.from ?? 0, arcs[i]?.to ?? 0));
  // A marked flow must run back on the page too: its target is kept left of its source.
  const held = open.flatMap((arc, i) =>
    arc.marked && back[i] === true && arc.from !== arc.to ? [{ ...arc, from: arc.to, to: arc.from, weight: 0 }] : [],
  );
  const column = columnsOf(count, [...arcs, ...held], [...back, ...held.map(() => false)], pinned);
  const isReturn = arcs.map((arc) => (column[arc.to] ?? 0) <= (column[arc.from] ?? 0));
  const mean = graph.links.reduce((sum, link) => sum + link.share, 0) / Math.max(1, graph.links.length);
  const links: LatticeLink[] = graph.links.map((link, i) => ({
    source: link.source,
    target: link.target,
    weight: link.share / mean,
    unit: link.unit,
    back: isReturn[i] === true,
  }));
  const parts = partsOf(count, links);
  const lattice = makeLattice(column, links, parts, Math.max(1, graph.units.length));
  orderLayers(lattice);
  applyOrder(lattice, graph, options);
  addReturnLanes(lattice, links, column, parts);
  const ports = portsOf(lattice, links, graph.bars);
  const columns = lattice.layers.length;
  const frame = frameOf(graph, {
    width: options.width,
    columns,
    column,
    returnsIntoFirst: links.filter((link) => link.back && column[link.target] === 0).length,
    returnsFromLast: links.filter((link) => link.back && column[link.source] === columns - 1).length,
    language: options.language ?? 'nb',
    textScale: options.textScale ?? 1,
  });
  const tallest = tallestColumns(lattice, graph);
  const unitRelative = (unit: number, value: number): number => value / Math.max(1e-300, tallest[unit] ?? 1);
  const given0 = options.scales;
  const givenScales = given0 === undefined ? null : graph.units.map((unit) => given0[unit] ?? null);
  const sizes = lattice.vertices.map((vertex, v): VertexSize => {
    const relative = (unit: number, value: number): number => {
      const scale = givenScales?.[unit];
      return scale === undefined || scale === null ? unitRelative(unit, value) : value * scale;
    };
    if (vertex.node !== null) {
      const bars = graph.bars[v] ?? [];
      return {
        relative: bars.reduce((sum, bar) => sum + relative(bar.unit, Math.max(bar.in, bar.out)), 0),
        fixed: Math.max(0, bars.length - 1) * BAR_GAP,
        margin: NODE_ROOM,
        label: labelHeights(frame, v),
      };
    }
    const link = graph.links[vertex.link ?? 0];
    const isLane = links[vertex.link ?? 0]?.back === true;
    return {
      relative: link === undefined ? 0 : relative(link.unit, link.link.value),
      fixed: 0,
      margin: isLane ? LANE_ROOM : PASSING_ROOM,
      label: [0, 0, 0],
    };
  });
  const screen = Math.max(140, options.height - stripHeight);
  const relativeWidths = graph.links.map((link) => unitRelative(link.unit, link.link.value));
  const heights = chooseHeights(lattice, sizes, relativeWidths, screen, options.screens ?? 'auto', givenScales === null ? null : 1);
  const scales = graph.units.map((_, unit) => givenScales?.[unit] ?? heights.scale / Math.max(1e-300, tallest[unit] ?? 1));
  const boxes = Float64Array.from(sizes, (size) => boxHeight(size, heights.scale, heights.mode, heights.marginScale));
  const ink = Float64Array.from(sizes, (size) => size.relative * heights.scale + size.fixed);
  const { attachments, beside } = attachmentsOf(lattice, links, graph, ports, scales, boxes, ink);
  const tops = positionsOf(lattice, boxes, heights.height, attachments, beside);
  const top = Float64Array.from(tops, (y, v) => y + ((boxes[v] ?? 0) - (ink[v] ?? 0)) / 2);
  return { graph, column, isReturn, lattice, ports, frame, heights, scales, top, ink };
}

/** The largest sum of a unit's values in one column, by unit number: the two units of a picture get equal room. */
function tallestColumns(lattice: Lattice, graph: Indexed): number[] {
  return graph.units.map((_, unit) =>
    Math.max(
      0,
      ...lattice.layers.map((layer) =>
        layer.reduce((sum, v) => {
          const vertex = lattice.vertices[v];
          if (vertex === undefined) return sum;
          if (vertex.node !== null) {
            const bar = (graph.bars[vertex.node] ?? []).find((one) => one.unit === unit);
            return sum + (bar === undefined ? 0 : Math.max(bar.in, bar.out));
          }
          const link = graph.links[vertex.link ?? 0];
          return sum + (link?.unit === unit ? link.link.value : 0);
        }, 0),
      ),
    ),
  );
}

/** Middle of every link at both ends of each segment, measured from the top of the vertex's box. */
function attachmentsOf(
  lattice: Lattice,
  links: readonly LatticeLink[],
  graph: Indexed,
  ports: readonly Ports[],
  scales: readonly number[],
  boxes: Float64Array,
  ink: Float64Array,
): { attachments: Attachment[]; beside: Beside[] } {
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
  return { attachments, beside };
}
