// How high does each vertex stand? d3-sankey relaxes the columns in our order; then each column is drawn as straight as its neighbours allow,
// by isotonic regression, which keeps the order and moves nothing further than it must.
import { sankey } from 'd3-sankey';
import type { Lattice } from './lattice.ts';

export type Attachment = {
  readonly from: number;
  readonly to: number;
  /** px */
  readonly width: number;
  /** Middle of the ribbon below the top of its vertex's box, px. */
  readonly fromOffset: number;
  readonly toOffset: number;
};

/** A vertex that would like to lie just above (-1) or below (1) another of its column. */
export type Beside = { readonly vertex: number; readonly of: number; readonly side: -1 | 1; readonly width: number };

const D3_ROUNDS = 6;
/** From here on d3-sankey, which walks every chain from every start, takes longer than the rest of the picture: straightening alone must do. */
const MANY = 3000;
const STRAIGHTENING = 12;

/** Top of every vertex's box, px from the top of the picture. */
export function positionsOf(
  lattice: Lattice,
  boxes: Float64Array,
  height: number,
  attachments: readonly Attachment[],
  beside: readonly Beside[],
): Float64Array {
  if (lattice.layers.length === 0) return new Float64Array(0);
  const many = lattice.vertices.length > MANY;
  const tops = many ? stacked(lattice, boxes, height) : relaxed(lattice, boxes, height, attachments);
  const wishes = wishesOf(lattice, boxes, attachments, beside);
  for (let round = 0; round < STRAIGHTENING; round++) {
    const sequence = round % 2 === 0 ? lattice.layers : lattice.layers.toReversed();
    for (const layer of sequence) {
      const wish = layer.map((v) => {
        let [sum, weight] = [0, 0];
        for (let i = wishes.first[v] ?? 0; i < (wishes.first[v + 1] ?? 0); i++) {
          const w = wishes.weight[i] ?? 0;
          sum += ((tops[wishes.other[i] ?? 0] ?? 0) + (wishes.by[i] ?? 0)) * w;
          weight += w;
        }
        return weight > 0 ? { y: sum / weight, weight } : { y: tops[v] ?? 0, weight: 0.01 };
      });
      const placed = placeInOrder(
        wish,
        layer.map((v) => boxes[v] ?? 0),
        height,
      );
      layer.forEach((v, i) => (tops[v] = placed[i] ?? 0));
    }
  }
  return tops;
}

/** Vertex v would stand `by` below the top of vertex `other`, with some weight: entries first[v] to first[v + 1]. */
type Wishes = { readonly first: Int32Array; readonly other: Int32Array; readonly by: Float64Array; readonly weight: Float64Array };

function wishesOf(lattice: Lattice, boxes: Float64Array, attachments: readonly Attachment[], beside: readonly Beside[]): Wishes {
  const first = new Int32Array(lattice.vertices.length + 1);
  const count = (v: number): void => void (first[v + 1] = (first[v + 1] ?? 0) + 1);
  for (const one of attachments) {
    count(one.from);
    count(one.to);
  }
  for (const one of beside) count(one.vertex);
  for (let v = 0; v < lattice.vertices.length; v++) first[v + 1] = (first[v + 1] ?? 0) + (first[v] ?? 0);
  const next = first.slice();
  const total = first.at(-1) ?? 0;
  const [other, by, weight] = [new Int32Array(total), new Float64Array(total), new Float64Array(total)];
  const ask = (v: number, of: number, below: number, w: number): void => {
    const i = next[v] ?? 0;
    next[v] = i + 1;
    other[i] = of;
    by[i] = below;
    weight[i] = w;
  };
  const isVirtual = (v: number): boolean => lattice.vertices[v]?.node === null;
  for (const one of attachments) {
    const strength =
      Math.max(one.width, 1) * (isVirtual(one.from) && isVirtual(one.to) ? 4 : isVirtual(one.from) || isVirtual(one.to) ? 2 : 1);
    ask(one.to, one.from, one.fromOffset - one.toOffset, strength);
    ask(one.from, one.to, one.toOffset - one.fromOffset, strength);
  }
  for (const one of beside)
    ask(one.vertex, one.of, one.side < 0 ? -(boxes[one.vertex] ?? 0) : (boxes[one.of] ?? 0), Math.max(1, one.width) * 0.5);
  return { first, other, by, weight };
}

type D3Node = { readonly key: number; readonly fixedValue: number; readonly rank: number; readonly layerIs: number };

/** Every column in the middle of the height. */
function stacked(lattice: Lattice, boxes: Float64Array, height: number): Float64Array {
  const tops = new Float64Array(lattice.vertices.length);
  for (const layer of lattice.layers) {
    let y = Math.max(0, height - layer.reduce((sum, v) => sum + (boxes[v] ?? 0), 0)) / 2;
    for (const v of layer) {
      tops[v] = y;
      y += boxes[v] ?? 0;
    }
  }
  return tops;
}

function relaxed(lattice: Lattice, boxes: Float64Array, height: number, attachments: readonly Attachment[]): Float64Array {
  const rank = new Int32Array(lattice.vertices.length);
  for (const layer of lattice.layers) layer.forEach((v, i) => (rank[v] = i));
  const columns = lattice.layers.length;
  const nodes: D3Node[] = lattice.vertices.map((vertex, key) => ({
    key,
    fixedValue: boxes[key] ?? 0,
    rank: rank[key] ?? 0,
    layerIs: vertex.column,
  }));
  // d3-sankey counts columns along its links: a chain without width through all of them makes it count ours.
  const first = nodes.length;
  for (let c = 0; c < columns; c++) nodes.push({ key: first + c, fixedValue: 0, rank: Infinity, layerIs: c });
  const links = attachments
    .toSorted((a, b) => (rank[a.from] ?? 0) - (rank[b.from] ?? 0) || (rank[a.to] ?? 0) - (rank[b.to] ?? 0))
    .map((one) => ({ source: one.from, target: one.to, value: one.width }));
  for (let c = 0; c + 1 < columns; c++) links.push({ source: first + c, target: first + c + 1, value: 0 });
  // Room around each box is part of its height, so the padding is 0; the value then is the height in px, and stays so in the tallest column.
  const layout = sankey<D3Node, object>()
    .nodeId((node) => node.key)
    .nodeAlign((node) => node.layerIs)
    .nodeSort((a, b) => (a.rank === b.rank ? a.key - b.key : a.rank - b.rank))
    .linkSort(null)
    .nodePadding(0)
    .iterations(D3_ROUNDS)
    .extent([
      [0, 0],
      [columns, height],
    ]);
  const done = layout({ nodes, links });
  const tops = new Float64Array(lattice.vertices.length);
  for (const node of done.nodes) {
    if (node.key >= first) continue;
    tops[node.key] = ((node.y0 ?? 0) + (node.y1 ?? 0) - (boxes[node.key] ?? 0)) / 2;
  }
  return tops;
}

/** Tops in order without overlap inside 0..height, nearest to the wishes by weighted squares (pool adjacent violators). */
export function placeInOrder(
  wishes: readonly { readonly y: number; readonly weight: number }[],
  heights: readonly number[],
  height: number,
): number[] {
  type Pool = { sum: number; weight: number; count: number };
  const pools: Pool[] = [];
  let above = 0;
  wishes.forEach((wish, i) => {
    pools.push({ sum: (wish.y - above) * wish.weight, weight: wish.weight, count: 1 });
    above += heights[i] ?? 0;
    for (let last = pools.at(-1), before = pools.at(-2); last && before && before.sum / before.weight >= last.sum / last.weight;) {
      pools.pop();
      before.sum += last.sum;
      before.weight += last.weight;
      before.count += last.count;
      last = before;
      before = pools.at(-2);
    }
  });
  const room = Math.max(0, height - above);
  const tops: number[] = [];
  let at = 0;
  for (const pool of pools)
    for (let i = 0; i < pool.count; i++) {
      tops.push(Math.min(room, Math.max(0, pool.sum / pool.weight)) + at);
      at += heights[tops.length - 1] ?? 0;
    }
  return tops;
}
