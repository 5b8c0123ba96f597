// A cluster as files that import again to the same data: flows in one, exchanges, where there are any, in one beside it.
import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { Company } from '../domain/company.ts';
import { AppError, systemCode } from '../domain/errors.ts';
import type { Exchange } from '../domain/exchange.ts';
import { wasteCodeText } from '../domain/flow.ts';
import type { Flow, MonthProfile } from '../domain/flow.ts';
import type { Stated } from '../domain/quantity.ts';
import type { Viewer } from '../domain/viewer.ts';
import { CURRENCY_OF_PRICE, SAME_ROW } from '../intake/screening/factCells.ts';
import { FIELDS } from '../intake/screening/fields.ts';
import type { Field } from '../intake/screening/fields.ts';
import { readProfile } from '../intake/screening/profile.ts';
import { csvLine, guarded } from './csvLine.ts';
import { readBeside } from './exportBeside.ts';
import type { StoreReader } from './open.ts';

const COPY = SAME_ROW.replace('other:', '');

export type Exported = { readonly files: readonly string[]; readonly flows: number; readonly exchanges: number };

type SeenFlow = Flow & { readonly statedId: string | null };
type Column = readonly [Field & keyof typeof FIELDS, (flow: SeenFlow, company: Company) => string | number | null];

/** The columns of a flow in our own files, and what each cell says. */
export const COLUMNS: readonly Column[] = [
  ['company', (_, company) => company.name],
  ['org_number', (_, company) => company.orgNumber],
  ['municipality', (_, company) => company.municipality],
  ['nace', (_, company) => company.nace],
  ['activity', (_, company) => company.activity],
  ['lat', (_, company) => company.place?.lat ?? null],
  ['lon', (_, company) => company.place?.lon ?? null],
  ['site', (flow) => flow.site],
  ['process', (flow) => flow.process],
  ['flow_id', (flow) => flow.statedId],
  ['direction', (flow) => flow.direction],
  ['role', (flow) => (flow.role === 'unknown' ? null : flow.role)],
  ['resource', (flow) => flow.words],
  ['category', wasteCodeText],
  ['quantity', (flow) => flow.stated && statedText(flow.stated)],
  ['unit', (flow) => flow.unit],
  ['temperature', (flow) => (typeof flow.temperature === 'object' ? null : flow.temperature)],
  // A range in one cell could begin with a minus, as a formula does.
  ['temperature_min', (flow) => (typeof flow.temperature === 'object' ? (flow.temperature?.min ?? null) : null)],
  ['temperature_max', (flow) => (typeof flow.temperature === 'object' ? (flow.temperature?.max ?? null) : null)],
  ['temperature_return', (flow) => flow.temperatureReturn],
  ['hours', (flow) => flow.hours],
  ['profile', (flow) => flow.profile && profileText(flow.profile)],
  ['price', (flow) => (typeof flow.price === 'object' && flow.price !== null ? flow.price.value : flow.price)],
  ['currency', (flow) => (typeof flow.price === 'object' && flow.price !== null ? flow.price.currency : null)],
  ['period', (flow) => flow.period],
  ['data_quality', (flow) => flow.dataQuality],
  ['sharing', (flow) => flow.sharing],
  ['quality', (flow) => flow.quality],
  ['comment', (flow) => flow.comment],
];

/** Percent as people write them, where they come to the same shares; else the shares themselves with every digit. */
function profileText(profile: MonthProfile): string {
  const short = profile.map((share) => numberText(Number((share * 100).toPrecision(12)))).join(';');
  const read = readProfile(short);
  return read !== null && read.every((share, i) => share === profile[i]) ? short : profile.map(numberText).join(';');
}

/** A number that no reader can take for another: a point and three digits alone would be read two ways, so it gets a fourth. */
export function numberText(value: number): string {
  const text = String(value);
  return /^-?\d{1,3}\.\d{3}$/.test(text) ? `${text}0` : text;
}

export function statedText(stated: Stated): string {
  if ('value' in stated) return numberText(stated.value);
  if ('about' in stated) return `ca. ${numberText(stated.about)}`;
  if ('min' in stated) return `${numberText(stated.min)} - ${numberText(stated.max)}`;
  if ('less_than' in stated) return `< ${numberText(stated.less_than)}`;
  if ('more_than' in stated) return `> ${numberText(stated.more_than)}`;
  return `inntil ${numberText(stated.at_most)}`;
}

/** In the order they were read. */
export const byPlace = (a: Flow, b: Flow): number =>
  (a.source?.importId ?? 0) - (b.source?.importId ?? 0) || (a.source?.line ?? 0) - (b.source?.line ?? 0) || (a.id < b.id ? -1 : 1);

/** As our own files write it: no number that can be read two ways. */
export const cell = (value: string | number | null): string =>
  value === null ? '' : typeof value === 'number' ? numberText(value) : value;

/** Throws `cluster.unknown` and `file.exists`; never overwrites. */
export async function exportCluster(store: StoreReader, viewer: Viewer, cluster: string, out: string): Promise<Exported> {
  if (!store.clusters(viewer).includes(cluster)) throw new AppError('cluster.unknown', { cluster });
  const companies = new Map(store.companiesOf(viewer, cluster).map((one) => [one.id, one]));
  // In the order they were read: flows alike in all else are told apart by it.
  const flows = store.flowsOf(viewer, { cluster }).toSorted((a, b) => byPlace(a, b));
  const exchanges = store.exchangesOf(viewer, { cluster });
  const besideOf = readBeside(store, viewer, cluster);
  const rows = flows.flatMap((flow) => {
    const company = companies.get(flow.company);
    return company ? [{ flow, company, beside: besideOf(flow, company) }] : [];
  });
  const columns: readonly Column[] = rows.some(({ beside }) => beside.fields.resource_id !== undefined)
    ? COLUMNS.flatMap((column): readonly Column[] => (column[0] === 'category' ? [['resource_id', () => null], column] : [column]))
    : COLUMNS;
  const others = [...new Set(rows.flatMap(({ beside }) => Object.keys(beside.others)))].sort();
  const texts = rows.map(({ flow, company, beside }) => [
    ...columns.map(([field, of]) => beside.fields[field] ?? cell(of(flow, company))),
    ...others.map((header) => beside.others[header] ?? ''),
  ]);
  const copies = numberCopies(texts);
  const files = [out];
  await writeNew(
    out,
    tableText(
      [
        ...columns.map(([field]) => (field === 'currency' ? CURRENCY_OF_PRICE : FIELDS[field].header)),
        ...others,
        ...(copies === null ? [] : [COPY]),
      ],
      copies === null ? texts : texts.map((row, i) => [...row, copies[i] ?? '']),
    ),
  );
  if (exchanges.length > 0) {
    const beside = `${out.slice(0, out.length - extname(out).length)}-exchanges${extname(out) || '.csv'}`;
    await writeNew(
      beside,
      exchangeText(exchanges, (id) => companies.get(id)?.name ?? id),
    );
    files.push(beside);
  }
  return { files, flows: flows.length, exchanges: exchanges.length };
}

/** Flows whose cells told them apart where they came from, and do so no more, are told apart by a number; null where there are none. */
function numberCopies(rows: readonly (readonly string[])[]): readonly string[] | null {
  const seen = new Map<string, number>();
  const numbers = rows.map((row) => {
    const text = JSON.stringify(row);
    const before = seen.get(text) ?? 0;
    seen.set(text, before + 1);
    return before === 0 ? '' : String(before + 1);
  });
  return numbers.some((number) => number !== '') ? numbers : null;
}

const exchangeText = (exchanges: readonly Exchange[], nameOf: (company: string) => string): string =>
  tableText(
    ['flow_id', 'source', 'target', 'resource', 'quantity', 'unit', 'period', 'comment'],
    exchanges.map((one) => [
      one.statedId ?? '',
      nameOf(one.from),
      nameOf(one.to),
      one.words,
      one.stated === null ? '' : statedText(one.stated),
      one.unit ?? '',
      one.period ?? '',
      one.comment ?? '',
    ]),
  );

/**
 * A column with a text that a spreadsheet would run as a formula is marked by an apostrophe before its header; in it such texts, and those that
 * begin with an apostrophe themselves, get one more, which the import takes off again (`unguarded`). So the text comes back as it was.
 */
function tableText(headers: readonly string[], rows: readonly (readonly string[])[]): string {
  const marked = headers.map(
    (header, column) =>
      header.startsWith("'") || guarded(header) !== header || rows.some((row) => guarded(row[column] ?? '') !== row[column]),
  );
  const safe = (text: string, column: number): string => (marked[column] && text.startsWith("'") ? `'${text}` : text);
  return [headers.map((header, column) => (marked[column] ? `'${header}` : header)), ...rows.map((row) => row.map(safe))]
    .map((row) => csvLine(row, ','))
    .join('');
}

async function writeNew(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, `\uFEFF${text}`, { flag: 'wx' });
  } catch (error) {
    const problem = systemCode(error);
    if (problem === 'EEXIST') throw new AppError('file.exists', { file: path });
    throw new AppError('file.unwritable', { file: path, problem: problem === 'ENOENT' ? 'noFolder' : problem });
  }
}
