import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LOCAL } from '../../server/domain/viewer.ts';
import { ageOf } from '../../server/domain/screeningAge.ts';

const aScreening = (said: { date?: string; period?: string; importedAt?: string }) => ({
  date: said.date ?? null,
  period: said.period ?? null,
  imported: { importId: 1, at: said.importedAt ?? '2026-01-15T10:00:00Z', who: LOCAL },
});

describe('the age of a screening', () => {
  it('counts from the day it was made, in whole months', () => {
    expect(ageOf(aScreening({ date: '2024-05-31' }), '2025-11-29', 18)).toEqual({ since: '2024-05-31', months: 17, checkAgain: false });
    expect(ageOf(aScreening({ date: '2024-05-31' }), '2025-11-30', 18)).toEqual({ since: '2024-05-31', months: 18, checkAgain: true });
  });
  it('counts from the end of the period where nobody says when it was made', () =>
    expect(ageOf(aScreening({ period: '2023' }), '2026-01-20', 18)).toEqual({ since: '2023-12-31', months: 24, checkAgain: true }));
  it('counts from the import where the period is not over, or not told', () => {
    expect(ageOf(aScreening({ period: '2026' }), '2026-03-15', 18).since).toBe('2026-01-15');
    expect(ageOf(aScreening({}), '2026-03-15', 18)).toEqual({ since: '2026-01-15', months: 2, checkAgain: false });
    expect(ageOf(aScreening({ period: '2025-01-01/2025-06-30' }), '2026-03-15', 18).since).toBe('2025-06-30');
    expect(ageOf(aScreening({ period: '2025-02' }), '2026-03-15', 18).since).toBe('2025-02-28');
  });
  it('is never negative, and never falls from one day to the next', () => {
    const day = fc.date({ min: new Date('2020-01-01'), max: new Date('2030-12-31'), noInvalidDate: true });
    const iso = (date: Date) => date.toISOString().slice(0, 10);
    fc.assert(
      fc.property(day, day, (made, today) => {
        const months = (now: Date) => ageOf(aScreening({ date: iso(made) }), iso(now), 18).months;
        const tomorrow = new Date(today.getTime() + 86_400_000);
        expect(months(today)).toBeGreaterThanOrEqual(0);
        expect([0, 1]).toContain(months(tomorrow) - months(today));
      }),
      { seed: 18 },
    );
  });
});
