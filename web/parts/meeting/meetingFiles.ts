// A scenario as files: CSV as the language's Excel opens it, JSON with everything unrounded. Pure.
import type { MeetingFrame } from '../../../server/contract/scenarios.ts';
import type { Change } from '../../../server/domain/scenario.ts';
import { MEETING_WORDS } from '../../words/meeting.ts';
import type { Language } from '../../words/words.ts';

/** Texts that a spreadsheet would run as a formula get an apostrophe in front; numbers get the language's decimal mark. */
export function csvCell(value: string | number | null, language: Language): string {
  if (value === null) return '';
  if (typeof value === 'number') return language === 'nb' ? String(value).replace('.', ',') : String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[";\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Semicolons and a byte order mark, so that a Norwegian Excel reads columns and letters as they are. */
export const csvTable = (rows: readonly (readonly (string | number | null)[])[], language: Language): string =>
  `\uFEFF${rows.map((row) => row.map((cell) => csvCell(cell, language)).join(';')).join('\r\n')}\r\n`;

export function meetingCsv({ pairs, figures }: MeetingFrame, language: Language): string {
  const words = MEETING_WORDS[language];
  const nok = `NOK: ${words.nok}`;
  return csvTable(
    [
      [
        words.from,
        words.list,
        words.to,
        words.list,
        words.score,
        words.quantity,
        words.newUnit,
        nok,
        `t: ${words.co2}`,
        `km: ${words.distance}`,
      ],
      ...pairs.map((one) => [
        one.giver_name,
        one.surplus_words,
        one.taker_name,
        one.need_words,
        one.score,
        one.used?.likely ?? null,
        one.used?.unit ?? null,
        one.nok_per_year?.likely ?? null,
        one.t_co2e_per_year?.likely ?? null,
        one.distance_km,
      ]),
      [],
      [nok, figures.nok_per_year?.low ?? null, figures.nok_per_year?.likely ?? null, figures.nok_per_year?.high ?? null],
      [
        `t: ${words.co2}`,
        figures.t_co2e_per_year?.low ?? null,
        figures.t_co2e_per_year?.likely ?? null,
        figures.t_co2e_per_year?.high ?? null,
      ],
      [words.placed, figures.placed],
    ],
    language,
  );
}

export const meetingJson = (cluster: string, name: string | null, changes: readonly Change[], frame: MeetingFrame): string =>
  `${JSON.stringify({ cluster, name, changes, ...frame }, null, 2)}\n`;
