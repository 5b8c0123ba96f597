// How tall is everything? One scale per unit, such that the fullest column fits; the picture grows where names or widths would vanish.
import type { Lattice } from './lattice.ts';

export type VertexSize = {
  /** Height in units of the tallest column of each unit (their sum), so that `scale` px of it are `scale` px of picture. */
  readonly relative: number;
  /** Parts of the height that do not scale: gaps between bars. */
  readonly fixed: number;
  /** Room around it. */
  readonly margin: number;
  /** Least height, for its label, by mode. */
  readonly label: readonly number[];
};

export type Heights = {
  /** px for a relative height of 1. */
  readonly scale: number;
  readonly height: number;
  /** Index into `label`: 0 all lines, 1 one line, 2 none kept free. */
  readonly mode: number;
  readonly marginScale: number;
};

const STEPS = [1, 1.25, 1.5, 2, 2.5, 3, 3.5, 4];
/** Of the fullest column, at least this much must be ribbons and not room between them. */
const RIBBONS = 0.38;
/** So many of the links may stay hairlines that a taller picture could show at their width. */
const HAIRLINES = 0.1;

export const boxHeight = (size: VertexSize, scale: number, mode: number, marginScale: number): number =>
  Math.max(size.relative * scale + size.fixed + size.margin * marginScale, (size.label[mode] ?? 0) * marginScale);

/** How tall the fullest column is. */
export const heightNeeded = (lattice: Lattice, sizes: readonly VertexSize[], scale: number, mode: number, marginScale: number): number =>
  Math.max(
    1,
    ...lattice.layers.map((layer) =>
      layer.reduce((sum, v) => {
        const size = sizes[v];
        return size === undefined ? sum : sum + boxHeight(size, scale, mode, marginScale);
      }, 0),
    ),
  );

/** A picture with fewer ribbons than it was planned for is no lower than this part of a screen: it would be a strip. */
const LOWEST = 0.55;

/** The same at a smaller scale: no taller than it must be, and names get back the room there is. */
export function atSmallerScale(lattice: Lattice, sizes: readonly VertexSize[], was: Heights, scale: number, screen: number): Heights {
  const least = Math.min(was.height, screen * LOWEST);
  const roomy = [0, 1]
    .map((mode) => ({ mode, height: heightNeeded(lattice, sizes, scale, mode, 1) }))
    .find((one) => one.height <= was.height);
  if (roomy !== undefined) return { scale, height: Math.max(least, roomy.height), mode: roomy.mode, marginScale: 1 };
  return { ...was, scale, height: Math.max(least, heightNeeded(lattice, sizes, scale, was.mode, was.marginScale)) };
}

/** `links`: relative width of every link. `fixed`: a scale from outside, whose picture is as tall as it must be. */
export function chooseHeights(
  lattice: Lattice,
  sizes: readonly VertexSize[],
  links: readonly number[],
  screen: number,
  screens: number | 'auto',
  fixed: number | null,
): Heights {
  const columns = lattice.layers.map((layer) => layer.flatMap((v) => sizes[v] ?? []));
  const needed = (scale: number, mode: number, marginScale: number): number =>
    Math.max(1, ...columns.map((column) => column.reduce((sum, size) => sum + boxHeight(size, scale, mode, marginScale), 0)));
  if (fixed !== null) {
    const mode = [0, 1, 2].find((m) => needed(fixed, m, 1) <= screen * 4) ?? 2;
    return { scale: fixed, height: Math.max(needed(fixed, mode, 1), screen * 0.5), mode, marginScale: 1 };
  }
  const solve = (height: number, mode: number, marginScale: number): number => {
    let [low, high] = [0, height];
    if (needed(0, mode, marginScale) > height) return 0;
    for (let i = 0; i < 40; i++) {
      const middle = (low + high) / 2;
      if (needed(middle, mode, marginScale) <= height) low = middle;
      else high = middle;
    }
    return low;
  };
  const tallest = Math.max(1e-300, ...columns.map((column) => column.reduce((sum, size) => sum + size.relative, 0)));
  const seen = (scale: number): number => links.filter((link) => link * scale >= 1).length;
  const steps = screens === 'auto' ? STEPS : [screens];
  const most = Math.max(solve(screen * 4, 1, 1), solve(screen * 4, 2, 0.5));
  for (const step of steps)
    for (const mode of [0, 1]) {
      const height = screen * step;
      const scale = solve(height, mode, 1);
      if (scale * tallest < RIBBONS * height) continue;
      if (screens === 'auto' && seen(most) - seen(scale) > HAIRLINES * links.length) continue;
      return { scale, height, mode, marginScale: 1 };
    }
  const height = screen * (steps.at(-1) ?? 1);
  for (const mode of [1, 2])
    for (const marginScale of [1, 0.7, 0.5, 0.35, 0.2, 0.1, 0.05, 0.02]) {
      const scale = solve(height, mode, marginScale);
      if (scale * tallest >= RIBBONS * height || (marginScale === 0.02 && mode === 2)) return { scale, height, mode, marginScale };
    }
  return { scale: solve(height, 2, 0), height, mode: 2, marginScale: 0 };
}
