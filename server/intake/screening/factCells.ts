// Facts of a row that stand in one cell each: dry matter, waste code, place, and the text of columns that no field is for.
import type { Place } from '../../domain/company.ts';
import type { ScreeningRow } from '../../domain/screening.ts';
import type { RawRecord } from '../table/types.ts';
import { clean, middleOf } from './cellContext.ts';
import type { CellContext } from './cellContext.ts';
import { nameKept } from './columns.ts';
import type { Field } from './fields.ts';
import { memo } from './memo.ts';
import { OF_SCREENING } from './screeningCells.ts';
import { readWasteCode } from './wasteCode.ts';
import type { WasteCodeReading } from './wasteCode.ts';

/** Our own header for the currency of the price beside it, which is a part of that price and no word of its own. */
export const CURRENCY_OF_PRICE = 'price_currency';

/** A number that our export gives to flows alike in every other cell. */
export const SAME_ROW = 'other:same_row';

const NO_OTHERS: ScreeningRow['others'] = Object.freeze({});

/** Under which name the text of a column is kept; null: it has none. */
export function otherName(header: string, field: Field | null): string | null {
  if (field !== null) return field.replace(/^other:/, '');
  const text = header.trim();
  return nameKept(text) ?? (text.replace(/^'/, '') || null);
}

/** `taken`: columns that a row reads although their field is kept as text too. */
export function createFactCells({ setup: { head, mapping, knowledge }, col, say, numberIn }: CellContext, takenColumns: readonly number[]) {
  const [LAT, LON, CATEGORY, DRY] = [col('lat'), col('lon'), col('category'), col('dry_matter')];
  const wasteOf = memo((text) => ({ reading: readWasteCode(text, knowledge.wasteCode ?? (() => true)) }));
  const kept = mapping.fields.flatMap((field, i) => {
    const used = field !== null && !field.startsWith('other:') && !KEPT_TOO.has(field);
    const taken = takenColumns.includes(i) || (head.headers[i] ?? '') === CURRENCY_OF_PRICE || (field !== null && NOT_OF_FLOW.has(field));
    return used || taken ? [] : [{ i, name: otherName(head.headers[i] ?? '', field) ?? `column ${i + 1}` }];
  });

  function dryShareOf(cells: readonly string[], record: RawRecord): number | null {
    const number = numberIn(cells, record, DRY, false);
    if (number === null) return null;
    const value = middleOf(number.stated);
    // A share of one written as such: 22 % dry matter as 0,22.
    if (value > 0 && value < 1 && number.rest === '') say('dryMatter.low', 'warning', DRY, cells[DRY] ?? '', { share: value * 100 });
    if (value > 0 && value <= 100) return value / 100;
    say('dryMatter.range', 'warning', DRY, cells[DRY] ?? '');
    return null;
  }

  function wasteCodeOf(cells: readonly string[]): WasteCodeReading | null {
    const text = clean(cells[CATEGORY]);
    if (text === null) return null;
    const { reading } = wasteOf(text);
    if (reading === null) return null;
    if (reading.code === null) say('wasteCode.text', 'warning', CATEGORY, text);
    else if (reading.repaired !== null)
      say(reading.repaired === 'several' ? 'wasteCode.several' : 'wasteCode.repaired', 'warning', CATEGORY, text, {
        code: spaced(reading.code),
      });
    if (reading.code !== null && !reading.listed) say('wasteCode.unknown', 'warning', CATEGORY, text, { code: spaced(reading.code) });
    return reading;
  }

  function placeOf(cells: readonly string[]): Place | null {
    if (LAT === -1 || LON === -1) return null;
    const [lat, lon] = [cells[LAT]?.trim() ?? '', cells[LON]?.trim() ?? ''];
    if (lat === '' || lon === '') return null;
    const [a, b] = [Number(lat.replace(',', '.')), Number(lon.replace(',', '.'))];
    if (Math.abs(a) <= 90 && Math.abs(b) <= 180) return { lat: a, lon: b };
    say('place.range', 'warning', LAT, `${lat}, ${lon}`);
    return null;
  }

  function othersOf(cells: readonly string[], badNumber: string | null): ScreeningRow['others'] {
    let others: Record<string, string> | null = null;
    for (const { i, name } of kept) {
      const text = cells[i];
      if (text === undefined || text === '') continue;
      const value = text.trim();
      if (value !== '') (others ??= {})[name] = value;
    }
    if (badNumber !== null) (others ??= {})['org_number'] = badNumber;
    return others ?? NO_OTHERS;
  }

  return { dryShareOf, wasteCodeOf, placeOf, othersOf };
}

/** Columns that say nothing of the flow: of its screening, or only that it is another one than the row above. */
const NOT_OF_FLOW: ReadonlySet<string> = new Set([...OF_SCREENING, SAME_ROW]);

/** Fields that rows have no place of their own for, kept as text for the checks and for a person. */
const KEPT_TOO: ReadonlySet<string> = new Set([
  'company_id',
  'site_id',
  'process_id',
  'days',
  'dry_matter',
  'density',
  'medium',
  'power_max',
  'power_mean',
  'mass_flow',
  'price_unit',
  'currency',
  'quantity_min',
  'quantity_max',
  'temperature_needed',
  'source',
  'target',
]);
const spaced = (code: string): string => `${code.slice(0, 2)} ${code.slice(2, 4)} ${code.slice(4)}`;
/** A comment is kept as written, but for the line ends. */
export function commentOf(text: string | undefined): string | null {
  if (text === undefined || text === '' || text.trim() === '') return null;
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}
