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

/** Answered by what is stored as it stands, in milliseconds: in a thread of their own, so that nobody's page waits for somebody's matching. */
const LOOKS: ReadonlySet<QuestionName> = new Set<QuestionName>([
  'clusters',
  'cluster',
  'companies',
  'company',
  'balance',
  'coverage',
  'screenings',
  'storedContent',
  'checkEntry',
  'suggestions',
  'typicalFlows',
]);
type Lane = AnswerStart['lane'];
const laneOf = (name: QuestionName): Lane => (LOOKS.has(name) ? 'looks' : 'works');

/** `revision` tells how the data stands; an answer is never taken from an older one. */
export function startAnswers(database: string, revision: () => number): AnswerThread {
  let last = 0;
  type Waiting = { readonly lane: Lane; readonly resolve: (value: unknown) => void; readonly reject: (error: Error) => void };
  const waiting = new Map<number, Waiting>();
  const kept = new Map<string, Promise<unknown>>();
  const threads = new Map<Lane, Worker>();

  function started(lane: Lane): Worker {
    const running = threads.get(lane);
    if (running !== undefined) return running;
    const worker = new Worker(join(import.meta.dirname, '..', 'worker.ts'), {
      workerData: { kind: 'answers', database, lane } satisfies AnswerStart,
    });
    worker.on('message', (told: Answer) => {
      const asked = waiting.get(told.id);
      waiting.delete(told.id);
      if (told.ok) asked?.resolve(told.value);
      else asked?.reject(errorFromData(told));
    });
    const lost = (error: unknown): void => {
      if (threads.get(lane) !== worker) return;
      threads.delete(lane);
      for (const [id, one] of waiting) {
        if (one.lane !== lane) continue;
        waiting.delete(id);
        one.reject(error instanceof Error ? error : new Error(String(error)));
      }
    };
    worker.on('error', lost);
    worker.on('exit', () => lost(new Error('the answering thread ended')));
    threads.set(lane, worker);
    return worker;
  }

  function ask(name: QuestionName, args: readonly unknown[]): Promise<unknown> {
    const key = JSON.stringify([name, args, revision()]);
    const before = kept.get(key);
    if (before !== undefined) return before;
    const answer = new Promise<unknown>((resolve, reject) => {
      last += 1;
      const lane = laneOf(name);
      waiting.set(last, { lane, resolve, reject });
      started(lane).postMessage({ id: last, name, args } satisfies Question);
    });
    if (FLEETING.has(name)) return answer;
    kept.set(key, answer);
    answer.catch(() => kept.delete(key));
    const oldest = kept.keys().next();
    if (kept.size > KEPT && !oldest.done) kept.delete(oldest.value);
    return answer;
  }

  started('looks');
  started('works');
  return {
    // Each name gets its function; the type of `Answers` says the same by name.
    answers: Object.fromEntries(NAMES.map((name) => [name, (...args: readonly unknown[]) => ask(name, args)])) as unknown as Answers,
    async close() {
      const running = [...threads.values()];
      threads.clear();
      await Promise.all(running.map((worker) => worker.terminate()));
    },
  };
}
