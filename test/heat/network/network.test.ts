import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { boundOf } from '../../../server/heat/network/bound.ts';
import { evaluate } from '../../../server/heat/network/evaluate.ts';
import { networkLp, readColumns } from '../../../server/heat/network/milp.ts';
import type { NetworkProblem } from '../../../server/heat/network/problem.ts';
import { searchNetwork } from '../../../server/heat/network/search.ts';
import { forestOf } from '../../../server/heat/network/trees.ts';
import { randomNetwork } from './randomNetwork.ts';
import { loadSolver } from './solver.ts';

/** Optima that HiGHS proved to 1e-7 for seeds 1 to 200 of `randomNetwork`; some are proved again here. */
const PROVED = new Map(
  readFileSync(join(import.meta.dirname, 'proved.csv'), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line): [number, number] => [Number(line.split(',')[0]), Number(line.split(',')[1])]),
);
const EFFORT = { exchangeUpTo: 20 };

describe('200 small networks', () => {
  const seeds = Array.from({ length: 200 }, (_, i) => i + 1);
  const cases = seeds.map(randomNetwork);

  it('have the optimum that is written down for them', async () => {
    const solve = await loadSolver();
    for (const seed of [2, 40, 77, 111, 150]) {
      const problem = randomNetwork(seed);
      const solved = await solve(networkLp(problem));
      const optimum = solved.status === 'optimal' ? readColumns(problem, solved.columns).value : Number.NaN;
      expect(optimum).toBeCloseTo(PROVED.get(seed) ?? Number.NaN, -1);
      expect(searchNetwork(problem, EFFORT).outcome.value).toBeLessThanOrEqual(optimum + 10);
    }
  });

  it('are found within 5 % of the proved optimum, or the bound says by how much they may be off', () => {
    const far = seeds.filter((seed) => {
      const [problem, optimum] = [randomNetwork(seed), PROVED.get(seed) ?? Number.NaN];
      const { outcome } = searchNetwork(problem, EFFORT);
      expect(outcome.value).toBeLessThanOrEqual(optimum + 1e-6 * (1 + optimum));
      expect(boundOf(problem)).toBeGreaterThanOrEqual(optimum - 1e-6 * (1 + optimum));
      return outcome.value < 0.95 * optimum;
    });
    expect(far.length).toBeLessThanOrEqual(2);
  });

  it('are forests in which nobody gets more than it needs, no source gives more than it has, and no pipe carries more than it can', () => {
    for (const problem of cases) {
      const { choice, outcome } = searchNetwork(problem, EFFORT);
      expect(() => forestOf(problem, outcome.trenches.keys())).not.toThrow();
      expect(evaluate(problem, choice, { sized: true }).value).toBeCloseTo(outcome.value, 6);
      problem.hours.forEach((_, p) => {
        const balance = new Map<number, number>();
        const put = (place: number, amount: number): void => void balance.set(place, (balance.get(place) ?? 0) + amount);
        for (const [i, taken] of outcome.taken) {
          expect(taken[p]).toBeLessThanOrEqual((problem.sources[i]?.available[p] ?? 0) + 1e-6);
          put(problem.sources[i]?.place ?? -1, taken[p] ?? 0);
        }
        for (const [j, given] of outcome.delivered) {
          expect(given[p]).toBeLessThanOrEqual((problem.customers[j]?.need[p] ?? 0) + 1e-6);
          put(problem.customers[j]?.place ?? -1, -(given[p] ?? 0));
        }
        for (const [e, flow] of outcome.flows) {
          expect(Math.abs(flow[p] ?? 0)).toBeLessThanOrEqual((problem.sizes[outcome.trenches.get(e) ?? -1]?.capacity ?? 0) + 1e-6);
          put(problem.edges[e]?.a ?? -1, -(flow[p] ?? 0));
          put(problem.edges[e]?.b ?? -1, flow[p] ?? 0);
        }
        for (const left of balance.values()) expect(Math.abs(left)).toBeLessThan(1e-6);
      });
    }
  });

  it('are the same each time', () => {
    for (const problem of cases.slice(0, 20)) expect(searchNetwork(problem, EFFORT)).toEqual(searchNetwork(problem, EFFORT));
  });
});

describe('a network', () => {
  const problem = (metres: number): NetworkProblem => ({
    places: ['source', 'customer'],
    edges: [{ a: 0, b: 1, metres }],
    sources: [{ id: 's', place: 0, cost: 150, available: [1000], fixed: 0 }],
    customers: [{ id: 'c', place: 1, worth: 800, need: [500], fixed: 20_000 }],
    hours: [8760],
    sizes: [
      { dn: 50, lines: 1, capacity: 400, perMetre: 400 },
      { dn: 80, lines: 1, capacity: 900, perMetre: 520 },
    ],
  });

  it('is dug where the margin pays for the trench, with the pipe that carries the load', () => {
    const { outcome } = searchNetwork(problem(1000), EFFORT);
    expect(outcome.trenches).toEqual(new Map([[0, 1]]));
    expect(outcome.value).toBeCloseTo(4380 * 650 - 520_000 - 20_000, 6);
  });

  it('steps down to a smaller pipe where the trench is long: the last hours are not worth it', () => {
    const { outcome } = searchNetwork(problem(5200), EFFORT);
    expect(outcome.trenches).toEqual(new Map([[0, 0]]));
    expect(outcome.delivered.get(0)).toEqual([400]);
  });

  it('is not dug where it does not pay', () =>
    expect(searchNetwork(problem(9000), EFFORT).outcome).toMatchObject({ value: 0, trenches: new Map() }));

  it('needs no trench between a source and a customer at one place', () => {
    const { edges: _, ...rest } = problem(1);
    const together: NetworkProblem = { ...rest, edges: [], customers: rest.customers.map((one) => ({ ...one, place: 0 })) };
    expect(searchNetwork(together, EFFORT).outcome.value).toBeCloseTo(4380 * 650 - 20_000, 6);
  });

  it('does without whom somebody switched off', () =>
    expect(searchNetwork(problem(1000), EFFORT, { sourcesOff: new Set([0]), customersOff: new Set() }).outcome.value).toBe(0));

  it('refuses trenches in a circle', () => {
    const circle: NetworkProblem = {
      ...problem(1),
      edges: [
        { a: 0, b: 1, metres: 1 },
        { a: 1, b: 0, metres: 2 },
      ],
    };
    expect(() => forestOf(circle, [0, 1])).toThrow(/circle/);
  });
});
