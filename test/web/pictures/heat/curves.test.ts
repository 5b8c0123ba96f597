import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kelvin } from '../../../../server/domain/temperature.ts';
import { cascade } from '../../../../server/heat/cascade.ts';
import { grandComposite } from '../../../../server/heat/curves.ts';
import { closestOf, temperaturesAt } from '../../../../web/pictures/heat/closest.ts';
import { compositeShape, temperatureSpan } from '../../../../web/pictures/heat/compositeShape.ts';
import { pocketsOf } from '../../../../web/pictures/heat/pockets.ts';
import { aStream } from './aHeatPage.ts';

const TEN = kelvin(10);
const many = fc
  .array(
    fc.record({
      top: fc.integer({ min: 20, max: 300 }),
      drop: fc.integer({ min: 1, max: 150 }),
      heat: fc.integer({ min: 1, max: 5000 }),
      hot: fc.boolean(),
      soft: fc.boolean(),
    }),
    { minLength: 2, maxLength: 9 },
  )
  .map((rows) =>
    rows.map(({ top, drop, heat, hot, soft }, i) =>
      hot ? aStream(`h${i}`, top, top - drop, heat, { soft }) : aStream(`c${i}`, top - drop, top, heat),
    ),
  );

describe('composite curves on the picture', () => {
  it('overlap by what can be recovered and end apart by what must be supplied', () =>
    fc.assert(
      fc.property(many, (streams) => {
        const targets = cascade(streams, TEN);
        const { hot, cold, left, recovered, supplied } = compositeShape(streams, targets);
        const all = streams.reduce((sum, one) => sum + one.heat, 0);
        if (cold.length === 0 || hot.length === 0) return;
        expect(cold[0]?.heat).toBeCloseTo(left, 6);
        expect((cold.at(-1)?.heat ?? 0) - (hot.at(-1)?.heat ?? 0)).toBeCloseTo(supplied, 6);
        expect(left + recovered).toBeCloseTo(hot.at(-1)?.heat ?? 0, 6);
        expect(left).toBeGreaterThanOrEqual(targets.coldUtility - 1e-9 * all);
      }),
      { seed: 11, numRuns: 200 },
    ));

  it('come exactly as close as the approach where heat is both lacking and left', () => {
    const streams = [aStream('offgas', 150, 60, 1200), aStream('dryer', 70, 170, 1000)];
    const targets = cascade(streams, TEN);
    const { hot, cold, closest } = compositeShape(streams, targets);
    expect(targets.kind).toBe('pinch');
    expect((closest?.hot ?? 0) - (closest?.cold ?? 0)).toBeCloseTo(10, 6);
    expect(closestOf(hot, cold)).toEqual(closest);
  });

  it('are never closer than the approach', () =>
    fc.assert(
      fc.property(
        many.map((streams) => streams.map((one) => ({ ...one, soft: false }))),
        (streams) => {
          const { closest } = compositeShape(streams, cascade(streams, TEN));
          if (closest !== null) expect(closest.hot - closest.cold).toBeGreaterThanOrEqual(10 - 1e-6);
        },
      ),
      { seed: 12, numRuns: 200 },
    ));

  it('have no closest place where they do not lie over each other', () =>
    expect(
      closestOf(
        [
          { temperature: 30, heat: 0 },
          { temperature: 50, heat: 10 },
        ],
        [],
      ),
    ).toBeNull());

  it('tell both temperatures of a step', () => {
    const curve = [
      { temperature: 20, heat: 0 },
      { temperature: 40, heat: 100 },
      { temperature: 60, heat: 100 },
      { temperature: 80, heat: 200 },
    ];
    expect(temperaturesAt(curve, 100)).toEqual({ low: 40, high: 60 });
    expect(temperaturesAt(curve, 50)).toEqual({ low: 30, high: 30 });
    expect(temperaturesAt(curve, 201)).toBeNull();
  });

  it('stand on a temperature axis that reaches down to zero, or below it for cold stores', () => {
    expect(temperatureSpan([])).toEqual({ from: 0, to: 100 });
    expect(
      temperatureSpan([
        [
          { temperature: -20, heat: 0 },
          { temperature: 5, heat: 1 },
        ],
      ]),
    ).toEqual({ from: -20, to: 5 });
  });
});

describe('pockets of the grand composite', () => {
  it('are found where a hotter stretch can serve a colder one', () => {
    // 300 kW at the top falls to nothing at 100 °C; on the way it rises again between 180 and 140.
    const curve = [
      { temperature: 220, heat: 300 },
      { temperature: 180, heat: 100 },
      { temperature: 140, heat: 200 },
      { temperature: 100, heat: 0 },
      { temperature: 60, heat: 150 },
    ];
    const [pocket, ...others] = pocketsOf(curve);
    expect(others).toEqual([]);
    expect(pocket).toEqual([
      { temperature: 180, heat: 100 },
      { temperature: 140, heat: 200 },
      { temperature: 120, heat: 100 },
    ]);
  });

  it('begin and end at one amount of heat', () =>
    fc.assert(
      fc.property(many, (streams) => {
        for (const pocket of pocketsOf(grandComposite(cascade(streams, TEN)))) {
          expect(pocket.length).toBeGreaterThanOrEqual(2);
          expect(pocket[0]?.heat).toBeCloseTo(pocket.at(-1)?.heat ?? Number.NaN, 6);
        }
      }),
      { seed: 13, numRuns: 200 },
    ));
});
