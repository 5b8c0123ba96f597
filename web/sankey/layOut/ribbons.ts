// The outline of each ribbon: forward flows from the right edge of their source to the left edge of their target, level where they meet a
// node so that their width there is exact; return flows leave and enter the same way, bend round and run left in their lane.
import { line, outline, shifted, smooth, straight } from './curves.ts';
import type { Curve, Point } from './curves.ts';

/** Level run at a node, px. */
const LEAD = 3;
/** However close the columns: more than half a pixel, which is where a width is measured. */
const LEAST_LEAD = 0.8;
/** Radius of the inner edge of a bend, px. */
const ROUND = 12;
const NEAREST = 1.5;
/** Where bends stand close to their node, they turn more sharply rather than begin to turn nearer than this, px. */
const LEVEL = 2.2;
const SHARPEST = 0.2;
/** Handle of a quarter circle. */
const KAPPA = 0.5523;

/** The closed outline of a ribbon, and its middle line. */
export type Ribbon = { readonly outline: string; readonly spine: string };

/** `way`: middles of the virtual nodes passed. */
export function forwardRibbon(source: Point, way: readonly Point[], target: Point, width: number): Ribbon {
  const gap = target.x - source.x;
  const lead = Math.min(LEAD, Math.max(gap * 0.25, Math.min(LEAST_LEAD, gap * 0.45)));
  const points = [{ x: source.x + lead, y: source.y }, ...way, { x: target.x - lead, y: target.y }];
  const edge = (by: number): Curve[] => {
    const run = shifted(points, by);
    const first = run[0] ?? source;
    const last = run.at(-1) ?? target;
    return [straight({ x: source.x, y: source.y + by }, first), ...smooth(run), straight(last, { x: target.x, y: target.y + by })];
  };
  return { outline: outline(edge(-width / 2), edge(width / 2)), spine: line(edge(0)) };
}

/** A bend beside a node: how far from it its inner vertical edge runs, and how thick a ribbon of the link's own width is there, px. */
export type Bend = { readonly offset: number; readonly thickness: number };

/** `lane`: right edge of the first column passed, middles between, left edge of the last; y is the middle of the lane. */
export function returnRibbon(source: Point, leave: Bend, lane: readonly Point[], arrive: Bend, target: Point, width: number): Ribbon {
  const start = lane[0] ?? source;
  const end = lane.at(-1) ?? target;
  const up = start.y < source.y ? -1 : 1;
  const upAtEnd = end.y < target.y ? -1 : 1;
  const edge = (side: number): Curve[] => {
    const by = (side * width) / 2;
    const out = bendEdge(source, start, leave, width, -side * up, 1, side, up);
    const into = bendEdge(target, end, arrive, width, -side * upAtEnd, -1, side, upAtEnd);
    const run = shifted(lane, by);
    return [...out, ...smooth(run), ...into.toReversed().map((c): Curve => [c[3], c[2], c[1], c[0]])];
  };
  return { outline: outline(edge(1), edge(-1)), spine: line(edge(0)) };
}

/**
 * From the node's edge round to the lane. `way` 1 to the right of a source, -1 to the left of a target; `turn` 1 on the inner edge of the bend,
 * -1 on the outer, 0 in the middle; `side` of the lane's middle.
 */
function bendEdge(port: Point, lane: Point, bend: Bend, width: number, turn: number, way: number, side: number, up: number): Curve[] {
  const middle = bend.offset + bend.thickness / 2;
  // The band of an uncertain amount is wider than its ribbon: it ends before the node.
  const thickness = Math.min(width, bend.thickness === 0 ? width : Math.max(bend.thickness, 2 * (middle - NEAREST)));
  const gap = Math.max(0, Math.abs(lane.y - port.y) - width);
  // However little room there is, the ribbon leaves its node level. Both edges turn round one middle: the width stays what it is.
  const inside = middle - thickness / 2;
  const inner = Math.min(inside * 0.7, Math.max(SHARPEST, inside - LEVEL), ROUND, gap / 2);
  const outwards = (1 - turn) / 2;
  const x = port.x + way * (middle - (turn * thickness) / 2);
  const rx = inner + outwards * thickness;
  const ry = inner + outwards * width;
  const yPort = port.y + turn * up * (width / 2);
  const yLane = lane.y + side * (width / 2);
  const from = { x: port.x, y: yPort };
  const turning = { x: x - way * rx, y: yPort };
  const rising = { x, y: yPort + up * ry };
  const risen = { x, y: yLane - up * ry };
  const turned = { x: x - way * rx, y: yLane };
  const quarter = (a: Point, corner: Point, b: Point): Curve => [
    a,
    { x: a.x + (corner.x - a.x) * KAPPA, y: a.y + (corner.y - a.y) * KAPPA },
    { x: b.x + (corner.x - b.x) * KAPPA, y: b.y + (corner.y - b.y) * KAPPA },
    b,
  ];
  return [
    straight(from, turning),
    quarter(turning, { x, y: yPort }, rising),
    straight(rising, risen),
    quarter(risen, { x, y: yLane }, turned),
    straight(turned, { x: lane.x, y: yLane }),
  ];
}

/** Arrow heads that point left, in the middle of the lane and again where it is long. */
export function laneArrows(lane: readonly Point[], width: number): string[] {
  const first = lane[0];
  const last = lane.at(-1);
  if (first === undefined || last === undefined) return [];
  const half = Math.min(9, Math.max(3, width * 0.32));
  const along = first.x - last.x;
  const count = Math.max(1, Math.round(along / 170));
  const arrows: string[] = [];
  for (let i = 0; i < count; i++) {
    const x = last.x + (along * (i + 0.5)) / count;
    const y = heightAt(lane, x);
    const f = (value: number): string => String(Math.round(value * 100) / 100);
    arrows.push(`M${f(x + half * 0.7)},${f(y - half)}L${f(x - half * 0.7)},${f(y)}L${f(x + half * 0.7)},${f(y + half)}`);
  }
  return arrows;
}

function heightAt(lane: readonly Point[], x: number): number {
  for (let i = 0; i + 1 < lane.length; i++) {
    const [a, b] = [lane[i], lane[i + 1]];
    if (a === undefined || b === undefined || x > a.x || x < b.x) continue;
    const t = (a.x - x) / Math.max(1e-9, a.x - b.x);
    // The smooth run between level ends.
    return a.y + (b.y - a.y) * t * t * (3 - 2 * t);
  }
  return lane[0]?.y ?? 0;
}
