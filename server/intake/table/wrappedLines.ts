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
  const unwrapped = records.map((record) => {
    if (!isWrapped(record.cells, dialect.delimiter)) return record;
    const inside = parseStrictly(parse, record.cells[0] ?? '', dialect, 0).records;
    const cells = inside.length === 1 ? inside[0] : undefined;
    if (cells === undefined || cells.length < Math.max(2, width)) return record;
    lines.push(record.line);
    return { ...record, cells };
  });
  return { records: unwrapped, lines };
}
