// Where does each name stand? Beside its node in the words planned for it; where that collides, on the other side, shortened, further up or
// down with a leader line, or as a number with a key under the picture. Nothing is placed over a name, a node, or the picture's edge.
import type { Box, Label, LabelLine } from '../types.ts';
import { ASCENT, BOX, LINE, shortened, textWidth } from './text.ts';

export type Wanted = {
  readonly of: string;
  readonly what: Label['what'];
  readonly full: string;
  readonly size: number;
  /** Tried in turn. */
  readonly tries: readonly {
    readonly x: number;
    readonly y: number;
    readonly anchor: Label['anchor'];
    readonly lines: readonly LabelLine[];
    readonly leaderTo?: Box | undefined;
    /** Only where no bend of a return flow passes. */
    readonly clear?: boolean | undefined;
  }[];
};

/** The box around lines of text whose middle line is at height y. */
export function textBox(x: number, y: number, anchor: Label['anchor'], lines: readonly LabelLine[], size: number, scale: number): Box {
  const width = Math.max(...lines.map((line) => textWidth(line.text, size))) * scale;
  const height = (lines.length - 1) * size * LINE + size * BOX;
  return { x: anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2, y: y - height / 2, width, height };
}

export const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** What is already taken, in strips so that a picture of thousands of names stays quick. */
export class Occupied {
  private readonly strips = new Map<number, Box[]>();
  private static readonly STRIP = 40;
  add(box: Box): void {
    for (let s = Math.floor(box.y / Occupied.STRIP); s <= Math.floor((box.y + box.height) / Occupied.STRIP); s++) {
      const list = this.strips.get(s);
      if (list === undefined) this.strips.set(s, [box]);
      else list.push(box);
    }
  }
  free(box: Box): boolean {
    for (let s = Math.floor(box.y / Occupied.STRIP); s <= Math.floor((box.y + box.height) / Occupied.STRIP); s++)
      if ((this.strips.get(s) ?? []).some((other) => overlap(box, other))) return false;
    return true;
  }
}

const AIR = 1;

/** The first try that fits, or null. */
export function placeLabel(wanted: Wanted, occupied: Occupied, bounds: Box, scale: number, bends?: Occupied): Label | null {
  for (const attempt of wanted.tries) {
    const box = textBox(attempt.x, attempt.y, attempt.anchor, attempt.lines, wanted.size, scale);
    const inside =
      box.x >= bounds.x &&
      box.y >= bounds.y &&
      box.x + box.width <= bounds.x + bounds.width &&
      box.y + box.height <= bounds.y + bounds.height;
    if (!inside || !occupied.free({ x: box.x - AIR, y: box.y, width: box.width + 2 * AIR, height: box.height })) continue;
    if (attempt.clear === true && bends !== undefined && !bends.free(box)) continue;
    occupied.add(box);
    const to = attempt.leaderTo;
    const leader =
      to === undefined
        ? null
        : `M${attempt.anchor === 'end' ? box.x + box.width + 1 : box.x - 1},${Math.round(attempt.y * 10) / 10}L${to.x + (attempt.anchor === 'end' ? 0 : to.width)},${Math.round((to.y + to.height / 2) * 10) / 10}`;
    return {
      of: wanted.of,
      what: wanted.what,
      x: attempt.x,
      y: box.y + wanted.size * ASCENT,
      anchor: attempt.anchor,
      size: wanted.size,
      lines: attempt.lines,
      full: wanted.full,
      leader,
      box,
    };
  }
  return null;
}

export const oneLine = (name: string, amount: string, room: number, size: number): LabelLine[] => {
  const both = `${name}, ${amount}`;
  if (textWidth(both, size) <= room) return [{ text: both, amount: false }];
  return [{ text: shortened(name, room, size), amount: false }];
};
