// Imports files from the command line: reading here, writing in the writer's thread.
import { existsSync } from 'node:fs';
import type { Language } from '../contract/errors.ts';
import type { ImportAnswer } from '../contract/importAnswer.ts';
import { LOCAL } from '../domain/viewer.ts';
import { fileAnswer } from './import/fileAnswer.ts';
import type { ReadingChoices, TakenIn } from './import/protocol.ts';
import { readInThread } from './import/startReader.ts';
import { openForReading } from './open.ts';
import type { FileOnDisk } from './workspace.ts';
import { startWriter } from './writer/callWriter.ts';

export { delimiterNamed } from '../intake/table/dialect.ts';
export type { ReadingChoices };

export type ImportRequest = {
  readonly database: string;
  readonly files: readonly FileOnDisk[];
  /** Null: the only cluster there is, else one of the default name. */
  readonly cluster: string | null;
  readonly dryRun: boolean;
  readonly withRows: boolean;
  readonly choices: ReadingChoices;
  readonly language: Language;
  /** ISO 8601, told by the caller. */
  readonly at: string;
  readonly signal: AbortSignal;
  readonly progress: (rows: number) => void;
};

export const DEFAULT_CLUSTER = 'Min klynge';

function clusterFor(database: string, named: string | null): string {
  if (named !== null) return named;
  if (!existsSync(database)) return DEFAULT_CLUSTER;
  const store = openForReading(database);
  try {
    const names = store.clusters(LOCAL);
    return names.length === 1 && names[0] !== undefined ? names[0] : DEFAULT_CLUSTER;
  } finally {
    store.close();
  }
}

/** What became of the files, and what they changed (null: nothing is known, or nothing was held against them). */
export type Imported = ImportAnswer & { readonly changes: TakenIn['changes'] };

/** Whole or not at all. Throws AppError where the database or a file cannot be opened, and `import.cancelled`. */
export async function importFiles(request: ImportRequest): Promise<Imported> {
  const { importId, files, changes } = await takeInFiles(request);
  return { import: importId, files: files.map((one) => fileAnswer(one, request.language, request.withRows)), changes };
}

async function takeInFiles(request: ImportRequest): Promise<TakenIn> {
  const { files, choices, progress, signal } = request;
  const start = { kind: 'reader', files, choices, keep: { rows: request.withRows ? Infinity : 0, rejected: 0 } } as const;
  const cluster = clusterFor(request.database, request.cluster);
  if (request.dryRun) {
    const beside = existsSync(request.database) ? { database: request.database, cluster, viewer: LOCAL } : null;
    return readInThread({ ...start, into: null, beside }, progress, signal);
  }
  const { connect, close } = await startWriter(request.database, true);
  try {
    return await readInThread(
      { ...start, into: { cluster, viewer: LOCAL, at: request.at, port: connect() }, beside: null },
      progress,
      signal,
    );
  } finally {
    await close();
  }
}
