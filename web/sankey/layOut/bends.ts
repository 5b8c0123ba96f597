// Where do the bends of return flows stand beside their column? Nested: a short one inside a longer one, side by side where they pass the
// same height, squeezed together where the gap is narrow.
import type { Bend } from './ribbons.ts';

export type BendWanted = { readonly link: number; readonly from: number; readonly to: number; readonly width: number };

const FIRST = 9;
const BETWEEN = 3;
/** However narrow the gap: less and the bend would begin inside the node. */
const LEAST = 2.5;
/** Thicker ribbons are drawn thinner in their vertical part, where no width is read; where there is room, up to a part of it. */
const THICKEST = 34;
const OF_ROOM = 0.5;

/** Bend of every link by its index; `room` in px beside the column. */
export function bendsBeside(wanted: readonly BendWanted[], room: number): Map<number, Bend> {
  const placed: { top: number; bottom: number; end: number; link: number; offset: number; thickness: number }[] = [];
  const span = (one: BendWanted): number => Math.abs(one.to - one.from);
  for (const one of wanted.toSorted((a, b) => span(a) - span(b) || a.link - b.link)) {
    const top = Math.min(one.from, one.to) - one.width / 2;
    const bottom = Math.max(one.from, one.to) + one.width / 2;
    const thickness = Math.min(Math.max(one.width, 1), Math.max(THICKEST, room * OF_ROOM));
    const inside = placed.filter((other) => other.top < bottom && top < other.bottom).map((other) => other.end + BETWEEN);
    const offset = Math.max(FIRST, ...inside);
    placed.push({ top, bottom, end: offset + thickness, link: one.link, offset, thickness });
  }
  const widest = Math.max(0, ...placed.map((one) => one.end));
  const squeeze = widest > room ? Math.max(room, 4) / widest : 1;
  return new Map(placed.map((one) => [one.link, { offset: Math.max(LEAST, one.offset * squeeze), thickness: one.thickness * squeeze }]));
}
