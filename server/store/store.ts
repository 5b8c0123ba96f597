// The store as the rest of the house knows it: one function per question, asked by a viewer.
import type { Company } from '../domain/company.ts';
import { AppError } from '../domain/errors.ts';
import type { Exchange } from '../domain/exchange.ts';
import type { ResourceGuess } from '../domain/flow.ts';
import type { MatchRun } from '../domain/match.ts';
import type { Message, Screening } from '../domain/screening.ts';
import type { Standing } from '../domain/policy.ts';
import type { SharingLevel } from '../domain/sharing.ts';
import type { Viewer } from '../domain/viewer.ts';
import { createAccounts } from './accounts.ts';
import type { AccountReader, AccountWriter } from './accounts.ts';
import { backupTo } from './backup.ts';
import { checkStore } from './check.ts';
import type { Problem } from './check.ts';
import { createComparison } from './comparison.ts';
import type { Changes, Comparison } from './comparison.ts';
import { createConsents } from './consents.ts';
import { createDailyTotals } from './dailyTotals.ts';
import type { TotalsReader, TotalsWriter } from './dailyTotals.ts';
import { createScenarios } from './scenarios.ts';
import type { ScenarioReader, ScenarioWriter } from './scenarios.ts';
import { createEdits } from './edits.ts';
import { createEntries } from './entries.ts';
import type { Entries } from './entries.ts';
import { createForgetter } from './forgetCompany.ts';
import type { CompanyForgetter } from './forgetCompany.ts';
import { importLockOrBusy, takeImportLock } from './importLock.ts';
import type { ImportLock } from './importLock.ts';
import { createImportRights } from './importRights.ts';
import { createImports } from './imports.ts';
import type { ImportMeta, ImportRecord, Undone } from './imports.ts';
import { createLeads } from './leads.ts';
import type { LeadReader, LeadWriter } from './leads.ts';
import { createMatches } from './matches.ts';
import type { SeenMatches } from './matches.ts';
import { asAppError, openFile } from './openFile.ts';
import { packRows } from './packRows.ts';
import type { PackedRows, StagedRow } from './packRows.ts';
import type { Plan } from './plan.ts';
import { createCompanyReader } from './readCompanies.ts';
import { createExchangeReader, isExchangeId } from './readExchanges.ts';
import type { ExchangeQuestion } from './readExchanges.ts';
import { createFlowReader } from './readFlows.ts';
import type { AsStated, FlowQuestion, FlowReader, SeenFlow, SeenSource } from './readFlows.ts';
import { createHistoryReader } from './readHistory.ts';
import type { Version } from './readHistory.ts';
import { createRefusedReader } from './readRefused.ts';
import type { RefusedRecord } from './readRefused.ts';
import { createScreeningReader } from './readScreenings.ts';
import type { ScreeningQuestion } from './readScreenings.ts';
import { createReads } from './reads.ts';
import { createRegisters } from './registers.ts';
import type { Registers } from './registers.ts';
import type { Read, Seen } from './reads.ts';
import { createScreeningEdits } from './screeningEdits.ts';
import type { DecideScreening } from './screeningEdits.ts';
import { Staging } from './staging.ts';
import type { RefusedRow, StagedExchange } from './staging.ts';
import { createSizes } from './sizes.ts';
import type { Sizes } from './sizes.ts';
import { createStandings } from './standings.ts';
import { forgetDiscardedNames, sweepOnce } from './sweep.ts';

export type {
  AsStated,
  Changes,
  Comparison,
  FlowQuestion,
  ImportMeta,
  ImportRecord,
  PackedRows,
  Plan,
  RefusedRow,
  SeenFlow,
  SeenSource,
  StagedExchange,
  StagedRow,
  Undone,
};

/** What can be asked of a store. Every function throws AppError `store.*` when the file fails; what a viewer may not see is not there. */
export interface StoreReader extends AccountReader, TotalsReader, ScenarioReader, Pick<Entries, 'draftOf' | 'drafts' | 'shapeOf'> {
  readonly file: string;
  /** Changes whenever anything visible changes. Not for showing. */
  revision(): number;
  clusters(viewer: Viewer): string[];
  clustersOf(viewer: Viewer, company: string): string[];
  companiesOf(viewer: Viewer, cluster: string): Company[];
  company(viewer: Viewer, id: string): Company | null;
  /** How the viewer stands to the company, for the policy to judge; null: no such company. */
  standing(viewer: Viewer, company: string): Standing | null;
  flowsOf(viewer: Viewer, question: FlowQuestion): SeenFlow[];
  /** How many flows of each company of the cluster the viewer sees, in all periods: far cheaper than reading them. Companies without any are left out. */
  flowCounts(viewer: Viewer, cluster: string): ReadonlyMap<string, number>;
  /** What the records of a cluster's flows said beside, told flow by flow: of those whose original cells the viewer sees. */
  asStated: FlowReader['asStated'];
  exchangesOf(viewer: Viewer, question: ExchangeQuestion): Exchange[];
  /** By company, site and period. */
  screeningsOf(viewer: Viewer, question: ScreeningQuestion): Screening[];
  /** The record a flow or an exchange was read from; null where there is none for this viewer. */
  sourceOf(viewer: Viewer, flowId: string): SeenSource | null;
  /** Newest first, without discarded ones. */
  listImports(viewer: Viewer): ImportRecord[];
  /** Throws `import.unknown`. */
  importOf(viewer: Viewer, id: number): ImportRecord;
  messagesOf(viewer: Viewer, importId: number): { readonly file: string; readonly message: Message }[];
  /** Rejected (and skipped) records with their reasons, in the file's order, also of an import that is staged. */
  refusedRows(viewer: Viewer, importId: number): Iterable<RefusedRecord>;
  /** Distinct words of live or staged flows that nobody classified yet, at most `limit`. */
  wordsWithoutGuesses(limit: number): string[];
  /** The last committed import of the same bytes and options in the cluster, if it still holds. */
  importOfBytes(viewer: Viewer, cluster: string, bytesHash: string): ImportRecord | null;
  /** What rows would change if they came as one import of this source (see `ImportMeta`). Writes nothing. Throws `import.notHere`. */
  compare(viewer: Viewer, into: { readonly cluster: string; readonly source: string; readonly whole?: boolean }): Comparison;
  /** Every import that spoke of the flow, oldest first; for its owner. */
  historyOf(viewer: Viewer, flowId: string): Version[];
  /** The cluster's last engine run as this viewer sees it; null where none was made. */
  matchesOf(viewer: Viewer, cluster: string): SeenMatches | null;
  /** Leads of a cluster or a company as the viewer sees them; `hide` makes the blind ones. */
  leadsOf: LeadReader['of'];
  leadOf: LeadReader['one'];
  leadPassages: LeadReader['passages'];
  leadsRealised: LeadReader['realised'];
  registersOf: Registers['of'];
  /** Who saw the company's flows, or this one flow, latest first; for the owner. */
  readsOf(viewer: Viewer, company: string, flow: string | null): Read[];
  sizes(): Sizes;
  /** Integrity, references and our own laws; empty when all is well. */
  check(): Problem[];
  /** Copies the file while it is in use. Rejects with `file.exists`. */
  backup(to: string): Promise<void>;
  close(): void;
}

/** The one writer. One import is staged at a time; while another process stages one, `beginImport` throws `store.busy`. */
export interface Store extends StoreReader, AccountWriter, TotalsWriter, CompanyForgetter, ScenarioWriter, Entries {
  /** Throws `import.notHere`. */
  beginImport(meta: ImportMeta): number;
  /** A CSV or a sheet whose rows follow; headers in the order of the rows' cells. */
  beginTable(
    importId: number,
    table: { readonly file: string; readonly sheet: string | null; readonly headers: readonly string[] },
  ): number;
  /** At best about 2,000 rows a call: one short transaction. Rows must be no repeats (`createRowIdentifier` tells). */
  stageRows(importId: number, table: number, rows: readonly StagedRow[]): void;
  /** The same, for rows that another thread packed by `packRows`. */
  stagePacked(importId: number, table: number, rows: PackedRows): void;
  stageExchanges(importId: number, table: number, rows: readonly StagedExchange[]): void;
  stageRejected(importId: number, table: number, rows: readonly RefusedRow[]): void;
  stageSkipped(importId: number, table: number, rows: readonly RefusedRow[]): void;
  stageMessages(importId: number, file: string, messages: readonly Message[]): void;
  /** What the commit would change; ends the staging. `listed`: at most so many ids of a kind. Throws `import.notYours`, as the commit does. */
  planImport(importId: number, listed?: number): Plan;
  /** Makes the whole import visible in one short transaction. */
  commitImport(importId: number, at: string): Plan;
  /** Leaves nothing: invisible at once, cleared away by `sweep`. */
  discardImport(importId: number, at: string): void;
  undoImport(importId: number, viewer: Viewer, at: string, evenEdited?: boolean): Undone;
  /** Clears a little of what discarded imports left; true while there is more. Call between other work. */
  sweep(): boolean;
  /** What words may mean, for every flow with these words that nobody decided on. */
  storeGuesses(guesses: readonly { readonly words: string; readonly resources: readonly ResourceGuess[] }[]): void;
  /** A person's decision on what flows: replaces the guesses, also after a re-import; null takes it back. Throws `flow.unknown`. */
  decideResource(viewer: Viewer, flowId: string, resources: readonly ResourceGuess[] | null, at: string): void;
  /** A person's decision on who sees the flow; null takes it back. Throws `flow.unknown`. */
  decideSharing(viewer: Viewer, flowId: string, sharing: SharingLevel | null, at: string): void;
  /** A person's word on a screening: holds also after a re-import; null takes a field back, one left out stays. Throws `screening.unknown`. */
  decideScreening: DecideScreening;
  /** One company's yes (or no more) to another; partners are two that both said it. Throws `company.unknown`. */
  consent(viewer: Viewer, from: string, to: string, yes: boolean, at: string): void;
  /** Replaces the cluster's last run. `revision` is the one the run read at. Throws `cluster.unknown`. */
  storeMatches(cluster: string, run: MatchRun, at: string, revision: number): void;
  recordReads(viewer: Viewer, seen: readonly Seen[], at: string): void;
  /** Throw `lead.*`, `flow.unknown` or `cluster.unknown`. */
  createLead: LeadWriter['create'];
  moveLead: LeadWriter['move'];
  planLead: LeadWriter['plan'];
  noteLead: LeadWriter['note'];
  realiseLead: LeadWriter['realise'];
  answerLead: LeadWriter['answer'];
  addRegister: Registers['add'];
  changeRegister: Registers['change'];
}

export type OpenStore = { readonly mode: 'read' | 'write'; readonly create?: boolean };

export function openStore(file: string, options: { readonly mode: 'read' }): StoreReader;
export function openStore(file: string, options: { readonly mode: 'write'; readonly create?: boolean }): Store;
/** Opens a database file. Throws AppError `store.missing | foreign | newer | corrupt | noPermission | busy`. */
export function openStore(file: string, options: OpenStore): Store {
  const db = openFile(file, options);
  /** What SQLite throws becomes our error, at this border and nowhere else. */
  const guarded = <Args extends unknown[], Answer>(work: (...args: Args) => Answer): ((...args: Args) => Answer) => {
    return (...args) => {
      try {
        return work(...args);
      } catch (error) {
        throw asAppError(error, file);
      }
    };
  };
  const standings = createStandings(db);
  const flows = createFlowReader(db);
  const companies = createCompanyReader(db, standings, flows);
  const exchanges = createExchangeReader(db, standings);
  const screenings = createScreeningReader(db, standings);
  const imports = createImports(db, standings, screenings);
  const rights = createImportRights(db, standings);
  const refused = createRefusedReader(db);
  const edits = createEdits(db, standings, flows);
  const history = createHistoryReader(db, standings);
  const matches = createMatches(db, standings, flows);
  const leads = createLeads(db, standings, flows);
  const registers = createRegisters(db, standings);
  const reads = createReads(db, standings);
  const consents = createConsents(db, standings);
  const revision = db.prepare<[], string>("SELECT value FROM settings WHERE name = 'revision'").pluck();
  const currentRevision = (): number => Number(revision.get() ?? 0);

  let staging: {
    readonly rows: Staging;
    readonly lock: ImportLock;
    readonly meta: ImportMeta;
    plan: { readonly at: number; readonly listed: number; readonly plan: Plan } | null;
  } | null = null;
  const staged = (importId: number): Staging => {
    if (staging?.rows.importId !== importId) throw new AppError('import.state', { id: importId, state: imports.find(importId).state });
    return staging.rows;
  };
  /** Worked out again only when something else became visible or invisible since. */
  const plan = (importId: number, listed: number): Plan => {
    staged(importId).seal();
    if (staging !== null) rights.mustBeYours(staging.meta.viewer, importId);
    const at = currentRevision();
    if (staging?.plan && staging.plan.at === at && staging.plan.listed >= listed) return staging.plan.plan;
    const planned = imports.plan(importId, listed);
    if (staging) staging.plan = { at, listed, plan: planned };
    return planned;
  };
  const endStaging = (): void => {
    staging?.lock.release();
    staging = null;
  };

  if (options.mode === 'write')
    try {
      discardLeftovers();
    } catch (error) {
      db.close();
      throw asAppError(error, file);
    }
  /** Imports whose process died: no lock is held, so nobody is writing them. */
  function discardLeftovers(): void {
    const lock = takeImportLock(file, 0);
    if (lock === null) return;
    db.prepare("UPDATE imports SET state = 'discarded' WHERE state = 'staged'").run();
    lock.release();
  }

  const store: Store = {
    file,
    revision: currentRevision,
    clusters: companies.clusters,
    clustersOf: companies.clustersOf,
    companiesOf: companies.companiesOf,
    company: companies.company,
    standing: (viewer, id) => {
      const row = standings.company(id);
      return row === undefined ? null : standings.of(viewer)(row);
    },
    flowsOf: flows.flowsOf,
    flowCounts: flows.flowCounts,
    asStated: flows.asStated,
    exchangesOf: exchanges.exchangesOf,
    screeningsOf: screenings.screeningsOf,
    sourceOf: (viewer, id) => (isExchangeId(id) ? exchanges.sourceOf(viewer, id) : flows.sourceOf(viewer, id)),
    listImports: imports.list,
    importOf: imports.seen,
    messagesOf: (viewer, id) => imports.messages(imports.seen(viewer, id).id),
    refusedRows: (viewer, id) => refused(imports.seen(viewer, id).id),
    wordsWithoutGuesses: edits.wordsWithoutGuesses,
    importOfBytes: (viewer, cluster, bytesHash) =>
      imports.list(viewer).find((one) => one.state === 'committed' && one.cluster === cluster && one.bytesHash === bytesHash) ?? null,
    compare: (viewer, { cluster, source, whole = false }) => {
      rights.mustBeOpen(viewer, cluster);
      const notYours = (companies: Iterable<{ id: number; name: string }>): string[] => rights.notYours(viewer, companies);
      const { add, addExchanges, changes } = createComparison(db, screenings, cluster, source, whole, notYours);
      return { add: guarded(add), addExchanges: guarded(addExchanges), changes: guarded(changes) };
    },
    historyOf: history,
    matchesOf: (viewer, cluster) => matches.of(viewer, cluster, currentRevision()),
    leadsOf: leads.of,
    leadOf: leads.one,
    leadPassages: leads.passages,
    leadsRealised: leads.realised,
    registersOf: registers.of,
    readsOf: reads.of,
    backup: (to) => backupTo(db, to),
    sizes: createSizes(db),
    check: () => checkStore(db),
    close: () => {
      endStaging();
      db.close();
    },

    beginImport: (meta) => {
      if (staging !== null) throw new AppError('store.busy', { file });
      rights.mustBeOpen(meta.viewer, meta.cluster);
      const lock = importLockOrBusy(file, 2_000);
      try {
        forgetDiscardedNames(db);
        const { id, firstFlow, firstExchange } = imports.begin(meta);
        staging = { rows: new Staging(db, id, firstFlow, firstExchange), lock, meta, plan: null };
        return id;
      } catch (error) {
        lock.release();
        throw error;
      }
    },
    beginTable: (importId, table) => {
      staged(importId);
      const insert = db.prepare('INSERT INTO import_tables (import_id, file, sheet, headers) VALUES (?, ?, ?, ?)');
      return Number(insert.run(importId, table.file, table.sheet, JSON.stringify(table.headers)).lastInsertRowid);
    },
    stageRows: (importId, table, rows) => staged(importId).stage(table, packRows(rows)),
    stagePacked: (importId, table, rows) => staged(importId).stage(table, rows),
    stageExchanges: (importId, table, rows) => staged(importId).stageExchanges(table, rows),
    stageRejected: (importId, table, rows) => staged(importId).stageRefused(table, 'rejected', rows),
    stageSkipped: (importId, table, rows) => staged(importId).stageRefused(table, 'skipped', rows),
    stageMessages: (importId, messageFile, messages) => {
      staged(importId);
      const insert = db.prepare('INSERT INTO import_messages (import_id, file, message) VALUES (?, ?, ?)');
      db.transaction(() => {
        for (const message of messages) insert.run(importId, messageFile, JSON.stringify(message));
      }).immediate();
    },
    planImport: (importId, listed = 1_000) => plan(importId, listed),
    commitImport: (importId, at) => {
      const planned = plan(importId, 0);
      const meta = staging?.meta;
      const brought = meta?.gives === undefined ? [] : rights.mustBeYours(meta.viewer, importId);
      imports.commit(
        importId,
        at,
        staged(importId).counts,
        planned,
        meta?.gives === undefined ? null : { ...meta.gives, companies: brought },
      );
      endStaging();
      return planned;
    },
    discardImport: (importId, at) => {
      staged(importId);
      imports.discard(importId, at);
      endStaging();
    },
    undoImport: (importId, viewer, at, evenEdited = false) => imports.undo(importId, viewer, at, evenEdited),
    sweep: () => sweepOnce(db),
    storeGuesses: edits.storeGuesses,
    decideResource: edits.decideResource,
    decideSharing: edits.decideSharing,
    decideScreening: createScreeningEdits(db, standings, screenings),
    consent: consents.say,
    storeMatches: matches.store,
    recordReads: reads.record,
    createLead: leads.create,
    moveLead: leads.move,
    planLead: leads.plan,
    noteLead: leads.note,
    realiseLead: leads.realise,
    answerLead: leads.answer,
    addRegister: registers.add,
    changeRegister: registers.change,
    ...createAccounts(db),
    ...createDailyTotals(db),
    ...createForgetter(db, file, standings),
    ...createScenarios(db, standings),
    ...createEntries(db),
  };
  for (const [name, work] of Object.entries(store)) if (typeof work === 'function') Object.assign(store, { [name]: guarded(work) });
  return store;
}
