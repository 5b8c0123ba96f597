import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { balancesOf } from '../../server/balance/balance.ts';
import { coverageOf } from '../../server/balance/coverage.ts';
import { yieldsOf } from '../../server/balance/yields.ts';
import type { Flow } from '../../server/domain/flow.ts';

const LIMITS = { over: 1.1, unexplained: 0.25, slip: 1000, least: 1, good: 0.8, some: 0.4 };
const amount = (likely: number, unit: 't' | 'MWh' | 'm3' = 't') => ({ low: likely, likely, high: likely, unit });

type Given = { id: string; way: 'in' | 'out'; t?: number; unit?: 't' | 'MWh' | 'm3'; process?: string | null; role?: Flow['role'] };
const aFlow = ({ id, way, t, unit = 't', process = null, role = 'unknown' }: Given): Flow => ({
  id, company: 'c', site: null, process, direction: way, role, words: id, resources: [], wasteCode: null, stated: t === undefined ? null : { value: t }, unit,
  annual: t === undefined ? null : amount(t, unit), temperature: null, temperatureReturn: null, hours: null, profile: null, price: null, dataQuality: null,
  quality: null, comment: null, period: null, sharing: 'cluster', source: null,
}); // prettier-ignore

describe('in against out', () => {
  it('what the processes take in and give off adds up to the company, whatever the order of the rows', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            way: fc.constantFrom('in' as const, 'out' as const),
            t: fc.integer({ min: 1, max: 10_000 }),
            unit: fc.constantFrom('t' as const, 'MWh' as const),
            process: fc.constantFrom('A', 'B', null),
          }),
          { minLength: 1, maxLength: 12 },
        ),
        (rows) => {
          const flows = rows.map((row, index) => aFlow({ id: `f${index}`, ...row }));
          const { balances } = balancesOf(flows, LIMITS);
          for (const unit of ['t', 'MWh'] as const) {
            const own = balances.filter((one) => one.unit === unit);
            const whole = own.find(({ process }) => process === null);
            const parts = own.filter(({ process }) => process !== null);
            if (whole === undefined || parts.length === 0) continue;
            expect(parts.reduce((sum, { into }) => sum + into, 0)).toBeCloseTo(whole.into, 6);
            expect(parts.reduce((sum, { unexplained }) => sum + unexplained, 0)).toBeCloseTo(whole.unexplained, 6);
          }
          expect(balancesOf(flows.toReversed(), LIMITS)).toEqual({ balances, uncounted: [] });
        },
      ),
      { seed: 6, numRuns: 100 },
    ));

  it('finds the kilograms that were written as tonnes, and nothing where the balance closes', () => {
    const flows = [
      aFlow({ id: 'quartz', way: 'in', t: 5000 }),
      aFlow({ id: 'metal', way: 'out', t: 4200 }),
      aFlow({ id: 'dust', way: 'out', t: 300_000 }),
    ];
    const [whole] = balancesOf(flows, LIMITS).balances;
    expect(whole).toMatchObject({ verdict: 'over', proposals: [{ flow: 'dust', amount: 300, unit: 't' }] });
    const mended = [...flows.slice(0, 2), aFlow({ id: 'dust', way: 'out', t: 300 })];
    expect(balancesOf(mended, LIMITS).balances[0]).toMatchObject({ verdict: 'closed', proposals: [] });
  });

  it('every proposal closes the balance that it is made for', () =>
    fc.assert(
      fc.property(
        fc.array(fc.record({ way: fc.constantFrom('in' as const, 'out' as const), t: fc.integer({ min: 1, max: 1_000_000 }) }), {
          minLength: 2,
          maxLength: 6,
        }),
        (rows) => {
          const flows = rows.map((row, index) => aFlow({ id: `f${index}`, ...row }));
          for (const { flow, amount: to } of balancesOf(flows, LIMITS).balances[0]?.proposals ?? []) {
            const mended = flows.map((one) => (one.id === flow ? { ...one, annual: amount(to) } : one));
            expect(balancesOf(mended, LIMITS).balances[0]?.verdict).toBe('closed');
          }
        },
      ),
      { seed: 6, numRuns: 200 },
    ));

  it('never mixes tonnes, megawatt-hours and cubic metres, and names what it does not count', () => {
    const { balances, uncounted } = balancesOf(
      [
        aFlow({ id: 'water', way: 'in', t: 900, unit: 'm3' }),
        aFlow({ id: 'power', way: 'in', t: 10, unit: 'MWh' }),
        aFlow({ id: 'sludge', way: 'out', t: 3 }),
        aFlow({ id: 'oil', way: 'out' }),
      ],
      LIMITS,
    );
    expect(balances.map(({ unit, into, out, verdict }) => [unit, into, out, verdict])).toEqual([
      ['t', 0, 3, 'oneSided'],
      ['MWh', 10, 0, 'oneSided'],
    ]);
    expect(uncounted.map(({ flow, why }) => [flow, why])).toEqual([
      ['oil', 'noAmount'],
      ['water', 'otherUnit'],
    ]);
  });
});

it('a fillet line that gets 45 t out of 100 t of whitefish is within what is typical, and one that gets 70 is above', () => {
  const typical = {
    id: 'y',
    branch: 'whitefish',
    name: { nb: 'Filet', en: 'Fillet' },
    unit: 't',
    low: 0.35,
    likely: 0.45,
    high: 0.55,
    evidence: 'judgement',
    source: 'judgement',
  };
  const flows = (product: number) => [
    aFlow({ id: 'fish', way: 'in', t: 100, process: 'Filet' }),
    aFlow({ id: 'ice', way: 'in', t: 400, process: 'Filet' }),
    aFlow({ id: 'fillet', way: 'out', t: product, process: 'Filet', role: 'product' }),
  ];
  const standing = (product: number) =>
    yieldsOf(flows(product), (id) => id === 'fish', [typical]).map((one) => [one.process, one.value, one.against[0]?.standing]);
  expect(standing(45)).toEqual([
    [null, 0.45, 'within'],
    ['Filet', 0.45, 'within'],
  ]);
  expect(standing(70)[1]).toEqual(['Filet', 0.7, 'above']);
});

it('a company without flows is not screened; one whose flows all have amounts and meanings is screened well', () => {
  const guess = [{ resource: 'mat.wood.bark', weight: 1, how: 'name' as const }];
  const known = [1, 2, 3].map((n) => ({ ...aFlow({ id: `f${n}`, way: 'out', t: n }), resources: guess }));
  expect(coverageOf([], () => false, LIMITS).grade).toBe('none');
  expect(coverageOf(known, () => false, LIMITS)).toMatchObject({ grade: 'good', shares: { quantity: { stated: 3, of: 3 } } });
  // Warm flows without a temperature can be matched with nothing.
  expect(coverageOf(known, () => true, LIMITS).grade).toBe('little');
});
