// Which encoding the bytes are in: told by a mark, by their pattern, or by what they would spell.
import { decodeIbm850, isIbm850Letter } from './ibm850.ts';
import { ENCODING_SCAN_BYTES } from './limits.ts';
import type { ByteSource } from './types.ts';

export const ENCODINGS = ['utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be', 'windows-1252', 'ibm850', 'macintosh'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** Names that people and other programs use for the same thing. */
const ALIASES = new Map<string, Encoding>([
  ['utf8', 'utf-8'],
  ['utf-8-sig', 'utf-8-bom'],
  ['utf8-bom', 'utf-8-bom'],
  ['utf16', 'utf-16le'],
  ['utf-16', 'utf-16le'],
  ['utf16le', 'utf-16le'],
  ['utf16be', 'utf-16be'],
  ['unicode', 'utf-16le'],
  ['cp1252', 'windows-1252'],
  ['ansi', 'windows-1252'],
  ['latin1', 'windows-1252'],
  ['latin-1', 'windows-1252'],
  ['iso-8859-1', 'windows-1252'],
  ['iso-8859-15', 'windows-1252'],
  ['cp850', 'ibm850'],
  ['cp865', 'ibm850'],
  ['ibm865', 'ibm850'],
  ['oem', 'ibm850'],
  ['mac', 'macintosh'],
  ['macroman', 'macintosh'],
  ['mac-roman', 'macintosh'],
]);

/** The encoding that a person named, or null where no such is known. */
export function encodingNamed(name: string): Encoding | null {
  const key = name.trim().toLowerCase().replaceAll('_', '-');
  return ENCODINGS.find((encoding) => encoding === key) ?? ALIASES.get(key) ?? null;
}

/** By the first bytes: a mark, or zero bytes at every second place. Null: one byte a letter, or UTF-8. */
export function encodingOfHead(head: Uint8Array): Encoding | 'utf-32' | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8-bom';
  if (head[0] === 0xff && head[1] === 0xfe) return head.length >= 4 && head[2] === 0 && head[3] === 0 ? 'utf-32' : 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  if (head[0] === 0 && head[1] === 0 && head[2] === 0xfe && head[3] === 0xff) return 'utf-32';
  const pairs = Math.min(head.length, 4096) >> 1;
  if (pairs < 2) return null;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < pairs * 2; at += 2) {
    if (head[at] === 0) even++;
    if (head[at + 1] === 0) odd++;
  }
  if (odd / pairs > 0.4 && even / pairs < 0.1) return 'utf-16le';
  if (even / pairs > 0.4 && odd / pairs < 0.1) return 'utf-16be';
  return null;
}

/** What bytes above 127 would be, counted over a stretch: whole UTF-8 letters, bytes that are none, and Norwegian letters by encoding. */
type HighBytes = { letters: number; broken: number; windows: number; ibm: number; ibmSure: number; mac: number; macSure: number };

const WINDOWS = new Set([0xe6, 0xf8, 0xe5, 0xc6, 0xd8, 0xc5]);
const MAC = new Set([0xbe, 0xbf, 0x8c, 0xae, 0xaf, 0x81]);
/** Bytes that are a curly quote, ® or ¯ in windows-1252: beside a letter they say little. */
const COMMON_SIGNS = new Set([0x91, 0x92, 0xae, 0xaf]);
const isAsciiLetter = (byte: number | undefined): boolean =>
  byte !== undefined && ((byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122));
const LONGEST_LETTER = 4;

/** Counts the bytes of a stretch from one place to another; what lies around them helps to judge them. Answers where the next count begins. */
function countHighBytes(bytes: Uint8Array, from: number, to: number, counts: HighBytes): number {
  let at = from;
  for (; at < to; at++) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) continue;
    const more = byte >= 0xc2 && byte <= 0xdf ? 1 : byte >= 0xe0 && byte <= 0xef ? 2 : byte >= 0xf0 && byte <= 0xf4 ? 3 : 0;
    let following = 0;
    while (following < more && ((bytes[at + following + 1] ?? 0) & 0xc0) === 0x80) following++;
    if (more > 0 && following === more) {
      counts.letters++;
      at += more;
      continue;
    }
    counts.broken++;
    if (!isAsciiLetter(bytes[at - 1]) && !isAsciiLetter(bytes[at + 1])) continue;
    const sure = COMMON_SIGNS.has(byte) ? 0 : 1;
    if (WINDOWS.has(byte)) counts.windows++;
    if (isIbm850Letter(byte)) {
      counts.ibm++;
      counts.ibmSure += sure;
    }
    if (MAC.has(byte)) {
      counts.mac++;
      counts.macSure += sure;
    }
  }
  return at;
}

/**
 * Reads on until the question is settled: `utf-8` where all that is scanned is valid, or where broken bytes stand among many whole letters (a
 * mixed file, met line by line); else the one-byte encoding that spells most æ, ø and å.
 */
export async function encodingOfBytes(source: ByteSource): Promise<Encoding> {
  const strict = new TextDecoder('utf-8', { fatal: true });
  const counts: HighBytes = { letters: 0, broken: 0, windows: 0, ibm: 0, ibmSure: 0, mac: 0, macSure: 0 };
  let scanned = 0;
  let invalidFrom = -1;
  // Letters at a chunk's end are counted with the next chunk: one byte before and the longest letter behind stay in sight.
  let tail: Uint8Array = new Uint8Array(0);
  let counted = 0;
  const count = (chunk: Uint8Array, last: boolean): void => {
    const bytes = new Uint8Array(tail.length + chunk.length);
    bytes.set(tail);
    bytes.set(chunk, tail.length);
    const to = last ? bytes.length : Math.max(counted, bytes.length - LONGEST_LETTER);
    const next = countHighBytes(bytes, counted, to, counts);
    const keep = Math.max(0, Math.min(next - 1, bytes.length));
    tail = bytes.slice(keep);
    counted = next - keep;
  };
  for await (const chunk of source.chunks()) {
    scanned += chunk.length;
    if (invalidFrom < 0) {
      try {
        strict.decode(chunk, { stream: true });
      } catch {
        invalidFrom = scanned;
      }
    }
    count(chunk, false);
    if (scanned > ENCODING_SCAN_BYTES || (invalidFrom >= 0 && scanned - invalidFrom > ENCODING_SCAN_BYTES / 16)) break;
  }
  count(new Uint8Array(0), true);
  if (counts.broken === 0 || counts.letters > counts.broken / 2) return 'utf-8';
  if (counts.ibmSure > 0 && counts.ibm > counts.windows && counts.ibm >= counts.mac) return 'ibm850';
  return counts.macSure > 0 && counts.mac > counts.windows ? 'macintosh' : 'windows-1252';
}

export type Decoder = { readonly push: (bytes: Uint8Array) => string; readonly end: () => string };

/** Bytes to text for every encoding but UTF-8 (see `decodeUtf8`). Half characters at a chunk's end wait for the next. */
export function decoderFor(encoding: Exclude<Encoding, 'utf-8' | 'utf-8-bom'>): Decoder {
  if (encoding === 'ibm850') return { push: decodeIbm850, end: () => '' };
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  return { push: (bytes) => decoder.decode(bytes, { stream: true }), end: () => decoder.decode() };
}
