// Which screenings were changed in the grid, and the day that is put on them: what was typed today is of today. Pure.
import { isBlank } from '../../domain/entry.ts';
import type { EntryContent, EntryRow } from '../../domain/entry.ts';
import { screeningKey } from '../../domain/screeningIdentity.ts';
import { readHeader } from '../../intake/screening/columns.ts';

/** A column that speaks of the screening alone: no flow is another one for it. */
const FIELD = 'other:screening_made';
const HEADER = 'Kartlegging gjort';
const isDate = (header: string): boolean => readHeader(header, () => true)?.field === FIELD;

const keyOf = (row: EntryRow): number => screeningKey(row.cells.site?.trim() || null, row.cells.period?.trim() || null);
/** What a row says, its own day of screening aside. */
const saysOf = ({ cells, others }: EntryRow): string =>
  JSON.stringify([
    Object.entries(cells)
      .filter(([, text]) => text.trim() !== '')
      .sort(([a], [b]) => (a < b ? -1 : 1)),
    Object.entries(others)
      .filter(([header]) => !isDate(header))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  ]);

/**
 * `stored`: the same company as it is stored, in each language that the grid may have been opened in; none where it is a new one. `today`: ISO 8601
 * day. Screenings in which no row was added, changed or taken away keep the day they had.
 */
export function withRenewedDates(content: EntryContent, stored: readonly EntryContent[], today: string): EntryContent {
  const before = new Map<string, Set<string>>();
  const gone = new Map<string, number>();
  for (const row of stored.flatMap(({ rows }) => rows)) {
    before.set(row.id, (before.get(row.id) ?? new Set()).add(saysOf(row)));
    gone.set(row.id, keyOf(row));
  }
  const changed = new Set<number>();
  for (const row of content.rows) {
    if (isBlank(row)) continue;
    const was = row.flow === null ? undefined : before.get(row.flow);
    if (!was?.has(saysOf(row))) {
      changed.add(keyOf(row));
      const old = row.flow === null ? undefined : gone.get(row.flow);
      if (old !== undefined) changed.add(old);
    }
    if (row.flow !== null) gone.delete(row.flow);
  }
  for (const key of gone.values()) changed.add(key);
  const header = content.rows.flatMap((row) => Object.keys(row.others)).find(isDate) ?? HEADER;
  return {
    ...content,
    rows: content.rows.map((row) => {
      if (isBlank(row) || !changed.has(keyOf(row))) return row;
      const kept = Object.entries(row.others).filter(([name]) => !isDate(name));
      return { ...row, others: Object.fromEntries([...kept, [header, today]]) };
    }),
  };
}
