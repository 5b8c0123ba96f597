// Everything about a picture but its ink: which flows run back, columns, order, lanes, heights and where each node stands. Several graphs can
// be drawn after one plan, so that a node stays where it is when a scenario changes.
import type { LayOutOptions, SankeyGraph } from '../types.ts';
import { BAR_GAP, attachmentsOf } from './attachments.ts';
import { bendsNeed } from './bends.ts';
import type { BendWanted } from './bends.ts';
import { columnsOf } from './columns.ts';
import { frameOf, labelHeights } from './frame.ts';
import type { BendRoom, Frame } from './frame.ts';
import { atSmallerScale, boxHeight, chooseHeights } from './heights.ts';
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
import { pickReturnFlows } from './returnFlows.ts';
import { addReturnLanes } from './returnLanes.ts';

export type Plan = {
  /** px */
  readonly width: number;
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
  const tallest = tallestColumns(lattice, graph);
  const unitRelative = (unit: number, value: number): number => value / Math.max(1e-300, tallest[unit] ?? 1);
  const given0 = options.scales;
  const givenScales = given0 === undefined ? null : graph.units.map((unit) => given0[unit] ?? null);
  const relative = (unit: number, value: number): number => {
    const scale = givenScales?.[unit];
    return scale === undefined || scale === null ? unitRelative(unit, value) : value * scale;
  };
  const screen = Math.max(140, options.height - stripHeight);
  const relativeWidths = graph.links.map((link) => unitRelative(link.unit, link.link.value));
  /** Heights and positions in a frame with so much room for bends, at no larger scale than `most`. */
  const stand = (bends: BendRoom, most: number) => {
    const { width, language = 'nb', textScale = 1 } = options;
    const frame = frameOf(graph, { width, columns, column, bends, language, textScale });
    const sizes = sizesOf(lattice, links, graph, frame, relative);
    const asked = chooseHeights(lattice, sizes, relativeWidths, screen, options.screens ?? 'auto', givenScales === null ? null : 1);
    const heights = asked.scale > most && givenScales === null ? atSmallerScale(lattice, sizes, asked, most, screen) : asked;
    const scales = graph.units.map((_, unit) => givenScales?.[unit] ?? heights.scale / Math.max(1e-300, tallest[unit] ?? 1));
    const boxes = Float64Array.from(sizes, (size) => boxHeight(size, heights.scale, heights.mode, heights.marginScale));
    const ink = Float64Array.from(sizes, (size) => size.relative * heights.scale + size.fixed);
    const { attachments, beside, right, left } = attachmentsOf(lattice, links, graph, ports, scales, boxes, ink);
    const tops = positionsOf(lattice, boxes, heights.height, attachments, beside);
    const top = Float64Array.from(tops, (y, v) => y + ((boxes[v] ?? 0) - (ink[v] ?? 0)) / 2);
    return { frame, heights, scales, ink, top, tops, right, left };
  };
  const none = lattice.layers.map(() => 0);
  let stood = stand({ left: none, right: none }, Infinity);
  if (isReturn.includes(true)) {
    const room = stood.frame.gaps.slice(0, Math.max(1, columns - 1)).reduce((sum, gap) => sum + gap, 0);
    const least = leastScale(relativeWidths.map((width) => width * stood.heights.scale));
    const { bends, scale } = roomForBends(bendsWanted(lattice, links, graph, column, stood), room, least);
    stood = stand(bends, stood.heights.scale * scale);
  }
  const { frame, heights, scales, top, ink } = stood;
  return { width: options.width, graph, column, isReturn, lattice, ports, frame, heights, scales, top, ink };
}

function sizesOf(
  lattice: Lattice,
  links: readonly LatticeLink[],
  graph: Indexed,
  frame: Frame,
  relative: (unit: number, value: number) => number,
): VertexSize[] {
  return lattice.vertices.map((vertex, v): VertexSize => {
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

type Stood = {
  readonly scales: readonly number[];
  readonly top: Float64Array;
  readonly tops: Float64Array;
  readonly ink: Float64Array;
  readonly right: Float64Array;
  readonly left: Float64Array;
};

/** The bends of all return flows, by the column beside which they stand. */
function bendsWanted(lattice: Lattice, links: readonly LatticeLink[], graph: Indexed, column: readonly number[], stood: Stood) {
  const out: BendWanted[][] = lattice.layers.map(() => []);
  const into: BendWanted[][] = lattice.layers.map(() => []);
  const middle = (v: number | undefined): number => (v === undefined ? 0 : (stood.top[v] ?? 0) + (stood.ink[v] ?? 0) / 2);
  links.forEach(({ source, target, back, unit }, i) => {
    if (!back) return;
    const chain = lattice.chains[i] ?? [];
    const width = Math.max(1, (graph.links[i]?.link.value ?? 0) * (stood.scales[unit] ?? 0));
    const from = (node: number, offsets: Float64Array): number => (stood.tops[node] ?? 0) + (offsets[i] ?? 0);
    out[column[source] ?? 0]?.push({ link: i, from: from(source, stood.right), to: middle(chain.at(-1)), width });
    into[column[target] ?? 0]?.push({ link: i, from: from(target, stood.left), to: middle(chain[0]), width });
  });
  return { out, into };
}

/** Of the ways between columns, all bends together may take this much; narrower scales make room for more. */
const BENDS = 0.72;
/** What stands between bends gives way before the scale does, down to this part of the ways. */
const BETWEEN_BENDS = 0.3;
const LEAST_SCALE = 0.3;
/** For the sake of bends, at most this part of the flows may become too thin for their scale: before that, bends lie over one another. */
const THINNED = 0.25;
const MOST = 0.85;
/** The second time everything stands a little elsewhere. */
const SLACK = 1.06;

/** How far the scale may shrink; `widths` in px as they are. */
function leastScale(widths: readonly number[]): number {
  const seen = widths.filter((width) => width >= 1).sort((a, b) => b - a);
  const kept = seen[Math.ceil(seen.length - widths.length * THINNED) - 1];
  return Math.min(1, Math.max(LEAST_SCALE, kept === undefined ? 0 : 1 / kept));
}

/** Room beside every column, and what the scale must be multiplied with so that it is there. */
function roomForBends(
  { out, into }: { readonly out: readonly BendWanted[][]; readonly into: readonly BendWanted[][] },
  room: number,
  least: number,
): { readonly bends: BendRoom; readonly scale: number } {
  const [right, left] = [out.map(bendsNeed), into.map(bendsNeed)];
  const sum = (of: 'between' | 'thickness'): number => [...right, ...left].reduce((all, one) => all + one[of], 0);
  const closer = Math.min(1, (room * BETWEEN_BENDS) / Math.max(1e-9, sum('between')));
  const scale = Math.min(1, Math.max(least, (room * BENDS - sum('between') * closer) / Math.max(1e-9, sum('thickness'))));
  const asked = (sum('between') * closer + sum('thickness') * scale) * SLACK;
  const part = (SLACK * Math.min(asked, room * MOST)) / Math.max(1e-9, asked);
  const need = (one: { readonly between: number; readonly thickness: number }): number =>
    (one.between * closer + one.thickness * scale) * part;
  return { bends: { left: left.map(need), right: right.map(need) }, scale };
}
