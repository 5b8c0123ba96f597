// What a reading is asked to do, and what it tells, also from one thread to another.
import type { MessagePort } from 'node:worker_threads';
import type { ChangesShown } from '../../contract/previews.ts';
import type { Message, ScreeningRow } from '../../domain/screening.ts';
import type { Viewer } from '../../domain/viewer.ts';
import type { FileReport, ScreeningOptions } from '../../intake/screening/readScreeningFile.ts';
import type { FileOnDisk } from '../workspace.ts';
import type { Listed } from './taker.ts';

/** What a person decided about how a file is read. */
export type ReadingChoices = ScreeningOptions;

/** A record that was not taken in, as kept for the screen. */
export type Kept = {
  readonly sheet: string | null;
  readonly line: number;
  readonly cells: readonly string[];
  readonly messages: readonly Message[];
};

/** What became of one file; `messages` are those of the file and of its records. */
export type FileTaken = Omit<FileReport, 'tables' | 'messages'> & {
  readonly file: string;
  readonly columns: readonly { readonly column: number; readonly header: string; readonly field: string | null }[];
  readonly rows: readonly ScreeningRow[];
  readonly rejected: readonly Kept[];
  readonly messages: readonly Message[];
};

/** `importId` null: nothing is stored of it. Where the files change nothing it is the import that holds their rows already. */
export type TakenIn = {
  readonly importId: number | null;
  readonly changes: ChangesShown | null;
  readonly files: readonly FileTaken[];
  /** Of what is only read: companies that the reader may not speak of. */
  readonly notYours: readonly string[];
  /** Of what is only read: the first flows of each kind of change. */
  readonly listed: readonly Listed[];
};

/** Where accepted rows go. `source` and `whole`: as in the store's `ImportMeta`; left out, the names of the files and no. */
export type Destination = {
  readonly cluster: string;
  readonly viewer: Viewer;
  readonly at: string;
  readonly source?: string;
  readonly whole?: boolean;
  /** As in the store's `ImportMeta`. */
  readonly gives?: { readonly user: string; readonly until: string | null };
};

/** What files that are only read are held against: a database, and the cluster they would go to. */
export type Beside = { readonly database: string; readonly cluster: string; readonly viewer: Viewer };

/** How many rows and rejected records are kept for the screen. */
export type Keep = { readonly rows: number; readonly rejected: number };

export type ReaderStart = {
  readonly kind: 'reader';
  readonly files: readonly FileOnDisk[];
  readonly choices: ReadingChoices;
  readonly keep: Keep;
  readonly into: (Destination & { readonly port: MessagePort }) | null;
  readonly beside: Beside | null;
};
export type ReaderEvent =
  | { readonly event: 'progress'; readonly rows: number; readonly bytes: number }
  /** The first screen: how the file is read and its first rows; counts so far. */
  | { readonly event: 'first'; readonly file: FileTaken }
  | { readonly event: 'done'; readonly taken: TakenIn }
  | {
      readonly event: 'failed';
      readonly code: string;
      readonly values: Readonly<Record<string, string | number>>;
      readonly message: string;
    };
export type ReaderControl = { readonly cancel: true };
