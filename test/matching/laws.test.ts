import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeCluster } from '../../bench/matching/cluster.ts';
import type { Company } from '../../server/domain/company.ts';
import type { Flow } from '../../server/domain/flow.ts';
import type { Match, MatchRun } from '../../server/domain/match.ts';
import { aCompany, aNeed, aSurplus, sureOf, tonnes } from './makers.ts';
import { checkOf, degrees, pairOf, reference, run } from './known.ts';

const resources = [...reference.resources.values()];
const leaves = resources.filter(({ leaf }) => leaf);
const PAIRS = [
  ['mat.wood.bark', 'mat.prod.boilerfuel', 'material'],
  ['en.heat.water_80', 'en.need.dh', 'heat'],
  ['en.heat.datacenter', 'en.need.greenhouse', 'heat'],
  ['mat.gas.o2', 'mat.prod.oxygen', 'gas'],
  ['mat.mineral.microsilica', 'mat.prod.scm', 'material'],
  ['wat.condensate', 'wat.need.boiler', 'water'],
] as const;
const month = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 12, maxLength: 12 }).filter((list) => list.some((one) => one > 0));
const profile = month.map((list) => list.map((one) => one / list.reduce((sum, value) => sum + value, 0)));
const orNot = <One>(one: fc.Arbitrary<One>): fc.Arbitrary<One | null> => fc.option(one, { nil: null, freq: 2 });
const facts = fc.record({
  temperature: orNot(fc.integer({ min: -20, max: 300 }).map(degrees)),
  annual: orNot(fc.double({ min: 0.01, max: 1e5, noNaN: true }).map(tonnes)),
  profile: orNot(profile),
  quality: orNot(fc.integer({ min: 1, max: 99 }).map((share) => `fukt ${share} %`)),
  sharing: fc.constantFrom('cluster' as const, 'own' as const, 'facilitator' as const),
});
const situation = fc.record({
  pair: fc.constantFrom(...PAIRS),
  surplus: facts,
  need: facts.chain((one) =>
    orNot(fc.integer({ min: 5, max: 90 })).map((limit) => ({ ...one, quality: limit === null ? null : `fukt under ${limit} %` })),
  ),
  km: orNot(fc.double({ min: 0, max: 400, noNaN: true })),
});
type Situation = typeof situation extends fc.Arbitrary<infer One> ? One : never;

const BASE = { lat: 59, lon: 10 };
/** Degrees of latitude for a distance, by the radius that the distance is measured with. */
const northOf = (km: number): { readonly lat: number; readonly lon: number } => ({
  lat: BASE.lat + (km / 6371.0088) * (180 / Math.PI),
  lon: BASE.lon,
});

function judge({ pair, surplus, need, km }: Situation): Match {
  const [given, taken, kind] = pair;
  return pairOf(
    run(
      [aCompany('A', { place: BASE }), aCompany('B', { place: km === null ? null : northOf(km) })],
      [
        aSurplus({ words: 'gitt', kind, resources: sureOf(given), ...surplus }),
        aNeed({ words: 'tatt', kind, resources: sureOf(taken), ...need }),
      ],
    ),
  );
}
const failed = (match: Match): Match['checks'] => match.checks.filter(({ verdict }) => verdict === 'fail');

/** The situation with a share of the one named change made; null where it is not a number. */
function changed(one: Situation, match: Match, share: number): Situation | null {
  const change = failed(match)[0]?.change ?? null;
  if (change === null || typeof change.to !== 'number' || typeof change.from !== 'number') return null;
  const to = change.from + share * (change.to - change.from);
  const side = change.flow === 's' ? 'surplus' : 'need';
  if (change.field === 'temperature') return { ...one, [side]: { ...one[side], temperature: degrees(to) } };
  if (change.field === 'quantity') return { ...one, [side]: { ...one[side], annual: tonnes(to) } };
  if (change.field === 'distance') return { ...one, km: to };
  if (change.field === 'quality.moisture') return { ...one, surplus: { ...one.surplus, quality: `fukt ${to} %` } };
  return null;
}

describe('laws of a pair', () => {
  it('the named smallest change makes a refused pair pass, nine tenths of it does not', () => {
    let met = 0;
    fc.assert(
      fc.property(situation, (one) => {
        const match = judge(one);
        if (failed(match).length !== 1) return;
        const [enough, almost] = [changed(one, match, 1 + 1e-9), changed(one, match, 0.9)];
        if (enough === null || almost === null) return;
        met += 1;
        expect(failed(judge(enough))).toEqual([]);
        expect(failed(judge(almost))).not.toEqual([]);
      }),
      { seed: 4, numRuns: 600 },
    );
    expect(met).toBeGreaterThan(40);
  });

  it('where two checks fail both are named and no single change is', () => {
    let met = 0;
    fc.assert(
      fc.property(situation, (one) => {
        const fails = failed(judge(one));
        if (fails.length < 2) return;
        met += 1;
        expect(fails.every(({ change }) => change === null)).toBe(true);
      }),
      { seed: 5, numRuns: 300 },
    );
    expect(met).toBeGreaterThan(20);
  });

  it('filling an unknown with a value that passes never lowers the score', () => {
    let met = 0;
    fc.assert(
      fc.property(situation, situation, (one, other) => {
        const match = judge(one);
        const fill = (key: 'temperature' | 'annual' | 'profile'): Situation[] => {
          if (one.surplus[key] !== null && one.need[key] !== null) return [];
          const [surplus, need] = [one.surplus[key] ?? other.surplus[key], one.need[key] ?? other.need[key]];
          return surplus === null || need === null
            ? []
            : [{ ...one, surplus: { ...one.surplus, [key]: surplus }, need: { ...one.need, [key]: need } }];
        };
        const filled = [
          ...fill('temperature'),
          ...fill('annual'),
          ...fill('profile'),
          ...(one.km === null && other.km !== null ? [{ ...one, km: other.km }] : []),
        ];
        for (const more of filled) {
          const then = judge(more);
          const became = then.checks.find((check, i) => check.verdict === 'pass' && match.checks[i]?.verdict === 'unknown');
          if (became === undefined) continue;
          met += 1;
          expect(then.score).toBeGreaterThanOrEqual(match.score - 1e-12);
        }
      }),
      { seed: 6, numRuns: 500 },
    );
    expect(met).toBeGreaterThan(40);
  });

  it('telling where both are, near enough to pass, never lowers the score', () => {
    let met = 0;
    fc.assert(
      fc.property(situation, fc.double({ min: 0, max: 150, noNaN: true }), (one, km) => {
        const [match, then] = [judge({ ...one, km: null }), judge({ ...one, km })];
        if (checkOf(then, 'distance').verdict !== 'pass') return;
        met += 1;
        expect(then.score).toBeGreaterThanOrEqual(match.score - 1e-12);
      }),
      { seed: 7, numRuns: 300 },
    );
    expect(met).toBeGreaterThan(40);
  });
});

const classified = (seed: number): { readonly companies: readonly Company[]; readonly flows: readonly Flow[] } => {
  const { companies, flows } = makeCluster(8, 8, 'cluster', resources, seed);
  return {
    companies,
    flows: flows.map((flow, i) => ({ ...flow, resources: sureOf(leaves[(i * 37 + seed * 11) % leaves.length]?.id ?? 'mat') })),
  };
};
const text = (found: MatchRun): string => JSON.stringify(found);

describe('laws of a cluster', () => {
  it('the order of companies and flows changes nothing, to the byte', () => {
    for (const seed of [1, 2, 3]) {
      const { companies, flows } = classified(seed);
      const turned = { companies: companies.toReversed(), flows: flows.toSorted((a, b) => (a.words < b.words ? -1 : 1)) };
      expect(text(run(turned.companies, turned.flows))).toBe(text(run(companies, flows)));
    }
  });

  it('there is no match inside one company unless asked for', () => {
    const { companies, flows } = classified(4);
    const all = run(companies, flows);
    expect([...all.matches, ...all.refused].some(({ giver, taker }) => giver === taker)).toBe(false);
    const inside = run(companies, flows, true);
    expect([...inside.matches, ...inside.refused].some(({ giver, taker }) => giver === taker)).toBe(true);
  });

  it('scores lie between 0 and 1, are the product of their parts, and fall down the list', () => {
    const { companies, flows } = classified(5);
    const { matches } = run(companies, flows);
    expect(matches.length).toBeGreaterThan(20);
    matches.forEach(({ score, parts }, i) => {
      expect(score).toBeGreaterThan(0);
      expect(score).toBeLessThanOrEqual(1);
      expect(parts.reduce((product, { value, weight }) => product * value ** weight, 1)).toBeCloseTo(score, 12);
      expect(score).toBeLessThanOrEqual(matches[i - 1]?.score ?? 1);
    });
  });

  it('a match that passes has no failed check, a refused one has', () => {
    const { companies, flows } = classified(6);
    const { matches, refused } = run(companies, flows);
    expect(matches.every((match) => failed(match).length === 0)).toBe(true);
    expect(refused.every((match) => failed(match).length > 0)).toBe(true);
    expect(matches.every((match) => checkOf(match, 'sharing').verdict === 'pass')).toBe(true);
  });
});
