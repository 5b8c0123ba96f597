// Numbers and quantities of a table's cells, each read with the decimal mark of its column.
import type { Stated } from '../../domain/quantity.ts';
import type { RawRecord } from '../table/types.ts';
import { clean, showStated } from './cellContext.ts';
import type { CellContext } from './cellContext.ts';
import { isSigned } from './decimals.ts';
import { memo } from './memo.ts';
import type { Decimal } from './readDigits.ts';
import { plainNumber, readNumber } from './readNumber.ts';
import { BLANK, readQuantity } from './readQuantity.ts';
import type { QuantityCell } from './readQuantity.ts';

/** Behind the number of a workbook's cell that is shown as per cent. */
const PERCENT = ' %';

/** Money as a unit, before a number or behind it. */
const MONEY = /^(?:[tm]?kr|[tm]?nok|kroner|øre|eur|€|\$|usd|£|gbp|sek|dkk)\b\.?|^[€$£]/i;

export type NumberCells = {
  readonly numberIn: CellContext['numberIn'];
  /** The quantity of a cell; what cannot be read is told. */
  readonly quantityIn: (cells: readonly string[], record: RawRecord, column: number) => QuantityCell;
  /** True where a later cell overturned what the sample said of the decimal mark. */
  readonly overturned: () => boolean;
};

export function createNumberCells(
  { setup, col, say }: Pick<CellContext, 'setup' | 'col' | 'say'>,
  quantities: readonly number[],
): NumberCells {
  const { mapping, decimals } = setup;
  const UNIT = col('unit');
  const decimalByColumn = mapping.fields.map((_, i) => decimals.byColumn.get(i)?.decimal ?? null);
  const decimalOf = (i: number): Decimal | null => decimalByColumn[i] ?? null;
  const quantityReaders = new Map(quantities.map((i) => [i, memo((text) => readQuantity(text, decimalOf(i), false))] as const));
  let overturned = false;

  /** Columns whose decimal mark only other columns tell: each cell with two readings is said. */
  const borrowed = new Set([...decimals.byColumn].flatMap(([i, { how }]) => (how === 'file' ? [i] : [])));

  /** A plain number in a column that may hold one; what cannot be read is told and left out. */
  const numberIn = (
    cells: readonly string[],
    record: RawRecord,
    i: number,
    signed: boolean,
  ): { stated: Stated; rest: string; before: string } | null => {
    const text = cells[i];
    if (i === -1 || text === undefined || text === '') return null;
    if (isCanonical(record, i)) {
      const share = text.endsWith(PERCENT);
      const value = Number(share ? text.slice(0, -PERCENT.length) : text);
      if (value >= 0 || signed) return { stated: { value }, rest: share ? '%' : '', before: '' };
      say('cell.negative', 'warning', i, text);
      return null;
    }
    const plain = plainNumber(text, borrowed.has(i) ? null : decimalOf(i));
    if (!Number.isNaN(plain)) return { stated: { value: plain }, rest: '', before: '' };
    const reading = readNumber(text, signed);
    if (borrowed.has(i)) sayBorrowed(text, i);
    if (reading.kind === 'number') {
      if (reading.other !== null && decimalOf(i) === null) {
        say('decimal.late', 'error', i, text, { asDecimal: showStated(reading.stated), asThousands: showStated(reading.other) });
        overturned = true;
        return null;
      }
      if (reading.evidence !== null && decimalOf(i) !== null && reading.evidence !== decimalOf(i))
        say('decimal.against', 'warning', i, text, { decimal: decimalOf(i) ?? '', read: showStated(reading.stated) });
      return {
        stated: reading.other !== null && reading.mark !== decimalOf(i) ? reading.other : reading.stated,
        rest: reading.rest,
        before: reading.before,
      };
    }
    if (reading.kind === 'blank' || reading.kind === 'unknown') return null;
    say(
      reading.kind === 'excelError'
        ? 'cell.excelError'
        : reading.kind === 'date'
          ? 'cell.date'
          : reading.kind === 'negative'
            ? 'cell.negative'
            : 'cell.text',
      'warning',
      i,
      text,
    );
    return null;
  };

  function sayBorrowed(text: string, i: number): void {
    const reading = readNumber(text, isSigned(mapping.fields[i] ?? null));
    if (reading.kind !== 'number' || reading.other === null) return;
    const [asDecimal, asThousands] = [showStated(reading.stated), showStated(reading.other)];
    say('decimal.borrowed', 'warning', i, text, {
      read: reading.mark === decimalOf(i) ? asDecimal : asThousands,
      asDecimal,
      asThousands,
      decimal: decimalOf(i) ?? '',
    });
  }

  function quantityIn(cells: readonly string[], record: RawRecord, i: number): QuantityCell {
    const text = cells[i];
    if (i === -1 || text === undefined || text === '') return BLANK;
    if (isCanonical(record, i)) {
      const cell = readQuantity(text, null, true);
      if (cell.remark !== null) say(cell.remark.code, cell.remark.severity, i, text, cell.remark.values);
      return cell;
    }
    const plain = plainNumber(text, borrowed.has(i) ? null : decimalOf(i));
    if (!Number.isNaN(plain))
      return { stated: { value: plain }, rest: '', before: '', dryShare: null, remark: null, against: false, undecided: false };
    const cell = quantityReaders.get(i)?.(text) ?? BLANK;
    if (borrowed.has(i)) sayBorrowed(text, i);
    if (cell.remark !== null) say(cell.remark.code, cell.remark.severity, i, text, cell.remark.values);
    else if (cell.undecided) {
      const other = readNumber(text, false);
      say('decimal.late', 'error', i, text, {
        asDecimal: cell.stated === null ? '' : showStated(cell.stated),
        asThousands: other.kind === 'number' && other.other !== null ? showStated(other.other) : '',
      });
      overturned = true;
    } else if (cell.against)
      say('decimal.against', 'warning', i, text, {
        decimal: decimalOf(i) ?? '',
        read: cell.stated === null ? '' : showStated(cell.stated),
      });
    return sayMoney(cells, cell, i, text);
  }

  /** `kr 500` is no amount of a resource, unless money is the unit of the row. */
  function sayMoney(cells: readonly string[], cell: QuantityCell, i: number, text: string): QuantityCell {
    const money = cell.before !== '' ? cell.before : MONEY.test(cell.rest) ? cell.rest : null;
    if (money === null || cell.stated === null) return cell;
    const told = clean(cells[UNIT]) ?? mapping.units[i] ?? null;
    if (told !== null && MONEY.test(told)) return { ...cell, rest: '', before: '' };
    const remark = { code: 'quantity.money', severity: 'warning', values: {} } as const;
    say(remark.code, remark.severity, i, text);
    return { ...BLANK, remark };
  }

  return { numberIn, quantityIn, overturned: () => overturned };
}

export const isCanonical = (record: RawRecord, i: number): boolean => record.numbers !== undefined && record.numbers.includes(i);
