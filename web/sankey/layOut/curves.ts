// Edges of ribbons as runs of cubic curves, which can be walked either way and written as an SVG path.

export type Point = { readonly x: number; readonly y: number };
/** Start, two handles, end. */
export type Curve = readonly [Point, Point, Point, Point];

export const straight = (a: Point, b: Point): Curve => [a, a, b, b];
const isStraight = (c: Curve): boolean => c[0] === c[1] && c[2] === c[3];
export const reversed = (edge: readonly Curve[]): Curve[] => edge.toReversed().map((c) => [c[3], c[2], c[1], c[0]]);
const n = (value: number): string => String(Math.round(value * 1000) / 1000);

const command = (c: Curve): string =>
  isStraight(c) ? `L${n(c[3].x)},${n(c[3].y)}` : `C${n(c[1].x)},${n(c[1].y)} ${n(c[2].x)},${n(c[2].y)} ${n(c[3].x)},${n(c[3].y)}`;

/** A closed outline: along one edge, across, and back along the other. */
export function outline(there: readonly Curve[], back: readonly Curve[]): string {
  const start = there[0]?.[0];
  if (start === undefined) return '';
  const home = reversed(back);
  const over = home[0]?.[0];
  return [
    `M${n(start.x)},${n(start.y)}`,
    ...there.map(command),
    over === undefined ? '' : `L${n(over.x)},${n(over.y)}`,
    ...home.map(command),
    'Z',
  ].join('');
}

/** An open line along one edge. */
export function line(edge: readonly Curve[]): string {
  const start = edge[0]?.[0];
  return start === undefined ? '' : `M${n(start.x)},${n(start.y)}${edge.map(command).join('')}`;
}

/** A smooth run through points, level at both ends and never beyond its points (tangents as in Fritsch and Carlson 1980). */
export function smooth(points: readonly Point[]): Curve[] {
  const slope = points.map((point, i) => {
    const before = points[i - 1];
    const after = points[i + 1];
    if (before === undefined || after === undefined) return 0;
    const a = (point.y - before.y) / (point.x - before.x);
    const b = (after.y - point.y) / (after.x - point.x);
    return a * b <= 0 ? 0 : (2 * a * b) / (a + b);
  });
  return points.slice(1).flatMap((end, i): Curve[] => {
    const start = points[i] ?? end;
    const half = (end.x - start.x) / 2;
    const [m0, m1] = [slope[i] ?? 0, slope[i + 1] ?? 0];
    if (Math.abs(end.y - start.y) < 1e-9 && m0 === 0 && m1 === 0) return [straight(start, end)];
    return [[start, { x: start.x + half, y: start.y + m0 * half }, { x: end.x - half, y: end.y - m1 * half }, end]];
  });
}

export const shifted = (points: readonly Point[], by: number): Point[] => points.map((point) => ({ x: point.x, y: point.y + by }));
