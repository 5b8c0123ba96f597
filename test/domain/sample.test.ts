import { describe, expect, it } from 'vitest';
import { createSample, normalQuantile, percentiles } from '../../server/domain/sample.ts';

describe('the fixed sample', () => {
  it('draws the same for the same name, here and in another sample of the same seed', () => {
    const [one, other] = [createSample(), createSample()];
    expect(one.uniform('price.el')).toEqual(other.uniform('price.el'));
    expect(one.uniform('price.el')).toBe(one.uniform('price.el'));
  });

  it('covers every part of the range once, whatever the name', () => {
    const sample = createSample(50);
    for (const name of ['a', 'b', 'transport.winding']) {
      const sorted = [...sample.uniform(name)].sort((a, b) => a - b);
      sorted.forEach((draw, i) => expect(draw).toBeCloseTo((i + 0.5) / 50, 12));
    }
  });

  it('keeps different names apart: their draws hardly go together', () => {
    const sample = createSample(512);
    const [a, b] = [sample.normal('a'), sample.normal('b')];
    const together = a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0) / 512;
    expect(Math.abs(together)).toBeLessThan(0.15);
  });

  it('turns shares into standard normal deviations', () => {
    expect(normalQuantile(0.5)).toBe(0);
    expect(normalQuantile(0.9)).toBeCloseTo(1.2815515655, 7);
    expect(normalQuantile(0.01)).toBeCloseTo(-2.326347874, 6);
  });

  it('tells the 10th, 50th and 90th percentile', () => {
    expect(percentiles(Float64Array.from({ length: 101 }, (_, i) => 100 - i))).toEqual({ low: 10, likely: 50, high: 90 });
  });
});
