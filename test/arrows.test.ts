// The house's arrows (README, "Where things are"): who may import whom. The table below is the picture; this test keeps it true.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');

/** Every room and what it may import from besides itself. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'server/domain': [],
  'server/reference': ['server/domain'],
  'server/taxonomy': ['server/domain'],
  'server/intake/table': ['server/domain'],
  'server/intake': ['server/domain', 'server/intake/table'],
  'server/heat': ['server/domain'],
  'server/balance': ['server/domain'],
  'server/matching': ['server/domain', 'server/heat', 'server/taxonomy'],
  'server/store': ['server/domain'],
  'server/contract': ['server/domain'],
  'server/tasks': [
    'server/domain',
    'server/reference',
    'server/taxonomy',
    'server/intake',
    'server/intake/table',
    'server/heat',
    'server/balance',
    'server/matching',
    'server/store',
    'server/contract',
  ],
  'server/api': ['server/domain', 'server/contract', 'server/tasks'],
  'server/cli': ['server/domain', 'server/contract', 'server/tasks', 'server/api'],
  'server/worker': ['server/domain', 'server/tasks'],
  'server/main': ['server/domain', 'server/api', 'server/cli', 'server/worker', 'server/tasks'],
  web: ['server/domain', 'server/contract', 'server/heat', 'server/intake/table'],
};

/** Rooms whose code knows no file, clock, database, request or randomness. */
const PURE = [
  'server/domain',
  'server/taxonomy',
  'server/intake/table',
  'server/intake',
  'server/heat',
  'server/balance',
  'server/matching',
  'web/sankey',
];

const sources = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));

const files = [...sources('server'), ...sources('web')];

/** The longest room name that the path lies in. */
function roomOf(path: string): string | undefined {
  return Object.keys(MAY_IMPORT)
    .filter((room) => path.startsWith(`${room}/`) || path === `${room}.ts`)
    .sort((a, b) => b.length - a.length)[0];
}

type Import = { readonly from: string; readonly target: string };
function importsOf(path: string): Import[] {
  const text = readFileSync(join(root, path), 'utf8');
  const found = text.matchAll(
    /(?:^|\n)\s*(?:import|export)\b[^'"\n;]*?(?:\{[^}]*\})?[^'"\n;]*?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g,
  );
  return [...found].map((one) => ({ from: path, target: one[1] ?? one[2] ?? '' }));
}

const imports = files.flatMap(importsOf);
const local = imports
  .filter((one) => one.target.startsWith('.'))
  .map((one) => ({ from: one.from, to: relative(root, resolve(root, dirname(one.from), one.target)) }));

describe('the arrows between the rooms', () => {
  it('sees the whole house, not an empty one', () => {
    expect(files.length).toBeGreaterThan(30);
    expect(local.length).toBeGreaterThan(30);
  });

  it('knows the room of every file', () => {
    expect(files.filter((path) => roomOf(path) === undefined)).toEqual([]);
  });

  it('finds every import inside the arrows of its room', () => {
    const wrong = local.filter(({ from, to }) => {
      const [room, target] = [roomOf(from), roomOf(to)];
      // A table of data/ may be built into a page as text.
      if (room === 'web' && /^data\/[\w-]+\.csv\?raw$/.test(to)) return false;
      if (room === undefined || target === undefined) return !/\.(json|css)$/.test(to);
      return room !== target && !(MAY_IMPORT[room] ?? []).includes(target);
    });
    expect(wrong).toEqual([]);
  });

  it('lets only the API import express, and only the store better-sqlite3', () => {
    const outside = (name: string, room: string) => imports.filter((one) => one.target === name && !one.from.startsWith(room));
    expect(outside('express', 'server/api/')).toEqual([]);
    expect(outside('better-sqlite3', 'server/store/')).toEqual([]);
  });

  it('keeps the pure rooms free of files, clocks and chance', () => {
    const touched = files
      .filter((path) => PURE.some((room) => path.startsWith(`${room}/`)))
      .filter((path) => {
        const text = readFileSync(join(root, path), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, '');
        return /from 'node:|\bDate\.now\(|new Date\(\)|Math\.random\(|\bfetch\(|process\.(env|argv|hrtime)/.test(text);
      });
    expect(touched).toEqual([]);
  });

  it('reaches no node: module from the browser part', () => {
    const byFile = Map.groupBy(local, (one) => one.from);
    const seen = new Set<string>();
    const queue = sources('web');
    while (queue.length > 0) {
      const path = queue.pop();
      if (path === undefined || seen.has(path)) continue;
      seen.add(path);
      for (const { to } of byFile.get(path) ?? []) if (/\.tsx?$/.test(to)) queue.push(to);
    }
    expect(imports.filter((one) => seen.has(one.from) && /^node:|^better-sqlite3$|^express$/.test(one.target))).toEqual([]);
  });
});
