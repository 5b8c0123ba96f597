// The log: one line of JSON an event on standard error, for whatever collects it. Nothing of what is stored stands in it.
import { pino } from 'pino';
import type { Journal } from '../api/journal.ts';

/** `write` takes whole lines. */
export function createLog(write: (line: string) => void): Journal & { readonly failed: (number: string, error: unknown) => void } {
  const log = pino(
    { base: null, timestamp: pino.stdTimeFunctions.isoTime, formatters: { level: (label) => ({ level: label }) } },
    { write },
  );
  return {
    event: (line) => (line['ok'] === false ? log.warn(line, 'event') : log.info(line, 'event')),
    request: (line) => log.info(line, 'request'),
    failed: (number, error) =>
      log.error({ number, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }, 'failed'),
  };
}
