// A flow table, dropped, chosen or pasted, to flows: every row is drawn, told as not drawn, or refused with its line and the reason.
import { openFile } from '../../server/intake/table/openFile.ts';
import type { ByteSource, RawRecord, Table } from '../../server/intake/table/types.ts';
import type { SankeyFlow } from '../sankey/types.ts';
import { decimalMark, readAmount } from './amounts.ts';
import type { Mark } from './amounts.ts';
import { headerOf } from './columns.ts';
import type { Field } from './columns.ts';
import { nameRows } from './nameRows.ts';
import type { UnnamedRow } from './nameRows.ts';

export type Refusal = {
  readonly line: number;
  /** Empty where the row has none. */
  readonly id: string;
  readonly code: 'negative' | 'notNumber' | 'noSource' | 'noTarget' | 'range' | 'large';
  readonly found: string;
};

export type FlowTable = {
  readonly name: string;
  readonly flows: readonly SankeyFlow[];
  readonly refused: readonly Refusal[];
  /** A cell such as `1.234` that reads two ways, and how it was read. */
  readonly doubtful: { readonly found: string; readonly mark: Mark } | null;
  /** Rows read; null where all were. */
  readonly cutAt: number | null;
  /** Ids that stood twice, given a number. */
  readonly repeatedIds: readonly string[];
};

export type Reading =
  | { readonly outcome: 'table'; readonly table: FlowTable }
  | { readonly outcome: 'noColumns'; readonly headers: readonly string[]; readonly missing: readonly Field[] }
  | { readonly outcome: 'unreadable'; readonly code: string };

const NEEDED: readonly Field[] = ['source', 'target', 'value'];
/** More is no flow table any more: what follows is not read, and that is said. */
const MOST_ROWS = 100_000;
/** The sum of so many rows of so much is still a number. */
const LARGEST = 1e300;

export async function readFlowTable(source: ByteSource): Promise<Reading> {
  const reading = await openFile(source, {}, (header) => headerOf(header)?.field ?? null);
  if (reading.outcome !== 'tables') return { outcome: 'unreadable', code: reading.messages[0]?.code ?? 'table.empty' };
  let headers: readonly string[] = [];
  for (const table of reading.tables) {
    const columns = columnsOf(table);
    if (NEEDED.every((field) => columns.has(field))) return { outcome: 'table', table: await rowsOf(table, columns, source.name) };
    if (headers.length === 0) headers = table.head.headers;
  }
  const first = reading.tables[0];
  const known = first === undefined ? new Map<Field, number>() : columnsOf(first);
  return { outcome: 'noColumns', headers, missing: NEEDED.filter((field) => !known.has(field)) };
}

function columnsOf(table: Table): Map<Field, number> {
  const columns = new Map<Field, number>();
  table.head.headers.forEach((text, i) => {
    const field = headerOf(text)?.field;
    if (field !== undefined && !columns.has(field)) columns.set(field, i);
  });
  return columns;
}

async function rowsOf(table: Table, columns: ReadonlyMap<Field, number>, name: string): Promise<FlowTable> {
  const records: RawRecord[] = [];
  let cutAt: number | null = null;
  for await (const batch of table.records()) {
    records.push(...batch);
    if (records.length > MOST_ROWS) {
      records.length = MOST_ROWS;
      cutAt = MOST_ROWS;
      break;
    }
  }
  const cell = (record: RawRecord, field: Field): string => record.cells[columns.get(field) ?? -1]?.trim() ?? '';
  const marks = new Map<Field, Mark>();
  let doubtful: FlowTable['doubtful'] = null;
  for (const field of ['value', 'min', 'max', 'temperature'] as const) {
    const found = decimalMark(
      records.map((record) => cell(record, field)),
      table.head.delimiter,
    );
    marks.set(field, found.mark);
    if (found.doubtful !== null && doubtful === null) doubtful = { found: found.doubtful, mark: found.mark };
  }
  const valueColumn = columns.get('value') ?? -1;
  const headerUnit = headerOf(table.head.headers[valueColumn] ?? '')?.unit ?? table.head.units[valueColumn] ?? '';
  const rows: UnnamedRow[] = [];
  const refused: Refusal[] = [];
  const ids = new Set<string>();
  const repeatedIds: string[] = [];
  const hasIds = columns.has('id');
  records.forEach((record) => {
    const told = hasIds ? cell(record, 'id') : '';
    if (told !== '' && ids.has(told)) repeatedIds.push(told);
    ids.add(told);
    const refuse = (code: Refusal['code'], found: string): void => {
      refused.push({ line: record.line, id: told, code, found });
    };
    const number = (field: Field): number | null | undefined => {
      const read = readAmount(cell(record, field), marks.get(field) ?? '.');
      return read.is === 'number' ? read.value : read.is === 'missing' ? null : undefined;
    };
    const [source, target] = [cell(record, 'source').normalize('NFC'), cell(record, 'target').normalize('NFC')];
    if (source === '') return refuse('noSource', source);
    if (target === '') return refuse('noTarget', target);
    const value = number('value');
    if (value === undefined) return refuse('notNumber', cell(record, 'value'));
    if (value !== null && value < 0) return refuse('negative', cell(record, 'value'));
    if (value !== null && value > LARGEST) return refuse('large', cell(record, 'value'));
    const [min, max] = [number('min'), number('max')];
    if (min === undefined || max === undefined) return refuse('notNumber', min === undefined ? cell(record, 'min') : cell(record, 'max'));
    if ((min !== null && min < 0) || (max !== null && max < 0)) return refuse('negative', `${cell(record, 'min')}–${cell(record, 'max')}`);
    if (min !== null && max !== null && min > max) return refuse('range', `${cell(record, 'min')}–${cell(record, 'max')}`);
    const temperature = number('temperature');
    const kind = cell(record, 'kind') || cell(record, 'resource');
    const marked = `${kind} ${cell(record, 'recycled')}`;
    const month = Number(cell(record, 'month'));
    const flow = {
      source,
      target,
      value,
      unit: cell(record, 'unit') || headerUnit,
      kind: kind === '' ? undefined : kind,
      min: min ?? undefined,
      max: max ?? undefined,
      estimated: isEstimated(cell(record, 'estimated'), kind),
      hint: RECYCLED.test(marked) || YES.test(cell(record, 'recycled')) ? 'recycled' : undefined,
      temperature: temperature ?? undefined,
      status: cell(record, 'status') || undefined,
      month: Number.isInteger(month) && month >= 1 && month <= 12 ? month : undefined,
      resource: cell(record, 'resource') || undefined,
    } satisfies UnnamedRow['flow'];
    rows.push({ told, flow });
  });
  return { name, flows: nameRows(rows), refused, doubtful, cutAt, repeatedIds };
}

const YES = /^(1|x|ja|yes|true|sann)$/i;
const RECYCLED = /recycl|resirk|recircul|gjenvun|\bretur|\breturn/i;
const ESTIMATED = /estim|anslag|anslått|assum|antatt|typisk|typical|beregnet|calculated/i;
const isEstimated = (cell: string, kind: string): boolean =>
  YES.test(cell) || ESTIMATED.test(cell) || /\b(estimat|estimert|anslag|anslått)/i.test(kind);
