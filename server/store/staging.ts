// Takes in the rows of one import out of sight, in short transactions, until it is sealed.
import type { Database } from 'better-sqlite3';
import { AppError } from '../domain/errors.ts';
import type { ExchangeRow, Message } from '../domain/screening.ts';
import { hashText } from '../domain/hash.ts';
import { sameText } from '../domain/identity.ts';
import { CompanyIds, TextIds } from './dictionary.ts';
import { ExtentLog } from './extents.ts';
import { AT, linesOf, STRIDE } from './packRows.ts';
import type { CompanyStated, PackedRows, SiteStated } from './packRows.ts';
import { createScreeningStaging } from './stageScreenings.ts';
import type { StageScreening } from './stageScreenings.ts';

/** An exchange with its identity: `key` tells it from the giver's other exchanges of its period. */
export type StagedExchange = { readonly row: ExchangeRow; readonly key: number; readonly content: number };
/** A record that was read and not taken in. */
export type RefusedRow = { readonly line: number; readonly cells: readonly string[]; readonly messages: readonly Message[] };
export type Counts = { readonly ok: number; readonly rejected: number; readonly skipped: number };

const COLUMNS = [
  'id', 'table_id', 'line', 'scope_id', 'key', 'content', 'stated_id', 'site_id', 'process_id', 'words_id', 'role', 'unit_id', 'stated_kind',
  'stated_first', 'stated_second', 'annual_low', 'annual_likely', 'annual_high', 'annual_unit', 'temperature_low', 'temperature_high',
  'temperature_return', 'hours', 'sharing', 'more', 'cells',
]; // prettier-ignore
const WIDTH = COLUMNS.length;
/** Rows a statement: fewer calls into SQLite. 1 took 4.6 us a row, 16 took 3.6, 40 and 100 took 3.4. */
const ROWS_AT_ONCE = 40;
/** Rows a transaction: about 20 ms of writing, so that other writers wait little. */
const BATCH = 2_000;

const insertFlows = (rows: number): string => {
  const one = `(${COLUMNS.map(() => '?').join(',')})`;
  return `INSERT INTO flow_rows (${COLUMNS.join(',')}) VALUES ${Array.from({ length: rows }, () => one).join(',')}`;
};

/** Companies, sites, scopes and words known by heart. Beyond them all are forgotten and asked for again, which writes nothing new: memory stays flat. */
const REMEMBERED = 20_000;

/** Runs of rows kept before they are written: fewer would touch the same pages time after time where a file's companies are mixed. */
const RUNS_KEPT = 65_536;

/** Two ids as one number: more texts than this no file holds. */
const PAIRED = 2 ** 26;

type Bound = number | string | null;

export class Staging {
  readonly importId: number;
  readonly #db: Database;
  readonly #texts: TextIds;
  readonly #companies: CompanyIds;
  readonly #companyIds = new Map<string, { id: number; filled: number }>();
  readonly #words = new Set<number>();
  /** By company and name as numbers: a hundred thousand texts would be as many to keep. */
  readonly #sites = new Map<number, number>();
  readonly #scopeIds = { flow: new Map<number, number>(), exchange: new Map<number, number>() };
  readonly #flowExtents = new ExtentLog();
  readonly #exchangeExtents = new ExtentLog();
  readonly #stageScreening: StageScreening;
  readonly #sql;
  readonly #bound: Bound[] = Array.from({ length: WIDTH * ROWS_AT_ONCE }, () => null);
  #nextFlow: number;
  #nextExchange: number;
  #ok = 0;
  #rejected = 0;
  #skipped = 0;
  #sealed = false;
  #failed = false;

  constructor(db: Database, importId: number, firstFlow: number, firstExchange: number) {
    this.#db = db;
    this.importId = importId;
    this.#nextFlow = firstFlow;
    this.#nextExchange = firstExchange;
    this.#texts = new TextIds(db);
    this.#companies = new CompanyIds(db);
    this.#stageScreening = createScreeningStaging(db);
    this.#sql = {
      many: db.prepare<[Bound[]]>(insertFlows(ROWS_AT_ONCE)),
      one: db.prepare<[Bound[]]>(insertFlows(1)),
      scope: db.prepare<[number, number, number | null, string]>(
        'INSERT INTO scopes (import_id, company_id, period_id, kind) VALUES (?, ?, ?, ?)',
      ),
      findScope: db
        .prepare<[number, number, string, number | null], number>(
          'SELECT id FROM scopes WHERE import_id = ? AND company_id = ? AND kind = ? AND period_id IS ?',
        )
        .pluck(),
      extent: db.prepare<[number, number, number]>('INSERT INTO extents (scope_id, first_row, last_row) VALUES (?, ?, ?)'),
      company: db.prepare<[Bound[]]>(
        `INSERT INTO company_facts (import_id, company_id, name, org_number, municipality, nace, activity, country, parent, lat, lon)
         VALUES (?,?,?,?,?,?,?,?,?,?,?)
         ON CONFLICT DO UPDATE SET org_number = coalesce(org_number, excluded.org_number), municipality = coalesce(municipality, excluded.municipality),
         nace = coalesce(nace, excluded.nace), activity = coalesce(activity, excluded.activity), country = coalesce(country, excluded.country),
         parent = coalesce(parent, excluded.parent), lon = CASE WHEN lat IS NULL THEN excluded.lon ELSE lon END, lat = coalesce(lat, excluded.lat)`,
      ),
      site: db.prepare<[Bound[]]>(
        `INSERT INTO site_facts (import_id, company_id, name, municipality, lat, lon) VALUES (?,?,?,?,?,?)
         ON CONFLICT DO UPDATE SET municipality = coalesce(municipality, excluded.municipality),
         lon = CASE WHEN lat IS NULL THEN excluded.lon ELSE lon END, lat = coalesce(lat, excluded.lat)`,
      ),
      words: db.prepare<[number]>('INSERT OR IGNORE INTO guesses (words_id) VALUES (?)'),
      exchange: db.prepare<[Bound[]]>(
        'INSERT INTO exchange_rows (id, table_id, line, scope_id, key, content, stated_id, taker_id, words_id, fact, cells) VALUES (?,?,?,?,?,?,?,?,?,?,?)',
      ),
      refused: db.prepare<[Bound[]]>('INSERT INTO refused_rows (table_id, line, outcome, messages, cells) VALUES (?,?,?,?,?)'),
    };
  }

  get counts(): Counts {
    return { ok: this.#ok, rejected: this.#rejected, skipped: this.#skipped };
  }

  stage(tableId: number, packed: PackedRows): void {
    this.#write(() => this.#stageFlows(tableId, packed));
    if (this.#flowExtents.size >= RUNS_KEPT) this.#writeExtents();
    this.#ok += packed.count;
  }

  stageExchanges(tableId: number, rows: readonly StagedExchange[]): void {
    for (let from = 0; from < rows.length; from += BATCH)
      this.#write(() => {
        for (const row of rows.slice(from, from + BATCH)) this.#stageExchange(tableId, row);
      });
    this.#ok += rows.length;
  }

  stageRefused(tableId: number, outcome: 'rejected' | 'skipped', rows: readonly RefusedRow[]): void {
    for (let from = 0; from < rows.length; from += BATCH)
      this.#write(() => {
        for (const row of rows.slice(from, from + BATCH))
          this.#sql.refused.run([tableId, row.line, outcome, JSON.stringify(row.messages), JSON.stringify(row.cells)]);
      });
    if (outcome === 'rejected') this.#rejected += rows.length;
    else this.#skipped += rows.length;
  }

  /** Writes where each scope's rows lie. After it nothing more can be staged. */
  seal(): void {
    this.#mustGoOn();
    if (this.#sealed) return;
    this.#sealed = true;
    this.#writeExtents();
  }

  #writeExtents(): void {
    for (const log of [this.#flowExtents, this.#exchangeExtents]) {
      for (const part of log.sorted(BATCH * 5))
        this.#unsynced(() => {
          for (const { scope, first, last } of part) this.#sql.extent.run(scope, first, last);
        });
      log.clear();
    }
  }

  #write(work: () => void): void {
    this.#mustGoOn();
    if (this.#sealed) throw new Error('the import is sealed');
    try {
      this.#unsynced(work);
    } catch (error) {
      // What was learnt in the transaction that failed is not true: this import can only be discarded.
      this.#failed = true;
      throw error;
    }
  }

  #mustGoOn(): void {
    if (this.#failed) throw new AppError('import.state', { id: this.importId, state: 'failed' });
  }

  /** Staged rows are promised to nobody: they need not be on disk before the commit, whose own sync covers them too. */
  #unsynced(work: () => void): void {
    this.#db.pragma('synchronous = NORMAL');
    try {
      this.#db.transaction(work).immediate();
    } finally {
      this.#db.pragma('synchronous = FULL');
    }
  }

  #stageFlows(tableId: number, { count, numbers, texts, companies, sites, scopes, screenings, ids, more, cells }: PackedRows): void {
    const textIds = texts.map((text) => this.#texts.of(text));
    const companyIds = companies.map((company) => this.#company(company));
    for (const site of sites) this.#site(companyIds[site.company] ?? 0, site);
    const scopeIds: number[] = [];
    for (let i = 0; i < scopes.length; i += 2) {
      const period = scopes[i + 1] ?? -1;
      scopeIds.push(this.#scope(companyIds[scopes[i] ?? 0] ?? 0, period < 0 ? null : (textIds[period] ?? null), 'flow'));
    }
    for (const { scope, site, said } of screenings) this.#stageScreening(scopeIds[scope] ?? 0, textIds[site] ?? 0, said);
    const text = (at: number): number | null => {
      const local = numbers[at];
      return local === undefined || Number.isNaN(local) ? null : (textIds[local] ?? null);
    };
    this.#noteWords(numbers, textIds);
    const moreLines = linesOf(more);
    const cellLines = linesOf(cells);
    const bound = this.#bound;
    let filled = 0;
    for (const row of inScopeOrder(count, numbers)) {
      const base = row * STRIDE;
      const scope = scopeIds[numbers[base + AT.scope] ?? 0] ?? 0;
      const id = this.#nextFlow++;
      this.#flowExtents.add(scope, id);
      bound[filled] = id;
      bound[filled + 1] = tableId;
      bound[filled + 2] = numbers[base + AT.line] ?? 0;
      bound[filled + 3] = scope;
      bound[filled + 4] = numbers[base + AT.key] ?? 0;
      bound[filled + 5] = numbers[base + AT.content] ?? 0;
      bound[filled + 6] = ids[row] ?? null;
      bound[filled + 7] = text(base + AT.site);
      bound[filled + 8] = text(base + AT.process);
      bound[filled + 9] = text(base + AT.words);
      bound[filled + 10] = numbers[base + AT.role] ?? 0;
      bound[filled + 11] = text(base + AT.unit);
      for (let at: number = AT.stated; at < STRIDE; at++) {
        const value = numbers[base + at];
        bound[filled + 3 + at] = value === undefined || Number.isNaN(value) ? null : value;
      }
      bound[filled + 24] = moreLines[row] || null;
      bound[filled + 25] = cellLines[row] ?? '[]';
      filled += WIDTH;
      if (filled === WIDTH * ROWS_AT_ONCE) {
        this.#sql.many.run(bound);
        filled = 0;
      }
    }
    for (let from = 0; from < filled; from += WIDTH) this.#sql.one.run(bound.slice(from, from + WIDTH));
  }

  /** Words that are new to the file wait for their guesses. */
  #noteWords(numbers: Float64Array, textIds: readonly number[]): void {
    for (let at: number = AT.words; at < numbers.length; at += STRIDE) {
      const id = textIds[numbers[at] ?? -1];
      if (id === undefined || this.#words.has(id)) continue;
      if (this.#words.size >= REMEMBERED) this.#words.clear();
      this.#words.add(id);
      this.#sql.words.run(id);
    }
  }

  #stageExchange(tableId: number, { row, key, content }: StagedExchange): void {
    const giver = this.#company(nobodyBut(row.from));
    const taker = this.#company(nobodyBut(row.to));
    const scope = this.#scope(giver, row.period === null ? null : this.#texts.of(row.period), 'exchange');
    const id = this.#nextExchange++;
    this.#exchangeExtents.add(scope, id);
    const fact = JSON.stringify({ stated: row.stated, unit: row.unit, annual: row.annual, comment: row.comment });
    const words = this.#texts.of(row.words);
    this.#sql.exchange.run([id, tableId, row.line, scope, key, content, row.id, taker, words, fact, JSON.stringify(row.cells)]);
  }

  /** The company's id; its facts are written when they say more than this import said before. */
  #company(company: CompanyStated): number {
    const facts = [company.orgNumber, company.municipality, company.nace, company.activity, company.country, company.parent, company.lat];
    const says = facts.reduce<number>((mask, fact, i) => (fact === null ? mask : mask | (1 << i)), 0);
    const known = this.#companyIds.get(company.key);
    if (known !== undefined && (known.filled | says) === known.filled) return known.id;
    const id = known?.id ?? this.#companies.of(company, this.importId);
    if (this.#companyIds.size >= REMEMBERED) this.#companyIds.clear();
    this.#companyIds.set(company.key, { id, filled: (known?.filled ?? 0) | says });
    const { name, orgNumber, municipality, nace, activity, country, parent, lat, lon } = company;
    this.#sql.company.run([this.importId, id, name, orgNumber, municipality, nace, activity, country, parent, lat, lon]);
    return id;
  }

  #site(company: number, site: SiteStated): void {
    const key = company * PAIRED + this.#texts.of(site.name);
    const says = (site.municipality === null ? 0 : 1) | (site.lat === null ? 0 : 2);
    const known = this.#sites.get(key);
    if (known !== undefined && (known | says) === known) return;
    if (this.#sites.size >= REMEMBERED) this.#sites.clear();
    this.#sites.set(key, (known ?? 0) | says);
    this.#sql.site.run([this.importId, company, site.name, site.municipality, site.lat, site.lon]);
  }

  #scope(company: number, period: number | null, kind: 'flow' | 'exchange'): number {
    const key = company * PAIRED + (period ?? 0);
    const known = this.#scopeIds[kind].get(key);
    if (known !== undefined) return known;
    const before = this.#sql.findScope.get(this.importId, company, kind, period);
    const id = before ?? Number(this.#sql.scope.run(this.importId, company, period, kind).lastInsertRowid);
    if (this.#scopeIds[kind].size >= REMEMBERED) this.#scopeIds[kind].clear();
    this.#scopeIds[kind].set(key, id);
    return id;
  }
}

/** A company of which an exchange says no more than its name. */
export const nobodyBut = (name: string): CompanyStated => ({
  key: `by name ${sameText(name)}`, name, orgNumber: null, municipality: null, nace: null, activity: null, country: null, parent: null, lat: null, lon: null,
}); // prettier-ignore

/** Row numbers with those of one scope together, so that they make one extent; the file's order within a scope. */
function inScopeOrder(count: number, numbers: Float64Array): Uint32Array {
  const order = Uint32Array.from({ length: count }, (_, i) => i);
  const scope = (row: number): number => numbers[row * STRIDE + AT.scope] ?? 0;
  for (let row = 1; row < count; row++) if (scope(row) < scope(row - 1)) return order.sort((a, b) => scope(a) - scope(b) || a - b);
  return order;
}

/** The identity of an exchange within its giver and period, and what a change shows in; `before` counts earlier rows alike. */
export function exchangeIdentity(row: ExchangeRow, before: number): { key: number; content: number } {
  const { sheet: _sheet, line: _line, cells: _cells, ...said } = row;
  const base =
    row.id === null ? `${row.period ?? ''}|${sameText(row.to)}|${sameText(row.words)}` : `id|${row.period ?? ''}|${sameText(row.id)}`;
  return { key: hashText(before === 0 ? base : `${base}#${before}`), content: hashText(JSON.stringify(said)) };
}
