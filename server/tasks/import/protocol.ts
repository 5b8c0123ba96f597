// What a reading is asked to do, and what it tells, also from one thread to another.
import type { MessagePort } from 'node:worker_threads';
import type { ChangesShown } from '../../contract/previews.ts';
import type { ScreeningRow } from '../../domain/screening.ts';
import type { Viewer } from '../../domain/viewer.ts';
import type { TableOptions } from '../../intake/table/types.ts';
import type { FileOnDisk } from '../workspace.ts';
import type { Gathered } from './messageBook.ts';

/** What a person decided about how a file is read. */
export type ReadingChoices = TableOptions & { readonly decimal?: ',' | '.'; readonly map?: Readonly<Record<string, string>> };

/** What became of one file. */
export type FileTaken = {
  readonly file: string;
  readonly outcome: 'import' | 'ask' | 'refuse';
  readonly encoding: string | null;
  readonly delimiter: string | null;
  readonly decimal: string | null;
  readonly headerLine: number | null;
  readonly mapping: readonly {
    readonly column: number;
    readonly header: string;
    readonly field: string | null;
    readonly unit: string | null;
  }[];
  readonly rowsRead: number;
  readonly rowsOk: number;
  readonly rowsRejected: number;
  readonly rowsSkipped: number;
  readonly rows: readonly ScreeningRow[];
  readonly rejected: readonly RejectedKept[];
  readonly messages: readonly Gathered[];
};
export type RejectedKept = {
  readonly sheet: string | null;
  readonly line: number;
  readonly cells: readonly string[];
  readonly messages: readonly Gathered['message'][];
};

export type TakenIn = { readonly importId: number | null; readonly changes: ChangesShown | null; readonly files: readonly FileTaken[] };

/** Where accepted rows go; null: nowhere, the file is only read. */
export type Destination = { readonly cluster: string; readonly viewer: Viewer; readonly at: string };

export type ReaderStart = {
  readonly kind: 'reader';
  readonly files: readonly FileOnDisk[];
  readonly choices: ReadingChoices;
  readonly keepRows: number;
  readonly into: (Destination & { readonly writer: MessagePort }) | null;
};
export type ReaderEvent =
  | { readonly event: 'progress'; readonly rows: number; readonly bytes: number }
  | { readonly event: 'first'; readonly file: FileTaken }
  | { readonly event: 'done'; readonly taken: TakenIn }
  | {
      readonly event: 'failed';
      readonly code: string;
      readonly values: Readonly<Record<string, string | number>>;
      readonly message: string;
    };
export type ReaderControl = { readonly cancel: true };
