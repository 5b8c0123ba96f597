// Files into a database and out again, in this thread.
import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { LOCAL } from '../../server/domain/viewer.ts';
import { exportCluster } from '../../server/tasks/exportCluster.ts';
import { takeIn } from '../../server/tasks/import/takeIn.ts';
import type { TakenIn } from '../../server/tasks/import/protocol.ts';
import { openForReading, openForWriting } from '../../server/tasks/open.ts';
import { WRITES } from '../../server/tasks/writer/protocol.ts';
import type { Writer } from '../../server/tasks/writer/protocol.ts';

const onDisk = (path: string) => ({ path, name: basename(path), size: statSync(path).size });
const asked = (paths: readonly string[]) => ({
  files: paths.map(onDisk),
  choices: {},
  keep: { rows: 0, rejected: 0 },
  progress: () => undefined,
  first: () => undefined,
  signal: new AbortController().signal,
});

/** Stores the files in a database, made where there is none. */
export async function takenIn(database: string, cluster: string, ...paths: readonly string[]): Promise<TakenIn> {
  const store = openForWriting(database, true);
  try {
    const names = WRITES.map((name) => {
      const work: (...given: never[]) => unknown = store[name];
      return [name, (...args: never[]) => Promise.resolve(work(...args))];
    });
    const writer = Object.fromEntries(names) as unknown as Writer;
    const into = { cluster, viewer: LOCAL, at: '2026-03-01T10:00:00Z', writer };
    return await takeIn({ ...asked(paths), into, beside: null });
  } finally {
    store.close();
  }
}

/** What the files would change in the database. */
export const compared = (database: string, cluster: string, ...paths: readonly string[]): Promise<TakenIn> =>
  takeIn({ ...asked(paths), into: null, beside: { database, cluster, viewer: LOCAL } });

/** The files that were written. */
export async function exported(database: string, cluster: string, out: string): Promise<readonly string[]> {
  const store = openForReading(database);
  try {
    return (await exportCluster(store, LOCAL, cluster, out)).files;
  } finally {
    store.close();
  }
}
