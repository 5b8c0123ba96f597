import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Flow } from '../../../server/domain/flow.ts';
import { allocate, allocateGreedily, type Allocation } from '../../../server/matching/allocate/allocate.ts';
import { solveWithHighs } from '../../../server/tasks/solveWithHighs.ts';
import { aNeed, aSurplus } from '../makers.ts';
import { aMatch, asFlows, exactly, knowing, smallClusters, type SmallCluster } from './clusters.ts';
import { bestInWholeUnits, bestOfAllChoices } from './oracles.ts';

const allocated = (cluster: SmallCluster, objective: 'value' | 'co2e' | 'placed' = 'value'): Promise<Allocation> =>
  allocate(asFlows(cluster), objective, knowing(cluster.lot), solveWithHighs);
const close = (a: number | null, b: number): boolean => a !== null && Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(b));
const anyCluster = fc.oneof(smallClusters(false, [0, 1, 2, 3]), smallClusters(true, [0, 1.5, 2.5]));

async function equalToOracle(cluster: SmallCluster, oracle: (cluster: SmallCluster) => number): Promise<void> {
  const { objective } = await allocated(cluster);
  const best = oracle(cluster);
  expect(close(objective.value, best), `${objective.value} found, ${best} is best`).toBe(true);
  expect(objective.proved).toBe(true);
  expect(close(objective.bound, best)).toBe(true);
}

describe('the best whole, against every possibility tried', () => {
  it('is reached where a surplus is shared and lots have a least size', () =>
    fc.assert(
      fc.asyncProperty(smallClusters(false, [0, 2, 3]), (cluster) => equalToOracle(cluster, bestInWholeUnits)),
      { seed: 11, numRuns: 120 },
    ));
  it('is reached where heat comes and goes with the seasons', () =>
    fc.assert(
      fc.asyncProperty(smallClusters(true, [0]), (cluster) => equalToOracle(cluster, bestInWholeUnits)),
      { seed: 12, numRuns: 90 },
    ));
  it('is reached where seasons and least lots come together', () =>
    fc.assert(
      fc.asyncProperty(smallClusters(true, [1.5, 2, 2.5], 2), (cluster) => equalToOracle(cluster, bestOfAllChoices)),
      { seed: 13, numRuns: 90 },
    ));
});

describe('laws of every allocation', () => {
  const law = (name: string, seed: number, holds: (cluster: SmallCluster, answer: Allocation, flows: readonly Flow[]) => void): void =>
    it(name, () =>
      fc.assert(
        fc.asyncProperty(anyCluster, fc.constantFrom('value', 'co2e', 'placed'), async (cluster, objective) =>
          holds(cluster, await allocated(cluster, objective), asFlows(cluster).flows),
        ),
        { seed, numRuns: 80 },
      ),
    );

  law('never gives out more than a surplus holds', 21, (_, { allocations }, flows) => {
    for (const flow of flows) {
      const given = allocations.filter(({ surplus }) => surplus === flow.id);
      expect(given.reduce((sum, one) => sum + (one.quantity.likely ?? 0), 0)).toBeLessThanOrEqual((flow.annual?.likely ?? 0) + 1e-9);
      expect(given.reduce((sum, one) => sum + one.shareOfSurplus, 0)).toBeLessThanOrEqual(1 + 1e-9);
    }
  });
  law('never fills a need beyond what it takes', 22, (_, { allocations }, flows) => {
    for (const flow of flows) {
      const cubic = flow.annual?.unit === 'm3' ? 2 : 1;
      const taken = allocations.filter(({ need }) => need === flow.id).reduce((sum, one) => sum + cubic * (one.quantity.likely ?? 0), 0);
      expect(taken).toBeLessThanOrEqual((flow.annual?.likely ?? 0) + 1e-9);
    }
  });
  law('moves nothing under the least lot', 23, (cluster, { allocations }) => {
    for (const { quantity } of allocations) expect(quantity.likely).toBeGreaterThanOrEqual(cluster.lot - 1e-9);
  });
  law('is never beaten by the largest deal first, and never above its bound', 24, (_, { objective }) => {
    expect(objective.value ?? 0).toBeGreaterThanOrEqual((objective.greedy ?? 0) - 1e-9);
    expect(objective.value ?? 0).toBeLessThanOrEqual((objective.bound ?? 0) + 1e-9);
  });
  law('accounts for every surplus: given out and left make the whole', 25, (_, { allocations, unplaced }, flows) => {
    for (const flow of flows.filter(({ role }) => role === 'surplus')) {
      const given = allocations.filter(({ surplus }) => surplus === flow.id).reduce((sum, one) => sum + (one.quantity.likely ?? 0), 0);
      const left = unplaced.find((one) => one.flow === flow.id)?.quantity?.likely ?? 0;
      expect(given + left).toBeCloseTo(flow.annual?.likely ?? 0, 6);
    }
  });

  it('is the same, byte for byte, whatever the order of flows and matches', () =>
    fc.assert(
      fc.asyncProperty(anyCluster, fc.nat(), async (cluster, turn) => {
        const { flows, run } = asFlows(cluster);
        const mixed = <One>(list: readonly One[]): One[] =>
          list
            .map((one, at) => ({ one, key: (at * 7919 + turn) % 11 }))
            .toSorted((a, b) => a.key - b.key)
            .map(({ one }) => one);
        const other = await allocate(
          { flows: mixed(flows), run: { matches: mixed(run.matches), refused: [] } },
          'value',
          knowing(cluster.lot),
          solveWithHighs,
        );
        expect(JSON.stringify(other)).toBe(JSON.stringify(await allocated(cluster)));
      }),
      { seed: 31, numRuns: 40 },
    ));
});

const tonnes = (likely: number): Flow['annual'] => exactly(likely, 't');
/** A deal of `amount` at `each` NOK a tonne. */
const deal = (surplus: Flow, need: Flow, amount: number, each: number, score = 0.5) =>
  aMatch(surplus, need, { score, volume: exactly(amount, 't'), nokPerYear: exactly(amount * each, 'NOK/y'), co2PerYear: null });
const run = (...matches: ReturnType<typeof aMatch>[]) => ({ matches, refused: [] });

describe('what one more unit is worth', () => {
  it('raises the best whole by its price, where a surplus is short', async () => {
    const worth = async (amount: number): Promise<Allocation> => {
      const s = aSurplus({ id: 's', annual: tonnes(amount) });
      const [good, fair] = [aNeed({ id: 'good', annual: tonnes(4) }), aNeed({ id: 'fair', annual: tonnes(10) })];
      return allocate(
        { flows: [s, good, fair], run: run(deal(s, good, 4, 900), deal(s, fair, amount, 250)) },
        'value',
        knowing(1),
        solveWithHighs,
      );
    };
    const [now, more] = [await worth(8), await worth(9)];
    const price = now.shadowPrices?.find(({ flow }) => flow === 's');
    expect(price).toEqual({ flow: 's', perUnit: 250, unit: 'NOK/t' });
    expect((more.objective.value ?? 0) - (now.objective.value ?? 0)).toBeCloseTo(250, 6);
    // A tonne more of the good need takes a tonne from the fair one.
    expect(now.shadowPrices?.find(({ flow }) => flow === 'good')?.perUnit).toBeCloseTo(650, 6);
  });

  it('is an upper bound on what a little more of any flow brings, in every cluster without least lots', () =>
    fc.assert(
      fc.asyncProperty(
        fc.oneof(smallClusters(false, [0]), smallClusters(true, [0])),
        fc.constantFrom('value', 'co2e'),
        async (cluster, objective) => {
          const { flows, run: matches } = asFlows(cluster);
          const now = await allocate({ flows, run: matches }, objective, knowing(0), solveWithHighs);
          const more = 0.01;
          for (const { flow, perUnit } of now.shadowPrices ?? []) {
            const grown = flows.map((one) =>
              one.id === flow && one.annual !== null ? { ...one, annual: { ...one.annual, likely: (one.annual.likely ?? 0) + more } } : one,
            );
            const then = await allocate({ flows: grown, run: matches }, objective, knowing(0), solveWithHighs);
            const gained = (then.objective.value ?? 0) - (now.objective.value ?? 0);
            expect(gained).toBeLessThanOrEqual(perUnit * more + 1e-6);
            expect(gained).toBeGreaterThanOrEqual(-1e-6);
          }
        },
      ),
      { seed: 41, numRuns: 25 },
    ));
});

describe('what is left, and why', () => {
  const whyOf = async (flows: readonly Flow[], matches: ReturnType<typeof run>, lot = 1): Promise<Record<string, string>> =>
    Object.fromEntries(
      (await allocate({ flows, run: matches }, 'value', knowing(lot), solveWithHighs)).unplaced.map(({ flow, why }) => [flow, why]),
    );
  const s = aSurplus({ id: 's', annual: tonnes(10) });
  const n = aNeed({ id: 'n', annual: tonnes(4) });

  it('says that nobody takes a surplus without a match', async () => expect(await whyOf([s, n], run())).toEqual({ s: 'no taker' }));
  it('says that the taker is full, with the amount that is left', async () => {
    const { unplaced, allocations } = await allocate({ flows: [s, n], run: run(deal(s, n, 4, 100)) }, 'value', knowing(1), solveWithHighs);
    expect(allocations).toEqual([{ surplus: 's', need: 'n', via: [], quantity: exactly(4, 't'), shareOfSurplus: 0.4 }]);
    expect(unplaced).toEqual([{ flow: 's', quantity: exactly(6, 't'), why: 'taker full' }]);
  });
  it('gives nothing out at a loss', async () => expect(await whyOf([s, n], run(deal(s, n, 4, -5)))).toEqual({ s: 'not worth it' }));
  it('does not move less than the least lot', async () =>
    expect(await whyOf([s, n], run(deal(s, n, 4, 5)), 5)).toEqual({ s: 'below minimum lot' }));
  it('gives nothing out to a match that is only guessed, however much it would be worth', async () => {
    expect(await whyOf([s, n], run(deal(s, n, 4, 1e6, 0.05)))).toEqual({ s: 'only unlikely matches' });
    expect(await whyOf([s, n], run(deal(s, n, 4, 1, 0.9)))).toEqual({ s: 'taker full' });
  });
  it('keeps an unknown amount unknown, on both sides', async () => {
    const [dark, blank] = [aSurplus({ id: 'dark' }), aNeed({ id: 'blank' })];
    const answer = await allocate(
      { flows: [s, dark, blank], run: run(aMatch(dark, blank), aMatch(s, blank)) },
      'value',
      knowing(1),
      solveWithHighs,
    );
    expect(answer.unplaced).toEqual([
      { flow: 'blank', quantity: null, why: 'unknown amount' },
      { flow: 'dark', quantity: null, why: 'unknown amount' },
      { flow: 's', quantity: exactly(10, 't'), why: 'taker of unknown amount' },
    ]);
  });
  it('has no figure where no match knows the money, and still places by shares', async () => {
    const input = { flows: [s, n], run: run(aMatch(s, n, { volume: exactly(4, 't') })) };
    const value = await allocate(input, 'value', knowing(1), solveWithHighs);
    expect(value.objective).toEqual({ name: 'value', value: null, greedy: null, bound: null, proved: false });
    expect(value.unplaced.map(({ why }) => why)).toEqual(['value unknown']);
    expect((await allocate(input, 'placed', knowing(1), solveWithHighs)).objective.value).toBeCloseTo(0.4, 9);
  });
  it('tells summer heat that nobody wants in winter hours apart', async () => {
    const half = (first: number, second: number): number[] =>
      [first, second].flatMap((share) => Array.from({ length: 6 }, () => share / 6));
    const summer = aSurplus({ id: 's', kind: 'heat', annual: exactly(100, 'MWh'), profile: half(0.2, 0.8) });
    const winter = aNeed({ id: 'n', kind: 'heat', annual: exactly(100, 'MWh'), profile: half(1, 0) });
    const match = aMatch(summer, winter, { volume: exactly(100, 'MWh'), nokPerYear: exactly(9000, 'NOK/y') });
    const { allocations, unplaced } = await allocate({ flows: [summer, winter], run: run(match) }, 'value', knowing(1), solveWithHighs);
    expect(allocations[0]?.quantity.likely).toBeCloseTo(20, 9);
    expect(unplaced[0]?.why).toBe('out of season');
  });
});

describe('choices', () => {
  it('takes the likelier of two matches that are worth the same', async () => {
    const s = aSurplus({ id: 's', annual: tonnes(4) });
    const [a, b] = [aNeed({ id: 'a', annual: tonnes(4) }), aNeed({ id: 'b', annual: tonnes(4) })];
    const to = async (scoreA: number, scoreB: number): Promise<string | undefined> =>
      (
        await allocate(
          { flows: [s, a, b], run: run(deal(s, a, 4, 100, scoreA), deal(s, b, 4, 100, scoreB)) },
          'value',
          knowing(1),
          solveWithHighs,
        )
      ).allocations[0]?.need;
    expect(await to(0.2, 0.8)).toBe('b');
    expect(await to(0.8, 0.2)).toBe('a');
    expect(await to(0.5, 0.5)).toBe('a');
  });
  it('counts a waste once, whether it is used or handed to a treatment plant', async () => {
    const waste = aSurplus({ id: 'waste', role: 'waste', annual: tonnes(10) });
    const plant = aSurplus({ id: 'plant', company: 'C', annual: tonnes(100) });
    const need = aNeed({ id: 'need', annual: tonnes(7) });
    const { allocations } = await allocate(
      { flows: [waste, plant, need], run: run(deal(waste, need, 7, 300), deal(plant, waste, 10, 100)) },
      'value',
      knowing(1),
      solveWithHighs,
    );
    expect(allocations.map(({ surplus, quantity }) => [surplus, quantity.likely])).toEqual([
      ['plant', 3],
      ['waste', 7],
    ]);
  });
  it('falls back to the largest deal first, unproved, where the solver fails', async () => {
    const s = aSurplus({ id: 's', annual: tonnes(4) });
    const n = aNeed({ id: 'n', annual: tonnes(4) });
    const input = { flows: [s, n], run: run(deal(s, n, 4, 100)) };
    const answer = await allocate(input, 'value', knowing(1), () => Promise.resolve({ status: 'failed', told: 'out of memory' }));
    expect(answer.objective).toEqual({ name: 'value', value: 400, greedy: 400, bound: null, proved: false });
    expect(answer.shadowPrices).toBeNull();
    expect(allocateGreedily(input, 'value', knowing(1))).toEqual(answer);
  });
});
