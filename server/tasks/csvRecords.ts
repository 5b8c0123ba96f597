// The records of a comma-separated machine file, each with the line it begins on.
import { parse } from 'csv-parse/sync';
import type { Options } from 'csv-parse/sync';

export type CsvRecord = { readonly line: number; readonly cells: readonly string[] };

const lineBreaksIn = (cells: readonly string[]): number => cells.reduce((breaks, cell) => breaks + cell.split('\n').length - 1, 0);

/** Empty lines are stepped over; records may differ in length. Throws csv-parse's CsvError for a text that is no CSV. */
export function csvRecords(text: string, { trim = false }: Pick<Options, 'trim'> = {}): CsvRecord[] {
  const records: CsvRecord[] = [];
  parse(text, {
    bom: true,
    relax_column_count: true,
    skip_empty_lines: true,
    trim,
    // csv-parse tells the line on which a record ends.
    on_record: (cells: string[], { lines }) => {
      records.push({ line: lines - lineBreaksIn(cells), cells });
      return null;
    },
  });
  return records;
}
