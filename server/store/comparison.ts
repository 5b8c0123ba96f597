// What rows would change if they were imported, told without writing anything: the same rules as a staged import's plan.
import type { Database } from 'better-sqlite3';
import { saidTogether } from '../domain/screeningIdentity.ts';
import { nobodyBut, type StagedExchange } from './staging.ts';
import { compareScope, Holders, keyReader } from './compareScope.ts';
import type { Change } from './compareScope.ts';
import { flowIdOf } from './flowRow.ts';
import { newlySaid } from './compareScreenings.ts';
import type { CompanySays } from './compareScreenings.ts';
import { companyIn, readCompanyKeys } from './dictionary.ts';
import type { CompanyBook } from './dictionary.ts';
import { createScopeReader } from './liveScopes.ts';
import type { LiveScope, ScopeKind } from './liveScopes.ts';
import { AT, STRIDE } from './packRows.ts';
import type { CompanyStated, PackedRows } from './packRows.ts';
import type { ScreeningReader } from './readScreenings.ts';

/** Flows and exchanges by what would become of them, as in a plan. */
export type Changes = {
  readonly added: number;
  readonly changed: number;
  readonly withdrawn: number;
  readonly unchanged: number;
  /** Companies new to the cluster. */
  readonly joins: number;
  /** Screenings of which they say something new; counted where nothing else changes. */
  readonly screenings: number;
  /** The import that holds what is unchanged, or most of it. */
  readonly heldBy: number | null;
  /** Companies that the viewer may not speak of, as the file names them: then nothing else is told. */
  readonly notYours: readonly string[];
  /** The first flows of each kind of change, by key; `flow` is null where its company is new. */
  readonly listed: readonly { readonly what: Change; readonly key: number; readonly flow: string | null }[];
};

/** Of a kind of change, at most. */
const LISTED = 100;

/** Takes in the rows of a file as staging does. `changes` once, at the end: against what is live then. */
export type Comparison = {
  readonly add: (rows: PackedRows) => void;
  readonly addExchanges: (rows: readonly StagedExchange[]) => void;
  readonly changes: () => Changes;
};

export function createComparison(
  db: Database,
  screenings: ScreeningReader,
  cluster: string,
  sourceName: string,
  whole: boolean,
  /** Of companies, those that the viewer may not speak of. */
  notYours: (companies: Iterable<{ readonly id: number; readonly name: string }>) => string[],
): Comparison {
  const source = db
    .prepare<[string, string], number>('SELECT s.id FROM sources s JOIN clusters k ON k.id = s.cluster_id WHERE k.name = ? AND s.name = ?')
    .pluck()
    .get(cluster, sourceName);
  const textId = db.prepare<[string], number>('SELECT id FROM texts WHERE text = ?').pluck();
  const members = db
    .prepare<[string], number>(
      `SELECT DISTINCT f.company_id FROM clusters k JOIN sources s ON s.cluster_id = k.id JOIN imports i ON i.source_id = s.id AND i.state = 'committed'
       JOIN company_facts f ON f.import_id = i.id WHERE k.name = ?`,
    )
    .pluck();
  const liveScopes = createScopeReader(db);
  const book = bookOver(db);
  const companies = new Map<string, number>();
  const names = new Map<number, string>();
  const scopes = new Map<string, Scope>();
  const rows = new Rows();
  /** What is said of screenings of companies that are known, by company, site and period. */
  const says = new Map<string, CompanySays>();
  let added = 0;
  const publicId = db.prepare<[number], string>('SELECT public_id FROM companies WHERE id = ?').pluck();
  const listed: { what: Change; key: number; flow: string | null }[] = [];
  const count = { added: 0, changed: 0, withdrawn: 0 };
  const list = (what: Change, key: number, scope: Scope): void => {
    if (scope.kind !== 'flow' || count[what] >= LISTED) return;
    count[what]++;
    const owner = publicId.get(scope.company);
    listed.push({ what, key, flow: owner === undefined ? null : flowIdOf(owner, key) });
  };

  const company = (stated: CompanyStated): number => {
    const known = companies.get(stated.key);
    if (known !== undefined) return known;
    const id = companyIn(book, stated);
    companies.set(stated.key, id);
    if (!names.has(id)) names.set(id, stated.name);
    return id;
  };
  const scopeOf = (companyId: number, period: string | null, kind: ScopeKind): Scope => {
    const name = `${kind}|${companyId}|${period ?? '\u0000'}`;
    let scope = scopes.get(name);
    if (scope === undefined) {
      const periodId = period === null ? null : (textId.get(period) ?? -1);
      const live = companyId < 0 ? [] : liveScopes(companyId, kind).filter((one) => one.period === periodId);
      scopes.set(name, (scope = { number: scopes.size, company: companyId, kind, live, rows: 0 }));
    }
    return scope;
  };
  /** Of a company or period that nothing is known of, every row is new: it need not be kept. */
  const row = (scope: Scope, key: number, content: number): void => {
    if (scope.live.length === 0) {
      added++;
      list('added', key, scope);
    } else {
      scope.rows++;
      rows.add(scope.number, key, content);
    }
  };

  return {
    add({ count, numbers, texts, companies: stated, scopes: packed, screenings: told }) {
      const ids = stated.map(company);
      const own: Scope[] = [];
      for (let i = 0; i < packed.length; i += 2) {
        const period = packed[i + 1] ?? -1;
        own.push(scopeOf(ids[packed[i] ?? 0] ?? 0, period < 0 ? null : (texts[period] ?? null), 'flow'));
      }
      for (let base = 0; base < count * STRIDE; base += STRIDE) {
        const scope = own[numbers[base + AT.scope] ?? 0];
        if (scope !== undefined) row(scope, numbers[base + AT.key] ?? 0, numbers[base + AT.content] ?? 0);
      }
      for (const { scope, site, said } of told) {
        const company = ids[packed[scope * 2] ?? 0] ?? 0;
        if (company < 0 || (said.date === null && said.by === null && said.state === null)) continue;
        const where = { company, site: texts[site] ?? null, period: texts[packed[scope * 2 + 1] ?? -1] ?? null };
        const name = JSON.stringify(where);
        const before = says.get(name);
        says.set(name, { ...where, said: before === undefined ? said : saidTogether(before.said, said) });
      }
    },
    addExchanges(exchanges) {
      for (const { row: said, key, content } of exchanges) {
        const giver = company(nobodyBut(said.from));
        company(nobodyBut(said.to));
        row(scopeOf(giver, said.period, 'exchange'), key, content);
      }
    },
    changes: () =>
      // One look at the file, whatever is committed meanwhile.
      db.transaction(() => {
        const refused = notYours([...names].map(([id, name]) => ({ id, name })));
        if (refused.length > 0)
          return { added: 0, changed: 0, withdrawn: 0, unchanged: 0, joins: 0, screenings: 0, heldBy: null, notYours: refused, listed: [] };
        const keys = keyReader(db);
        const counts = { added, changed: 0, withdrawn: 0, unchanged: 0 };
        const holders = new Holders();
        const byScope = rows.byScope();
        for (const scope of scopes.values()) {
          if (scope.live.length === 0) continue;
          const unchanged = compareScope(
            () => byScope(scope.rows),
            scope.live,
            whole ? null : (source ?? -1),
            (id) => keys(scope.kind, id, scope.rows),
            (what, key) => {
              counts[what]++;
              list(what, key, scope);
            },
          );
          counts.unchanged += unchanged;
          holders.add(scope.live[0]?.importId ?? null, unchanged);
        }
        const inCluster = new Set(members.all(cluster));
        const joins = [...new Set(companies.values())].filter((id) => !inCluster.has(id)).length;
        const changed = counts.added + counts.changed + counts.withdrawn + joins > 0;
        return {
          ...counts,
          joins,
          screenings: changed ? 0 : newlySaid(screenings, says.values()),
          heldBy: holders.most(),
          notYours: [],
          listed,
        };
      })(),
  };
}

type Scope = {
  readonly number: number;
  readonly company: number;
  readonly kind: ScopeKind;
  readonly live: readonly LiveScope[];
  rows: number;
};

/** The names of the database with those that the rows bring laid over them; companies that are new have numbers below zero. */
function bookOver(db: Database): CompanyBook {
  const stored = readCompanyKeys(db, true);
  const keys = new Map<string, number>();
  const numbered = new Set<number>();
  const beginnings = new Map<string, Set<number>>();
  let last = 0;
  return {
    find: (key) => keys.get(key) ?? stored.find(key),
    begins: (prefix) => [...stored.begins(prefix), ...(beginnings.get(prefix) ?? [])],
    hasNumber: (id) => numbered.has(id) || (id > 0 && stored.hasNumber(id)),
    add: (key, id) => {
      if (keys.has(key) || stored.find(key) !== undefined) return;
      keys.set(key, id);
      if (key.startsWith('org:')) numbered.add(id);
      for (let at = key.indexOf('|'); at !== -1; at = key.indexOf('|', at + 1)) {
        const beginning = key.slice(0, at + 1);
        const known = beginnings.get(beginning);
        if (known === undefined) beginnings.set(beginning, new Set([id]));
        else known.add(id);
      }
    },
    make: () => --last,
  };
}

/** Rows that may change something: 20 bytes each. */
class Rows {
  #scopes = new Int32Array(1024);
  #keys = new Float64Array(1024);
  #contents = new Float64Array(1024);
  #size = 0;

  add(scope: number, key: number, content: number): void {
    if (this.#size === this.#scopes.length) this.#grow();
    this.#scopes[this.#size] = scope;
    this.#keys[this.#size] = key;
    this.#contents[this.#size] = content;
    this.#size++;
  }

  /** The rows of one scope after the other, in the order of their numbers; each is told how many it has. */
  byScope(): (rows: number) => Iterable<[number, number]> {
    const order = Uint32Array.from({ length: this.#size }, (_, i) => i);
    order.sort((a, b) => (this.#scopes[a] ?? 0) - (this.#scopes[b] ?? 0) || a - b);
    const [keys, contents] = [this.#keys, this.#contents];
    let at = 0;
    return function* (rows) {
      for (const end = at + rows; at < end; at++) {
        const row = order[at] ?? 0;
        yield [keys[row] ?? 0, contents[row] ?? 0];
      }
    };
  }

  #grow(): void {
    const [scopes, keys, contents] = [this.#scopes, this.#keys, this.#contents];
    this.#scopes = new Int32Array(scopes.length * 2);
    this.#keys = new Float64Array(scopes.length * 2);
    this.#contents = new Float64Array(scopes.length * 2);
    this.#scopes.set(scopes);
    this.#keys.set(keys);
    this.#contents.set(contents);
  }
}
