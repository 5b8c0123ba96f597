// One record of a screening to a flow, or to what is wrong with it. Compiled once for a table; every cell's meaning is worked out once.
import type { DataQuality } from '../../domain/flow.ts';
import { readDate, readPeriod } from '../../domain/period.ts';
import type { Message, ScreeningRow } from '../../domain/screening.ts';
import type { RawRecord, TableHead } from '../table/types.ts';
import { createAmountCells } from './amountCells.ts';
import { UNKNOWN_WORD, clean, middleOf } from './cellContext.ts';
import type { CellContext, Say } from './cellContext.ts';
import { foldHeader } from './columns.ts';
import { createCompanyCells } from './companyCells.ts';
import type { Decimals } from './decimals.ts';
import { createDirectionCells } from './directionCells.ts';
import { commentOf, createFactCells } from './factCells.ts';
import type { Field } from './fields.ts';
import { createHoursCell } from './hoursCell.ts';
import type { Knowledge } from './knowledge.ts';
import type { Mapping } from './mapping.ts';
import { memo } from './memo.ts';
import { looksLikeTotal, notFlow, totalWord } from './notFlow.ts';
import type { FlowColumns } from './notFlow.ts';
import { note } from './note.ts';
import { createNumberCells } from './numberCells.ts';
import { directionOfTitle } from './preamble.ts';
import type { PreambleFacts } from './preamble.ts';
import { createPriceCells } from './priceCells.ts';
import { readProfile } from './profile.ts';
import { readPeriodCell } from './readPeriodCell.ts';
import { amountColumns, createRowAmounts } from './rowAmounts.ts';
import { createTemperatureCells } from './temperatureCells.ts';
import { createScreeningCells } from './screeningCells.ts';
import { readDataQuality, readSharing } from './words.ts';
import type { DirectionReading } from './words.ts';

/** What became of a record. `messages` of a rejected one hold at least one error. */
export type RecordReading =
  | { readonly kind: 'rows'; readonly rows: readonly ScreeningRow[]; readonly messages: readonly Message[] }
  | { readonly kind: 'rejected'; readonly messages: readonly Message[] }
  | { readonly kind: 'skipped'; readonly messages: readonly Message[] };

export type FlowReader = {
  readonly read: (record: RawRecord, cells: readonly string[]) => RecordReading;
  /** True where a later cell overturned what the sample said of the decimal mark. */
  readonly overturned: () => boolean;
};

const NO_MESSAGES: readonly Message[] = Object.freeze([]);
type Remarks = { list: Message[] | null; failed: boolean };

export type ReaderSetup = {
  readonly head: TableHead;
  readonly mapping: Mapping;
  readonly decimals: Decimals;
  readonly knowledge: Knowledge;
  readonly preamble: PreambleFacts;
  /** Blank company cells belong to the company above. */
  readonly carries: boolean;
};

/** Makes the reader of one table. */
export function createFlowReader(setup: ReaderSetup): FlowReader {
  const { head, mapping, knowledge, preamble } = setup;
  const { units } = knowledge;
  const col = (field: Field): number => mapping.at.get(field) ?? -1;
  const COMPANY = col('company') === -1 ? (col('company_id') === -1 ? col('org_number') : col('company_id')) : col('company');
  const MUNICIPALITY = col('municipality');
  const [NACE, ACTIVITY] = [col('nace'), col('activity')];
  const SITE = col('site') === -1 ? col('site_id') : col('site');
  const PROCESS = col('process') === -1 ? col('process_id') : col('process');
  const [FLOW, DIRECTION, ROLE, RESOURCE, RESOURCE_ID] = [
    col('flow_id'),
    col('direction'),
    col('role'),
    col('resource'),
    col('resource_id'),
  ];
  const WORDS = RESOURCE !== -1 ? RESOURCE : col('medium') !== -1 ? col('medium') : col('other:water_type');
  const amountsAt = amountColumns(col);
  const [FROM, TO] = [col('period_from'), col('period_to')];
  const [UNIT, PERIOD, YEAR] = [col('unit'), col('period'), col('year')];
  const [DAYS, PROFILE] = [col('days'), col('profile')];
  const [DATA_QUALITY, SHARING, QUALITY, COMMENT] = [col('data_quality'), col('sharing'), col('quality'), col('comment')];
  const headers = head.headers.map(foldHeader);
  const columnsOfFlow: FlowColumns = {
    company: COMPANY,
    direction: DIRECTION === -1 ? ROLE : DIRECTION,
    resource: WORDS,
    quantities: [amountsAt.main, amountsAt.in, amountsAt.out, amountsAt.min, amountsAt.max, ...amountsAt.months].filter((i) => i !== -1),
    free: new Set([COMMENT, QUALITY, PROCESS, SITE, MUNICIPALITY].filter((i) => i !== -1)),
    unit: UNIT,
  };
  let now: { line: number; remarks: Remarks } = { line: 0, remarks: { list: null, failed: false } };
  const say: Say = (code, severity, column, found, values = {}) => {
    if (severity === 'error') now.remarks.failed = true;
    (now.remarks.list ??= []).push(
      note(code, severity, {
        sheet: head.sheet,
        line: now.line,
        column: column === -1 ? null : column + 1,
        header: column === -1 ? null : (head.headers[column] ?? '').trim() || null,
        found,
        values,
      }),
    );
  };

  // --- cells, each remembered by its text
  const periodOf = memo((text) => readPeriodCell(text, units));
  const yearOf = memo((text) => ({ iso: readPeriod(text.replace(/[.,]0+$/, '')) }));
  const dates = memo((text) => ({ iso: readDate(text) }));
  const dateOf = (text: string | null): string | null => (text === null ? null : dates(text).iso);
  const qualityOf = memo((text) => ({ reading: readDataQuality(text) }));
  const sharingOf = memo((text) => ({ reading: readSharing(text) }));
  const profileOf = memo((text) => ({ reading: readProfile(text) }));

  const { numberIn, quantityIn, overturned } = createNumberCells({ setup, col, say }, columnsOfFlow.quantities);
  const context: CellContext = { setup, col, say, numberIn };
  const { companyIn, carry } = createCompanyCells(context, COMPANY);
  const directionIn = createDirectionCells(context);
  const amountsIn = createRowAmounts(context, amountsAt, quantityIn);
  const hoursIn = createHoursCell(context);
  const { dryShareOf, wasteCodeOf, placeOf, othersOf } = createFactCells(context, [WORDS, SITE, PROCESS, COMPANY]);
  const temperaturesOf = createTemperatureCells(context, WORDS, QUALITY);
  const priceIn = createPriceCells(context);
  const screeningIn = createScreeningCells(context);
  const { unitFor, annualFor } = createAmountCells(context);

  let sectionDirection: DirectionReading | null = null;

  function read(record: RawRecord, cells: readonly string[]): RecordReading {
    const remarks: Remarks = { list: null, failed: false };
    now = { line: record.line, remarks };
    const skip = notFlow(cells, columnsOfFlow, headers);
    if (skip !== null) {
      const lead = (skip === 'total' ? totalWord(cells) : undefined) ?? cells.find((text) => text.trim() !== '') ?? '';
      if (skip === 'section') {
        const direction = directionOfTitle(lead);
        if (direction !== null) sectionDirection = direction;
        // A lone company name above its rows.
        else if (setup.carries && (cells[COMPANY] ?? '').trim() !== '') carry(cells);
      }
      say(
        skip === 'total' ? 'row.total' : skip === 'header' ? 'row.header' : skip === 'section' ? 'row.section' : 'row.note',
        'info',
        -1,
        lead.slice(0, 80),
      );
      return { kind: 'skipped', messages: remarks.list ?? NO_MESSAGES };
    }
    if (record.problem !== undefined) {
      say('row.damaged', 'error', -1, cells.join(' | ').slice(0, 80), { code: record.problem });
      return { kind: 'rejected', messages: remarks.list ?? NO_MESSAGES };
    }

    const { company, orgNumber, badNumber, from } = companyIn(cells);
    const words = clean(cells[WORDS]) ?? (WORDS === -1 ? preamble.words : null);
    if (words === null || UNKNOWN_WORD.test(words))
      say(words === null ? 'resource.missing' : 'resource.unknown', 'error', WORDS, words ?? '');

    if (words !== null && looksLikeTotal(words)) say('row.maybeTotal', 'warning', WORDS, words);
    let direction = directionIn(cells) ?? sectionDirection ?? mapping.direction ?? preamble.direction;
    const spanCell = clean(cells[PERIOD]);
    const span = spanCell === null ? null : periodOf(spanCell);
    if (span?.doubt === 'unknown') say('period.unknown', 'warning', PERIOD, spanCell);
    if (span?.doubt === 'serial') say('period.serial', 'warning', PERIOD, spanCell, { date: span.iso ?? '' });
    const yearText = clean(cells[YEAR]);
    const year = yearText === null ? null : yearOf(yearText).iso;
    if (yearText !== null && year === null && !UNKNOWN_WORD.test(yearText)) say('period.unknown', 'warning', YEAR, yearText);
    const [startText, endText] = [clean(cells[FROM]), clean(cells[TO])];
    const [start, end] = [dateOf(startText), dateOf(endText)];
    const dated = [startText, endText].filter((text) => text !== null && !UNKNOWN_WORD.test(text));
    if (dated.length > 0 && (start === null || end === null || start > end))
      say('period.dates', 'warning', FROM === -1 ? TO : FROM, [startText ?? '', endText ?? ''].join(' – '));
    const period =
      span?.iso ?? (start !== null && end !== null && start <= end ? `${start}/${end}` : null) ?? year ?? mapping.period ?? preamble.period;

    const told = amountsIn(cells, record, direction);
    const { amounts } = told;
    let { profile } = told;
    const hadDirection = amounts.every(({ reading }) => reading !== null);
    if (!hadDirection && !remarks.failed) say('direction.missing', 'error', DIRECTION, '');
    if (remarks.failed || company === null || words === null) return { kind: 'rejected', messages: remarks.list ?? NO_MESSAGES };

    const profileText = clean(cells[PROFILE]);
    if (profileText !== null) {
      profile = profileOf(profileText).reading ?? profile;
      if (profile === null && !UNKNOWN_WORD.test(profileText)) say('profile.unknown', 'warning', PROFILE, profileText);
    }
    const qualityText = clean(cells[DATA_QUALITY]);
    const dataQuality: DataQuality | null = qualityText === null ? null : qualityOf(qualityText).reading;
    if (qualityText !== null && dataQuality === null && !UNKNOWN_WORD.test(qualityText))
      say('dataQuality.unknown', 'info', DATA_QUALITY, qualityText);
    const sharingText = clean(cells[SHARING]);
    const sharing = sharingText === null ? null : sharingOf(sharingText).reading;
    if (sharingText !== null && sharing === null && !UNKNOWN_WORD.test(sharingText))
      say('sharing.unknown', 'warning', SHARING, sharingText);

    const quality = clean(cells[QUALITY]);
    const { temperature, back } = temperaturesOf(cells, record, words, quality);
    const hours = hoursIn(cells, record);
    const days = numberIn(cells, record, DAYS, false);
    const dry = dryShareOf(cells, record);
    const category = wasteCodeOf(cells);
    const coordinates = placeOf(cells);
    const others = othersOf(cells, badNumber);
    const screening = screeningIn(cells);
    const rows: ScreeningRow[] = [];
    for (const { cell, column, reading } of amounts) {
      if (reading === null) continue;
      const use = unitFor(cells, cell, column, span?.span ?? null, span?.spanText ?? '');
      const facts = { hours, days: days === null ? null : middleOf(days.stated), dryShare: cell.dryShare ?? dry };
      const annual = annualFor(cell.stated, use, facts, dataQuality, column, amountsAt.monthly && amountsAt.main === -1, period);
      if (cell.stated === null && cell.remark === null && column !== -1 && !amountsAt.monthly)
        say('quantity.missing', 'warning', column, '');
      const { price } = priceIn(cells, record, use?.meaning ?? null);
      if (now.remarks.failed) return { kind: 'rejected', messages: remarks.list ?? NO_MESSAGES };
      rows.push({
        sheet: head.sheet,
        line: record.line,
        cells: record.cells,
        flowId: clean(cells[FLOW]),
        company,
        orgNumber,
        municipality: clean(cells[MUNICIPALITY]) ?? clean(from[MUNICIPALITY]) ?? preamble.municipality,
        nace: clean(cells[NACE]) ?? clean(from[NACE]),
        activity: clean(cells[ACTIVITY]) ?? clean(from[ACTIVITY]),
        place: coordinates,
        site: clean(cells[SITE]),
        process: clean(cells[PROCESS]),
        direction: reading.direction,
        role: reading.role,
        words,
        resource: clean(cells[RESOURCE_ID]),
        wasteCode: category?.code ?? null,
        wasteStar: category?.star ?? false,
        stated: cell.stated,
        unit: use?.written ?? null,
        annual,
        period,
        temperature,
        temperatureReturn: back,
        hours,
        profile,
        price,
        dataQuality,
        sharing,
        quality,
        comment: commentOf(cells[COMMENT]),
        screening,
        others,
      });
      direction = reading;
    }
    return { kind: 'rows', rows, messages: remarks.list ?? NO_MESSAGES };
  }

  return { read, overturned };
}
