// Starts the thread that reads files, with as much memory as reading needs.
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { errorFromData } from '../writer/callWriter.ts';
import type { ReaderControl, ReaderEvent, ReaderStart, TakenIn } from './protocol.ts';

/**
 * Node gives each thread some 130 MB for short-lived values alone, and lets the others grow fourfold before it looks for what can go. A file of
 * any length reads in far less: a quarter of a million rows at 24 MB took 7 % more processor time than at 48, at 36 none; 96 gained nothing more. The
 * upper bound is for workbooks, which are unpacked whole.
 */
const MEMORY = { maxYoungGenerationSizeMb: 36, maxOldGenerationSizeMb: 1_500 };

/**
 * V8 makes objects of a kind that lived on once long-lived from the start. Met in the middle of a file this happened to its rows in two imports of
 * three: each then had to be found dead among the long-lived, for a sixth of the time and 30 MB more.
 */
const ROWS_STAY_YOUNG = '--no-allocation-site-pretenuring';

export function startReader(start: ReaderStart): Worker {
  setFlagsFromString(ROWS_STAY_YOUNG);
  return new Worker(join(import.meta.dirname, '..', '..', 'worker.ts'), {
    workerData: start,
    resourceLimits: MEMORY,
    ...(start.into === null ? {} : { transferList: [start.into.port] }),
  });
}

/** Reads to the end; rejects with what went wrong, `import.cancelled` when the signal told so. */
export function readInThread(start: ReaderStart, progress: (rows: number, bytes: number) => void, signal: AbortSignal): Promise<TakenIn> {
  const thread = startReader(start);
  const stop = (): void => thread.postMessage({ cancel: true } satisfies ReaderControl);
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();
  return new Promise<TakenIn>((resolve, reject) => {
    thread.on('message', (event: ReaderEvent) => {
      if (event.event === 'progress') progress(event.rows, event.bytes);
      else if (event.event === 'done') resolve(event.taken);
      else if (event.event === 'failed') reject(errorFromData(event));
    });
    thread.once('error', reject);
    thread.once('exit', () => reject(new Error('the reading thread ended early')));
  }).finally(() => signal.removeEventListener('abort', stop));
}
