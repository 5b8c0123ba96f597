// The writer as the other threads see it: ask, and await the answer.
import { MessageChannel, Worker } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import { join } from 'node:path';
import { AppError, ERROR_CODES } from '../../domain/errors.ts';
import type { ErrorCode } from '../../domain/errors.ts';
import { WRITES } from './protocol.ts';
import type { WriteAnswer, Writer, WriterControl, WriterEvent, WriterStart } from './protocol.ts';

/** An error that crossed a thread, as it was. */
export function errorFromData(data: {
  readonly code: string;
  readonly values: Readonly<Record<string, string | number>>;
  readonly message: string;
}): Error {
  const code = ERROR_CODES.find((one): one is ErrorCode => one === data.code);
  return code === undefined || code === 'internal' ? new Error(data.message) : new AppError(code, data.values);
}

/** Large number arrays go over without a copy. */
function buffersOf(args: readonly unknown[]): ArrayBuffer[] {
  return args.flatMap((one) => {
    if (typeof one !== 'object' || one === null || !('numbers' in one) || !(one.numbers instanceof Float64Array)) return [];
    return one.numbers.buffer instanceof ArrayBuffer ? [one.numbers.buffer] : [];
  });
}

/** A writer behind a port that a writer's thread serves. Close the port when done. */
export function writerBehind(port: MessagePort): Writer {
  const waiting = new Map<number, { readonly resolve: (value: unknown) => void; readonly reject: (error: Error) => void }>();
  let last = 0;
  const answered = (answer: WriteAnswer): void => {
    const asked = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (answer.ok) asked?.resolve(answer.value);
    else asked?.reject(errorFromData(answer));
  };
  port.on('message', answered);
  port.on('close', () => {
    for (const { reject } of waiting.values()) reject(new AppError('store.busy', { file: '' }));
    waiting.clear();
  });
  const ask =
    (name: (typeof WRITES)[number]) =>
    (...args: readonly unknown[]): Promise<unknown> =>
      new Promise((resolve, reject) => {
        last += 1;
        waiting.set(last, { resolve, reject });
        port.postMessage({ id: last, name, args }, buffersOf(args));
      });
  // Each name of WRITES gets its function; the type of `Writer` says the same by name.
  return Object.fromEntries(WRITES.map((name) => [name, ask(name)])) as unknown as Writer;
}

export type WriterHandle = {
  readonly writer: Writer;
  /** A further port to the same writer, for another thread. */
  readonly connect: () => MessagePort;
  /** Waits for what was asked, then closes the database. */
  readonly close: () => Promise<void>;
};

/** What it writes it was sent, and keeps little of it: small memory for short-lived values, as in the reading thread. */
const MEMORY = { maxYoungGenerationSizeMb: 12, maxOldGenerationSizeMb: 1_500 };

/** Starts the writer's thread on a database. Throws what opening throws. */
export async function startWriter(database: string, create: boolean): Promise<WriterHandle> {
  const worker = new Worker(join(import.meta.dirname, '..', '..', 'worker.ts'), {
    workerData: { kind: 'writer', database, create } satisfies WriterStart,
    resourceLimits: MEMORY,
  });
  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    worker.once('error', reject);
    worker.once('message', (told: WriterEvent) => (told.event === 'open' ? resolve() : reject(errorFromData(told))));
  });
  const connect = (): MessagePort => {
    const { port1, port2 } = new MessageChannel();
    worker.postMessage({ connect: port1 } satisfies WriterControl, [port1]);
    return port2;
  };
  const own = connect();
  return {
    writer: writerBehind(own),
    connect,
    close: async () => {
      own.close();
      worker.postMessage({ close: true } satisfies WriterControl);
      await ended;
    },
  };
}
