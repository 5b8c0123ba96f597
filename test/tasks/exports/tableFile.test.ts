import { readSheet } from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { tableFile } from '../../../server/tasks/exports/tableFile.ts';
import type { Table } from '../../../server/tasks/exports/tableFile.ts';

const table: Table = {
  name: 'Treff: a/b [nå] og et navn som er altfor langt for et ark',
  head: ['Navn', 'Mengde'],
  rows: [
    ['=HYPERLINK("http://x")', 1234.5],
    ['+47 900 00 000', null],
    ['-5', -5],
    ['Flis; "tørr"', 0],
  ],
};

describe('a table as CSV', () => {
  it('opens in Norwegian Excel: byte order mark, semicolons, decimal comma; unknown is empty and zero is zero', async () => {
    const { content, name, type } = await tableFile('Treff', [table], 'csv', ',');
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(content);
    expect(text).toBe('\uFEFFNavn;Mengde\r\n"\'=HYPERLINK(""http://x"")";1234,5\r\n\'+47 900 00 000;\r\n-5;-5\r\n"Flis; ""tørr""";0\r\n');
    expect([name, type]).toEqual(['Treff.csv', 'text/csv; charset=utf-8']);
  });
  it('names each table where there are several', async () => {
    const { content } = await tableFile(
      'To',
      [
        { ...table, name: 'En', rows: [] },
        { ...table, name: 'To', rows: [] },
      ],
      'csv',
      '.',
    );
    expect(new TextDecoder().decode(content)).toBe('En\r\nNavn;Mengde\r\n\r\nTo\r\nNavn;Mengde\r\n');
  });
});

it('as a workbook holds numbers as numbers and no text that could run', async () => {
  const { content } = await tableFile('Treff', [table], 'xlsx', ',');
  expect(await readSheet(Buffer.from(content))).toEqual([
    ['Navn', 'Mengde'],
    ['\'=HYPERLINK("http://x")', 1234.5],
    ["'+47 900 00 000", null],
    ['-5', -5],
    ['Flis; "tørr"', 0],
  ]);
});
