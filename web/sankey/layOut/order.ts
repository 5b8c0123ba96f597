// In which order do the vertices of each column stand so that few ribbons cross? Barycentre sweeps (Sugiyama, Tagawa and Toda 1981), each
// followed by swaps of neighbours, from several starts; the best order seen is kept.
import { countCrossings } from './crossings.ts';
import type { Lattice, Segment } from './lattice.ts';

/** Sweeps there and back; more gain little on graphs of 300 links. */
const SWEEPS = 14;
/** Above this many segments one start and fewer sweeps must do: the picture is due in seconds. */
const MANY = 1500;

type Neighbours = { readonly left: readonly Segment[][]; readonly right: readonly Segment[][] };

/** Orders `lattice.layers` in place. Vertices of one part stay together. */
export function orderLayers(lattice: Lattice): void {
  const { vertices, layers, gaps } = lattice;
  const near: Neighbours = { left: vertices.map(() => []), right: vertices.map(() => []) };
  let segments = 0;
  for (const gap of gaps)
    for (const segment of gap) {
      near.right[segment.from]?.push(segment);
      near.left[segment.to]?.push(segment);
      segments++;
    }
  const many = segments > MANY;
  const position = new Float64Array(vertices.length);
  const settle = (layer: readonly number[]): void => layer.forEach((v, i) => (position[v] = i));
  const starts = many ? [depthFirst, depthFirstBack] : [depthFirst, depthFirstBack, asTold];
  let best: number[][] = [];
  let least = Infinity;
  for (const start of starts) {
    start(lattice, near);
    layers.forEach((layer) => keepParts(layer, lattice));
    layers.forEach(settle);
    let idle = 0;
    const sweeps = many ? 6 : SWEEPS;
    for (let sweep = 0; sweep < sweeps && idle < 4; sweep++) {
      const rightward = sweep % 2 === 0;
      const sequence = rightward ? [...layers.keys()] : [...layers.keys()].reverse();
      for (const c of sequence) {
        const layer = layers[c] ?? [];
        // Even rounds ask every ribbon once, odd ones by its width.
        sortByNeighbours(layer, rightward ? near.left : near.right, rightward, sweep % 4 < 2, position, lattice);
        settle(layer);
        swapNeighbours(layer, near, position, lattice, many ? 1 : 6);
      }
      const cost = countCrossings(lattice, position).cost;
      if (cost < least - 1e-9) {
        least = cost;
        best = layers.map((layer) => [...layer]);
        idle = 0;
      } else idle++;
      if (least === 0) break;
    }
    if (least === 0) break;
  }
  best.forEach((layer, c) => layers[c]?.splice(0, Infinity, ...layer));
}

function keepParts(layer: number[], lattice: Lattice): void {
  const at = new Map(layer.map((v, i) => [v, i]));
  layer.sort((a, b) => (lattice.vertices[a]?.part ?? 0) - (lattice.vertices[b]?.part ?? 0) || (at.get(a) ?? 0) - (at.get(b) ?? 0));
}

function sortByNeighbours(
  layer: number[],
  near: readonly Segment[][],
  rightward: boolean,
  equal: boolean,
  position: Float64Array,
  lattice: Lattice,
): void {
  const items = layer.map((v, i) => {
    let sum = 0;
    let weight = 0;
    for (const segment of near[v] ?? []) {
      const w = equal ? 1 : segment.weight;
      sum += w * ((position[rightward ? segment.from : segment.to] ?? 0) + (segment.unit + 0.5) / lattice.units);
      weight += w;
    }
    return { v, part: lattice.vertices[v]?.part ?? 0, wish: weight > 0 ? sum / weight : i + 0.5, at: i };
  });
  items.sort((a, b) => a.part - b.part || a.wish - b.wish || a.at - b.at);
  items.forEach((item, i) => (layer[i] = item.v));
}

function swapNeighbours(layer: number[], near: Neighbours, position: Float64Array, lattice: Lattice, rounds: number): void {
  for (let round = 0; round < rounds; round++) {
    let swapped = false;
    for (let i = 0; i + 1 < layer.length; i++) {
      const a = layer[i] ?? 0;
      const b = layer[i + 1] ?? 0;
      if (lattice.vertices[a]?.part !== lattice.vertices[b]?.part) continue;
      const gain =
        pairGain(near.left[a] ?? [], near.left[b] ?? [], true, position, lattice.units) +
        pairGain(near.right[a] ?? [], near.right[b] ?? [], false, position, lattice.units);
      if (gain <= 1e-9) continue;
      layer[i] = b;
      layer[i + 1] = a;
      position[a] = i + 1;
      position[b] = i;
      swapped = true;
    }
    if (!swapped) break;
  }
}

/** What swapping a (above) with b saves on one side. */
function pairGain(a: readonly Segment[], b: readonly Segment[], atFrom: boolean, position: Float64Array, units: number): number {
  // Hubs with hundreds of links would cost more than their swap can save.
  if (a.length * b.length > 4000) return 0;
  let gain = 0;
  for (const s of a)
    for (const t of b) {
      const [p, q] = atFrom ? [s.from, t.from] : [s.to, t.to];
      const difference = ((position[p] ?? 0) - (position[q] ?? 0)) * units + s.unit - t.unit;
      if (difference === 0) continue;
      gain += (difference > 0 ? 1 : -1) * pairCost(s.weight, t.weight);
    }
  return gain;
}

/** A crossing counts once, and of two crossings the one of thinner ribbons is to be preferred. */
export const pairCost = (a: number, b: number): number => 1 + 0.1 * Math.min(a, 3) * Math.min(b, 3);

function walk(lattice: Lattice, roots: readonly number[], next: (v: number) => readonly number[]): void {
  const seen = new Uint8Array(lattice.vertices.length);
  const fresh: number[][] = lattice.layers.map(() => []);
  for (const root of roots) {
    const stack = [root];
    for (let v = stack.pop(); v !== undefined; v = stack.pop()) {
      if (seen[v] === 1) continue;
      seen[v] = 1;
      fresh[lattice.vertices[v]?.column ?? 0]?.push(v);
      for (const w of [...next(v)].reverse()) if (seen[w] !== 1) stack.push(w);
    }
  }
  fresh.forEach((layer, c) => lattice.layers[c]?.splice(0, Infinity, ...layer));
}

const heaviest = (a: Segment, b: Segment): number => b.weight - a.weight || a.link - b.link;

function depthFirst(lattice: Lattice, near: Neighbours): void {
  const roots = lattice.layers.map((layer) => layer.toSorted((a, b) => a - b)).flat();
  walk(lattice, roots, (v) => [
    ...(near.right[v] ?? []).toSorted(heaviest).map((s) => s.to),
    ...(near.left[v] ?? []).toSorted(heaviest).map((s) => s.from),
  ]);
}

function depthFirstBack(lattice: Lattice, near: Neighbours): void {
  const roots = lattice.layers
    .map((layer) => layer.toSorted((a, b) => a - b))
    .reverse()
    .flat();
  walk(lattice, roots, (v) => (near.left[v] ?? []).toSorted(heaviest).map((s) => s.from));
}

function asTold(lattice: Lattice): void {
  for (const layer of lattice.layers) layer.sort((a, b) => a - b);
}
