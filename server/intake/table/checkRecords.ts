// What is odd about single records: too few or too many cells, lost letters, control characters, a header of another table.
import { cleanHeader, isHeader, isUnitLike } from './header.ts';
import { MAX_COLUMNS } from './limits.ts';
import type { MessageLog } from './messageLog.ts';
import type { KnownColumn, RawRecord } from './types.ts';

const MAX_CELL = 32_767;

export const isBlankRecord = (cells: readonly string[]): boolean => cells.every((cell) => cell === '' || cell.trim() === '');

export type RecordCheck = {
  readonly headers: readonly string[];
  readonly headerLine: number;
  readonly delimiter: string;
  /** Cells of the header line, the blank ones at its end among them. */
  readonly width?: number;
  readonly log: MessageLog;
  /** Of a workbook: named in every message; its rows are never too short. */
  readonly sheet?: string;
};

/** A record with too many filled cells is marked; everything else is only said. */
export function checkWidth(check: RecordCheck, record: RawRecord): RawRecord {
  const { cells, line } = record;
  const expected = check.headers.length;
  if (cells.length === expected || record.problem !== undefined) return record;
  if (cells.length < expected) {
    // A single filled cell is a title, a note or a total, not a row cut short.
    if (check.sheet === undefined && cells.filter((cell) => cell.trim() !== '').length > 1)
      check.log.add('table.cells.few', 'warning', { line, values: { count: cells.length, expected } });
    return record;
  }
  // Cells below the blank end of the header line stand in columns without a name, not in the wrong ones.
  const extra = cells.slice(Math.max(expected, check.width ?? 0));
  if (extra.every((cell) => cell.trim() === '')) return record;
  const found = extra.slice(0, 50).join(check.delimiter).slice(0, 200);
  check.log.add('table.cells.many', 'error', {
    sheet: check.sheet ?? null,
    line,
    found,
    values: { count: cells.length, expected, delimiter: check.delimiter },
  });
  return { ...record, cells: cells.length > MAX_COLUMNS ? cells.slice(0, MAX_COLUMNS) : cells, problem: 'table.cells.many' };
}

export function checkCellSizes(check: RecordCheck, record: RawRecord): void {
  // By index: every cell of a file comes by here.
  for (let at = 0; at < record.cells.length; at++) {
    const cell = record.cells[at] ?? '';
    if (cell.length > MAX_CELL)
      check.log.add('table.cell.long', 'warning', {
        line: record.line,
        column: at + 1,
        header: check.headers[at] ?? null,
        found: cell.slice(0, 80),
        values: { count: cell.length, limit: MAX_CELL },
      });
  }
}

const CONTROL = /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/;
/** What UTF-8 bytes of Norwegian letters, degrees, powers and dashes become when read as windows-1252. */
const GARBLED = /Ã[\u0080-\u00bf…†˜¦¸¥\u2030\u2026\u2020]|Â[°²³·½\u00a0]|â€[™œ\u009d“”\u0093\u0094–]|â‚¬/;
/** Zero width, soft hyphens and direction marks: a name with one looks like another. */
const UNSEEN = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/;
export const MAY_BE_ODD =
  /[\u0000-\u0008\u000b\u000e-\u001f\u007f\ufffdÃÂâ\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/;

/** windows-1252 letters above 127 back to their bytes; control characters stand for themselves, as in latin-1. */
const HIGH_BYTES = new Map<string, number>();
for (let byte = 128; byte < 256; byte++) {
  HIGH_BYTES.set(String.fromCharCode(byte), byte);
  HIGH_BYTES.set(new TextDecoder('windows-1252').decode(Uint8Array.of(byte)), byte);
}
const HIGH_RUN = new RegExp(`[${[...HIGH_BYTES.keys()].join('')}]+`, 'g');

const decodedRun = (run: string): string | null => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(run, (letter) => HIGH_BYTES.get(letter) ?? 0));
  } catch {
    return null;
  }
};

/** What the text was before it went through a wrong encoding; letters that are right already stay. */
export const ungarbled = (text: string): string => text.replace(HIGH_RUN, (run) => decodedRun(run) ?? run);

/** Whether a text went through a wrong encoding as a whole: garbled somewhere, and no letter in it that is right as it stands. */
export const isGarbledThroughout = (text: string): boolean =>
  GARBLED.test(text) && (text.match(HIGH_RUN) ?? []).every((run) => decodedRun(run) !== null);

/** A record of such a file with its letters put right, and said cell by cell. */
export function withoutGarble(check: RecordCheck, record: RawRecord): RawRecord {
  const cells = record.cells.map((cell, at) => {
    const expected = ungarbled(cell);
    if (expected !== cell)
      check.log.add('table.text.ungarbled', 'warning', {
        line: record.line,
        column: at + 1,
        header: check.headers[at] ?? null,
        found: cell.slice(0, 80),
        values: { expected: expected.slice(0, 80) },
      });
    return expected;
  });
  return { ...record, cells };
}

const codePoint = (letter: string): string => `U+${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;

export function checkLetters(check: RecordCheck, record: RawRecord): void {
  for (const [at, cell] of record.cells.entries()) {
    const place = {
      sheet: check.sheet ?? null,
      line: record.line,
      column: at + 1,
      header: check.headers[at] ?? null,
      found: cell.slice(0, 80),
    };
    if (cell.includes('\uFFFD')) check.log.add('table.text.replaced', 'warning', place);
    const control = CONTROL.exec(cell);
    if (control !== null) check.log.add('table.text.control', 'warning', { ...place, values: { code: codePoint(control[0]) } });
    const unseen = UNSEEN.exec(cell);
    if (unseen !== null) check.log.add('table.text.invisible', 'info', { ...place, values: { code: codePoint(unseen[0]) } });
    if (GARBLED.test(cell)) {
      const expected = ungarbled(cell);
      if (expected !== cell) check.log.add('table.text.garbled', 'warning', { ...place, values: { expected: expected.slice(0, 80) } });
    }
  }
}

/** Cheap look before asking for names: a header has no cell that begins with a digit, and more than one cell. */
function isWordy(cells: readonly string[]): boolean {
  let filled = 0;
  for (const cell of cells) {
    const c = cell.charCodeAt(0);
    if (c >= 48 && c <= 57) return false;
    if (c === c && c !== 32) filled++;
  }
  return filled >= 2;
}

/** Two names of one column that differ, at least one of which tells more than the name: mostly a unit. */
const holdsUnit = (header: string, cell: string): boolean =>
  cell !== '' && header.toLowerCase() !== cell.toLowerCase() && /[([,/]|\s(?:i|in)\s/.test(header + cell);

/** What a row of data says in the columns of direction and period; what it says of the unit is told by `isUnitLike`. */
const DIRECTION_SAID = /^(?:inn?|ut|out|input|output|overskudd|behov|avfall|surplus|need|waste|tilbud|etterspørsel|supply|demand)$/i;
const SPAN_SAID = /^(?:per |pr\.? )?(?:år|year|mnd\.?|måned|month|uke|week|døgn|dag|day|skift|shift|time|hour|kvartal|quarter)$/i;

/** Whether a cell is what a row of data has in a column of this field. */
const isValueOf = (field: string | null, cell: string): boolean =>
  (field === 'direction' && DIRECTION_SAID.test(cell)) ||
  (field === 'period' && SPAN_SAID.test(cell)) ||
  (field === 'unit' && isUnitLike(cell));

/**
 * Whether names beyond doubt make most of a record. `Avfall` and `Energi` are headers and resources both: below a resource they count for nothing,
 * and where a direction, a unit or a span stands in its own column, nearly all the rest must be names.
 */
function namesOutweigh(cells: readonly string[], headers: readonly string[], known: KnownColumn): boolean {
  const sure = new Set<string>();
  let [filled, values] = [0, 0];
  for (const [at, cell] of cells.entries()) {
    const text = cleanHeader(cell);
    if (text === '') continue;
    filled++;
    const header = headers[at] ?? '';
    const place = header === '' ? null : known(header);
    if (isValueOf(place, text)) {
      values++;
      continue;
    }
    const field = known(text);
    if (field === null || known.sure?.(text) === false) continue;
    if (place === 'resource' && header.toLowerCase() !== text.toLowerCase()) continue;
    sure.add(field);
  }
  if (values > 0) return sure.size * 4 >= filled * 3;
  return sure.size >= 2 && (sure.size * 2 > filled || (sure.size >= 4 && sure.size * 2 >= filled));
}

/** Whether a record is the header of a table: of the same columns, of others, or no header at all. */
export function headerAmongRecords(cells: readonly string[], headers: readonly string[], known: KnownColumn): 'same' | 'other' | null {
  if (!isWordy(cells)) return null;
  const filled = cells.filter((cell) => cell.trim() !== '');
  const fields = new Set(filled.map((cell) => known(cleanHeader(cell))).filter((field) => field !== null));
  if (fields.size < 2 || fields.size * 2 < filled.length || !isHeader(cells, known)) return null;
  if (fields.size < 3 && fields.size < filled.length) return null;
  if (!namesOutweigh(cells, headers, known)) return null;
  const alike = headers.filter((header, at) => {
    const cell = cleanHeader(cells[at] ?? '');
    return cell.toLowerCase() === header.toLowerCase() || (known(header) !== null && known(cell) === known(header));
  }).length;
  // `Mengde (MWh/år)` below `Mengde (tonn/år)`: the field is the same, the table is not.
  if (headers.some((header, at) => holdsUnit(header, cleanHeader(cells[at] ?? '')))) return 'other';
  return alike * 5 >= headers.length * 4 && filled.length <= headers.length ? 'same' : 'other';
}
