// A file to flows and exchanges, record by record: each is accepted, rejected or skipped, and said why.
import { Hash } from '../../domain/hash.ts';
import { hashFlowKey } from '../../domain/identity.ts';
import type { ExchangeRow, Message, ScreeningRow } from '../../domain/screening.ts';
import { isProblem, parseUnit } from '../../domain/unitsParse.ts';
import { openFile } from '../table/openFile.ts';
import type { ByteSource, RawRecord, Table, TableOptions } from '../table/types.ts';
import { companyCarries } from './carries.ts';
import { knownColumn } from './columns.ts';
import type { IsUnit } from './columns.ts';
import { decideDecimals } from './decimals.ts';
import type { Decimals } from './decimals.ts';
import { createExchangeReader } from './exchangeReader.ts';
import type { Field } from './fields.ts';
import { createFlowReader } from './flowReader.ts';
import type { Knowledge } from './knowledge.ts';
import { decideMapping } from './mapping.ts';
import type { Mapping } from './mapping.ts';
import { createMessageLimit } from './messageLimit.ts';
import { note } from './note.ts';
import { createChecks } from './physics/checks.ts';
import { readPreamble } from './preamble.ts';
import type { PreambleFacts } from './preamble.ts';
import { readPriceUnit } from './price.ts';
import { SeenRows } from './seen.ts';
import { scaleOf } from './temperatures.ts';
import { describesOther, joinTo, readCompanions, sheetKind } from './template.ts';
import type { Companions, SheetKind } from './template.ts';

export type ScreeningOptions = TableOptions & {
  readonly decimal?: ',' | '.';
  /** HEADER -> FIELD, as a person decided; FIELD is a name of `fields.ts`, one of its headers, or `ignore`. */
  readonly map?: Readonly<Record<string, string>>;
};

/** A record that is not stored, with its cells and why. */
export type RecordLeftOut = {
  readonly sheet: string | null;
  readonly line: number;
  readonly cells: readonly string[];
  readonly messages: readonly Message[];
};

/** What up to a thousand records came to. A record with amounts in and out gives two rows. */
export type Batch = {
  /** The table that the records stand in. */
  readonly sheet: string | null;
  readonly headers: readonly string[];
  /** Records read for this batch. */
  readonly records: number;
  readonly rows: readonly ScreeningRow[];
  readonly exchanges: readonly ExchangeRow[];
  readonly rejected: readonly RecordLeftOut[];
  readonly skipped: readonly RecordLeftOut[];
  /** What is said of records, one by one up to a thousand of a code; the rest is counted in the report. */
  readonly messages: readonly Message[];
};

/** Counts are of records: `rowsRead` is the sum of the other three. With `ask` and `refuse` nothing of what was handed out may be stored. */
export type FileReport = Opening & {
  readonly outcome: 'import' | 'ask' | 'refuse';
  readonly rowsRead: number;
  readonly rowsOk: number;
  readonly rowsRejected: number;
  readonly rowsSkipped: number;
};

/** How the file is read, known before its first record. */
export type Opening = {
  /** What is said of the file and its columns; in the report also counts of what is said too often of records. */
  readonly messages: readonly Message[];
  readonly encoding: string | null;
  readonly delimiter: string | null;
  readonly decimal: ',' | '.' | null;
  readonly headerLine: number | null;
  readonly headers: readonly string[];
  /** Field of each column of the first table; null: kept as text. */
  readonly mapping: readonly (Field | null)[];
  /** The same for every table read. */
  readonly tables: readonly {
    readonly sheet: string | null;
    readonly kind: SheetKind;
    readonly headerLine: number | null;
    readonly headers: readonly string[];
    readonly mapping: readonly (Field | null)[];
  }[];
};

type Plan = {
  readonly table: Table;
  readonly kind: SheetKind;
  readonly mapping: Mapping;
  readonly decimals: Decimals;
  readonly preamble: PreambleFacts;
};

/**
 * Reads a file. Messages of the whole file come in the report, those of records in the batches. `companions`: what other files of the same
 * template say of companies, sites, processes and flows (`readCompanionFiles`).
 */
export async function* readScreeningFile(
  source: ByteSource,
  options: ScreeningOptions,
  knowledge: Knowledge,
  companions: Companions | null = null,
  /** Told once, before the first batch, how the file is read. */
  opening: (how: Opening) => void = () => undefined,
): AsyncGenerator<Batch, FileReport, void> {
  const opened = await openFile(source, options, knownColumn);
  const empty = {
    encoding: null,
    delimiter: null,
    decimal: null,
    headerLine: null,
    headers: [],
    mapping: [],
    tables: [],
    rowsRead: 0,
    rowsOk: 0,
    rowsRejected: 0,
    rowsSkipped: 0,
  };
  if (opened.outcome !== 'tables') return { ...empty, outcome: opened.outcome, messages: opened.messages };
  const plans = opened.tables.map((table) => planOf(table, options, knowledge));
  const fileMessages: Message[] = [
    ...opened.messages,
    ...plans.flatMap(({ mapping, decimals }) => [...mapping.messages, ...decimals.messages]),
  ];
  const useful = plans.filter(({ kind }) => kind !== 'other');
  const first = useful[0] ?? plans[0];
  const seen = {
    encoding: first?.table.head.encoding ?? null,
    delimiter: first?.table.head.delimiter ?? null,
    decimal: options.decimal ?? first?.decimals.file ?? null,
    headerLine: first?.table.head.headerLine ?? null,
    headers: first?.table.head.headers ?? [],
    mapping: first?.mapping.fields ?? [],
    tables: plans.map(({ table, kind, mapping }) => ({
      sheet: table.head.sheet,
      kind,
      headerLine: table.head.headerLine,
      headers: table.head.headers,
      mapping: mapping.fields,
    })),
  };
  const missing = useful.length === 0 && first !== undefined ? missingColumns(first) : [];
  fileMessages.push(...missing);
  const nameless = useful.filter(
    ({ kind, mapping, preamble }) =>
      kind === 'flows' &&
      preamble.company === null &&
      !['company', 'company_id', 'org_number', 'site_id', 'process_id'].some((field) => mapping.at.has(field as Field)) &&
      plans.length === 1 &&
      companions === null,
  );
  fileMessages.push(...nameless.flatMap(missingColumns));
  const asks =
    nameless.length > 0 || useful.some(({ mapping, decimals }) => mapping.ask || decimals.ask) || (useful.length === 0 && plans.length > 0);
  if (asks) {
    for (const { table } of plans) fileMessages.push(...table.messages());
    return { ...empty, ...seen, outcome: 'ask', messages: fileMessages };
  }
  opening({ ...seen, messages: [...fileMessages] });
  const joined = plans.length > 1 && plans.some(({ kind }) => describes(kind)) ? await readCompanions(plans, companions) : companions;
  const limit = createMessageLimit();
  const counts = { read: 0, ok: 0, rejected: 0, skipped: 0 };
  let overturned = false;
  for (const plan of plans) {
    const reader = readerOf(plan, knowledge, joined);
    for await (const records of plan.table.records()) {
      const batch = reader.read(records);
      counts.read += records.length;
      counts.rejected += batch.rejected.length;
      counts.skipped += batch.skipped.length;
      counts.ok += records.length - batch.rejected.length - batch.skipped.length;
      yield {
        ...batch,
        sheet: plan.table.head.sheet,
        headers: plan.table.head.headers,
        records: records.length,
        messages: limit(batch.messages),
      };
    }
    overturned ||= reader.overturned();
    const last = reader.finish();
    if (last.length > 0)
      yield {
        sheet: plan.table.head.sheet,
        headers: plan.table.head.headers,
        records: 0,
        rows: [],
        exchanges: [],
        rejected: [],
        skipped: [],
        messages: limit(last),
      };
    fileMessages.push(...plan.table.messages());
  }
  if (overturned) fileMessages.push(note('decimal.overturned', 'error', {}));
  return {
    ...seen,
    outcome: overturned ? 'ask' : 'import',
    rowsRead: counts.read,
    rowsOk: counts.ok,
    rowsRejected: counts.rejected,
    rowsSkipped: counts.skipped,
    messages: [...fileMessages, ...limit.rest()],
  };
}

function planOf(table: Table, options: ScreeningOptions, knowledge: Knowledge): Plan {
  const isUnit = isUnitOf(knowledge);
  const mapping = decideMapping(table.head, options.map, isUnit);
  const kind = sheetKind(mapping, table.head);
  const decimals = decideDecimals(table.head, mapping, options.decimal);
  return { table, kind, mapping, decimals, preamble: { ...readPreamble(table.head.preamble, isUnit), ...describesOther(kind) } };
}

/** Whether a text in a header is a unit: of an amount, a price, a temperature or a share. */
const isUnitOf =
  ({ units }: Knowledge): IsUnit =>
  (text) => {
    if (text.trim() === '' || text.length > 40) return false;
    const meaning = parseUnit(text, units);
    return (
      !isProblem(meaning) ||
      meaning.problem !== 'unknown' ||
      readPriceUnit(text, units) !== null ||
      (scaleOf(text) !== null && text.trim() !== '')
    );
  };

function missingColumns({ mapping, table: { head } }: Plan): Message[] {
  const wanted: string[] = [];
  if (!mapping.at.has('resource')) wanted.push('Ressurs (resource)');
  if (!mapping.at.has('direction') && !mapping.at.has('role')) wanted.push('Retning (direction: inn/ut)');
  if (!mapping.at.has('company') && !mapping.at.has('company_id') && !mapping.at.has('org_number')) wanted.push('Bedrift (company)');
  return [
    note('columns.missing', 'error', {
      sheet: head.sheet,
      line: head.headerLine,
      found: head.headers.filter((header) => header.trim() !== '').join(', '),
      values: { expected: wanted.join(', ') },
    }),
  ];
}

/** What several files of one template say of each other's companies, sites, processes and flows: to hand to `readScreeningFile` for each. Null where none describes. */
export async function readCompanionFiles(
  sources: readonly ByteSource[],
  options: ScreeningOptions,
  knowledge: Knowledge,
): Promise<Companions | null> {
  if (sources.length < 2) return null;
  const plans: Plan[] = [];
  for (const source of sources) {
    const opened = await openFile(source, options, knownColumn);
    if (opened.outcome === 'tables') plans.push(...opened.tables.map((table) => planOf(table, options, knowledge)));
  }
  return plans.some(({ kind }) => describes(kind)) ? readCompanions(plans, null) : null;
}

const describes = (kind: SheetKind): boolean => kind !== 'flows' && kind !== 'exchanges' && kind !== 'other';

type TableReader = {
  readonly read: (records: readonly RawRecord[]) => Omit<Batch, 'sheet' | 'headers' | 'records'>;
  readonly overturned: () => boolean;
  readonly finish: () => readonly Message[];
};

function readerOf(plan: Plan, knowledge: Knowledge, companions: Companions | null): TableReader {
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
    if (kind === 'flows' || kind === 'heat' || kind === 'el' || kind === 'water') return flows(setup, companions, kind);
  }
  return leftOut(table, kind, companions !== null);
}

function flows(setup: Parameters<typeof createFlowReader>[0], companions: Companions | null, kind: SheetKind): TableReader {
  const join = companions === null ? null : joinTo(setup, companions, kind);
  const reader = createFlowReader(join?.setup ?? setup);
  const sheet = setup.head.sheet;
  const before = new SeenRows();
  const hash = new Hash();
  /** Rows alike in this are the same flow, or look so. */
  const keyOf = (row: ScreeningRow): number => {
    hash.reset();
    // A file's own id stands as it is written: the cheaper way for a million of them.
    if (row.flowId !== null)
      hash
        .text(row.orgNumber ?? row.company)
        .text(row.period)
        .text(row.flowId);
    else hashFlowKey(hash, row);
    return hash.value();
  };
  const cellsOf = (key: number, cells: readonly string[]): number => {
    hash.reset().number(key);
    for (const cell of cells) hash.text(cell);
    return hash.value();
  };
  const checks = createChecks(setup.knowledge, setup.head);
  const read = (records: readonly RawRecord[]): ReturnType<TableReader['read']> => {
    const rows: ScreeningRow[] = [];
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
        const [head] = reading.rows;
        const key = head === undefined ? 0 : keyOf(head);
        const seen = head === undefined ? null : before.see(key, cellsOf(key, cells), line);
        if (seen?.repeat === true) {
          const repeat = note('row.repeat', 'warning', {
            sheet,
            line,
            found: cells.join(' | ').slice(0, 80),
            values: { first: seen.line },
          });
          messages.push(repeat);
          skipped.push({ sheet, line, cells, messages: [repeat] });
          continue;
        }
        if (seen !== null && head !== undefined)
          messages.push(
            note('row.alike', 'warning', {
              sheet,
              line,
              found: `${head.company}, ${head.words}`.slice(0, 80),
              values: { first: seen.line },
            }),
          );
        for (const row of reading.rows) {
          rows.push(row);
          checks.row(row, messages);
        }
      }
    }
    return { rows, exchanges: [], rejected, skipped, messages };
  };
  return { read, overturned: reader.overturned, finish: checks.finish };
}

function exchanges(setup: Parameters<typeof createExchangeReader>[0]): TableReader {
  const reader = createExchangeReader(setup);
  const sheet = setup.head.sheet;
  const before = new SeenRows();
  const hash = new Hash();
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
      for (const cell of cells) hash.text(cell);
      const seen = before.see(hash.value(), hash.number(1).value(), line);
      if (seen === null) rows.push(reading.row);
      else {
        const repeat = note('row.repeat', 'warning', { sheet, line, found: cells.join(' | ').slice(0, 80), values: { first: seen.line } });
        messages.push(repeat);
        skipped.push({ sheet, line, cells, messages: [repeat] });
      }
    }
    return { rows: [], exchanges: rows, rejected, skipped, messages };
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
