// The links of one resource while they are found: of each node the strongest, kept as a place in columns.
import type { Link } from './link.ts';

/** What the links of one rule from one resource have in common, whatever node they lead to. */
export type LinkSource = Omit<Link, 'use' | 'strength'>;

/** Links by the numbers of the nodes that they lead to. */
export type LinkTable = {
  readonly nodes: readonly number[];
  readonly strengths: readonly number[];
  readonly sources: readonly LinkSource[];
  /** Place of a node's link; undefined where none leads there. */
  readonly placeOf: (node: number) => number | undefined;
};

export type GrowingTable = LinkTable & {
  /** Keeps the stronger of two; the smaller rule id where they are equal, so that no order of rows shows. */
  readonly put: (node: number, strength: number, source: LinkSource) => void;
};

/** @param least links weaker than this are left out */
export function growTable(least: number, from: LinkTable | null = null): GrowingTable {
  const [nodes, strengths, sources] = [[...(from?.nodes ?? [])], [...(from?.strengths ?? [])], [...(from?.sources ?? [])]];
  const places = new Map(nodes.map((node, place) => [node, place]));
  return {
    nodes,
    strengths,
    sources,
    placeOf: (node) => places.get(node),
    put(node, strength, source) {
      if (strength < least) return;
      const place = places.get(node);
      if (place === undefined) {
        places.set(node, nodes.push(node) - 1);
        strengths.push(strength);
        sources.push(source);
        return;
      }
      const before = strengths[place] ?? 0;
      if (strength < before || (strength === before && source.ruleId >= (sources[place]?.ruleId ?? ''))) return;
      strengths[place] = strength;
      sources[place] = source;
    },
  };
}
