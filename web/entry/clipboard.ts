// Cells to and from the clipboard, as Excel and other spreadsheets write them: tabs between cells, lines between rows. Pure.
import { ENTRY_HEADERS } from '../../server/domain/entryHeaders.ts';
import type { EntryField } from '../../server/domain/entry.ts';
import { ENTRY_FIELDS } from '../../server/domain/entry.ts';
import { textAt } from './sheet.ts';
import type { CellEdit, Sheet } from './sheet.ts';

/** Rows of cells. A cell in quotes may hold tabs, line ends and doubled quotes; line ends inside a cell become spaces, as a grid's cell is one line. */
export function readCells(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const endCell = (): void => {
    row.push(cell.replaceAll(/\s*[\r\n]+\s*/g, ' ').trim());
    cell = '';
  };
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? '';
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (sign === '"' && cell === '' && closes(text, at)) quoted = true;
    else if (sign === '\t') endCell();
    else if (sign === '\n' || sign === '\r') {
      if (sign === '\r' && text[at + 1] === '\n') at += 1;
      endCell();
      rows.push(row);
      row = [];
    } else cell += sign;
  }
  if (cell !== '' || row.length > 0) {
    endCell();
    rows.push(row);
  }
  return rows;
}

/** Whether a quote at the beginning of a cell has its other one at a cell's end: else it is an inch, or only a quote. */
function closes(text: string, from: number): boolean {
  for (let at = from + 1; at < text.length; at += 1) {
    if (text[at] !== '"') continue;
    if (text[at + 1] === '"') at += 1;
    else return at + 1 === text.length || '\t\r\n'.includes(text[at + 1] ?? '');
  }
  return false;
}

const plain = (cell: string): string => (/[\t\r\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
export const writeCells = (rows: readonly (readonly string[])[]): string => rows.map((row) => row.map(plain).join('\t')).join('\n');

const folded = (header: string): string =>
  header
    .toLowerCase()
    .replaceAll(/\(.*?\)|\[.*?\]/g, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '');

const BY_HEADER: ReadonlyMap<string, EntryField> = new Map(
  ENTRY_FIELDS.flatMap((field) =>
    [field, ENTRY_HEADERS[field].nb, ENTRY_HEADERS[field].en].map((header): [string, EntryField] => [folded(header), field]),
  ),
);

/** The fields that a first row of headers names, or null where it is no row of headers. */
function headersIn(row: readonly string[]): (EntryField | null)[] | null {
  const fields = row.map((cell) => BY_HEADER.get(folded(cell)) ?? null);
  return fields.filter((field) => field !== null).length >= 2 ? fields : null;
}

export type Pasted = {
  readonly edits: readonly CellEdit[];
  /** Rows and columns that were laid down. */
  readonly rows: number;
  readonly columns: number;
  /** The first row told which column is which. */
  readonly byHeaders: boolean;
  /** Headers of columns that the grid does not have. */
  readonly left: readonly string[];
};

/** What a paste at a cell changes. One cell over a range fills the range; headers in the first row say where each column goes. */
export function paste(
  text: string,
  at: { readonly row: number; readonly column: number },
  range: { readonly rows: number; readonly columns: number },
  fields: readonly EntryField[],
): Pasted {
  const cells = readCells(text);
  const headers = cells.length > 1 ? headersIn(cells[0] ?? []) : null;
  if (headers !== null) {
    const edits = cells.slice(1).flatMap((row, down) =>
      row.flatMap((cell, across): CellEdit[] => {
        const field = headers[across];
        return field ? [{ row: at.row + down, field, text: cell }] : [];
      }),
    );
    const left = (cells[0] ?? []).filter((header, across) => header !== '' && headers[across] === null);
    return { edits, rows: cells.length - 1, columns: headers.filter((field) => field !== null).length, byHeaders: true, left };
  }
  const width = Math.max(0, ...cells.map((row) => row.length));
  const one = cells.length === 1 && width === 1;
  const [rows, columns] = one ? [range.rows, range.columns] : [cells.length, Math.min(width, fields.length - at.column)];
  const edits: CellEdit[] = [];
  for (let down = 0; down < rows; down += 1)
    for (let across = 0; across < columns; across += 1) {
      const field = fields[at.column + across];
      const text = one ? (cells[0]?.[0] ?? '') : cells[down]?.[across];
      if (field !== undefined && text !== undefined) edits.push({ row: at.row + down, field, text });
    }
  return { edits, rows, columns, byHeaders: false, left: [] };
}

export const copied = (sheet: Sheet, rows: readonly [number, number], fields: readonly EntryField[]): string =>
  writeCells(Array.from({ length: rows[1] - rows[0] + 1 }, (_, down) => fields.map((field) => textAt(sheet, rows[0] + down, field))));
