import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ENTRY_FACTS, ENTRY_FIELDS } from '../../../server/domain/entry.ts';
import type { EntryContent, EntryRow } from '../../../server/domain/entry.ts';
import { ENTRY_HEADERS } from '../../../server/domain/entryHeaders.ts';
import { ENTRY_DIALECT, entryText, textSource } from '../../../server/intake/entry/entryText.ts';
import { TEMPLATE } from '../../../server/intake/entry/template.ts';
import { knownColumn, readHeader } from '../../../server/intake/screening/columns.ts';
import { openFile } from '../../../server/intake/table/openFile.ts';
import type { RawRecord } from '../../../server/intake/table/types.ts';

const content = (rows: readonly EntryRow['cells'][]): EntryContent => ({
  cluster: 'Klynge',
  company: null,
  facts: { company: 'Øst AS', org_number: '', municipality: '', nace: '', activity: '' },
  rows: rows.map((cells, index) => ({ id: `r${index}`, cells, others: {}, question: null, flow: null })),
  decimal: null,
});

describe('what is typed', () => {
  it('stands in the text cell by cell as it was typed, and each row on the line that is told', async () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            resource: fc.constantFrom('Bark', 'Slam; våt', '"Aske"', 'To\nlinjer', '=1+1', ''),
            quantity: fc.constantFrom('1 200,5', 'ca. 500', '', '<5'),
            comment: fc.constantFrom('', 'a;b', "'"),
          }),
          { minLength: 1, maxLength: 6 },
        ),
        async (rows) => {
          const written = entryText(content(rows), 'nb');
          const kept = rows.filter((row) => Object.values(row).some((text) => text !== ''));
          expect(written.rows.map(({ id }) => id)).toEqual(rows.flatMap((row, index) => (kept.includes(row) ? [`r${index}`] : [])));
          if (kept.length === 0) return;
          const opened = await openFile(textSource('entry', written.text), ENTRY_DIALECT, knownColumn);
          expect(opened.outcome).toBe('tables');
          if (opened.outcome !== 'tables') return;
          const records: RawRecord[] = [];
          for await (const batch of opened.tables[0]?.records() ?? []) records.push(...batch);
          const column = written.headers.indexOf('Ressurs');
          expect(records.map(({ line }) => line)).toEqual(written.rows.map(({ line }) => line));
          expect(records.map(({ cells }) => cells[column])).toEqual(kept.map(({ resource }) => resource));
        },
      ),
      { seed: 6, numRuns: 60 },
    ));

  it.each([...ENTRY_FIELDS, ...ENTRY_FACTS])('%s is headed so that it is read back as what it is, in both languages', (field) => {
    for (const language of ['nb', 'en'] as const) expect(readHeader(ENTRY_HEADERS[field][language], () => false)?.field).toBe(field);
  });

  it('has every column of the template under a header that is known', () => {
    for (const { field } of TEMPLATE)
      for (const language of ['nb', 'en'] as const) expect(readHeader(ENTRY_HEADERS[field][language], () => false)).not.toBeNull();
  });
});
