// SECURITY.md says which test holds each line; here it is held that those tests are there, and what can be read off our own files.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packagesText, PACKAGES_FILE, productionPackages } from '../../tools/packages.ts';

const root = join(import.meta.dirname, '..', '..');
const list = readFileSync(join(root, 'SECURITY.md'), 'utf8');
const lines = list.split('\n').filter((line) => line.startsWith('- ['));

/** `file`: "name", "name"; … */
const named = (line: string): { file: string; name: string }[] =>
  [...line.matchAll(/`(test\/[\w./-]+)`:((?:\s*"[^"]+",?)+)/g)].flatMap(([, file = '', names = '']) =>
    [...names.matchAll(/"([^"]+)"/g)].map((one) => ({ file, name: one[1] ?? '' })),
  );

describe('the list of SECURITY.md', () => {
  it('names for each line that is ticked the tests that hold it, and each of them is there', () => {
    expect(lines.length).toBeGreaterThan(40);
    const missing = lines.flatMap((line) =>
      named(line).flatMap(({ file, name }) => (readFileSync(join(root, file), 'utf8').includes(name) ? [] : [`${file}: ${name}`])),
    );
    expect(missing).toEqual([]);
    const without = lines.filter((line) => line.startsWith('- [x]') && named(line).length === 0 && !line.includes('(the same tests)'));
    expect(without).toEqual([]);
  });

  it('says of each line that is not ticked why', () => {
    for (const line of lines.filter((one) => one.startsWith('- [ ]'))) expect(line.length).toBeGreaterThan(30);
  });
});

const sources = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(tsx?|html)$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));

it('makes no code and no markup of text', () => {
  const careless =
    /\beval\(|new Function\(|innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write|setAttribute\('style'|\bon\w+="|shell: true|\bexec(Sync)?\('/;
  const found = [...sources('server'), ...sources('web')].filter((path) => {
    const text = readFileSync(join(root, path), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, '');
    return careless.test(text.replaceAll(/\.exec\(/g, ''));
  });
  expect(found).toEqual([]);
});

describe('packages', () => {
  it('lists every production package with licence and reason, as the lock file has them', () => {
    // Written by `node tools/packages.ts`.
    expect(readFileSync(PACKAGES_FILE, 'utf8')).toBe(packagesText());
    const packages = productionPackages();
    expect(packages.length).toBeGreaterThan(100);
    expect(
      packages.filter(
        ({ licence }) => !/^(MIT|MIT-0|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|BlueOak-1\.0\.0|MPL-2\.0|Unlicense|MIT \(.*\))$/.test(licence),
      ),
    ).toEqual([]);
    expect(packages.filter((one) => one.for.length === 0 || one.integrity === '')).toEqual([]);
  });

  it('lets no package run a script when it is installed', () => {
    expect(readFileSync(join(root, '.npmrc'), 'utf8')).toMatch(/^ignore-scripts=true$/m);
  });
});
