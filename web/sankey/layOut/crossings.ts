// How many ribbons cross between neighbouring columns? Inversions, counted with a Fenwick tree.
import type { Lattice } from './lattice.ts';

/** `count`: pairs of segments that cross; `cost`: the same with wide ribbons weighing more. */
export function countCrossings(lattice: Lattice, position: Float64Array): { readonly count: number; readonly cost: number } {
  let count = 0;
  let weighed = 0;
  lattice.gaps.forEach((gap, c) => {
    const { units } = lattice;
    const size = (lattice.layers[c + 1]?.length ?? 0) * units;
    const places = gap.map((segment) => ({
      from: (position[segment.from] ?? 0) * units + segment.unit,
      to: (position[segment.to] ?? 0) * units + segment.unit,
      weight: Math.min(segment.weight, 3),
    }));
    places.sort((a, b) => a.from - b.from || a.to - b.to);
    const number = new Float64Array(size + 1);
    const weight = new Float64Array(size + 1);
    let total = 0;
    let totalWeight = 0;
    for (const place of places) {
      let below = 0;
      let belowWeight = 0;
      for (let i = place.to + 1; i > 0; i -= i & -i) {
        below += number[i] ?? 0;
        belowWeight += weight[i] ?? 0;
      }
      count += total - below;
      weighed += place.weight * (totalWeight - belowWeight);
      for (let i = place.to + 1; i <= size; i += i & -i) {
        number[i] = (number[i] ?? 0) + 1;
        weight[i] = (weight[i] ?? 0) + place.weight;
      }
      total++;
      totalWeight += place.weight;
    }
  });
  return { count, cost: count + 0.1 * weighed };
}
