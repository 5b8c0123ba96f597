// The outline of every link, between the heights at which it meets its nodes and through the virtual nodes it passes.
import type { Box, LaidLink } from '../types.ts';
import { bendsBeside } from './bends.ts';
import type { BendWanted } from './bends.ts';
import type { Point } from './curves.ts';
import { TOP, widthOf } from './placeNodes.ts';
import type { Drawn, PlacedNodes } from './placeNodes.ts';
import type { Plan } from './plan.ts';
import { forwardRibbon, laneArrows, returnRibbon } from './ribbons.ts';
import type { Bend, Ribbon } from './ribbons.ts';

export type PlacedLinks = {
  readonly links: readonly LaidLink[];
  /** The vertical parts of bends: names in the margins keep clear of them. */
  readonly bends: readonly Box[];
};

/** A high amount is drawn to scale up to so many times its ribbon; one a hundred times as wide would hide the picture. Names tell it whole. */
const WIDEST_RANGE = 4;
const NO_BEND: Bend = { offset: 8, thickness: 4 };

export function placeLinks(plan: Plan, drawn: Drawn, { sourceY, targetY }: PlacedNodes): PlacedLinks {
  const { frame, scales } = plan;
  const { leaving, arriving } = bendsOf(plan, drawn, sourceY, targetY);
  const bends: Box[] = [];
  const upright = (x: number, bend: Bend, way: number, a: number, b: number, width: number): void => {
    const left = way > 0 ? x + bend.offset : x - bend.offset - bend.thickness;
    bends.push({ x: left, y: Math.min(a, b) - width / 2, width: bend.thickness, height: Math.abs(a - b) + width });
  };
  const links = drawn.flatMap((one, i): LaidLink[] => {
    if (one === null) return [];
    const { link } = one;
    const width = widthOf(plan, drawn, i);
    const source = { x: (frame.columnX[plan.column[one.source] ?? 0] ?? 0) + frame.nodeWidth, y: sourceY[i] ?? 0 };
    const target = { x: frame.columnX[plan.column[one.target] ?? 0] ?? 0, y: targetY[i] ?? 0 };
    const isReturn = plan.isReturn[i] === true;
    const way = wayOf(plan, i, isReturn);
    const leave = leaving.get(i) ?? NO_BEND;
    const arrive = arriving.get(i) ?? NO_BEND;
    if (isReturn) {
      upright(source.x, leave, 1, source.y, way[0]?.y ?? 0, Math.max(width, 1));
      upright(target.x, arrive, -1, target.y, way.at(-1)?.y ?? 0, Math.max(width, 1));
    }
    const ribbon = (wide: number): Ribbon =>
      isReturn ? returnRibbon(source, leave, way, arrive, target, wide) : forwardRibbon(source, way, target, wide);
    const drawnAt = ribbon(Math.max(width, 1));
    const scale = scales[one.unit] ?? 0;
    const { min, max } = link;
    const ranged = min !== null && max !== null && max > min;
    const high = Math.min((max ?? 0) * scale, Math.max(width * WIDEST_RANGE, width + 24), roomAround([source, ...way, target], plan));
    return [
      {
        ...link,
        path: drawnAt.outline,
        spine: width < 1 ? drawnAt.spine : null,
        outer: ranged && high > width + 0.5 ? ribbon(high).outline : null,
        inner: ranged && min > 0 && min * scale < width - 0.5 ? ribbon(min * scale).outline : null,
        width,
        hairline: width < 1,
        isReturn,
        sourceX: source.x,
        sourceY: source.y,
        targetX: target.x,
        targetY: target.y,
        way: [source, ...way, target],
        arrows: isReturn ? laneArrows(way, width) : [],
      },
    ];
  });
  return { links, bends };
}

/** Twice the way from the nearest of the points to the picture's edge: a ribbon so wide stays inside. */
const roomAround = (points: readonly Point[], plan: Plan): number =>
  2 * Math.min(...points.map(({ y }) => Math.min(y, plan.heights.height + 2 * TOP - y)));

/** Middles of the virtual nodes a link passes; of a return flow from the right edge of its first column to the left edge of its last. */
function wayOf(plan: Plan, link: number, isReturn: boolean): Point[] {
  const { lattice, frame } = plan;
  const chain = lattice.chains[link] ?? [];
  const middle = (v: number): Point => ({
    x: (frame.columnX[lattice.vertices[v]?.column ?? 0] ?? 0) + frame.nodeWidth / 2,
    y: TOP + (plan.top[v] ?? 0) + (plan.ink[v] ?? 0) / 2,
  });
  if (!isReturn) return chain.slice(1, -1).map(middle);
  const points = chain.toReversed().map(middle);
  const first = points[0];
  const last = points.at(-1);
  if (first === undefined || last === undefined) return [];
  const half = frame.nodeWidth / 2;
  return [{ x: first.x + half, y: first.y }, ...points.slice(1, -1), { x: last.x - half, y: last.y }];
}

function bendsOf(plan: Plan, drawn: Drawn, sourceY: Float64Array, targetY: Float64Array) {
  const { lattice, frame, column } = plan;
  const laneY = (v: number | undefined): number => (v === undefined ? 0 : TOP + (plan.top[v] ?? 0) + (plan.ink[v] ?? 0) / 2);
  const out: BendWanted[][] = lattice.layers.map(() => []);
  const into: BendWanted[][] = lattice.layers.map(() => []);
  drawn.forEach((link, i) => {
    if (link === null || plan.isReturn[i] !== true) return;
    const chain = lattice.chains[i] ?? [];
    const width = Math.max(1, widthOf(plan, drawn, i));
    out[column[link.source] ?? 0]?.push({ link: i, from: sourceY[i] ?? 0, to: laneY(chain.at(-1)), width });
    into[column[link.target] ?? 0]?.push({ link: i, from: targetY[i] ?? 0, to: laneY(chain[0]), width });
  });
  const last = lattice.layers.length - 1;
  const edge = plan.width - (frame.columnX[last] ?? 0) - frame.nodeWidth;
  const before = (c: number): number => (c === 0 ? (frame.columnX[0] ?? 0) : (frame.gaps[c - 1] ?? 0));
  const after = (c: number): number => (c === last ? edge : (frame.gaps[c] ?? 0));
  return {
    leaving: new Map(out.flatMap((list, c) => [...bendsBeside(list, frame.bends.right[c] ?? 0, after(c) - 1)])),
    arriving: new Map(into.flatMap((list, c) => [...bendsBeside(list, frame.bends.left[c] ?? 0, before(c) - 1)])),
  };
}
