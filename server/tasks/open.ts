// Opens the store for a task that runs in this thread.
import { existsSync } from 'node:fs';
import { AppError } from '../domain/errors.ts';
import { openStore } from '../store/store.ts';
import type { Store, StoreReader } from '../store/store.ts';

export type { Store, StoreReader };

/** Throws `store.missing` where there is no file, so that a question never makes a database. */
export function openForReading(database: string): StoreReader {
  if (!existsSync(database)) throw new AppError('store.missing', { file: database });
  return openStore(database, { mode: 'read' });
}

export function openForWriting(database: string, create = false): Store {
  if (!create && !existsSync(database)) throw new AppError('store.missing', { file: database });
  return openStore(database, { mode: 'write', create });
}
