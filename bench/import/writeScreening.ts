// A screening file as Norwegian Excel saves it, as long as wanted: semicolons, decimal commas, æøå. Same arguments, same bytes.
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';

export const HEADERS = [
  'Bedrift',
  'Org.nr',
  'Kommune',
  'Anlegg',
  'Prosess',
  'Flyt-id',
  'Retning',
  'Ressurs',
  'Mengde',
  'Enhet',
  'Temperatur (°C)',
  'Merknad',
] as const;

type Resource = { readonly words: string; readonly unit: string; readonly celsius: number | null };
const RESOURCES: readonly Resource[] = [
  { words: 'Spillvarme fra røykgass', unit: 'MWh/år', celsius: 145 },
  { words: 'Bark', unit: 'tonn/år', celsius: null },
  { words: 'Flis, tørr', unit: 'tonn/år', celsius: null },
  { words: 'Kjølevann', unit: 'm3/år', celsius: 28 },
  { words: 'Fiskeslam', unit: 'tonn/år', celsius: null },
  { words: 'Damp 8 bar', unit: 'MWh/år', celsius: 170 },
  { words: 'Slagg', unit: 'tonn/år', celsius: null },
  { words: 'Plastfolie', unit: 'kg/år', celsius: null },
  { words: 'Elektrisk kraft', unit: 'MWh/år', celsius: null },
  { words: 'Trevirke, blandet', unit: 'tonn/år', celsius: null },
  { words: 'Aske fra biokjel', unit: 'tonn/år', celsius: null },
  { words: 'Oksygen', unit: 'tonn/år', celsius: null },
];
const PLACES = ['Rana', 'Ålesund', 'Sarpsborg', 'Meløy', 'Høyanger', 'Orkland', 'Porsgrunn', 'Øygarden', 'Årdal', 'Sunndal'];
const PROCESSES = ['Ovn 1', 'Tørke', 'Kjelhus', 'Foredling', 'Renseanlegg', 'Pakkeri', 'Verksted'];
const WEIGHTS = [3, 2, 7, 6, 5, 4, 3, 2];

/** The `i`th organisation number whose check digit is right, as far as a walk of the numbers allows. */
function orgNumbers(count: number): string[] {
  const numbers: string[] = [];
  for (let eight = 91_000_000; numbers.length < count; eight++) {
    const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Math.trunc((eight / 10 ** (7 - at)) % 10), 0);
    const digit = (11 - (sum % 11)) % 11;
    if (digit < 10) numbers.push(`${eight}${digit}`);
  }
  return numbers;
}

/** One amount with a decimal comma. */
const amount = (i: number): string => {
  const value = 10 + ((i * 7919) % 49_000);
  return i % 3 === 0 ? String(value) : `${value},${(i * 31) % 10}`;
};

/** The same for the same company and flow, however many of either the file has. */
function rowOf(company: number, flow: number, org: string, changed: number): string {
  const row = company * 100 + flow;
  const otherYear = changed > 0 && row % changed === 0 ? 1 : 0;
  const resource = RESOURCES[(flow + company) % RESOURCES.length] ?? { words: 'Bark', unit: 'tonn/år', celsius: null };
  const celsius = resource.celsius === null ? '' : `${resource.celsius + (row % 20)},5`;
  return [
    `Bedrift ${company} AS`,
    org,
    PLACES[company % PLACES.length] ?? '',
    `Anlegg ${flow % 2 === 0 ? 'nord' : 'sør'}`,
    PROCESSES[flow % PROCESSES.length] ?? '',
    `F${company}-${flow}`,
    flow % 3 === 0 ? 'inn' : 'ut',
    resource.words,
    amount(row + otherYear),
    resource.unit,
    celsius,
    row % 10 === 0 ? `Målt i uke ${row % 52}` : '',
  ].join(';');
}

export type Length = {
  readonly companies: number;
  readonly flows: number;
  /** Another year's figures for every so manyth row; 0: none. */
  readonly changed?: number;
};

/** Writes `companies` x `flows` rows, a company's rows together. */
export async function writeScreening(path: string, { companies, flows, changed = 0 }: Length): Promise<void> {
  const out = createWriteStream(path);
  out.write(`\ufeff${HEADERS.join(';')}\r\n`);
  const orgs = orgNumbers(companies);
  let text = '';
  for (let company = 0; company < companies; company++) {
    for (let flow = 0; flow < flows; flow++) text += `${rowOf(company, flow, orgs[company] ?? '', changed)}\r\n`;
    if (text.length > 1 << 18) {
      if (!out.write(text)) await once(out, 'drain');
      text = '';
    }
  }
  out.end(text);
  await once(out, 'finish');
}
