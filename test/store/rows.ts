// Rows as intake hands them on, for the store's tests.
import { createRowIdentifier } from '../../server/domain/rowIdentifier.ts';
import type { ScreeningRow } from '../../server/domain/screening.ts';
import type { StagedRow } from '../../server/store/store.ts';

export const aRow = (said: Partial<ScreeningRow> = {}): ScreeningRow => {
  const row: Omit<ScreeningRow, 'cells'> & { cells?: readonly string[] } = {
    sheet: null,
    line: 2,
    flowId: null,
    company: 'Fjordsag AS',
    orgNumber: null,
    municipality: 'Rana',
    nace: null,
    activity: null,
    place: null,
    site: null,
    process: null,
    direction: 'out',
    role: 'unknown',
    words: 'bark',
    resource: null,
    wasteCode: null,
    stated: { value: 100 },
    unit: 't/år',
    annual: { low: 100, likely: 100, high: 100, unit: 't' },
    period: null,
    temperature: null,
    temperatureReturn: null,
    hours: null,
    profile: null,
    price: null,
    dataQuality: null,
    sharing: null,
    quality: null,
    comment: null,
    others: {},
    ...said,
  };
  return {
    ...row,
    cells: row.cells ?? [row.company, row.site ?? '', row.process ?? '', row.words, JSON.stringify(row.stated), row.period ?? ''],
  };
};

/** Rows as one file has them: lines from 2 on, repeats left out. */
export function identified(rows: readonly ScreeningRow[]): StagedRow[] {
  const identify = createRowIdentifier();
  return rows
    .map((row, i) => ({ ...row, line: i + 2 }))
    .map((row) => ({ row, identity: identify(row) }))
    .filter(({ identity }) => !identity.repeat)
    .map(({ row, identity: { key, content } }) => ({ row, key, content }));
}

export const HEADERS = ['company', 'site', 'process', 'resource', 'quantity', 'period'];
