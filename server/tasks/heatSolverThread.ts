// A thread that solves what it is sent, one after another.
import { parentPort } from 'node:worker_threads';
import type { SolverAnswer, SolverQuestion } from './heatSolver.ts';
import { solveWithHighs } from './solveWithHighs.ts';

const port = parentPort;
if (port === null) throw new Error('heatSolverThread.ts runs as a thread only');
port.on('message', ({ id, lpText }: SolverQuestion) => {
  void solveWithHighs(lpText)
    .catch((error: unknown) => ({ status: 'failed', told: String(error) }) as const)
    .then((solved) => port.postMessage({ id, solved } satisfies SolverAnswer));
});
