import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { TABLE_MESSAGES } from '../../../server/intake/table/messages.ts';

const folder = new URL('../../../server/intake/table/', import.meta.url);
const code = readdirSync(folder)
  .filter((name) => name !== 'messages.ts')
  .map((name) => readFileSync(new URL(name, folder), 'utf8'))
  .join('\n');
const tests = ['encodings.test.ts', 'openFile.test.ts'].map((name) => readFileSync(new URL(name, import.meta.url), 'utf8')).join('\n');
const placeholders = (text: string): string[] =>
  Array.from(text.matchAll(/\{(\w+)\}/g), ([, name]) => (name ?? '').replace(/En$/, '')).sort();

describe('what the table layer says', () => {
  it.each(Object.entries(TABLE_MESSAGES))('%s is said somewhere, tested, and tells the same in both languages', (name, { nb, en }) => {
    expect(code.includes(`'${name}'`), 'said').toBe(true);
    expect(tests.includes(name), 'tested').toBe(true);
    expect(placeholders(en)).toEqual(placeholders(nb));
    expect(nb).not.toBe(en);
  });
});
