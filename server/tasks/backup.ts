// That the data is whole, and a copy of it.
import { restoreStore } from '../store/backup.ts';
import { AppError } from '../domain/errors.ts';
import { openForReading } from './open.ts';

/** One sentence a problem; empty when all is well. */
export function checkDatabase(database: string): string[] {
  const store = openForReading(database);
  try {
    return store.check().map((one) => `${one.code}: ${one.what}`);
  } finally {
    store.close();
  }
}

/** Also while the database is in use. Throws `file.exists` rather than overwrite. */
export async function backupTo(database: string, to: string): Promise<void> {
  const store = openForReading(database);
  try {
    await store.backup(to);
  } finally {
    store.close();
  }
}

/** Only into a new file; the backup is checked first. */
export async function restoreTo(from: string, to: string): Promise<void> {
  const [problem] = await restoreStore(from, to);
  if (problem !== undefined) throw new AppError('store.corrupt', { file: to, problem: problem.what });
}
