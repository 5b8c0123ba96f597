// The threads' one entry: what a thread does is told by what it is started with, and it loads no more than that.
import { parentPort, workerData } from 'node:worker_threads';
import type { AnswerStart } from './tasks/answerThread.ts';
import type { ReaderStart } from './tasks/import/protocol.ts';
import type { CheckStart } from './tasks/running/checkThread.ts';
import type { WriterStart } from './tasks/writer/protocol.ts';

// Only our own code starts this file, with one of these.
const start = workerData as WriterStart | ReaderStart | AnswerStart | CheckStart;
if (parentPort === null) throw new Error('worker.ts runs as a thread only');
switch (start.kind) {
  case 'writer': {
    const { runWriter } = await import('./tasks/writer/writerThread.ts');
    runWriter(start, parentPort);
    break;
  }
  case 'reader': {
    const { runReader } = await import('./tasks/import/readerThread.ts');
    void runReader(start, parentPort);
    break;
  }
  case 'answers': {
    const { runAnswers } = await import('./tasks/answerThread.ts');
    runAnswers(start, parentPort);
    break;
  }
  case 'check': {
    const { runCheck } = await import('./tasks/running/checkThread.ts');
    void runCheck(start, parentPort);
    break;
  }
}
