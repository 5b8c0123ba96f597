// A copy of the whole file while it is in use, and the way back: always into a new file.
import type { Database } from 'better-sqlite3';
import { existsSync, linkSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { AppError } from '../domain/errors.ts';
import { checkStore } from './check.ts';
import type { Problem } from './check.ts';
import { asAppError, openFile } from './openFile.ts';

/** Copies by SQLite's backup API: readers and the writer go on. Throws `file.exists`, `file.unwritable`; a copy that fails leaves nothing behind. */
export async function backupTo(db: Database, to: string): Promise<void> {
  if (existsSync(to)) throw new AppError('file.exists', { file: to });
  if (!existsSync(dirname(to))) throw new AppError('file.unwritable', { file: to, problem: 'noFolder' });
  const half = join(dirname(to), `.${basename(to)}.part`);
  try {
    rmSync(half, { force: true });
    await db.backup(half);
    // A link, not a rename: a file that came to be there meanwhile is not overwritten.
    linkSync(half, to);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST')
      throw new AppError('file.exists', { file: to }, { cause: error });
    throw asAppError(error, to);
  } finally {
    rmSync(half, { force: true });
  }
}

/** A backup becomes a database in a new file. Throws `file.exists`, `store.*` where the backup is none of ours, newer or damaged. */
export async function restoreStore(from: string, to: string): Promise<Problem[]> {
  const beside = ['-wal', '-shm'].map((tail) => from + tail);
  const wasAlone = !beside.some((file) => existsSync(file));
  const db = openFile(from, { mode: 'read' });
  try {
    const [problem] = checkStore(db);
    if (problem !== undefined) throw new AppError('store.corrupt', { file: from, problem: problem.what });
    await backupTo(db, to);
  } finally {
    db.close();
    // A reader cannot clear away what SQLite lays beside a file; what holds pages (another has opened it for writing meanwhile) stays.
    const [log] = beside.map((file) => statSync(file, { throwIfNoEntry: false }));
    if (wasAlone && (log?.size ?? 0) === 0) for (const file of beside) rmSync(file, { force: true });
  }
  const copy = openFile(to, { mode: 'write' });
  try {
    return checkStore(copy);
  } finally {
    copy.close();
  }
}
