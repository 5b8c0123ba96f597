// Companies and flows in two CSV files, without a database, to matches. A bad row is told and left out; a bad cell becomes unknown.
import { CsvError } from 'csv-parse/sync';
import type { Company, Place } from '../domain/company.ts';
import type { Annual } from '../domain/estimate.ts';
import type { Flow } from '../domain/flow.ts';
import type { MatchRun, Reason } from '../domain/match.ts';
import { DEFAULT_SHARING } from '../domain/sharing.ts';
import { annualOf, spreadsFrom, type Spreads } from '../domain/spread.ts';
import { ABSOLUTE_ZERO, celsius } from '../domain/temperature.ts';
import { unitTableFrom, type UnitTable } from '../domain/units.ts';
import { annualFactor } from '../domain/unitsAnnual.ts';
import { isProblem, parseUnit } from '../domain/unitsParse.ts';
import { heatParameters } from '../heat/parameters.ts';
import { createHeatJudge, heatAssumptions, type HeatJudge } from '../matching/heatJudge.ts';
import type { MatchKnowledge } from '../matching/knowledge.ts';
import { explainAll, rankFlows, type Ranked } from '../matching/matchFlows.ts';
import type { Reference } from '../reference/loadReference.ts';
import type { Classifier } from '../taxonomy/classifier.ts';
import { temperatureIn } from '../taxonomy/temperatureWords.ts';
import { classifyFlows } from './classifyFlows.ts';
import { csvRecords } from './csvRecords.ts';
import type { CsvRecord } from './csvRecords.ts';
import { loadMatchKnowledge } from './matchKnowledge.ts';

export type MatchTexts = { readonly companiesCsv: string; readonly flowsCsv: string };
export type MatchTools = {
  readonly knowledge: MatchKnowledge;
  readonly classifier: Classifier;
  readonly heat: HeatJudge;
  readonly units: UnitTable;
  readonly spreads: Spreads;
};

/** The tools made from the program's own tables. */
export function matchTools(reference: Reference, classifier: Classifier): MatchTools {
  const knowledge = loadMatchKnowledge(reference);
  return {
    knowledge,
    classifier,
    heat: createHeatJudge(heatParameters(reference), heatAssumptions(knowledge.settings)),
    units: unitTableFrom(reference.units).table,
    spreads: spreadsFrom(reference.spreads),
  };
}

export type FilesMatched = {
  readonly run: MatchRun;
  readonly companies: readonly Company[];
  readonly flows: readonly Flow[];
  /** What was wrong with the files, in their order, as codes of the reason table. */
  readonly problems: readonly Reason[];
};

type Row = { readonly line: number; readonly cell: (column: string) => string };
type Tell = (code: string, values: Reason['values']) => void;

/** Rows of a comma-separated file with the line each begins on; columns that must be there and are not, are told. */
function rowsOf(text: string, file: string, wanted: readonly string[], tell: Tell): Row[] {
  let records: readonly CsvRecord[];
  try {
    records = csvRecords(text);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    tell('file.csv', { file, problem: error.message });
    return [];
  }
  const head = (records[0]?.cells ?? []).map((name) => name.trim().toLowerCase());
  const missing = wanted.filter((column) => !head.includes(column));
  for (const column of missing) tell('file.columns', { file, column });
  if (missing.length > 0) return [];
  return records.slice(1).map(({ line, cells }) => ({ line, cell: (column) => (cells[head.indexOf(column)] ?? '').trim() }));
}

const orNull = (text: string): string | null => (text === '' ? null : text);
const NUMBER = /^[+-]?(?:\d+(?:\.\d+)?|\.\d+)(?:e[+-]?\d+)?$/iu;

function placeOf(row: Row, tell: Tell): Place | null {
  const [lat, lon] = [row.cell('lat'), row.cell('lon')];
  if (lat === '' && lon === '') return null;
  const place = { lat: Number(lat), lon: Number(lon) };
  if (NUMBER.test(lat) && NUMBER.test(lon) && Math.abs(place.lat) <= 90 && Math.abs(place.lon) <= 180) return place;
  tell('row.place', { line: row.line, found: `${lat}, ${lon}` });
  return null;
}

function readCompanies(text: string, tell: Tell): Map<string, Company> {
  const companies = new Map<string, Company>();
  for (const row of rowsOf(text, 'companies', ['company_id'], tell)) {
    const id = row.cell('company_id');
    if (id === '') tell('row.companyMissing', { line: row.line });
    else if (companies.has(id)) tell('row.companyTwice', { line: row.line, found: id });
    else {
      companies.set(id, {
        id,
        name: row.cell('name') === '' ? id : row.cell('name'),
        orgNumber: null,
        parent: null,
        nace: orNull(row.cell('nace')),
        activity: orNull(row.cell('activity')),
        municipality: null,
        country: orNull(row.cell('country')),
        place: placeOf(row, tell),
        sites: [],
      });
    }
  }
  return companies;
}

function amountOf(row: Row, { units, spreads }: MatchTools, tell: Tell): { readonly value: number | null; readonly annual: Annual | null } {
  const found = row.cell('quantity');
  if (found === '') return { value: null, annual: null };
  const value = Number(found);
  if (!NUMBER.test(found) || value < 0) {
    tell('row.quantity', { line: row.line, found });
    return { value: null, annual: null };
  }
  const unit = row.cell('unit');
  const meaning = parseUnit(unit, units);
  const factor = isProblem(meaning) ? null : annualFactor(meaning, { hours: null, days: null, dryShare: null });
  if (factor === null || !('factor' in factor)) {
    tell('row.unit', { line: row.line, found: unit });
    return { value, annual: null };
  }
  return { value, annual: annualOf({ value }, null, factor.factor, factor.unit, spreads) };
}

const CARRIES_HEAT: ReadonlySet<string> = new Set(['heat', 'steam', 'water', 'cooling']);

/** As the column states it, else as the words of a flow that carries heat do. */
function temperatureOf(row: Row, tell: Tell): Flow['temperature'] {
  const found = row.cell('temperature_c');
  if (found === '') {
    const told = CARRIES_HEAT.has(row.cell('kind').toLowerCase()) ? temperatureIn(row.cell('resource')) : null;
    return told === null ? null : celsius(told);
  }
  if (NUMBER.test(found) && Number(found) >= ABSOLUTE_ZERO) return celsius(Number(found));
  tell('row.temperature', { line: row.line, found });
  return null;
}

function readFlows(text: string, companies: ReadonlyMap<string, Company>, tools: MatchTools, tell: Tell): Flow[] {
  const flows = new Map<string, Flow>();
  for (const row of rowsOf(text, 'flows', ['flow_id', 'company_id', 'direction', 'resource'], tell)) {
    const id = row.cell('flow_id');
    const company = row.cell('company_id');
    const direction = row.cell('direction').toLowerCase();
    const words = row.cell('resource');
    if (id === '') tell('row.flowMissing', { line: row.line });
    else if (flows.has(id)) tell('row.flowTwice', { line: row.line, found: id });
    else if (!companies.has(company)) tell('row.companyUnknown', { line: row.line, found: company });
    else if (direction !== 'surplus' && direction !== 'need') tell('row.direction', { line: row.line, found: direction });
    else if (words === '') tell('row.resource', { line: row.line });
    else {
      const { value, annual } = amountOf(row, tools, tell);
      flows.set(id, {
        id,
        company,
        site: null,
        process: null,
        direction: direction === 'surplus' ? 'out' : 'in',
        role: direction,
        words,
        resources: [],
        kind: orNull(row.cell('kind').toLowerCase()),
        wasteCode: null,
        stated: value === null ? null : { value },
        unit: orNull(row.cell('unit')),
        annual,
        temperature: temperatureOf(row, tell),
        temperatureReturn: null,
        hours: null,
        profile: null,
        price: null,
        dataQuality: null,
        quality: null,
        comment: null,
        period: null,
        sharing: DEFAULT_SHARING,
        source: null,
      });
    }
  }
  return [...flows.values()];
}

/** Found, judged and ranked, each pair explained when it is asked for. Never throws for what stands in the files. */
export function rankFiles(
  texts: MatchTexts,
  tools: MatchTools,
  options: { readonly internal?: boolean } = {},
): Omit<FilesMatched, 'run'> & { readonly ranked: Ranked } {
  const problems: Reason[] = [];
  const tell: Tell = (code, values) => void problems.push({ code, values });
  const companies = readCompanies(texts.companiesCsv, tell);
  const flows = classifyFlows(readFlows(texts.flowsCsv, companies, tools, tell), companies, tools.classifier, (flow) => flow.kind ?? null);
  const input = { companies: [...companies.values()], flows, internal: options.internal ?? false };
  return { ranked: rankFlows(input, tools.knowledge, tools.heat, flows.length <= KEPT), companies: input.companies, flows, problems };
}

/** Up to so many flows what the checks said of every pair is kept until it is told; of more it would not fit, and is worked out again. */
export const KEPT = 10_000;

/** The whole run at once. Never throws for what stands in the files. */
export function matchFiles(texts: MatchTexts, tools: MatchTools, options: { readonly internal?: boolean } = {}): FilesMatched {
  const { ranked, ...found } = rankFiles(texts, tools, options);
  return { run: explainAll(ranked), ...found };
}
