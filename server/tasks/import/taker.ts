// Where the rows of the files of one import go: into the store out of sight, or only beside what is stored.
import { createRowIdentifier } from '../../domain/rowIdentifier.ts';
import type { Batch, FileReport } from '../../intake/screening/readScreeningFile.ts';
import type { StagedRow } from '../../store/packRows.ts';
import type { StagedExchange } from '../../store/staging.ts';
import { createExchangeIdentifier } from './exchangeIdentifier.ts';

/** `heldBy`: nothing was stored, as this import holds it all; null where that is not so. */
export type Outcome = {
  readonly importId: number | null;
  readonly changes: { readonly added: number; readonly changed: number; readonly withdrawn: number; readonly unchanged: number } | null;
  readonly heldBy: number | null;
};

export type Taker = {
  readonly beginFile: (name: string) => void;
  readonly batch: (batch: Batch) => Promise<void>;
  readonly endFile: (report: FileReport) => Promise<void>;
  /** Leaves nothing. */
  readonly cancel: () => Promise<void>;
  readonly finish: () => Promise<Outcome>;
};

export const NOTHING: Outcome = { importId: null, changes: null, heldBy: null };

/** The rows of batch after batch of one import, with their identities and without repeats. */
export function createIdentifier(): (batch: Batch) => { readonly rows: StagedRow[]; readonly exchanges: StagedExchange[] } {
  const identify = createRowIdentifier();
  const identifyExchange = createExchangeIdentifier();
  return (batch) => {
    const rows: StagedRow[] = [];
    for (const row of batch.rows) {
      const { key, content, repeat } = identify(row);
      if (!repeat) rows.push({ row, key, content });
    }
    return { rows, exchanges: batch.exchanges.map((row) => ({ row, ...identifyExchange(row) })) };
  };
}

/** A file that is asked about or refused before its first row leaves the others alone; one that turns out so later takes the import with it. */
export const breaks = (report: FileReport): boolean => report.outcome !== 'import' && report.rowsRead > 0;
