import { describe, expect, it } from 'vitest';
import type { Company } from '../../../server/domain/company.ts';
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

describe('the duty to examine surplus heat', () => {
  const mwh = (likely: number): Flow['annual'] => ({ low: likely, likely, high: likely, unit: 'MWh' });
  const law = (
    giver: Partial<Company>,
    own: readonly Partial<Flow>[],
    pair: readonly [Partial<Flow>, Partial<Flow>] = [HEAT, HEATING],
  ): CheckResult =>
    checkOf(
      pairOf(
        run(
          [aCompany('A', giver), aCompany('B')],
          [
            aSurplus({ words: 'a', ...pair[0] }),
            aNeed({ words: 'b', ...pair[1] }),
            ...own.map((flow, at) => aNeed({ id: `x${at}`, company: 'A', role: 'input', ...flow })),
          ],
        ),
      ),
      'law',
    );
  const power = (annual: number, hours: number | null = null): Partial<Flow> => ({ kind: 'electricity', annual: mwh(annual), hours });

  it('is told to a smelter that takes in 25 MW, with status to check', () =>
    expect(law({}, [power(25 * 8760)])).toMatchObject({ verdict: 'unknown', reason: { values: { least: 20, flag: 'HWCB' } } }));
  it('adds power and fuel', () => {
    const oil = { resources: sureOf('mat.prod.gasfuel'), annual: mwh(8 * 8760) };
    expect(law({}, [power(15 * 8760), oil]).reason.code).toMatch(/^law\.dutyPlant/u);
    expect(law({}, [power(15 * 8760)]).reason.code).not.toMatch(/duty/u);
  });
  it('reckons with the hours it runs', () => {
    expect(law({}, [power(100_000, 4000)]).reason.code).toMatch(/^law\.dutyPlant/u);
    expect(law({}, [power(100_000)]).reason.code).not.toMatch(/duty/u);
  });
  it('does not count a need of heat beside the power that serves it', () =>
    expect(law({}, [power(12 * 8760), { kind: 'heat', role: 'need', annual: mwh(12 * 8760) }]).reason.code).not.toMatch(/duty/u));
  it.each([{ nace: '63.11' }, { nace: 'J63.110' }, { activity: 'Datasenter for skytjenester' }, { activity: 'Data centre' }])(
    'is told to a data centre of 3 MW, by %o',
    (giver) => {
      expect(law(giver, [power(3 * 8760)])).toMatchObject({ verdict: 'unknown', reason: { values: { least: 2 } } });
      expect(law(giver, [power(1.5 * 8760)]).reason.code).not.toMatch(/duty/u);
    },
  );
  it('is known of a data centre by the heat it gives off, where its power is not stated', () =>
    expect(law({ nace: '63.11' }, [], [{ ...HEAT, annual: mwh(40_000) }, HEATING]).reason.code).toMatch(/^law\.dutyData/u));
  it('is not told where 3 MW go into a sawmill, nor with bark from a large plant', () => {
    expect(law({ nace: '16.10', activity: 'Sagbruk' }, [power(3 * 8760)]).reason.code).not.toMatch(/duty/u);
    expect(law({}, [power(40 * 8760)], [{ resources: BARK }, { resources: FUEL }]).reason.code).not.toMatch(/duty/u);
  });
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
