import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Flow } from '../../server/domain/flow.ts';
import type { CheckResult, Match } from '../../server/domain/match.ts';
import { aCompany, aNeed, aSurplus, sureOf, tonnes } from './makers.ts';
import { checkOf, degrees, pairOf, run } from './known.ts';

const BASE = { lat: 59, lon: 10 };
const northOf = (km: number): { readonly lat: number; readonly lon: number } => ({
  lat: BASE.lat + (km / 6371.0088) * (180 / Math.PI),
  lon: BASE.lon,
});
const mwh = (likely: number): Flow['annual'] => ({ low: likely * 0.8, likely, high: likely * 1.25, unit: 'MWh' });
const KINDS = {
  heat: {
    given: { kind: 'heat', resources: sureOf('en.heat.water_80') },
    taken: { kind: 'heat', resources: sureOf('en.need.dh') },
    of: mwh,
  },
  bark: { given: { resources: sureOf('mat.wood.bark') }, taken: { resources: sureOf('mat.prod.boilerfuel') }, of: tonnes },
  oxygen: { given: { resources: sureOf('mat.gas.o2') }, taken: { resources: sureOf('mat.prod.oxygen') }, of: tonnes },
} as const;
type Kind = keyof typeof KINDS;

const pairAt = (kind: Kind, km: number, amount: number | null, temperature = 90): Match => {
  const { given, taken, of } = KINDS[kind];
  const annual = amount === null ? null : of(amount);
  const at = (value: number): Partial<Flow> => (kind === 'heat' ? { temperature: degrees(value) } : {});
  return pairOf(
    run(
      [aCompany('A', { place: BASE }), aCompany('B', { place: northOf(km) })],
      [aSurplus({ words: 'gitt', annual, ...given, ...at(temperature) }), aNeed({ words: 'tatt', annual, ...taken, ...at(60) })],
    ),
  );
};
const distance = (kind: Kind, km: number, amount: number | null): CheckResult => checkOf(pairAt(kind, km, amount), 'distance');
const reachOf = (check: CheckResult): number => Number(check.reason.values['reach']);

describe('how far it pays to carry', () => {
  it('lets 100 GWh of heat go farther than 5 GWh', () => {
    const [much, little] = [distance('heat', 1, 100_000), distance('heat', 1, 5000)];
    expect(much.verdict).toBe('pass');
    expect(reachOf(much)).toBeGreaterThan(2 * reachOf(little));
  });
  it('carries oxygen farther than bark', () =>
    expect(reachOf(distance('oxygen', 5, 5000))).toBeGreaterThan(reachOf(distance('bark', 5, 5000))));
  it('refuses 1 GWh of heat over 30 km, with the break-even and the km that are too many', () => {
    const check = distance('heat', 30, 1000);
    expect(check).toMatchObject({
      verdict: 'fail',
      reason: { code: 'distance.beyondBreakEven' },
      change: { field: 'distance', from: expect.closeTo(30, 6) },
    });
    expect(reachOf(check)).toBeLessThan(3);
    expect(check.gap?.value).toBeCloseTo(30 - Number(check.change?.to), 6);
  });
  it('asks for the price where the likely figures fall short but the range does not rule it out', () => {
    const { checks, questions } = pairAt('heat', 6, 3000);
    expect(checks.find(({ check }) => check === 'distance')).toMatchObject({ verdict: 'unknown', reason: { code: 'distance.perhaps' } });
    expect(questions.map(({ field }) => field)).toContain('price');
  });
  it('says that the reach is assumed where no amount is known', () =>
    expect(distance('heat', 12, null)).toMatchObject({ verdict: 'pass', reason: { code: 'distance.assumed', values: { reach: 20 } } }));

  it('agrees with the likely gain: it is 0 at the break-even, above it nearer and below it farther', () => {
    let met = 0;
    fc.assert(
      fc.property(
        fc.constantFrom<Kind>('heat', 'bark', 'oxygen'),
        fc.double({ min: 100, max: 1e5, noNaN: true }),
        fc.double({ min: 0, max: 60, noNaN: true }),
        (kind, amount, km) => {
          const reach = reachOf(distance(kind, km, amount));
          if (!(reach > 0.01)) return;
          met += 1;
          const gain = (share: number): number => pairAt(kind, reach * share, amount).nokPerYear?.likely ?? Number.NaN;
          expect(gain(0.9)).toBeGreaterThan(0);
          expect(gain(1.1)).toBeLessThan(0);
        },
      ),
      { seed: 7, numRuns: 100 },
    );
    expect(met).toBeGreaterThan(60);
  });

  it('passes where the named change is made, not at nine tenths of it', () => {
    let met = 0;
    fc.assert(
      fc.property(
        fc.constantFrom<Kind>('heat', 'bark', 'oxygen'),
        fc.double({ min: 1, max: 1e5, noNaN: true }),
        fc.double({ min: 0, max: 900, noNaN: true }),
        fc.integer({ min: 20, max: 110 }),
        (kind, amount, km, temperature) => {
          const fails = pairAt(kind, km, amount, temperature).checks.filter(({ verdict }) => verdict === 'fail');
          const change = fails[0]?.change;
          if (change?.field !== 'distance' || typeof change.to !== 'number') return;
          met += 1;
          const failsAt = (share: number): number =>
            pairAt(kind, km + share * (Number(change.to) - km), amount, temperature).checks.filter(({ verdict }) => verdict === 'fail')
              .length;
          expect(failsAt(1 + 1e-9)).toBe(0);
          expect(failsAt(0.9)).toBeGreaterThan(0);
        },
      ),
      { seed: 8, numRuns: 400 },
    );
    expect(met).toBeGreaterThan(40);
  });
});
