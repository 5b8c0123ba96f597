// A unit in a type is given where a number is checked, and nowhere else: no cast to a branded number stands outside server/domain.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const sources = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
const textOf = (path: string): string => readFileSync(join(root, path), 'utf8');

/** The branded types are those of domain that say what they are. */
const brands = sources('server/domain').flatMap((path) =>
  [...textOf(path).matchAll(/export type (\w+)(?:<[^>]*>)? = number & \{ readonly is:/g)].map((found) => found[1] ?? ''),
);

describe('numbers with a unit in their type', () => {
  it('are those we know', () => expect([...brands].sort()).toEqual(['Celsius', 'Density', 'HeatingValue', 'Kelvin', 'PerYear']));

  it('are made by their own functions, which check them: nobody else casts', () => {
    const cast = new RegExp(`\\b(?:as|satisfies)\\s+(?:readonly\\s+)?[[({]?\\s*(?:${brands.join('|')})\\b`);
    const casting = ['server', 'web', 'test', 'bench', 'drill', 'tools']
      .flatMap(sources)
      .filter((path) => !path.startsWith('server/domain/') && path !== 'test/brands.test.ts')
      .flatMap((path) =>
        textOf(path)
          .split('\n')
          .flatMap((line, at) => (cast.test(line) ? [`${path}:${at + 1} ${line.trim()}`] : [])),
      );
    expect(casting).toEqual([]);
  });
});
