// Bringing an older database up to date is killed with kill -9: what is left is the old schema whole or the new one whole, and the next start finishes.
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { LOCAL } from '../server/domain/viewer.ts';
import { checkDatabase } from '../server/tasks/backup.ts';
import { openForReading, openForWriting } from '../server/tasks/open.ts';
import { freshCopy } from './killedImports.ts';
import { seeded } from './drilling.ts';
import type { Drill } from './drilling.ts';

const RELEASED = join(import.meta.dirname, '..', 'test', 'store', 'released');
const OPENER = join(import.meta.dirname, 'migrateOnce.ts');

/** Milliseconds it took; the process is killed after so many. */
function migrating(database: string, killAfter: number): Promise<number> {
  const started = performance.now();
  const child = spawn(process.execPath, [OPENER, database], { stdio: 'ignore' });
  const timer = Number.isFinite(killAfter) ? setTimeout(() => child.kill('SIGKILL'), killAfter) : undefined;
  return new Promise((resolve) =>
    child.on('close', () => {
      clearTimeout(timer);
      resolve(performance.now() - started);
    }),
  );
}

/** A database of each released schema, oldest first. */
function released(folder: string): { readonly name: string; readonly path: string }[] {
  return readdirSync(RELEASED)
    .filter((name) => name.endsWith('.db.gz'))
    .toSorted()
    .map((name) => {
      const path = join(folder, name.replace('.gz', ''));
      writeFileSync(path, gunzipSync(readFileSync(join(RELEASED, name))));
      return { name, path };
    });
}

export const migrations = (kills: number): Drill => ({
  what: `${kills} migrations of databases of earlier releases, each killed with kill -9, and one of each left alone`,
  run: async (folder) => {
    const faults: string[] = [];
    const random = seeded(13);
    const olds = released(folder);
    const database = join(folder, 'migrated.db');
    let old = 0;
    let done = 0;
    const flowsIn = (path: string): number => {
      const store = openForReading(path);
      try {
        return store
          .clusters(LOCAL)
          .reduce((sum, cluster) => sum + [...store.flowCounts(LOCAL, cluster).values()].reduce((a, b) => a + b, 0), 0);
      } finally {
        store.close();
      }
    };
    const expected = new Map<string, number>();
    for (const { name, path } of olds) {
      freshCopy(path, database);
      const ms = await migrating(database, Infinity);
      faults.push(...checkDatabase(database).map((problem) => `${name} left alone: ${problem}`));
      expected.set(name, flowsIn(database));
      for (let kill = 0; kill < Math.ceil(kills / olds.length); kill += 1) {
        freshCopy(path, database);
        await migrating(database, ms * (0.5 + 0.6 * random()));
        try {
          openForReading(database).close();
          done += 1;
        } catch {
          old += 1;
        }
        openForWriting(database).close();
        faults.push(...checkDatabase(database).map((problem) => `${name}, kill ${kill}: ${problem}`));
        if (flowsIn(database) !== expected.get(name)) faults.push(`${name}, kill ${kill}: flows are not those it had`);
      }
    }
    return { figures: { schemas: olds.length, kills: old + done, 'old schema found whole': old, 'new schema found whole': done }, faults };
  },
});
