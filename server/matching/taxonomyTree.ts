// How two resources lie to each other in the taxonomy.
import type { Resource, ResourceId } from '../domain/resource.ts';

export type TaxonomyTree = {
  /** Every node, by id. */
  readonly nodes: readonly ResourceId[];
  readonly has: (id: ResourceId) => boolean;
  /** The node's ancestors, nearest first, without itself. */
  readonly above: (id: ResourceId) => readonly ResourceId[];
  /** All nodes below, without itself. */
  readonly below: (id: ResourceId) => readonly ResourceId[];
  /** 1 for a node without children, less the more nodes lie below it: a wide word says little. */
  readonly sharpness: (id: ResourceId) => number;
  /** Levels from the first up to the second, or null where the second does not lie above the first (0 for the same node). */
  readonly levelsUp: (from: ResourceId, to: ResourceId) => number | null;
  readonly resource: (id: ResourceId) => Resource | undefined;
};

/** @param breadth loss of sharpness for each doubling of the number of nodes below (data/matching.csv `link.breadth`) */
export function createTree(resources: Iterable<Resource>, breadth: number): TaxonomyTree {
  const byId = new Map<ResourceId, Resource>();
  for (const resource of resources) byId.set(resource.id, resource);
  const ancestors = new Map<ResourceId, readonly ResourceId[]>();
  const descendants = new Map<ResourceId, ResourceId[]>();
  for (const id of byId.keys()) {
    const line: ResourceId[] = [];
    let parent = byId.get(id)?.parent ?? null;
    while (parent !== null && byId.has(parent) && !line.includes(parent)) {
      line.push(parent);
      parent = byId.get(parent)?.parent ?? null;
    }
    ancestors.set(id, line);
    for (const ancestor of line) {
      const list = descendants.get(ancestor);
      if (list === undefined) descendants.set(ancestor, [id]);
      else list.push(id);
    }
  }
  const above = (id: ResourceId): readonly ResourceId[] => ancestors.get(id) ?? [];
  const below = (id: ResourceId): readonly ResourceId[] => descendants.get(id) ?? [];
  return {
    nodes: [...byId.keys()].sort(),
    has: (id) => byId.has(id),
    above,
    below,
    sharpness: (id) => 1 / (1 + breadth * Math.log2(1 + below(id).length)),
    levelsUp: (from, to) => {
      if (from === to) return 0;
      const at = above(from).indexOf(to);
      return at < 0 ? null : at + 1;
    },
    resource: (id) => byId.get(id),
  };
}
