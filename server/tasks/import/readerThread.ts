// Reads files in a thread of its own, so that the server goes on answering; tells how far it is and what it found.
import type { MessagePort } from 'node:worker_threads';
import { writerBehind } from '../writer/callWriter.ts';
import { errorAsData } from '../writer/writerThread.ts';
import type { Destination, ReaderControl, ReaderEvent, ReaderStart } from './protocol.ts';
import { takeIn } from './takeIn.ts';

const destinationOf = ({ cluster, viewer, at, source, whole, gives }: NonNullable<ReaderStart['into']>): Destination => ({
  cluster,
  viewer,
  at,
  ...(source === undefined ? {} : { source }),
  ...(whole === undefined ? {} : { whole }),
  ...(gives === undefined ? {} : { gives }),
});

/** ms between two words on how far the reading is. */
const OFTEN = 150;

export async function runReader(start: ReaderStart, control: MessagePort): Promise<void> {
  const abort = new AbortController();
  control.on('message', (told: ReaderControl) => {
    if (told.cancel) abort.abort();
  });
  const tell = (event: ReaderEvent): void => control.postMessage(event);
  let last = 0;
  try {
    const taken = await takeIn({
      files: start.files,
      choices: start.choices,
      keep: start.keep,
      into: start.into === null ? null : { ...destinationOf(start.into), writer: writerBehind(start.into.port) },
      beside: start.beside,
      progress: (rows, bytes) => {
        const now = performance.now();
        if (now - last < OFTEN) return;
        last = now;
        tell({ event: 'progress', rows, bytes });
      },
      first: (file) => tell({ event: 'first', file }),
      signal: abort.signal,
    });
    tell({ event: 'done', taken });
  } catch (error) {
    tell({ event: 'failed', ...errorAsData(error) });
  } finally {
    start.into?.port.close();
    control.close();
  }
}
