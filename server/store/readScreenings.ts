// Which screenings are there, for this viewer: what the committed imports say of them, and what a person decided since.
import type { Database } from 'better-sqlite3';
import { maySeeScreenings } from '../domain/policy.ts';
import type { Screening, ScreeningSaid, ScreeningState } from '../domain/screening.ts';
import { screeningKey } from '../domain/screeningIdentity.ts';
import type { Viewer } from '../domain/viewer.ts';
import { Texts } from './dictionary.ts';
import { flowIdOf, partsOf } from './flowRow.ts';
import { createScopeReader } from './liveScopes.ts';
import { stateOf } from './stageScreenings.ts';
import type { CompanyRow, Standings } from './standings.ts';

/** Every screening of a cluster, of a company, or the one of this id. */
export type ScreeningQuestion = { readonly cluster: string } | { readonly company: string } | { readonly id: string };

export type ScreeningReader = {
  /** By company, site and period. */
  readonly screeningsOf: (viewer: Viewer, question: ScreeningQuestion) => Screening[];
  /** The company's screenings by key, whoever asks; `stated`: what the imports say, without what a person decided. */
  readonly byKey: (company: CompanyRow) => ReadonlyMap<number, Known>;
};

export type Known = { readonly screening: Screening; readonly stated: ScreeningSaid };

type Fact = { site: number; date: string | null; by: string | null; state: number | null };
type Edit = { key: number; field: keyof ScreeningSaid; value: string | null };
type Held = { -readonly [Field in keyof ScreeningSaid]: ScreeningSaid[Field] } & {
  readonly site: string | null;
  readonly period: string | null;
  readonly imported: Screening['imported'];
};

export function createScreeningReader(db: Database, standings: Standings): ScreeningReader {
  const texts = new Texts(db);
  const scopes = createScopeReader(db);
  const facts = db.prepare<[number], Fact>(
    'SELECT site_id AS site, date, screened_by AS "by", state FROM screening_facts WHERE scope_id = ? ORDER BY site_id',
  );
  const importOf = db.prepare<[number], { at: string; who: string }>(
    'SELECT coalesce(finished_at, started_at) AS at, who FROM imports WHERE id = ?',
  );
  const edits = db.prepare<[number], Edit>(
    'SELECT key, field, value FROM screening_edits WHERE company_id = ? AND retired_by IS NULL ORDER BY id',
  );

  function importedBy(importId: number): Screening['imported'] {
    const found = importOf.get(importId);
    if (found === undefined) throw new RangeError(`no import ${importId}`);
    return { importId, at: found.at, who: JSON.parse(found.who) as Viewer };
  }

  function byKey(company: CompanyRow): Map<number, Known> {
    const held = new Map<number, Held>();
    const imports = new Map<number, Screening['imported']>();
    // The latest commit first: what it leaves out, an earlier one may say.
    for (const scope of scopes(company.id, 'flow')) {
      const period = scope.period === null ? null : texts.of(scope.period);
      for (const { site, date, by, state } of facts.all(scope.id)) {
        const name = site === 0 ? null : texts.of(site);
        const key = screeningKey(name, period);
        const before = held.get(key);
        if (before === undefined) {
          const imported = imports.get(scope.importId) ?? importedBy(scope.importId);
          imports.set(scope.importId, imported);
          held.set(key, { site: name, period, date, by, state: stateOf(state), imported });
        } else {
          before.date ??= date;
          before.by ??= by;
          before.state ??= stateOf(state);
        }
      }
    }
    const decided = new Map<number, Map<keyof ScreeningSaid, string>>();
    for (const { key, field, value } of held.size === 0 ? [] : edits.all(company.id)) {
      const fields = decided.get(key) ?? new Map<keyof ScreeningSaid, string>();
      decided.set(key, fields);
      if (value === null) fields.delete(field);
      else fields.set(field, value);
    }
    const found = [...held].map(([key, { site, period, imported, ...stated }]): readonly [number, Known] => {
      const fields = decided.get(key);
      return [
        key,
        {
          stated,
          screening: {
            id: flowIdOf(company.publicId, key),
            company: company.publicId,
            site,
            period,
            date: fields?.get('date') ?? stated.date,
            by: fields?.get('by') ?? stated.by,
            // Only states are written: the contract checks them on their way in.
            state: (fields?.get('state') as ScreeningState | undefined) ?? stated.state ?? 'draft',
            imported,
            decided: fields === undefined ? [] : [...fields.keys()].sort(),
          },
        },
      ];
    });
    return new Map(found.sort(([, a], [, b]) => (sortText(a.screening) < sortText(b.screening) ? -1 : 1)));
  }

  function companiesOf(question: ScreeningQuestion): CompanyRow[] {
    if ('cluster' in question) return standings.members(question.cluster);
    const company = standings.company('company' in question ? question.company : (partsOf(question.id)?.company ?? ''));
    return company === undefined ? [] : [company];
  }

  return {
    byKey,
    screeningsOf: (viewer, question) => {
      const standingOf = standings.of(viewer);
      return companiesOf(question)
        .filter((company) => maySeeScreenings(viewer, standingOf(company)))
        .flatMap((company) => [...byKey(company).values()].map(({ screening }) => screening))
        .filter((screening) => !('id' in question) || screening.id === question.id);
    },
  };
}

const sortText = ({ site, period, id }: Screening): string => `${site ?? ''}\u0000${period ?? ''}\u0000${id}`;
