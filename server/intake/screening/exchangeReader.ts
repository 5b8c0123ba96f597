// One record of a table of exchanges between companies: from, to, what, how much.
import type { ExchangeRow, Message } from '../../domain/screening.ts';
import type { RawRecord } from '../table/types.ts';
import { createAmountCells } from './amountCells.ts';
import type { Say } from './cellContext.ts';
import { foldHeader } from './columns.ts';
import type { Field } from './fields.ts';
import type { ReaderSetup } from './flowReader.ts';
import { memo } from './memo.ts';
import { note } from './note.ts';
import { notFlow } from './notFlow.ts';
import { createNumberCells } from './numberCells.ts';
import { readPeriodCell } from './readPeriodCell.ts';

export type ExchangeReading =
  | { readonly kind: 'row'; readonly row: ExchangeRow; readonly messages: readonly Message[] }
  | { readonly kind: 'rejected' | 'skipped'; readonly messages: readonly Message[] };

export function createExchangeReader(setup: ReaderSetup): (record: RawRecord) => ExchangeReading {
  const { head, mapping, knowledge, preamble } = setup;
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
  const periodOf = memo((text) => readPeriodCell(text, knowledge.units));
  const text = (cells: readonly string[], i: number): string | null => {
    const cell = (cells[i] ?? '').trim();
    return cell === '' ? null : cell.replace(/\r\n?/g, '\n');
  };
  let now: { readonly line: number; readonly messages: Message[] } = { line: 0, messages: [] };
  const say: Say = (code, severity, column, found, values = {}) =>
    void now.messages.push(
      note(code, severity, {
        sheet: head.sheet,
        line: now.line,
        column: column === -1 ? null : column + 1,
        header: head.headers[column]?.trim() ?? null,
        found,
        values,
      }),
    );
  const { numberIn, quantityIn } = createNumberCells({ setup, col, say }, columns.quantities);
  const { unitFor, annualFor } = createAmountCells({ setup, col, say, numberIn });
  return (record) => {
    const { cells, line } = record;
    const messages: Message[] = [];
    now = { line, messages };
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
    const cell = quantityIn(cells, record, QUANTITY);
    const periodText = text(cells, PERIOD);
    const span = periodText === null ? null : periodOf(periodText);
    if (span?.doubt === 'unknown') say('period.unknown', 'warning', PERIOD, periodText);
    const use = unitFor(cells, cell, QUANTITY, span?.span ?? null, span?.spanText ?? '');
    if (messages.some(({ severity }) => severity === 'error') || from === null || to === null || words === null)
      return { kind: 'rejected', messages };
    const year = text(cells, YEAR);
    const period = span?.iso ?? (year === null ? null : periodOf(year).iso) ?? preamble.period;
    const facts = { hours: null, days: null, dryShare: cell.dryShare };
    const annual = annualFor(cell.stated, use, facts, null, QUANTITY, false, period);
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
        period,
        comment: text(cells, COMMENT),
      },
      messages,
    };
  };
}
