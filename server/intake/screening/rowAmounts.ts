// The amounts of a row: one column, two ends, in and out in columns of their own, or twelve months.
import type { MonthProfile } from '../../domain/flow.ts';
import type { Stated } from '../../domain/quantity.ts';
import type { RawRecord } from '../table/types.ts';
import { middleOf } from './cellContext.ts';
import type { CellContext } from './cellContext.ts';
import type { Field } from './fields.ts';
import type { NumberCells } from './numberCells.ts';
import { sharesOf } from './profile.ts';
import { BLANK } from './readQuantity.ts';
import type { QuantityCell } from './readQuantity.ts';
import type { DirectionReading } from './words.ts';

export type RowAmount = { readonly cell: QuantityCell; readonly column: number; readonly reading: DirectionReading | null };
export type RowAmounts = { readonly amounts: readonly RowAmount[]; readonly profile: MonthProfile | null };

/** Where a table's amounts stand; -1 where it has no such column. */
export type AmountColumns = {
  readonly main: number;
  readonly in: number;
  readonly out: number;
  readonly min: number;
  readonly max: number;
  readonly months: readonly number[];
  /** All twelve months are there. */
  readonly monthly: boolean;
};

export function amountColumns(col: CellContext['col']): AmountColumns {
  const months = Array.from({ length: 12 }, (_, i) => col(`month_${i + 1}` as Field));
  return {
    main: col('quantity'),
    in: col('quantity_in'),
    out: col('quantity_out'),
    min: col('quantity_min'),
    max: col('quantity_max'),
    months,
    monthly: !months.includes(-1),
  };
}

export function createRowAmounts({ say }: Pick<CellContext, 'say'>, columns: AmountColumns, quantityIn: NumberCells['quantityIn']) {
  const { main: QUANTITY, in: IN, out: OUT, min: MIN, max: MAX, months: MONTHS, monthly } = columns;

  function amountsIn(cells: readonly string[], record: RawRecord, direction: DirectionReading | null): RowAmounts {
    const amounts: RowAmount[] = [];
    let profile: MonthProfile | null = null;
    const main = quantityIn(cells, record, QUANTITY);
    if (QUANTITY !== -1) amounts.push({ cell: withEnds(main, cells, record), column: QUANTITY, reading: direction });
    else if (MIN !== -1 || MAX !== -1)
      amounts.push({ cell: withEnds(BLANK, cells, record), column: MIN === -1 ? MAX : MIN, reading: direction });
    if (QUANTITY === -1 || main.stated === null) {
      const ways = [
        [IN, { direction: 'in', role: 'unknown' }],
        [OUT, { direction: 'out', role: 'unknown' }],
      ] as const;
      const filled = ways.filter(([i]) => i !== -1 && (cells[i] ?? '').trim() !== '');
      const meant = filled.filter(([i]) => !/^0+(?:[.,]0+)?$|^[-–]$/.test((cells[i] ?? '').trim()));
      for (const [i, reading] of meant.length > 0 ? meant : filled.slice(0, 1))
        amounts.push({
          cell: quantityIn(cells, record, i),
          column: i,
          reading: direction !== null && direction.direction === reading.direction ? direction : reading,
        });
      if (filled.length > 0 && QUANTITY !== -1) amounts.shift();
    }
    if (monthly) {
      const months = MONTHS.map((i) => quantityIn(cells, record, i));
      // A unit of its own in one month's cell is none of the sum.
      const values = months.map(({ stated, rest }) => (stated === null || rest !== (months[0]?.rest ?? '') ? null : stated));
      profile = sharesOf(values.map((stated) => (stated === null ? Number.NaN : middleOf(stated))));
      if (QUANTITY === -1 && amounts.length === 0) {
        const stated = sumOf(values);
        const place = { column: MONTHS[0] ?? -1, reading: direction };
        if (stated === null) {
          const missing = MONTHS[values.indexOf(null)] ?? -1;
          say('months.incomplete', 'warning', missing, cells[missing] ?? '');
          amounts.push({ cell: BLANK, ...place });
        } else amounts.push({ cell: { ...BLANK, stated, rest: months[0]?.rest ?? '' }, ...place });
      }
    }
    if (amounts.length === 0) amounts.push({ cell: BLANK, column: QUANTITY, reading: direction });
    return { amounts, profile };
  }

  function withEnds(cell: QuantityCell, cells: readonly string[], record: RawRecord): QuantityCell {
    if ((MIN === -1 && MAX === -1) || cell.stated !== null || cell.remark?.severity === 'error') return cell;
    const [low, high] = [quantityIn(cells, record, MIN), quantityIn(cells, record, MAX)];
    if (low.rest !== '' && high.rest !== '' && low.rest !== high.rest) {
      say('quantity.twoUnits', 'error', MIN, `${cells[MIN] ?? ''} – ${cells[MAX] ?? ''}`);
      return cell;
    }
    const from = low.stated === null ? null : middleOf(low.stated);
    const to = high.stated === null ? null : middleOf(high.stated);
    if (from !== null && to !== null && from > to) {
      say('quantity.reversed', 'error', MIN, `${cells[MIN] ?? ''} – ${cells[MAX] ?? ''}`);
      return cell;
    }
    const stated: Stated | null =
      from !== null && to !== null
        ? from === to
          ? { value: from }
          : { min: from, max: to }
        : to !== null
          ? { at_most: to }
          : from !== null
            ? { more_than: from }
            : null;
    return { ...cell, stated, rest: low.rest || high.rest };
  }

  return amountsIn;
}

/** The year of twelve months, as sure as the least sure of them; null where one is missing. */
function sumOf(months: readonly (Stated | null)[]): Stated | null {
  let [least, middle, most] = [0, 0, 0];
  let [about, open] = [false, false];
  for (const month of months) {
    if (month === null) return null;
    const one = middleOf(month);
    middle += one;
    least += 'min' in month ? month.min : 'less_than' in month || 'at_most' in month ? 0 : one;
    most += 'max' in month ? month.max : one;
    about ||= 'about' in month;
    open ||= 'more_than' in month;
  }
  const [low, high] = [tidy(least), tidy(most)];
  if (open) return { more_than: low };
  if (low !== high) return { min: low, max: high };
  return about ? { about: tidy(middle) } : { value: tidy(middle) };
}

/** A sum without the noise of binary fractions. */
const tidy = (value: number): number => Number(value.toPrecision(12));
