import { describe, expect, it } from 'vitest';
import { pumpAcrossPinch } from '../../server/heat/acrossPinch.ts';
import { cascade } from '../../server/heat/cascade.ts';
import { durationCurve } from '../../server/heat/peak.ts';
import { aHeatStream, kelvin, rules as p } from './aHeatStream.ts';

describe('a heat pump across the pinch', () => {
  const streams = [
    aHeatStream({ supply: 80, target: 40, kw: 800 }),
    aHeatStream({ supply: 70, target: 110, kw: 600 }),
    aHeatStream({ supply: 20, target: 60, kw: 200 }),
  ];
  const targets = cascade(streams, kelvin(10));
  const pump = pumpAcrossPinch(targets, p);

  it('takes from below the pinch and gives above it', () => {
    const [pinch] = targets.pinches;
    expect(pump?.source).toBeLessThan(pinch?.shifted ?? 0);
    expect(pump?.sink).toBeGreaterThan(pinch?.shifted ?? 0);
  });

  it('saves no more than is lacking above and left below, and balances', () => {
    expect(pump?.delivered).toBeLessThanOrEqual(targets.hotUtility + 1e-9);
    expect(pump?.taken).toBeLessThanOrEqual(targets.coldUtility + 1e-9);
    expect((pump?.taken ?? 0) + (pump?.electricity ?? 0)).toBeCloseTo(pump?.delivered ?? 0, 9);
    expect(pump?.worth).toBeGreaterThan(0);
  });

  it('has no place in a threshold problem or where no machine lifts so far', () => {
    expect(
      pumpAcrossPinch(
        cascade([aHeatStream({ supply: 90, target: 40, kw: 500 }), aHeatStream({ supply: 20, target: 60, kw: 100 })], kelvin(10)),
        p,
      ),
    ).toBeNull();
    const apart = [aHeatStream({ supply: 20, target: 10, kw: 500 }), aHeatStream({ supply: 190, target: 220, kw: 100 })];
    expect(pumpAcrossPinch(cascade(apart, kelvin(10)), p)).toBeNull();
  });
});

it('sorts the months of a load into a duration curve that ends with the year', () => {
  const curve = durationCurve([5, 4, 3, 2, 1, 0, 0, 0, 1, 2, 3, 4]);
  expect(curve[0]).toEqual({ kilowatts: 5, hours: 744 });
  expect(curve.at(-1)).toEqual({ kilowatts: 0, hours: 8760 });
});
