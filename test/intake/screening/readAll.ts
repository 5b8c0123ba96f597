// A whole file read at once, for tests.
import type { ExchangeRow, Message, ScreeningRow } from '../../../server/domain/screening.ts';
import { textOf } from '../../../server/intake/messages.ts';
import { readScreeningFile } from '../../../server/intake/screening/readScreeningFile.ts';
import type { FileReport, RecordLeftOut, ScreeningOptions } from '../../../server/intake/screening/readScreeningFile.ts';
import type { ByteSource } from '../../../server/intake/table/types.ts';
import { knowledge } from './knowledge.ts';

export type Everything = {
  readonly report: FileReport;
  readonly rows: readonly ScreeningRow[];
  readonly exchanges: readonly ExchangeRow[];
  readonly rejected: readonly RecordLeftOut[];
  readonly skipped: readonly RecordLeftOut[];
  /** All, those of the report among them. */
  readonly messages: readonly Message[];
  /** Each as `line severity code: text`. */
  readonly texts: readonly string[];
};

export const sourceOf = (bytes: Uint8Array, name = 'test.csv'): ByteSource => ({
  name,
  size: bytes.length,
  chunks: async function* () {
    yield bytes;
  },
});

export async function readAll(source: ByteSource, options: ScreeningOptions = {}): Promise<Everything> {
  const rows: ScreeningRow[] = [];
  const exchanges: ExchangeRow[] = [];
  const rejected: RecordLeftOut[] = [];
  const skipped: RecordLeftOut[] = [];
  const messages: Message[] = [];
  const reading = readScreeningFile(source, options, knowledge);
  let step = await reading.next();
  while (!step.done) {
    rows.push(...step.value.rows);
    exchanges.push(...step.value.exchanges);
    rejected.push(...step.value.rejected);
    skipped.push(...step.value.skipped);
    messages.push(...step.value.messages);
    step = await reading.next();
  }
  messages.push(...step.value.messages);
  const texts = messages.map((message) => `${message.line ?? '-'} ${message.severity} ${message.code}: ${textOf(message, 'en')}`);
  return { report: step.value, rows, exchanges, rejected, skipped, messages, texts };
}

export const readText = (text: string, options: ScreeningOptions = {}): Promise<Everything> =>
  readAll(sourceOf(new TextEncoder().encode(text)), options);
