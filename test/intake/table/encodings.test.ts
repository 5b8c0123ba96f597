import { describe, expect, it } from 'vitest';
import { bytesOf, cellsOf, codes, fixture, HEADERS, linesOf, readAll, THREE } from './reading.ts';

describe('encodings', () => {
  it.each([
    ['utf16le_with_mark.csv', 'utf-16le'],
    ['utf16le_without_mark.csv', 'utf-16le'],
    ['utf16be_with_mark.csv', 'utf-16be'],
    ['utf16_tabs_excel_unicode_text.txt', 'utf-16le'],
    ['ibm850_from_dos.csv', 'ibm850'],
    ['macintosh_cr_line_ends.csv', 'macintosh'],
    ['mixed_utf8_and_windows1252_line.csv', 'utf-8'],
  ])('reads the same three rows from %s', async (name, encoding) => {
    const reading = await readAll(fixture(name));
    expect(reading.tables[0]?.head.encoding).toBe(encoding);
    expect(cellsOf(reading)).toEqual(THREE);
    expect(linesOf(reading)).toEqual([2, 3, 4]);
  });

  it('names the line that is not UTF-8 when the rest of the file is', async () => {
    expect(codes(await readAll(fixture('mixed_utf8_and_windows1252_line.csv')))).toEqual(['table.encoding.line@3']);
  });

  it('notices broken bytes far behind the head of the file', async () => {
    const head = bytesOf(`${HEADERS.join(';')}\n${`${THREE[0]?.join(';') ?? ''}\n`.repeat(5_000)}`);
    const late = Uint8Array.from('Tr\u00e6na AS;1;X;ut;Vann;;1;t;2024;\n', (letter) => letter.charCodeAt(0));
    const file = new Uint8Array(head.length + late.length);
    file.set(head);
    file.set(late, head.length);
    const reading = await readAll(file);
    expect(reading.tables[0]?.records.at(-1)).toEqual({
      line: 5_002,
      cells: ['Træna AS', '1', 'X', 'ut', 'Vann', '', '1', 't', '2024', ''],
    });
    expect(codes(reading)).toEqual(['table.encoding.line@5002']);
  });

  it('says where a file lost its letters before it came, and where it was encoded twice', async () => {
    expect(codes(await readAll(fixture('replacement_characters.csv')))).toEqual(['table.text.replaced@4']);
    const one = await readAll('Bedrift;Ressurs;Mengde\nSjøsand AS;Gjødsel;1\nFrÃ¸ya AS;Vann;2\n');
    expect(one.messages).toMatchObject([
      { code: 'table.text.garbled', line: 3, column: 1, found: 'FrÃ¸ya AS', values: { expected: 'Frøya AS' } },
    ]);
    expect(cellsOf(one)[1]?.[0]).toBe('FrÃ¸ya AS');
  });

  it('puts the letters right where a whole file was encoded twice, and says what stood there', async () => {
    const reading = await readAll(fixture('double_encoded.csv'));
    expect(cellsOf(reading)).toEqual(THREE);
    expect(reading.messages.find((message) => message.line === 4 && message.column === 3)).toMatchObject({
      code: 'table.text.ungarbled',
      found: 'FrÃ¸ya',
      values: { expected: 'Frøya' },
    });
  });

  it('takes a curly apostrophe and a registered mark for what they are in windows-1252', async () => {
    const reading = await readAll(Uint8Array.from('Bedrift;Ressurs\nOla\u0092s Gips\u00ae;Gips\n', (letter) => letter.charCodeAt(0)));
    expect(reading.tables[0]?.head.encoding).toBe('windows-1252');
    expect(cellsOf(reading)[0]?.[0]).toBe('Ola’s Gips®');
  });

  it('drops a file mark in the middle and keeps the repeated header for the screening to skip', async () => {
    const reading = await readAll(fixture('mark_in_the_middle.csv'));
    expect(cellsOf(reading)).toEqual([THREE[0], HEADERS, THREE[1]]);
    expect(codes(reading)).toEqual(['table.encoding.mark@3']);
  });

  it('keeps no-break spaces and a null character as they are, and tells of the null', async () => {
    const reading = await readAll(fixture('null_character_in_a_name.csv'));
    expect(cellsOf(reading)[1]?.[0]).toBe('My\0ra Meieri AS');
    expect(codes(reading)).toEqual(['table.text.control@3']);
    expect(cellsOf(await readAll('Bedrift;Mengde\nA;12\u00a0500\n'))).toEqual([['A', '12\u00a0500']]);
  });

  it('tells of letters that nobody sees, and in which columns', async () => {
    const reading = await readAll('Bedrift;Mengde\nAlfa\u202e AS;1\nAlfa AS;2\u200b\n');
    expect(codes(reading)).toEqual(['table.text.invisible@2', 'table.text.invisible@3']);
    expect(reading.messages[0]).toMatchObject({ header: 'Bedrift', found: 'Alfa\u202e AS', values: { code: 'U+202E' } });
  });

  it('keeps cells below the blank end of the header line in columns without a name', async () => {
    const reading = await readAll('Bedrift;Ressurs;Mengde;;\nAlfa;Bark;1;hentes;\nBeta;Flis;2;;\n');
    expect(codes(reading)).toEqual([]);
    expect(reading.tables[0]?.head.headers).toEqual(['Bedrift', 'Ressurs', 'Mengde', '']);
    expect(reading.tables[0]?.records[0]).toEqual({ line: 2, cells: ['Alfa', 'Bark', '1', 'hentes', ''] });
  });

  it('reads in the encoding that a person named, and asks back when it knows none of that name', async () => {
    expect(codes(await readAll(fixture('ibm850_from_dos.csv')))).toEqual(['table.encoding.guess']);
    expect((await readAll(fixture('ibm850_from_dos.csv'), { encoding: 'cp850' })).messages).toEqual([]);
    expect(codes(await readAll('a;b', { encoding: 'klingon' }))).toEqual(['table.encoding.unknown']);
  });
});
