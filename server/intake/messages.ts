// The one table of what intake has to say: code -> text in both languages.
import type { Message } from '../domain/screening.ts';
import { SCREENING_MESSAGES } from './screening/messageTexts.ts';
import { TABLE_MESSAGES } from './table/messages.ts';

/** What is said of a whole file when it is held against what is stored. */
export const IMPORT_MESSAGES = {
  'import.unchanged': {
    nb: 'Alt i filen er lagret fra før, som import {id}: {count} flyter og utvekslinger er uendret. Ingenting nytt lagres, og ingenting trengs.',
    en: 'Everything in the file is stored already, as import {id}: {count} flows and exchanges are unchanged. Nothing new is stored, and nothing needs to be done.',
  },
  'import.notYours': {
    nb: 'Filen sier noe om {companies}, som du ikke kan endre, og kan ikke lagres slik. Ta ut radene om dem, eller be bedriften selv eller konsulenten dens om å importere dem.',
    en: 'The file says something of {companies}, which you may not change, and cannot be stored like this. Take the rows about them out, or ask the company itself or its consultant to import them.',
  },
} as const;

export const MESSAGES: Readonly<Record<string, { readonly nb: string; readonly en: string }>> = {
  ...TABLE_MESSAGES,
  ...SCREENING_MESSAGES,
  ...IMPORT_MESSAGES,
};

/** What stands for a value that the message does not have. */
const ABSENT = '–';

/** The sentence of a message. A code that the table lacks is shown as it is, with what was found, so that nothing is lost. */
export function textOf(message: Message, language: 'nb' | 'en'): string {
  const template = Object.hasOwn(MESSAGES, message.code) ? MESSAGES[message.code]?.[language] : undefined;
  if (template === undefined) return [message.code, message.line, message.found].filter((part) => part !== null).join(' ');
  const text = template.replaceAll(/\{(\w+)\}/g, (_, name: string) => shown(valueOf(message, name)));
  return message.sheet !== null && !template.includes('{sheet}') ? `${message.sheet}: ${text}` : text;
}

function valueOf(message: Message, name: string): string | number | null {
  if (Object.hasOwn(message.values, name)) return message.values[name] ?? null;
  if (name === 'line') return message.line;
  if (name === 'column') return message.column;
  if (name === 'header') return message.header;
  if (name === 'found') return message.found;
  return name === 'sheet' ? message.sheet : null;
}

const shown = (value: string | number | null): string => (value === null || value === '' ? ABSENT : String(value).replace(/\s+/g, ' '));
