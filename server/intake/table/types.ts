// What the table layer hands on: records with their lines, and how the bytes were understood.
import type { Message } from '../../domain/screening.ts';

/** One record: the file's line on which it begins (as an editor shows it, from 1) and its cells as text, never trimmed or converted. */
export type RawRecord = {
  readonly line: number;
  readonly cells: readonly string[];
  /** Code of the table message (severity error) that speaks of this record, where its cells may stand in wrong columns or be incomplete: not to be stored unseen. */
  readonly problem?: string;
  /** Workbooks only: indexes of the cells that are numbers there. Their text has a decimal point and no thousands mark: `1.234` is less than two. A cell that is shown as per cent ends in ` %`: `22.5 %`. */
  readonly numbers?: readonly number[];
};

/** Bytes that can be read again from the start: a file, an upload, a drop. `size` in bytes, null when not known. */
export type ByteSource = { readonly name: string; readonly size: number | null; readonly chunks: () => AsyncIterable<Uint8Array> };

/** What a person may decide; each overrides what would be found. */
export type TableOptions = {
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly headerLine?: number;
  readonly sheet?: string;
};

/**
 * How the known columns vote: the field a header cell names, or null. Handed in, so that the table layer knows no screening. `sure`: whether the
 * text can hardly be anything but a header, as `Mengde` and unlike `ut`, `tonn` or a slip of the pen; without it every known name is sure.
 */
export type KnownColumn = ((header: string) => string | null) & { readonly sure?: (header: string) => boolean };

export type TableHead = {
  /** Null for CSV. */
  readonly sheet: string | null;
  /** `utf-8`, `utf-8-bom`, `utf-16le`, `utf-16be`, `windows-1252`, `ibm850`, `macintosh`; null for a workbook. */
  readonly encoding: string | null;
  /** Null for a workbook. */
  readonly delimiter: string | null;
  /** Line of the (last) header row. */
  readonly headerLine: number | null;
  /** One text a column; two header rows are joined with a space, a row of units below the headers goes into `units`. */
  readonly headers: readonly string[];
  /** True for a workbook: number and date cells arrive as `1234.5` and `2024-03-14` (see `numbers` of each record). */
  readonly canonical?: boolean;
  /** True where the workbook hides the sheet. */
  readonly hidden?: boolean;
  /** Unit told in a row of its own under the headers, by column; null where none. */
  readonly units: readonly (string | null)[];
  /** What stands above the header: titles, contact lines. */
  readonly preamble: readonly RawRecord[];
  /** The first records after the header, at most 2,000: what hypotheses are decided on. */
  readonly sample: readonly RawRecord[];
};

/** Records come in batches from the first after the header on (the sample's among them, blank ones left out), once per call. */
export type Table = {
  readonly head: TableHead;
  readonly records: () => AsyncGenerator<readonly RawRecord[], void, void>;
  readonly messages: () => readonly Message[];
};

export type FileReading =
  | { readonly outcome: 'tables'; readonly tables: readonly Table[]; readonly messages: readonly Message[] }
  | { readonly outcome: 'ask' | 'refuse'; readonly messages: readonly Message[] };
