import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ownUses } from '../../../server/tasks/member/ownUses.ts';

const bands = { size: [10, 100, 1_000, 10_000], distanceKm: [5, 20], leastCompanies: 3 };
type Pair = Parameters<typeof ownUses>[0]['matches'][number];
const annual = (likely: number) => ({ low: likely * 0.9, likely, high: likely * 1.1, unit: 't' as const });
const pair = (surplus: string, need: string, likely: number): Pair => ({ surplus, need, volume: annual(likely) });
const own = new Map([['bark', { annual: annual(500) }]]);
const uses = (matches: readonly Pair[], known: readonly string[] = []) =>
  ownUses({
    own,
    companyOf: (flow) => `owner of ${flow}`,
    matches,
    inFull: ({ need }) => known.includes(need),
    bands,
  });

describe('where a company’s own flows could go', () => {
  it('names a neighbour only once both said yes, and tells its amount in a band before', () => {
    const [partner, neighbour] = uses([pair('bark', 'boiler', 120), pair('bark', 'kiln', 42)], ['boiler']);
    expect(partner).toMatchObject({ other: 'owner of boiler', likely: 120 });
    expect(neighbour).toMatchObject({ other: null, from: 10, to: 100 });
    expect(neighbour?.likely).toBeCloseTo(Math.sqrt(1_000), 9);
  });
  it('gives no more than there is, best match first, and a neighbour’s flow once', () => {
    const found = uses([pair('bark', 'a', 450), pair('bark', 'b', 400), pair('bark', 'c', 300), pair('bark', 'a', 20)]);
    expect(found.reduce((sum, use) => sum + use.likely, 0)).toBeLessThanOrEqual(500 + 1e-9);
    expect(uses([pair('bark', 'a', 20), pair('bark', 'a', 20)])).toHaveLength(1);
  });
  it('passes over pairs whose amount is not known in the flow’s unit, and pairs within the company', () => {
    expect(uses([{ surplus: 'bark', need: 'a', volume: { ...annual(3), unit: 'MWh' } }])).toEqual([]);
    expect(uses([{ surplus: 'bark', need: 'a', volume: null }, pair('bark', 'bark', 3)])).toEqual([]);
  });
  it('tells the same of a neighbour wherever its amount lies within a band', () =>
    fc.assert(
      fc.property(fc.double({ min: 10, max: 99.9, noNaN: true }), fc.double({ min: 10, max: 99.9, noNaN: true }), (one, other) => {
        expect(uses([pair('bark', 'a', one), pair('bark', 'b', 3)])).toEqual(uses([pair('bark', 'a', other), pair('bark', 'b', 3)]));
      }),
      { seed: 6, numRuns: 100 },
    ));
});
