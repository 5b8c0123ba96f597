// The graph as columns of vertices whose segments join neighbouring columns only: a link over several columns passes virtual nodes, so that
// it has a place of its own on the way and nothing is drawn over the nodes between.

export type Vertex = {
  readonly column: number;
  /** Index of the node; null for a virtual one. */
  readonly node: number | null;
  /** Index of the link that a virtual node carries. */
  readonly link: number | null;
  /** Separate parts of the graph stay apart in every column. */
  readonly part: number;
};

export type Segment = {
  readonly from: number;
  readonly to: number;
  readonly link: number;
  /** 1 on average. */
  readonly weight: number;
  /** Rank of the link's unit: which of the node's bars it is attached to. */
  readonly unit: number;
};

export type Lattice = {
  readonly vertices: Vertex[];
  /** Vertices of each column, top to bottom. */
  readonly layers: number[][];
  /** Segments from column c to c + 1. */
  readonly gaps: Segment[][];
  /** The vertices that a link passes, left to right; a return flow passes virtual ones only. */
  readonly chains: number[][];
  readonly units: number;
};

export type LatticeLink = {
  readonly source: number;
  readonly target: number;
  readonly weight: number;
  readonly unit: number;
  readonly back: boolean;
};

/** Virtual nodes that a picture can have and still be laid out in a second; beyond them only the heaviest links get theirs. */
const MOST_VIRTUAL = 5000;

/** Vertex i is node i; virtual nodes follow. Return flows get their vertices later (`returnLanes.ts`). */
export function makeLattice(column: readonly number[], links: readonly LatticeLink[], parts: readonly number[], units: number): Lattice {
  const columns = Math.max(-1, ...column) + 1;
  const vertices: Vertex[] = column.map((c, node) => ({ column: c, node, link: null, part: parts[node] ?? 0 }));
  const layers: number[][] = Array.from({ length: columns }, () => []);
  const gaps: Segment[][] = Array.from({ length: Math.max(0, columns - 1) }, () => []);
  column.forEach((c, v) => layers[c]?.push(v));
  const long = withVirtualNodes(column, links);
  const chains = links.map((link, i) => {
    if (link.back) return [];
    if (!long.has(i)) return [link.source, link.target];
    const chain = [link.source];
    for (let c = (column[link.source] ?? 0) + 1; c < (column[link.target] ?? 0); c++) {
      vertices.push({ column: c, node: null, link: i, part: parts[link.source] ?? 0 });
      layers[c]?.push(vertices.length - 1);
      chain.push(vertices.length - 1);
    }
    chain.push(link.target);
    for (let k = 0; k + 1 < chain.length; k++) {
      const from = chain[k] ?? 0;
      gaps[vertices[from]?.column ?? 0]?.push({ from, to: chain[k + 1] ?? 0, link: i, weight: link.weight, unit: link.unit });
    }
    return chain;
  });
  return { vertices, layers, gaps, chains, units };
}

/** Links whose way gets virtual nodes, and those that need none. */
function withVirtualNodes(column: readonly number[], links: readonly LatticeLink[]): ReadonlySet<number> {
  const needed = links.map((link) => (link.back ? 0 : (column[link.target] ?? 0) - (column[link.source] ?? 0) - 1));
  const forward = [...links.keys()].filter((i) => links[i]?.back !== true);
  if (needed.reduce((sum, n) => sum + n, 0) <= MOST_VIRTUAL) return new Set(forward);
  let left = MOST_VIRTUAL;
  const heaviest = forward.toSorted((a, b) => (links[b]?.weight ?? 0) - (links[a]?.weight ?? 0) || a - b);
  return new Set(
    heaviest.filter((i) => {
      const n = needed[i] ?? 0;
      if (n > left) return false;
      left -= n;
      return true;
    }),
  );
}

/** Number of the separate part of every node: the heaviest part is 0, ties by the first node. */
export function partsOf(
  count: number,
  links: readonly { readonly source: number; readonly target: number; readonly weight: number }[],
): number[] {
  const parent = [...Array(count).keys()];
  const root = (v: number): number => {
    let at = v;
    while ((parent[at] ?? at) !== at) at = parent[at] = parent[parent[at] ?? at] ?? at;
    return at;
  };
  for (const { source, target } of links) {
    const [a, b] = [root(source), root(target)];
    if (a !== b) parent[Math.max(a, b)] = Math.min(a, b);
  }
  const weight = new Map<number, number>();
  for (const link of links) weight.set(root(link.source), (weight.get(root(link.source)) ?? 0) + link.weight);
  const roots = [...Array(count).keys()].filter((v) => root(v) === v);
  // Rounded, so that the order in which weights were added cannot decide.
  const heavy = (v: number): number => Number((weight.get(v) ?? 0).toPrecision(9));
  roots.sort((a, b) => heavy(b) - heavy(a) || a - b);
  const rank = new Map(roots.map((v, i) => [v, i]));
  return parent.map((_, v) => rank.get(root(v)) ?? 0);
}
