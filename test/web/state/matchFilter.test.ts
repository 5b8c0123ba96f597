import { describe, expect, it } from 'vitest';
import type { MatchRow } from '../../../server/contract/leads.ts';
import { choicesOf, filterMatches, sortMatches } from '../../../web/state/matchFilter.ts';
import { matrixOf } from '../../../web/state/matchMatrix.ts';
import { readNumber } from '../../../web/state/readNumber.ts';

const aMatch = (over: Partial<MatchRow> = {}): MatchRow => ({
  surplus: 's',
  need: 'n',
  via: [],
  surplus_words: 'Bark',
  need_words: 'Brensel',
  giver: 'A',
  giver_name: 'Sagbruket',
  taker: 'B',
  taker_name: 'Varmeverket',
  resource: 'Bark',
  group: 'Tre',
  score: 0.5,
  tie: 1,
  volume: null,
  nok_per_year: null,
  t_co2e_per_year: null,
  distance_km: null,
  certainty: 'low',
  checks: [],
  lead: null,
  declined: null,
  ...over,
});
const worth = (likely: number) => ({ low: likely / 2, likely, high: likely * 2 });
const shown = (rows: readonly MatchRow[], query: Record<string, string>) =>
  filterMatches(rows, choicesOf(query)).rows.map(({ surplus }) => surplus);

describe('the match table', () => {
  const rows = [
    aMatch({ surplus: 'near', distance_km: 3, nok_per_year: worth(1_000), certainty: 'high' }),
    aMatch({
      surplus: 'far',
      distance_km: 90,
      nok_per_year: worth(9_000),
      certainty: 'medium',
      giver: 'C',
      resource: 'Slam',
      group: 'Slam',
    }),
    aMatch({ surplus: 'unknown' }),
    aMatch({ surplus: 'followed', lead: { id: 'l', stage: 'study', overdue: false } }),
  ];
  it('shows what fits every choice; what is not known passes no limit', () => {
    expect(shown(rows, {})).toEqual(['near', 'far', 'unknown', 'followed']);
    expect(shown(rows, { km: '10' })).toEqual(['near']);
    expect(shown(rows, { nok: '1 000' })).toEqual(['near', 'far']);
    expect(shown(rows, { resource: 'Slam' })).toEqual(['far']);
    expect(shown(rows, { company: 'C' })).toEqual(['far']);
    expect(shown(rows, { stage: 'none' })).toEqual(['near', 'far', 'unknown']);
    expect(shown(rows, { stage: 'study' })).toEqual(['followed']);
    expect(shown(rows, { certainty: 'medium' })).toEqual(['near', 'far']);
    expect(shown(rows, { certainty: 'high', km: 'tull' })).toEqual(['near']);
  });
  it('hides what got a no, with a count, unless it came back or is asked for', () => {
    const no = { reason: 'economy' as const, text: null, at: '2026-01-01T00:00:00Z' };
    const moved = [{ field: 'nok' as const, what: 'figure' as const, from: 1, to: 9, unit: 'NOK/y' }];
    const declined = [aMatch({ surplus: 'no', declined: { ...no, moved: [] } }), aMatch({ surplus: 'back', declined: { ...no, moved } })];
    expect(filterMatches(declined, choicesOf({}))).toMatchObject({ rows: [{ surplus: 'back' }], hidden: 1 });
    expect(shown(declined, { declined: 'yes' })).toEqual(['no', 'back']);
  });
  it('sorts by each column with what is not known last, and keeps the ranking among equals', () => {
    expect(sortMatches(rows, 'nok').map(({ surplus }) => surplus)).toEqual(['far', 'near', 'unknown', 'followed']);
    expect(sortMatches(rows, 'distance').map(({ surplus }) => surplus)).toEqual(['near', 'far', 'unknown', 'followed']);
    expect(sortMatches(rows, 'certainty').map(({ surplus }) => surplus)).toEqual(['near', 'far', 'unknown', 'followed']);
  });
  it('as a matrix counts the matches of two companies and tells the best, adding up none', () => {
    const matrix = matrixOf([...rows, aMatch({ nok_per_year: worth(4_000) })], 'company', 1, '?');
    expect(matrix.rows).toEqual([{ key: 'C', name: 'Sagbruket' }]);
    expect(matrix.cut).toBe(true);
    expect(matrixOf([...rows, aMatch({ nok_per_year: worth(4_000) })], 'company', 9, '?').cell('A', 'B')).toEqual({
      count: 4,
      best: 4_000,
    });
    expect(matrixOf(rows, 'resource', 9, '?').rows.map(({ key }) => key)).toEqual(['Slam', 'Tre']);
  });
});

it('reads a number as a Norwegian or English person types it', () => {
  expect(['1 200,5', '−3', '', ' ', '1.5', 'ca. 4', '1e3'].map(readNumber)).toEqual([1200.5, -3, null, null, 1.5, 'wrong', 'wrong']);
});
