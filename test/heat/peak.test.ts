import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { monthlyCover, peakOf, simultaneousPeak, storeFor, storeVolume } from '../../server/heat/peak.ts';
import { parameters as p } from './aHeatStream.ts';

const flat = (value: number): number[] => Array.from({ length: 12 }, () => value);
const summerLow = [14, 12, 12, 9, 6, 4, 2, 3, 5, 8, 11, 14];

describe('peaks', () => {
  it('come together as 0.62 + 0.38/n', () => expect(simultaneousPeak([100, 100, 100, 100], p)).toBeCloseTo(400 * (0.62 + 0.095), 9));
  it('are never below the largest customer', () => expect(simultaneousPeak([1000, 1, 1, 1, 1], p)).toBe(1000));
  it('are whole for one customer, none for none', () => {
    expect(simultaneousPeak([250], p)).toBeCloseTo(250, 9);
    expect(simultaneousPeak([], p)).toBe(0);
  });
  it('are never under the hottest month', () => expect(peakOf([...flat(10).slice(0, 11), 500], 2700)).toBe(500));
});

describe('cover by month', () => {
  it('spills the summer and lacks the winter', () => {
    const cover = monthlyCover(summerLow, flat(8));
    expect(cover.covered[0]).toBe(8);
    expect(cover.spilled[6]).toBe(6);
    expect(cover.share[6]).toBe(1);
    expect(cover.year).toBeCloseTo(76 / 100, 9);
  });

  it('stores what lifts the cover, and says when nothing can', () => {
    expect(storeFor(summerLow, flat(8), 0.7)).toBe(0);
    const store = storeFor(summerLow, flat(8), 0.9) ?? 0;
    expect(store).toBeGreaterThanOrEqual(14 - 1e-6);
    expect(store).toBeLessThanOrEqual(20);
    expect(storeFor(summerLow, flat(8), 1)).toBeNull();
    expect(storeVolume(1, 55, p)).toBeCloseTo(1000 / (1.163 * 55), 9);
  });

  it('never needs a larger store for a smaller cover', () =>
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 12, maxLength: 12 }),
        fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 12, maxLength: 12 }),
        (load, supply) => {
          const [less, more] = [storeFor(load, supply, 0.8), storeFor(load, supply, 0.9)];
          if (more !== null) expect(less ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(more + 1e-6);
          if (less === null) expect(more).toBeNull();
        },
      ),
      { seed: 3, numRuns: 300 },
    ));
});
