import { describe, expect, it } from 'vitest';
import { cellsOf, codes, fixture, HEADERS, linesOf, readAll, THREE } from './reading.ts';

describe('delimiters and quotes', () => {
  it.each([
    'sep_line_comma.csv',
    'tabs.csv',
    'pipes.csv',
    'commas_with_quoted_decimals.csv',
    'whole_lines_quoted.csv',
    'some_lines_quoted_whole.csv',
  ])('reads the same three rows from %s', async (name) => {
    const cells = cellsOf(await readAll(fixture(name)));
    expect(cells.map((row) => row.map((cell) => cell.replace('3.5', '3,5')))).toEqual(THREE);
  });

  it('says that lines were quoted whole', async () => {
    expect(codes(await readAll(fixture('some_lines_quoted_whole.csv')))).toEqual(['table.lines.wrapped@3']);
  });

  it('takes a backslash before a quote for an escape also where the cells are even without', async () => {
    const reading = await readAll('Bedrift;Ressurs;Mengde\n"Lom \\"Skog\\" AS";Flis;10\nBeta;C:\\temp;20\n');
    expect(cellsOf(reading)).toEqual([
      ['Lom "Skog" AS', 'Flis', '10'],
      ['Beta', 'C:\\temp', '20'],
    ]);
  });

  it('keeps a delimiter inside single quotes, behind a space before the quote, and behind an escaped quote', async () => {
    expect(cellsOf(await readAll(fixture('single_quotes.csv')))[0]?.slice(0, 5)).toEqual([
      'Lunde; Bruk AS',
      '374690310',
      'Ås',
      'ut',
      'Bark; våt',
    ]);
    expect(cellsOf(await readAll(fixture('spaces_before_quotes.csv')))[0]?.slice(3, 6)).toEqual(['ut', 'Bark; våt', '']);
    expect(cellsOf(await readAll(fixture('backslash_escapes.csv')))[0]?.[4]).toBe('12" rør; brukt');
  });

  it('takes a quote inside a cell as a character', async () => {
    const reading = await readAll(fixture('stray_quotes_in_cells.csv'));
    const cells = cellsOf(reading);
    expect(codes(reading)).toEqual(['table.quote.stray@3']);
    expect(codes(await readAll('Bedrift;Mengde;Kommentar\nA;1;"x"\n"B" AS;2;"to\nlinjer"\n'))).toEqual(['table.quote.stray@3']);
    expect(cells[0]?.[4]).toBe('Rør 12" stål');
    expect(cells[1]?.[0]).toBe('"Myra" Meieri');
    expect(cells[1]?.[9]).toBe('kalt "mor"');
  });

  it.each(['unclosed_quote_first_cell.csv', 'unclosed_quote_last_cell.csv', 'unclosed_quote_closed_by_the_next.csv'])(
    'lets an open quote swallow no other row: %s',
    async (name) => {
      const reading = await readAll(fixture(name));
      expect(linesOf(reading)).toEqual([2, 3, 4, 5]);
      expect(cellsOf(reading)[1]?.[0]).toBe('Myra Meieri AS');
      expect(codes(reading)).toEqual(['table.quote.unclosed@3']);
    },
  );

  it('does so too when the quote stays open for a million rows', async () => {
    const rows = Array.from({ length: 60_000 }, (_, at) => `Bedrift ${at};${at};Ås;ut;Bark;;1;t;2024;`);
    rows[10] = `"${rows[10]}`;
    const reading = await readAll([HEADERS.join(';'), ...rows].join('\n'));
    expect(reading.tables[0]?.records.length).toBe(60_000);
    expect(codes(reading)).toEqual(['table.quote.unclosed@12']);
  });

  it('numbers lines as an editor does, whatever ends them, through cells of several lines', async () => {
    const text = 'Bedrift;Mengde;Kommentar\r\nA;1;"to\nlinjer"\r\n\r\nB;2;"tre\r\n\r\nlinjer"\nC;3;\rD;4;';
    for (const piece of [1, 3, 1_000]) expect(linesOf(await readAll(text, {}, piece))).toEqual([2, 5, 8, 9]);
    expect(linesOf(await readAll(`Bedrift;Mengde\r\nA;1\r\n${'\r\n'.repeat(20)}B;2\r\n\r\nC;3\r\n`))).toEqual([2, 23, 25]);
  });
});

describe('headers', () => {
  it('finds the header below a screenful of blank', async () => {
    expect(linesOf(await readAll(`${' '.repeat(200_000)}\n\nBedrift;Mengde\nA;1\n`))).toEqual([4]);
  });

  it('finds the header below titles, with a row of units or a second row of names under it', async () => {
    const units = await readAll(fixture('units_row_below_header.csv'));
    expect(units.tables[0]?.head.units).toEqual([null, null, null, 'tonn/år', '°C', 'kr/tonn']);
    expect(linesOf(units)).toEqual([3, 4]);
    const two = await readAll(fixture('two_row_header.csv'));
    expect(two.tables[0]?.head.headers).toEqual(['Bedriftsnavn', 'Org.nr', 'Materialstrøm', 'Retning', 'Mengde', 'Enhet']);
    const joined = await readAll('Bedrift;Ressurs;Temperatur;\n;;inn;ut\nA;Damp;160;90\n');
    expect(joined.tables[0]?.head.headers).toEqual(['Bedrift', 'Ressurs', 'Temperatur inn', 'Temperatur ut']);
    expect(joined.tables[0]?.head.headerLine).toBe(2);
  });

  it('takes titles with two filled cells for titles, not for a row of the header', async () => {
    const reading = await readAll('Klynge:;Fjord;;\nDato:;14.03.2024;;\nBedrift;Retning;Ressurs;Mengde\nA;ut;Bark;5\n');
    expect(reading.tables[0]?.head.preamble.map((record) => record.line)).toEqual([1, 2]);
    expect(reading.tables[0]?.head.headers).toEqual(['Bedrift', 'Retning', 'Ressurs', 'Mengde']);
  });

  it('asks when no line names the columns, unless a person says which line does', async () => {
    const asked = await readAll(fixture('no_header.csv'));
    expect([asked.outcome, codes(asked)]).toEqual(['ask', ['table.header.none@1']]);
    const told = await readAll('x;y\nA;1\n', { headerLine: 1 });
    expect([told.tables[0]?.head.headers, cellsOf(told)]).toEqual([['x', 'y'], [['A', '1']]]);
    expect(codes(await readAll('x;y\nA;1\n', { headerLine: 9 }))).toEqual(['table.header.line']);
  });

  it('reads a second table with other columns by itself, and leaves a repeated header among the rows', async () => {
    const two = await readAll(fixture('two_tables_below_each_other.csv'));
    expect(codes(two)).toEqual(['table.header.second@7']);
    expect(two.tables.map((table) => [table.head.headerLine, table.records.map((record) => record.line)])).toEqual([
      [2, [3, 4]],
      [7, [8]],
    ]);
    expect(two.tables[1]?.head.preamble.map((record) => record.line)).toEqual([6]);
    expect(linesOf(await readAll(fixture('repeated_header.csv')))).toEqual([2, 4, 5, 6, 7]);
  });

  it('says which full rows stand above the header, unread', async () => {
    const text = 'Kartlegging\nSted:;Ås;;\nA;ut;Bark;5\nBedrift;Retning;Ressurs;Mengde\nB;ut;Flis;6\n';
    const reading = await readAll(text);
    expect([codes(reading), linesOf(reading)]).toEqual([['table.header.above@3'], [5]]);
  });

  it('stops reading rows as flows below a header of other columns past the sample', async () => {
    const rows = Array.from({ length: 2_100 }, (_, at) => `A${at};ut;Bark;${at}`);
    const reading = await readAll(
      ['Bedrift;Retning;Ressurs;Mengde', ...rows, 'Ressurs;Bedrift;Temperatur;Enhet', 'Damp;A;90;kW'].join('\n'),
    );
    expect(codes(reading)).toEqual(['table.header.repeated@2102']);
    expect(reading.tables[0]?.records.filter((record) => record.problem !== undefined).map((record) => record.line)).toEqual([
      2_102, 2_103,
    ]);
  });

  it('says which names stand twice and that a header without rows is all there is', async () => {
    expect(codes(await readAll('Bedrift;Mengde;mengde\nA;1;2\n'))).toEqual(['table.header.twice@1']);
    expect(codes(await readAll(fixture('header_only.csv')))).toEqual(['table.noRecords@1']);
  });
});

describe('ragged rows', () => {
  it('warns of rows cut short and marks rows with cells left over, losing none', async () => {
    expect(codes(await readAll(fixture('short_rows.csv')))).toEqual(['table.cells.few@2']);
    const long = await readAll(fixture('long_rows.csv'));
    expect(codes(long)).toEqual(['table.cells.many@2']);
    expect(long.tables[0]?.records[0]).toMatchObject({ problem: 'table.cells.many' });
    expect(long.tables[0]?.records[0]?.cells.at(-1)).toBe(' ikke i juli');
    expect(codes(await readAll(fixture('commas_with_bare_decimals.csv')))).toEqual(['table.cells.many@3']);
  });

  it('takes trailing delimiters and a blank first column without a word', async () => {
    expect((await readAll(fixture('trailing_delimiters.csv'))).messages).toEqual([]);
    expect((await readAll(fixture('blank_first_column.csv'))).messages).toEqual([]);
  });

  it('lists a thousand of a kind and counts the rest', async () => {
    const reading = await readAll(`Bedrift;Mengde;Enhet\n${'A;1\n'.repeat(1_500)}`);
    expect(reading.messages.length).toBe(1_001);
    expect(reading.messages.at(-1)).toMatchObject({ code: 'table.more', values: { code: 'table.cells.few', count: 500, last: 1_501 } });
  });
});

describe('what is no table', () => {
  it.each([
    ['empty.csv', 'table.empty'],
    ['only_spaces.csv', 'table.empty'],
    ['page_as_table.xls', 'table.kind.html'],
    ['old_workbook.xls', 'table.kind.xls'],
    ['picture.csv', 'table.kind'],
    ['json.csv', 'table.kind'],
    ['zip_without_workbook.csv', 'table.workbook.zip'],
  ])('refuses %s with its reason', async (name, code) => {
    const reading = await readAll(fixture(name));
    expect([reading.outcome, codes(reading)]).toEqual(['refuse', [code]]);
  });

  it('refuses binary data, UTF-32, a line without end and a hundred thousand columns', async () => {
    expect(codes(await readAll(Uint8Array.from({ length: 5_000 }, (_, at) => (at * 7_919) % 23)))).toEqual(['table.kind.binary']);
    expect(codes(await readAll(Uint8Array.from([0xff, 0xfe, 0, 0, 65, 0, 0, 0])))).toEqual(['table.encoding.utf32']);
    expect(codes(await readAll('x'.repeat(3_000_000)))).toEqual(['table.record.long@1']);
    expect(codes(await readAll(`Bedrift;Mengde;${'a;'.repeat(100_000)}\nA;1\n`))).toEqual(['table.columns.many@1']);
  });

  it('hands on the start of a record that is too long, marked, and reads on after it', async () => {
    const reading = await readAll(`Bedrift;Mengde\nA;1\nB;${'x'.repeat(2_000_000)}\nC;3\n`);
    expect(linesOf(reading)).toEqual([2, 3, 4]);
    expect(reading.tables[0]?.records[1]?.problem).toBe('table.record.long');
    expect(codes(reading)).toEqual(['table.record.long@3']);
    expect(codes(await readAll(`Bedrift;Mengde\nA;${'x'.repeat(40_000)}\n`))).toEqual(['table.cell.long@2']);
  });
});

describe('workbooks', () => {
  it.each(['workbook_with_odd_cells.xlsx', 'workbook_named_csv.csv'])('reads every sheet with a header: %s', async (name) => {
    const reading = await readAll(fixture(name));
    expect(reading.tables.map((table) => [table.head.sheet, table.head.canonical, table.head.hidden])).toEqual([
      ['Strømmer & annet', true, false],
      ['Gammelt', true, true],
    ]);
    expect(reading.tables[0]?.records).toEqual([
      { line: 4, cells: ['Lunde Bruk AS', 'ut', 'Bark', '1234.567', 'tonn/år', '2024-03-15', 'TRUE'], numbers: [3] },
      { line: 5, cells: ['Lunde Bruk AS', 'ut', '  Sagflis', '#DIV/0!', 'tonn/år', '', ''] },
      { line: 7, cells: ['Myra Meieri AS', 'inn', 'Damp', '=2*3', 'GWh/år', '2024', 'to\nlinjer'], numbers: [5] },
      { line: 8, cells: ['Øvre Sag AS', 'ut', 'Flis', '12.3', 'fm3/år', '', ''], numbers: [3] },
    ]);
    expect(reading.tables[1]?.records[0]?.cells[3]).toBe('0.0000001');
    expect(codes(reading)).toEqual(['table.sheet.merged@4', 'table.cell.formula@7', 'table.sheet.hidden', 'table.sheet.skipped@1']);
  });

  it('reads the sheet that a person named, and asks back when there is none of that name', async () => {
    const bytes = fixture('workbook_with_odd_cells.xlsx');
    expect((await readAll(bytes, { sheet: 'Gammelt' })).tables.length).toBe(1);
    const asked = await readAll(bytes, { sheet: 'Ark1' });
    expect(asked.messages[0]).toMatchObject({ code: 'table.sheet.unknown', values: { expected: 'Veiledning, Strømmer & annet, Gammelt' } });
  });

  it('refuses a damaged workbook and one whose directory promises more than may be unpacked', async () => {
    const bytes = fixture('workbook_with_odd_cells.xlsx');
    expect(codes(await readAll(bytes.subarray(0, bytes.length - 30)))).toEqual(['table.workbook.damaged']);
    const bomb = bytes.slice();
    const view = new DataView(bomb.buffer, bomb.byteOffset, bomb.byteLength);
    for (let at = 0; at < bomb.length - 4; at++) if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 1_000_000_000, true);
    expect(codes(await readAll(bomb))).toEqual(['table.workbook.size']);
  });
});
