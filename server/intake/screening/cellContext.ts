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
/** Characters that nobody sees: control, soft hyphen, zero width, direction marks. The table's reader has told of them. */
const UNSEEN = /[\u0000-\u0008\u000b\u000e-\u001f\u007f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;
const WIDE_OR_FIXED_SPACE = /[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g;
/** One look for all that is put right below: whether a text holds anything but ordinary letters. */
const UNUSUAL = /[^\u0020-\u007e\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e]/;
/** Words that say that something is not known. */
export const UNKNOWN_WORD = /^(?:-+|–|\?+|ukjent|ukjend|unknown|n\.?\/?a\.?|i\/a|vet ikke|ikke kjent|ikke målt|#\S+[!?]?)$/i;

/** `="00123"` is how text is kept from being read as a number in Excel: what is in the quotes is the text. */
export const inFormula = (text: string): string =>
  text.length > 3 && text.charCodeAt(0) === 61 && /^="[^"]*"$/.test(text) ? text.slice(2, -1).trim() : text;

/** A cell's text without blanks around it and with plain line ends and spaces, and without what nobody sees; null where nothing is left. */
export const clean = (text: string | undefined): string | null => {
  if (text === undefined || text === '') return null;
  const trimmed = inFormula(text.trim());
  if (trimmed === '') return null;
  if (!UNUSUAL.test(trimmed)) return trimmed;
  const seen = trimmed.replace(/\r\n?/g, '\n').replace(UNSEEN, '').replace(WIDE_OR_FIXED_SPACE, ' ').trim();
  // Letters with loose accents (o + ring) are the same letters; the cell itself is kept as it was.
  return seen === '' ? null : LOOSE_ACCENT.test(seen) ? seen.normalize('NFC') : seen;
};

/** One number for a stated amount: the middle of a range, else its number. */
export const middleOf = (stated: Stated): number =>
  'value' in stated ? stated.value : 'min' in stated ? (stated.min + stated.max) / 2 : (Object.values(stated)[0] ?? Number.NaN);
export const showStated = (stated: Stated): string =>
  'min' in stated ? `${stated.min}–${stated.max}` : String(Object.values(stated)[0] ?? '');
