// Opens a database file, or says in one code why not.
import Database from 'better-sqlite3';
import { accessSync, constants, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { AppError } from '../domain/errors.ts';

/** `FLYK`: marks a file as ours. */
export const APPLICATION_ID = 0x464c594b;
/** Another process may hold the short write lock; longer than this is somebody else's long work. */
const BUSY_MS = 10_000;

type Migration = { readonly version: number; readonly sql: string };

/** The numbered scripts beside this file, in order. */
export const MIGRATIONS: readonly Migration[] = readdirSync(join(import.meta.dirname, 'migrations'))
  .filter((name) => /^\d{3}-.*\.sql$/.test(name))
  .sort()
  .map((name) => ({ version: Number(name.slice(0, 3)), sql: readFileSync(join(import.meta.dirname, 'migrations', name), 'utf8') }));

export const SCHEMA = MIGRATIONS.at(-1)?.version ?? 0;

export type OpenMode = { readonly mode: 'read' | 'write'; readonly create?: boolean };

/** An open connection with our settings and the newest schema. Throws AppError `store.*`. */
export function openFile(file: string, { mode, create = false }: OpenMode): Database.Database {
  const exists = lookAt(file, create && mode === 'write');
  let db: Database.Database;
  try {
    db = new Database(file, { readonly: mode === 'read', fileMustExist: exists, timeout: BUSY_MS });
  } catch (error) {
    throw asAppError(error, file);
  }
  try {
    prepare(db, file, mode, exists);
    return db;
  } catch (error) {
    db.close();
    throw asAppError(error, file);
  }
}

/** Whether the file is there; throws where it cannot be one. */
function lookAt(file: string, mayCreate: boolean): boolean {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found === undefined) {
    if (!mayCreate) throw new AppError('store.missing', { file });
    const folder = statSync(dirname(file), { throwIfNoEntry: false });
    if (!folder?.isDirectory()) throw new AppError('file.unwritable', { file, problem: 'noFolder' });
    return false;
  }
  if (!found.isFile()) throw new AppError('store.foreign', { file });
  try {
    accessSync(file, constants.R_OK);
  } catch (error) {
    throw new AppError('store.noPermission', { file }, { cause: error });
  }
  // SQLite takes an empty file for a new database; ours is only one when we were asked to make it.
  if (found.size === 0 && !mayCreate) throw new AppError('store.foreign', { file });
  return true;
}

function prepare(db: Database.Database, file: string, mode: 'read' | 'write', exists: boolean): void {
  const number = (name: string): number => Number(db.pragma(name, { simple: true }));
  const version = number('user_version');
  const tables = Number(db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get());
  const isNew = version === 0 && tables === 0;
  if (!isNew && number('application_id') !== APPLICATION_ID) throw new AppError('store.foreign', { file });
  if (isNew && exists && mode === 'read') throw new AppError('store.foreign', { file });
  if (version > SCHEMA) throw new AppError('store.newer', { file, found: version, known: SCHEMA });
  db.pragma('foreign_keys = ON');
  db.pragma('temp_store = MEMORY');
  if (mode === 'read') {
    db.pragma('query_only = ON');
    if (version < SCHEMA) throw new AppError('store.busy', { file });
    return;
  }
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  // An import mostly appends: with 16 MB it was no faster.
  db.pragma('cache_size = -4000');
  // Checkpoints stay at SQLite's 4 MB: every 16 MB was 7 % faster in bulk, but the write that meets one waits longer.
  db.pragma('journal_size_limit = 33554432');
  if (version < SCHEMA) migrate(db);
}

/** Every missing step in one transaction: a crash leaves the old schema whole. */
export function migrate(db: Database.Database, upTo: number = SCHEMA): void {
  db.transaction(() => {
    const from = Number(db.pragma('user_version', { simple: true }));
    for (const { version, sql } of MIGRATIONS) if (version > from && version <= upTo) db.exec(sql);
    db.pragma(`application_id = ${APPLICATION_ID}`);
    db.pragma(`user_version = ${upTo}`);
  }).immediate();
}

/** What SQLite or the file system says, as our code. */
export function asAppError(error: unknown, file: string): unknown {
  if (error instanceof AppError || !(error instanceof Error) || !('code' in error)) return error;
  const code = String(error.code);
  const cause = { cause: error };
  if (code === 'SQLITE_NOTADB') return new AppError('store.foreign', { file }, cause);
  // A damaged head of the file is told under a code that also stands for wrong SQL.
  if (code.startsWith('SQLITE_CORRUPT') || error.message === 'unsupported file format')
    return new AppError('store.corrupt', { file, problem: error.message }, cause);
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return new AppError('store.busy', { file }, cause);
  if (code === 'SQLITE_FULL' || code === 'ENOSPC') return new AppError('store.full', { file }, cause);
  if (code.startsWith('SQLITE_READONLY') || code === 'SQLITE_PERM' || code === 'EACCES' || code === 'EPERM')
    return new AppError('store.noPermission', { file }, cause);
  if (code.startsWith('SQLITE_CANTOPEN')) return new AppError('store.noPermission', { file }, cause);
  return error;
}
