// What a file is by its first bytes, whatever its name says.
import type { Message } from '../../domain/screening.ts';
import { messageOf } from './messageLog.ts';

const starts = (head: Uint8Array, ...bytes: readonly number[]): boolean => bytes.every((byte, at) => head[at] === byte);
const ascii = (text: string): number[] => Array.from(text, (c) => c.charCodeAt(0));

const NAMED: readonly { readonly bytes: readonly number[]; readonly nb: string; readonly en: string }[] = [
  { bytes: ascii('%PDF'), nb: 'et PDF-dokument', en: 'a PDF document' },
  { bytes: [0x89, ...ascii('PNG')], nb: 'et bilde (PNG)', en: 'a picture (PNG)' },
  { bytes: [0xff, 0xd8, 0xff], nb: 'et bilde (JPEG)', en: 'a picture (JPEG)' },
  { bytes: ascii('GIF8'), nb: 'et bilde (GIF)', en: 'a picture (GIF)' },
  { bytes: [0x1f, 0x8b], nb: 'et gzip-arkiv', en: 'a gzip archive' },
  { bytes: ascii('Rar!'), nb: 'et RAR-arkiv', en: 'a RAR archive' },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], nb: 'et 7-Zip-arkiv', en: 'a 7-Zip archive' },
  { bytes: ascii('SQLite format 3'), nb: 'en SQLite-database', en: 'an SQLite database' },
  { bytes: ascii('{\\rtf'), nb: 'et RTF-dokument', en: 'an RTF document' },
  { bytes: [0x7f, ...ascii('ELF')], nb: 'et program', en: 'a program' },
  { bytes: ascii('PAR1'), nb: 'en Parquet-fil', en: 'a Parquet file' },
];

export type FileKind = { readonly kind: 'text' | 'zip' } | { readonly kind: 'refused'; readonly message: Message };

const refused = (message: Message): FileKind => ({ kind: 'refused', message });

/** `head`: the first 64 kB or fewer. UTF-16 is told by its zero bytes elsewhere and counts as text here. */
export function fileKind(head: Uint8Array, isUtf16: boolean): FileKind {
  if (starts(head, 0x50, 0x4b, 0x03, 0x04) || starts(head, 0x50, 0x4b, 0x05, 0x06)) return { kind: 'zip' };
  if (starts(head, 0xd0, 0xcf, 0x11, 0xe0) || starts(head, 0x09, 0x08, 0x10, 0x00)) return refused(messageOf('table.kind.xls', 'error'));
  const named = NAMED.find(({ bytes }) => starts(head, ...bytes));
  if (named !== undefined)
    return refused(
      messageOf('table.kind', 'error', {
        values: {
          kind: named.nb,
          kindEn: named.en,
          repair: 'Eksporter tabellen som CSV UTF-8 eller .xlsx.',
          repairEn: 'Export the table as CSV UTF-8 or .xlsx.',
        },
      }),
    );
  const text = new TextDecoder(isUtf16 ? (head[0] === 0 || head[0] === 0xfe ? 'utf-16be' : 'utf-16le') : 'windows-1252').decode(
    head.subarray(0, 4096),
  );
  const begin = text
    .replace(/^(?:\uFEFF|ï»¿)?\s*/, '')
    .slice(0, 300)
    .toLowerCase();
  if (/^(?:<!doctype html|<html|<head|<body|<table|<meta)/.test(begin) || (begin.startsWith('<?xml') && begin.includes('<html')))
    return refused(messageOf('table.kind.html', 'error'));
  const markup = begin.startsWith('<?xml') || begin.startsWith('<!doctype') ? 'XML' : /^(?:\{\s*"|\[\s*[{[])/.test(begin) ? 'JSON' : null;
  if (markup !== null)
    return refused(
      messageOf('table.kind', 'error', {
        values: {
          kind: markup,
          kindEn: markup,
          repair: 'Lagre tabellen som CSV UTF-8 eller .xlsx.',
          repairEn: 'Save the table as CSV UTF-8 or .xlsx.',
        },
      }),
    );
  if (!isUtf16) {
    let odd = 0;
    for (const byte of head)
      if (byte === 0 || (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12 && byte !== 0x1a && byte !== 0x1f)) odd++;
    if (odd > 8 && odd / head.length > 0.05)
      return refused(messageOf('table.kind.binary', 'error', { values: { share: Math.round((odd / head.length) * 100) } }));
  }
  return { kind: 'text' };
}
