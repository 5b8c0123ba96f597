// Weights chosen on the other cases, never on the one that is judged.
import { describe, expect, it } from 'vitest';
import { FITTED, leaveOneOut, trialsOf } from '../../bench/matching/leaveOneOut.ts';
import type { CaseResult } from '../../bench/matching/measures.ts';
import { readMatchTables } from '../../server/tasks/matchKnowledge.ts';

const result = (name: string, good: number): CaseResult => ({
  name,
  measures: { recall: 1, rprec: good, mrr: good, ndcg: good, ap: good, fifth: 1 },
  pairs: [],
});

describe('leaving one case out', () => {
  it('takes the trial that suits the others, however well another one suits the case itself', () => {
    const asItStands = [result('a', 0.9), result('b', 0.2), result('c', 0.2)];
    const other = [result('a', 0.1), result('b', 0.8), result('c', 0.8)];
    expect(leaveOneOut([asItStands, other]).map(({ trial }) => trial)).toEqual([1, 0, 0]);
  });
  it('counts a case in two languages as one', () => {
    const asItStands = [result('a-nb', 0.9), result('a-en', 0.9), result('b', 0.2)];
    const other = [result('a-nb', 0.1), result('a-en', 0.1), result('b', 0.8)];
    expect(leaveOneOut([asItStands, other]).map(({ trial }) => trial)).toEqual([1, 1, 0]);
  });
  it('tries each fitted row at both ends of its range, one at a time', () =>
    expect(trialsOf(readMatchTables().settings)).toHaveLength(1 + 2 * FITTED.length));
});
