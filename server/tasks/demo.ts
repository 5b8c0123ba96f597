// The demo cluster, taken in by the importer like any file.
import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../domain/errors.ts';
import { importFiles } from './importFiles.ts';

export const DEMO_CLUSTER = 'Fjordklyngen (demo)';

/** Makes the database anew. Throws where the demo file is not taken in whole: the program would be broken. */
export async function makeDemo(root: string, database: string, at: string): Promise<{ readonly cluster: string; readonly rows: number }> {
  for (const tail of ['', '-wal', '-shm']) rmSync(database + tail, { force: true });
  const path = join(root, 'fixtures', 'demo', 'demo-cluster.csv');
  const answer = await importFiles({
    database,
    files: [{ path, name: 'demo-cluster.csv', size: statSync(path).size }],
    cluster: DEMO_CLUSTER,
    dryRun: false,
    withRows: false,
    // The demo shows what the words alone lead to.
    choices: { map: { resource_id: 'ignore' } },
    language: 'en',
    at,
    signal: new AbortController().signal,
    progress: () => undefined,
  });
  const [file] = answer.files;
  if (answer.import === null || file === undefined || file.rows_rejected > 0)
    throw new AppError('import.rejected', { file: `${path}: ${file?.messages.find((one) => one.severity === 'error')?.text ?? ''}` });
  return { cluster: DEMO_CLUSTER, rows: file.rows_ok };
}
