// The figures of this machine: `npm run bench` prints all, `npm run bench -- NAME [WORDS]` those of bench/NAME.ts. Each bench is a program of its
// own; a line that it prints as `WHAT: MEASURED (reach …)` is a figure, kept in figures.json, figures.md and the README's table.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { asFigure, asTable } from './figures.ts';
import type { Figure } from './figures.ts';
import { withTables } from '../tools/readmeTables.ts';

const HERE = import.meta.dirname;
const FIGURES = join(HERE, 'figures.json');
/** What is no bench of its own: this runner and its parts; `store-insert` is a part of `import`, for whoever works on it. */
const PARTS = new Set(['bench', 'figures', 'store-insert']);
/** Named first because others are quoted beside them; the rest follow by name. */
const FIRST = ['import', 'start', 'match', 'matching', 'allocate', 'heat', 'sankey'];

function benches(): string[] {
  const found = readdirSync(HERE)
    .filter((name) => name.endsWith('.ts'))
    .map((name) => name.slice(0, -3))
    .filter((name) => !PARTS.has(name));
  const place = (name: string): number => (FIRST.includes(name) ? FIRST.indexOf(name) : FIRST.length);
  return found.toSorted((a, b) => place(a) - place(b) || (a < b ? -1 : 1));
}

/** Runs one; hands back its figures and whether it came to its end. */
async function run(bench: string, words: readonly string[]): Promise<{ figures: Figure[]; ended: boolean }> {
  console.log(`\n── ${bench}`);
  const child = spawn(process.execPath, [join(HERE, `${bench}.ts`), ...words], { stdio: ['ignore', 'pipe', 'inherit'] });
  const figures: Figure[] = [];
  const ended = new Promise<boolean>((resolve) => child.once('close', (code) => resolve(code === 0)));
  for await (const line of createInterface({ input: child.stdout })) {
    console.log(line);
    const figure = asFigure(bench, line);
    if (figure !== null) figures.push(figure);
  }
  return { figures, ended: await ended };
}

const [wanted, ...words] = process.argv.slice(2);
const all = benches();
if (wanted !== undefined && !all.includes(wanted)) {
  console.error(`There is no bench ${wanted}. There are: ${all.join(', ')}.`);
  process.exit(2);
}
const before = existsSync(FIGURES) ? (JSON.parse(readFileSync(FIGURES, 'utf8')) as Figure[]) : [];
const kept = new Map(all.map((bench) => [bench, before.filter((figure) => figure.bench === bench)]));
let failed = false;
for (const bench of wanted === undefined ? all : [wanted]) {
  const { figures, ended } = await run(bench, words);
  if (!ended) console.log(`${bench} did not come to its end; its earlier figures stand.`);
  failed ||= !ended;
  if (ended && figures.length > 0) kept.set(bench, figures);
}
const figures = [...kept.values()].flat();
writeFileSync(FIGURES, `${JSON.stringify(figures, null, 2)}\n`);
writeFileSync(join(HERE, 'figures.md'), asTable(figures));
const README = join(HERE, '..', 'README.md');
writeFileSync(README, withTables(readFileSync(README, 'utf8')));
console.log(`\n${asTable(figures)}\nOn ${cpus().length} cores. Kept in bench/figures.json, bench/figures.md and the README.`);
process.exit(failed ? 1 : 0);
