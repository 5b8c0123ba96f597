import { expect, it } from 'vitest';
import type { LivePair } from '../../../../server/contract/scenarios.ts';
import { allocatedRows, unitsIn } from '../../../../web/pictures/meeting/allocatedPicture.ts';

const aPair = (giver: string, taker: string, used: number | null, unit: 'MWh' | 't' = 'MWh'): LivePair => ({
  surplus: `${giver}1`,
  need: `${taker}1`,
  via: [],
  surplus_words: 'avgass',
  need_words: 'varme',
  giver,
  giver_name: giver,
  taker,
  taker_name: taker,
  resource: 'Avgass',
  group: unit === 't' ? 'Treflis' : 'Varme',
  resource_id: unit === 't' ? 'mat.wood' : 'en.heat.gas',
  score: 1,
  volume: null,
  nok_per_year: null,
  t_co2e_per_year: null,
  distance_km: null,
  used: used === null ? null : { low: used, likely: used, high: used, unit },
});
const names = { unknown: '?', receives: (company: string) => `${company} (mottar)` };

it('what goes into a resource comes out of it, and what runs the same way is one ribbon', () => {
  const pairs = [
    aPair('A', 'B', 10),
    aPair('A', 'C', 5),
    aPair('D', 'B', 7),
    aPair('A', 'B', 2),
    aPair('E', 'B', null),
    aPair('A', 'B', 3, 't'),
  ];
  const rows = allocatedRows(pairs, 'MWh', names);
  expect(rows.map(({ source, target, value }) => [source, target, value])).toEqual([
    ['A', 'Varme', 17],
    ['Varme', 'B (mottar)', 19],
    ['Varme', 'C (mottar)', 5],
    ['D', 'Varme', 7],
  ]);
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
});
it('offers the unit of most pairs first', () => {
  expect(unitsIn([[aPair('A', 'B', 1, 't'), aPair('A', 'C', 1, 't')], [aPair('A', 'B', 1)]])).toEqual(['t', 'MWh']);
});
