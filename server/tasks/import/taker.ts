// Where the rows of the files of one import go: into the store out of sight, or only beside what is stored.
import type { Annual } from '../../domain/estimate.ts';
import type { Batch, FileReport } from '../../intake/screening/readScreeningFile.ts';

/** A flow that a file adds, changes or withdraws: as it stands, and as the file has it. */
export type Listed = {
  readonly what: 'added' | 'changed' | 'withdrawn';
  readonly flow: string;
  readonly company: string;
  readonly words: string;
  readonly before: Annual | null;
  readonly after: Annual | null;
};

/** `heldBy`: nothing was stored, as this import holds it all; null where that is not so. */
export type Outcome = {
  readonly importId: number | null;
  readonly changes: { readonly added: number; readonly changed: number; readonly withdrawn: number; readonly unchanged: number } | null;
  readonly heldBy: number | null;
  /** Companies that the reader may not speak of; then nothing is told of changes. Of a commit none: it is refused. */
  readonly notYours: readonly string[];
  /** The first flows of each kind of change; of a commit none. */
  readonly listed: readonly Listed[];
};

export type Taker = {
  readonly beginFile: (name: string) => void;
  readonly batch: (batch: Batch) => Promise<void>;
  readonly endFile: (report: FileReport) => Promise<void>;
  /** Leaves nothing. */
  readonly cancel: () => Promise<void>;
  readonly finish: () => Promise<Outcome>;
};

export const NOTHING: Outcome = { importId: null, changes: null, heldBy: null, notYours: [], listed: [] };

/** A file that is asked about or refused before its first row leaves the others alone; one that turns out so later takes the import with it. */
export const breaks = (report: FileReport): boolean => report.outcome !== 'import' && report.rowsRead > 0;
