// Backups are taken while imports run: each is a whole database with whole imports, and can be restored.
import { join } from 'node:path';
import { writeFileSync, rmSync } from 'node:fs';
import { LOCAL } from '../server/domain/viewer.ts';
import { backupTo, checkDatabase, restoreTo } from '../server/tasks/backup.ts';
import { importFiles } from '../server/tasks/importFiles.ts';
import { openForReading } from '../server/tasks/open.ts';
import { CLUSTER, prepare, screeningText } from './killedImports.ts';
import type { Drill } from './drilling.ts';

const ROWS = 10_000;

export const backups = (least: number): Drill => ({
  what: `${least} backups and more, one after the other, while imports of ${ROWS} rows run`,
  run: async (folder) => {
    const { base } = await prepare(folder, 0);
    const faults: string[] = [];
    const load = { done: 0, enough: false };
    const importing = (async () => {
      for (; !load.enough; load.done += 1) {
        const path = join(folder, `load-${load.done}.csv`);
        const text = screeningText(ROWS, `Last ${load.done}`);
        writeFileSync(path, text);
        await importFiles({
          database: base, files: [{ path, name: `load-${load.done}.csv`, size: Buffer.byteLength(text) }], cluster: CLUSTER, dryRun: false,
          withRows: false, choices: {}, language: 'en', at: '2026-03-01T12:00:00.000Z', signal: new AbortController().signal,
          progress: () => undefined,
        }); // prettier-ignore
      }
    })();
    const times: number[] = [];
    let during = 0;
    for (let number = 0; number < least; number += 1) {
      const [copy, back] = [join(folder, `copy-${number}.db`), join(folder, `back-${number}.db`)];
      const started = performance.now();
      const before = load.done;
      await backupTo(base, copy);
      times.push(performance.now() - started);
      await restoreTo(copy, back);
      faults.push(...checkDatabase(back).map((problem) => `backup ${number}: ${problem}`));
      const store = openForReading(back);
      try {
        const imports = store.listImports(LOCAL).filter(({ state }) => state === 'committed').length;
        const flows = [...store.flowCounts(LOCAL, CLUSTER).values()].reduce((sum, one) => sum + one, 0);
        const base300 = flows - (imports - 1) * ROWS;
        if (base300 !== 300) faults.push(`backup ${number}: ${flows} flows of ${imports} imports`);
        if (imports - 1 < before) faults.push(`backup ${number}: ${before} imports were acknowledged, ${imports - 1} are in it`);
      } finally {
        store.close();
      }
      during += 1;
      for (const path of [copy, back]) rmSync(path, { force: true });
    }
    load.enough = true;
    await importing;
    times.sort((a, b) => a - b);
    return {
      figures: { imports: load.done, backups: during, 'a backup, median ms': Math.round(times[Math.floor(times.length / 2)] ?? 0) },
      faults,
    };
  },
});
