// Which flows are there, for this viewer.
import type { Database } from 'better-sqlite3';
import type { Flow, ResourceGuess, Source } from '../domain/flow.ts';
import { FIELD_SHARING, maySee, maySeeCells, maySeeFlow } from '../domain/policy.ts';
import type { Standing } from '../domain/policy.ts';
import type { SharingLevel } from '../domain/sharing.ts';
import type { Viewer } from '../domain/viewer.ts';
import { Texts } from './dictionary.ts';
import { sharingOf } from './codes.ts';
import { FLOW_COLUMNS, flowIdOf, partsOf, toFlow } from './flowRow.ts';
import type { FlowRow } from './flowRow.ts';
import { createScopeReader } from './liveScopes.ts';
import type { More } from './packRows.ts';
import { createStandings } from './standings.ts';
import type { CompanyRow } from './standings.ts';

/** A flow as a viewer sees it: fields it may not see are null and named in `hidden`. `statedId` is the file's own id of the flow. */
export type SeenFlow = Flow & { readonly statedId: string | null; readonly hidden: readonly (keyof Flow)[] };

/** Every flow of a cluster or a company, or the flows with these ids. `periods: 'latest'`: of a company and site only the latest period, as text order tells. */
export type FlowQuestion =
  | { readonly cluster: string; readonly periods?: 'all' | 'latest' }
  | { readonly company: string; readonly periods?: 'all' | 'latest' }
  | { readonly ids: readonly string[] };

/** A flow's record as it was read. */
export type SeenSource = Source & { readonly cells: readonly { readonly header: string; readonly text: string }[] };

/** What a record said that a flow does not show: as its file has it, whatever a person decided since. */
export type AsStated = {
  readonly resource: string | null;
  /** Null: the file says nothing. */
  readonly sharing: SharingLevel | null;
  /** A person decided on it since. */
  readonly sharingDecided: boolean;
  readonly others: Readonly<Record<string, string>>;
  readonly headers: readonly string[];
  readonly cells: readonly string[];
};

export type FlowReader = {
  /** Tells of each flow of the cluster whose original cells the viewer sees. */
  readonly asStated: (viewer: Viewer, cluster: string, told: (flowId: string, stated: AsStated) => void) => void;
  readonly flowsOf: (viewer: Viewer, question: FlowQuestion) => SeenFlow[];
  readonly sourceOf: (viewer: Viewer, flowId: string) => SeenSource | null;
  /** How many flows of each company of the cluster the viewer sees, by company id; companies without any are left out. */
  readonly flowCounts: (viewer: Viewer, cluster: string) => Map<string, number>;
  readonly liveKeys: (company: number) => ReadonlyMap<number, string | null>;
};

type Edited = { readonly resources?: readonly ResourceGuess[]; readonly sharing?: SharingLevel };

export function createFlowReader(db: Database): FlowReader {
  const texts = new Texts(db);
  const scopes = createScopeReader(db);
  const standings = createStandings(db);
  const rowsIn = db.prepare<[number], FlowRow>(
    `SELECT ${FLOW_COLUMNS} FROM extents e CROSS JOIN flow_rows f ON f.id BETWEEN e.first_row AND e.last_row WHERE e.scope_id = ? ORDER BY f.id`,
  );
  const keysIn = db
    .prepare<[number], number>(
      'SELECT f.key FROM extents e CROSS JOIN flow_rows f ON f.id BETWEEN e.first_row AND e.last_row WHERE e.scope_id = ?',
    )
    .pluck();
  const rowsOf = db.prepare<[number], number>('SELECT sum(last_row - first_row + 1) FROM extents WHERE scope_id = ?').pluck();
  const table = db.prepare<[number], { importId: number; file: string; sheet: string | null; headers: string }>(
    'SELECT import_id AS importId, file, sheet, headers FROM import_tables WHERE id = ?',
  );
  const cellsOf = db.prepare<[number], string>('SELECT cells FROM flow_rows WHERE id = ?').pluck();
  const guessesOf = db.prepare<[number], string | null>('SELECT guesses FROM guesses WHERE words_id = ?').pluck();
  const edits = db.prepare<[number], { key: number; field: string; value: string }>(
    'SELECT key, field, value FROM edits WHERE company_id = ? AND retired_by IS NULL ORDER BY id',
  );

  const tableOf = (id: number): { importId: number; file: string; sheet: string | null; headers: string } => {
    const found = table.get(id);
    if (found === undefined) throw new RangeError(`no table ${id}`);
    return found;
  };

  function editsOf(company: number): Map<number, Edited> | null {
    const found = edits.all(company);
    if (found.length === 0) return null;
    const byKey = new Map<number, Edited>();
    for (const { key, field, value } of found) byKey.set(key, { ...byKey.get(key), [field]: JSON.parse(value) });
    return byKey;
  }

  /** The company's live rows, each flow once: where two sources state it the later commit holds. */
  function* liveRows(company: number): Generator<{ row: FlowRow; period: string | null }> {
    const live = scopes(company, 'flow');
    const seen = live.length > 1 ? new Set<number>() : null;
    for (const scope of live) {
      const period = scope.period === null ? null : texts.of(scope.period);
      for (const row of rowsIn.all(scope.id)) {
        if (seen?.has(row.key)) continue;
        seen?.add(row.key);
        yield { row, period };
      }
    }
  }

  /** What is the same for the flows of many companies is looked up once a question. */
  function lookUps() {
    const tables = rememberById(tableOf);
    return {
      text: (id: number): string => texts.of(id),
      source: (id: number, line: number): Source => {
        const { importId, file, sheet } = tables(id);
        return { importId, file, sheet, line };
      },
      guesses: rememberById((words): readonly ResourceGuess[] => {
        const found = guessesOf.get(words);
        return found === undefined || found === null ? [] : (JSON.parse(found) as ResourceGuess[]);
      }),
    };
  }

  function flowsOfCompany(
    viewer: Viewer,
    company: CompanyRow,
    standing: Standing,
    around: ReturnType<typeof lookUps>,
    only: ReadonlySet<number> | null,
  ): SeenFlow[] {
    const edited = editsOf(company.id);
    const hiddenIn = hiddenFields(viewer, standing);
    const flows: SeenFlow[] = [];
    for (const { row, period } of liveRows(company.id)) {
      if (only !== null && !only.has(row.key)) continue;
      const flow = toFlow(row, { ...around, company: company.publicId, period, edited: edited?.get(row.key) ?? {} });
      const hidden = hiddenIn(flow.sharing);
      if (hidden !== null) flows.push(hide(flow, hidden));
    }
    return flows;
  }

  function companiesOf(question: FlowQuestion): Map<CompanyRow, Set<number> | null> {
    if ('cluster' in question) return new Map(standings.members(question.cluster).map((company) => [company, null]));
    if ('company' in question) {
      const company = standings.company(question.company);
      return new Map(company === undefined ? [] : [[company, null]]);
    }
    const byCompany = new Map<string, Set<number>>();
    for (const id of question.ids) {
      const parts = partsOf(id);
      if (parts !== null) byCompany.set(parts.company, (byCompany.get(parts.company) ?? new Set()).add(parts.key));
    }
    const found = new Map<CompanyRow, Set<number> | null>();
    for (const [publicId, keys] of byCompany) {
      const company = standings.company(publicId);
      if (company !== undefined) found.set(company, keys);
    }
    return found;
  }

  function flowsOf(viewer: Viewer, question: FlowQuestion): SeenFlow[] {
    const standingOf = standings.of(viewer);
    const around = lookUps();
    const flows: SeenFlow[] = [];
    for (const [company, keys] of companiesOf(question)) {
      const theirs = flowsOfCompany(viewer, company, standingOf(company), around, keys);
      for (const flow of 'ids' in question || question.periods !== 'latest' ? theirs : latestPeriod(theirs)) flows.push(flow);
    }
    return flows;
  }

  function sourceOf(viewer: Viewer, flowId: string): SeenSource | null {
    const parts = partsOf(flowId);
    const company = parts === null ? undefined : standings.company(parts.company);
    if (parts === null || company === undefined || !maySeeCells(viewer, standings.of(viewer)(company))) return null;
    for (const { row } of liveRows(company.id)) {
      if (row.key !== parts.key) continue;
      const { importId, file, sheet, headers } = tableOf(row.table_id);
      const names = JSON.parse(headers) as string[];
      const cells = JSON.parse(cellsOf.get(row.id) ?? '[]') as string[];
      return { importId, file, sheet, line: row.line, cells: cells.map((text, i) => ({ header: names[i] ?? '', text })) };
    }
    return null;
  }

  function asStated(viewer: Viewer, cluster: string, told: (flowId: string, stated: AsStated) => void): void {
    const standingOf = standings.of(viewer);
    const headersOf = rememberById((id) => JSON.parse(tableOf(id).headers) as readonly string[]);
    for (const company of standings.members(cluster)) {
      if (!maySeeCells(viewer, standingOf(company))) continue;
      const edited = editsOf(company.id);
      for (const { row } of liveRows(company.id)) {
        const more = row.more === null ? {} : (JSON.parse(row.more) as More);
        told(flowIdOf(company.publicId, row.key), {
          resource: more.resource ?? null,
          sharing: row.sharing === null ? null : sharingOf(row.sharing),
          sharingDecided: edited?.get(row.key)?.sharing !== undefined,
          others: more.others ?? {},
          headers: headersOf(row.table_id),
          cells: JSON.parse(cellsOf.get(row.id) ?? '[]') as string[],
        });
      }
    }
  }

  function liveKeys(company: number): Map<number, string | null> {
    const keys = new Map<number, string | null>();
    for (const scope of scopes(company, 'flow'))
      for (const key of keysIn.all(scope.id)) keys.set(key, scope.period === null ? null : texts.of(scope.period));
    return keys;
  }

  function flowCounts(viewer: Viewer, cluster: string): Map<string, number> {
    const standingOf = standings.of(viewer);
    const counts = new Map<string, number>();
    for (const company of standings.members(cluster)) {
      const standing = standingOf(company);
      // Whoever sees every flow needs none of them read, unless two sources may state the same.
      const live = maySeeCells(viewer, standing) ? scopes(company.id, 'flow') : null;
      const apart = live !== null && new Set(live.map(({ period }) => period)).size === live.length;
      const count = apart
        ? live.reduce((sum, scope) => sum + (rowsOf.get(scope.id) ?? 0), 0)
        : flowsOfCompany(viewer, company, standing, lookUps(), null).length;
      if (count > 0) counts.set(company.publicId, count);
    }
    return counts;
  }

  return { flowsOf, sourceOf, asStated, liveKeys, flowCounts };
}

/**
 * The fields hidden in a flow shared so, or null when it is not there at all for the viewer. Fields are named also where they are empty: whether there
 * is a price is part of the secret.
 */
function hiddenFields(viewer: Viewer, standing: Standing): (sharing: SharingLevel) => readonly (keyof Flow)[] | null {
  const known = new Map<SharingLevel, readonly (keyof Flow)[] | null>();
  return (sharing) => {
    const found = known.get(sharing);
    if (found !== undefined) return found;
    const facts = { ...standing, sharing };
    const hidden = maySeeFlow(viewer, facts) ? HIDEABLE.filter((field) => !maySee(viewer, facts, field)) : null;
    known.set(sharing, hidden);
    return hidden;
  };
}

const hide = (flow: Flow & { readonly statedId: string | null }, hidden: readonly (keyof Flow)[]): SeenFlow =>
  hidden.length === 0 ? { ...flow, hidden } : { ...flow, ...Object.fromEntries(hidden.map((field) => [field, null])), hidden };
const HIDEABLE = (Object.keys(FIELD_SHARING) as (keyof Flow)[]).toSorted();

/** Of each site of one company only the flows of its latest period, and those without any. */
function latestPeriod(flows: readonly SeenFlow[]): SeenFlow[] {
  const latest = new Map<string, string>();
  for (const { site, period } of flows) {
    if (period === null) continue;
    const before = latest.get(site ?? '');
    if (before === undefined || period > before) latest.set(site ?? '', period);
  }
  return flows.filter(({ site, period }) => period === null || period === latest.get(site ?? ''));
}

function rememberById<T>(find: (id: number) => T): (id: number) => T {
  const known = new Map<number, T>();
  return (id) => {
    const found = known.get(id);
    if (found !== undefined) return found;
    const fresh = find(id);
    known.set(id, fresh);
    return fresh;
  };
}
