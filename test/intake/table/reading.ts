// Makers for the tests of the table layer: bytes as a source, a few known column names, a whole reading as one value.
import { readFileSync } from 'node:fs';
import type { Message } from '../../../server/domain/screening.ts';
import { openFile } from '../../../server/intake/table/openFile.ts';
import type { ByteSource, RawRecord, Table, TableOptions } from '../../../server/intake/table/types.ts';

const NAMES: Readonly<Record<string, string>> = {
  bedrift: 'company',
  bedriftsnavn: 'company',
  company: 'company',
  'org.nr': 'orgNumber',
  kommune: 'municipality',
  retning: 'direction',
  direction: 'direction',
  ressurs: 'resource',
  resource: 'resource',
  materialstrøm: 'resource',
  'eal-kode': 'wasteCode',
  mengde: 'quantity',
  quantity: 'quantity',
  enhet: 'unit',
  unit: 'unit',
  periode: 'period',
  temperatur: 'temperature',
  'temperatur inn': 'temperature',
  'temperatur ut': 'temperatureReturn',
  pris: 'price',
  kommentar: 'comment',
};

export const known = (header: string): string | null =>
  NAMES[
    header
      .toLowerCase()
      .replace(/[([].*$/, '')
      .trim()
  ] ?? null;

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A source that hands out its bytes in pieces of a given size. */
export const sourceOf = (bytes: Uint8Array, piece = 65_536): ByteSource => ({
  name: 'fil.csv',
  size: bytes.length,
  async *chunks() {
    for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
  },
});

export type Reading = {
  readonly outcome: string;
  readonly tables: readonly { readonly head: Table['head']; readonly records: readonly RawRecord[] }[];
  readonly messages: readonly Message[];
};

/** Opens and reads everything; the messages of the file and of its tables together. */
export async function readAll(input: string | Uint8Array, options: TableOptions = {}, piece?: number): Promise<Reading> {
  const reading = await openFile(sourceOf(typeof input === 'string' ? bytesOf(input) : input, piece), options, known);
  if (reading.outcome !== 'tables') return { outcome: reading.outcome, tables: [], messages: reading.messages };
  const tables = [];
  const messages = [...reading.messages];
  for (const table of reading.tables) {
    const records: RawRecord[] = [];
    for await (const batch of table.records()) records.push(...batch);
    tables.push({ head: table.head, records });
    messages.push(...table.messages());
  }
  return { outcome: 'tables', tables, messages };
}

export const fixture = (name: string): Uint8Array => readFileSync(new URL(`../../../fixtures/tables/${name}`, import.meta.url));

export const codes = (reading: Reading): string[] =>
  reading.messages.map((message) => `${message.code}${message.line === null ? '' : `@${message.line}`}`);

/** Three rows of a screening, as fixtures in all kinds of encodings and dialects hold them. */
export const HEADERS = ['Bedrift', 'Org.nr', 'Kommune', 'Retning', 'Ressurs', 'EAL-kode', 'Mengde', 'Enhet', 'Periode', 'Kommentar'];
export const THREE = [
  ['Lunde Bruk AS', '374690310', 'Ås', 'ut', 'Bark', '', '1 200', 'tonn/år', '2024', ''],
  ['Myra Meieri AS', '381920208', 'Ås', 'inn', 'Varmtvann', '', '3,5', 'GWh/år', '2024', 'hele året'],
  ['Øvre Sag AS', '337118593', 'Frøya', 'ut', 'Sagflis', '', '40', 'fm3/år', '2024', 'tørr'],
];
export const cellsOf = (reading: Reading): (readonly string[])[] =>
  reading.tables.flatMap((table) => table.records.map((record) => record.cells));
export const linesOf = (reading: Reading): number[] => reading.tables.flatMap((table) => table.records.map((record) => record.line));
