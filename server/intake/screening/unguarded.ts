// Takes off what our own export put before texts that a spreadsheet would run as a formula. A header that begins with an apostrophe says that the
// column is so guarded: there, and only there, a cell's first apostrophe is not part of its text. The original cells stay as they are in the file.
import type { ExchangeRow, ScreeningRow } from '../../domain/screening.ts';
import { otherName } from './factCells.ts';
import type { Field } from './fields.ts';

const GUARD = "'";

const ROW_TEXTS = {
  company: 'company',
  municipality: 'municipality',
  nace: 'nace',
  activity: 'activity',
  site: 'site',
  process: 'process',
  flow_id: 'flowId',
  resource: 'words',
  resource_id: 'resource',
  unit: 'unit',
  quality: 'quality',
  comment: 'comment',
} as const satisfies Partial<Record<Field, keyof ScreeningRow>>;

const EXCHANGE_TEXTS = {
  flow_id: 'id',
  source: 'from',
  target: 'to',
  resource: 'words',
  unit: 'unit',
  comment: 'comment',
} as const satisfies Partial<Record<Field, keyof ExchangeRow>>;

function without<Row extends object>(row: Row, names: readonly (keyof Row)[]): Row {
  const bare = names.flatMap((name) => {
    const text = row[name];
    return typeof text === 'string' && text.startsWith(GUARD) ? [[name, text.slice(GUARD.length)] as const] : [];
  });
  return bare.length === 0 ? row : { ...row, ...Object.fromEntries(bare) };
}

export type Unguard = { readonly flow: (row: ScreeningRow) => ScreeningRow; readonly exchange: (row: ExchangeRow) => ExchangeRow };

/** For one table; `fields`: field of each of its columns. Null where no column is guarded. */
export function createUnguard(headers: readonly string[], fields: readonly (Field | null)[]): Unguard | null {
  const guarded = new Set<string>(headers.flatMap((header, index) => (header.startsWith(GUARD) ? [fields[index] ?? ''] : [])));
  if (guarded.size === 0) return null;
  const named = <Name>(texts: Readonly<Record<string, Name>>): Name[] =>
    Object.entries(texts).flatMap(([field, name]) => (guarded.has(field) ? [name] : []));
  const [flows, exchanges] = [named(ROW_TEXTS), named(EXCHANGE_TEXTS)];
  const others = headers.flatMap((header, index) => {
    const name = header.startsWith(GUARD) ? otherName(header, fields[index] ?? null) : null;
    return name === null ? [] : [name];
  });
  const nameGuarded = guarded.has('other:screening_by') || guarded.has('other:screened_by');
  const screening = (said: ScreeningRow['screening']): ScreeningRow['screening'] => (nameGuarded && said ? without(said, ['by']) : said);
  const flow = (row: ScreeningRow): ScreeningRow => {
    const bare = { ...without(row, flows), others: without(row.others, others) };
    return row.screening === undefined ? bare : { ...bare, screening: screening(row.screening) ?? null };
  };
  return { flow, exchange: (row) => without(row, exchanges) };
}
