// Which decimal mark a column uses: what its cells prove, then what the rest of the file proves; else a person is asked.
import type { Message } from '../../domain/screening.ts';
import type { TableHead } from '../table/types.ts';
import type { Field } from './fields.ts';
import type { Mapping } from './mapping.ts';
import { note } from './note.ts';
import type { Decimal } from './readDigits.ts';
import { readNumber } from './readNumber.ts';

/** A hypothesis: later cells may speak for or against it. */
export type DecimalHypothesis = { readonly decimal: Decimal | null; readonly how: 'option' | 'column' | 'file' | 'none' };
export type Decimals = {
  readonly byColumn: ReadonlyMap<number, DecimalHypothesis>;
  /** What the file's quantities use; null where nothing tells. */
  readonly file: Decimal | null;
  readonly messages: readonly Message[];
  readonly ask: boolean;
};

const SIGNED = /^(?:temperature|price)/;
export const isNumeric = (field: Field | null): boolean =>
  field !== null && /^(?:quantity|temperature|price$|hours|days|dry_matter|density|power|month_)/.test(field);
export const isSigned = (field: Field | null): boolean => field !== null && SIGNED.test(field);

export function decideDecimals(head: TableHead, mapping: Mapping, option: Decimal | undefined): Decimals {
  const columns = mapping.fields.flatMap((field, column) => (isNumeric(field) ? [{ field, column }] : []));
  const counted = columns.map(({ field, column }) => ({ column, field, ...count(head, column, isSigned(field)) }));
  const total = { ',': 0, '.': 0 };
  for (const one of counted) {
    total[','] += one.comma;
    total['.'] += one.point;
  }
  const fileWide: Decimal | null = total[','] > 0 && total['.'] === 0 ? ',' : total['.'] > 0 && total[','] === 0 ? '.' : null;
  const byColumn = new Map<number, DecimalHypothesis>();
  const messages: Message[] = [];
  let ask = false;
  for (const { column, comma, point, doubtful } of counted) {
    const place = {
      sheet: head.sheet,
      line: doubtful?.line ?? null,
      column: column + 1,
      header: head.headers[column] ?? '',
      found: doubtful?.text ?? null,
    };
    const values = { asDecimal: doubtful?.asDecimal ?? '', asThousands: doubtful?.asThousands ?? '', mark: doubtful?.mark ?? '' };
    if (option !== undefined) {
      byColumn.set(column, { decimal: option, how: 'option' });
    } else if (comma > 0 !== point > 0) {
      byColumn.set(column, { decimal: comma > 0 ? ',' : '.', how: 'column' });
    } else if (comma > 0 && point > 0) {
      byColumn.set(column, { decimal: comma === point ? null : comma > point ? ',' : '.', how: 'column' });
      if (doubtful !== null) {
        ask = true;
        messages.push(note('decimal.mixed.ask', 'error', { ...place, values: { ...values, comma, point } }));
      } else messages.push(note('decimal.mixed', 'warning', { ...place, line: null, values: { comma, point } }));
    } else if (fileWide !== null) {
      byColumn.set(column, { decimal: fileWide, how: 'file' });
      if (doubtful !== null)
        messages.push(
          note('decimal.fromFile', 'warning', {
            ...place,
            values: { ...values, decimal: fileWide, read: fileWide === doubtful.mark ? doubtful.asDecimal : doubtful.asThousands },
          }),
        );
    } else {
      byColumn.set(column, { decimal: null, how: 'none' });
      if (doubtful !== null) {
        ask = true;
        messages.push(note('decimal.ask', 'error', { ...place, values }));
      }
    }
  }
  const quantity = mapping.at.get('quantity') ?? mapping.at.get('quantity_out') ?? mapping.at.get('quantity_in');
  const file =
    option ??
    (quantity === undefined ? null : byColumn.get(quantity)?.decimal) ??
    fileWide ??
    (total[','] > total['.'] ? ',' : total['.'] > total[','] ? '.' : null);
  return { byColumn, file, messages, ask };
}

type Doubt = { line: number; text: string; mark: Decimal; asDecimal: string; asThousands: string };

function count(head: TableHead, column: number, signed: boolean): { comma: number; point: number; doubtful: Doubt | null } {
  let [comma, point] = [0, 0];
  let doubtful: Doubt | null = null;
  for (const record of head.sample) {
    const text = record.cells[column];
    if (
      text === undefined ||
      text === '' ||
      record.problem !== undefined ||
      (head.canonical === true && record.numbers?.includes(column) === true)
    )
      continue;
    const reading = readNumber(text, signed);
    const evidence =
      reading.kind === 'number'
        ? reading.evidence
        : reading.kind === 'negative'
          ? text.includes(',') && !text.includes('.')
            ? ','
            : null
          : null;
    if (evidence === ',') comma++;
    if (evidence === '.') point++;
    if (reading.kind === 'number' && reading.other !== null && reading.mark !== null)
      doubtful ??= {
        line: record.line,
        text,
        mark: reading.mark,
        asDecimal: Object.values(reading.stated).join('–'),
        asThousands: Object.values(reading.other).join('–'),
      };
  }
  return { comma, point, doubtful };
}
