import { describe, expect, it } from 'vitest';
import { carnotCop, judgePump, lorenzCop, pumpDuty, risingCops } from '../../server/heat/heatPump.ts';
import { celsius, kelvin, parameters as p } from './aHeatStream.ts';

const at = (sourceIn: number, sourceOut: number, sinkIn: number, sinkOut: number) => ({
  sourceIn: celsius(sourceIn),
  sourceOut: celsius(sourceOut),
  sinkIn: celsius(sinkIn),
  sinkOut: celsius(sinkOut),
});

describe('the COP of a heat pump', () => {
  it('is an efficiency on Carnot between source in and sink out', () =>
    expect(carnotCop(celsius(40), celsius(12), 0.4)).toBeCloseTo(4.473571428571428, 9));

  it('is an efficiency on Lorenz where both sides glide more than 15 K', () => {
    expect(lorenzCop(at(30, 20, 50, 80), 1)).toBeCloseTo(8.49, 2);
    const verdict = judgePump(at(45, 20, 50, 80), p);
    expect(verdict.possible && verdict.cop.basis).toBe('lorenz');
  });

  it('stays on Carnot where only one side glides', () => {
    const verdict = judgePump(at(30, 20, 50, 80), p);
    expect(verdict).toMatchObject({ possible: true, lift: 50, cop: { basis: 'carnot' }, warnings: [] });
    expect(verdict.possible && verdict.cop.value).toBeCloseTo(3.18, 2);
  });

  it('falls with the lift', () => {
    const cops = [10, 20, 40, 60, 90]
      .map((lift) => judgePump(at(40, 35, 30 + lift, 40 + lift), p))
      .map((verdict) => (verdict.possible ? verdict.cop.value : 0));
    expect(cops).toEqual(cops.toSorted((a, b) => b - a));
  });

  it('warns of two stages above 60 K and of few suppliers above 120 °C', () =>
    expect(judgePump(at(60, 55, 120, 130), p)).toMatchObject({ possible: true, warnings: ['twoStages', 'fewSuppliers'] }));

  it('balances source, electricity and sink', () => {
    const { delivered, taken, electricity } = pumpDuty(100, 1000, 4);
    expect(taken).toBeCloseTo(100, 9);
    expect(delivered).toBeCloseTo(133.333333, 5);
    expect(electricity).toBeCloseTo(delivered - taken, 9);
    expect(pumpDuty(100, 50, 4)).toEqual({ delivered: 50, taken: 37.5, electricity: 12.5 });
  });

  it('finds the row of a stated table whose COP rises with the lift', () =>
    expect(
      risingCops([
        { lift: kelvin(30), cop: 4 },
        { lift: kelvin(50), cop: 4.5 },
        { lift: kelvin(70), cop: 2.4 },
      ]),
    ).toEqual([{ at: 1, after: 0 }]));
});
