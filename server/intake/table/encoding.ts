// Which encoding the bytes are in: told by a mark, by their pattern, or by what they would spell.
import { decodeIbm850, isIbm850Letter } from './ibm850.ts';
import { ENCODING_SCAN_BYTES } from './limits.ts';
import type { ByteSource } from './types.ts';

export const ENCODINGS = ['utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be', 'windows-1252', 'ibm850', 'macintosh'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** Names that people and other programs use for the same thing. */
const ALIASES: Readonly<Record<string, Encoding>> = {
  utf8: 'utf-8',
  'utf-8-sig': 'utf-8-bom',
  'utf8-bom': 'utf-8-bom',
  utf16: 'utf-16le',
  'utf-16': 'utf-16le',
  utf16le: 'utf-16le',
  utf16be: 'utf-16be',
  unicode: 'utf-16le',
  cp1252: 'windows-1252',
  ansi: 'windows-1252',
  latin1: 'windows-1252',
  'latin-1': 'windows-1252',
  'iso-8859-1': 'windows-1252',
  'iso-8859-15': 'windows-1252',
  cp850: 'ibm850',
  cp865: 'ibm850',
  ibm865: 'ibm850',
  oem: 'ibm850',
  mac: 'macintosh',
  macroman: 'macintosh',
  'mac-roman': 'macintosh',
};

/** The encoding that a person named, or null where no such is known. */
export function encodingNamed(name: string): Encoding | null {
  const key = name.trim().toLowerCase().replaceAll('_', '-');
  return ENCODINGS.find((encoding) => encoding === key) ?? ALIASES[key] ?? null;
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
type HighBytes = { letters: number; broken: number; windows: number; ibm: number; mac: number };

const WINDOWS = new Set([0xe6, 0xf8, 0xe5, 0xc6, 0xd8, 0xc5]);
const MAC = new Set([0xbe, 0xbf, 0x8c, 0xae, 0xaf, 0x81]);
const isAsciiLetter = (byte: number | undefined): boolean =>
  byte !== undefined && ((byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122));

function countHighBytes(bytes: Uint8Array, counts: HighBytes): void {
  for (let at = 0; at < bytes.length; at++) {
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
    if (WINDOWS.has(byte)) counts.windows++;
    if (isIbm850Letter(byte)) counts.ibm++;
    if (MAC.has(byte)) counts.mac++;
  }
}

/**
 * Reads on until the question is settled: `utf-8` where all that is scanned is valid, or where broken bytes stand among many whole letters (a
 * mixed file, met line by line); else the one-byte encoding that spells most æ, ø and å.
 */
export async function encodingOfBytes(source: ByteSource): Promise<Encoding> {
  const strict = new TextDecoder('utf-8', { fatal: true });
  const counts: HighBytes = { letters: 0, broken: 0, windows: 0, ibm: 0, mac: 0 };
  let scanned = 0;
  let valid = true;
  for await (const chunk of source.chunks()) {
    scanned += chunk.length;
    if (valid) {
      try {
        strict.decode(chunk, { stream: true });
      } catch {
        valid = false;
        scanned = 0;
      }
    }
    countHighBytesUpTo(chunk, counts, valid);
    if (scanned > (valid ? ENCODING_SCAN_BYTES : ENCODING_SCAN_BYTES / 16)) break;
  }
  if (valid) {
    try {
      strict.decode();
    } catch {
      valid = scanned > ENCODING_SCAN_BYTES;
    }
  }
  if (valid || counts.letters > counts.broken / 2) return 'utf-8';
  if (counts.ibm > counts.windows && counts.ibm >= counts.mac) return 'ibm850';
  return counts.mac > counts.windows ? 'macintosh' : 'windows-1252';
}

/** While all is valid the first letters are enough: the count only has to weigh them against broken ones later. */
function countHighBytesUpTo(chunk: Uint8Array, counts: HighBytes, valid: boolean): void {
  if (!valid || counts.letters < 1_000) countHighBytes(chunk, counts);
}

export type Decoder = { readonly push: (bytes: Uint8Array) => string; readonly end: () => string };

/** Bytes to text for every encoding but UTF-8 (see `decodeUtf8`). Half characters at a chunk's end wait for the next. */
export function decoderFor(encoding: Exclude<Encoding, 'utf-8' | 'utf-8-bom'>): Decoder {
  if (encoding === 'ibm850') return { push: decodeIbm850, end: () => '' };
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  return { push: (bytes) => decoder.decode(bytes, { stream: true }), end: () => decoder.decode() };
}
