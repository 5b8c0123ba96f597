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
      const values = months.map(({ stated }) => (stated === null ? Number.NaN : middleOf(stated)));
      profile = sharesOf(values);
      if (QUANTITY === -1 && amounts.length === 0) {
        const sum = values.reduce((total, value) => total + value, 0);
        if (Number.isFinite(sum))
          amounts.push({
            cell: { ...BLANK, stated: { value: Number(sum.toPrecision(12)) }, rest: '' },
            column: MONTHS[0] ?? -1,
            reading: direction,
          });
        else {
          say(
            'months.incomplete',
            'warning',
            MONTHS[values.findIndex((value) => Number.isNaN(value))] ?? -1,
            cells[MONTHS[values.findIndex((value) => Number.isNaN(value))] ?? -1] ?? '',
          );
          amounts.push({ cell: BLANK, column: MONTHS[0] ?? -1, reading: direction });
        }
      }
    }
    if (amounts.length === 0) amounts.push({ cell: BLANK, column: QUANTITY, reading: direction });
    return { amounts, profile };
  }

  function withEnds(cell: QuantityCell, cells: readonly string[], record: RawRecord): QuantityCell {
    if ((MIN === -1 && MAX === -1) || cell.stated !== null || cell.remark?.severity === 'error') return cell;
    const [low, high] = [quantityIn(cells, record, MIN), quantityIn(cells, record, MAX)];
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
