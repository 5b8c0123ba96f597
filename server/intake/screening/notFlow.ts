// Records that are no flows: totals, repeated headers, section titles, footnotes.
import { foldHeader } from './columns.ts';
import { memo } from './memo.ts';
import { readDirection } from './words.ts';

export type NotFlow = 'total' | 'header' | 'note' | 'section';

const TOTAL_ALONE =
  /^(?:(?:del|under|mellom|slutt|hoved|total)?sum(?:mer|men|ma)?|sub-?\s?total|total(?:t|en|er|e|s|sum|mengde)?|i\s?alt|til\s?sammen|sum\s?total(?:t)?|total\s?sum|grand total|totals?|Σ|∑|gjennomsnitt|snitt|average)\s*(?:\(?\s*(?:år|year)?\s*(?:19|20)\d{2}\)?)?\s*[:=]?\s*$/iu;
const TOTAL_WITH =
  /^(?:(?:del|under|mellom|slutt|hoved|total)?sum|sub-?\s?total|total(?:t|en|er|e|sum)?|i\s?alt|til\s?sammen|grand total)(?:\s+(?:for|av|of|alle|all)\b|\s*[:,–-]|\s+)/iu;
const NOTE =
  /^(?:\*+|\d\)|\(\d\)|†|#(?!REF|N\/A|VERDI|VALUE|DIV|NAVN|NAME|NUM|I\/T)|note?[:r]|obs[:!]|merk[:n ]|kilde[:r]|source:|utfylt|kontakt|tlf|telefon|e-?post|dat[oe](?:[: ]|$)|sist (?:oppdatert|endret)|fotnote|forklaring|side \d|page \d|alle tall|tallene|tall for|skjema|versjon|ved spørsmål|\(c\)|©)/iu;

const OTHER_DELIMITERS = /^(?:[^;]*;){3}|^(?:[^|]*\|){3}|^(?:[^\t]*\t){3}|^(?:[^,]+,(?! )){4}/;

/** The cell that makes a record a total. */
export const totalWord = (cells: readonly string[]): string | undefined =>
  cells.find((cell) => TOTAL_ALONE.test(cell.trim())) ?? cells.find((cell) => TOTAL_WITH.test(cell.trim()));

/** Where the fields stand that make a flow; -1 where the table has no such column. */
export type FlowColumns = {
  readonly company: number;
  readonly direction: number;
  readonly resource: number;
  readonly quantities: readonly number[];
  readonly free: ReadonlySet<number>;
  readonly unit: number;
};

/** What kind of non-flow a record is, or null for a flow (good or bad). `headers` folded. */
export function notFlow(cells: readonly string[], columns: FlowColumns, headers: readonly string[]): NotFlow | null {
  const resource = (cells[columns.resource] ?? '').trim();
  const company = (cells[columns.company] ?? '').trim();
  const direction = (cells[columns.direction] ?? '').trim();
  if (resource !== '' && company !== '' && direction !== '') {
    // The ordinary row: only a resource that is the bare word can make it a total, or a repeated header.
    const first = resource.charCodeAt(0) | 32;
    if ((first === 115 || first === 116 || first === 105 || first === 100 || first === 103) && TOTAL_ALONE.test(resource)) return 'total';
    const header = headers[columns.resource] ?? '';
    return Math.abs(header.length - resource.length) < 4 && header === foldOnce(resource) ? repeated(cells, headers) : null;
  }
  let filled = 0;
  let last = '';
  let at = -1;
  for (let i = 0; i < cells.length; i++) {
    const text = (cells[i] ?? '').trim();
    if (text === '') continue;
    filled++;
    last = text;
    at = i;
    if (columns.free.has(i) || columns.quantities.includes(i)) continue;
    if (TOTAL_ALONE.test(text) && (i !== columns.company || resource === '')) return 'total';
    if (resource === '' && TOTAL_WITH.test(text)) return 'total';
    if (i === columns.resource && company === '' && direction === '' && TOTAL_WITH.test(text)) return 'total';
  }
  if (filled > 1 && repeated(cells, headers) !== null) return 'header';
  if (filled === 1) {
    if (columns.quantities.includes(at)) return null;
    if (NOTE.test(last)) return 'note';
    // A whole row with other delimiters than the file's: no title, but a row to be mended.
    if (OTHER_DELIMITERS.test(last)) return null;
    if (readDirection(last) !== null) return 'section';
    // A title stands in the first column; a lone resource is a row that lacks the rest.
    return at === columns.resource && (at > 0 || columns.company === -1) ? null : 'section';
  }
  const lead = cells.find((text) => text.trim() !== '')?.trim() ?? '';
  const empty =
    columns.quantities.every((i) => (cells[i] ?? '').trim() === '') && direction === '' && (cells[columns.unit] ?? '').trim() === '';
  return empty && (resource === '' || company === '') && NOTE.test(lead) ? 'note' : null;
}

/** A resource such as `Totalt avfall`: read as a flow, as company and direction stand beside it, but perhaps a total. */
export const looksLikeTotal = (resource: string): boolean => TOTAL_WITH.test(resource);

const foldOnce = memo(foldHeader);

/** More than half of the filled cells say what their header says. */
function repeated(cells: readonly string[], headers: readonly string[]): 'header' | null {
  let [same, filled] = [0, 0];
  cells.forEach((cell, i) => {
    if (cell.trim() === '') return;
    filled++;
    const folded = foldHeader(cell);
    if (folded !== '' && folded === headers[i]) same++;
  });
  return same >= 2 && same * 2 > filled ? 'header' : null;
}
