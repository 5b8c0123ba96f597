// What a person wrote instead of what stands in a file: laid over the records as they are read. The file itself stays as it is.
import type { RawRecord, Table } from './types.ts';

/** One text for one column of some lines. */
export type CellRepair = {
  /** Of a workbook; null for a CSV. */
  readonly sheet: string | null;
  /** Lines on which the records begin. */
  readonly lines: readonly number[];
  /** From 1; null: a column that the file does not have, under this header. */
  readonly column: number | null;
  readonly header: string;
  readonly text: string;
};

/** The same table where nothing of it is repaired. Later repairs of a cell hold over earlier ones. */
export function repairedTable(table: Table, repairs: readonly CellRepair[] | undefined): Table {
  const { head } = table;
  const own = (repairs ?? []).filter(({ sheet }) => sheet === head.sheet);
  if (own.length === 0) return table;
  const added = [...new Set(own.flatMap(({ column, header }) => (column === null && !head.headers.includes(header) ? [header] : [])))];
  const headers = [...head.headers, ...added];
  const byLine = new Map<number, Map<number, string>>();
  for (const { lines, column, header, text } of own) {
    const index = column === null ? headers.indexOf(header) : column - 1;
    for (const line of lines) byLine.set(line, (byLine.get(line) ?? new Map<number, string>()).set(index, text));
  }
  const mend = (record: RawRecord): RawRecord => {
    const edits = byLine.get(record.line);
    if (edits === undefined) return record;
    const cells = Array.from(
      { length: Math.max(record.cells.length, ...[...edits.keys()].map((index) => index + 1)) },
      (_, index) => edits.get(index) ?? record.cells[index] ?? '',
    );
    // A record that a person went through is no damaged one any more; a cell that was typed is no number of the workbook's own.
    const { problem: _, numbers, ...rest } = record;
    return { ...rest, cells, ...(numbers === undefined ? {} : { numbers: numbers.filter((index) => !edits.has(index)) }) };
  };
  return {
    ...table,
    head: { ...head, headers, units: [...head.units, ...added.map(() => null)], sample: head.sample.map(mend) },
    async *records() {
      for await (const batch of table.records()) yield batch.map(mend);
    },
  };
}
