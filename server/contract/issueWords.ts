// What a request's check found wrong, in words of our own in both languages: the library's own are English, or read badly.
import type { z } from 'zod';
import type { Language } from './errors.ts';

type Issue = z.core.$ZodIssue;
type Told = Readonly<Record<Language, string>>;

/** By the library's name; an unknown one stands for itself. */
const TYPES: Readonly<Record<string, Told>> = {
  string: { nb: 'tekst', en: 'text' },
  number: { nb: 'et tall', en: 'a number' },
  int: { nb: 'et helt tall', en: 'a whole number' },
  boolean: { nb: 'true eller false', en: 'true or false' },
  date: { nb: 'en dato', en: 'a date' },
  array: { nb: 'en liste', en: 'a list' },
  tuple: { nb: 'en liste', en: 'a list' },
  object: { nb: 'et objekt', en: 'an object' },
  record: { nb: 'et objekt', en: 'an object' },
  null: { nb: 'null', en: 'null' },
  nonoptional: { nb: 'oppgitt', en: 'given' },
};

const FORMATS: Readonly<Record<string, Told>> = {
  date: { nb: 'en dato som 2026-03-14', en: 'a date such as 2026-03-14' },
  datetime: { nb: 'et tidspunkt som 2026-03-14T10:00:00Z', en: 'a time such as 2026-03-14T10:00:00Z' },
  email: { nb: 'en e-postadresse', en: 'an e-mail address' },
  url: { nb: 'en nettadresse', en: 'a web address' },
  uuid: { nb: 'en UUID', en: 'a UUID' },
};

/** What a length or size counts; null: the number itself. */
const COUNTED: Readonly<Record<string, Told>> = {
  string: { nb: 'tegn', en: 'characters' },
  array: { nb: 'elementer', en: 'items' },
  set: { nb: 'elementer', en: 'items' },
  map: { nb: 'elementer', en: 'items' },
  record: { nb: 'felt', en: 'fields' },
  file: { nb: 'byte', en: 'bytes' },
};

const listed = (values: readonly unknown[]): string => values.map(String).join(', ');

function bound(origin: string, limit: number | bigint, which: 'least' | 'most', inclusive: boolean): Told {
  const unit = COUNTED[origin];
  const [nb, en] = which === 'least' ? ['minst', 'at least'] : ['høyst', 'at most'];
  const [over, beyond] = which === 'least' ? ['mer enn', 'more than'] : ['mindre enn', 'less than'];
  if (unit !== undefined && which === 'least' && limit === 1) return { nb: 'kan ikke være tom', en: 'must not be empty' };
  return {
    nb: `skal ${unit === undefined ? 'være' : 'ha'} ${inclusive ? nb : over} ${limit}${unit === undefined ? '' : ` ${unit.nb}`}`,
    en: `must ${unit === undefined ? 'be' : 'have'} ${inclusive ? en : beyond} ${limit}${unit === undefined ? '' : ` ${unit.en}`}`,
  };
}

/** One entry for each code of the library: a code that is new in it fails to compile here. */
const WORDS: { readonly [Code in Issue['code']]: (issue: Extract<Issue, { code: Code }>) => Told } = {
  invalid_type: ({ expected }) => {
    const type = TYPES[expected] ?? { nb: expected, en: expected };
    return { nb: `mangler, eller er ikke ${type.nb}`, en: `is missing, or is not ${type.en}` };
  },
  too_small: ({ origin, minimum, inclusive }) => bound(origin, minimum, 'least', inclusive ?? true),
  too_big: ({ origin, maximum, inclusive }) => bound(origin, maximum, 'most', inclusive ?? true),
  invalid_format: ({ format }) => {
    const known = FORMATS[format];
    return known === undefined
      ? { nb: 'har ikke den formen som ventes', en: 'does not have the form that is expected' }
      : { nb: `er ikke ${known.nb}`, en: `is not ${known.en}` };
  },
  invalid_value: ({ values }) => ({ nb: `skal være en av: ${listed(values)}`, en: `must be one of: ${listed(values)}` }),
  unrecognized_keys: ({ keys }) => ({
    nb: `har felt som ikke er kjent: ${listed(keys)}`,
    en: `has fields that are not known: ${listed(keys)}`,
  }),
  not_multiple_of: ({ divisor }) => ({ nb: `skal være et multiplum av ${divisor}`, en: `must be a multiple of ${divisor}` }),
  invalid_union: () => ({ nb: 'er ingen av formene som ventes', en: 'is none of the forms that are expected' }),
  invalid_key: () => ({ nb: 'har et felt med et navn som ikke kan brukes', en: 'has a field with a name that cannot be used' }),
  invalid_element: () => ({ nb: 'har et element som ikke kan brukes', en: 'has an item that cannot be used' }),
  custom: () => ({ nb: 'kan ikke brukes slik', en: 'cannot be used as it is' }),
};

/** Where it stands and what is wrong, as the values of `request.invalid`. */
export function issueValues(issue: Issue): { readonly where: string; readonly problem_nb: string; readonly problem_en: string } {
  // The code names the entry, whose argument is the issue of that code.
  const told = (WORDS[issue.code] as (issue: Issue) => Told)(issue);
  return { where: issue.path.map(String).join('.') || 'body', problem_nb: told.nb, problem_en: told.en };
}
