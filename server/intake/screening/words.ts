// Words for direction, role, data quality and sharing, Norwegian and English.
import type { DataQuality, Direction, Role } from '../../domain/flow.ts';
import type { ScreeningState } from '../../domain/screening.ts';
import { lettersApart } from '../../domain/unitsParse.ts';
import { SHARING_LEVELS } from '../../domain/sharing.ts';
import type { SharingLevel } from '../../domain/sharing.ts';

export type DirectionReading = { readonly direction: Direction; readonly role: Role };

const both = (direction: Direction, role: Role, words: string): (readonly [string, DirectionReading])[] =>
  words.split('|').map((word) => [word, { direction, role }] as const);

const DIRECTIONS: ReadonlyMap<string, DirectionReading> = new Map([
  ...both(
    'in',
    'unknown',
    'inn|in|ind|input|inngående|inngåande|inbound|inflow|incoming|i|mottar|mottatt|mottak|tar imot|tar inn|mottas|receives|received|receive|taker|tar|→inn|>inn|inn til bedriften|inn i bedriften|->|into|inngang|innkommende|innstrøm|inp|motta|tilføres|tas inn',
  ),
  ...both(
    'out',
    'unknown',
    'ut|out|ud|output|utgående|utgåande|outbound|outflow|outgoing|o|u|leverer|levert|levering|gir|gir fra seg|avgir|gives|delivers|delivered|giver|ut av bedriften|ut fra bedriften|utgang|utstrøm|outp|bort|levere|avgis|sendes ut|leveres ut',
  ),
  ...both(
    'in',
    'need',
    'behov|need|needs|etterspørsel|etterspør|demand|demands|ønskes|ønsker|wanted|wants|søkes|mangler|kan bruke|kan motta|seeking|trenger|treng|har behov for',
  ),
  ...both(
    'in',
    'input',
    'innsats|innsatsfaktor|råvare|råstoff|innkjøp|kjøp|kjøper|kjøpt|forbruk|forbruker|bruker|purchase|purchased|buys|consumption|consumes|consumed|innsatsvare|raw material|feedstock|import|inntak|uttak av nett',
  ),
  ...both(
    'out',
    'surplus',
    'overskudd|overskot|surplus|tilbud|tilbyr|offer|offers|supply|ledig|tilgjengelig|available|overskuddsressurs|spillvarme|excess|biprodukt|by-product|byproduct|restprodukt|restråstoff|reststrøm|kan gi|kan levere',
  ),
  ...both('out', 'waste', 'avfall|waste|restavfall|kastes|disposal|rest|deponi'),
  ...both('out', 'emission', 'utslipp|emission|emissions|utslepp|avløp|discharge'),
  ...both('out', 'loss', 'tap|loss|losses|svinn|varmetap'),
  ...both('out', 'product', 'produkt|product|products|ferdigvare|salg|solgt|selger|selges|sale|sold|sells|hovedprodukt|eksport|export'),
]);

/** Words that mean another thing in a role column than in one for the direction. */
const ROLES: ReadonlyMap<string, DirectionReading> = new Map([
  ...both('in', 'input', 'input|inputs|innsats|råvare'),
  ...both('out', 'product', 'output|outputs'),
]);

const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s.:*"']+$/, '')
    .replace(/^[\s"']+/, '')
    .replace(/\s+/g, ' ');

/** Null: the words are unknown. A slip of one letter is read (`overskud`, `behvo`), where the word is long enough. */
export function readDirection(text: string): DirectionReading | null {
  const folded = fold(text);
  const known = DIRECTIONS.get(folded) ?? DIRECTIONS.get(folded.replace(/\s*\(.*\)$/, ''));
  if (known !== undefined) return known;
  const first = /^(inn|in|ut|out|input|output|overskudd|behov|avfall|surplus|need|waste)\b\s*[-–/:(]/.exec(folded)?.[1];
  if (first !== undefined && !/^(?:inn?|ut|out)\s*[/]\s*(?:ut|out|inn?)/.test(folded)) return DIRECTIONS.get(first) ?? null;
  if (folded.length < 5) return null;
  let found: DirectionReading | null = null;
  for (const [word, reading] of DIRECTIONS) {
    if (word.length < 5 || lettersApart(folded, word, 2) > 1) continue;
    if (found !== null && found.direction !== reading.direction) return null;
    found ??= reading;
  }
  return found;
}

/** A role word; null: unknown. */
export const readRole = (text: string): DirectionReading | null => ROLES.get(fold(text)) ?? readDirection(text);

const QUALITIES: ReadonlyMap<string, DataQuality> = new Map([
  ...'målt|målte|målt verdi|måling|measured|metered|veid|vekt|weighed|måler|faktura|fakturert|invoiced|registrert'
    .split('|')
    .map((word) => [word, 'measured'] as const),
  ...'beregnet|berekna|utregnet|calculated|kalkulert|computed|modellert|modelled'.split('|').map((word) => [word, 'calculated'] as const),
  ...'anslått|anslag|estimert|estimat|estimated|estimate|antatt|ca|skjønn|vurdert|rough|guess|anslege|grovt anslag'
    .split('|')
    .map((word) => [word, 'estimated'] as const),
  ...'typisk|typical|standard|bransjetall|litteratur|literature|erfaringstall|nøkkeltall|default|generisk|generic'
    .split('|')
    .map((word) => [word, 'typical'] as const),
]);
export const readDataQuality = (text: string): DataQuality | null => QUALITIES.get(fold(text)) ?? null;

const SHARING_WORDS: ReadonlyMap<string, SharingLevel> = new Map([
  ...SHARING_LEVELS.map((level) => [level, level] as const),
  ...'egen|bare oss|kun oss|privat|private|konfidensiell|konfidensielt|confidential|hemmelig|intern|internal|kun egen bedrift|nei|no'
    .split('|')
    .map((word) => [word, 'own'] as const),
  ...'fasilitator|tilrettelegger|klyngeleder|kun fasilitator'.split('|').map((word) => [word, 'facilitator'] as const),
  ...'partnere|partners|motpart|partnar'.split('|').map((word) => [word, 'partner'] as const),
  ...'klynge|klyngen|klynga|medlemmer|members|alle i klyngen|ja|yes'.split('|').map((word) => [word, 'cluster'] as const),
  ...'offentlig|offentleg|åpen|åpent|open|alle|everyone|publikt'.split('|').map((word) => [word, 'public'] as const),
]);

const STATE_WORDS = new Map<string, ScreeningState>([
  ...'draft|kladd|utkast|påbegynt|under arbeid|ikke kontrollert|unchecked'.split('|').map((word) => [fold(word), 'draft'] as const),
  ...'checked|kontrollert|sjekket|gjennomgått|reviewed|kvalitetssikret'.split('|').map((word) => [fold(word), 'checked'] as const),
  ...'approved|godkjent|final|endelig|ferdig'.split('|').map((word) => [fold(word), 'approved'] as const),
]);
export const readScreeningState = (text: string): ScreeningState | null => STATE_WORDS.get(fold(text)) ?? null;

export const readSharing = (text: string): SharingLevel | null => SHARING_WORDS.get(fold(text)) ?? null;
