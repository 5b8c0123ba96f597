import { expect, it } from 'vitest';
import { togetherOf } from '../../server/domain/together.ts';

it('two companies are told once with all that binds them, the closest first', () => {
  const pairs = togetherOf([
    { kind: 'exchange', what: 'Flis', id: null, companies: ['B', 'A'] },
    { kind: 'challenge', what: 'Slam', id: 'e1', companies: ['A', 'B', 'C'] },
    { kind: 'lead', what: 'Bark', id: 'l1', companies: ['C', 'C'] },
  ]);
  expect(pairs.map(({ a, b, ties }) => [a, b, ties.map(({ what }) => what)])).toEqual([
    ['A', 'B', ['Flis', 'Slam']],
    ['A', 'C', ['Slam']],
    ['B', 'C', ['Slam']],
  ]);
});
