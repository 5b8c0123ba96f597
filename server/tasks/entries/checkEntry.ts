// What is being typed, read as an import would read it: what each row comes to, and what is wrong in which cell. Nothing is stored.
import type { EntryCheckShown, EntryMessageShown } from '../../contract/entry.ts';
import type { Language } from '../../contract/errors.ts';
import type { EntryContent } from '../../domain/entry.ts';
import { gives } from '../../domain/flow.ts';
import type { Message, ScreeningRow } from '../../domain/screening.ts';
import { ENTRY_DIALECT, entryText, textSource } from '../../intake/entry/entryText.ts';
import type { EntryText } from '../../intake/entry/entryText.ts';
import { textOf } from '../../intake/messages.ts';
import { repairOf } from '../../intake/repair.ts';
import { readScreeningFile } from '../../intake/screening/readScreeningFile.ts';
import { intakeKnowledge } from '../import/intakeKnowledge.ts';
import { chosenMeaning, meaningsOf } from './meanings.ts';
import { localNumber } from './storedRows.ts';

/** What is said of columns and of the dialect is our own doing here, not the typist's. */
const OURS = /^(?:columns|table|header|encoding|delimiter|row\.units|temperature\.words|decimal\.(?:mixed|fromFile)$)/;

export async function checkEntry(content: EntryContent, language: Language): Promise<Omit<EntryCheckShown, 'existing'>> {
  const written = entryText(content, language);
  const rows: ScreeningRow[] = [];
  const messages: Message[] = [];
  const choices = { ...ENTRY_DIALECT, ...(content.decimal === null ? {} : { decimal: content.decimal }) };
  const reading = readScreeningFile(textSource('entry', written.text), choices, intakeKnowledge());
  let step = await reading.next();
  for (; !step.done; step = await reading.next()) {
    rows.push(...step.value.rows);
    messages.push(...step.value.messages);
  }
  const report = step.value;
  messages.push(...report.messages);
  const byLine = new Map(rows.map((row) => [row.line, row]));
  const { nace, activity } = content.facts;
  const contentOf = new Map(content.rows.map((row) => [row.id, row]));
  const meanings = meaningsOf(
    written.rows.map(({ id, line }) => {
      const row = byLine.get(line);
      const temperature = row?.temperature ?? null;
      return {
        words: row?.words ?? contentOf.get(id)?.cells.resource ?? '',
        direction: row?.direction ?? null,
        nace: nace.trim() === '' ? null : nace,
        activity: activity.trim() === '' ? null : activity,
        unit: row?.annual?.unit ?? null,
        wasteCode: row?.wasteCode ?? null,
        temperature: temperature === null ? null : typeof temperature === 'object' ? temperature.max : temperature,
      };
    }),
    language,
  );
  const shown = messages.flatMap((one) => entryMessage(one, written, language));
  return {
    storable: report.outcome === 'import' && report.rowsRejected === 0 && report.rowsOk > 0,
    rows: written.rows.map(({ id, line }, index) => {
      const row = byLine.get(line);
      return {
        row: id,
        direction: row?.direction ?? null,
        role: row?.role ?? null,
        gives: row !== undefined && gives(row),
        annual: row?.annual ?? null,
        meanings: chosenMeaning(contentOf.get(id)?.cells.resource_id, language) ?? meanings[index] ?? [],
      };
    }),
    messages: [...new Map(shown.map((one) => [`${one.row} ${one.field} ${one.text}`, one])).values()],
  };
}

/** Lines become the rows on the screen, columns the grid's. */
function entryMessage(message: Message, { rows, columns, headers }: EntryText, language: Language): EntryMessageShown[] {
  if (OURS.test(message.code) && message.severity !== 'error') return [];
  const row = message.line === null ? undefined : rows.find(({ line }) => line === message.line);
  const column = message.column === null ? headers.indexOf(message.header ?? '\u0000') : message.column - 1;
  const first = Number(message.values['first']);
  const values = Number.isFinite(first)
    ? { ...message.values, first: rows.find(({ line }) => line === first)?.number ?? first }
    : message.values;
  const text = textOf({ ...message, line: row?.number ?? null, values }, language)
    .replaceAll(/\b(?:Linje|linje) (?=\d)/g, (word) => (word.startsWith('L') ? 'Rad ' : 'rad '))
    .replaceAll(/\b(?:Line|line) (?=\d)/g, (word) => (word.startsWith('L') ? 'Row ' : 'row '));
  return [
    {
      row: row?.id ?? null,
      field: fieldOf(message, columns[column] ?? null),
      severity: message.severity,
      code: message.code,
      text,
      repair: repairOf(message).map(({ field, text: to }) => ({ field, text: field === 'unit' ? to : localNumber(to, language) })),
    },
  ];
}

/** Messages of the whole row that speak of one cell all the same. */
const SPEAKS_OF: readonly (readonly [RegExp, string])[] = [
  [/^unit\.missing|^annual\./, 'unit'],
  [/^quantity\.|^check\.(?:outlier|large|energy|peak)/, 'quantity'],
  [/^resource\./, 'resource'],
  [/^direction\./, 'direction'],
  [/^company\./, 'company'],
  [/^check\.water/, 'temperature'],
];
const fieldOf = (message: Message, column: string | null): string | null =>
  column ?? SPEAKS_OF.find(([code]) => code.test(message.code))?.[1] ?? null;
