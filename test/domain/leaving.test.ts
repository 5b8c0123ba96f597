import { expect, it } from 'vitest';
import { leavingOf } from '../../server/domain/leaving.ts';

const pair = (surplus: string, need: string, via: readonly string[] = []) => ({
  surplus,
  need,
  giver: surplus.slice(0, 1),
  taker: need.slice(0, 1),
  score: 1,
  via,
});
const before = [pair('A1', 'B1'), pair('A1', 'C1'), pair('D1', 'B1'), pair('D2', 'E1', ['A'])];

it('where the smelter leaves, its matches are lost and who lived off it alone is stranded', () => {
  const told = leavingOf('A', before, [pair('D1', 'B1')], []);
  expect(told.lost).toEqual([before[0], before[1], before[3]]);
  expect(told.stranded.map(({ flow, company }) => [flow, company])).toEqual([
    ['C1', 'C'],
    ['D2', 'D'],
    ['E1', 'E'],
  ]);
  expect(told.affected.find(({ flow }) => flow === 'B1')?.next).toEqual([pair('D1', 'B1')]);
});
it('never names a flow of the company that leaves as stranded, nor a match with it as what comes next', () => {
  const told = leavingOf('B', before, before, []);
  expect(told.affected.every(({ company }) => company !== 'B')).toBe(true);
  expect(told.affected.flatMap(({ next }) => next).every(({ giver, taker }) => giver !== 'B' && taker !== 'B')).toBe(true);
});
it('lists the exchanges that run with the company today', () => {
  const exchange = { id: 'x', from: 'A', to: 'B', words: 'damp', stated: null, unit: null, annual: null, source: null };
  expect(leavingOf('B', [], [], [exchange, { ...exchange, id: 'y', to: 'C' }]).exchanges).toEqual([exchange]);
});
