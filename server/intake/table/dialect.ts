// Which delimiter and quote a text is written with: the pair that gives most known column names, then the most even table.
import { type Dialect, type ParseCsv } from './csvParser.ts';
import { knownFields } from './header.ts';
import { MENDS_PER_TRIAL } from './limits.ts';
import { messageLog } from './messageLog.ts';
import { readBlock } from './readBlock.ts';
import type { KnownColumn, RawRecord } from './types.ts';
import { unwrapLines } from './wrappedLines.ts';

/** In the order that wins when nothing else decides. */
const DELIMITERS = [';', '\t', ',', '|', '¦', '^', '~', ':', '\u001f'] as const;

/** `sep=;` as the first line is an instruction to Excel, not a record. */
const SEP = /^\uFEFF?"?sep=(.|\\t|tab)"?[;,\t]*\s*(?:\r\n|\n|\r|$)/i;

export type ChosenDialect = {
  readonly dialect: Dialect;
  readonly records: readonly RawRecord[];
  readonly sepLine: boolean;
  readonly wrapped: boolean;
};

const DELIMITER_WORDS = new Map([
  ['tab', '\t'],
  ['\\t', '\t'],
  ['semicolon', ';'],
  ['semikolon', ';'],
  ['comma', ','],
  ['komma', ','],
  ['pipe', '|'],
]);

/** The delimiter that a person named. */
export const delimiterNamed = (name: string): string => DELIMITER_WORDS.get(name.trim().toLowerCase()) ?? name;

function dialectsFor(text: string, delimiter: string): Dialect[] {
  const standard: Dialect = { delimiter, quote: '"', escape: '"', spaced: false };
  const dialects = [standard];
  if (text.includes('\\"')) dialects.push({ ...standard, escape: '\\' });
  if (new RegExp(`(?:^|[\\r\\n]|${escaped(delimiter)})'[^\\r\\n]{0,200}'(?:$|[\\r\\n]|${escaped(delimiter)})`).test(text))
    dialects.push({ ...standard, quote: "'", escape: "'" });
  if (delimiter !== '\t' && new RegExp(`${escaped(delimiter)} +"`).test(text)) dialects.push({ ...standard, spaced: true });
  return dialects;
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

type Trial = {
  readonly dialect: Dialect;
  readonly records: readonly RawRecord[];
  readonly wrapped: boolean;
  readonly known: number;
  readonly evenness: number;
};

function tryDialect(parse: ParseCsv, text: string, dialect: Dialect, known: KnownColumn): Trial {
  const log = messageLog();
  const read = (width: number): RawRecord[] =>
    readBlock({ parse, dialect, width, log, mends: { left: MENDS_PER_TRIAL } }, text, 1, true).records;
  const once = unwrapLines(parse, read(0), dialect, 0);
  const width = usualWidth(once.records);
  const again =
    width > 1 && once.lines.length === 0 && dialect.quote !== null && text.includes(dialect.quote)
      ? unwrapLines(parse, read(width), dialect, 0)
      : once;
  const shown = again.records.filter((record) => record.cells.some((cell) => cell.trim() !== ''));
  const most = shown.slice(0, 60).reduce((best, record) => Math.max(best, knownFields(record.cells, known)), 0);
  const even = shown.filter((record) => record.cells.length === width).length / Math.max(1, shown.length);
  const shareWith = (mark: string): number =>
    shown.filter((record) => record.cells.some((cell) => cell.includes(mark))).length / Math.max(1, shown.length);
  // A quote may belong in a cell; one with its escape before it does not.
  const quoteLeft = dialect.quote === null ? 0 : shareWith('"') + shareWith('\\"') / 2;
  return {
    dialect,
    records: again.records,
    wrapped: again.lines.length > 0,
    known: most,
    evenness: width < 2 ? 0 : even * (1 + Math.min(width, 20) / 100) - quoteLeft * 0.2,
  };
}

/** The number of cells that most records with more than one have. */
export function usualWidth(records: readonly RawRecord[]): number {
  const counts = new Map<number, number>();
  for (const record of records) if (record.cells.length > 1) counts.set(record.cells.length, (counts.get(record.cells.length) ?? 0) + 1);
  let width = 0;
  let most = 0;
  for (const [cells, count] of counts)
    if (count > most || (count === most && cells > width)) {
      width = cells;
      most = count;
    }
  return width;
}

/**
 * Chooses by the head of a text (whole lines). `given`: a delimiter that a person chose. The records are those of the head, those of `sep=` left
 * out.
 */
export function chooseDialect(parse: ParseCsv, head: string, known: KnownColumn, given: string | null): ChosenDialect {
  const sep = SEP.exec(head);
  const told = given ?? (sep === null ? null : delimiterNamed(sep[1] ?? ';'));
  const candidates = told === null ? DELIMITERS.filter((delimiter) => head.includes(delimiter)) : [told];
  const trials = (candidates.length === 0 ? [';'] : candidates).flatMap((delimiter) =>
    dialectsFor(head, delimiter).map((dialect) => tryDialect(parse, head, dialect, known)),
  );
  const best = trials.reduce((a, b) => (b.known > a.known || (b.known === a.known && b.evenness > a.evenness + 1e-9) ? b : a));
  const records = sep === null ? best.records : best.records.filter((record) => record.line > 1);
  return { dialect: best.dialect, records, sepLine: sep !== null, wrapped: best.wrapped };
}
