// Small makers for the store's tests: they state only what a test is about.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { ScreeningRow } from '../../server/domain/screening.ts';
import type { Viewer } from '../../server/domain/viewer.ts';
import { LOCAL } from '../../server/domain/viewer.ts';
import { openStore } from '../../server/store/store.ts';
import type { Store } from '../../server/store/store.ts';
import { aRow, HEADERS, identified } from './rows.ts';

export { aRow };

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
