// Rows made small for the way to the writer's thread: numbers in one array, each distinct text once.
import { companyKey } from '../domain/identity.ts';
import type { IdentifiedRow } from '../domain/rowIdentifier.ts';
import type { ScreeningRow } from '../domain/screening.ts';
import { roleCode, sharingCode, statedCode, unitCode } from './codes.ts';
import { ScreeningsPacked } from './packScreenings.ts';
import type { PackedScreening } from './packScreenings.ts';

/** A row that is no repeat, with the identity that `createRowIdentifier` gave it. */
export type StagedRow = IdentifiedRow;

/** What rows say of a company; null where none of them says anything. */
export type CompanyStated = {
  readonly key: string;
  name: string;
  orgNumber: string | null;
  municipality: string | null;
  nace: string | null;
  activity: string | null;
  country: string | null;
  parent: string | null;
  lat: number | null;
  lon: number | null;
};
export type SiteStated = {
  readonly company: number;
  readonly name: string;
  municipality: string | null;
  lat: number | null;
  lon: number | null;
};

/** Plain data: crosses threads by structured clone, `numbers.buffer` can be transferred. */
export type PackedRows = {
  readonly count: number;
  /** `STRIDE` a row, NaN where nothing is stated; texts, companies and scopes are indexes into the lists below. */
  readonly numbers: Float64Array;
  readonly texts: readonly string[];
  readonly companies: readonly CompanyStated[];
  readonly sites: readonly SiteStated[];
  /** Company and period (index into texts or -1), two numbers a scope. */
  readonly scopes: readonly number[];
  readonly screenings: readonly PackedScreening[];
  readonly ids: readonly (string | null)[];
  /** One line a row, as a million single texts cost time on the way: JSON that holds no line end of its own; empty where there is no more. */
  readonly more: string;
  readonly cells: string;
};

/** A row's JSON, line by line. */
export const linesOf = (json: string): readonly string[] => json.split('\n');

export const STRIDE = 21;
/** Positions in a row's numbers. */
export const AT = {
  line: 0,
  scope: 1,
  key: 2,
  content: 3,
  site: 4,
  process: 5,
  words: 6,
  role: 7,
  unit: 8,
  stated: 9,
  annual: 12,
  annualUnit: 15,
  temperature: 16,
  temperatureReturn: 18,
  hours: 19,
  sharing: 20,
} as const;

/** What few rows state, kept as JSON. */
export type More = Partial<
  Pick<ScreeningRow, 'resource' | 'wasteCode' | 'wasteStar' | 'profile' | 'price' | 'dataQuality' | 'quality' | 'comment' | 'others'>
>;

/** A company and a text as one number: more texts than this no batch holds. */
const PAIRED = 4_194_304;

export function packRows(rows: readonly StagedRow[]): PackedRows {
  const numbers = new Float64Array(rows.length * STRIDE).fill(NaN);
  const texts = new Numbered();
  const companies: CompanyStated[] = [];
  const companyIndex = new Map<string, number>();
  const sites = new Map<number, SiteStated>();
  const scopes: number[] = [];
  const scopeIndex = new Map<number, number>();
  const screenings = new ScreeningsPacked();
  const ids: (string | null)[] = [];
  const more: string[] = [];
  const cells: string[] = [];
  let base = 0;
  let company = -1;
  let above: ScreeningRow | null = null;
  for (const { row, key, content } of rows) {
    // Rows of one company mostly stand together.
    if (above === null || !sameCompany(row, above)) {
      const name = companyKey({ orgNumber: row.orgNumber, name: row.company, municipality: row.municipality });
      company = companyIndex.get(name) ?? -1;
      if (company === -1) {
        company = companies.length;
        companyIndex.set(name, company);
        companies.push(stated(name, row));
      }
    }
    above = row;
    fill(companies[company], row);
    const period = row.period === null ? -1 : texts.of(row.period);
    const scopeKey = company * PAIRED + period;
    let scope = scopeIndex.get(scopeKey);
    if (scope === undefined) {
      scope = scopes.length / 2;
      scopes.push(company, period);
      scopeIndex.set(scopeKey, scope);
    }
    numbers[base] = row.line;
    numbers[base + AT.scope] = scope;
    numbers[base + AT.key] = key;
    numbers[base + AT.content] = content;
    let site = -1;
    if (row.site !== null) {
      site = texts.of(row.site);
      numbers[base + AT.site] = site;
      addSite(sites, company * PAIRED + site, company, row.site, row);
    }
    screenings.add(scope, site, row.screening);
    if (row.process !== null) numbers[base + AT.process] = texts.of(row.process);
    numbers[base + AT.words] = texts.of(row.words);
    numbers[base + AT.role] = roleCode(row.direction, row.role);
    if (row.unit !== null) numbers[base + AT.unit] = texts.of(row.unit);
    if (row.stated !== null) {
      const [kind, first, second] = statedCode(row.stated);
      numbers[base + AT.stated] = kind;
      numbers[base + AT.stated + 1] = first;
      numbers[base + AT.stated + 2] = second;
    }
    if (row.annual !== null) {
      numbers[base + AT.annual] = row.annual.low;
      if (row.annual.likely !== null) numbers[base + AT.annual + 1] = row.annual.likely;
      if (row.annual.high !== null) numbers[base + AT.annual + 2] = row.annual.high;
      numbers[base + AT.annualUnit] = unitCode(row.annual.unit);
    }
    if (typeof row.temperature === 'number') numbers[base + AT.temperature] = row.temperature;
    else if (row.temperature !== null) {
      numbers[base + AT.temperature] = row.temperature.min;
      numbers[base + AT.temperature + 1] = row.temperature.max;
    }
    if (row.temperatureReturn !== null) numbers[base + AT.temperatureReturn] = row.temperatureReturn;
    if (row.hours !== null) numbers[base + AT.hours] = row.hours;
    if (row.sharing !== null) numbers[base + AT.sharing] = sharingCode(row.sharing);
    ids.push(row.flowId);
    more.push(moreOf(row));
    cells.push(JSON.stringify(row.cells));
    base += STRIDE;
  }
  return {
    count: rows.length,
    numbers,
    texts: texts.list,
    companies,
    sites: [...sites.values()],
    scopes,
    screenings: screenings.list,
    ids,
    more: more.join('\n'),
    cells: cells.join('\n'),
  };
}

class Numbered {
  readonly list: string[] = [];
  readonly #index = new Map<string, number>();
  of(text: string): number {
    const found = this.#index.get(text);
    if (found !== undefined) return found;
    this.list.push(text);
    this.#index.set(text, this.list.length - 1);
    return this.list.length - 1;
  }
}

function stated(key: string, row: ScreeningRow): CompanyStated {
  return {
    key,
    name: row.company,
    orgNumber: row.orgNumber,
    municipality: row.municipality,
    nace: row.nace,
    activity: row.activity,
    country: row.others['country'] ?? null,
    parent: row.others['parent'] ?? null,
    lat: row.place?.lat ?? null,
    lon: row.place?.lon ?? null,
  };
}

/** The first row that says something of a field holds it. */
function fill(company: CompanyStated | undefined, row: ScreeningRow): void {
  if (company === undefined) return;
  company.nace ??= row.nace;
  company.activity ??= row.activity;
  company.municipality ??= row.municipality;
  if (company.lat === null && row.place !== null) {
    company.lat = row.place.lat;
    company.lon = row.place.lon;
  }
}

const sameCompany = (row: ScreeningRow, above: ScreeningRow): boolean =>
  row.orgNumber === above.orgNumber && row.company === above.company && row.municipality === above.municipality;

function addSite(sites: Map<number, SiteStated>, key: number, company: number, name: string, row: ScreeningRow): void {
  const site = sites.get(key);
  if (site === undefined)
    sites.set(key, { company, name, municipality: row.municipality, lat: row.place?.lat ?? null, lon: row.place?.lon ?? null });
  else if (site.lat === null && row.place !== null) {
    site.lat = row.place.lat;
    site.lon = row.place.lon;
  }
}

function saysMore(others: ScreeningRow['others']): boolean {
  for (const _ in others) return true;
  return false;
}

const MORE = ['resource', 'wasteCode', 'profile', 'price', 'dataQuality', 'quality', 'comment'] as const;

function moreOf(row: ScreeningRow): string {
  const said: Record<string, unknown> = {};
  let any = false;
  for (const field of MORE)
    if (row[field] !== null) {
      said[field] = row[field];
      any = true;
    }
  if (row.wasteStar === true) said['wasteStar'] = true;
  if (saysMore(row.others)) {
    said['others'] = row.others;
    any = true;
  }
  return any ? JSON.stringify(said) : '';
}
