// The threads' one entry: what a thread does is told by what it is started with.
import { parentPort, workerData } from 'node:worker_threads';
import { runReader } from './tasks/import/readerThread.ts';
import type { ReaderStart } from './tasks/import/protocol.ts';
import { runAnswers } from './tasks/answerThread.ts';
import type { AnswerStart } from './tasks/answerThread.ts';
import type { WriterStart } from './tasks/writer/protocol.ts';
import { runWriter } from './tasks/writer/writerThread.ts';

// Only our own code starts this file, with one of these.
const start = workerData as WriterStart | ReaderStart | AnswerStart;
if (parentPort === null) throw new Error('worker.ts runs as a thread only');
switch (start.kind) {
  case 'writer':
    runWriter(start, parentPort);
    break;
  case 'reader':
    void runReader(start, parentPort);
    break;
  case 'answers':
    runAnswers(start, parentPort);
    break;
}
