// One import is staged at a time, over all processes. The operating system gives the lock back when its holder dies.
import Database from 'better-sqlite3';
import { AppError } from '../domain/errors.ts';

export type ImportLock = { readonly release: () => void };

/**
 * Takes the lock that lies beside the database (an empty file `<database>-lock`), or null when another process or thread stages an import.
 * SQLite's own file lock does the work, so kill -9 frees it.
 */
export function takeImportLock(file: string, waitMs: number): ImportLock | null {
  const db = new Database(`${file}-lock`, { timeout: waitMs });
  try {
    db.pragma('journal_mode = MEMORY');
    db.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    db.close();
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')) return null;
    throw error;
  }
  return { release: () => db.close() };
}

export function importLockOrBusy(file: string, waitMs: number): ImportLock {
  const lock = takeImportLock(file, waitMs);
  if (lock === null) throw new AppError('store.busy', { file });
  return lock;
}
