import { describe, expect, it } from 'vitest';
import { funnelOverTime, reachedStages } from '../../server/domain/funnel.ts';
import type { Passage } from '../../server/domain/funnel.ts';

const passages: readonly Passage[] = [
  { lead: 'a', at: '2025-11-03T10:00:00Z', stage: 'idea' },
  { lead: 'a', at: '2025-11-20T10:00:00Z', stage: 'discussion' },
  { lead: 'b', at: '2026-01-05T10:00:00Z', stage: 'idea' },
  { lead: 'a', at: '2026-02-01T10:00:00Z', stage: 'ended' },
];

describe('the funnel over time', () => {
  it('counts each lead where it stood when the month closed, over the turn of the year and in months without change', () => {
    const months = funnelOverTime(passages, '2026-02');
    expect(months.map(({ month }) => month)).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
    expect(months.map(({ counts }) => [counts.idea, counts.discussion, counts.ended])).toEqual([
      [0, 1, 0],
      [0, 1, 0],
      [1, 1, 0],
      [1, 0, 1],
    ]);
  });
  it('does not depend on the order the history is handed over in', () =>
    expect(funnelOverTime(passages.toReversed(), '2026-02')).toEqual(funnelOverTime(passages, '2026-02')));
  it('is empty without leads', () => expect(funnelOverTime([], '2026-02')).toEqual([]));
  it('remembers how far each lead ever came', () =>
    expect(reachedStages(passages)).toEqual({ idea: 2, discussion: 1, study: 0, agreement: 0, operating: 0, ended: 1 }));
});
