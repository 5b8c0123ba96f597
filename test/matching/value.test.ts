import { describe, expect, it } from 'vitest';
import type { Flow } from '../../server/domain/flow.ts';
import type { Match } from '../../server/domain/match.ts';
import { annuity } from '../../server/matching/worth/materialWorth.ts';
import { aCompany, aNeed, aSurplus, sureOf, tonnes } from './makers.ts';
import { degrees, pairOf, reference, run } from './known.ts';

const at = (km: number, given: string, taken: string, surplus: Partial<Flow> = {}, need: Partial<Flow> = {}): Match =>
  pairOf(
    run(
      [aCompany('A', { place: { lat: 60, lon: 10 } }), aCompany('B', { place: { lat: 60 + km / 111.195, lon: 10 } })],
      [
        aSurplus({ words: 'gitt', resources: sureOf(given), annual: tonnes(1000), ...surplus }),
        aNeed({ words: 'tatt', resources: sureOf(taken), annual: tonnes(4000), ...need }),
      ],
    ),
  );
const mwh = (likely: number): Flow['annual'] => ({ low: likely * 0.8, likely, high: likely * 1.25, unit: 'MWh' });
const heat = (km: number, temperature = 90): Match =>
  at(
    km,
    'en.heat.water_80',
    'en.need.dh',
    { kind: 'heat', annual: mwh(20_000), temperature: degrees(temperature) },
    { kind: 'heat', annual: mwh(30_000), temperature: degrees(60) },
  );

describe('what a match is worth', () => {
  it('moves what both can: the smaller amount', () =>
    expect(at(5, 'mat.mineral.microsilica', 'mat.prod.scm').volume).toEqual({ low: 1000, likely: 1000, high: 1000, unit: 't' }));

  it('has its low below its likely below its high, and lists the factors with their sources', () => {
    const { nokPerYear, co2PerYear, assumed } = at(5, 'mat.mineral.microsilica', 'mat.prod.scm');
    for (const figure of [nokPerYear, co2PerYear]) {
      expect(figure?.low).toBeLessThan(figure?.likely ?? 0);
      expect(figure?.likely).toBeLessThan(figure?.high ?? 0);
    }
    expect(assumed.map(({ factor }) => factor)).toContain('price.microsilica');
    expect(assumed.every(({ what, factor }) => factor !== null && what.values['source'] !== undefined)).toBe(true);
  });

  it('falls with every kilometre, in money and in CO2e', () => {
    const [near, far] = [at(5, 'mat.mineral.microsilica', 'mat.prod.scm'), at(200, 'mat.mineral.microsilica', 'mat.prod.scm')];
    expect(far.nokPerYear?.likely).toBeLessThan(near.nokPerYear?.likely ?? 0);
    expect(far.co2PerYear?.likely).toBeLessThan(near.co2PerYear?.likely ?? 0);
  });

  it('is less for heat that must be lifted than for heat that flows by itself', () => {
    expect(heat(2, 40).nokPerYear?.likely).toBeLessThan(heat(2, 90).nokPerYear?.likely ?? 0);
  });

  it('counts the pipe of heat by the kilometre', () => expect(heat(10).nokPerYear?.likely).toBeLessThan(heat(1).nokPerYear?.likely ?? 0));

  it('takes a stated price before a factor', () => {
    const sold = at(5, 'mat.mineral.microsilica', 'mat.prod.scm', { price: 3000 });
    const given = at(5, 'mat.mineral.microsilica', 'mat.prod.scm', { price: 0 });
    expect((given.nokPerYear?.likely ?? 0) - (sold.nokPerYear?.likely ?? 0)).toBeCloseTo(3_000_000, 3);
  });

  it('values power by what the grid would take for it, with no kilometre in it', () => {
    const power = (km: number): Match =>
      at(km, 'en.el.pv', 'en.el.need', { kind: 'electricity', annual: mwh(2000) }, { kind: 'electricity', annual: mwh(5000) });
    expect(power(1).assumed.map(({ factor }) => factor)).toEqual(expect.arrayContaining(['price.el.delivered', 'price.el.spot.no1']));
    expect(power(1).assumed.map(({ factor }) => factor)).not.toContain('alt.cold');
    expect(power(1).nokPerYear?.likely).toBe(power(4).nokPerYear?.likely);
    expect(power(1).co2PerYear?.likely).toBeCloseTo(0, 12);
  });

  it('values a fuel the same in tonnes as in MWh', () => {
    const lhv = reference.resources.get('mat.wood.bark')?.heatingValue?.value ?? Number.NaN;
    const exactly = (likely: number): Flow['annual'] => ({ low: likely, likely, high: likely, unit: 'MWh' });
    const [byMass, byEnergy] = [
      at(20, 'mat.wood.bark', 'mat.prod.boilerfuel'),
      at(20, 'mat.wood.bark', 'mat.prod.boilerfuel', { annual: exactly(1000 * lhv) }, { annual: exactly(4000 * lhv) }),
    ];
    expect(byEnergy.nokPerYear?.likely).toBeCloseTo(byMass.nokPerYear?.likely ?? Number.NaN, 0);
    expect(byEnergy.co2PerYear?.likely).toBeCloseTo(byMass.co2PerYear?.likely ?? Number.NaN, 3);
  });

  it('leaves hours of what is no service unvalued', () => {
    const hours = (likely: number): Flow['annual'] => ({ low: likely, likely, high: likely, unit: 'h' });
    expect(at(1, 'mat.wood.bark', 'mat.wood.bark', { annual: hours(900) }, { annual: hours(1200) })).toMatchObject({ nokPerYear: null });
  });

  it('converts cubic metres by the density of the resource, and says so', () => {
    const match = at(5, 'mat.wood.chips.cellulose', 'mat.prod.reductant', { annual: { low: 3000, likely: 3000, high: 3000, unit: 'lm3' } });
    expect(match.volume?.unit).toBe('lm3');
    expect(match.assumed.map(({ what }) => what.code)).toContain('assume.conversion');
  });

  it('invents nothing where an amount is missing', () =>
    expect(at(5, 'mat.mineral.microsilica', 'mat.prod.scm', { annual: null })).toMatchObject({
      volume: null,
      nokPerYear: null,
      co2PerYear: null,
      assumed: [],
    }));

  it('gives no upper end where the surplus has none and the need does not bound it', () => {
    const open = at(5, 'mat.mineral.microsilica', 'mat.prod.scm', { annual: { low: 1000, likely: null, high: null, unit: 't' } });
    expect(open).toMatchObject({ volume: { low: 1000, likely: null, high: null }, nokPerYear: null });
  });
});

describe('the annuity', () => {
  it('is 0.05102 at 3 % over 30 years and 0.06505 at 5 %', () => {
    expect(annuity(0.03, 30)).toBeCloseTo(0.05102, 5);
    expect(annuity(0.05, 30)).toBeCloseTo(0.06505, 5);
    expect(annuity(0, 20)).toBe(0.05);
  });
});
