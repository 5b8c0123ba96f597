// Lines that were quoted whole: a comma file opened and saved again by a program that knows only semicolons.
import { type Dialect, type ParseCsv, parseStrictly } from './csvParser.ts';
import type { RawRecord } from './types.ts';

const isWrapped = (cells: readonly string[], delimiter: string): boolean => {
  const first = cells[0];
  if (first === undefined || first.length < 2 || !first.includes(delimiter)) return false;
  for (let at = 1; at < cells.length; at++) if (cells[at] !== '') return false;
  return true;
};

export type Unwrapped = { readonly records: RawRecord[]; readonly lines: readonly number[] };

/**
 * Takes the quotes off records that hold a whole line in their first cell, when what is inside has at least `width` cells (2 when the width is
 * not known). `lines` tells which.
 */
export function unwrapLines(parse: ParseCsv, records: RawRecord[], dialect: Dialect, width: number): Unwrapped {
  if (!records.some((record) => isWrapped(record.cells, dialect.delimiter))) return { records, lines: [] };
  const lines: number[] = [];
  const inside = cellsInside(
    parse,
    records.filter((record) => isWrapped(record.cells, dialect.delimiter)).map((record) => record.cells[0] ?? ''),
    dialect,
    width,
  );
  let next = 0;
  const unwrapped = records.map((record) => {
    if (!isWrapped(record.cells, dialect.delimiter)) return record;
    const cells = inside[next++];
    if (cells === undefined || cells === null || cells.length < Math.max(2, width)) return record;
    lines.push(record.line);
    return { ...record, cells };
  });
  return { records: unwrapped, lines };
}

/** What each text holds as a line of its own; null where it is not one record. Parsed together where that is possible. */
function cellsInside(parse: ParseCsv, texts: readonly string[], dialect: Dialect, width: number): readonly (readonly string[] | null)[] {
  if (texts.every((text) => !/[\r\n]/.test(text))) {
    const together = parseStrictly(parse, texts.join('\n'), dialect, width);
    if (together.error === null && together.records.length === texts.length) return together.records;
  }
  return texts.map((text) => {
    const { records } = parseStrictly(parse, text, dialect, 0);
    return records.length === 1 ? (records[0] ?? null) : null;
  });
}
