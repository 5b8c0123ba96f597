// Matches a cluster in a thread of its own and hands back the answer.
import type { MessagePort } from 'node:worker_threads';
import type { Language } from '../contract/errors.ts';
import type { MatchAnswer } from '../contract/matchAnswer.ts';
import type { Viewer } from '../domain/viewer.ts';
import { matchCluster } from './matchCluster.ts';
import { openForReading } from './open.ts';
import { errorAsData } from './writer/writerThread.ts';

export type MatcherStart = { readonly kind: 'matcher' };
export type MatcherRequest = {
  readonly id: number;
  readonly database: string;
  readonly viewer: Viewer;
  readonly cluster: string;
  readonly language: Language;
};
export type MatcherAnswer =
  | { readonly id: number; readonly ok: true; readonly answer: MatchAnswer }
  | {
      readonly id: number;
      readonly ok: false;
      readonly code: string;
      readonly values: Readonly<Record<string, string | number>>;
      readonly message: string;
    };

/** Lives as long as its port, so that the knowledge is built once. */
export function runMatcher(_start: MatcherStart, control: MessagePort): void {
  control.on('message', ({ id, database, viewer, cluster, language }: MatcherRequest) => {
    let answer: MatcherAnswer;
    try {
      const store = openForReading(database);
      try {
        answer = { id, ok: true, answer: matchCluster(store, viewer, cluster, { internal: false, language, statedIds: false }) };
      } finally {
        store.close();
      }
    } catch (error) {
      answer = { id, ok: false, ...errorAsData(error) };
    }
    control.postMessage(answer);
  });
}
