// A file of any kind to tables: what it is, how it is written, where its header stands.
import { loadCsvParse } from './csvParser.ts';
import { encodingNamed, encodingOfHead } from './encoding.ts';
import { fileKind } from './fileKind.ts';
import { messageOf } from './messageLog.ts';
import { readCsv } from './readCsv.ts';
import type { ByteSource, FileReading, KnownColumn, TableOptions } from './types.ts';

const HEAD_BYTES = 65_536;

async function readHead(source: ByteSource): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of source.chunks()) {
    parts.push(chunk.slice(0, HEAD_BYTES - length));
    length += chunk.length;
    if (length >= HEAD_BYTES) break;
  }
  const head = new Uint8Array(Math.min(length, HEAD_BYTES));
  let at = 0;
  for (const part of parts) {
    head.set(part, at);
    at += part.length;
  }
  return head;
}

/**
 * Opens a file: decides encoding, delimiter, quote and header on its first records and hands on its tables, or says why not (`refuse`) or what a
 * person must decide (`ask`). What is odd about single records is told by each table's `messages()` once its records were read. Never throws for
 * what is in the file; what `source.chunks` throws passes through.
 */
export async function openFile(source: ByteSource, options: TableOptions, known: KnownColumn): Promise<FileReading> {
  const head = await readHead(source);
  if (head.length === 0) return { outcome: 'refuse', messages: [messageOf('table.empty', 'error')] };
  const named = options.encoding === undefined ? null : encodingNamed(options.encoding);
  const marked = encodingOfHead(head);
  const utf16 = (named ?? marked)?.startsWith('utf-16') === true || marked === 'utf-32';
  const kind = fileKind(head, utf16);
  if (kind.kind === 'refused') return { outcome: 'refuse', messages: [kind.message] };
  if (kind.kind === 'zip') {
    const { readWorkbook } = await import('./workbook.ts');
    return readWorkbook(source, options, known);
  }
  return readCsv(source, options, known, head);
}

/** Loads the parsers now rather than with the first file: a page that must work with the network gone calls it when it opens. */
export async function prepareToRead(): Promise<void> {
  await Promise.all([loadCsvParse(), import('./workbook.ts')]);
}
