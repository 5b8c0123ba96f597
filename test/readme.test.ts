import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { withTables } from '../tools/readmeTables.ts';

const root = join(import.meta.dirname, '..');
const text = readFileSync(join(root, 'README.md'), 'utf8');

describe('the README', () => {
  it('holds its tables as the code has them (node tools/readmeTables.ts writes them)', () => {
    expect(withTables(text)).toBe(text);
  });

  it('names only files and folders that are there', () => {
    const named = [
      ...text.matchAll(/`((?:server|web|data|fixtures|test|bench|drill|tools|docs)(?:\/[\w.-]+)*\/?)`|\]\((docs\/[\w.-]+)\)/g),
    ].map((one) => one[1] ?? one[2] ?? '');
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it('explains every package the product runs on', () => {
    const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { dependencies: Record<string, string> };
    const explained = text.slice(text.indexOf('## Packages'));
    expect(Object.keys(dependencies).filter((name) => !new RegExp(`(?<![\\w-])${name}(?![\\w-])`).test(explained))).toEqual([]);
  });
});
