// Several tables below one another: each from its header to the titles of the next.
import type { Message } from '../../domain/screening.ts';
import { headerAmongRecords } from './checkRecords.ts';
import { findHeader, type FoundHeader, rowsAbove } from './header.ts';
import { messageOf } from './messageLog.ts';
import type { KnownColumn, RawRecord } from './types.ts';

/** One table: its header, what stands above it, and the line on which the next table begins (Infinity for the last). */
export type Section = { readonly header: FoundHeader; readonly preamble: readonly RawRecord[]; readonly end: number };

const isTitle = (record: RawRecord | undefined): boolean =>
  record !== undefined && record.cells.filter((cell) => cell.trim() !== '').length === 1;

/** Says of each row that stands above the header that it was not read. In a workbook guidance stands there as a rule, so it is no warning. */
export const leftAbove = (header: FoundHeader, records: readonly RawRecord[], sheet: string | null): Message[] =>
  rowsAbove(header, records).map(({ line, cells }) =>
    messageOf('table.header.above', sheet === null ? 'warning' : 'info', {
      sheet,
      line,
      found: cells.join(' | ').slice(0, 200),
      values: { first: header.line },
    }),
  );

/**
 * Cuts records where another header stands among them. Titles above such a header, set off by a blank line, go with it. `linesOf`: lines that a
 * record takes.
 */
export function cutSections(
  records: readonly RawRecord[],
  whole: Section,
  known: KnownColumn,
  linesOf: (cells: readonly string[]) => number,
  sheet: string | null,
): { readonly sections: readonly Section[]; readonly messages: readonly Message[] } {
  const sections: Section[] = [];
  const messages: Message[] = [];
  let current = whole;
  for (let at = 0; at < records.length; at++) {
    const record = records[at];
    if (record === undefined || headerAmongRecords(record.cells, current.header.headers, known) !== 'other') continue;
    const found = findHeader(records.slice(at, at + 3), known);
    if (found === null || found.first !== 0) continue;
    let top = at;
    while (top > 0 && isTitle(records[top - 1])) top--;
    const above = records[top - 1];
    const begin = records[top];
    const setOff = above === undefined || begin === undefined || begin.line - above.line > linesOf(above.cells);
    if (!setOff) top = at;
    sections.push({ ...current, end: records[top]?.line ?? record.line });
    messages.push(messageOf('table.header.second', 'info', { sheet, line: found.line, found: record.cells.join(' | ').slice(0, 200) }));
    current = { header: found, preamble: records.slice(top, at), end: Infinity };
    at += found.last;
  }
  return { sections: [...sections, current], messages };
}
