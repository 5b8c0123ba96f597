import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { whatMoved, whetherBack } from '../../server/domain/declined.ts';
import type { Range, Snapshot } from '../../server/domain/lead.ts';
import { CHECKS } from '../../server/domain/match.ts';

const aSnapshot = (over: Partial<Snapshot> = {}): Snapshot => ({
  volume: { low: 80, likely: 100, high: 120, unit: 't' },
  nok: { low: 10_000, likely: 20_000, high: 40_000 },
  co2: { low: 1, likely: 2, high: 3 },
  distanceKm: 12,
  checks: CHECKS.map((check) => ({ check, verdict: 'pass' })),
  ...over,
});

describe('a match that got a no', () => {
  it('stays away while every deciding value lies in the range it had', () => {
    const now = aSnapshot({ volume: { low: 100, likely: 119, high: 150, unit: 't' }, nok: { low: 5_000, likely: 11_000, high: 90_000 } });
    expect(whetherBack(aSnapshot(), now)).toEqual({ kind: 'staysAway' });
  });
  it('comes back with the value that moved, from what to what', () => {
    const now = aSnapshot({ nok: { low: 40_000, likely: 55_000, high: 90_000 } });
    expect(whetherBack(aSnapshot(), now)).toEqual({
      kind: 'cameBack',
      moved: [{ field: 'nok', what: 'figure', from: 20_000, to: 55_000, unit: 'NOK/y' }],
    });
  });
  it('comes back when a value that was not known is, and not when one is known no longer', () => {
    expect(whatMoved(aSnapshot({ nok: null }), aSnapshot())).toMatchObject([{ field: 'nok', from: null, to: 20_000 }]);
    expect(whatMoved(aSnapshot(), aSnapshot({ nok: null, volume: null, co2: null, distanceKm: null }))).toEqual([]);
  });
  it('comes back when a check is judged otherwise', () => {
    const now = aSnapshot({ checks: CHECKS.map((check) => ({ check, verdict: check === 'law' ? 'fail' : 'pass' })) });
    expect(whatMoved(aSnapshot(), now)).toEqual([{ field: 'law', what: 'check', from: 'pass', to: 'fail', unit: null }]);
  });
  it('has no upper end to move beyond where more than a bound was never known', () => {
    const then = aSnapshot({ volume: { low: 100, likely: null, high: null, unit: 't' } });
    expect(whatMoved(then, aSnapshot({ volume: { low: 800, likely: 900, high: 1_000, unit: 't' } }))).toEqual([]);
    expect(whatMoved(then, aSnapshot({ volume: { low: 80, likely: 90, high: 99, unit: 't' } }))).toHaveLength(1);
  });
  it('told in another unit has moved', () =>
    expect(whatMoved(aSnapshot(), aSnapshot({ volume: { low: 80, likely: 100, high: 120, unit: 'MWh' } }))).toHaveLength(1));

  it('comes back if and only if a deciding value moved beyond its range', () => {
    const range: fc.Arbitrary<Range | null> = fc.option(
      fc
        .tuple(fc.integer({ min: -1_000, max: 1_000 }), fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 500 }))
        .map(([low, up, more]) => ({ low, likely: low + up, high: low + up + more })),
    );
    const verdict = fc.constantFrom('pass' as const, 'warn' as const, 'unknown' as const);
    const snapshot: fc.Arbitrary<Snapshot> = fc
      .record({ volume: range, nok: range, co2: range, distanceKm: fc.option(fc.constantFrom(1, 2)), verdict })
      .map(({ volume, nok, co2, distanceKm, verdict: one }) => ({
        volume: volume === null ? null : { ...volume, unit: 't' },
        nok,
        co2,
        distanceKm,
        checks: [{ check: 'quality', verdict: one }],
      }));
    const outside = (then: Range | null, now: Range | null): boolean =>
      now !== null && (then === null || Number(now.likely) < then.low || Number(now.likely) > Number(then.high));
    fc.assert(
      fc.property(snapshot, snapshot, (then, now) => {
        const moved =
          outside(then.volume, now.volume) ||
          outside(then.nok, now.nok) ||
          outside(then.co2, now.co2) ||
          (now.distanceKm !== null && now.distanceKm !== then.distanceKm) ||
          then.checks[0]?.verdict !== now.checks[0]?.verdict;
        expect(whetherBack(then, now).kind).toBe(moved ? 'cameBack' : 'staysAway');
        expect(whetherBack(then, then).kind).toBe('staysAway');
      }),
      { seed: 3, numRuns: 500 },
    );
  });
});
