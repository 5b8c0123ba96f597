// Flows that run between two companies today. Only the two companies and facilitators see one.
import type { Database } from 'better-sqlite3';
import type { Exchange } from '../domain/exchange.ts';
import { maySeeCells, reach } from '../domain/policy.ts';
import type { Viewer } from '../domain/viewer.ts';
import { Texts } from './dictionary.ts';
import { flowIdOf, partsOf } from './flowRow.ts';
import { createScopeReader } from './liveScopes.ts';
import type { SeenSource } from './readFlows.ts';
import type { CompanyRow, Standings } from './standings.ts';

type ExchangeRowStored = {
  id: number;
  headers: string;
  key: number;
  stated_id: string | null;
  taker_id: number;
  words_id: number;
  fact: string;
  line: number;
  importId: number;
  file: string;
  sheet: string | null;
};

/** The exchanges that start at a company of the cluster, or those that start or end at one company. */
export type ExchangeQuestion = { readonly cluster: string } | { readonly company: string };
export type ExchangeReader = {
  readonly exchangesOf: (viewer: Viewer, question: ExchangeQuestion) => Exchange[];
  /** The record an exchange was read from; null where there is none for this viewer. */
  readonly sourceOf: (viewer: Viewer, exchangeId: string) => SeenSource | null;
};

/** Ids of exchanges begin so; those of flows begin with a company's. */
const MARK = 'x';
export const isExchangeId = (id: string): boolean => id.startsWith(MARK);

export function createExchangeReader(db: Database, standings: Standings): ExchangeReader {
  const texts = new Texts(db);
  const scopes = createScopeReader(db);
  const rowsIn = db.prepare<[number], ExchangeRowStored>(
    `SELECT x.id, t.headers, x.key, x.stated_id, x.taker_id, x.words_id, x.fact, x.line, t.import_id AS importId, t.file, t.sheet FROM extents e
     CROSS JOIN exchange_rows x ON x.id BETWEEN e.first_row AND e.last_row JOIN import_tables t ON t.id = x.table_id WHERE e.scope_id = ? ORDER BY x.id`,
  );
  const givers = db.prepare<[number], CompanyRow>(
    `SELECT DISTINCT c.id, c.public_id AS publicId FROM exchange_rows x JOIN scopes s ON s.id = x.scope_id JOIN companies c ON c.id = s.company_id
     WHERE x.taker_id = ? ORDER BY c.public_id`,
  );

  const cellsOf = db.prepare<[number], string>('SELECT cells FROM exchange_rows WHERE id = ?').pluck();

  function* from(giver: CompanyRow): Generator<{ exchange: Exchange; taker: CompanyRow; row: ExchangeRowStored }> {
    const seen = new Set<number>();
    for (const scope of scopes(giver.id, 'exchange'))
      for (const row of rowsIn.all(scope.id)) {
        if (seen.has(row.key)) continue;
        seen.add(row.key);
        const taker = standings.companyById(row.taker_id);
        const { stated, unit, annual, comment = null } = JSON.parse(row.fact) as Pick<Exchange, 'stated' | 'unit' | 'annual' | 'comment'>;
        const exchange: Exchange = {
          id: `${MARK}${flowIdOf(giver.publicId, row.key)}`,
          statedId: row.stated_id,
          from: giver.publicId,
          to: taker.publicId,
          words: texts.of(row.words_id),
          stated,
          unit,
          annual,
          period: scope.period === null ? null : texts.of(scope.period),
          comment,
          source: { importId: row.importId, file: row.file, sheet: row.sheet, line: row.line },
        };
        yield { exchange, taker, row };
      }
  }

  function exchangesOf(viewer: Viewer, question: ExchangeQuestion): Exchange[] {
    const standingOf = standings.of(viewer);
    const sees = (company: CompanyRow): boolean => ['own', 'facilitator'].includes(reach(viewer, standingOf(company)));
    const own = 'company' in question ? standings.company(question.company) : undefined;
    const starts = 'cluster' in question ? standings.members(question.cluster) : own === undefined ? [] : [own, ...givers.all(own.id)];
    const found: Exchange[] = [];
    for (const giver of new Map(starts.map((row) => [row.id, row])).values())
      for (const { exchange, taker } of from(giver)) {
        if (own !== undefined && giver.id !== own.id && taker.id !== own.id) continue;
        if (!sees(giver) && !sees(taker)) continue;
        // The other party's file is the other party's.
        found.push(sees(giver) ? exchange : { ...exchange, comment: null, source: null });
      }
    return found;
  }

  function sourceOf(viewer: Viewer, exchangeId: string): SeenSource | null {
    const parts = isExchangeId(exchangeId) ? partsOf(exchangeId.slice(MARK.length)) : null;
    const giver = parts === null ? undefined : standings.company(parts.company);
    if (giver === undefined || !maySeeCells(viewer, standings.of(viewer)(giver))) return null;
    for (const { exchange, row } of from(giver)) {
      if (exchange.id !== exchangeId) continue;
      const names = JSON.parse(row.headers) as string[];
      const cells = JSON.parse(cellsOf.get(row.id) ?? '[]') as string[];
      const { importId, file, sheet, line } = row;
      return { importId, file, sheet, line, cells: cells.map((text, i) => ({ header: names[i] ?? '', text })) };
    }
    return null;
  }

  return { exchangesOf, sourceOf };
}
