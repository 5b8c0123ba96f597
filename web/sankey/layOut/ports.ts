// Where on its node is each link attached? In the order of the other ends, so that links of one node never cross beside it; return flows bend
// round the outside, the nearest lane innermost.
import type { Lattice, LatticeLink } from './lattice.ts';

export type NodeBar = { readonly unit: number; readonly in: number; readonly out: number };

/** Link indices of each node's bar, top to bottom, by side. */
export type Ports = readonly { readonly unit: number; readonly left: readonly number[]; readonly right: readonly number[] }[];

export function portsOf(lattice: Lattice, links: readonly LatticeLink[], bars: readonly (readonly NodeBar[])[]): Ports[] {
  const rank = new Int32Array(lattice.vertices.length);
  for (const layer of lattice.layers) layer.forEach((v, i) => (rank[v] = i));
  const left: number[][] = bars.map(() => []);
  const right: number[][] = bars.map(() => []);
  links.forEach((link, i) => {
    right[link.source]?.push(i);
    left[link.target]?.push(i);
  });
  /** Group (returns above, forward, returns below) and place inside it. */
  const place = (i: number, node: number, side: 'left' | 'right'): readonly [number, number] => {
    const chain = lattice.chains[i] ?? [];
    if (links[i]?.back === true) {
      const lane = rank[(side === 'left' ? chain[0] : chain.at(-1)) ?? 0] ?? 0;
      return [lane < (rank[node] ?? 0) ? -1 : 1, -lane];
    }
    return [0, rank[(side === 'left' ? chain.at(-2) : chain[1]) ?? 0] ?? 0];
  };
  const sorted = (list: readonly number[], node: number, side: 'left' | 'right', unit: number): number[] => {
    const mine = list.filter((i) => links[i]?.unit === unit).map((i) => ({ i, at: place(i, node, side) }));
    // Parallel links keep one order at both ends: that of the links themselves.
    mine.sort((a, b) => a.at[0] - b.at[0] || a.at[1] - b.at[1] || a.i - b.i);
    return mine.map((one) => one.i);
  };
  return bars.map((own, node) =>
    own.map(({ unit }) => ({
      unit,
      left: sorted(left[node] ?? [], node, 'left', unit),
      right: sorted(right[node] ?? [], node, 'right', unit),
    })),
  );
}
