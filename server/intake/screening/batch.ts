// What some records of a table came to.
import type { IdentifiedRow } from '../../domain/rowIdentifier.ts';
import type { ExchangeRow, Message, ScreeningRow } from '../../domain/screening.ts';

/** A record that is not stored, with its cells and why. */
export type RecordLeftOut = {
  readonly sheet: string | null;
  readonly line: number;
  readonly cells: readonly string[];
  readonly messages: readonly Message[];
};

/** What up to a thousand records came to. A record with amounts in and out gives two rows. */
export type Batch = {
  /** The table that the records stand in. */
  readonly sheet: string | null;
  readonly headers: readonly string[];
  /** Records read for this batch. */
  readonly records: number;
  readonly rows: readonly ScreeningRow[];
  /** The same rows with their identities, but for those that repeat a row of another table of the import. */
  readonly identified: readonly IdentifiedRow[];
  readonly exchanges: readonly ExchangeRow[];
  readonly rejected: readonly RecordLeftOut[];
  readonly skipped: readonly RecordLeftOut[];
  /** What is said of records, one by one up to a thousand of a code; the rest is counted in the report. */
  readonly messages: readonly Message[];
};
