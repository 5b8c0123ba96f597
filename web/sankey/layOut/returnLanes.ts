// Where does a return flow run? Above or below the nodes it passes, or between them when it is short: the way that crosses least is found by a
// dynamic program over the columns it passes, and gets virtual nodes in them.
import type { Lattice, LatticeLink } from './lattice.ts';

/** Return flows that pass at most this many columns may run through the picture. */
const SHORT = 2;
/** Columns larger than this are too dear to search slot by slot. */
const SEARCHED = 60;
/** Places that all lanes together may take on their ways; beyond them the lightest run straight from where they begin to where they end. */
const MOST_PLACES = 5000;

/** Adds the vertices of every return flow to `layers`, `vertices` and `chains`, and their segments to `gaps`. */
export function addReturnLanes(lattice: Lattice, links: readonly LatticeLink[], column: readonly number[], parts: readonly number[]): void {
  const span = (link: LatticeLink): number => (column[link.source] ?? 0) - (column[link.target] ?? 0);
  const returns = [...links.keys()].filter((i) => links[i]?.back === true);
  const of = (i: number): LatticeLink => links[i] ?? { source: 0, target: 0, weight: 0, unit: 0, back: true };
  // Short ones first: they lie inside the longer ones and cross nothing.
  returns.sort((a, b) => span(of(a)) - span(of(b)) || of(b).weight - of(a).weight || a - b);
  const direct = withoutPlaces(
    returns,
    (i) => span(of(i)),
    (i) => of(i).weight,
  );
  const fresh = returns.reduce((sum, i) => sum + 1 + span(of(i)), 0);
  const rank = new Int32Array(lattice.vertices.length + fresh);
  const settle = (c: number): void => lattice.layers[c]?.forEach((v, k) => (rank[v] = k));
  lattice.layers.forEach((_, c) => settle(c));
  for (const i of returns) {
    const link = of(i);
    const first = column[link.target] ?? 0;
    const last = column[link.source] ?? 0;
    const part = parts[link.source] ?? 0;
    const columns = direct.has(i) ? [first, last] : Array.from({ length: last - first + 1 }, (_, k) => first + k);
    const slots = bestSlots(lattice, rank, link, columns, part);
    const chain: number[] = [];
    columns.forEach((c, k) => {
      lattice.vertices.push({ column: c, node: null, link: i, part });
      const v = lattice.vertices.length - 1;
      lattice.layers[c]?.splice(slots[k] ?? 0, 0, v);
      const before = chain.at(-1);
      if (before !== undefined && !direct.has(i))
        lattice.gaps[c - 1]?.push({ from: before, to: v, link: i, weight: link.weight, unit: link.unit });
      chain.push(v);
      settle(c);
    });
    lattice.chains[i] = chain;
  }
}

/** The return flows that get no places between their first column and their last, so that a picture of thousands is there in a second. */
function withoutPlaces(returns: readonly number[], span: (i: number) => number, weight: (i: number) => number): ReadonlySet<number> {
  let left = MOST_PLACES;
  const heaviest = returns.toSorted((a, b) => weight(b) - weight(a) || a - b);
  return new Set(
    heaviest.filter((i) => {
      const between = Math.max(0, span(i) - 1);
      if (between > left) return true;
      left -= between;
      return false;
    }),
  );
}

/** The slot (index to insert at) in each of the columns. */
function bestSlots(lattice: Lattice, rank: Int32Array, link: LatticeLink, columns: readonly number[], part: number): number[] {
  const layer = (c: number): readonly number[] => lattice.layers[c] ?? [];
  const isMine = (v: number): boolean => lattice.vertices[v]?.part === part;
  const choices = columns.map((c) => {
    const here = layer(c);
    const found = here.findIndex(isMine);
    const [top, bottom] = found < 0 ? [here.length, here.length] : [found, here.findLastIndex(isMine) + 1];
    if (columns.length > SHORT || here.length > SEARCHED) return top === bottom ? [top] : [top, bottom];
    return Array.from({ length: bottom - top + 1 }, (_, i) => top + i);
  });
  // What the bend at either end crosses: links on that side of the nodes between the slot and the node.
  const bend = (k: number, slot: number, node: number, side: 'from' | 'to', gap: number): number => {
    const at = rank[node] ?? 0;
    const [a, b] = slot <= at ? [slot, at] : [at + 1, Math.max(at + 1, slot)];
    let crossed = 0;
    if (a < b)
      for (const s of lattice.gaps[gap] ?? []) {
        const place = rank[s[side]] ?? 0;
        if (place >= a && place < b) crossed += 0.5 + Math.min(s.weight, 3) / 2;
      }
    // A slot beside the node itself is best where nothing else decides; through the picture costs a little.
    const inner = slot > (choices[k]?.[0] ?? 0) && slot < (choices[k]?.at(-1) ?? 0) ? 0.6 : 0;
    return crossed + (b - a) * 0.3 + inner + (slot > at ? 0.01 : 0);
  };
  const step = (c: number, next: number, i: number, j: number): number => {
    // Above everything, or below everything, nothing is crossed.
    if ((i === 0 && j === 0) || (i === layer(c).length && j === layer(next).length)) return 0;
    // Straight from one end to the other: whatever stands between is crossed when it changes sides.
    if (next > c + 1) return (i === 0) === (j === 0) ? 0 : layer(c).length;
    let sum = 0;
    for (const s of lattice.gaps[c] ?? []) if ((rank[s.from] ?? 0) < i !== (rank[s.to] ?? 0) < j) sum += 0.5 + Math.min(s.weight, 3) / 2;
    return sum;
  };
  let costs = (choices[0] ?? []).map((slot) => bend(0, slot, link.target, 'to', (columns[0] ?? 0) - 1));
  const from: number[][] = [];
  for (let k = 1; k < columns.length; k++) {
    const came: number[] = [];
    const before = choices[k - 1] ?? [];
    costs = (choices[k] ?? []).map((slot, s) => {
      let best = Infinity;
      before.forEach((slotBefore, p) => {
        const cost = (costs[p] ?? 0) + step(columns[k - 1] ?? 0, columns[k] ?? 0, slotBefore, slot);
        if (cost < best - 1e-9) [best, came[s]] = [cost, p];
      });
      return best;
    });
    from.push(came);
  }
  const end = columns.length - 1;
  costs = costs.map((cost, s) => cost + bend(end, choices[end]?.[s] ?? 0, link.source, 'from', columns[end] ?? 0));
  let pick = costs.indexOf(Math.min(...costs));
  const slots: number[] = [];
  for (let k = end; k >= 0; k--) {
    slots.unshift(choices[k]?.[pick] ?? 0);
    pick = from[k - 1]?.[pick] ?? 0;
  }
  return slots;
}
