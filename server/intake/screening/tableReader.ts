// Records of one table to batches: flows, exchanges, or nothing where the table only describes.
import { CellsHash } from '../../domain/cellsHash.ts';
import { Hash } from '../../domain/hash.ts';
import type { IdentifiedRow, IdentifyRow } from '../../domain/rowIdentifier.ts';
import { SeenFlows } from '../../domain/seenFlows.ts';
import type { ExchangeRow, Message, ScreeningRow } from '../../domain/screening.ts';
import type { RawRecord, Table } from '../table/types.ts';
import type { Batch, RecordLeftOut } from './batch.ts';
import { companyCarries } from './carries.ts';
import type { Decimals } from './decimals.ts';
import { createExchangeReader } from './exchangeReader.ts';
import { createFlowReader } from './flowReader.ts';
import type { Knowledge } from './knowledge.ts';
import type { Mapping } from './mapping.ts';
import { note } from './note.ts';
import { createChecks } from './physics/checks.ts';
import type { PreambleFacts } from './preamble.ts';
import { joinTo } from './template.ts';
import type { Companions, SheetKind } from './template.ts';
import { createUnguard } from './unguarded.ts';

/** How a table is understood. */
export type Plan = {
  readonly table: Table;
  readonly kind: SheetKind;
  readonly mapping: Mapping;
  readonly decimals: Decimals;
  readonly preamble: PreambleFacts;
  /** The title above that told the direction, or null. */
  readonly title: string | null;
};

export type TableReader = {
  readonly read: (records: readonly RawRecord[]) => Omit<Batch, 'sheet' | 'headers' | 'records'>;
  readonly overturned: () => boolean;
  readonly finish: () => readonly Message[];
};

/** `identify`: that of the import. */
export function readerOf(plan: Plan, knowledge: Knowledge, companions: Companions | null, identify: IdentifyRow): TableReader {
  const { table, kind, mapping } = plan;
  const setup = {
    head: table.head,
    mapping,
    decimals: plan.decimals,
    knowledge,
    preamble: plan.preamble,
    carries: companyCarries(table.head.sample, mapping),
  };
  if (kind === 'exchanges') return exchanges(setup);
  if (kind === 'flows' || companions?.standsAlone(kind) !== false) {
    if (kind === 'flows' || kind === 'heat' || kind === 'el' || kind === 'water') return flows(setup, companions, kind, identify);
  }
  return leftOut(table, kind, companions !== null);
}

function flows(
  setup: Parameters<typeof createFlowReader>[0],
  companions: Companions | null,
  kind: SheetKind,
  identify: IdentifyRow,
): TableReader {
  identify.beginTable();
  const join = companions === null ? null : joinTo(setup, companions, kind);
  const reader = createFlowReader(join?.setup ?? setup);
  const sheet = setup.head.sheet;
  const FLOW = setup.mapping.at.get('flow_id') ?? -1;
  const unguard = createUnguard(setup.head.headers, setup.mapping.fields);
  const repeats = (row: ScreeningRow, first: number): Message =>
    note('row.repeat', 'warning', { sheet, line: row.line, found: row.cells.join(' | ').slice(0, 80), values: { first } });
  const alike = ({ flowId, line, company, words }: ScreeningRow, first: number): Message =>
    flowId === null
      ? note('row.alike', 'warning', { sheet, line, found: `${company}, ${words}`.slice(0, 80), values: { first } })
      : note('row.alike.id', 'warning', {
          sheet,
          line,
          column: FLOW + 1,
          header: setup.head.headers[FLOW]?.trim() ?? null,
          found: flowId.slice(0, 80),
          values: { first },
        });
  const checks = createChecks(setup.knowledge, setup.head);
  const read = (records: readonly RawRecord[]): ReturnType<TableReader['read']> => {
    const rows: ScreeningRow[] = [];
    const identified: IdentifiedRow[] = [];
    const rejected: RecordLeftOut[] = [];
    const skipped: RecordLeftOut[] = [];
    const messages: Message[] = [];
    for (const record of records) {
      const { line, cells } = record;
      const taken = join?.taken(cells) === true;
      const left = taken
        ? []
        : line === setup.mapping.unitLine
          ? [note('row.units', 'info', { sheet, line, found: cells.filter((cell) => cell.trim() !== '').join(', ') })]
          : null;
      const reading =
        left !== null ? ({ kind: 'skipped', messages: left } as const) : reader.read(record, join === null ? cells : join.cells(cells));
      for (const message of reading.messages) messages.push(message);
      if (reading.kind === 'rejected') rejected.push({ sheet, line, cells, messages: reading.messages });
      else if (reading.kind === 'skipped') skipped.push({ sheet, line, cells, messages: reading.messages });
      else {
        let head = true;
        for (const read of reading.rows) {
          const row = unguard === null ? read : unguard.flow(read);
          const { key, content, repeat, first } = identify(row);
          // A row that repeats one of another table is left out without a word here: its file stands by itself.
          if (head && first !== null) {
            const said = repeat ? repeats(row, first) : alike(row, first);
            messages.push(said);
            if (repeat) {
              skipped.push({ sheet, line, cells, messages: [said] });
              break;
            }
          }
          head = false;
          rows.push(row);
          if (!repeat) identified.push({ row, key, content });
          checks.row(row, messages);
        }
      }
    }
    return { rows, identified, exchanges: [], rejected, skipped, messages };
  };
  return { read, overturned: reader.overturned, finish: checks.finish };
}

function exchanges(setup: Parameters<typeof createExchangeReader>[0]): TableReader {
  const reader = createExchangeReader(setup);
  const sheet = setup.head.sheet;
  const before = new SeenFlows();
  const hash = new Hash();
  const cellsHash = new CellsHash();
  const unguard = createUnguard(setup.head.headers, setup.mapping.fields);
  const read = (records: readonly RawRecord[]): ReturnType<TableReader['read']> => {
    const rows: ExchangeRow[] = [];
    const rejected: RecordLeftOut[] = [];
    const skipped: RecordLeftOut[] = [];
    const messages: Message[] = [];
    for (const record of records) {
      const { line, cells } = record;
      const reading = reader(record);
      messages.push(...reading.messages);
      if (reading.kind !== 'row') {
        (reading.kind === 'rejected' ? rejected : skipped).push({ sheet, line, cells, messages: reading.messages });
        continue;
      }
      hash.reset();
      cellsHash.reset();
      for (const cell of cells) {
        hash.text(cell);
        cellsHash.text(cell);
      }
      const seen = before.see(hash.value(), cellsHash, line, 0);
      if (seen === null) rows.push(unguard === null ? reading.row : unguard.exchange(reading.row));
      else {
        const repeat = note('row.repeat', 'warning', {
          sheet,
          line,
          found: cells.join(' | ').slice(0, 80),
          values: { first: seen.line ?? line },
        });
        messages.push(repeat);
        skipped.push({ sheet, line, cells, messages: [repeat] });
      }
    }
    return { rows: [], identified: [], exchanges: rows, rejected, skipped, messages };
  };
  return { read, overturned: () => false, finish: () => [] };
}

/** Records that describe companies, sites or processes: no flows; what they say was joined to the flows. */
function leftOut(table: Table, kind: SheetKind, joined: boolean): TableReader {
  const { sheet, headerLine } = table.head;
  let said = 0;
  let firstLine = headerLine;
  return {
    read: (records) => {
      said += records.length;
      firstLine = records[0]?.line ?? firstLine;
      return {
        rows: [],
        identified: [],
        exchanges: [],
        rejected: [],
        skipped: records.map(({ line, cells }) => ({ sheet, line, cells, messages: [] })),
        messages: [],
      };
    },
    overturned: () => false,
    finish: () =>
      said === 0
        ? []
        : [
            note(
              kind === 'other' || kind === 'project' || kind === 'contact'
                ? 'table.otherKind'
                : joined
                  ? 'table.joined'
                  : 'table.describesOnly',
              joined && kind !== 'other' ? 'info' : 'warning',
              {
                sheet,
                line: headerLine,
                found: table.head.headers.filter((header) => header.trim() !== '').join(', '),
                values: { count: said },
              },
            ),
          ],
  };
}
