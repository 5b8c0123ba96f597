// A backup becomes a new database and is served: how long that takes, from the word to the first answer.
import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import { backupTo, restoreTo } from '../server/tasks/backup.ts';
import { importFiles } from '../server/tasks/importFiles.ts';
import { CLUSTER, screeningText } from './killedImports.ts';
import { startServer } from './startedServer.ts';
import type { Drill } from './drilling.ts';

const SECONDS_MOST = 60;

export const restoring = (rows: number): Drill => ({
  what: `a backup of ${rows} rows restored to a new file and served`,
  run: async (folder) => {
    const [database, copy, back, path] = ['a.db', 'copy.db', 'back.db', 'a.csv'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
      string,
    ];
    const text = screeningText(rows, 'Stor');
    writeFileSync(path, text);
    await importFiles({
      database, files: [{ path, name: 'a.csv', size: Buffer.byteLength(text) }], cluster: CLUSTER, dryRun: false, withRows: false, choices: {},
      language: 'en', at: '2026-03-01T12:00:00.000Z', signal: new AbortController().signal, progress: () => undefined,
    }); // prettier-ignore
    await backupTo(database, copy);
    const started = performance.now();
    await restoreTo(copy, back);
    const restored = performance.now() - started;
    const server = await startServer(back);
    const clusters = (await (await fetch(`${server.origin}/api/v1/clusters`)).json()) as { flows: number }[];
    const seconds = (performance.now() - started) / 1000;
    const faults: string[] = [];
    if (clusters[0]?.flows !== rows) faults.push(`${clusters[0]?.flows} of ${rows} flows are served`);
    if (seconds > SECONDS_MOST) faults.push(`${seconds.toFixed(1)} s; ${SECONDS_MOST} s is the aim`);
    if ((await server.stop()) !== 0) faults.push('the server did not stop well');
    return {
      figures: { rows, 'restored and checked, s': Number((restored / 1000).toFixed(1)), 'serving after, s': Number(seconds.toFixed(1)) },
      faults,
    };
  },
});
