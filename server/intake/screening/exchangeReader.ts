// One record of a table of exchanges between companies: from, to, what, how much.
import type { ExchangeRow, Message, Severity } from '../../domain/screening.ts';
import { annualOf } from '../../domain/spread.ts';
import { annualFactor } from '../../domain/unitsAnnual.ts';
import type { RawRecord } from '../table/types.ts';
import { foldHeader } from './columns.ts';
import type { Field } from './fields.ts';
import type { ReaderSetup } from './flowReader.ts';
import { memo } from './memo.ts';
import type { ScreeningMessageCode } from './messageTexts.ts';
import { note } from './note.ts';
import { notFlow } from './notFlow.ts';
import { readPeriodCell } from './readPeriodCell.ts';
import { BLANK, readQuantity } from './readQuantity.ts';
import { useUnit } from './readUnit.ts';

export type ExchangeReading =
  | { readonly kind: 'row'; readonly row: ExchangeRow; readonly messages: readonly Message[] }
  | { readonly kind: 'rejected' | 'skipped'; readonly messages: readonly Message[] };

export function createExchangeReader({
  head,
  mapping,
  decimals,
  knowledge,
  preamble,
}: ReaderSetup): (record: RawRecord) => ExchangeReading {
  const col = (field: Field): number => mapping.at.get(field) ?? -1;
  const [ID, SOURCE, TARGET, RESOURCE, QUANTITY, UNIT, PERIOD, YEAR, COMMENT] = [
    col('flow_id'),
    col('source'),
    col('target'),
    col('resource'),
    col('quantity'),
    col('unit'),
    col('period'),
    col('year'),
    col('comment'),
  ];
  const headers = head.headers.map(foldHeader);
  const columns = {
    company: SOURCE,
    direction: TARGET,
    resource: RESOURCE,
    quantities: QUANTITY === -1 ? [] : [QUANTITY],
    free: new Set([COMMENT]),
    unit: UNIT,
  };
  const decimal = decimals.byColumn.get(QUANTITY)?.decimal ?? null;
  const quantityOf = memo((text) => readQuantity(text, decimal, false));
  const periodOf = memo((text) => readPeriodCell(text, knowledge.units));
  const text = (cells: readonly string[], i: number): string | null => {
    const cell = (cells[i] ?? '').trim();
    return cell === '' ? null : cell.replace(/\r\n?/g, '\n');
  };
  return (record) => {
    const { cells, line } = record;
    const messages: Message[] = [];
    const say = (
      code: ScreeningMessageCode,
      severity: Severity,
      column: number,
      found: string,
      values: Readonly<Record<string, string | number>> = {},
    ): void =>
      void messages.push(
        note(code, severity, {
          sheet: head.sheet,
          line,
          column: column === -1 ? null : column + 1,
          header: head.headers[column]?.trim() ?? null,
          found,
          values,
        }),
      );
    const skip = notFlow(cells, columns, headers);
    if (skip !== null) {
      say(
        skip === 'total' ? 'row.total' : skip === 'header' ? 'row.header' : skip === 'section' ? 'row.section' : 'row.note',
        'info',
        -1,
        (cells.find((one) => one.trim() !== '') ?? '').slice(0, 80),
      );
      return { kind: 'skipped', messages };
    }
    if (record.problem !== undefined) say('row.damaged', 'error', -1, cells.join(' | ').slice(0, 80), { code: record.problem });
    const [from, to, words] = [text(cells, SOURCE), text(cells, TARGET), RESOURCE === -1 ? '' : text(cells, RESOURCE)];
    if (from === null) say('exchange.end', 'error', SOURCE, '');
    if (to === null) say('exchange.end', 'error', TARGET, '');
    if (words === null) say('resource.missing', 'error', RESOURCE, '');
    const cellText = cells[QUANTITY] ?? '';
    const canonical = record.numbers?.includes(QUANTITY) === true;
    const cell = cellText === '' ? BLANK : canonical ? readQuantity(cellText, null, true) : quantityOf(cellText);
    if (cell.remark !== null) say(cell.remark.code, cell.remark.severity, QUANTITY, cellText, cell.remark.values);
    if (cell.undecided) say('decimal.late', 'error', QUANTITY, cellText, { asDecimal: '', asThousands: '' });
    const span = text(cells, PERIOD) === null ? null : periodOf(text(cells, PERIOD) ?? '');
    const unitText = text(cells, UNIT) ?? mapping.units[QUANTITY] ?? (cell.rest === '' ? null : cell.rest) ?? preamble.unit;
    const use = unitText === null ? null : useUnit(unitText, span?.span ?? null, span?.spanText ?? '', knowledge.units);
    if (use === null && cell.stated !== null) say('unit.missing', 'warning', UNIT === -1 ? QUANTITY : UNIT, '');
    if (use?.problem && cell.stated !== null)
      say(use.problem.suggestion === null ? 'unit.unknown' : 'unit.unknown.near', 'warning', UNIT === -1 ? QUANTITY : UNIT, use.written, {
        part: use.problem.part,
        suggestion: use.problem.suggestion ?? '',
        note: use.problem.note,
      });
    if (messages.some(({ severity }) => severity === 'error') || from === null || to === null || words === null)
      return { kind: 'rejected', messages };
    const factor = use?.meaning ? annualFactor(use.meaning, { hours: null, days: null, dryShare: cell.dryShare }) : null;
    const annual =
      cell.stated === null || factor === null || 'needs' in factor
        ? null
        : annualOf(cell.stated, null, factor.factor, factor.unit, knowledge.spreads);
    const year = text(cells, YEAR);
    return {
      kind: 'row',
      row: {
        sheet: head.sheet,
        line,
        cells,
        id: text(cells, ID),
        from,
        to,
        words,
        stated: cell.stated,
        unit: use?.written ?? null,
        annual,
        period: span?.iso ?? (year === null ? null : periodOf(year).iso) ?? preamble.period,
        comment: text(cells, COMMENT),
      },
      messages,
    };
  };
}
