// Which line holds the headers, whether it is one row or two, and whether a row of units stands under it.
import type { KnownColumn, RawRecord } from './types.ts';

export type FoundHeader = {
  /** Index among the records of the first and the last row that belong to the header, the row of units among them. */
  readonly first: number;
  readonly last: number;
  readonly line: number;
  readonly headers: readonly string[];
  readonly units: readonly (string | null)[];
  readonly known: number;
  /** Of these, the ones named beyond doubt. */
  readonly sure: number;
  /** Cells of the header line, the blank ones at its end among them. */
  readonly width: number;
};

const ROWS_LOOKED_AT = 200;
/** A longer cell is no header; cutting it keeps the search for line breaks short. */
const LONGEST_HEADER = 500;

/** A header as one text: no line breaks, no marks, no space around it. */
export const cleanHeader = (cell: string): string =>
  cell
    .slice(0, LONGEST_HEADER)
    .replace(/[\uFEFF\u200B\u00AD]/g, '')
    .replace(/\s*[\r\n]+\s*/g, ' ')
    .trim();

const isBlank = (cell: string): boolean => cell.trim() === '';
const isNumberLike = (cell: string): boolean => /^[\s<>~≈±+\-−–]*(?:ca\.?\s*)?\d[\d\s.,'\u2009\u202f\u00a0%-]*$/i.test(cell);

/** How many different fields the cells name. */
export function knownFields(cells: readonly string[], known: KnownColumn): number {
  const fields = new Set<string>();
  for (const cell of cells.slice(0, 500)) {
    if (cell.length > 200 || isBlank(cell)) continue;
    const field = known(cleanHeader(cell));
    if (field !== null) fields.add(field);
  }
  return fields.size;
}

/** How many different fields the cells name beyond doubt. */
function sureFields(cells: readonly string[], known: KnownColumn): number {
  return known.sure === undefined
    ? knownFields(cells, known)
    : knownFields(cells, (header) => (known.sure?.(header) === true ? known(header) : null));
}

const numbersIn = (cells: readonly string[]): number => cells.reduce((count, cell) => count + (isNumberLike(cell) ? 1 : 0), 0);
const filledIn = (cells: readonly string[]): number => cells.reduce((count, cell) => count + (isBlank(cell) ? 0 : 1), 0);

/** Whether a record reads as a header: enough known names (two fields, or every cell of fewer), and more names than numbers. */
export function isHeader(cells: readonly string[], known: KnownColumn): boolean {
  const filled = filledIn(cells);
  if (filled < 2) return false;
  const fields = knownFields(cells, known);
  return fields >= 2 && fields > numbersIn(cells) && fields * 3 >= filled;
}

const UNIT_WORDS =
  /^(?:t|kg|g|tonn|tonne|tonnes|tons|ton|stk|pcs|kwh|mwh|gwh|twh|mj|gj|tj|kw|mw|gw|°?c|°?f|grader|degc|k|kelvin|%|prosent|percent|l|liter|litre|m[23²³]|[sn]m[3³]|[fl]m[3³]|kr|nok|mnok|tnok|eur|€|timer|hours?|h|t\/år|år|year|bar|barg|bara|ph|ppm|mg|km|m|mm|dato|tekst|text|date|-)$/i;

/** Whether a cell under a header reads as a unit: in brackets, a quotient, or one of the usual ones. */
export function isUnitLike(cell: string): boolean {
  const text = cleanHeader(cell);
  if (text === '' || text.length > 24 || isNumberLike(text)) return false;
  if (/^[[(].{1,20}[\])]$/.test(text)) return true;
  if (UNIT_WORDS.test(text)) return true;
  const parts = text.split(/\s*\/\s*|\s+per\s+/i);
  return parts.length >= 2 && UNIT_WORDS.test((parts[0] ?? '').replace(/\s+(?:TS|tørrstoff|våtvekt|DM)$/i, ''));
}

const withoutBrackets = (cell: string): string => cleanHeader(cell).replace(/^[[(]\s*|\s*[\])]$/g, '');

/** A row under the headers whose every filled cell is a unit, at least one of them a clear one. */
function isUnitsRow(cells: readonly string[], headers: readonly string[]): boolean {
  const filled = cells.filter((cell) => !isBlank(cell));
  if (filled.length === 0 || filled.length > headers.length) return false;
  return (
    filled.every(isUnitLike) &&
    filled.some((cell) => !/^-$/.test(cell.trim())) &&
    cells.every((cell, at) => isBlank(cell) || !isBlank(headers[at] ?? ''))
  );
}

/** Group words reach over the blank cells to their right, until the next group. */
function filledForward(cells: readonly string[], width: number): string[] {
  let group = '';
  return Array.from({ length: width }, (_, at) => {
    const cell = cleanHeader(cells[at] ?? '');
    if (cell !== '') group = cell;
    return group;
  });
}

/** A group row and a detail row as one text a column: where only one of the two, or the two joined, names a field, that one. */
function joinRows(group: readonly string[], detail: readonly string[], known: KnownColumn): string[] {
  const width = Math.max(group.length, detail.length);
  const groups = filledForward(group, width);
  const details = Array.from({ length: width }, (_, at) => cleanHeader(detail[at] ?? ''));
  const seen = new Map<string, number>();
  for (const text of details) seen.set(text.toLowerCase(), (seen.get(text.toLowerCase()) ?? 0) + 1);
  return details.map((text, at) => {
    const own = cleanHeader(group[at] ?? '');
    const above = groups[at] ?? '';
    if (text === '') return own;
    if (above === '' || above.toLowerCase() === text.toLowerCase()) return text;
    const both = `${above} ${text}`;
    const joint = known(both);
    // "Temperatur" over "ut" means more than either; "Bedrift" over "Org.nr" is an Org.nr.
    if (joint !== null && joint !== known(above)) return both;
    if (known(text) !== null && seen.get(text.toLowerCase()) === 1) return text;
    return both;
  });
}

const namesAgain = (cells: readonly string[]): boolean => {
  const names = cells.map((cell) => cleanHeader(cell).toLowerCase()).filter((name) => name !== '');
  return new Set(names).size < names.length;
};

const distinct = (headers: readonly string[], known: KnownColumn): number => knownFields(headers, known);

function trimmedHeaders(cells: readonly string[]): string[] {
  const headers = cells.map(cleanHeader);
  while (headers.length > 0 && headers.at(-1) === '') headers.pop();
  return headers;
}

/** What the header would be if it began at this record: with a second row, and a row of units, where they follow. */
function headerAt(records: readonly RawRecord[], first: number, known: KnownColumn): FoundHeader | null {
  const row = records[first];
  if (row === undefined) return null;
  let last = first;
  let headers = trimmedHeaders(row.cells);
  let fields = distinct(headers, known);
  const below = records[first + 1];
  if (below !== undefined && numbersIn(below.cells) === 0 && filledIn(below.cells) >= 2 && !isUnitsRow(below.cells, headers)) {
    const joined = joinRows(row.cells, below.cells, known);
    const together = distinct(joined, known);
    const alone = distinct(trimmedHeaders(below.cells), known);
    // A header in two languages is known in both rows, a title above a header in none: neither is a group row. A group row adds names, or tells
    // columns of one name apart.
    const parted =
      together === alone && together > fields && namesAgain(below.cells) && filledIn(row.cells) >= 2 && numbersIn(row.cells) === 0;
    if (together >= 2 && together > fields && (together > alone || parted)) {
      headers = trimmedHeaders(joined);
      fields = together;
      last = first + 1;
    }
  }
  const under = records[last + 1];
  let units: (string | null)[] = headers.map(() => null);
  if (under !== undefined && isUnitsRow(under.cells, headers) && knownFields(under.cells, known) === 0) {
    units = headers.map((_, at) => (isBlank(under.cells[at] ?? '') ? null : withoutBrackets(under.cells[at] ?? '')));
    last += 1;
  }
  return {
    first,
    last,
    line: records[last]?.line ?? row.line,
    headers,
    units,
    known: fields,
    sure: sureFields(headers, known),
    width: Math.max(...records.slice(first, last + 1).map(({ cells }) => cells.length)),
  };
}

/** Names beyond doubt count twice: `ut`, `avfall`, `tonn`, `år` are what a row of data says. */
const weight = (header: FoundHeader): number => header.known + header.sure;

/** Whether a header of another table, most of whose columns the later one has too, stands above records of its own. */
function isFirstOfSeveral(earlier: FoundHeader, later: FoundHeader, records: readonly RawRecord[], known: KnownColumn): boolean {
  const fieldsOf = (header: FoundHeader): Set<string> => new Set(header.headers.flatMap((name) => known(name) ?? []));
  const [own, others] = [fieldsOf(earlier), fieldsOf(later)];
  const shared = [...own].filter((field) => others.has(field)).length;
  const filled = filledIn(earlier.headers);
  return (
    earlier.sure >= 3 &&
    earlier.sure * 2 > filled &&
    shared * 2 > own.size &&
    records.slice(earlier.last + 1, later.first).some(({ cells }) => filledIn(cells) >= 3 && filledIn(cells) * 2 > filled)
  );
}

/** The header among the first non-blank records, or null where none names enough columns. Of several tables, that of the first. */
export function findHeader(records: readonly RawRecord[], known: KnownColumn): FoundHeader | null {
  let best: FoundHeader | null = null;
  const all: FoundHeader[] = [];
  for (let first = 0; first < Math.min(records.length, ROWS_LOOKED_AT); first++) {
    const row = records[first];
    if (row === undefined || filledIn(row.cells) < 1) continue;
    const found = headerAt(records, first, known);
    if (found === null || found.known === 0) continue;
    const own = row.cells;
    if (numbersIn(own) >= Math.max(1, found.known)) continue;
    all.push(found);
    if (best === null || weight(found) > weight(best)) best = found;
  }
  if (best === null) return null;
  const last = best;
  best = all.find((one) => one.last < last.first && isFirstOfSeveral(one, last, records, known)) ?? best;
  const filled = best.headers.filter((header) => header !== '').length;
  if (best.known >= 2 || (best.known === 1 && filled <= 2)) return best;
  return null;
}

/** Records above a header that are as full as a row below it: no titles, and perhaps rows that somebody misses. Labels (`Bedrift:`) are none. */
export const rowsAbove = (header: FoundHeader, records: readonly RawRecord[]): readonly RawRecord[] =>
  records
    .slice(0, header.first)
    .filter(
      ({ cells }) =>
        filledIn(cells) >= 3 && filledIn(cells) * 2 > filledIn(header.headers) && !cells.some((cell) => cell.trim().endsWith(':')),
    );

/** The header at a line that a person named: the record that begins there, or the first after it. */
export function headerOnLine(records: readonly RawRecord[], line: number, known: KnownColumn): FoundHeader | null {
  const first = records.findIndex((record) => record.line >= line);
  return first === -1 ? null : headerAt(records, first, known);
}
