// Started by killed.test.ts as a process of its own: imports one file after the other and says each import that is on disk.
import { writeSync } from 'node:fs';
import { LOCAL } from '../../server/domain/viewer.ts';
import { openStore } from '../../server/store/store.ts';
import { aRow, HEADERS, identified } from './rows.ts';

const store = openStore(process.argv[2] ?? '', { mode: 'write', create: true });
for (;;) {
  const file = `${store.revision()}.csv`;
  const id = store.beginImport({
    viewer: LOCAL,
    cluster: 'Rana',
    files: [file],
    startedAt: '2026-01-01T10:00:00Z',
    bytesHash: null,
    options: {},
  });
  const table = store.beginTable(id, { file, sheet: null, headers: HEADERS });
  for (let from = 0; from < 1_500; from += 500) {
    const rows = Array.from({ length: 500 }, (_, i) => aRow({ company: `A${i % 9}`, process: file, words: `flis ${from + i}` }));
    store.stageRows(id, table, identified(rows));
    writeSync(1, 'staged\n');
  }
  store.commitImport(id, '2026-01-01T10:01:00Z');
  writeSync(1, `${id}\n`);
}
