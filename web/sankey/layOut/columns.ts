// In which column does each node stand? As few columns as the longest chain needs, and links as short as that allows.
import type { Arc } from './returnFlows.ts';

/** Rounds of shortening; each keeps every forward arc pointing right. */
const ROUNDS = 24;

/** Column of every node, from 0. Arcs with `back` do not count; a pinned node stays, and arcs that then point left become returns. */
export function columnsOf(count: number, arcs: readonly Arc[], back: readonly boolean[], pins: readonly (number | null)[]): number[] {
  const forward = arcs.filter((_, i) => back[i] !== true);
  const into: Arc[][] = Array.from({ length: count }, () => []);
  const out: Arc[][] = Array.from({ length: count }, () => []);
  for (const arc of forward) {
    into[arc.to]?.push(arc);
    out[arc.from]?.push(arc);
  }
  const order = topological(count, out, into);
  const column = new Array<number>(count).fill(0);
  for (const v of order) column[v] = pins[v] ?? Math.max(0, ...(into[v] ?? []).map((arc) => (column[arc.from] ?? 0) + 1));
  const pinned = pins.some((pin) => pin !== null);
  const points = (arc: Arc): boolean => (column[arc.from] ?? 0) < (column[arc.to] ?? 0);
  const width = Math.max(0, ...column);
  for (let round = 0; round < ROUNDS; round++) {
    let moved = false;
    const sequence = round % 2 === 0 ? [...order].reverse() : order;
    for (const v of sequence) {
      if (pins[v] !== null) continue;
      const before = (into[v] ?? []).filter(points);
      const after = (out[v] ?? []).filter(points);
      const least = Math.max(0, ...before.map((arc) => (column[arc.from] ?? 0) + 1));
      const most = Math.min(width, ...after.map((arc) => (column[arc.to] ?? 0) - 1));
      // Every link wants to be short; a heavy one a little more than a light one.
      const pull = after.reduce((sum, arc) => sum + 1 + arc.weight, 0) - before.reduce((sum, arc) => sum + 1 + arc.weight, 0);
      const now = column[v] ?? 0;
      const best = after.length === 0 ? least : before.length === 0 || pull > 1e-9 ? most : pull < -1e-9 ? least : now;
      if (best === now || best < least) continue;
      column[v] = best;
      moved = true;
    }
    if (!moved) break;
  }
  return pinned ? column : withoutGaps(column);
}

function withoutGaps(column: readonly number[]): number[] {
  const used = [...new Set(column)].sort((a, b) => a - b);
  const rank = new Map(used.map((c, i) => [c, i]));
  return column.map((c) => rank.get(c) ?? 0);
}

function topological(count: number, out: readonly (readonly Arc[])[], into: readonly (readonly Arc[])[]): number[] {
  const waiting = into.map((arcs) => arcs.length);
  const ready = [...Array(count).keys()].filter((v) => waiting[v] === 0);
  const order: number[] = [];
  for (let i = 0; i < ready.length; i++) {
    const v = ready[i] ?? 0;
    order.push(v);
    for (const arc of out[v] ?? []) {
      waiting[arc.to] = (waiting[arc.to] ?? 0) - 1;
      if (waiting[arc.to] === 0) ready.push(arc.to);
    }
  }
  return order;
}
