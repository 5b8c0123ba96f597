import { assert, constantFrom, double, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Stated } from '../../server/domain/quantity.ts';
import { annualOf } from '../../server/domain/spread.ts';

const widths = { measured: 1.03, calculated: 1.1, estimated: 1.3, typical: 1.8, about: 1.15 };

describe('what a stated amount means', () => {
  it.each<[Stated, [number, number | null, number | null]]>([
    [{ value: 100 }, [100, 100, 100]],
    [{ min: 100, max: 200 }, [110, 150, 190]],
    [{ less_than: 10 }, [1, 5, 9]],
    [{ at_most: 10 }, [1, 5, 9]],
    [{ more_than: 10 }, [10, null, null]],
  ])('%j', (stated, [low, likely, high]) => expect(annualOf(stated, null, 1, 't', widths)).toEqual({ low, likely, high, unit: 't' }));
  it('spreads an approximate or estimated number evenly in ratio', () => {
    expect(annualOf({ value: 100 }, 'estimated', 1, 't', widths)).toEqual({ low: 100 / 1.3, likely: 100, high: 130, unit: 't' });
    expect(annualOf({ about: 100 }, 'measured', 1, 't', widths).high).toBeCloseTo(115);
  });
  it('keeps low, likely and high in order', () =>
    assert(
      property(
        double({ min: 0, max: 1e9, noNaN: true }),
        double({ min: 0, max: 1e9, noNaN: true }),
        constantFrom('measured' as const, 'typical' as const, null),
        (one, other, quality) => {
          for (const stated of [
            { value: one },
            { about: one },
            { min: Math.min(one, other), max: Math.max(one, other) },
            { at_most: one },
          ]) {
            const { low, likely, high } = annualOf(stated, quality, 0.001, 't', widths);
            expect(low).toBeLessThanOrEqual(likely ?? Number.NaN);
            expect(likely).toBeLessThanOrEqual(high ?? Number.NaN);
          }
        },
      ),
      { seed: 2, numRuns: 300 },
    ));
});
