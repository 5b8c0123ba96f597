// Where do the bends of return flows stand beside their column? Nested: a short one inside a longer one, side by side where they pass the
// same height. Each is as thick in its upright part as everywhere else; where the way is too narrow they move closer, and last over one another.
import type { Bend } from './ribbons.ts';

export type BendWanted = { readonly link: number; readonly from: number; readonly to: number; readonly width: number };

const FIRST = 9;
const BETWEEN = 3;
/** However narrow the way: less and the bend would begin inside the node. */
const LEAST = 2.5;

/** Bend of every link by its index; `room` in px beside the column, `most` to what stands next: the next column or the picture's edge. */
export function bendsBeside(wanted: readonly BendWanted[], room: number, most: number): Map<number, Bend> {
  const placed = nested(wanted);
  // The most that every bend may keep of its distance, so that all end inside the room.
  const keep = Math.min(
    1,
    ...placed.map((one) => (one.offset > LEAST ? Math.max(0, room - one.thickness - LEAST) / (one.offset - LEAST) : 1)),
  );
  return new Map(
    placed.map((one) => [
      one.link,
      { offset: LEAST + (one.offset - LEAST) * keep, thickness: Math.max(0.5, Math.min(one.thickness, most - LEAST)) },
    ]),
  );
}

/** Room that all the bends beside a column would fill: what is between them, and their own thickness. */
export function bendsNeed(wanted: readonly BendWanted[]): { readonly between: number; readonly thickness: number } {
  const end = (list: readonly BendWanted[]): number => Math.max(0, ...nested(list).map((one) => one.offset + one.thickness));
  const whole = end(wanted);
  const between = Math.min(whole, end(wanted.map((one) => ({ ...one, width: 0 }))));
  return { between, thickness: whole - between };
}

function nested(wanted: readonly BendWanted[]) {
  const placed: { top: number; bottom: number; end: number; link: number; offset: number; thickness: number }[] = [];
  const span = (one: BendWanted): number => Math.abs(one.to - one.from);
  for (const one of wanted.toSorted((a, b) => span(a) - span(b) || a.link - b.link)) {
    const top = Math.min(one.from, one.to) - one.width / 2;
    const bottom = Math.max(one.from, one.to) + one.width / 2;
    let offset = FIRST;
    for (const other of placed) if (other.top < bottom && top < other.bottom) offset = Math.max(offset, other.end + BETWEEN);
    placed.push({ top, bottom, end: offset + one.width, link: one.link, offset, thickness: one.width });
  }
  return placed;
}
