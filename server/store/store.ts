// Opens a store and puts its parts together.
import { AppError } from '../domain/errors.ts';
import { createAccounts } from './accounts.ts';
import { backupTo } from './backup.ts';
import { checkStore } from './check.ts';
import { createComparison } from './comparison.ts';
import type { Changes, Comparison } from './comparison.ts';
import { createConsents } from './consents.ts';
import { createDailyTotals } from './dailyTotals.ts';
import { createScenarios } from './scenarios.ts';
import { createEdits } from './edits.ts';
import { createEntries } from './entries.ts';
import { createForgetter } from './forgetCompany.ts';
import { importLockOrBusy, takeImportLock } from './importLock.ts';
import type { ImportLock } from './importLock.ts';
import { createImportRights } from './importRights.ts';
import { createImports } from './imports.ts';
import type { ImportMeta, ImportRecord, Undone } from './imports.ts';
import { createLeads } from './leads.ts';
import { createMatches } from './matches.ts';
import { asAppError, openFile } from './openFile.ts';
import { packRows } from './packRows.ts';
import type { PackedRows, StagedRow } from './packRows.ts';
import type { Plan } from './plan.ts';
import { createCompanyReader } from './readCompanies.ts';
import { createExchangeReader, isExchangeId } from './readExchanges.ts';
import { createFlowReader } from './readFlows.ts';
import type { AsStated, FlowQuestion, SeenFlow, SeenSource } from './readFlows.ts';
import { createHistoryReader } from './readHistory.ts';
import { createRefusedReader } from './readRefused.ts';
import { createScreeningReader } from './readScreenings.ts';
import { createReads } from './reads.ts';
import { createRegisters } from './registers.ts';
import { createScreeningEdits } from './screeningEdits.ts';
import { Staging } from './staging.ts';
import type { RefusedRow, StagedExchange } from './staging.ts';
import { createSizes } from './sizes.ts';
import { createStandings } from './standings.ts';
import { forgetDiscardedNames, sweepOnce } from './sweep.ts';

import type { Store, StoreReader } from './storeApi.ts';

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

export type { Store, StoreReader };

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
