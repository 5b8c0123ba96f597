// An import in a process of its own, killed at a seeded moment, and what must hold afterwards. The suite and the drill both use it.
import { spawn } from 'node:child_process';
import { copyFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LOCAL } from '../server/domain/viewer.ts';
import { checkDatabase } from '../server/tasks/backup.ts';
import { importFiles } from '../server/tasks/importFiles.ts';
import { openForReading } from '../server/tasks/open.ts';

const AT = '2026-03-01T12:00:00.000Z';
const MAIN = join(import.meta.dirname, '..', 'server', 'main.ts');
export const CLUSTER = 'Sognefjorden';
const BEFORE_ROWS = 300;

/** A screening of so many flows, no two alike. */
export function screeningText(rows: number, name: string): string {
  const lines = ['Bedrift;Prosess;Retning;Ressurs;Mengde;Enhet'];
  for (let row = 0; row < rows; row += 1)
    lines.push(
      `${name} ${row % 180} AS;Linje ${row % 7};${row % 2 ? 'inn' : 'ut'};Treflis parti ${row};${((row * 37) % 9000) + 1},5;tonn/år`,
    );
  return `${lines.join('\r\n')}\r\n`;
}

/** A database with one committed import, to be copied for each attempt. */
export async function prepare(folder: string, rows: number): Promise<{ readonly base: string; readonly file: string }> {
  const [base, before, file] = ['base.db', 'before.csv', 'screening.csv'].map((name) => join(folder, name)) as [string, string, string];
  const text = screeningText(BEFORE_ROWS, 'Før');
  writeFileSync(before, text);
  writeFileSync(file, screeningText(rows, 'Etter'));
  await importFiles({
    database: base, files: [{ path: before, name: 'before.csv', size: text.length }], cluster: CLUSTER, dryRun: false, withRows: false,
    choices: {}, language: 'en', at: AT, signal: new AbortController().signal, progress: () => undefined,
  }); // prettier-ignore
  return { base, file };
}

export function freshCopy(base: string, to: string): void {
  for (const tail of ['', '-wal', '-shm', '-lock']) rmSync(to + tail, { force: true });
  copyFileSync(base, to);
}

/** Imports the file into the database and kills the process after so many ms; true when it had said, before it died, that the import is done. */
export async function importKilledAfter(
  database: string,
  file: string,
  ms: number,
): Promise<{ readonly acknowledged: boolean; readonly ms: number }> {
  const started = performance.now();
  const child = spawn(process.execPath, [MAIN, 'import', file, '--db', database, '--cluster', CLUSTER, '--json'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (part: Buffer) => void (out += part.toString()));
  child.stderr.on('data', (part: Buffer) => void (err += part.toString()));
  const timer = Number.isFinite(ms) ? setTimeout(() => child.kill('SIGKILL'), ms) : undefined;
  await new Promise<void>((resolve) => child.on('close', () => resolve()));
  clearTimeout(timer);
  if (err !== '') throw new Error(`an import that was not refused said: ${err}`);
  const acknowledged = out.endsWith('\n') && (JSON.parse(out) as { import: number | null }).import !== null;
  return { acknowledged, ms: performance.now() - started };
}

export type Found = {
  /** Problems that `check` names; empty when all is well. */
  readonly problems: readonly string[];
  /** Whether what was there before is there, whole. */
  readonly before: boolean;
  readonly after: 'none' | 'half' | 'whole';
};

/** What is in a database after a kill, as a user would see it. */
export function lookInto(database: string, rows: number): Found {
  const problems = checkDatabase(database);
  const store = openForReading(database);
  try {
    const companies = store.companiesOf(LOCAL, CLUSTER);
    const counts = store.flowCounts(LOCAL, CLUSTER);
    const flowsOf = (name: string): number =>
      companies.filter((one) => one.name.startsWith(name)).reduce((sum, one) => sum + (counts.get(one.id) ?? 0), 0);
    const [ofBefore, ofAfter] = [flowsOf('Før'), flowsOf('Etter')];
    const committed = store.listImports(LOCAL).filter(({ state }) => state === 'committed').length;
    const whole = ofAfter === rows && committed === 2;
    const none = ofAfter === 0 && committed === 1 && companies.length === Math.min(180, BEFORE_ROWS);
    return { problems, before: ofBefore === BEFORE_ROWS, after: whole ? 'whole' : none ? 'none' : 'half' };
  } finally {
    store.close();
  }
}
