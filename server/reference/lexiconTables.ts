// What a row of each lexicon table must look like.
import { z } from 'zod';
import { WORD_ROLES } from '../domain/lexicon.ts';

const list = z.string().transform((text) => Object.freeze(text === '' ? [] : text.split('|')));
const language = z.enum(['nb', 'en', 'any'], 'nb, en or any');
const share = z
  .string()
  .refine((text) => text !== '' && Number(text) > 0 && Number(text) <= 1, 'a number above 0, at most 1')
  .transform(Number);
const filled = z.string().min(1, 'not empty');
const optional = z.string().transform((text) => (text === '' ? null : text));
const degrees = z
  .string()
  .refine((text) => text !== '' && Number.isFinite(Number(text)), 'a temperature in °C')
  .transform(Number);
const how = z.enum(['name', 'synonym', 'part', 'code', 'chemistry', 'activity', 'person'], 'how a guess is found');

export const LEXICON_TABLES = {
  phrases: z.strictObject({
    phrase: filled,
    language,
    resource: filled,
    direction: z.enum(['in', 'out', ''], 'in, out or nothing').transform((text) => (text === '' ? null : text)),
    kinds: list,
    how,
    weight: share,
    source: filled,
  }),
  words: z.strictObject({
    word: filled,
    language,
    role: z.enum(WORD_ROLES, `one of ${WORD_ROLES.join(', ')}`),
    meaning: optional,
    source: filled,
  }),
  activities: z.strictObject({ id: filled, words: list, nace: list, takes: list, gives: list, source: filled }),
  grades: z.strictObject({ pattern: filled, resource: filled, how, weight: share, example: filled, source: filled }),
  temperatures: z.strictObject({ medium: filled, from: degrees, to: degrees, resource: filled, source: filled }),
} as const;
