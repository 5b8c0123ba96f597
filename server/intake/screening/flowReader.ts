// One record of a screening to a flow, or to what is wrong with it. Compiled once for a table; every cell's meaning is worked out once.
import type { Place as Coordinates } from '../../domain/company.ts';
import { GIVING } from '../../domain/flow.ts';
import type { DataQuality, Direction, MonthProfile, Role } from '../../domain/flow.ts';
import { readOrgNumber } from '../../domain/orgNumber.ts';
import { readDate, readPeriod } from '../../domain/period.ts';
import type { Stated } from '../../domain/quantity.ts';
import type { Message, ScreeningRow } from '../../domain/screening.ts';
import type { RawRecord, TableHead } from '../table/types.ts';
import { createAmountCells } from './amountCells.ts';
import { UNKNOWN_WORD, clean, middleOf, showStated } from './cellContext.ts';
import type { CellContext, Say } from './cellContext.ts';
import { foldHeader } from './columns.ts';
import { isSigned } from './decimals.ts';
import type { Decimals } from './decimals.ts';
import type { Field } from './fields.ts';
import type { Knowledge } from './knowledge.ts';
import type { Mapping } from './mapping.ts';
import { memo } from './memo.ts';
import { notFlow } from './notFlow.ts';
import type { FlowColumns } from './notFlow.ts';
import { note } from './note.ts';
import type { PreambleFacts } from './preamble.ts';
import { createPriceCells } from './priceCells.ts';
import { readProfile, sharesOf } from './profile.ts';
import type { Decimal } from './readDigits.ts';
import { plainNumber, readNumber } from './readNumber.ts';
import { readPeriodCell } from './readPeriodCell.ts';
import { BLANK, readQuantity } from './readQuantity.ts';
import type { QuantityCell } from './readQuantity.ts';
import { createTemperatureCells } from './temperatureCells.ts';
import { readWasteCode } from './wasteCode.ts';
import { readDataQuality, readDirection, readRole, readSharing } from './words.ts';
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
/** Names of companies that are remembered by their number. */
const MOST_NAMES = 20_000;
const NO_OTHERS: ScreeningRow['others'] = Object.freeze({});
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
  const { head, mapping, decimals, knowledge, preamble } = setup;
  const { units } = knowledge;
  const col = (field: Field): number => mapping.at.get(field) ?? -1;
  const COMPANY = col('company') === -1 ? (col('company_id') === -1 ? col('org_number') : col('company_id')) : col('company');
  const ORG = col('org_number');
  const MUNICIPALITY = col('municipality');
  const [NACE, ACTIVITY, LAT, LON] = [col('nace'), col('activity'), col('lat'), col('lon')];
  const SITE = col('site') === -1 ? col('site_id') : col('site');
  const PROCESS = col('process') === -1 ? col('process_id') : col('process');
  const [FLOW, DIRECTION, ROLE, RESOURCE, RESOURCE_ID, CATEGORY] = [
    col('flow_id'),
    col('direction'),
    col('role'),
    col('resource'),
    col('resource_id'),
    col('category'),
  ];
  const WORDS = RESOURCE !== -1 ? RESOURCE : col('medium') !== -1 ? col('medium') : col('other:water_type');
  const [QUANTITY, IN, OUT, MIN, MAX] = [
    col('quantity'),
    col('quantity_in'),
    col('quantity_out'),
    col('quantity_min'),
    col('quantity_max'),
  ];
  const [FROM, TO] = [col('period_from'), col('period_to')];
  const [UNIT, PERIOD, YEAR] = [col('unit'), col('period'), col('year')];
  const [HOURS, DAYS, PROFILE] = [col('hours'), col('days'), col('profile')];
  const [DATA_QUALITY, SHARING, QUALITY, DRY, COMMENT] = [
    col('data_quality'),
    col('sharing'),
    col('quality'),
    col('dry_matter'),
    col('comment'),
  ];
  const MONTHS = Array.from({ length: 12 }, (_, i) => col(`month_${i + 1}` as Field));
  const monthly = !MONTHS.includes(-1);

  const headers = head.headers.map(foldHeader);
  const columnsOfFlow: FlowColumns = {
    company: COMPANY,
    direction: DIRECTION === -1 ? ROLE : DIRECTION,
    resource: WORDS,
    quantities: [QUANTITY, IN, OUT, MIN, MAX, ...MONTHS].filter((i) => i !== -1),
    free: new Set([COMMENT, QUALITY, PROCESS, SITE, MUNICIPALITY].filter((i) => i !== -1)),
    unit: UNIT,
  };
  const kept = mapping.fields.flatMap((field, i) => {
    const used = field !== null && !field.startsWith('other:') && !KEPT_TOO.has(field);
    const taken = i === WORDS || i === SITE || i === PROCESS || i === COMPANY;
    return used || taken
      ? []
      : [{ i, name: field === null ? (head.headers[i] ?? '').trim() || `column ${i + 1}` : field.replace(/^other:/, '') }];
  });

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
  const quantityReaders = new Map<number, (text: string) => QuantityCell>();
  for (const i of columnsOfFlow.quantities)
    quantityReaders.set(
      i,
      memo((text) => readQuantity(text, decimals.byColumn.get(i)?.decimal ?? null, false)),
    );
  const directionOf = memo((text) => ({ reading: readDirection(text) }));
  const roleOf = memo((text) => ({ reading: readRole(text) }));
  const periodOf = memo((text) => readPeriodCell(text, units));
  const yearOf = memo((text) => ({ iso: readPeriod(text.replace(/[.,]0+$/, '')) }));
  const dates = memo((text) => ({ iso: readDate(text) }));
  const dateOf = (text: string | null): string | null => (text === null ? null : dates(text).iso);
  const orgOf = memo(readOrgNumber);
  const wasteOf = memo((text) => ({ reading: readWasteCode(text, knowledge.wasteCode ?? (() => true)) }));
  const qualityOf = memo((text) => ({ reading: readDataQuality(text) }));
  const sharingOf = memo((text) => ({ reading: readSharing(text) }));
  const profileOf = memo((text) => ({ reading: readProfile(text) }));
  const decimalByColumn = mapping.fields.map((_, i) => decimals.byColumn.get(i)?.decimal ?? null);
  const decimalOf = (i: number): Decimal | null => decimalByColumn[i] ?? null;

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
    if (isCanonical(record, i)) return { stated: { value: Number(text) }, rest: '', before: '' };
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

  const context: CellContext = { setup, col, say, numberIn };
  const temperaturesOf = createTemperatureCells(context, WORDS, QUALITY);
  const priceIn = createPriceCells(context);
  const { unitFor, annualFor } = createAmountCells(context);

  let overturned = false;
  /** Organisation number -> the name first seen with it. */
  const names = new Map<string, string>();
  let carriedCompany: string | null = null;
  let carriedFrom: readonly string[] | null = null;
  let sectionDirection: DirectionReading | null = null;
  let carriedSaid = false;

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
    if (isCanonical(record, i)) return readQuantity(text, null, true);
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
    return cell;
  }

  function hoursIn(cells: readonly string[], record: RawRecord): number | null {
    const text = cells[HOURS];
    if (HOURS === -1 || text === undefined || text.trim() === '') return null;
    if (/^(?:hel)?kontinuerlig|^continuous|^24\s*\/\s*7|^døgnkontinuerlig|^hele året/i.test(text.trim())) return 8760;
    const number = numberIn(cells, record, HOURS, false);
    if (number === null) return null;
    const value = middleOf(number.stated);
    const unit = `${number.rest} ${mapping.units[HOURS] ?? ''}`.toLowerCase();
    const hours = /%|prosent/.test(unit)
      ? (value / 100) * 8760
      : /(?:per|pr\.?|\/)\s*(?:døgn|dag|day|d\b)/.test(unit)
        ? value * 365
        : /(?:per|pr\.?|\/)\s*(?:uke|week)/.test(unit)
          ? (value * 365) / 7
          : value;
    if (hours > 8784 || hours < 0) {
      say('hours.range', 'warning', HOURS, text);
      return null;
    }
    if (!('value' in number.stated)) say('hours.middle', 'info', HOURS, text, { hours });
    return hours;
  }

  function directionIn(cells: readonly string[]): DirectionReading | null {
    const text = clean(cells[DIRECTION]);
    const roleText = clean(cells[ROLE]);
    const role = roleText === null ? null : roleOf(roleText).reading;
    if (roleText !== null && role === null) say('role.unknown', 'warning', ROLE, roleText);
    const direction = text === null ? null : directionOf(text).reading;
    if (text !== null && direction === null) {
      if (role !== null) {
        say('direction.fromRole', 'warning', DIRECTION, text, { role: roleText ?? '' });
        return role;
      }
      say(UNKNOWN_WORD.test(text) ? 'direction.missing' : 'direction.unknown', 'error', DIRECTION, text);
      return null;
    }
    if (direction === null) return role;
    if (role === null || role.role === 'unknown') return direction;
    if (role.direction !== direction.direction) {
      say('role.contradicts', 'warning', ROLE, roleText, { direction: text ?? '' });
      return direction;
    }
    return { direction: direction.direction, role: role.role };
  }

  function read(record: RawRecord, cells: readonly string[]): RecordReading {
    const remarks: Remarks = { list: null, failed: false };
    now = { line: record.line, remarks };
    const skip = notFlow(cells, columnsOfFlow, headers);
    if (skip !== null) {
      const lead = cells.find((text) => text.trim() !== '') ?? '';
      if (skip === 'section') {
        const direction = directionOf(lead.trim()).reading;
        if (direction !== null) sectionDirection = direction;
        // A lone company name above its rows.
        else if (setup.carries && (cells[COMPANY] ?? '').trim() !== '') {
          carriedCompany = clean(cells[COMPANY]);
          carriedFrom = cells;
        }
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

    let company = clean(cells[COMPANY]);
    let from = cells;
    if (company === null) {
      const own = clean(cells[ORG]);
      if (setup.carries && carriedCompany !== null && own === null) {
        company = carriedCompany;
        from = carriedFrom ?? cells;
        if (!carriedSaid) say('company.carried', 'info', COMPANY, company);
        carriedSaid = true;
      } else if (COMPANY === -1 && preamble.company !== null) company = preamble.company;
      else if (own !== null && orgOf(own).kind === 'digits') {
        const org = orgOf(own);
        const digits = org.kind === 'digits' ? org.digits : own;
        company = names.get(digits) ?? own;
        say('company.fromNumber', 'warning', COMPANY, own, { name: company });
      } else say('company.missing', 'error', COMPANY, '');
    } else if (setup.carries) {
      carriedCompany = company;
      carriedFrom = cells;
    }

    const orgText = clean(cells[ORG]) ?? clean(from[ORG]) ?? preamble.orgNumber;
    let orgNumber: string | null = null;
    let badOrg: string | null = null;
    if (orgText !== null) {
      const org = orgOf(orgText);
      if (org.kind === 'digits') {
        orgNumber = org.digits;
        if (company !== null && names.size < MOST_NAMES && !names.has(orgNumber)) names.set(orgNumber, company);
      } else if (org.kind !== 'absent') {
        badOrg = orgText;
        say(org.kind === 'wrong' ? 'org.checkDigit' : 'org.text', 'warning', ORG, orgText);
      }
    }
    const words = clean(cells[WORDS]) ?? (WORDS === -1 ? preamble.words : null);
    if (words === null || UNKNOWN_WORD.test(words))
      say(words === null ? 'resource.missing' : 'resource.unknown', 'error', WORDS, words ?? '');

    let direction = directionIn(cells) ?? sectionDirection ?? mapping.direction ?? preamble.direction;
    const spanCell = clean(cells[PERIOD]);
    const span = spanCell === null ? null : periodOf(spanCell);
    if (span?.doubt === 'unknown') say('period.unknown', 'warning', PERIOD, spanCell);
    if (span?.doubt === 'serial') say('period.serial', 'warning', PERIOD, spanCell, { date: span.iso ?? '' });
    const yearText = clean(cells[YEAR]);
    const year = yearText === null ? null : yearOf(yearText).iso;
    if (yearText !== null && year === null && !UNKNOWN_WORD.test(yearText)) say('period.unknown', 'warning', YEAR, yearText);
    const [start, end] = [dateOf(clean(cells[FROM])), dateOf(clean(cells[TO]))];
    const period =
      span?.iso ?? (start !== null && end !== null && start <= end ? `${start}/${end}` : null) ?? year ?? mapping.period ?? preamble.period;

    // --- amounts: one column, two ends, in and out, or twelve months
    const amounts: { cell: QuantityCell; column: number; reading: DirectionReading | null }[] = [];
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
    const others = othersOf(cells, badOrg);
    const rows: ScreeningRow[] = [];
    for (const { cell, column, reading } of amounts) {
      if (reading === null) continue;
      const use = unitFor(cells, cell, column, span?.span ?? null, span?.spanText ?? '');
      const facts = { hours, days: days === null ? null : middleOf(days.stated), dryShare: cell.dryShare ?? dry };
      const annual = annualFor(cell.stated, use, facts, dataQuality, column, monthly && QUANTITY === -1, period);
      if (cell.stated === null && cell.remark === null && column !== -1 && !monthly) say('quantity.missing', 'warning', column, '');
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
        wasteCode: category,
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
        others,
      });
      direction = reading;
    }
    return { kind: 'rows', rows, messages: remarks.list ?? NO_MESSAGES };
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

  function dryShareOf(cells: readonly string[], record: RawRecord): number | null {
    const number = numberIn(cells, record, DRY, false);
    if (number === null) return null;
    const value = middleOf(number.stated);
    if (value > 0 && value <= 100) return value / 100;
    say('dryMatter.range', 'warning', DRY, cells[DRY] ?? '');
    return null;
  }

  function wasteCodeOf(cells: readonly string[]): string | null {
    const text = cells[CATEGORY];
    if (CATEGORY === -1 || text === undefined || text === '') return null;
    const { reading } = wasteOf(text);
    if (reading === null) return null;
    if (reading.code === null) say('wasteCode.text', 'warning', CATEGORY, text);
    else if (reading.repaired !== null)
      say(reading.repaired === 'several' ? 'wasteCode.several' : 'wasteCode.repaired', 'warning', CATEGORY, text, {
        code: spaced(reading.code),
      });
    if (reading.code !== null && !reading.listed) say('wasteCode.unknown', 'warning', CATEGORY, text, { code: spaced(reading.code) });
    return reading.code;
  }

  function placeOf(cells: readonly string[]): Coordinates | null {
    if (LAT === -1 || LON === -1) return null;
    const [lat, lon] = [cells[LAT]?.trim() ?? '', cells[LON]?.trim() ?? ''];
    if (lat === '' || lon === '') return null;
    const [a, b] = [Number(lat.replace(',', '.')), Number(lon.replace(',', '.'))];
    if (Math.abs(a) <= 90 && Math.abs(b) <= 180) return { lat: a, lon: b };
    say('place.range', 'warning', LAT, `${lat}, ${lon}`);
    return null;
  }

  function othersOf(cells: readonly string[], badOrg: string | null): ScreeningRow['others'] {
    let others: Record<string, string> | null = null;
    for (const { i, name } of kept) {
      const text = cells[i];
      if (text === undefined || text === '') continue;
      const value = text.trim();
      if (value !== '') (others ??= {})[name] = value;
    }
    if (badOrg !== null) (others ??= {})['org_number'] = badOrg;
    return others ?? NO_OTHERS;
  }

  return { read, overturned: () => overturned };
}

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

const isCanonical = (record: RawRecord, i: number): boolean => record.numbers !== undefined && record.numbers.includes(i);
const spaced = (code: string): string => `${code.slice(0, 2)} ${code.slice(2, 4)} ${code.slice(4)}`;
/** A comment is kept as written, but for the line ends. */
function commentOf(text: string | undefined): string | null {
  if (text === undefined || text === '' || text.trim() === '') return null;
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/** Roles that may go with a direction; for tests of the word lists. */
export const givesRole = (role: Role, direction: Direction): boolean =>
  role === 'unknown' ? true : (GIVING as readonly string[]).includes(role) === (direction === 'out');
