// A cluster's matches, worked out in a thread and kept while the data stands as it is.
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Language } from '../contract/errors.ts';
import type { MatchAnswer } from '../contract/matchAnswer.ts';
import type { Viewer } from '../domain/viewer.ts';
import type { MatcherAnswer, MatcherRequest, MatcherStart } from './matcherThread.ts';
import { errorFromData } from './writer/callWriter.ts';

export type MatchesInThread = {
  /** `revision`: of the data that the answer may be taken from again. */
  readonly of: (database: string, viewer: Viewer, cluster: string, language: Language, revision: number) => Promise<MatchAnswer>;
  readonly close: () => Promise<void>;
};

/** Answers kept: a few clusters in two languages. */
const KEPT = 8;

export function createMatchesInThread(): MatchesInThread {
  let thread: Worker | null = null;
  let last = 0;
  const waiting = new Map<number, { readonly resolve: (answer: MatchAnswer) => void; readonly reject: (error: Error) => void }>();
  const kept = new Map<string, Promise<MatchAnswer>>();

  const fail = (error: Error): void => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
    thread = null;
  };
  function started(): Worker {
    if (thread !== null) return thread;
    const worker = new Worker(join(import.meta.dirname, '..', 'worker.ts'), { workerData: { kind: 'matcher' } satisfies MatcherStart });
    worker.on('message', (told: MatcherAnswer) => {
      const asked = waiting.get(told.id);
      waiting.delete(told.id);
      if (told.ok) asked?.resolve(told.answer);
      else asked?.reject(errorFromData(told));
    });
    worker.on('error', (error) => fail(error instanceof Error ? error : new Error(String(error))));
    worker.unref();
    thread = worker;
    return worker;
  }
  return {
    of(database, viewer, cluster, language, revision) {
      const key = JSON.stringify([database, viewer, cluster, language, revision]);
      const before = kept.get(key);
      if (before !== undefined) return before;
      const answer = new Promise<MatchAnswer>((resolve, reject) => {
        last += 1;
        waiting.set(last, { resolve, reject });
        started().postMessage({ id: last, database, viewer, cluster, language } satisfies MatcherRequest);
      });
      kept.set(key, answer);
      answer.catch(() => kept.delete(key));
      const oldest = kept.keys().next();
      if (kept.size > KEPT && !oldest.done) kept.delete(oldest.value);
      return answer;
    },
    async close() {
      await thread?.terminate();
      thread = null;
    },
  };
}
