import { describe, expect, it } from 'vitest';
import { judgePair } from '../../server/heat/judgePair.ts';
import { aHeatStream, parameters as p } from './aHeatStream.ts';

const surplus = (supply: number, target: number, kw: number, contribution?: number) => [
  aHeatStream({ id: 'give', supply, target, kw, kind: 'hot', ...(contribution === undefined ? {} : { contribution }) }),
];
const need = (supply: number, target: number, kw: number) => [aHeatStream({ id: 'take', supply, target, kw, kind: 'cold' })];

describe('a surplus and a need', () => {
  it('sends 90 °C condensate straight to a 60 °C wash line', () =>
    expect(judgePair(surplus(90, 40, 100), need(10, 60, 300), p)).toMatchObject({
      kind: 'direct',
      because: 'hotEnough',
      drop: 30,
      approach: 6,
      delivered: 100,
      shareOfSurplus: 1,
      change: null,
    }));

  it('lifts 40 °C cooling water to 80 °C with a heat pump and names the temperatures of its COP', () => {
    const verdict = judgePair(surplus(40, 30, 300), need(60, 80, 200), p);
    expect(verdict).toMatchObject({
      kind: 'heatPump',
      drop: -40,
      pump: { lift: 40, cop: { basis: 'carnot', temperatures: { sourceIn: 40, sinkOut: 80 } } },
    });
    expect(verdict.pump?.cop.value).toBeCloseTo((0.45 * 353.15) / 40, 9);
    expect(verdict.delivered).toBe(200);
    expect((verdict.pump?.taken ?? 0) + (verdict.pump?.electricity ?? 0)).toBeCloseTo(200, 9);
  });

  it('tells how many K a nearly warm enough surplus lacks, and what it preheats meanwhile', () =>
    expect(judgePair(surplus(90, 50, 100), need(60, 88, 100), p)).toMatchObject({
      kind: 'direct',
      because: 'preheats',
      direct: { share: 0.6 },
      change: { for: 'direct', kelvin: 4, needAt: 84, surplusAt: 94 },
    }));

  it('offers a heat pump with a warning where boiling at 100 °C is 2 K below the surplus: nothing passes by itself', () =>
    expect(
      judgePair(
        [aHeatStream({ supply: 102, target: 102, kw: 50, kind: 'hot' })],
        [aHeatStream({ supply: 100, target: 100, kw: 50, kind: 'cold' })],
        p,
      ),
    ).toMatchObject({
      kind: 'heatPump',
      pump: { warnings: ['smallLift'] },
      change: { for: 'direct', kelvin: 4 },
    }));

  it('refuses a lift beyond what machines do and says how much cooler the need would have to be', () =>
    expect(judgePair(surplus(20, 15, 100), need(100, 140, 200), p)).toMatchObject({
      kind: 'none',
      because: 'liftTooLarge',
      change: { for: 'heatPump', kelvin: 25, needAt: 115, surplusAt: 45 },
    }));

  it('refuses a sink above 160 °C', () =>
    expect(judgePair(surplus(100, 80, 100), need(150, 170, 200), p)).toMatchObject({
      kind: 'none',
      because: 'sinkTooHot',
      change: { kelvin: 10, needAt: 160, surplusAt: null },
    }));

  it('asks more of a surplus that passes through a closed water loop', () => {
    expect(judgePair(surplus(68, 40, 100), need(10, 60, 300), p).kind).toBe('direct');
    expect(judgePair(surplus(68, 40, 100), need(10, 60, 300), p, { loop: true })).toMatchObject({ approach: 10, change: { kelvin: 2 } });
  });

  it('keeps the wide approach of a gas', () =>
    expect(judgePair(surplus(75, 40, 100, 15), need(10, 60, 300), p)).toMatchObject({ approach: 18, drop: 15, change: { kelvin: 3 } }));

  it('says so where one of the two has no duty', () =>
    expect(judgePair(surplus(90, 40, 0), need(10, 60, 300), p)).toMatchObject({ kind: 'none', because: 'noHeat' }));

  it('takes steam as condensing first and condensate after', () => {
    const steam = [
      aHeatStream({ supply: 158.8, target: 158.8, kw: 500, kind: 'hot' }),
      aHeatStream({ supply: 158.8, target: 90, kw: 70, kind: 'hot' }),
    ];
    expect(judgePair(steam, need(60, 140, 1000), p)).toMatchObject({ kind: 'direct', delivered: 570 });
  });
});
