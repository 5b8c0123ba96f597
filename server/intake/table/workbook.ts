// An Excel workbook (.xlsx) to tables, one or more a sheet. The line of a record is its row number in the sheet.
import readXlsxFile from 'read-excel-file/universal';
import type { Message } from '../../domain/screening.ts';
import { checkLetters, checkWidth, isBlankRecord } from './checkRecords.ts';
import { findHeader, headerOnLine } from './header.ts';
import { BATCH_RECORDS, MAX_COLUMNS, MAX_WORKBOOK_BYTES, MAX_WORKBOOK_UNPACKED, SAMPLE_RECORDS } from './limits.ts';
import { messageLog, messageOf } from './messageLog.ts';
import { cutSections, leftAbove, type Section } from './sections.ts';
import { cellsOfStyles, mergedAreasOf, oddCellsOf, percentStylesOf, type SheetPlace, sheetsOf } from './sheetXml.ts';
import type { ByteSource, FileReading, KnownColumn, RawRecord, Table, TableOptions } from './types.ts';
import { unpackText, type ZipEntry, zipEntries } from './zip.ts';

const refuse = (message: Message): FileReading => ({ outcome: 'refuse', messages: [message] });
const megabytes = (bytes: number): number => Math.round(bytes / 1_048_576);

const tooLarge = (size: number, unpacked: number): FileReading =>
  refuse(
    messageOf('table.workbook.size', 'error', {
      values: {
        size: megabytes(size),
        unpacked: megabytes(unpacked),
        limit: megabytes(MAX_WORKBOOK_BYTES),
        unpackedLimit: megabytes(MAX_WORKBOOK_UNPACKED),
      },
    }),
  );

/** All bytes, or null where there are more than a workbook may have. */
async function readAll(source: ByteSource): Promise<Uint8Array<ArrayBuffer> | null> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of source.chunks()) {
    length += chunk.length;
    if (length > MAX_WORKBOOK_BYTES) return null;
    parts.push(chunk.slice());
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

const STYLES = 'xl/styles.xml';

type Sheet = { readonly place: SheetPlace; readonly records: readonly RawRecord[]; readonly messages: readonly Message[] };

export async function readWorkbook(source: ByteSource, options: TableOptions, known: KnownColumn): Promise<FileReading> {
  if (source.size !== null && source.size > MAX_WORKBOOK_BYTES) return tooLarge(source.size, 0);
  const bytes = await readAll(source);
  if (bytes === null) return tooLarge(source.size ?? MAX_WORKBOOK_BYTES, 0);
  const entries = zipEntries(bytes);
  if (entries === null) return refuse(messageOf('table.workbook.damaged', 'error', { values: { reason: 'zip' } }));
  const entry = (name: string): ZipEntry | undefined => entries.find((one) => one.name.toLowerCase() === name.toLowerCase());
  const workbook = entry('xl/workbook.xml');
  const relations = entry('xl/_rels/workbook.xml.rels');
  if (workbook === undefined || relations === undefined) return refuse(messageOf('table.workbook.zip', 'error'));
  if (entries.some((one) => one.encrypted)) return refuse(messageOf('table.kind.xls', 'error'));
  const unpacked = entries.reduce((sum, one) => sum + one.unpacked, 0);
  if (unpacked > MAX_WORKBOOK_UNPACKED) return tooLarge(bytes.length, unpacked);

  const workbookXml = await unpackText(bytes, workbook, MAX_WORKBOOK_UNPACKED);
  const relationsXml = await unpackText(bytes, relations, MAX_WORKBOOK_UNPACKED);
  if (workbookXml === null || relationsXml === null)
    return refuse(messageOf('table.workbook.damaged', 'error', { values: { reason: 'xl/workbook.xml' } }));
  const places = sheetsOf(workbookXml, relationsXml);
  if (options.sheet !== undefined && !places.some((place) => place.name === options.sheet))
    return {
      outcome: 'ask',
      messages: [
        messageOf('table.sheet.unknown', 'error', {
          found: options.sheet,
          values: { expected: places.map((place) => place.name).join(', ') },
        }),
      ],
    };

  // The directory may lie: what is unpacked is counted too, before the reader of values gets the file.
  const xml = new Map<string, string>();
  let left = MAX_WORKBOOK_UNPACKED;
  for (const one of entries) {
    if (!/\.xml$/i.test(one.name) || one === workbook) continue;
    const text = await unpackText(bytes, one, Math.min(left, Math.max(one.unpacked, 1)));
    if (text === null) return refuse(messageOf('table.workbook.damaged', 'error', { values: { reason: one.name } }));
    left -= text.length;
    if (one.name === STYLES || places.some((place) => place.path === one.name)) xml.set(one.name, text);
  }
  let read: Awaited<ReturnType<typeof readXlsxFile>>;
  try {
    read = await readXlsxFile(bytes.buffer, { trim: false });
  } catch (error) {
    return refuse(
      messageOf('table.workbook.damaged', 'error', {
        values: { reason: error instanceof Error ? error.message.slice(0, 200) : String(error) },
      }),
    );
  }
  const percent = percentStylesOf(xml.get(STYLES) ?? '');
  const sheets = places.map((place, at) => sheetRecords(place, read[at]?.data ?? [], xml.get(place.path) ?? '', percent));
  return tablesOf(sheets, options, known);
}

const plainNumber = (value: number): string => {
  // Excel keeps 15 digits; what a file holds beyond them is the noise of binary fractions.
  const text = String(Number(value.toPrecision(15)));
  return text.includes('e') ? value.toLocaleString('en-US', { useGrouping: false, maximumSignificantDigits: 15 }) : text;
};

const isoDate = (value: Date): string => {
  const text = value.toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.replace(/\.000Z$/, '');
};

function sheetRecords(place: SheetPlace, data: readonly (readonly unknown[])[], xml: string, percent: ReadonlySet<string>): Sheet {
  const log = messageLog();
  const rows: { cells: string[]; numbers: number[] }[] = data.map((row) => {
    const numbers: number[] = [];
    const cells = row.map((value, at) => {
      if (value === null || value === undefined) return '';
      if (typeof value === 'number') {
        numbers.push(at);
        return plainNumber(value);
      }
      if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
      if (value instanceof Date) return Number.isNaN(value.valueOf()) ? '#VALUE!' : isoDate(value);
      return typeof value === 'string' ? value : '';
    });
    return { cells, numbers };
  });
  const rowAt = (row: number): { cells: string[]; numbers: number[] } => {
    while (rows.length < row) rows.push({ cells: [], numbers: [] });
    return rows[row - 1] ?? { cells: [], numbers: [] };
  };
  for (const odd of oddCellsOf(xml)) {
    if (odd.column > MAX_COLUMNS) continue;
    const { cells } = rowAt(odd.row);
    while (cells.length < odd.column) cells.push('');
    cells[odd.column - 1] = odd.text;
    if (odd.formula)
      log.add('table.cell.formula', 'warning', { sheet: place.name, line: odd.row, column: odd.column, found: odd.text.slice(0, 100) });
  }
  for (const { row, column } of cellsOfStyles(xml, percent)) {
    const shown = rows[row - 1];
    if (shown?.numbers.includes(column - 1) !== true) continue;
    shown.cells[column - 1] = `${plainNumber(Number(shown.cells[column - 1] ?? '') * 100)} %`;
  }
  const areas = mergedAreasOf(xml);
  let filled = 0;
  for (const { from, to } of areas) {
    const top = rows[from.row - 1];
    const text = top?.cells[from.column - 1] ?? '';
    if (text === '' || top?.numbers.includes(from.column - 1) !== false) continue;
    for (let row = from.row + 1; row <= Math.min(to.row, rows.length); row++) {
      const { cells } = rowAt(row);
      if (isBlankRecord(cells)) continue;
      while (cells.length < from.column) cells.push('');
      if (cells[from.column - 1] !== '') continue;
      cells[from.column - 1] = text;
      filled++;
    }
  }
  if (areas.length > 0)
    log.add('table.sheet.merged', filled > 0 ? 'warning' : 'info', {
      sheet: place.name,
      line: areas[0]?.from.row ?? null,
      found: areas
        .slice(0, 5)
        .map((area) => area.name)
        .join(', '),
      values: { count: areas.length, filled },
    });
  const records = rows
    .map((row, at): RawRecord => ({ line: at + 1, cells: row.cells, ...(row.numbers.length > 0 ? { numbers: row.numbers } : {}) }))
    .filter((record) => !isBlankRecord(record.cells));
  return { place, records, messages: log.list() };
}

function tablesOf(sheets: readonly Sheet[], options: TableOptions, known: KnownColumn): FileReading {
  const messages: Message[] = [];
  const unread: Message[] = [];
  const tables: Table[] = [];
  for (const { place, records, messages: said } of sheets) {
    if (options.sheet !== undefined && place.name !== options.sheet) continue;
    if (records.length === 0) continue;
    const sheet = place.name;
    const header = options.headerLine === undefined ? findHeader(records, known) : headerOnLine(records, options.headerLine, known);
    if (header === null) {
      const found =
        records[0]?.cells
          .filter((cell) => cell !== '')
          .join(' | ')
          .slice(0, 200) ?? '';
      unread.push(messageOf('table.sheet.skipped', 'warning', { sheet, line: records[0]?.line ?? null, found, values: { sheet } }));
      continue;
    }
    if (header.headers.length > MAX_COLUMNS)
      return refuse(
        messageOf('table.columns.many', 'error', {
          sheet,
          line: header.line,
          values: { count: header.headers.length, limit: MAX_COLUMNS },
        }),
      );
    messages.push(...said);
    if (place.hidden) messages.push(messageOf('table.sheet.hidden', 'warning', { sheet, values: { sheet } }));
    messages.push(...leftAbove(header, records, sheet));
    const below = records.slice(header.last + 1);
    if (below.length === 0) messages.push(messageOf('table.noRecords', 'warning', { sheet, line: header.line }));
    const whole: Section = { header, preamble: records.slice(0, header.first), end: Infinity };
    const cut = cutSections(below, whole, known, () => 1, sheet);
    messages.push(...cut.messages);
    tables.push(...cut.sections.map((section) => sheetTable(place, section, below)));
  }
  if (tables.length > 0) return { outcome: 'tables', tables, messages: [...messages, ...unread] };
  const first = sheets.find((sheet) => sheet.records.length > 0);
  if (first === undefined) return refuse(messageOf('table.empty', 'error'));
  return {
    outcome: 'ask',
    messages: [
      messageOf('table.header.none', 'error', {
        sheet: first.place.name,
        line: first.records[0]?.line ?? null,
        found: first.records[0]?.cells.join(' | ').slice(0, 200) ?? '',
        values: { lines: first.records.length },
      }),
    ],
  };
}

function sheetTable(place: SheetPlace, section: Section, below: readonly RawRecord[]): Table {
  const { header, preamble, end } = section;
  const own = below.filter((record) => record.line > header.line && record.line < end);
  let log = messageLog();
  return {
    head: {
      sheet: place.name,
      encoding: null,
      delimiter: null,
      headerLine: header.line,
      headers: header.headers,
      canonical: true,
      hidden: place.hidden,
      units: header.units,
      preamble,
      sample: own.slice(0, SAMPLE_RECORDS),
    },
    async *records() {
      log = messageLog();
      const check = { headers: header.headers, headerLine: header.line, delimiter: ' | ', log, sheet: place.name };
      for (let at = 0; at < own.length; at += BATCH_RECORDS)
        yield own.slice(at, at + BATCH_RECORDS).map((record) => {
          checkLetters(check, record);
          return checkWidth(check, record);
        });
    },
    messages: () => log.list(),
  };
}
