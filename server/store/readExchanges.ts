// Flows that run between two companies today. Only the two companies and facilitators see one.
import type { Database } from 'better-sqlite3';
import type { Exchange } from '../domain/exchange.ts';
import { reach } from '../domain/policy.ts';
import type { Viewer } from '../domain/viewer.ts';
import { Texts } from './dictionary.ts';
import { flowIdOf } from './flowRow.ts';
import { createScopeReader } from './liveScopes.ts';
import type { CompanyRow, Standings } from './standings.ts';

type ExchangeRowStored = {
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
export type ExchangeReader = (viewer: Viewer, question: ExchangeQuestion) => Exchange[];

export function createExchangeReader(db: Database, standings: Standings): ExchangeReader {
  const texts = new Texts(db);
  const scopes = createScopeReader(db);
  const rowsIn = db.prepare<[number], ExchangeRowStored>(
    `SELECT x.key, x.stated_id, x.taker_id, x.words_id, x.fact, x.line, t.import_id AS importId, t.file, t.sheet FROM extents e
     CROSS JOIN exchange_rows x ON x.id BETWEEN e.first_row AND e.last_row JOIN import_tables t ON t.id = x.table_id WHERE e.scope_id = ? ORDER BY x.id`,
  );
  const givers = db.prepare<[number], CompanyRow>(
    `SELECT DISTINCT c.id, c.public_id AS publicId FROM exchange_rows x JOIN scopes s ON s.id = x.scope_id JOIN companies c ON c.id = s.company_id
     WHERE x.taker_id = ? ORDER BY c.public_id`,
  );

  function* from(giver: CompanyRow): Generator<{ exchange: Exchange; taker: CompanyRow }> {
    const seen = new Set<number>();
    for (const scope of scopes(giver.id, 'exchange'))
      for (const row of rowsIn.all(scope.id)) {
        if (seen.has(row.key)) continue;
        seen.add(row.key);
        const taker = standings.companyById(row.taker_id);
        const { stated, unit, annual } = JSON.parse(row.fact) as Pick<Exchange, 'stated' | 'unit' | 'annual'>;
        const exchange: Exchange = {
          id: `x${flowIdOf(giver.publicId, row.key)}`,
          statedId: row.stated_id,
          from: giver.publicId,
          to: taker.publicId,
          words: texts.of(row.words_id),
          stated,
          unit,
          annual,
          source: { importId: row.importId, file: row.file, sheet: row.sheet, line: row.line },
        };
        yield { exchange, taker };
      }
  }

  return (viewer, question) => {
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
        found.push(sees(giver) ? exchange : { ...exchange, source: null });
      }
    return found;
  };
}
