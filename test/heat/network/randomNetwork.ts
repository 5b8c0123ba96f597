// Small networks of all kinds, the same for a seed.
import type { NetworkProblem } from '../../../server/heat/network/problem.ts';

function generator(seed: number): () => number {
  let state = seed * 0x9e3779b9;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** 3 to 6 places in a few km, some sources, some customers, winter and summer. */
export function randomNetwork(seed: number): NetworkProblem {
  const next = generator(seed);
  const between = (low: number, high: number): number => low + next() * (high - low);
  const count = 3 + Math.floor(next() * 4);
  const at = Array.from({ length: count }, () => [between(0, 3500), between(0, 3500)] as const);
  const edges = at.flatMap(([x, y], a) =>
    at.flatMap(([u, v], b) => (b > a && next() < 0.75 ? [{ a, b, metres: Math.round(1.3 * Math.hypot(x - u, y - v)) }] : [])),
  );
  const sourceCount = 1 + Math.floor(next() * 2);
  return {
    places: at.map((_, i) => `p${i}`),
    edges,
    sources: Array.from({ length: sourceCount }, (_, i) => {
      const kw = between(200, 6000);
      return {
        id: `s${i}`,
        place: i,
        cost: Math.round(between(80, 450)),
        available: [kw, kw * between(0.6, 1.2)],
        fixed: Math.round(between(0, 150_000)),
      };
    }),
    customers: Array.from({ length: count - (next() < 0.3 ? 0 : sourceCount) }, (_, j) => {
      const kw = between(50, 2500);
      return {
        id: `c${j}`,
        place: count - 1 - j,
        worth: Math.round(between(350, 1000)),
        need: [kw, kw * between(0.1, 1)],
        fixed: Math.round(between(10_000, 120_000)),
      };
    }),
    hours: [5088, 3672],
    sizes: [
      { dn: 50, lines: 1, capacity: 480, perMetre: 420 },
      { dn: 80, lines: 1, capacity: 1380, perMetre: 510 },
      { dn: 100, lines: 1, capacity: 2600, perMetre: 590 },
      { dn: 150, lines: 1, capacity: 7000, perMetre: 790 },
    ],
  };
}
