import fc from 'fast-check';
import { z } from 'zod';
import { describe, expect, it } from 'vitest';
import { ERRORS, errorText } from '../../server/contract/errors.ts';
import { issueValues } from '../../server/contract/issueWords.ts';
import { ROUTES } from '../../server/contract/routes.ts';
import { AppError } from '../../server/domain/errors.ts';

const told = (issue: z.core.$ZodIssue) => {
  const error = new AppError('request.invalid', issueValues(issue));
  return { nb: errorText(error, 'nb'), en: errorText(error, 'en') };
};
const issueOf = (schema: z.ZodType, value: unknown): z.core.$ZodIssue => {
  const [issue] = schema.safeParse(value).error?.issues ?? [];
  if (issue === undefined) throw new Error('the value is well');
  return issue;
};

/** One of each code that the library has; a new one fails to compile here. */
const SAMPLES: Readonly<Record<z.core.$ZodIssue['code'], readonly [z.ZodType, unknown, string, string]>> = {
  invalid_type: [z.object({ id: z.string() }), {}, 'id: mangler, eller er ikke tekst.', 'id: is missing, or is not text.'],
  too_small: [z.object({ n: z.number().min(3) }), { n: 1 }, 'n: skal være minst 3.', 'n: must be at least 3.'],
  too_big: [z.object({ t: z.string().max(2) }), { t: 'abc' }, 't: skal ha høyst 2 tegn.', 't: must have at most 2 characters.'],
  invalid_format: [
    z.object({ d: z.iso.date() }),
    { d: 'i går' },
    'd: er ikke en dato som 2026-03-14.',
    'd: is not a date such as 2026-03-14.',
  ],
  invalid_value: [z.object({ s: z.enum(['a', 'b']) }), { s: 'c' }, 's: skal være en av: a, b.', 's: must be one of: a, b.'],
  unrecognized_keys: [z.strictObject({}), { x: 1 }, 'body: har felt som ikke er kjent: x.', 'body: has fields that are not known: x.'],
  not_multiple_of: [z.object({ n: z.number().multipleOf(5) }), { n: 3 }, 'n: skal være et multiplum av 5.', 'n: must be a multiple of 5.'],
  invalid_union: [
    z.union([z.string(), z.number()]),
    true,
    'body: er ingen av formene som ventes.',
    'body: is none of the forms that are expected.',
  ],
  invalid_key: [
    z.record(z.string().max(1), z.string()),
    { abc: '' },
    'abc: har et felt med et navn som ikke kan brukes.',
    'abc: has a field with a name that cannot be used.',
  ],
  invalid_element: [
    z.map(z.number(), z.number()),
    new Map([[{}, 1]]),
    'har et element som ikke kan brukes.',
    'has an item that cannot be used.',
  ],
  custom: [z.string().refine(() => false), 'a', 'body: kan ikke brukes slik.', 'body: cannot be used as it is.'],
};

describe('a malformed request', () => {
  it.each(Object.entries(SAMPLES))('is told in both languages: %s', (code, [schema, value, nb, en]) => {
    const issue = issueOf(schema, value);
    if (code !== 'invalid_element') expect(issue.code).toBe(code);
    const words = told(issue.code === code ? issue : { code: 'invalid_element', origin: 'map', key: 1, issues: [], path: [], message: '' });
    expect(words.nb.endsWith(nb)).toBe(true);
    expect(words.en.endsWith(en)).toBe(true);
  });

  it('of any route is told without a word of the library, and in Norwegian without one of English', () => {
    const schemas = Object.values(ROUTES).flatMap(({ query, body }): z.ZodType[] => [
      query,
      ...(body === null || body === 'upload' ? [] : [body]),
    ]);
    const junk = fc.oneof(
      fc.string({ maxLength: 4 }),
      fc.integer(),
      fc.double(),
      fc.boolean(),
      fc.constant(null),
      fc.array(fc.integer(), { maxLength: 2 }),
    );
    const found = new Set<string>();
    const template = ERRORS['request.invalid'];
    for (const schema of schemas) {
      const names = schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
      const values = fc.oneof(
        junk,
        fc.record(Object.fromEntries(names.map((name) => [name, fc.oneof(junk, fc.record({ x: junk }))])), { requiredKeys: [] }),
      );
      fc.assert(
        fc.property(values, (value) => {
          for (const issue of schema.safeParse(value).error?.issues ?? []) {
            found.add(issue.code);
            const words = told(issue);
            for (const text of [words.nb, words.en]) expect(text).not.toMatch(/[{}]|undefined|Invalid|Unrecognized|expected .* received/);
            expect(words.nb.startsWith(template.nb.slice(0, 20))).toBe(true);
            expect(words.nb).not.toMatch(/\b(?:is missing|must|does not|cannot|has)\b/);
          }
        }),
        { seed: 26, numRuns: 40 },
      );
    }
    expect([...found].sort()).toEqual(expect.arrayContaining(['invalid_type', 'invalid_value', 'too_small']));
  });
});
