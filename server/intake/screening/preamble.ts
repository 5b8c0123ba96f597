// What the lines above the header say for the whole table: `Bedrift: Nøste AS`, `År: 2024`, `Alle tall i tonn`.
import { readOrgNumber } from '../../domain/orgNumber.ts';
import { readDate, readPeriod } from '../../domain/period.ts';
import type { ScreeningSaid } from '../../domain/screening.ts';
import type { RawRecord } from '../table/types.ts';
import { readHeader } from './columns.ts';
import type { IsUnit } from './columns.ts';
import { readDirection } from './words.ts';
import type { DirectionReading } from './words.ts';

export type PreambleFacts = {
  readonly company: string | null;
  readonly orgNumber: string | null;
  readonly municipality: string | null;
  readonly period: string | null;
  readonly unit: string | null;
  readonly direction: DirectionReading | null;
  /** Words for tables of one resource, such as the template's `el` sheet. */
  readonly words: string | null;
  /** `Kartlagt dato: 12.03.2026`, `Kartlagt av: …`. */
  readonly screening: ScreeningSaid | null;
};

export const NO_FACTS: PreambleFacts = {
  company: null,
  orgNumber: null,
  municipality: null,
  period: null,
  unit: null,
  direction: null,
  words: null,
  screening: null,
};

const NOTHING_SAID: ScreeningSaid = { date: null, by: null, state: null };

export function readPreamble(records: readonly RawRecord[], isUnit: IsUnit): PreambleFacts {
  let facts = NO_FACTS;
  for (const { cells } of records) {
    const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
    for (let i = 0; i < filled.length; i++) {
      const text = filled[i] ?? '';
      const inOne = /^([^:]{2,40}):\s*(.+)$/s.exec(text);
      const label = inOne?.[1] ?? (i + 1 < filled.length ? text : null);
      const value = inOne?.[2]?.trim() ?? filled[i + 1] ?? '';
      const all =
        /(?:alle (?:tall|mengder)|all (?:figures|quantities)|mengder?|tall|figures) (?:er |er oppgitt |oppgitt |are |given )?(?:i|in)\s+([^.,;)]+)/i.exec(
          text,
        );
      if (all?.[1] !== undefined && isUnit(all[1].trim())) facts = { ...facts, unit: facts.unit ?? all[1].trim() };
      if (label === null) continue;
      const field = readHeader(label, isUnit);
      if (field === null || field.score < 2) continue;
      if (field.field === 'company' && !/^[\d\s]+$/.test(value)) facts = { ...facts, company: facts.company ?? value };
      if (field.field === 'org_number' && readOrgNumber(value).kind === 'digits') facts = { ...facts, orgNumber: facts.orgNumber ?? value };
      if (field.field === 'municipality') facts = { ...facts, municipality: facts.municipality ?? value };
      if (field.field === 'period' || field.field === 'year') facts = { ...facts, period: facts.period ?? readPeriod(value) };
      if (field.field === 'unit' && isUnit(value)) facts = { ...facts, unit: facts.unit ?? value };
      if (field.field === 'other:screening_date' || field.field === 'other:screened_by') {
        const said = facts.screening ?? NOTHING_SAID;
        const date = field.field === 'other:screening_date' ? readDate(value) : null;
        const by = field.field === 'other:screened_by' && value !== '' ? value : null;
        if (date !== null || by !== null) facts = { ...facts, screening: { ...said, date: said.date ?? date, by: said.by ?? by } };
      }
      if (field.field === 'direction') facts = { ...facts, direction: facts.direction ?? readDirection(value) };
    }
  }
  return facts;
}

/** Words of a title that say which way all below it goes, as a word of `readDirection`. */
const TITLE_WORDS: readonly (readonly [RegExp, string])[] = [
  [/(?<!\p{L})(?:behov|etterspørsel|needs?(?!\p{L})|demand)/iu, 'behov'],
  [/(?<!\p{L})(?:overskudd|surplus|spillvarme|biprodukt|by-?product)/iu, 'overskudd'],
  [/(?<!\p{L})(?:avfall|waste(?!\s?water))/iu, 'avfall'],
  [/(?<!\p{L})(?:innsatsfaktor|råvare|raw material)/iu, 'innsats'],
  [/(?<!\p{L})(?:inn|inngående|input)(?!\p{L})/iu, 'inn'],
  [/(?<!\p{L})(?:ut|utgående|output)(?!\p{L})/iu, 'ut'],
];

/** What a title (`Ut`, `Tabell 2: Behov`) says of the direction; null where it says nothing, or both. */
export function directionOfTitle(title: string): DirectionReading | null {
  const text = title.trim();
  const whole = readDirection(text);
  if (whole !== null || text.length > 80) return whole;
  const told = TITLE_WORDS.filter(([pattern]) => pattern.test(text)).map(([, word]) => readDirection(word));
  const [first] = told;
  return first === undefined || first === null || told.some((one) => one?.direction !== first.direction) ? null : first;
}

/** The last title above a header that tells a direction: a record of one filled cell. */
export function titleWithDirection(records: readonly RawRecord[]): { readonly title: string; readonly reading: DirectionReading } | null {
  for (const { cells } of records.toReversed()) {
    const [title, ...more] = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
    if (title === undefined || more.length > 0) continue;
    const reading = directionOfTitle(title);
    if (reading !== null) return { title, reading };
  }
  return null;
}
