// A grid's cells as a value: edits give a new one, so that undo is the one before. Pure.
import type { EntryContentShown, EntryRowShown } from '../../server/contract/entry.ts';
import { ENTRY_FIELDS } from '../../server/domain/entry.ts';
import type { EntryFact, EntryField } from '../../server/domain/entry.ts';

export type Sheet = EntryContentShown;
/** A cell by its row, from 0, and its field; rows beyond the last are made. */
export type CellEdit = { readonly row: number; readonly field: EntryField; readonly text: string };

/** Rows as the contract admits them. */
export const MOST_ROWS = 2_000;

export const textAt = (sheet: Sheet, row: number, field: EntryField): string => sheet.rows[row]?.cells[field] ?? '';

/** A row with nothing in it; `taken`: ids that are in use. */
export function blankRow(taken: ReadonlySet<string>, question: string | null = null): EntryRowShown {
  let number = taken.size + 1;
  while (taken.has(`r${number}`)) number += 1;
  return { id: `r${number}`, cells: {}, others: {}, question, flow: null };
}

/** The same sheet where nothing changes. */
export function setCells(sheet: Sheet, edits: readonly CellEdit[]): Sheet {
  const rows = [...sheet.rows];
  const taken = new Set(rows.map(({ id }) => id));
  let changed = false;
  for (const { row, field, text } of edits) {
    if (row >= MOST_ROWS) continue;
    if ((rows[row]?.cells[field] ?? '') === text) continue;
    while (rows.length <= row) {
      const made = blankRow(taken);
      taken.add(made.id);
      rows.push(made);
    }
    const before = rows[row];
    if (before === undefined) continue;
    rows[row] = { ...before, cells: without({ ...before.cells, [field]: text }) };
    changed = true;
  }
  return changed ? { ...sheet, rows } : sheet;
}

const without = (cells: EntryRowShown['cells']): EntryRowShown['cells'] =>
  Object.fromEntries(Object.entries(cells).filter(([, text]) => text !== ''));

export const setFact = (sheet: Sheet, fact: EntryFact, text: string): Sheet =>
  sheet.facts[fact] === text ? sheet : { ...sheet, facts: { ...sheet.facts, [fact]: text } };

export function insertRow(sheet: Sheet, at: number): Sheet {
  if (at > sheet.rows.length || sheet.rows.length >= MOST_ROWS) return sheet;
  return { ...sheet, rows: sheet.rows.toSpliced(at, 0, blankRow(new Set(sheet.rows.map(({ id }) => id)))) };
}

/** Rows from one to another, both in it. */
export const deleteRows = (sheet: Sheet, from: number, to: number): Sheet =>
  from >= sheet.rows.length ? sheet : { ...sheet, rows: sheet.rows.toSpliced(from, to - from + 1) };

/** Rows behind the others, each with its own cells. */
export function addRows(sheet: Sheet, added: readonly EntryRowShown['cells'][], question: string | null = null): Sheet {
  const taken = new Set(sheet.rows.map(({ id }) => id));
  const rows = sheet.rows.filter((row, index) => index < lastFilled(sheet.rows) + 1 || row.question !== null);
  for (const cells of added) {
    const made = blankRow(taken, question);
    taken.add(made.id);
    rows.push({ ...made, cells: without(cells) });
  }
  return rows.length > MOST_ROWS ? sheet : { ...sheet, rows };
}

const lastFilled = (rows: readonly EntryRowShown[]): number => rows.findLastIndex((row) => Object.keys(row.cells).length > 0);

/** Columns that some row uses beside those that always stand. */
export function fieldsShown(sheet: Sheet, always: readonly EntryField[], all: boolean): EntryField[] {
  const used = new Set(sheet.rows.flatMap((row) => Object.keys(row.cells)));
  return ENTRY_FIELDS.filter(
    (field) => field !== 'resource_id' && field !== 'flow_id' && (all || always.includes(field) || used.has(field)),
  );
}

/** A line of steps: back and forth, never lost by looking. */
export type History = {
  readonly past: readonly Sheet[];
  readonly now: Sheet;
  readonly next: readonly Sheet[];
  /** What the last step was a part of, such as the typing in one cell: the next part of it is no step of its own. */
  readonly part: string | null;
};
/** Steps kept; a sheet shares all rows that did not change with the one before. */
const MOST_STEPS = 500;

export const begin = (now: Sheet): History => ({ past: [], now, next: [], part: null });
export function step({ past, now, next, part: before }: History, to: Sheet, part: string | null = null): History {
  if (to === now) return { past, now, next, part };
  if (part === null || part !== before) return { past: [...past, now].slice(-MOST_STEPS), now: to, next: [], part };
  // Typed and taken back is no step.
  const start = past.at(-1);
  return start !== undefined && JSON.stringify(start) === JSON.stringify(to)
    ? { past: past.slice(0, -1), now: start, next: [], part: null }
    : { past, now: to, next: [], part };
}
export function undo({ past, now, next }: History): History {
  const before = past.at(-1);
  return before === undefined
    ? { past, now, next, part: null }
    : { past: past.slice(0, -1), now: before, next: [now, ...next], part: null };
}
export function redo({ past, now, next }: History): History {
  const [after, ...rest] = next;
  return after === undefined ? { past, now, next, part: null } : { past: [...past, now], now: after, next: rest, part: null };
}
