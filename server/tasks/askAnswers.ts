// The answering thread as the server sees it: ask, and await; an answer is kept while the data stands as it is.
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Answer, AnswerStart, Question, QUESTIONS, QuestionName } from './answerThread.ts';
import { errorFromData } from './writer/callWriter.ts';

type Rest<Work> = Work extends (store: never, ...args: infer Args) => infer Result ? (...args: Args) => Promise<Awaited<Result>> : never;
export type Answers = { readonly [Name in QuestionName]: Rest<(typeof QUESTIONS)[Name]> };
export type AnswerThread = { readonly answers: Answers; readonly close: () => Promise<void> };

/** Answers kept: a few pages in two languages. */
const KEPT = 16;
const NAMES: readonly QuestionName[] = [
  'clusters',
  'cluster',
  'companies',
  'services',
  'company',
  'matches',
  'pairsSeen',
  'heat',
  'balance',
  'coverage',
  'heatBound',
  'meetingStart',
  'meetingFrame',
  'meetingExact',
  'leavingShown',
  'fairShareShown',
  'totalsNow',
  'screenings',
  'storedContent',
  'checkEntry',
  'suggestions',
  'typicalFlows',
];
/** Asked at every pause of somebody who types, each time another: not kept, so that the pages' answers are. */
const FLEETING: ReadonlySet<QuestionName> = new Set<QuestionName>([
  'storedContent',
  'checkEntry',
  'suggestions',
  'typicalFlows',
  'meetingFrame',
  'meetingExact',
  'leavingShown',
  'fairShareShown',
]);

/** `revision` tells how the data stands; an answer is never taken from an older one. */
export function startAnswers(database: string, revision: () => number): AnswerThread {
  let last = 0;
  const waiting = new Map<number, { readonly resolve: (value: unknown) => void; readonly reject: (error: Error) => void }>();
  const kept = new Map<string, Promise<unknown>>();
  let thread: Worker | null = null;

  function started(): Worker {
    if (thread !== null) return thread;
    const worker = new Worker(join(import.meta.dirname, '..', 'worker.ts'), {
      workerData: { kind: 'answers', database } satisfies AnswerStart,
    });
    worker.on('message', (told: Answer) => {
      const asked = waiting.get(told.id);
      waiting.delete(told.id);
      if (told.ok) asked?.resolve(told.value);
      else asked?.reject(errorFromData(told));
    });
    const lost = (error: unknown): void => {
      if (thread !== worker) return;
      thread = null;
      for (const { reject } of waiting.values()) reject(error instanceof Error ? error : new Error(String(error)));
      waiting.clear();
    };
    worker.on('error', lost);
    worker.on('exit', () => lost(new Error('the answering thread ended')));
    thread = worker;
    return worker;
  }

  function ask(name: QuestionName, args: readonly unknown[]): Promise<unknown> {
    const key = JSON.stringify([name, args, revision()]);
    const before = kept.get(key);
    if (before !== undefined) return before;
    const answer = new Promise<unknown>((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      started().postMessage({ id: last, name, args } satisfies Question);
    });
    if (FLEETING.has(name)) return answer;
    kept.set(key, answer);
    answer.catch(() => kept.delete(key));
    const oldest = kept.keys().next();
    if (kept.size > KEPT && !oldest.done) kept.delete(oldest.value);
    return answer;
  }

  started();
  return {
    // Each name gets its function; the type of `Answers` says the same by name.
    answers: Object.fromEntries(NAMES.map((name) => [name, (...args: readonly unknown[]) => ask(name, args)])) as unknown as Answers,
    async close() {
      const worker = thread;
      thread = null;
      await worker?.terminate();
    },
  };
}
