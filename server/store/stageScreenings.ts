// Writes what an import says of its screenings as its rows are staged, with the same rules for rows of one batch and of many.
import type { Database } from 'better-sqlite3';
import { SCREENING_STATES } from '../domain/screening.ts';
import type { ScreeningSaid, ScreeningState } from '../domain/screening.ts';

/** Screenings known by heart; beyond them all are forgotten and written again, which changes nothing: memory stays flat. */
const REMEMBERED = 20_000;
/** Two ids as one number: more texts than this no file holds. */
const PAIRED = 2 ** 26;

export const stateCode = (state: ScreeningState | null): number | null => (state === null ? null : SCREENING_STATES.indexOf(state));
export const stateOf = (code: number | null): ScreeningState | null => (code === null ? null : (SCREENING_STATES[code] ?? null));

/** `site`: id of its text, 0 where none is named. Within a transaction. */
export type StageScreening = (scope: number, site: number, said: ScreeningSaid) => void;

export function createScreeningStaging(db: Database): StageScreening {
  // As `saidTogether` has it: the later day and who is named with it, the least far state.
  const put = db.prepare<[number, number, string | null, string | null, number | null]>(
    `INSERT INTO screening_facts (scope_id, site_id, date, screened_by, state) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET
     screened_by = CASE WHEN excluded.date > coalesce(date, '') THEN coalesce(excluded.screened_by, screened_by)
       ELSE coalesce(screened_by, excluded.screened_by) END,
     date = CASE WHEN excluded.date > coalesce(date, '') THEN excluded.date ELSE date END,
     state = CASE WHEN state IS NULL OR excluded.state < state THEN coalesce(excluded.state, state) ELSE state END`,
  );
  const written = new Map<number, string>();
  return (scope, site, { date, by, state }) => {
    const key = scope * PAIRED + site;
    const text = `${date ?? ''}|${state ?? ''}|${by ?? ''}`;
    const before = written.get(key);
    if (before === text || (before !== undefined && text === '||')) return;
    if (written.size >= REMEMBERED) written.clear();
    written.set(key, text);
    put.run(scope, site, date, by, stateCode(state));
  };
}
