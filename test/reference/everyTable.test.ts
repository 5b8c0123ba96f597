import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');
const DATA = join(ROOT, 'data');
const README = readFileSync(join(DATA, 'README.md'), 'utf8');
const LISTED = [...README.matchAll(/^\| ([^|]+) \|/gm)].flatMap(([, names = '']) => names.split(', '));
const FILES = readdirSync(DATA).filter((name) => name.endsWith('.csv'));

describe.each(FILES)('%s', (name) => {
  const rows: Record<string, string>[] = parse(readFileSync(join(DATA, name)), { columns: true });

  it('is in the README of the tables', () => expect(LISTED).toContain(name));

  it('says of every row where it is from, and whether a source says so or we judge so', () => {
    if (name === 'sources.csv') return;
    const silent = rows.filter(({ evidence, source = '' }) =>
      evidence === undefined ? source.trim() === '' : source.trim() === '' || !['documented', 'judgement'].includes(evidence),
    );
    expect(silent).toEqual([]);
  });

  it('has no row twice', () => {
    const texts = rows.map((row) => JSON.stringify(row));
    expect(texts.filter((text, at) => texts.indexOf(text) !== at)).toEqual([]);
  });
});

it('the README names the files that read the other tables as they are', () => {
  const named = [...README.matchAll(/server\/[\w/]+\.ts/g)].map(([path]) => path);
  expect(named.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
});
