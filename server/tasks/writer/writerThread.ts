// The one writer: owns the only handle that writes, and does what it is asked in the order it was asked.
import type { MessagePort } from 'node:worker_threads';
import { AppError } from '../../domain/errors.ts';
import { openForWriting } from '../open.ts';
import type { Store } from '../open.ts';
import type { WriteAnswer, WriteRequest, WriterControl, WriterEvent, WriterStart } from './protocol.ts';

export const errorAsData = (error: unknown) =>
  error instanceof AppError
    ? { code: error.code, values: error.values, message: error.message }
    : { code: 'internal', values: {}, message: error instanceof Error ? (error.stack ?? error.message) : String(error) };

/** Runs until told to close. `control` is the port of whoever started the thread. */
export function runWriter(start: WriterStart, control: MessagePort): void {
  let store: Store;
  try {
    store = openForWriting(start.database, start.create);
  } catch (error) {
    control.postMessage({ event: 'failed', ...errorAsData(error) } satisfies WriterEvent);
    control.close();
    return;
  }
  let ports = 0;
  let closing = false;
  let open = true;
  const close = (): void => {
    if (!open) return;
    open = false;
    store.close();
    control.close();
  };
  // What discarded imports left is cleared away while nobody waits.
  const sweep = (): void => {
    if (open && store.sweep()) setTimeout(sweep, 5);
  };

  const serve = (port: MessagePort): void => {
    ports += 1;
    port.on('message', ({ id, name, args }: WriteRequest) => {
      let answer: WriteAnswer;
      try {
        // The names and arguments are those of `Writer`, whose types are the store's own.
        const work = store[name] as (...args: readonly unknown[]) => unknown;
        answer = { id, ok: true, value: work(...args) };
        if (name === 'discardImport' || name === 'undoImport') setTimeout(sweep, 5);
      } catch (error) {
        answer = { id, ok: false, ...errorAsData(error) };
      }
      port.postMessage(answer);
    });
    port.on('close', () => {
      ports -= 1;
      if (closing && ports === 0) close();
    });
  };

  control.on('message', (told: WriterControl) => {
    if ('connect' in told) return serve(told.connect);
    closing = true;
    if (ports === 0) close();
  });
  control.postMessage({ event: 'open' } satisfies WriterEvent);
  setTimeout(sweep, 50);
}
