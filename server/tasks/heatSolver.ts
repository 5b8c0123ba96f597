// The heat network's solver in a thread of its own: whoever asks goes on answering others meanwhile.
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { SolveMilp } from '../heat/network/milp.ts';

export type SolverQuestion = { readonly id: number; readonly lpText: string };
export type SolverAnswer = { readonly id: number; readonly solved: Awaited<ReturnType<SolveMilp>> };

let thread: Worker | null = null;
let last = 0;
const waiting = new Map<number, (solved: SolverAnswer['solved']) => void>();

/** Started when first asked. A thread that is lost fails what it was asked, and the next question starts another. */
export const solveApart: SolveMilp = (lpText) =>
  new Promise((resolve) => {
    last += 1;
    waiting.set(last, resolve);
    started().postMessage({ id: last, lpText } satisfies SolverQuestion);
  });

function started(): Worker {
  if (thread !== null) return thread;
  const worker = new Worker(join(import.meta.dirname, 'heatSolverThread.ts'));
  // Nobody waits for the solver alone.
  worker.unref();
  worker.on('message', ({ id, solved }: SolverAnswer) => {
    waiting.get(id)?.(solved);
    waiting.delete(id);
  });
  const lost = (): void => {
    if (thread !== worker) return;
    thread = null;
    for (const resolve of waiting.values()) resolve({ status: 'failed', told: 'the solver ended' });
    waiting.clear();
  };
  worker.on('error', lost);
  worker.on('exit', lost);
  thread = worker;
  return worker;
}
