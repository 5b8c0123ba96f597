import { describe, expect, it } from 'vitest';
import type { EntryContent, EntryRow } from '../../../server/domain/entry.ts';
import { withRenewedDates } from '../../../server/tasks/entries/renewDates.ts';

const row = (id: string, cells: EntryRow['cells'], flow: string | null = id): EntryRow => ({ id, cells, others: {}, question: null, flow });
const sheet = (rows: readonly EntryRow[]): EntryContent => ({
  cluster: 'Fjorden',
  company: 'c',
  facts: { company: 'Sag AS', org_number: '', municipality: '', nace: '', activity: '' },
  rows,
  decimal: null,
});
const old = { resource: 'Bark', quantity: '10', unit: 'tonn/år', site: 'Nordre', period: '2023' };
const other = { resource: 'Flis', quantity: '5', unit: 'tonn/år', site: 'Søndre', period: '2023' };
const dates = (content: EntryContent) => content.rows.map(({ others }) => Object.values(others));
const TODAY = '2026-11-25';

describe('the day of a screening that is changed in the grid', () => {
  const stored = sheet([row('a', old), row('b', other)]);
  it('is today where a row was changed, and stays where none was', () => {
    const changed = sheet([row('a', { ...old, quantity: '12' }), row('b', other)]);
    expect(dates(withRenewedDates(changed, [stored], TODAY))).toEqual([[TODAY], []]);
    expect(withRenewedDates(stored, [stored], TODAY)).toEqual(stored);
  });
  it('is today where a row was added or taken away', () => {
    expect(dates(withRenewedDates(sheet([row('a', old), row('b', other), row('n', other, null)]), [stored], TODAY))).toEqual([
      [],
      [TODAY],
      [TODAY],
    ]);
    const two = sheet([row('a', old), row('a2', { ...old, resource: 'Sagflis' })]);
    expect(dates(withRenewedDates(sheet([row('a', old)]), [two], TODAY))).toEqual([[TODAY]]);
  });
  it('is no change that the other language writes a word otherwise', () => {
    const english = sheet([row('a', { ...old, direction: 'out' })]);
    const norwegian = sheet([row('a', { ...old, direction: 'ut' })]);
    expect(withRenewedDates(english, [norwegian, english], TODAY)).toEqual(english);
  });
});
