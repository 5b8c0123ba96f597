// What became of a file, as the contract shows it.
import type { Language } from '../../contract/errors.ts';
import type { FileAnswer, ImportMessage, RowAnswer } from '../../contract/importAnswer.ts';
import { wasteCodeText } from '../../domain/flow.ts';
import type { Message, ScreeningRow } from '../../domain/screening.ts';
import { textOf } from '../../intake/messages.ts';
import type { FileTaken } from './protocol.ts';

/** Lines that one counting message lists at most; its count has no end. */
const LISTED = 10_000;

export function messageShown(message: Message, language: Language): ImportMessage {
  const { sheet, line, column, header, found, severity, code, values } = message;
  const text = textOf(message, language);
  const counted = typeof values['count'] === 'number' && typeof values['lines'] === 'string' && line === null;
  if (!counted) return { sheet, line, lines: line === null ? [] : [line], count: 1, column, header, found, severity, code, text };
  const lines = linesOf(String(values['lines']));
  return {
    sheet,
    line,
    lines,
    count: Number(values['count']),
    column,
    header,
    found,
    severity,
    code: String(values['code'] ?? code),
    text,
  };
}

/** `3, 5-7` as 3, 5, 6, 7. */
function linesOf(spans: string): number[] {
  const lines: number[] = [];
  for (const span of spans.split(',')) {
    const [from = 0, to = from] = span.split('-').map(Number);
    for (let line = from; line <= to && lines.length < LISTED; line++) lines.push(line);
  }
  return lines;
}

export const rowShown = (row: ScreeningRow): RowAnswer => ({
  sheet: row.sheet,
  line: row.line,
  company: row.company,
  org_number: row.orgNumber,
  municipality: row.municipality,
  site: row.site,
  process: row.process,
  direction: row.direction,
  role: row.role,
  resource: row.words,
  category: wasteCodeText(row),
  quantity: row.stated,
  unit: row.unit,
  annual: row.annual,
  period: row.period,
  temperature: row.temperature,
  temperature_return: row.temperatureReturn,
  hours: row.hours,
  price: row.price,
  quality: row.quality,
  comment: row.comment,
});

export function fileAnswer(taken: FileTaken, language: Language, withRows: boolean): FileAnswer {
  return {
    file: taken.file,
    outcome: taken.outcome,
    encoding: taken.encoding,
    delimiter: taken.delimiter,
    decimal: taken.decimal,
    header_line: taken.headerLine,
    rows_read: taken.rowsRead,
    rows_ok: taken.rowsOk,
    rows_rejected: taken.rowsRejected,
    rows_skipped: taken.rowsSkipped,
    ...(withRows ? { rows: taken.rows.map(rowShown) } : {}),
    messages: taken.messages.map((one) => messageShown(one, language)),
  };
}
