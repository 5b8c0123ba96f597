// That the data is whole, and a copy of it.
import { backupStore, restoreStore } from '../store/backup.ts';
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
export const backupTo = (database: string, to: string): Promise<void> => backupStore(database, to);

/** Only into a new file; the backup is checked first. */
export const restoreTo = (from: string, to: string): Promise<void> => restoreStore(from, to);
