// Answers questions about what is stored in a thread of its own: reading, classifying and matching never hold up the server.
import type { MessagePort } from 'node:worker_threads';
import type { Language } from '../contract/errors.ts';
import type { Viewer } from '../domain/viewer.ts';
import type { EntryContent } from '../domain/entry.ts';
import { balancePage, coverageShown } from './balancePage.ts';
import { checkEntry } from './entries/checkEntry.ts';
import { suggestions } from './entries/meanings.ts';
import type { WordsAsked } from './entries/meanings.ts';
import { storedContent } from './entries/storedRows.ts';
import { typicalShown } from './entries/typicalFlows.ts';
import { heatBound } from './heatBound.ts';
import { heatPage } from './heatPage.ts';
import type { HeatGroundAsk, HeatPageAsk } from './heatPage.ts';
import { knowledge } from './knowledge.ts';
import { matchCluster, matchKnowledge } from './matchCluster.ts';
import { inFullSight } from './inFullSight.ts';
import { openForReading } from './open.ts';
import type { StoreReader } from './open.ts';
import { servicesShown } from './registers/services.ts';
import { clusterShown, clustersShown, companiesShown, companyPage } from './readClusters.ts';
import { fairShareShown, leavingShown, meetingExact, meetingFrame, meetingStart } from './scenarios/meeting.ts';
import { totalsNow } from './totals/totals.ts';
import { screeningsShown } from './screenings.ts';
import { errorAsData } from './writer/writerThread.ts';

/** Every question, with the viewer who asks; plain data in, plain data out. */
export const QUESTIONS = {
  clusters: (store: StoreReader, viewer: Viewer) => clustersShown(store, viewer),
  cluster: (store: StoreReader, viewer: Viewer, cluster: string, language: Language) => clusterShown(store, viewer, cluster, language),
  companies: (store: StoreReader, viewer: Viewer, cluster: string) => companiesShown(store, viewer, cluster),
  /** `_typed`: which services stand in the register, so that an answer made before another was typed is not taken for this one. */
  services: (store: StoreReader, viewer: Viewer, cluster: string, language: Language, _typed: string) =>
    servicesShown(store, viewer, cluster, language),
  company: (store: StoreReader, viewer: Viewer, company: string, language: Language) => companyPage(store, viewer, company, language),
  matches: (store: StoreReader, viewer: Viewer, cluster: string, language: Language) =>
    inFullSight(store, viewer, cluster, matchCluster(store, viewer, cluster, { internal: false, language, statedIds: false }).answer),
  /** Pairs of all flows the viewer sees, also of neighbours that are not partners: for figures of its own that name nobody. */
  pairsSeen: (store: StoreReader, viewer: Viewer, cluster: string, language: Language) =>
    matchCluster(store, viewer, cluster, { internal: false, language, statedIds: false }).answer,
  heat: (store: StoreReader, viewer: Viewer, cluster: string, ask: HeatPageAsk) => heatPage(store, viewer, cluster, ask),
  heatBound: (store: StoreReader, viewer: Viewer, cluster: string, ask: HeatGroundAsk) => heatBound(store, viewer, cluster, ask),
  meetingStart,
  meetingFrame,
  meetingExact,
  leavingShown,
  fairShareShown,
  totalsNow: (store: StoreReader, cluster: string) => totalsNow(store, cluster),
  screenings: (store: StoreReader, viewer: Viewer, cluster: string, company: string | null, today: string) =>
    screeningsShown(store, viewer, cluster, company, today),
  balance: (store: StoreReader, viewer: Viewer, company: string, language: Language) => balancePage(store, viewer, company, language),
  coverage: (store: StoreReader, viewer: Viewer, cluster: string) => coverageShown(store, viewer, cluster),
  storedContent: (store: StoreReader, viewer: Viewer, company: string, language: Language) =>
    storedContent(store, viewer, company, language),
  checkEntry: (_store: StoreReader, content: EntryContent, language: Language) => checkEntry(content, language),
  suggestions: (_store: StoreReader, asked: WordsAsked, language: Language) => suggestions(asked, language),
  typicalFlows: (_store: StoreReader, activity: string, nace: string, language: Language) => typicalShown(activity, nace, language),
} as const;
export type QuestionName = keyof typeof QUESTIONS;

/** `looks`: what is stored as it stands; `works`: whatever is worked out, which may take long. */
export type AnswerStart = { readonly kind: 'answers'; readonly database: string; readonly lane: 'looks' | 'works' };
export type Question = { readonly id: number; readonly name: QuestionName; readonly args: readonly unknown[] };
export type Answer =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | {
      readonly id: number;
      readonly ok: false;
      readonly code: string;
      readonly values: Readonly<Record<string, string | number>>;
      readonly message: string;
    };

/** Lives until its port closes; what it must know is built before the first question. */
export function runAnswers(start: AnswerStart, control: MessagePort): void {
  let store: StoreReader | null = null;
  const answerTo = async ({ id, name, args }: Question): Promise<void> => {
    let answer: Answer;
    try {
      store ??= openForReading(start.database);
      // The names and arguments are those of `Answers`, whose types are these functions' own.
      const ask = QUESTIONS[name] as (store: StoreReader, ...args: readonly unknown[]) => unknown;
      answer = { id, ok: true, value: await ask(store, ...args) };
    } catch (error) {
      answer = { id, ok: false, ...errorAsData(error) };
    }
    control.postMessage(answer);
  };
  control.on('message', (question: Question) => void answerTo(question));
  control.on('close', () => store?.close());
  knowledge();
  if (start.lane === 'works') matchKnowledge();
}
