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
  /** Records that may still be mended one by one; when none is left, quotes are no longer believed and their lines are marked. */
  readonly mends: { left: number };
};

/** `rest` begins with a record that is not complete: it is to be read again with more text behind it. */
export type BlockRead = { readonly records: RawRecord[]; readonly rest: string; readonly restLine: number };

const done = (records: RawRecord[]): BlockRead => ({ records, rest: '', restLine: 0 });

/** `last`: nothing follows, so a quote that is open at the end was never closed. */
export function readBlock(reader: BlockReader, text: string, line: number, last: boolean): BlockRead {
  const { parse, dialect, width } = reader;
  if (dialect.quote === null || !text.includes(dialect.quote)) {
    return done(readPlain(reader, text, line));
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
  } else if (width > 1 && strict.error !== 'CSV_QUOTE_NOT_CLOSED') {
    const relaxed = parseRelaxed(parse, text, dialect);
    const lines = countLineEnds(text) + (/[\r\n]$/.test(text) ? 0 : 1);
    // As many records as lines, each with all its cells: no quote reached beyond its line.
    if (relaxed !== null && relaxed.length === lines && relaxed.every((cells) => cells.length === width))
      return done(
        relaxed.map((cells, index) => {
          if (beginsWithQuote(dialect, cells)) sayStray(reader, line + index, cells);
          return { line: line + index, cells };
        }),
      );
  }
  return readWithCare(reader, text, line, last);
}

/** Lines without quotes: each is a record. Long runs of blank lines are stepped over, as csv-parse takes its time over each. */
function readPlain(reader: BlockReader, text: string, line: number): RawRecord[] {
  const plain = { ...reader.dialect, quote: null, escape: null };
  const records: RawRecord[] = [];
  let at = 0;
  let first = line;
  const read = (end: number, next: number): void => {
    let number = first;
    for (const cells of parseStrictly(reader.parse, text.slice(at, end), plain, reader.width).records)
      records.push({ line: number++, cells });
    if (next < text.length) first += countLineEnds(text.slice(at, next));
    at = next;
  };
  for (const run of text.matchAll(/[\r\n]{8,}/g)) read(run.index, run.index + run[0].length);
  if (at < text.length) read(text.length, text.length);
  return records;
}

/** `"Myra" Meieri`: perhaps meant as a quoted cell, so it is said; `12" rør` cannot be. */
const beginsWithQuote = (dialect: Dialect, cells: readonly string[]): boolean =>
  cells.some((cell) => dialect.quote !== null && cell.startsWith(dialect.quote));

const sayStray = (reader: BlockReader, line: number, cells: readonly string[]): void =>
  reader.log.add('table.quote.stray', 'info', { line, found: cells.join(reader.dialect.delimiter).slice(0, 200) });

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
    if (reader.mends.left <= 0)
      return { records: [...records, ...readLiterally(reader, text.slice(from(at)), line + at)], rest: '', restLine: 0 };
    reader.mends.left--;
    const mended = mendRecord(reader, text, starts, at, line, last);
    if (mended === null) return { records, rest: text.slice(from(at)), restLine: line + at };
    records.push(mended.record);
    at += mended.lines;
    group = 8;
  }
  return done(records);
}

/** Every line its own record, quotes as they stand; lines that hold one are marked, as their cells may be cut wrongly. */
function readLiterally(reader: BlockReader, text: string, line: number): RawRecord[] {
  const { records } = parseStrictly(reader.parse, text, { ...reader.dialect, quote: null, escape: null }, reader.width);
  return records.map((cells, index) => {
    if (!cells.some((cell) => reader.dialect.quote !== null && cell.includes(reader.dialect.quote))) return { line: line + index, cells };
    reader.log.add('table.quote.unclosed', 'error', { line: line + index, found: cells.join(reader.dialect.delimiter).slice(0, 200) });
    return { line: line + index, cells, problem: 'table.quote.unclosed' };
  });
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
    if (!clean && beginsWithQuote(dialect, relaxed[0])) sayStray(reader, line, relaxed[0]);
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
  const read = relaxed ? parseRelaxed(reader.parse, text, one, 1) : parseUntilError(reader.parse, text, one, 1).records;
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
