// One block of whole lines to records with their lines, by csv-parse; what it refuses is mended line by line and said.
import { type Dialect, type ParseCsv, parseLiterally, parseRelaxed, parseStrictly, parseUntilError } from './csvParser.ts';
import { MAX_LINES_IN_RECORD, MAX_RECORD } from './limits.ts';
import { countLineEnds, lineStarts, linesOf, withoutLineEnd } from './lineEnds.ts';
import type { MessageLog } from './messageLog.ts';
import type { RawRecord } from './types.ts';

export type BlockReader = {
  readonly parse: ParseCsv;
  readonly dialect: Dialect;
  /** Cells that a record has as a rule; 0 where that is not known yet. */
  readonly width: number;
  readonly log: MessageLog;
};

/** `rest` begins with a record that is not complete: it is to be read again with more text behind it. */
export type BlockRead = { readonly records: RawRecord[]; readonly rest: string; readonly restLine: number };

const done = (records: RawRecord[]): BlockRead => ({ records, rest: '', restLine: 0 });

/** `last`: nothing follows, so a quote that is open at the end was never closed. */
export function readBlock(reader: BlockReader, text: string, line: number, last: boolean): BlockRead {
  const { parse, dialect, width } = reader;
  if (dialect.quote === null || !text.includes(dialect.quote)) {
    const { records } = parseStrictly(parse, text, { ...dialect, quote: null, escape: null }, width);
    return done(records.map((cells, index) => ({ line: line + index, cells })));
  }
  const strict = parseStrictly(parse, text, dialect, width);
  if (strict.error === null) {
    const oneLineEach = strict.records.length === countLineEnds(text) + (/[\r\n]$/.test(text) ? 0 : 1);
    if (oneLineEach) return done(strict.records.map((cells, index) => ({ line: line + index, cells })));
    if (!strict.records.some((cells) => mayHaveSwallowed(reader, cells))) {
      let at = line;
      const records = strict.records.map((cells) => {
        const record = { line: at, cells };
        at += linesOf(cells);
        return record;
      });
      return done(records);
    }
  } else if (strict.error === 'INVALID_OPENING_QUOTE' && width > 1) {
    const relaxed = parseRelaxed(parse, text, dialect);
    const lines = countLineEnds(text) + (/[\r\n]$/.test(text) ? 0 : 1);
    if (relaxed !== null && relaxed.length === lines && relaxed.every((cells) => cells.length === width))
      return done(relaxed.map((cells, index) => ({ line: line + index, cells })));
  }
  return readWithCare(reader, text, line, last);
}

/** A cell over several lines, one of which has as many delimiters as a whole record: perhaps records fell into an open quote. */
function mayHaveSwallowed(reader: BlockReader, cells: readonly string[]): boolean {
  if (reader.width < 2) return false;
  return cells.some((cell) => {
    if (!cell.includes('\n') && !cell.includes('\r')) return false;
    return cell.split(/\r\n?|\n/).some((part, index) => index > 0 && part.split(reader.dialect.delimiter).length === reader.width);
  });
}

function readWithCare(reader: BlockReader, text: string, line: number, last: boolean): BlockRead {
  const { parse, dialect } = reader;
  const starts = lineStarts(text);
  const from = (index: number): number => starts[index] ?? text.length;
  const records: RawRecord[] = [];
  let at = 0;
  let group = 64;
  while (at < starts.length) {
    const end = Math.min(at + group, starts.length);
    const read = parseUntilError(parse, text.slice(from(at), from(end)), dialect);
    let halted = read.error !== null;
    for (const cells of read.records) {
      if (mayHaveSwallowed(reader, cells)) {
        halted = true;
        break;
      }
      records.push({ line: line + at, cells });
      at += linesOf(cells);
    }
    if (!halted) {
      group = Math.min(group * 2, 4_096);
      continue;
    }
    const mended = mendRecord(reader, text, starts, at, line, last);
    if (mended === null) return { records, rest: text.slice(from(at)), restLine: line + at };
    records.push(mended.record);
    at += mended.lines;
    group = 8;
  }
  return done(records);
}

type Mended = { readonly record: RawRecord; readonly lines: number };

/** The record that begins at a line and does not parse. Null: more text is needed to tell. */
function mendRecord(
  reader: BlockReader,
  text: string,
  starts: readonly number[],
  at: number,
  blockLine: number,
  last: boolean,
): Mended | null {
  const { parse, dialect, width, log } = reader;
  const line = blockLine + at;
  const from = (index: number): number => starts[index] ?? text.length;
  const oneLine = withoutLineEnd(text.slice(from(at), from(at + 1)));
  const fits = (cells: readonly string[]): boolean => width === 0 || cells.length === width;

  const relaxed = parseRelaxed(parse, oneLine, dialect);
  if (relaxed !== null && relaxed.length === 1 && relaxed[0] !== undefined && fits(relaxed[0])) {
    const clean = parseStrictly(parse, oneLine, dialect, 0).error === null;
    if (!clean) log.add('table.quote.stray', 'info', { line, found: oneLine.slice(0, 200) });
    return { record: { line, cells: relaxed[0] }, lines: 1 };
  }

  const limit = Math.min(starts.length, at + MAX_LINES_IN_RECORD);
  const closed = firstRecord(reader, text.slice(from(at), from(limit)), false);
  if (closed !== null && fits(closed) && !mayHaveSwallowed(reader, closed))
    return { record: { line, cells: closed }, lines: linesOf(closed) };

  const without = width > 1 ? withoutOneQuote(reader, oneLine) : null;
  const followedByWhole = at + 1 >= starts.length || wholeOrBlank(reader, withoutLineEnd(text.slice(from(at + 1), from(at + 2))));
  if (without !== null && followedByWhole) {
    if (at + 1 >= starts.length && !last && text.length - from(at) < MAX_RECORD) return null;
    log.add('table.quote.unclosed', 'warning', { line, found: oneLine.slice(0, 200) });
    return { record: { line, cells: without }, lines: 1 };
  }

  const longer = firstRecord(reader, text.slice(from(at), from(Math.min(limit, at + 100))), true);
  if (longer !== null && width > 0 && longer.length === width && !mayHaveSwallowed(reader, longer)) {
    log.add('table.quote.stray', 'info', { line, found: oneLine.slice(0, 200) });
    return { record: { line, cells: longer }, lines: linesOf(longer) };
  }
  const enough = last || limit < starts.length || text.length - from(at) >= MAX_RECORD;
  if (!enough) return null;
  if (closed !== null && (without === null || !mayHaveSwallowed(reader, closed)))
    return { record: { line, cells: closed }, lines: linesOf(closed) };
  if (relaxed !== null && relaxed.length === 1 && relaxed[0] !== undefined) {
    log.add('table.quote.stray', 'info', { line, found: oneLine.slice(0, 200) });
    return { record: { line, cells: relaxed[0] }, lines: 1 };
  }
  log.add('table.quote.unclosed', without === null ? 'error' : 'warning', { line, found: oneLine.slice(0, 200) });
  if (without !== null) return { record: { line, cells: without }, lines: 1 };
  return { record: { line, cells: parseLiterally(parse, oneLine, dialect), problem: 'table.quote.unclosed' }, lines: 1 };
}

/** The first record of a text, closed before the text ends; null where there is none. */
function firstRecord(reader: BlockReader, text: string, relaxed: boolean): readonly string[] | null {
  const one = { ...reader.dialect };
  const read = relaxed ? parseRelaxed(reader.parse, text, one) : parseUntilError(reader.parse, text, one).records;
  return read?.[0] ?? null;
}

const wholeOrBlank = (reader: BlockReader, line: string): boolean => {
  if (line.trim() === '') return true;
  if (parseLiterally(reader.parse, line, reader.dialect).length === reader.width) return true;
  const read = parseRelaxed(reader.parse, line, reader.dialect);
  return read !== null && read[0]?.length === reader.width;
};

/** The cells of a line when one quote that opens a cell is left out, if then every cell is there; the first such. */
function withoutOneQuote(reader: BlockReader, line: string): readonly string[] | null {
  const { parse, dialect, width } = reader;
  if (dialect.quote === null) return null;
  let tried = 0;
  for (let at = line.indexOf(dialect.quote); at !== -1 && tried < 40; at = line.indexOf(dialect.quote, at + 1)) {
    if (at > 0 && !line.startsWith(dialect.delimiter, at - dialect.delimiter.length)) continue;
    tried++;
    const read = parseRelaxed(parse, line.slice(0, at) + line.slice(at + 1), dialect);
    if (read !== null && read.length === 1 && read[0]?.length === width) return read[0];
  }
  return null;
}
