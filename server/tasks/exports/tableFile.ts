// Tables as one file that a browser keeps: CSV as Norwegian Excel opens it, or a workbook with a sheet for each table.
import writeXlsxFile from 'write-excel-file/node';
import { csvLine, guarded } from '../csvLine.ts';

/** Null is not known: an empty cell. */
export type Cell = string | number | null;
export type Table = { readonly name: string; readonly head: readonly string[]; readonly rows: readonly (readonly Cell[])[] };
export type FileMade = { readonly name: string; readonly type: string; readonly content: Uint8Array };

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** What Excel takes as the name of a sheet. */
const SHEET_NAME = 31;
const WIDEST = 60;
/** Characters of a cell that Excel opens. */
const LONGEST = 32_000;

/** Numbers with a decimal comma or point, as the language's Excel reads them; never a thousands mark. */
const textOf = (cell: Cell, decimal: ',' | '.'): string =>
  cell === null ? '' : typeof cell === 'number' ? String(cell).replace('.', decimal) : cell;

/** Several tables in one CSV follow each other with their names above. Text that a spreadsheet would run as a formula gets an apostrophe before it. */
export async function tableFile(name: string, tables: readonly Table[], format: 'csv' | 'xlsx', decimal: ',' | '.'): Promise<FileMade> {
  if (format === 'csv') {
    const parts = tables.map(({ name: title, head, rows }) => {
      const lines = [head, ...rows].map((row) => csvLine(row.map((cell) => textOf(cell, decimal))));
      return `${tables.length > 1 ? csvLine([title]) : ''}${lines.join('')}`;
    });
    const text = `\uFEFF${parts.join('\r\n')}`;
    return { name: `${name}.csv`, type: 'text/csv; charset=utf-8', content: new TextEncoder().encode(text) };
  }
  const sheets = tables.map(({ name: title, head, rows }) => ({
    sheet: title.replaceAll(/[\\/?*[\]:]/g, ' ').slice(0, SHEET_NAME),
    data: [head.map((value) => ({ value, type: String, fontWeight: 'bold' as const })), ...rows.map((row) => row.map(cellOf))],
    columns: head.map((value, at) => ({
      width: Math.min(WIDEST, Math.max(value.length, ...rows.map((row) => String(row[at] ?? '').length)) + 2),
    })),
    stickyRowsCount: 1,
  }));
  return { name: `${name}.xlsx`, type: XLSX, content: await writeXlsxFile(sheets).toBuffer() };
}

const cellOf = (cell: Cell) =>
  cell === null
    ? null
    : typeof cell === 'number'
      ? { value: cell, type: Number }
      : { value: guarded(cell).slice(0, LONGEST), type: String };
