// A graph with numbers for names: what the steps of the layout work on.
import type { GraphLink, GraphNode, SankeyGraph } from '../types.ts';
import { byText } from '../sortText.ts';
import type { NodeBar } from './ports.ts';

export type IndexedLink = {
  readonly link: GraphLink;
  readonly source: number;
  readonly target: number;
  readonly unit: number;
  /** Share of everything in its unit, so that units can be compared. */
  readonly share: number;
};

export type Indexed = {
  readonly nodes: readonly GraphNode[];
  readonly links: readonly IndexedLink[];
  readonly units: readonly string[];
  /** In and out by unit, units in order. */
  readonly bars: readonly (readonly NodeBar[])[];
};

/**
 * Throws RangeError for a link whose node is not in the graph or whose value is not above 0: `choose` makes neither. Nodes and links are taken
 * in the order of their ids; links without ids of their own are told apart by ends, unit, kind and value.
 */
export function indexed(graph: SankeyGraph): Indexed {
  const nodes = graph.nodes.toSorted((a, b) => byText(a.id, b.id));
  const number = new Map(nodes.map((node, i) => [node.id, i]));
  const units = [...new Set(graph.links.map((link) => link.unit))].sort(byText);
  const unitNumber = new Map(units.map((unit, i) => [unit, i]));
  const sorted = graph.links.toSorted(
    (a, b) =>
      byText(a.source, b.source) ||
      byText(a.target, b.target) ||
      byText(a.unit, b.unit) ||
      byText(a.colourKey, b.colourKey) ||
      b.value - a.value ||
      byText(a.id, b.id),
  );
  const total = new Map<string, number>();
  for (const link of sorted) total.set(link.unit, (total.get(link.unit) ?? 0) + link.value);
  const links = sorted.map((link): IndexedLink => {
    const source = number.get(link.source);
    const target = number.get(link.target);
    if (source === undefined || target === undefined) throw new RangeError(`link ${link.id}: its node is not in the graph`);
    if (!(link.value > 0) || !Number.isFinite(link.value)) throw new RangeError(`link ${link.id}: ${link.value} cannot be drawn`);
    return { link, source, target, unit: unitNumber.get(link.unit) ?? 0, share: link.value / (total.get(link.unit) ?? 1) };
  });
  return { nodes, links, units, bars: barsOf(nodes.length, links) };
}

/** In and out of every node by unit. */
export function barsOf(count: number, links: readonly IndexedLink[]): NodeBar[][] {
  const bars: Map<number, { in: number; out: number }>[] = Array.from({ length: count }, () => new Map());
  const bar = (node: number, unit: number): { in: number; out: number } => {
    const found = bars[node]?.get(unit) ?? { in: 0, out: 0 };
    bars[node]?.set(unit, found);
    return found;
  };
  for (const { link, source, target, unit } of links) {
    bar(source, unit).out += link.value;
    bar(target, unit).in += link.value;
  }
  return bars.map((own) => [...own].sort(([a], [b]) => a - b).map(([unit, sums]) => ({ unit, ...sums })));
}
