// What can be asked and done of a store: one function per question, asked by a viewer.
import type { Company } from '../domain/company.ts';
import type { Exchange } from '../domain/exchange.ts';
import type { ResourceGuess } from '../domain/flow.ts';
import type { MatchRun } from '../domain/match.ts';
import type { Message, Screening } from '../domain/screening.ts';
import type { Standing } from '../domain/policy.ts';
import type { SharingLevel } from '../domain/sharing.ts';
import type { Viewer } from '../domain/viewer.ts';
import type { AccountReader, AccountWriter } from './accounts.ts';
import type { Problem } from './check.ts';
import type { Comparison } from './comparison.ts';
import type { TotalsReader, TotalsWriter } from './dailyTotals.ts';
import type { ScenarioReader, ScenarioWriter } from './scenarios.ts';
import type { Entries } from './entries.ts';
import type { CompanyForgetter } from './forgetCompany.ts';
import type { ImportMeta, ImportRecord, Undone } from './imports.ts';
import type { LeadReader, LeadWriter } from './leads.ts';
import type { SeenMatches } from './matches.ts';
import type { PackedRows, StagedRow } from './packRows.ts';
import type { Plan } from './plan.ts';
import type { ExchangeQuestion } from './readExchanges.ts';
import type { FlowQuestion, FlowReader, SeenFlow, SeenSource } from './readFlows.ts';
import type { Version } from './readHistory.ts';
import type { RefusedRecord } from './readRefused.ts';
import type { ScreeningQuestion } from './readScreenings.ts';
import type { Registers } from './registers.ts';
import type { Read, Seen } from './reads.ts';
import type { DecideScreening } from './screeningEdits.ts';
import type { RefusedRow, StagedExchange } from './staging.ts';
import type { Sizes } from './sizes.ts';

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
