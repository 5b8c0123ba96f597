// Takes off what our own export put before texts that a spreadsheet would run as a formula. A header that begins with an apostrophe says that the
// column is so guarded: there, and only there, a cell's first apostrophe is not part of its text. The original cells stay as they are in the file.
import type { ExchangeRow, ScreeningRow } from '../../domain/screening.ts';
import type { Field } from '../../intake/screening/fields.ts';
import type { Batch } from '../../intake/screening/readScreeningFile.ts';

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
  unit: 'unit',
  quality: 'quality',
  comment: 'comment',
} as const satisfies Partial<Record<Field, keyof ScreeningRow>>;

const EXCHANGE_TEXTS = { source: 'from', target: 'to', resource: 'words', unit: 'unit' } as const satisfies Partial<
  Record<Field, keyof ExchangeRow>
>;

function without<Row extends object>(row: Row, names: readonly (keyof Row)[]): Row {
  const bare = names.flatMap((name) => {
    const text = row[name];
    return typeof text === 'string' && text.startsWith(GUARD) ? [[name, text.slice(GUARD.length)] as const] : [];
  });
  return bare.length === 0 ? row : { ...row, ...Object.fromEntries(bare) };
}

/** `mapping`: field of each column of the batch's table. */
export function unguarded(batch: Batch, mapping: readonly (Field | null)[]): Batch {
  const fields = new Set<string>(batch.headers.flatMap((header, index) => (header.startsWith(GUARD) ? [mapping[index] ?? ''] : [])));
  if (fields.size === 0) return batch;
  const named = <Name>(texts: Readonly<Record<string, Name>>): Name[] =>
    Object.entries(texts).flatMap(([field, name]) => (fields.has(field) ? [name] : []));
  return {
    ...batch,
    rows: batch.rows.map((row) => without(row, named(ROW_TEXTS))),
    exchanges: batch.exchanges.map((row) => without(row, named(EXCHANGE_TEXTS))),
  };
}
