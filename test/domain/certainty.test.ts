import { expect, it } from 'vitest';
import { certaintyOf } from '../../server/domain/certainty.ts';
import { CHECKS } from '../../server/domain/match.ts';

const limits = { high: { unknown: 1, spread: 3 }, medium: { unknown: 3, spread: 10 } };
const of = (unknown: number, nok: readonly [number, number] | null) =>
  certaintyOf(
    {
      nok: nok === null ? null : { low: nok[0], likely: (nok[0] + nok[1]) / 2, high: nok[1] },
      checks: CHECKS.map((check, i) => ({ check, verdict: i < unknown ? 'unknown' : 'pass' })),
    },
    limits,
  );

it('is high where nearly every check is answered and the value is narrow, low where gain or loss is open', () => {
  expect(of(1, [100, 300])).toBe('high');
  expect(of(2, [100, 300])).toBe('medium');
  expect(of(1, [100, 900])).toBe('medium');
  expect(of(0, [-100, 300])).toBe('low');
  expect(of(0, null)).toBe('low');
  expect(of(4, [100, 100])).toBe('low');
  expect(of(0, [-300, -100])).toBe('high');
});
