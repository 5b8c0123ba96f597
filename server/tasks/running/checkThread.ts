// Reads a database through in a thread of its own: a large one takes seconds, and the server goes on answering.
import { join } from 'node:path';
import type { MessagePort } from 'node:worker_threads';
import { Worker } from 'node:worker_threads';
import { checkDatabase } from '../backup.ts';
import { restoreTo } from '../backup.ts';
import { errorFromData } from '../writer/callWriter.ts';
import { errorAsData } from '../writer/writerThread.ts';

/** `to`: the database becomes a new one there, checked before and after; null: it is only checked. */
export type CheckStart = { readonly kind: 'check'; readonly database: string; readonly to: string | null };
type Told = { readonly problems: readonly string[] } | { readonly failed: ReturnType<typeof errorAsData> };

export async function runCheck({ database, to }: CheckStart, control: MessagePort): Promise<void> {
  let told: Told;
  try {
    if (to !== null) await restoreTo(database, to);
    told = { problems: to === null ? checkDatabase(database) : [] };
  } catch (error) {
    told = { failed: errorAsData(error) };
  }
  control.postMessage(told);
  control.close();
}

function apart(start: CheckStart): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(join(import.meta.dirname, '..', '..', 'worker.ts'), { workerData: start });
    worker.once('message', (told: Told) => ('failed' in told ? reject(errorFromData(told.failed)) : resolve(told.problems)));
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the checking thread ended')));
  });
}

/** One sentence a problem; empty when all is well. */
export const checkApart = (database: string): Promise<readonly string[]> => apart({ kind: 'check', database, to: null });
/** Only into a new file; checked before and after. */
export const restoreApart = async (database: string, to: string): Promise<void> => void (await apart({ kind: 'check', database, to }));
