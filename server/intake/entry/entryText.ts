// What was typed as the text of a file: so that it is read, checked, stored, compared and undone as any other file.
import { ENTRY_FACTS, ENTRY_FIELDS, isBlank } from '../../domain/entry.ts';
import type { EntryContent, EntryFact, EntryField, EntryRow } from '../../domain/entry.ts';
import { ENTRY_HEADERS } from '../../domain/entryHeaders.ts';

type Language = 'nb' | 'en';
export type EntryText = {
  readonly text: string;
  /** The rows of the text in its order; rows that are blank are not in it. */
  readonly rows: readonly {
    readonly id: string;
    /** Number of the row on the screen, from 1. */ readonly number: number;
    readonly line: number;
  }[];
  /** The field or fact that each column holds; null for a column of another file. */
  readonly columns: readonly (EntryField | EntryFact | null)[];
  readonly headers: readonly string[];
};

/** How the text is to be read: nothing of it is guessed but what a person left open. */
export const ENTRY_DIALECT = { encoding: 'utf-8', delimiter: ';', headerLine: 1 } as const;

/** Columns that no row uses are left out, but for those a screening cannot be without. */
const ALWAYS: readonly EntryField[] = ['direction', 'resource', 'quantity', 'unit'];

export function entryText({ facts, rows }: EntryContent, language: Language): EntryText {
  const filled = rows.flatMap((row, index) => (isBlank(row) ? [] : [{ row, number: index + 1 }]));
  const factColumns = ENTRY_FACTS.filter((fact) => fact === 'company' || facts[fact].trim() !== '');
  const fields = ENTRY_FIELDS.filter((field) => ALWAYS.includes(field) || filled.some(({ row }) => (row.cells[field] ?? '').trim() !== ''));
  const others = [...new Set(filled.flatMap(({ row }) => Object.keys(row.others)))].sort();
  const headers = [
    ...factColumns.map((fact) => ENTRY_HEADERS[fact][language]),
    ...fields.map((field) => ENTRY_HEADERS[field][language]),
    ...others,
  ];
  const cellsOf = (row: EntryRow): string[] => [
    ...factColumns.map((fact) => facts[fact]),
    ...fields.map((field) => row.cells[field] ?? ''),
    ...others.map((header) => row.others[header] ?? ''),
  ];
  const lines = [headers.map(quoted).join(';')];
  let line = 2;
  const placed = filled.map(({ row, number }) => {
    const text = cellsOf(row).map(quoted).join(';');
    lines.push(text);
    const at = { id: row.id, number, line };
    line += text.split('\n').length;
    return at;
  });
  return {
    text: `${lines.join('\n')}\n`,
    rows: placed,
    columns: [...factColumns, ...fields, ...others.map(() => null)],
    headers,
  };
}

/** Every cell in quotes: what a person typed is never a delimiter or a line end. */
const quoted = (cell: string): string =>
  cell === '' ? '' : `"${cell.replaceAll('\r\n', '\n').replaceAll('\r', '\n').replaceAll('"', '""')}"`;

/** The bytes as a file that can be read again. */
export function textSource(name: string, text: string): { name: string; size: number; chunks: () => AsyncIterable<Uint8Array> } {
  const bytes = new TextEncoder().encode(text);
  return {
    name,
    size: bytes.length,
    async *chunks() {
      yield bytes;
    },
  };
}
