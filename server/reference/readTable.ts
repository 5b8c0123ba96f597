// One CSV file of data/ as checked rows with their lines.
import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CsvError, parse } from 'csv-parse/sync';
import type { z } from 'zod';
import type { Report } from './problem.ts';

/** A row as its schema made it, with its file and its line there. */
export type Placed<Row> = { readonly file: string; readonly line: number; readonly row: Row };

/** The records of a file. A row is one line, so the record at index i stands on line i + 1. */
function parseFile(dir: string, file: string, report: Report): readonly (readonly string[])[] {
  const whole = (found: string, expected: string): void => report({ file, line: null, column: null, found, expected });
  let bytes: Buffer;
  try {
    bytes = readFileSync(join(dir, file));
  } catch (error) {
    whole(error instanceof Error ? error.message : String(error), 'a readable file');
    return [];
  }
  if (!isUtf8(bytes)) {
    whole('other bytes', 'text in UTF-8');
    return [];
  }
  try {
    const records: readonly (readonly string[])[] = parse(bytes, {
      bom: true,
      relax_column_count: true,
      record_delimiter: bytes.includes('\r') ? ['\r\n', '\n', '\r'] : '\n',
    });
    for (const [i, record] of records.entries())
      for (const cell of record) {
        if (cell.trim() !== cell) report({ file, line: i + 1, column: null, found: cell, expected: 'a cell without blanks around it' });
        if (!cell.includes('\n')) continue;
        report({ file, line: i + 1, column: null, found: 'a cell with a line break', expected: 'one line a row' });
        return [];
      }
    return records;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    whole(error.message, 'comma-separated values with matching quotes');
    return [];
  }
}

/** The rows as they stand, by header; for tables that another module reads and checks. An absent file has no rows. */
export function readRawRows(dir: string, file: string, report: Report): readonly Readonly<Record<string, string>>[] {
  const [head, ...records] = parseFile(dir, file, report);
  if (head === undefined) return [];
  return records.map((record) => Object.freeze(Object.fromEntries(head.map((name, i) => [name, record[i] ?? '']))));
}

/** Reads a file whose columns are exactly the fields of `schema`. What does not fit is reported and left out. */
export function readTable<Schema extends z.ZodObject>(
  dir: string,
  file: string,
  schema: Schema,
  report: Report,
): readonly Placed<z.output<Schema>>[] {
  const [head, ...records] = parseFile(dir, file, report);
  const expected = Object.keys(schema.shape);
  if (head === undefined) return [];
  if (head.join() !== expected.join()) {
    report({ file, line: 1, column: null, found: head.join(), expected: `the columns ${expected.join()}` });
    return [];
  }
  const rows: Placed<z.output<Schema>>[] = [];
  for (const [index, record] of records.entries()) {
    const line = index + 2;
    if (record.length !== expected.length) {
      report({ file, line, column: null, found: `${record.length} cells`, expected: `${expected.length} cells` });
      continue;
    }
    const cells: Record<string, string> = {};
    for (let i = 0; i < expected.length; i += 1) cells[expected[i] ?? ''] = record[i] ?? '';
    const result = schema.safeParse(cells);
    if (result.success) rows.push({ file, line, row: result.data });
    else
      for (const issue of result.error.issues) {
        const column = String(issue.path[0] ?? '');
        report({ file, line, column, found: cells[column] ?? '', expected: issue.message });
      }
  }
  return rows;
}
