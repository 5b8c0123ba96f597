// What a person decides about the order inside columns: by amount, by name, or a node's place pinned by hand.
import { byText } from '../sortText.ts';
import type { LayOutOptions } from '../types.ts';
import type { Indexed } from './indexed.ts';
import type { Lattice } from './lattice.ts';

/** Reorders `lattice.layers` in place; passing ribbons keep their ranks. */
export function applyOrder(lattice: Lattice, graph: Indexed, options: LayOutOptions): void {
  const amount = new Float64Array(graph.nodes.length);
  for (const link of graph.links) for (const node of new Set([link.source, link.target])) amount[node] = (amount[node] ?? 0) + link.share;
  const label = (v: number): string => graph.nodes[v]?.label ?? '';
  const place = (v: number): number | null => options.pins?.[graph.nodes[v]?.id ?? '']?.place ?? null;
  for (const layer of lattice.layers) {
    const slots = layer.flatMap((v, i) => (lattice.vertices[v]?.node === null ? [] : [i]));
    let nodes = slots.flatMap((i) => layer[i] ?? []);
    if (options.order === 'amount') nodes.sort((a, b) => (amount[b] ?? 0) - (amount[a] ?? 0) || a - b);
    if (options.order === 'name') nodes.sort((a, b) => byText(label(a), label(b)) || a - b);
    const held = nodes.filter((v) => place(v) !== null).sort((a, b) => (place(a) ?? 0) - (place(b) ?? 0) || a - b);
    nodes = nodes.filter((v) => place(v) === null);
    for (const v of held) nodes.splice(Math.min(nodes.length, Math.max(0, place(v) ?? 0)), 0, v);
    slots.forEach((i, k) => (layer[i] = nodes[k] ?? 0));
  }
}
