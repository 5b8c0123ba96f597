import { describe, expect, it } from 'vitest';
import type { Flow } from '../../../server/domain/flow.ts';
import type { CheckName, CheckResult } from '../../../server/domain/match.ts';
import { aCompany, aNeed, aSurplus, sureOf, tonnes } from '../makers.ts';
import { checkOf, pairOf, run } from '../known.ts';

const BARK = sureOf('mat.wood.bark');
const FUEL = sureOf('mat.prod.boilerfuel');
const check = (name: CheckName, surplus: Partial<Flow>, need: Partial<Flow>, km = 1): CheckResult =>
  checkOf(
    pairOf(
      run(
        [aCompany('A', { place: { lat: 60, lon: 10 } }), aCompany('B', { place: { lat: 60 + km / 111.195, lon: 10 } })],
        [aSurplus({ words: 'a', resources: BARK, ...surplus }), aNeed({ words: 'b', resources: FUEL, ...need })],
      ),
    ),
    name,
  );
const month = (...share: readonly number[]): readonly number[] => Array.from({ length: 12 }, (_, at) => share[at] ?? 0);
const HEAT = { kind: 'heat', resources: sureOf('en.heat.water_80') } as const;
const HEATING = { kind: 'heat', resources: sureOf('en.need.dh') } as const;

describe('resource', () => {
  it('names the rule that lets bark be burned', () =>
    expect(check('resource', {}, {})).toMatchObject({ verdict: 'pass', reason: { code: 'resource.rule', values: { rule: 'SYN001' } } }));
  it('warns where only the words are alike', () =>
    expect(check('resource', { words: 'glipsk krymplut', resources: [] }, { words: 'krymplut til dekk', resources: [] })).toMatchObject({
      verdict: 'warn',
      reason: { code: 'resource.words' },
    }));
});

describe('time', () => {
  it('does not know without months', () => expect(check('time', {}, {}).verdict).toBe('unknown'));
  it('passes where most of the year falls together', () =>
    expect(check('time', { profile: month(0.5, 0.5) }, { profile: month(0.4, 0.6) }).verdict).toBe('pass'));
  it('lets bark wait in a store', () => expect(check('time', { profile: month(1) }, { profile: month(0, 1) }).verdict).toBe('warn'));
  it('refuses summer heat for a winter need, with the share that would have to move', () =>
    expect(check('time', { ...HEAT, profile: month(0, 0, 0, 0, 0, 0, 1) }, { ...HEATING, profile: month(1) })).toMatchObject({
      verdict: 'fail',
      change: { field: 'profile', from: 0, to: 0.1 },
    }));
});

describe('volume', () => {
  it('does not know without amounts', () => expect(check('volume', {}, {}).verdict).toBe('unknown'));
  it('passes 900 t for a need of 1,000 t', () =>
    expect(check('volume', { annual: tonnes(900) }, { annual: tonnes(1000) }).verdict).toBe('pass'));
  it('warns of a drop in a large need', () =>
    expect(check('volume', { annual: tonnes(5) }, { annual: tonnes(1000) }).verdict).toBe('warn'));
  it('refuses half a tonne a year, and says how much is the least', () =>
    expect(check('volume', { annual: tonnes(0.5) }, { annual: tonnes(1000) })).toMatchObject({
      verdict: 'fail',
      gap: { value: 0.5, unit: 't' },
      change: { field: 'quantity', flow: 's', to: 1 },
    }));
  it('keeps an amount that is only bounded from below as such a bound', () =>
    expect(check('volume', { annual: { low: 500, likely: null, high: null, unit: 't' } }, { annual: tonnes(1000) }).verdict).toBe('pass'));
});

describe('distance', () => {
  it('does not know without places', () => {
    const match = pairOf(run([aCompany('A', { place: null }), aCompany('B')], [aSurplus({ resources: BARK }), aNeed({ resources: FUEL })]));
    expect(checkOf(match, 'distance').verdict).toBe('unknown');
  });
  it('carries bark 50 km', () => expect(check('distance', {}, {}, 50).verdict).toBe('pass'));
  it('warns of 500 km', () => expect(check('distance', {}, {}, 500).verdict).toBe('warn'));
  it('refuses a heat pipe of 24 km, with the km that are too many', () =>
    expect(check('distance', HEAT, HEATING, 24)).toMatchObject({
      verdict: 'fail',
      gap: { value: expect.closeTo(4, 1), unit: 'km' },
      change: { field: 'distance', to: 20 },
    }));
});

describe('law', () => {
  it('asks for the flags of the rule', () =>
    expect(check('law', {}, {})).toMatchObject({ verdict: 'unknown', reason: { code: 'law.ask' } }));
  it('stops dead fish on its way into feed', () =>
    expect(
      check(
        'law',
        { words: 'ensilasje', resources: sureOf('mat.marine.ensilage2') },
        { words: 'ensilasje', resources: sureOf('mat.prod.fishfeed') },
      ),
    ).toMatchObject({
      verdict: 'fail',
      reason: { values: { flag: 'ABP2' } },
    }));
  it('lets the same fish into a biogas plant, with questions', () =>
    expect(check('law', { resources: sureOf('mat.marine.ensilage2') }, { resources: sureOf('mat.prod.biogasfeed') }).verdict).not.toBe(
      'fail',
    ));
});

describe('sharing', () => {
  it('refuses a flow that is kept to its own company, and says what to open', () =>
    expect(check('sharing', { sharing: 'own' }, {})).toMatchObject({
      verdict: 'fail',
      change: { field: 'sharing', from: 'own', to: 'facilitator' },
    }));
  it('names both and no single change where two checks fail', () => {
    const match = pairOf(
      run(
        [aCompany('A'), aCompany('B')],
        [aSurplus({ resources: BARK, sharing: 'own', annual: tonnes(0.1) }), aNeed({ resources: FUEL, annual: tonnes(100) })],
      ),
    );
    const failed = match.checks.filter(({ verdict }) => verdict === 'fail');
    expect(failed.map((one) => one.check)).toEqual(['volume', 'sharing']);
    expect(failed.every(({ change }) => change === null)).toBe(true);
  });
});
