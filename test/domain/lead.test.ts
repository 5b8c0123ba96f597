import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { END_REASONS, MOVES, STAGES, isNo, isOverdue, mayMove } from '../../server/domain/lead.ts';
import type { Stage } from '../../server/domain/lead.ts';

const stage = fc.constantFrom(...STAGES);

describe('the stages of a lead', () => {
  it('lead from the idea to operation one step at a time, and nowhere by a jump', () => {
    const forward = ['idea', 'discussion', 'study', 'agreement', 'operating'] as const;
    forward.forEach((from, at) => forward.forEach((to, then) => expect(mayMove(from, to)).toBe(Math.abs(then - at) === 1)));
  });

  it('may end anywhere, and what ended starts again as an idea alone', () => {
    fc.assert(
      fc.property(stage, (from) => mayMove(from, 'ended') === (from !== 'ended')),
      { seed: 1 },
    );
    expect(MOVES.ended).toEqual(['idea']);
  });

  it('reach no stage but by legal moves, whatever is asked for', () => {
    fc.assert(
      fc.property(fc.array(stage, { maxLength: 30 }), (asked) => {
        const path = asked.reduce<Stage[]>((done, to) => (mayMove(done.at(-1) ?? 'idea', to) ? [...done, to] : done), ['idea']);
        // Operating is never reached without agreement, agreement never without study, study never without discussion.
        for (const [at, one] of path.entries()) {
          const before = path.slice(0, at);
          const needs: Partial<Record<Stage, Stage>> = { operating: 'agreement', agreement: 'study', study: 'discussion' };
          const first = needs[one];
          if (first !== undefined) expect(before).toContain(first);
        }
      }),
      { seed: 2 },
    );
  });
});

it('an overdue step is one whose day has passed while the lead runs', () => {
  expect(isOverdue({ stage: 'study', nextDate: '2026-03-01' }, '2026-03-02')).toBe(true);
  expect(isOverdue({ stage: 'study', nextDate: '2026-03-02' }, '2026-03-02')).toBe(false);
  expect(isOverdue({ stage: 'ended', nextDate: '2026-03-01' }, '2026-03-02')).toBe(false);
  expect(isOverdue({ stage: 'study', nextDate: null }, '2026-03-02')).toBe(false);
});

it('every reason but completion and double entry is a no to the match', () =>
  expect(END_REASONS.filter((one) => !isNo(one))).toEqual(['completed', 'duplicate']));
