// A file to flows and exchanges, record by record: each is accepted, rejected or skipped, and said why.
import { createRowIdentifier } from '../../domain/rowIdentifier.ts';
import type { IdentifyRow } from '../../domain/rowIdentifier.ts';
import type { Message } from '../../domain/screening.ts';
import { isProblem, parseUnit } from '../../domain/unitsParse.ts';
import { openFile } from '../table/openFile.ts';
import { GUIDE_MARK } from '../entry/template.ts';
import { repairedTable } from '../table/repairs.ts';
import type { CellRepair } from '../table/repairs.ts';
import type { ByteSource, Table, TableOptions } from '../table/types.ts';
import type { Batch } from './batch.ts';
import { knownColumn } from './columns.ts';
import type { IsUnit } from './columns.ts';
import { decideDecimals } from './decimals.ts';
import type { Field } from './fields.ts';
import type { Knowledge } from './knowledge.ts';
import { decideMapping } from './mapping.ts';
import type { Mapping } from './mapping.ts';
import { createMessageLimit } from './messageLimit.ts';
import { note } from './note.ts';
import { readPreamble, titleWithDirection } from './preamble.ts';
import { readPriceUnit } from './price.ts';
import { readerOf } from './tableReader.ts';
import type { Plan } from './tableReader.ts';
import { scaleOf } from './temperatures.ts';
import { describesOther, readCompanions, sheetKind } from './template.ts';
import type { Companions, SheetKind } from './template.ts';

export type { Batch, RecordLeftOut } from './batch.ts';

export type ScreeningOptions = TableOptions & {
  readonly decimal?: ',' | '.';
  /** HEADER -> FIELD, as a person decided; FIELD is a name of `fields.ts`, one of its headers, or `ignore`. */
  readonly map?: Readonly<Record<string, string>>;
  /** What a person wrote instead of what stands in the file. */
  readonly repairs?: readonly CellRepair[];
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
  /** One for all files of an import. */
  identify: IdentifyRow = createRowIdentifier(),
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
  const plans = inOneFile(withoutGuides(opened.tables).map((table) => planOf(repairedTable(table, options.repairs), options, knowledge)));
  const fileMessages: Message[] = [
    ...opened.messages,
    ...plans.flatMap(({ mapping, decimals }) => [...mapping.messages, ...decimals.messages]),
    ...plans.flatMap(directionFromTitle),
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
  if (plans.length === 1 && companions === null) fileMessages.push(...useful.filter(lacksQuantity).map(noQuantity));
  opening({ ...seen, messages: [...fileMessages] });
  const joined = plans.length > 1 && plans.some(({ kind }) => describes(kind)) ? await readCompanions(plans, companions) : companions;
  const limit = createMessageLimit();
  const counts = { read: 0, ok: 0, rejected: 0, skipped: 0 };
  let overturned = false;
  for (const plan of plans) {
    const reader = readerOf(plan, knowledge, joined, identify);
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
        identified: [],
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

/** Sheets of our own template that guide whoever fills it in. Where nothing else is there they are read like any other: nothing is left out unseen. */
function withoutGuides(tables: readonly Table[]): readonly Table[] {
  const guides = new Set(
    tables.flatMap(({ head: { sheet, headers, preamble } }) =>
      sheet !== null && [headers[0], preamble[0]?.cells[0]].some((text) => text?.startsWith(GUIDE_MARK)) ? [sheet] : [],
    ),
  );
  const others = tables.filter(({ head: { sheet } }) => sheet === null || !guides.has(sheet));
  return others.length === 0 ? tables : others;
}

function planOf(table: Table, options: ScreeningOptions, knowledge: Knowledge): Plan {
  const isUnit = isUnitOf(knowledge);
  const mapping = decideMapping(table.head, options.map, isUnit);
  const facts = readPreamble(table.head.preamble, isUnit);
  const told = sheetKind(mapping, table.head);
  const asksDirection = !mapping.at.has('direction') && !mapping.at.has('role');
  const title = asksDirection && facts.direction === null && mapping.direction === null ? titleWithDirection(table.head.preamble) : null;
  const preamble = title === null ? facts : { ...facts, direction: title.reading };
  const kind = told === 'other' && isAmountOfResource(mapping) && preamble.direction !== null ? 'flows' : told;
  const decimals = decideDecimals(table.head, mapping, options.decimal);
  return { table, kind, mapping, decimals, title: title?.title ?? null, preamble: { ...preamble, ...describesOther(kind) } };
}

const isAmountOfResource = (mapping: Mapping): boolean => mapping.at.has('resource') && mapping.at.has('quantity');

/**
 * Tables below one another are of one screening: what stands above the first (whose, when) holds for the next, and a table of resources and
 * amounts that does not say its direction is one of flows all the same, whose rows say what they lack.
 */
function inOneFile(plans: readonly Plan[]): readonly Plan[] {
  const [first] = plans;
  if (plans.length < 2 || first === undefined || first.table.head.sheet !== null) return plans;
  const flows = plans.some(({ kind }) => kind === 'flows');
  const { company, orgNumber, municipality, period, screening } = first.preamble;
  return plans.map((plan) => {
    const { preamble, mapping } = plan;
    const lacking = flows && plan.kind === 'other' && isAmountOfResource(mapping) && mapping.at.has('company');
    return {
      ...plan,
      kind: lacking ? 'flows' : plan.kind,
      preamble:
        preamble.company !== null
          ? preamble
          : {
              ...preamble,
              company,
              orgNumber: preamble.orgNumber ?? orgNumber,
              municipality: preamble.municipality ?? municipality,
              screening: preamble.screening ?? screening,
              period: preamble.period ?? period,
            },
    };
  });
}

const directionFromTitle = ({ title, preamble, kind, table: { head } }: Plan): Message[] =>
  title === null || kind !== 'flows' || preamble.direction === null
    ? []
    : [
        note('direction.fromTitle', 'info', {
          sheet: head.sheet,
          line: head.headerLine,
          found: title.slice(0, 80),
          values: { direction: preamble.direction.direction },
        }),
      ];

/** Whether a text in a header is a unit: of an amount, a price, a temperature or a share. */
export const isUnitOf =
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

const lacksQuantity = ({ kind, mapping }: Plan): boolean =>
  kind === 'flows' && ![...mapping.at.keys()].some((field) => /^(?:quantity|month_)/.test(field));

const noQuantity = ({ table: { head } }: Plan): Message =>
  note('columns.noQuantity', 'warning', {
    sheet: head.sheet,
    line: head.headerLine,
    found: head.headers.filter((header) => header.trim() !== '').join(', '),
  });

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
    if (opened.outcome === 'tables')
      plans.push(...opened.tables.map((table) => planOf(repairedTable(table, options.repairs), options, knowledge)));
  }
  return plans.some(({ kind }) => describes(kind)) ? readCompanions(plans, null) : null;
}

const describes = (kind: SheetKind): boolean => kind !== 'flows' && kind !== 'exchanges' && kind !== 'other';
