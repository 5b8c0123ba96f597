// Which streams does a table of streams state? (`pinch STREAMS.csv`: comma-separated, decimal points, never guessed.)
import { ABSOLUTE_ZERO, celsius, kelvin } from '../domain/temperature.ts';
import type { Celsius } from '../domain/temperature.ts';
import { kindOf, type HeatStream } from '../heat/stream.ts';
import { csvRecords } from './csvRecords.ts';
import type { CsvRecord } from './csvRecords.ts';
import { pinchProblem, type PinchProblem } from './pinchProblems.ts';

export type StreamTable =
  | { readonly ok: true; readonly streams: readonly HeatStream[]; readonly ignored: readonly string[] }
  | { readonly ok: false; readonly problems: readonly PinchProblem[] };

export const STREAM_COLUMNS = [
  'company',
  'stream',
  'supply_c',
  'target_c',
  'heat_kw',
  'cp_kw_per_k',
  'kind',
  'dt_contribution_k',
  'optional',
] as const;
type Column = (typeof STREAM_COLUMNS)[number];
const REQUIRED: readonly Column[] = ['company', 'stream', 'supply_c', 'target_c'];

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
/** Stated heat and heat by CP may differ by this share before they contradict each other (the import's check uses the same width). */
const AGREE = 0.3;

/** Cells of one row by column, with every problem reported where it is found. */
type Cells = { readonly line: number; readonly text: (column: Column) => string; readonly report: (problem: PinchProblem) => void };

function numberIn(cells: Cells, column: Column): number | null {
  const found = cells.text(column);
  if (found === '') return null;
  const value = NUMBER.test(found) ? Number(found) : Number.NaN;
  if (Number.isFinite(value)) return value;
  cells.report(pinchProblem('number.unreadable', { line: cells.line, header: column, found }));
  return Number.NaN;
}

function temperatureIn(cells: Cells, column: Column): Celsius | null {
  const value = numberIn(cells, column);
  if (value === null) cells.report(pinchProblem('cell.empty', { line: cells.line, header: column, found: '' }));
  if (value === null || Number.isNaN(value)) return null;
  if (value >= ABSOLUTE_ZERO) return celsius(value);
  cells.report(pinchProblem('temperature.impossible', { line: cells.line, header: column, found: cells.text(column) }));
  return null;
}

/** Null where nothing is stated or where a problem was reported; `stated` tells the two apart. */
function sizeIn(cells: Cells, column: Column): { readonly stated: boolean; readonly value: number | null } {
  const value = numberIn(cells, column);
  if (value === null || Number.isNaN(value)) return { stated: value !== null, value: null };
  if (value >= 0) return { stated: true, value };
  cells.report(pinchProblem('number.negative', { line: cells.line, header: column, found: cells.text(column) }));
  return { stated: true, value: null };
}

function heatIn(cells: Cells, span: number | null, at: Celsius | null): number | null {
  const heat = sizeIn(cells, 'heat_kw');
  const cp = sizeIn(cells, 'cp_kw_per_k');
  const line = cells.line;
  if (!heat.stated && !cp.stated) cells.report(pinchProblem('heat.missing', { line }));
  if (cp.value === 0 && !heat.stated)
    cells.report(pinchProblem('heat.cpZero', { line, header: 'cp_kw_per_k', found: cells.text('cp_kw_per_k') }));
  if (span === null) return null;
  if (cp.value !== null && span === 0 && !heat.stated) {
    cells.report(pinchProblem('heat.noSpan', { line, header: 'cp_kw_per_k', found: String(at) }));
    return null;
  }
  const byCp = cp.value === null || span === 0 ? null : cp.value * span;
  if (heat.value !== null && byCp !== null && Math.abs(heat.value - byCp) > AGREE * Math.max(heat.value, byCp)) {
    cells.report(pinchProblem('heat.contradiction', { line, header: 'heat_kw', found: cells.text('heat_kw'), other: String(byCp) }));
    return null;
  }
  return heat.stated ? heat.value : byCp;
}

function kindIn(cells: Cells, supply: Celsius | null, target: Celsius | null): HeatStream['kind'] | null {
  const found = cells.text('kind').toLowerCase();
  const line = cells.line;
  if (found !== '' && found !== 'hot' && found !== 'cold') {
    cells.report(pinchProblem('kind.unknown', { line, header: 'kind', found: cells.text('kind') }));
    return null;
  }
  if (supply === null || target === null) return null;
  const told = kindOf(supply, target);
  if (found === '' && told === null) cells.report(pinchProblem('kind.missing', { line, header: 'kind', found: String(supply) }));
  if (found !== '' && told !== null && found !== told) {
    const other = told === 'hot' ? 'ned/down' : 'opp/up';
    cells.report(pinchProblem('kind.contradiction', { line, header: 'kind', found, other: `${supply} → ${target} °C (${other})` }));
    return null;
  }
  return found === '' ? told : found;
}

function softIn(cells: Cells): boolean {
  const found = cells.text('optional').toLowerCase();
  if (found !== '' && found !== 'yes' && found !== 'no')
    cells.report(pinchProblem('optional.unknown', { line: cells.line, header: 'optional', found: cells.text('optional') }));
  return found === 'yes';
}

/** The stream of a row; null where something was reported. */
function streamOf(cells: Cells, company: string): HeatStream | null {
  const id = cells.text('stream');
  if (id === '') cells.report(pinchProblem('cell.empty', { line: cells.line, header: 'stream', found: '' }));
  const supply = temperatureIn(cells, 'supply_c');
  const target = temperatureIn(cells, 'target_c');
  const heat = heatIn(cells, supply === null || target === null ? null : Math.abs(supply - target), supply);
  const kind = kindIn(cells, supply, target);
  const contribution = sizeIn(cells, 'dt_contribution_k');
  const soft = softIn(cells);
  if (supply === null || target === null || heat === null || kind === null || id === '') return null;
  return {
    id,
    company,
    kind,
    supply,
    target,
    heat,
    contribution: contribution.value === null ? null : kelvin(contribution.value),
    soft,
    months: null,
  };
}

function rowsOf(csvText: string): CsvRecord[] | PinchProblem {
  try {
    return csvRecords(csvText, { trim: true }).filter(({ cells }) => cells.some((cell) => cell !== ''));
  } catch (error) {
    return pinchProblem('file.malformed', { found: error instanceof Error ? error.message : String(error) });
  }
}

/** What a decoder puts where bytes are no UTF-8: a name with it in would be another name. */
const UNREADABLE = '\uFFFD';

function unreadableIn(rows: readonly CsvRecord[]): PinchProblem | null {
  for (const { line, cells } of rows) {
    const found = cells.find((cell) => cell.includes(UNREADABLE));
    if (found !== undefined) return pinchProblem('file.encoding', { line, found });
  }
  return null;
}

/** Every problem of the file at once, or its streams and the columns that were not understood. */
export function readStreamTable(csvText: string): StreamTable {
  const rows = rowsOf(csvText);
  if (!Array.isArray(rows)) return { ok: false, problems: [rows] };
  const unreadable = unreadableIn(rows);
  if (unreadable !== null) return { ok: false, problems: [unreadable] };
  const [header, ...body] = rows;
  const names = (header?.cells ?? []).map((cell) => cell.toLowerCase());
  const problems: PinchProblem[] = [];
  const report = (problem: PinchProblem): void => void problems.push(problem);
  const line = header?.line ?? 1;
  if (header !== undefined) {
    const missing: string[] = REQUIRED.filter((column) => !names.includes(column));
    if (!names.includes('heat_kw') && !names.includes('cp_kw_per_k')) missing.push('heat_kw | cp_kw_per_k');
    for (const column of missing) report(pinchProblem('header.missing', { line, header: column, found: names.join(', ') }));
    for (const column of STREAM_COLUMNS)
      if (names.filter((name) => name === column).length > 1) report(pinchProblem('header.repeated', { line, header: column }));
  }
  if (problems.length > 0) return { ok: false, problems };
  if (body.length === 0) return { ok: false, problems: [pinchProblem('file.empty')] };

  const place = new Map(STREAM_COLUMNS.map((column) => [column, names.indexOf(column)]));
  const oneCompany = body.every((row) => (row.cells[place.get('company') ?? -1] ?? '') === '');
  const streams: HeatStream[] = [];
  for (const row of body) {
    if (row.cells.length !== names.length) {
      report(pinchProblem('row.cells', { line: row.line, found: String(row.cells.length), other: String(names.length) }));
      continue;
    }
    const cells: Cells = { line: row.line, text: (column) => row.cells[place.get(column) ?? -1] ?? '', report };
    const company = cells.text('company');
    if (company === '' && !oneCompany) report(pinchProblem('cell.empty', { line: row.line, header: 'company', found: '' }));
    const stream = streamOf(cells, company);
    if (stream !== null) streams.push(stream);
  }
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, streams, ignored: names.filter((name) => !(STREAM_COLUMNS as readonly string[]).includes(name)) };
}
