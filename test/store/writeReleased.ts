// Writes released/NNN.db.gz, a small database of the schema as it is now: run once with every release that has a new schema, and keep the file.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { celsius } from '../../server/domain/temperature.ts';
import { LOCAL } from '../../server/domain/viewer.ts';
import { SCHEMA } from '../../server/store/openFile.ts';
import { exchangeIdentity } from '../../server/store/staging.ts';
import { openStore } from '../../server/store/store.ts';
import { aRow, HEADERS, identified } from './rows.ts';

const folder = mkdtempSync(join(tmpdir(), 'flytkart-released-'));
const file = join(folder, 'released.db');
const store = openStore(file, { mode: 'write', create: true });
const begin = (name: string): { id: number; table: number } => {
  const id = store.beginImport({
    viewer: LOCAL,
    cluster: 'Rana',
    files: [name],
    startedAt: '2026-01-01T10:00:00Z',
    bytesHash: 'abc',
    options: { decimal: ',' },
  });
  return { id, table: store.beginTable(id, { file: name, sheet: null, headers: HEADERS }) };
};
const first = begin('screening.csv');
const hot = {
  temperature: { min: celsius(60), max: celsius(85) },
  unit: 'MWh/år',
  annual: { low: 80, likely: 100, high: null, unit: 'MWh' } as const,
};
store.stageRows(
  first.id,
  first.table,
  identified([
    aRow({ orgNumber: '910000001', site: 'Mo' }),
    aRow({ orgNumber: '910000001', words: 'flis', price: 120 }),
    aRow({ orgNumber: '910000002', company: 'Varmeverket', words: 'varmt vann', direction: 'in', ...hot }),
  ]),
);
const row = {
  sheet: null,
  line: 9,
  cells: ['Fjordsag AS', 'Varmeverket', 'flis'],
  id: 'E1',
  from: 'Fjordsag AS',
  to: 'Varmeverket',
  words: 'flis',
  stated: { value: 10 },
  unit: 't/år',
  annual: null,
  period: null,
  comment: null,
};
store.stageExchanges(first.id, first.table, [{ row, ...exchangeIdentity(row, 0) }]);
store.stageRejected(first.id, first.table, [{ line: 12, cells: ['', '', '', 'slam', '?', ''], messages: [] }]);
store.commitImport(first.id, '2026-01-01T10:01:00Z');
store.storeGuesses([{ words: 'bark', resources: [{ resource: 'mat.wood.bark', weight: 0.9, how: 'name' }] }]);
store.decideSharing(LOCAL, store.flowsOf(LOCAL, { cluster: 'Rana' })[0]?.id ?? '', 'public', '2026-01-02T10:00:00Z');
const second = begin('undone.csv');
store.stageRows(second.id, second.table, identified([aRow({ orgNumber: '910000001', words: 'aske' })]));
store.commitImport(second.id, '2026-01-03T10:00:00Z');
store.undoImport(second.id, LOCAL, '2026-01-04T10:00:00Z');
const copy = join(folder, 'copy.db');
await store.backup(copy);
store.close();
const released = join(import.meta.dirname, 'released');
mkdirSync(released, { recursive: true });
writeFileSync(join(released, `${String(SCHEMA).padStart(3, '0')}.db.gz`), gzipSync(readFileSync(copy), { level: 9 }));
rmSync(folder, { recursive: true });
