// Which column holds which field of this table: by its header, by what a person decided, and by what stands beside it.
import type { Message } from '../../domain/screening.ts';
import type { TableHead } from '../table/types.ts';
import { foldHeader, readHeader } from './columns.ts';
import type { IsUnit } from './columns.ts';
import { FIELDS, KEPT } from './fields.ts';
import type { Field } from './fields.ts';
import { note } from './note.ts';
import { readDirection } from './words.ts';
import type { DirectionReading } from './words.ts';

export type Mapping = {
  /** Field of each column; null: kept as text under its header. */
  readonly fields: readonly (Field | null)[];
  /** Unit that each header tells. */
  readonly units: readonly (string | null)[];
  /** Column of each field. */
  readonly at: ReadonlyMap<Field, number>;
  /** Direction that the headers alone tell (`Avfallstype`). */
  readonly direction: DirectionReading | null;
  /** Reporting period that the quantity's header tells (`Mengde 2023`). */
  readonly period: string | null;
  /** True where the price column is named as a cost: a positive number is paid by the company. */
  readonly cost: boolean;
  /** Line of a row of units right under the header; null where there is none. */
  readonly unitLine: number | null;
  readonly messages: readonly Message[];
  /** True where a person must decide first; the messages say what. */
  readonly ask: boolean;
};

type Candidate = { column: number; field: Field; unit: string | null; score: number };

/** The field a person names: our own name, a header of ours, or any header that means it; null for `-` and `ignore`. */
function fieldNamed(name: string, isUnit: IsUnit): Field | 'ignore' | null {
  if (/^(?:-|ignore|ignorer|none|ingen|skip|)$/i.test(name.trim())) return 'ignore';
  if (Object.hasOwn(FIELDS, name)) return name as Field;
  if (Object.hasOwn(KEPT, name)) return `other:${name}`;
  return readHeader(name, isUnit)?.field ?? null;
}

const YEAR_TAIL = /^(.*?)[\s_(-]*(?<!\d)((?:19|20)\d{2})(?!\d)\s*\)?\s*([([].*[)\]])?$/;

/** Decides the mapping. `isUnit`: whether the unit table knows a text. */
export function decideMapping(head: TableHead, map: Readonly<Record<string, string>> | undefined, isUnit: IsUnit): Mapping {
  const messages: Message[] = [];
  const sheet = head.sheet;
  let ask = false;
  const { candidates, decided, years } = candidatesOf(head, map, isUnit, messages);
  if (messages.length > 0) ask = true;

  const byField = Map.groupBy(candidates, (one) => one.field);
  for (const twin of byField.get('unit') ?? []) {
    // The second `Enhet` is the price's where it stands behind the price.
    const before = candidates.find((one) => one.column === twin.column - 1);
    if ((byField.get('unit')?.length ?? 0) > 1 && before !== undefined && before.field !== 'quantity') {
      twin.field = before.field === 'price' ? 'price_unit' : ('other:unit' as Field);
    }
  }
  const at = new Map<Field, number>();
  const fields: (Field | null)[] = head.headers.map(() => null);
  const units: (string | null)[] = head.headers.map((_, i) => head.units[i] ?? null);
  for (const [field, claims] of Map.groupBy(candidates, (one) => one.field)) {
    const best = betterOf(claims, head);
    const [first] = best;
    if (first === undefined) continue;
    const rival = best[1];
    if (rival !== undefined) {
      const asked =
        first.score === rival.score && !decided.has(first.column) && isQuantity(field) && bothFilled(head, first.column, rival.column);
      ask ||= asked;
      if (asked || first.score === rival.score || rival.score > 1) {
        messages.push(
          note(asked ? 'columns.twice.ask' : 'columns.twice', asked ? 'error' : 'warning', {
            sheet,
            line: head.headerLine,
            column: rival.column + 1,
            header: head.headers[rival.column] ?? '',
            found: head.headers[rival.column] ?? '',
            values: { used: head.headers[first.column] ?? '', usedColumn: first.column + 1, otherColumn: rival.column + 1, field },
          }),
        );
      }
    }
    at.set(field, first.column);
    fields[first.column] = field;
    units[first.column] = first.unit ?? units[first.column] ?? null;
  }
  const yearColumns = years.filter(({ column }) => fields[column] === null || (fields[column] === 'quantity' && years.length > 1));
  let period: string | null = years.find(({ column }) => column === at.get('quantity'))?.year ?? null;
  if (yearColumns.length === 1 && !at.has('quantity')) {
    const [only] = yearColumns;
    if (only !== undefined) {
      at.set('quantity', only.column);
      fields[only.column] = 'quantity';
      units[only.column] = only.unit ?? units[only.column] ?? null;
      period = only.year;
    }
  } else if (yearColumns.length > 1) {
    ask = true;
    messages.push(
      note('columns.years', 'error', {
        sheet,
        line: head.headerLine,
        column: (yearColumns[0]?.column ?? 0) + 1,
        header: head.headers[yearColumns[0]?.column ?? 0] ?? '',
        found: yearColumns.map(({ column }) => head.headers[column]).join(', '),
        values: { example: head.headers[yearColumns.at(-1)?.column ?? 0] ?? '' },
      }),
    );
  }
  for (const one of candidates) {
    if (one.score !== 2 || fields[one.column] !== one.field || decided.has(one.column)) continue;
    messages.push(
      note('columns.nearly', 'info', {
        sheet,
        line: head.headerLine,
        column: one.column + 1,
        header: head.headers[one.column] ?? '',
        found: head.headers[one.column] ?? '',
        values: { field: one.field },
      }),
    );
  }
  const unitLine = takeUnitRow(head, at, units, isUnit);
  const unknown = head.headers
    .map((header, i) => ({ header: header.trim(), i }))
    .filter(({ header, i }) => header !== '' && fields[i] === null);
  if (unknown.length > 0) {
    messages.push(
      note('columns.unknown', 'info', {
        sheet,
        line: head.headerLine,
        column: (unknown[0]?.i ?? 0) + 1,
        header: unknown[0]?.header ?? '',
        found: unknown.map(({ header }) => header).join(', '),
        values: { count: unknown.length },
      }),
    );
  }
  const nameless = head.headers.flatMap((header, i) => {
    const filled = header.trim() !== '' || fields[i] !== null ? undefined : head.sample.find(({ cells }) => (cells[i] ?? '').trim() !== '');
    return filled === undefined ? [] : [{ i, text: filled.cells[i]?.trim() ?? '' }];
  });
  if (nameless.length > 0)
    messages.push(
      note('columns.nameless', 'info', {
        sheet,
        line: head.headerLine,
        column: (nameless[0]?.i ?? 0) + 1,
        found: nameless[0]?.text.slice(0, 80) ?? '',
        values: { columns: nameless.map(({ i }) => i + 1).join(', ') },
      }),
    );
  const resourceHeader = foldHeader(head.headers[at.get('resource') ?? -1] ?? '');
  const direction: DirectionReading | null = /avfall|waste|fraksjon|biprodukt|byproduct|overskudd|restrastoff/.test(resourceHeader)
    ? { direction: 'out', role: /avfall|waste|fraksjon/.test(resourceHeader) ? 'waste' : 'surplus' }
    : /innsatsfaktor|rastoff|ravare/.test(resourceHeader)
      ? { direction: 'in', role: 'input' }
      : resourceHeader.startsWith('tjeneste')
        ? { direction: 'out', role: 'surplus' }
        : null;
  const cost = /^(?:kostnad(?!.*inntekt)|cost|gatefee|mottaksavgift|dagenskostnad)/.test(
    foldHeader(head.headers[at.get('price') ?? -1] ?? ''),
  );
  return { fields, units, at, direction, period, cost, unitLine, messages, ask };
}

function candidatesOf(head: TableHead, map: Readonly<Record<string, string>> | undefined, isUnit: IsUnit, messages: Message[]) {
  const candidates: Candidate[] = [];
  const decided = new Set<number>();
  const years: { column: number; year: string; unit: string | null }[] = [];
  for (const [header, name] of Object.entries(map ?? {})) {
    const exactly = head.headers.findIndex((one) => one.trim() === header.trim());
    const columns =
      exactly !== -1
        ? [exactly]
        : head.headers.flatMap((one, i) => (foldHeader(one) === foldHeader(header) && foldHeader(header) !== '' ? [i] : []));
    const field = fieldNamed(name, isUnit);
    const [column] = columns;
    if (column === undefined || field === null) {
      messages.push(
        note(column === undefined ? 'columns.map.header' : 'columns.map.field', 'error', {
          sheet: head.sheet,
          line: head.headerLine,
          header,
          found: column === undefined ? header : name,
          values: {
            expected: column === undefined ? head.headers.filter((one) => one.trim() !== '').join(', ') : Object.keys(FIELDS).join(', '),
          },
        }),
      );
      continue;
    }
    decided.add(column);
    if (field === 'ignore') continue;
    const unit = readHeader(head.headers[column] ?? '', isUnit)?.unit ?? null;
    candidates.push({ column, field, unit, score: 10 });
    const year = YEAR_TAIL.exec((head.headers[column] ?? '').trim());
    if (year !== null && field === 'quantity') years.push({ column, year: year[2] ?? '', unit });
  }
  head.headers.forEach((header, column) => {
    if (decided.has(column)) return;
    const reading = readHeader(header, isUnit);
    const tail = YEAR_TAIL.exec(header.trim());
    const front =
      tail === null
        ? null
        : tail[1] === ''
          ? { field: 'quantity' as const, unit: (tail[3] ?? '').replace(/[()[\]]/g, '').trim() || null, score: 1 }
          : readHeader(`${tail[1] ?? ''} ${tail[3] ?? ''}`, isUnit);
    if (tail !== null && front?.field === 'quantity' && reading?.score !== 4) {
      years.push({ column, year: tail[2] ?? '', unit: front.unit });
      return;
    }
    if (reading !== null) candidates.push({ column, field: reading.field, unit: reading.unit, score: reading.score });
  });
  directionByContent(head, candidates);
  // A power alone is the amount, counted over the hours; a peak is not.
  if (!candidates.some((one) => /^(?:quantity|month_)/.test(one.field))) {
    const power =
      candidates.find((one) => one.field === 'power_mean') ??
      candidates.find((one) => one.field === 'power_max' && !/maks|max|topp|peak/i.test(head.headers[one.column] ?? ''));
    if (power !== undefined && power.unit !== null) power.field = 'quantity';
  }
  // Without two ends, `fra`/`kilde` are no exchange but words of a screening.
  const has = (field: Field): boolean => candidates.some((one) => one.field === field);
  for (const one of candidates) {
    if ((one.field === 'source' && !has('target')) || (one.field === 'target' && !has('source')))
      one.field = `other:${one.field === 'source' ? 'data_source' : 'receiver'}`;
  }
  // A bare `inn` or `ut` column means an amount only where both stand there.
  const bare = candidates.filter((one) => one.score === 1 && (one.field === 'quantity_in' || one.field === 'quantity_out'));
  if (
    new Set(bare.map((one) => one.field)).size === 1 &&
    !candidates.some((one) => one.score > 1 && /^quantity_(?:in|out)$/.test(one.field))
  )
    for (const one of bare) candidates.splice(candidates.indexOf(one), 1);
  // One lone month name is no monthly table.
  const months = candidates.filter((one) => one.field.startsWith('month_'));
  if (months.length > 0 && new Set(months.map((one) => one.field)).size !== 12)
    for (const one of months) candidates.splice(candidates.indexOf(one), 1);
  return { candidates, decided, years };
}

/** A first row that holds nothing but units, the quantity's among them, tells the units of its columns. */
function takeUnitRow(head: TableHead, at: ReadonlyMap<Field, number>, units: (string | null)[], isUnit: IsUnit): number | null {
  const [row] = head.sample;
  const quantity = at.get('quantity') ?? at.get('quantity_out') ?? at.get('quantity_in');
  if (row === undefined || quantity === undefined || head.sample.length < 2) return null;
  const filled = row.cells.map((cell) => cell.trim());
  if (
    filled[quantity] === '' ||
    !/\p{L}/u.test(filled[quantity] ?? '') ||
    !filled.every((cell) => cell === '' || isUnit(cell.replace(/^[([](.*)[)\]]$/, '$1')))
  )
    return null;
  filled.forEach((cell, i) => {
    if (cell !== '') units[i] = cell.replace(/^[([](.*)[)\]]$/, '$1');
  });
  return row.line;
}

/** A column of nothing but `Inn` and `Ut` is the direction, whatever its header (`Type`), where no column is named so. */
function directionByContent(head: TableHead, candidates: Candidate[]): void {
  if (candidates.some((one) => one.field === 'direction' || one.field === 'role' || /^quantity_(?:in|out)$/.test(one.field))) return;
  for (let column = 0; column < head.headers.length; column++) {
    const own = candidates.find((one) => one.column === column);
    if (own !== undefined && own.score > 1) continue;
    const words = new Set(head.sample.map(({ cells }) => (cells[column] ?? '').trim()).filter((text) => text !== ''));
    if (words.size === 0 || words.size > 12 || ![...words].every((word) => /^\p{L}{2,}/u.test(word) && readDirection(word) !== null))
      continue;
    if (own !== undefined) candidates.splice(candidates.indexOf(own), 1);
    candidates.push({ column, field: 'direction', unit: null, score: 2 });
    return;
  }
}

const isQuantity = (field: Field): boolean => field === 'quantity' || field === 'unit' || field === 'direction';

/** The claims in the order of trust: how well the header says it, then how much of the sample is filled, then from the left. */
function betterOf(claims: readonly Candidate[], head: TableHead): Candidate[] {
  const filled = new Map(
    claims.map((one) => [one, head.sample.reduce((n, record) => n + ((record.cells[one.column] ?? '').trim() === '' ? 0 : 1), 0)]),
  );
  return [...claims].sort((a, b) => {
    const empty = Number((filled.get(a) ?? 0) === 0) - Number((filled.get(b) ?? 0) === 0);
    return empty || b.score - a.score || (filled.get(b) ?? 0) - (filled.get(a) ?? 0) || a.column - b.column;
  });
}

/** Whether two columns of one field both speak, and not the same. */
const bothFilled = (head: TableHead, one: number, other: number): boolean =>
  head.sample.some((record) => {
    const [a = '', b = ''] = [record.cells[one]?.trim(), record.cells[other]?.trim()];
    return a !== '' && b !== '' && a !== b;
  });
