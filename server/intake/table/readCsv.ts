// A text file to tables: encoding, dialect, header, then the records as a stream.
import type { Message } from '../../domain/screening.ts';
import {
  checkCellSizes,
  checkLetters,
  checkWidth,
  headerAmongRecords,
  isBlankRecord,
  isGarbledThroughout,
  MAY_BE_ODD,
  type RecordCheck,
  ungarbled,
  withoutGarble,
} from './checkRecords.ts';
import { type Dialect, loadCsvParse, type ParseCsv } from './csvParser.ts';
import { chooseDialect, delimiterNamed, usualWidth } from './dialect.ts';
import { type Encoding, encodingNamed, encodingOfBytes, encodingOfHead, ENCODINGS } from './encoding.ts';
import { findHeader, type FoundHeader, headerOnLine } from './header.ts';
import { BATCH_RECORDS, DIALECT_CHARS, MAX_COLUMNS, MAX_MENDS, MAX_RECORD, SAMPLE_RECORDS } from './limits.ts';
import { countLineEnds, linesOf } from './lineEnds.ts';
import { messageLog, type MessageLog, messageOf } from './messageLog.ts';
import { readBlock } from './readBlock.ts';
import { readText, type TextBlock } from './readText.ts';
import { cutSections, leftAbove, type Section } from './sections.ts';
import type { ByteSource, FileReading, KnownColumn, RawRecord, Table, TableOptions } from './types.ts';
import { unwrapLines } from './wrappedLines.ts';

type Csv = {
  readonly source: ByteSource;
  readonly parse: ParseCsv;
  readonly encoding: Encoding;
  readonly dialect: Dialect;
  /** Saved once in a wrong encoding, all of it: letters are put right. */
  readonly garbled: boolean;
  /** Cells that records have as a rule, the blank ones at the right among them. */
  readonly width: number;
  readonly known: KnownColumn;
};

const refuse = (message: Message): FileReading => ({ outcome: 'refuse', messages: [message] });

/** Answers are remembered, up to a bound: the same few texts are asked for again and again. */
function remembering(known: KnownColumn): KnownColumn {
  const answers = new Map<string, string | null>();
  const remembered = (header: string): string | null => {
    const before = answers.get(header);
    if (before !== undefined) return before;
    const answer = known(header);
    if (answers.size > 5_000) answers.clear();
    answers.set(header, answer);
    return answer;
  };
  return known.sure === undefined ? remembered : Object.assign(remembered, { sure: known.sure });
}

/** `head`: the file's first bytes, told to be text. */
export async function readCsv(source: ByteSource, options: TableOptions, knownColumn: KnownColumn, head: Uint8Array): Promise<FileReading> {
  const known = remembering(knownColumn);
  const messages: Message[] = [];
  const encoding = await chooseEncoding(source, options, head);
  if (typeof encoding !== 'string') return refuse(encoding);
  if (options.encoding === undefined && (encoding === 'ibm850' || encoding === 'macintosh'))
    messages.push(messageOf('table.encoding.guess', 'warning', { values: { encoding } }));

  const begin = await readBeginning(source, encoding);
  if (begin === null) return refuse(messageOf('table.empty', 'error'));
  if (begin.overlong)
    return refuse(
      messageOf('table.record.long', 'error', { line: begin.line, found: begin.text.slice(0, 80), values: { limit: MAX_RECORD } }),
    );

  const parse = await loadCsvParse();
  const garbled = isGarbledThroughout(begin.text);
  const chosen = chooseDialect(
    parse,
    garbled ? ungarbled(begin.text) : begin.text,
    known,
    options.delimiter === undefined ? null : delimiterNamed(options.delimiter),
  );
  const records = chosen.records
    .map((record) => ({ ...record, line: record.line + begin.line - 1 }))
    .filter((record) => !isBlankRecord(record.cells));
  const first = records[0];
  if (first === undefined) return refuse(messageOf('table.empty', 'error'));
  const header = options.headerLine === undefined ? findHeader(records, known) : headerOnLine(records, options.headerLine, known);
  if (header === null) {
    const wide = records.find((record) => record.cells.length > MAX_COLUMNS);
    if (wide !== undefined) return refuse(tooWide(wide.line, wide.cells.length));
    const wanted = options.headerLine;
    if (wanted !== undefined)
      return { outcome: 'ask', messages: [messageOf('table.header.line', 'error', { values: { wanted, lines: records.length } })] };
    const found = first.cells.join(chosen.dialect.delimiter).slice(0, 200);
    return {
      outcome: 'ask',
      messages: [...messages, messageOf('table.header.none', 'error', { line: first.line, found, values: { lines: records.length } })],
    };
  }
  if (header.headers.length > MAX_COLUMNS) return refuse(tooWide(header.line, header.headers.length));
  messages.push(...namesTwice(header), ...leftAbove(header, records, null));

  const data = records.slice(header.last + 1);
  const width = usualWidth(data.length > 0 ? data : records.slice(header.last, header.last + 1));
  const csv: Csv = { source, parse, encoding, dialect: chosen.dialect, garbled, width, known };
  const preamble = records.slice(0, header.first);
  const sample = await readSample(csv, header);
  const cut = cutSections(sample, { header, preamble, end: Infinity }, known, linesOf, null);
  messages.push(...cut.messages);
  const tables = cut.sections.map((section, at) => tableOf(csv, section, sample, at === 0));
  if (sample.length === 0) messages.push(messageOf('table.noRecords', 'warning', { line: header.line }));
  return { outcome: 'tables', tables, messages };
}

const tooWide = (line: number, count: number): Message =>
  messageOf('table.columns.many', 'error', { line, values: { count, limit: MAX_COLUMNS } });

async function chooseEncoding(source: ByteSource, options: TableOptions, head: Uint8Array): Promise<Encoding | Message> {
  if (options.encoding !== undefined) {
    const named = encodingNamed(options.encoding);
    return named ?? messageOf('table.encoding.unknown', 'error', { found: options.encoding, values: { expected: ENCODINGS.join(', ') } });
  }
  const marked = encodingOfHead(head);
  if (marked === 'utf-32') return messageOf('table.encoding.utf32', 'error');
  return marked ?? encodingOfBytes(source);
}

/** Enough whole lines to choose by, from the first line with content; null where there is none. */
async function readBeginning(source: ByteSource, encoding: Encoding): Promise<TextBlock | null> {
  let text = '';
  let line = 1;
  for await (const block of readText(source, encoding, messageLog())) {
    if (text === '') {
      if (block.text.trim() === '') continue;
      line = block.line;
      if (block.overlong) return block;
      const blank = /^\s*[\r\n]/.exec(block.text)?.[0] ?? '';
      line += countLineEnds(blank);
      text = block.text.slice(blank.length);
    } else if (block.overlong) break;
    else text += block.text;
    if (text.length >= DIALECT_CHARS) break;
  }
  if (text === '') return null;
  if (text.length > DIALECT_CHARS) {
    const next = text.slice(DIALECT_CHARS).search(/[\r\n]/);
    if (next !== -1) text = text.slice(0, DIALECT_CHARS + next + 1);
  }
  return { text, line, overlong: false };
}

function namesTwice(header: FoundHeader): Message[] {
  const columns = new Map<string, number[]>();
  for (const [at, name] of header.headers.entries()) {
    if (name === '') continue;
    const key = `${name.toLowerCase()}\t${header.units[at] ?? ''}`;
    columns.set(key, [...(columns.get(key) ?? []), at + 1]);
  }
  return [...columns.values()]
    .filter((places) => places.length > 1)
    .map((places) =>
      messageOf('table.header.twice', 'warning', {
        line: header.line,
        column: places[1] ?? null,
        header: header.headers[(places[0] ?? 1) - 1] ?? null,
        values: { columns: places.join(', ') },
      }),
    );
}

/** All non-blank records of the file that begin after a line, in order, block by block; `oddLetters` where the block holds any. */
async function* blocksOfRecords(
  csv: Csv,
  after: number,
  log: MessageLog,
): AsyncGenerator<{ readonly records: readonly RawRecord[]; readonly oddLetters: boolean }, void, void> {
  const reader = { parse: csv.parse, dialect: csv.dialect, width: csv.width, log, mends: { left: MAX_MENDS } };
  const take = (records: RawRecord[]): RawRecord[] => {
    const unwrapped = csv.dialect.quote === null ? { records, lines: [] } : unwrapLines(csv.parse, records, csv.dialect, csv.width);
    const firstWrapped = unwrapped.lines[0];
    if (firstWrapped !== undefined)
      log.addOnce('table.lines.wrapped', 'info', { line: firstWrapped, values: { delimiter: csv.dialect.delimiter } });
    return unwrapped.records.filter((record) => record.line > after && !isBlankRecord(record.cells));
  };
  let rest = '';
  let restLine = 1;
  for await (const block of readText(csv.source, csv.encoding, log)) {
    if (block.overlong) {
      if (rest !== '') yield { records: take(readBlock(reader, rest, restLine, true).records), oddLetters: MAY_BE_ODD.test(rest) };
      rest = '';
      log.add('table.record.long', 'error', { line: block.line, found: block.text.slice(0, 80), values: { limit: MAX_RECORD } });
      yield { records: [{ line: block.line, cells: [block.text], problem: 'table.record.long' }], oddLetters: false };
      continue;
    }
    const text = rest + block.text;
    const line = rest === '' ? block.line : restLine;
    // An open quote may want more text: then it is read again once as much has come, not after every block.
    if (rest !== '' && block.text.length < rest.length && text.length < MAX_RECORD && block.text.length < 32_768) {
      rest = text;
      continue;
    }
    const read = readBlock(reader, text, line, false);
    rest = read.rest;
    restLine = read.restLine;
    yield { records: take(read.records), oddLetters: MAY_BE_ODD.test(text) };
  }
  if (rest !== '') yield { records: take(readBlock(reader, rest, restLine, true).records), oddLetters: MAY_BE_ODD.test(rest) };
}

async function readSample(csv: Csv, header: FoundHeader): Promise<readonly RawRecord[]> {
  const sample: RawRecord[] = [];
  for await (const { records } of blocksOfRecords(csv, header.line, messageLog())) {
    const some = records.slice(0, SAMPLE_RECORDS - sample.length);
    sample.push(...(csv.garbled ? some.map((record) => ({ ...record, cells: record.cells.map(ungarbled) })) : some));
    if (sample.length >= SAMPLE_RECORDS) break;
  }
  return sample;
}

function tableOf(csv: Csv, section: Section, sample: readonly RawRecord[], first: boolean): Table {
  const { preamble, end } = section;
  const below = sample.filter((record) => record.line > section.header.line && record.line < end);
  const header = withNamelessColumns(section.header, below);
  const begin = first ? 0 : (preamble[0]?.line ?? header.line);
  let log = messageLog();
  return {
    head: {
      sheet: null,
      encoding: csv.encoding,
      delimiter: csv.dialect.delimiter,
      headerLine: header.line,
      headers: header.headers,
      units: header.units,
      preamble,
      sample: below,
    },
    records: () => {
      log = messageLog();
      return recordsOf(csv, { ...section, header }, sample.at(-1)?.line ?? 0, log);
    },
    // The whole file is read for each table in it: what is said of lines of the others is theirs to say.
    messages: () => log.list().filter((message) => message.line === null || (message.line >= begin && message.line < end)),
  };
}

/** Columns at the end of the header line that have no name, but cells below. */
function withNamelessColumns(header: FoundHeader, below: readonly RawRecord[]): FoundHeader {
  let width = header.headers.length;
  for (const { cells } of below)
    for (let at = width; at < Math.min(cells.length, header.width); at++) if ((cells[at] ?? '').trim() !== '') width = at + 1;
  const more = width - header.headers.length;
  if (more === 0) return header;
  return {
    ...header,
    headers: [...header.headers, ...Array<string>(more).fill('')],
    units: [...header.units, ...Array<null>(more).fill(null)],
  };
}

async function* recordsOf(
  csv: Csv,
  section: Section,
  sampleEnd: number,
  log: MessageLog,
): AsyncGenerator<readonly RawRecord[], void, void> {
  const { header, end } = section;
  const check: RecordCheck = {
    headers: header.headers,
    headerLine: header.line,
    delimiter: csv.dialect.delimiter,
    width: header.width,
    log,
  };
  let foreign = false;
  for await (const { records, oddLetters } of blocksOfRecords(csv, header.line, log)) {
    const batch: RawRecord[] = [];
    for (const read of records) {
      if (read.line >= end) break;
      let record = read;
      if (record.line > sampleEnd) {
        const among = headerAmongRecords(record.cells, header.headers, csv.known);
        if (among === 'other' && !foreign)
          log.add('table.header.repeated', 'error', {
            line: record.line,
            found: record.cells.join(' | ').slice(0, 200),
            values: { first: header.line, sample: SAMPLE_RECORDS },
          });
        if (among !== null) foreign = among === 'other';
        if (foreign) record = { ...record, problem: 'table.header.repeated' };
      }
      if (oddLetters && csv.garbled) record = withoutGarble(check, record);
      if (oddLetters) checkLetters(check, record);
      checkCellSizes(check, record);
      batch.push(checkWidth(check, record));
    }
    for (let at = 0; at < batch.length; at += BATCH_RECORDS)
      yield batch.length <= BATCH_RECORDS ? batch : batch.slice(at, at + BATCH_RECORDS);
    if ((records.at(-1)?.line ?? 0) >= end) return;
  }
}
