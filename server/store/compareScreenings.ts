// Whether files say something new of screenings whose flows are all as they were.
import type { Database } from 'better-sqlite3';
import type { ScreeningSaid } from '../domain/screening.ts';
import { screeningKey } from '../domain/screeningIdentity.ts';
import type { ScreeningReader } from './readScreenings.ts';
import { stateOf } from './stageScreenings.ts';

export type CompanySays = {
  readonly company: number;
  readonly site: string | null;
  readonly period: string | null;
  readonly said: ScreeningSaid;
};

/** How many screenings say what neither the imports before nor a person said of them. What a file leaves out it does not take back. */
export function newlySaid(screenings: ScreeningReader, says: Iterable<CompanySays>): number {
  const known = new Map<number, ReturnType<ScreeningReader['byKey']>>();
  return [...says].filter(({ company, site, period, said }) => {
    const byKey = known.get(company) ?? screenings.byKey({ id: company, publicId: '' });
    known.set(company, byKey);
    const before = byKey.get(screeningKey(site, period));
    const news = (field: keyof ScreeningSaid): boolean =>
      said[field] !== null && said[field] !== before?.screening[field] && said[field] !== before?.stated[field];
    return news('date') || news('by') || news('state');
  }).length;
}

type Row = {
  company: number;
  site: string | null;
  period: string | null;
  date: string | null;
  by: string | null;
  state: number | null;
};

/** What a staged import says of screenings, where it says anything. */
export const stagedSays = (db: Database, importId: number): CompanySays[] =>
  db
    .prepare<[number], Row>(
      `SELECT s.company_id AS company, t.text AS site, p.text AS period, f.date, f.screened_by AS "by", f.state
       FROM scopes s JOIN screening_facts f ON f.scope_id = s.id AND (f.date IS NOT NULL OR f.screened_by IS NOT NULL OR f.state IS NOT NULL)
       LEFT JOIN texts t ON t.id = f.site_id LEFT JOIN texts p ON p.id = s.period_id
       WHERE s.import_id = ? AND s.kind = 'flow'`,
    )
    .all(importId)
    .map(({ date, by, state, ...where }) => ({ ...where, said: { date, by, state: stateOf(state) } }));
