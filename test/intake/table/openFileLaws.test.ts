import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesOf, cellsOf, linesOf, readAll } from './reading.ts';

describe('laws of reading a file', () => {
  const cell = fc.oneof(
    fc.constantFrom(
      'Ås',
      '1 200',
      '3,5',
      'a;b',
      'to\nlinjer',
      'tre\r\nlinjer her',
      'sa "ja"',
      '12" rør',
      "det's",
      '"',
      '""',
      ' ',
      ';',
      '=1+1',
      '\u00a0',
    ),
    fc.string({ unit: 'grapheme', maxLength: 8 }),
  );
  const quoted = (text: string): string => (/[;"\r\n]|^\uFEFF/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

  it('what is written by the rules comes back cell by cell, each record with its line, however the bytes are cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { maxLength: 12 }),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.integer({ min: 1, max: 50 }),
        async (rows, end, piece) => {
          const lines: number[] = [];
          let line = 2;
          const kept = rows.map((row, at) => [`Bedrift ${at}`, ...row]);
          for (const row of kept) {
            lines.push(line);
            line += 1 + row.join('').split(/\r\n?|\n/).length - 1;
          }
          const text = ['Bedrift;Ressurs;Mengde;Kommentar', ...kept.map((row) => row.map(quoted).join(';'))].join(end) + end;
          const safe = kept.every((row) => row.every((value) => !/\r$|^\n/.test(value)) && !/\r.?;?\n/.test(row.join(';')));
          fc.pre(safe);
          const reading = await readAll(text, { delimiter: ';' }, piece);
          expect(cellsOf(reading)).toEqual(kept);
          expect(linesOf(reading)).toEqual(lines);
        },
      ),
      { seed: 7, numRuns: 150 },
    );
  });

  it('any bytes give tables, a question or a refusal, never an error, with at most one record a line and lines that rise', async () => {
    const bits = fc.constantFrom(
      'Bedrift;Mengde;Enhet\n',
      'A;1;t\n',
      '"',
      '""',
      ';',
      '\n',
      '\r',
      '\r\n',
      "'",
      ',',
      '\t',
      'sep=;\n',
      '\uFEFF',
      '\0',
      'Ã¥',
      'x'.repeat(50),
      '\\"',
      '"A;1;t\n',
      '"a;b";;\n',
    );
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.array(bits, { maxLength: 40 }).map((parts) => bytesOf(parts.join(''))),
      fc
        .tuple(fc.array(bits, { maxLength: 20 }), fc.uint8Array({ maxLength: 20 }))
        .map(([parts, tail]) => Uint8Array.from([...bytesOf(`Bedrift;Mengde;Enhet\n${parts.join('')}`), ...tail])),
    );
    await fc.assert(
      fc.asyncProperty(bytes, fc.integer({ min: 1, max: 64 }), async (input, piece) => {
        const reading = await readAll(input, {}, piece);
        expect(['tables', 'ask', 'refuse']).toContain(reading.outcome);
        if (reading.outcome !== 'tables') expect(reading.messages.length).toBeGreaterThan(0);
        const lines = linesOf(reading);
        for (const [at, line] of lines.entries()) if (at > 0) expect(line).toBeGreaterThan(lines[at - 1] ?? 0);
        expect(await readAll(input, {}, 1_000)).toEqual(reading);
      }),
      { seed: 11, numRuns: 400 },
    );
  });

  it('every line of a plain file is a record or blank', async () => {
    const parts = fc.constantFrom('A', 'B;2', ';', '"x', '12" y', 'z"', ' ', '"a;b"', '""', '"a"b');
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(parts, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 30 }), async (lines) => {
        const rows = lines.map((line) => line.join(';'));
        const reading = await readAll(['Bedrift;Mengde;Enhet', ...rows].join('\n'), { delimiter: ';' });
        const records = reading.tables.flatMap((table) => table.records);
        const letters = (text: string): string => text.replace(/[\s;"]/g, '');
        // Nothing is lost and nothing is read twice: all letters of the file, in order.
        expect(letters(records.map((record) => record.cells.join('')).join(''))).toBe(letters(rows.join('')));
      }),
      { seed: 13, numRuns: 300 },
    );
  });
});
