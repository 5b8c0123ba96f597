// Bytes to blocks of whole lines, whatever the encoding, with flat memory and nothing replaced in silence.
import { decoderFor, type Encoding } from './encoding.ts';
import { BLOCK_CHARS, KEPT_OF_LONG, MAX_RECORD } from './limits.ts';
import { countLineEnds, endOfLastLine } from './lineEnds.ts';
import type { MessageLog } from './messageLog.ts';
import type { ByteSource } from './types.ts';

/** Whole lines (the file's last may lack its line end). `overlong`: one line that was longer than a record may be, of which only the start is kept. */
export type TextBlock = { readonly text: string; readonly line: number; readonly overlong: boolean };

const STRICT = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const WINDOWS = new TextDecoder('windows-1252');

const tryUtf8 = (bytes: Uint8Array): string | null => {
  try {
    return STRICT.decode(bytes);
  } catch {
    return null;
  }
};

/** Where the last line ends in bytes of an encoding that keeps ASCII; a last \r may be half a line end and is left. */
const endOfLastLineInBytes = (bytes: Uint8Array): number =>
  Math.max(bytes.lastIndexOf(10), bytes.length < 2 ? -1 : bytes.lastIndexOf(13, bytes.length - 2)) + 1;

/** A place not inside a UTF-8 letter, at or before the end. */
function endOfLastLetter(bytes: Uint8Array): number {
  let end = bytes.length;
  for (let back = 1; back <= 3 && back < bytes.length; back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte >= 0xc0) return bytes.length - back;
    if (byte < 0x80) break;
    end = bytes.length;
  }
  return end;
}

const joined = (a: Uint8Array, b: Uint8Array): Uint8Array => {
  if (a.length === 0) return b;
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
};

/** Lines that are not UTF-8 are read as windows-1252, one by one, and said. `line` is the line on which the bytes begin. */
function decodeLines(bytes: Uint8Array, line: number, log: MessageLog): string {
  const whole = tryUtf8(bytes);
  if (whole !== null) return whole;
  let text = '';
  let at = 0;
  let number = line;
  while (at < bytes.length) {
    let end = at;
    while (end < bytes.length && bytes[end] !== 10 && bytes[end] !== 13) end++;
    if (bytes[end] === 13 && bytes[end + 1] === 10) end++;
    end = Math.min(end + 1, bytes.length);
    const part = bytes.subarray(at, end);
    const asUtf8 = tryUtf8(part);
    if (asUtf8 === null) {
      const read = WINDOWS.decode(part);
      log.add('table.encoding.line', 'warning', { line: number, found: read.trim().slice(0, 80) });
      text += read;
    } else text += asUtf8;
    at = end;
    number++;
  }
  return text;
}

async function* decodeUtf8(source: ByteSource, log: MessageLog): AsyncGenerator<string, void, void> {
  let carry: Uint8Array = new Uint8Array(0);
  let line = 1;
  for await (const chunk of source.chunks()) {
    const bytes = joined(carry, chunk);
    let end = endOfLastLineInBytes(bytes);
    if (end === 0 && bytes.length > BLOCK_CHARS) end = endOfLastLetter(bytes);
    if (end > 0) {
      const text = decodeLines(bytes.subarray(0, end), line, log);
      line += countLineEnds(text);
      yield text;
    }
    // A copy: what is kept must not hold on to, or change with, the reader's buffer.
    carry = bytes.slice(end);
  }
  if (carry.length > 0) yield decodeLines(carry, line, log);
}

async function* decodeOther(source: ByteSource, encoding: Exclude<Encoding, 'utf-8' | 'utf-8-bom'>): AsyncGenerator<string, void, void> {
  const decoder = decoderFor(encoding);
  for await (const chunk of source.chunks()) yield decoder.push(chunk);
  yield decoder.end();
}

/** The text in blocks of whole lines. A byte order mark at the start of any line is dropped (files put one after another have such). */
export async function* readText(source: ByteSource, encoding: Encoding, log: MessageLog): AsyncGenerator<TextBlock, void, void> {
  const pieces = encoding === 'utf-8' || encoding === 'utf-8-bom' ? decodeUtf8(source, log) : decodeOther(source, encoding);
  let pending = '';
  let line = 1;
  let first = true;
  let skipping = false;
  for await (const piece of pieces) {
    let text = pending + piece;
    pending = '';
    if (skipping) {
      const end = /\r\n?|\n/.exec(text);
      if (end === null || (end[0] === '\r' && end.index === text.length - 1)) {
        pending = text.endsWith('\r') ? '\r' : '';
        continue;
      }
      text = text.slice(end.index + end[0].length);
      line++;
      skipping = false;
    }
    const end = text.length < BLOCK_CHARS && !first ? 0 : endOfLastLine(text);
    if (end === 0) {
      pending = text;
      if (text.length <= MAX_RECORD) continue;
      yield { text: text.slice(0, KEPT_OF_LONG), line, overlong: true };
      pending = text.endsWith('\r') ? '\r' : '';
      skipping = true;
      first = false;
      continue;
    }
    const whole = text.slice(0, end);
    pending = text.slice(end);
    yield { text: withoutMarks(whole, line, log), line, overlong: false };
    line += countLineEnds(whole);
    first = false;
  }
  if (skipping) return;
  if (pending !== '') yield { text: withoutMarks(pending, line, log), line, overlong: false };
}

function withoutMarks(text: string, line: number, log: MessageLog): string {
  if (!text.includes('\uFEFF')) return text;
  return text.replace(/(^|[\r\n])\uFEFF+/g, (_, before: string, at: number) => {
    const where = line + countLineEnds(text.slice(0, at + before.length));
    if (where > 1) log.add('table.encoding.mark', 'info', { line: where });
    return before;
  });
}
