// What the readers of single cells share: the table, what is said of a cell, and plain numbers.
import type { Stated } from '../../domain/quantity.ts';
import type { Severity } from '../../domain/screening.ts';
import type { RawRecord } from '../table/types.ts';
import type { Field } from './fields.ts';
import type { ReaderSetup } from './flowReader.ts';
import type { ScreeningMessageCode } from './messageTexts.ts';

export type Say = (
  code: ScreeningMessageCode,
  severity: Severity,
  column: number,
  found: string | null,
  values?: Readonly<Record<string, string | number>>,
) => void;

export type CellContext = {
  readonly setup: ReaderSetup;
  /** Column of a field, -1 where the table has none. */
  readonly col: (field: Field) => number;
  readonly say: Say;
  /** A plain number in a column that may hold one; what cannot be read is told and left out. */
  readonly numberIn: (
    cells: readonly string[],
    record: RawRecord,
    column: number,
    signed: boolean,
  ) => { readonly stated: Stated; readonly rest: string; readonly before: string } | null;
};

const LOOSE_ACCENT = /[\u0300-\u036f]/;
/** Words that say that something is not known. */
export const UNKNOWN_WORD = /^(?:-+|–|\?+|ukjent|ukjend|unknown|n\.?\/?a\.?|i\/a|vet ikke|ikke kjent|ikke målt|#\S+[!?]?)$/i;

/** A cell's text without blanks around it and with plain line ends; null where nothing is left. */
export const clean = (text: string | undefined): string | null => {
  if (text === undefined || text === '') return null;
  const trimmed = text.trim();
  if (trimmed === '') return null;
  const ends = trimmed.includes('\r') ? trimmed.replace(/\r\n?/g, '\n') : trimmed;
  // Letters with loose accents (o + ring) are the same letters; the cell itself is kept as it was.
  return LOOSE_ACCENT.test(ends) ? ends.normalize('NFC') : ends;
};

/** One number for a stated amount: the middle of a range, else its number. */
export const middleOf = (stated: Stated): number =>
  'value' in stated ? stated.value : 'min' in stated ? (stated.min + stated.max) / 2 : (Object.values(stated)[0] ?? Number.NaN);
export const showStated = (stated: Stated): string =>
  'min' in stated ? `${stated.min}–${stated.max}` : String(Object.values(stated)[0] ?? '');
