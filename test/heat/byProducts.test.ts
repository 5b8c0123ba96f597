import { describe, expect, it } from 'vitest';
import { judgeAbsorption, judgeOrc } from '../../server/heat/byProducts.ts';
import { avoided, electricityEmissions } from '../../server/heat/emissions.ts';
import { annuity, lcoh } from '../../server/heat/money.ts';
import { celsius, parameters as p } from './aHeatStream.ts';

describe('power and cold from heat that nobody uses', () => {
  it('offers no power below 100 °C and says how many K are missing', () =>
    expect(judgeOrc(celsius(90), celsius(15), 1000, p)).toEqual({ possible: false, because: 'tooCold', kelvin: 10 }));
  it('makes more of hotter heat', () => {
    const [cool, warm] = [judgeOrc(celsius(110), celsius(15), 1000, p), judgeOrc(celsius(180), celsius(15), 1000, p)];
    expect(cool.possible && warm.possible && warm.power > cool.power && cool.low < cool.power).toBe(true);
  });
  it('cools by half, single and double effect as the heat grows hotter', () => {
    expect(judgeAbsorption(celsius(60), 100, p)).toMatchObject({ possible: false, kelvin: 10 });
    expect(judgeAbsorption(celsius(75), 100, p)).toMatchObject({ effect: 'half', cold: 40 });
    expect(judgeAbsorption(celsius(90), 100, p)).toMatchObject({ effect: 'single', cold: 75 });
    expect(judgeAbsorption(celsius(160), 100, p)).toMatchObject({ effect: 'double', cold: 120 });
  });
});

describe('CO2e', () => {
  it('keeps the two bases of electricity apart', () => expect(electricityEmissions(1000, p)).toEqual({ physical: 15, residual: 402 }));
  it('takes the heat pump’s electricity off what it avoids, on each basis', () =>
    expect(avoided({ fuelTonnes: 200, pumpMwh: 300 }, p)).toEqual({ physical: 195.5, residual: 79.4 }));
});

describe('money', () => {
  it('repays straight at no interest', () => expect(annuity(0, 20)).toBe(0.05));
  it('keeps its digits at tiny rates', () => expect(annuity(1e-12, 20)).toBeCloseTo(0.05, 9));
  it('refuses no years', () => expect(() => annuity(0.05, 0)).toThrow(/years above 0/));
  it('levels cost over what is delivered', () => {
    const cost = { capex: 1e6, annuity: 0.09, fixedShare: 0.01, electricity: 20_000, heat: 30_000, deliveredMwh: 1000 };
    expect(lcoh(cost)).toBe(150);
    expect(lcoh({ ...cost, deliveredMwh: 0 })).toBeNull();
  });
});
