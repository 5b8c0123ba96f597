// Small makers for the store's tests: they state only what a test is about.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createRowIdentifier } from '../../server/domain/rowIdentifier.ts';
import type { ScreeningRow } from '../../server/domain/screening.ts';
import type { Viewer } from '../../server/domain/viewer.ts';
import { LOCAL } from '../../server/domain/viewer.ts';
import { openStore } from '../../server/store/store.ts';
import type { Store, StagedRow } from '../../server/store/store.ts';

/** A folder that is gone after the test. */
export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'flytkart-store-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** An open, empty store that is closed and gone after the test. */
export function aStore(): Store {
  const store = openStore(join(aFolder(), 'test.db'), { mode: 'write', create: true });
  onTestFinished(() => store.close());
  return store;
}

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
export type FileMade = { readonly file?: string; readonly cluster?: string; readonly viewer?: Viewer };

/** Stages the rows as one file and hands back the import, not committed. */
export function stageFile(
  store: Store,
  rows: readonly ScreeningRow[],
  { file = 'screening.csv', cluster = 'Rana', viewer = LOCAL }: FileMade = {},
): number {
  const id = store.beginImport({ viewer, cluster, files: [file], startedAt: '2026-01-01T10:00:00Z', bytesHash: null, options: {} });
  const table = store.beginTable(id, { file, sheet: null, headers: HEADERS });
  store.stageRows(id, table, identified(rows));
  return id;
}

export function importFile(store: Store, rows: readonly ScreeningRow[], made: FileMade = {}): number {
  const id = stageFile(store, rows, made);
  store.commitImport(id, '2026-01-01T10:01:00Z');
  return id;
}
