// `export`: a cluster as a file that imports again to the same data.
import { resolve } from 'node:path';
import { LOCAL } from '../domain/viewer.ts';
import { exportCluster } from '../tasks/exportCluster.ts';
import { openForReading } from '../tasks/open.ts';
import { text, wrongUse } from './given.ts';
import type { Given, Surroundings } from './given.ts';

export async function exportCommand(given: Given, around: Surroundings): Promise<number> {
  const [cluster, out] = [text(given, 'cluster'), text(given, 'out')];
  if (cluster === null || out === null)
    throw wrongUse('export --cluster NAME --out FILE: both are needed.', 'export --cluster NAME --out FILE: begge trengs.');
  const store = openForReading(given.database);
  try {
    const written = await exportCluster(store, LOCAL, cluster, resolve(out));
    around.out(given.json ? `${JSON.stringify(written)}\n` : `${written.files.join('\n')}\n`);
    return 0;
  } finally {
    store.close();
  }
}
