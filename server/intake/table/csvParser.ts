// csv-parse, loaded in the build that fits: its Node build uses the native Buffer, its browser build brings its own.
import type { Options } from 'csv-parse/sync';

export type Dialect = {
  readonly delimiter: string;
  /** Null: no quotes at all. */
  readonly quote: string | null;
  readonly escape: string | null;
  /** Spaces between delimiter and quote: cells are trimmed, as the quotes are not seen otherwise. */
  readonly spaced: boolean;
};

export type ParseCsv = (text: string, options: Options) => string[][];

/** csv-parse makes an error object for every record of another length; without stack traces these cost a tenth. */
const withoutTraces =
  (parse: ParseCsv): ParseCsv =>
  (text, options) => {
    const depth = Error.stackTraceLimit;
    Error.stackTraceLimit = 0;
    try {
      return parse(text, options);
    } finally {
      Error.stackTraceLimit = depth;
    }
  };

const BEYOND_LATIN_1 = /[^\u0000-\u00ff]/;

/** csv-parse works on bytes: a text of Latin-1 letters goes in and comes out a sixth quicker with one byte a letter. */
const byteALetter =
  (parse: (input: string | Buffer, options: Options) => string[][]): ParseCsv =>
  (text, options) =>
    BEYOND_LATIN_1.test(text) || BEYOND_LATIN_1.test(`${String(options.delimiter)}${String(options.quote)}${String(options.escape)}`)
      ? parse(text, options)
      : parse(Buffer.from(text, 'latin1'), { ...options, encoding: 'latin1' });

let loading: Promise<ParseCsv> | undefined;

/** The synchronous parser of csv-parse. */
export function loadCsvParse(): Promise<ParseCsv> {
  loading ??=
    'Buffer' in globalThis
      ? import('csv-parse/sync').then((m) => withoutTraces(byteALetter(m.parse)))
      : import('csv-parse/browser/esm/sync').then((m) => withoutTraces(m.parse));
  return loading;
}

export type Parsed = { readonly records: string[][]; readonly error: string | null };

const LINE_ENDS = ['\r\n', '\n', '\r'];

/** Each line end that csv-parse must look for costs at every character: only those that the text may hold. */
function lineEndsIn(text: string): string[] {
  if (!text.includes('\r')) return ['\n'];
  if (LONE_RETURN.test(text)) return LINE_ENDS;
  return LONE_FEED.test(text) ? LINE_ENDS.slice(0, 2) : LINE_ENDS.slice(0, 1);
}
const LONE_RETURN = /\r(?!\n)/;
const LONE_FEED = /(?<!\r)\n/;

const optionsOf = (dialect: Dialect, ends: string[]): Options => ({
  delimiter: dialect.delimiter,
  quote: dialect.quote,
  escape: dialect.quote === null ? null : dialect.escape,
  record_delimiter: ends,
  relax_column_count: true,
  ltrim: dialect.spaced,
  rtrim: dialect.spaced,
});

const codeOf = (error: unknown): string => {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  throw error;
};

/**
 * Parses whole lines strictly. `width` is the number of cells that most records have: csv-parse takes the first line as the measure and makes
 * an error object for each record that differs, so a line of that many empty cells goes first.
 */
export function parseStrictly(parse: ParseCsv, text: string, dialect: Dialect, width: number): Parsed {
  const measured = width > 1;
  try {
    const ends = lineEndsIn(text);
    const input = measured ? `${dialect.delimiter.repeat(width - 1)}${ends[0] ?? ''}${text}` : text;
    const records = parse(input, optionsOf(dialect, ends));
    if (measured) records.shift();
    return { records, error: null };
  } catch (error) {
    return { records: [], error: codeOf(error) };
  }
}

/** As above, but keeps the records before the first error. Slower: only where an error is known to be. */
export function parseUntilError(parse: ParseCsv, text: string, dialect: Dialect, atMost?: number): Parsed {
  const records: string[][] = [];
  const keep = (record: string[]): null => {
    records.push(record);
    return null;
  };
  try {
    parse(text, { ...optionsOf(dialect, lineEndsIn(text)), on_record: keep, ...(atMost === undefined ? {} : { to: atMost }) });
    return { records, error: null };
  } catch (error) {
    return { records, error: codeOf(error) };
  }
}

/** Quotes inside cells stand for themselves. Null where a quote is still open at the end. */
export function parseRelaxed(parse: ParseCsv, text: string, dialect: Dialect, atMost?: number): string[][] | null {
  try {
    return parse(text, { ...optionsOf(dialect, lineEndsIn(text)), relax_quotes: true, ...(atMost === undefined ? {} : { to: atMost }) });
  } catch (error) {
    codeOf(error);
    return null;
  }
}

/** The one record that a text holds when quotes mean nothing. */
export function parseLiterally(parse: ParseCsv, line: string, dialect: Dialect): string[] {
  return parse(line, optionsOf({ ...dialect, quote: null, escape: null }, lineEndsIn(line)))[0] ?? [''];
}
