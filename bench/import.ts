// A million rows from the file to the store beside `sqlite3 .import` of the same file, in turns; memory at two lengths; the first screen of a
// preview. `npm run bench -- import [ROWS] [RUNS]`.
import { spawnSync } from 'node:child_process';
import { linkSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LOCAL } from '../server/domain/viewer.ts';
import { openWorkspace } from '../server/tasks/openWorkspace.ts';
import { asLine, median } from './figures.ts';
import { writeScreening } from './import/writeScreening.ts';

const ROWS = Number(process.argv[2] ?? 1_000_000);
const RUNS = Number(process.argv[3] ?? 3);
/** 50,000 companies x 20 flows is a national programme. */
const FLOWS = 20;
const REACH = { ratio: 0.15, megabytes: 250, firstScreen: 1_000 };
const ROOT = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'flytkart-bench-'));

type Run = { readonly seconds: number; readonly megabytes: number };

/** One `npx flytkart import` into a new database. */
function ours(file: string, rows: number): Run {
  const database = join(folder, 'ours.db');
  const started = performance.now();
  const words = [join(ROOT, 'flytkart.mjs'), 'import', file, '--db', database, '--json'];
  const { status, stdout, stderr, output } = spawnSync(
    process.execPath,
    ['--import', join(ROOT, 'bench', 'import', 'tellMemory.mjs'), ...words],
    {
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    },
  );
  const seconds = (performance.now() - started) / 1000;
  const answer = status === 0 || status === 1 ? (JSON.parse(stdout) as { import: number | null; files: { rows_ok: number }[] }) : null;
  if (answer === null || answer.import === null || answer.files[0]?.rows_ok !== rows)
    throw new Error(`the import did not store ${rows} rows: ${stderr.slice(0, 500)}`);
  for (const end of ['', '-wal', '-shm', '-lock']) rmSync(database + end, { force: true });
  return { seconds, megabytes: Number(output[3]) / 1024 };
}

/** Null where there is no sqlite3 on this machine. */
function cli(file: string): number | null {
  const database = join(folder, 'cli.db');
  const started = performance.now();
  const { error, status } = spawnSync('sqlite3', [database, '.mode csv', '.separator ;', `.import ${file} rows`], { stdio: 'ignore' });
  const seconds = (performance.now() - started) / 1000;
  rmSync(database, { force: true });
  return error !== undefined || status !== 0 ? null : seconds;
}

async function firstScreens(file: string): Promise<number[]> {
  const database = join(folder, 'preview.db');
  const workspace = openWorkspace({ database, own: database, demo: false, version: '0', now: () => new Date().toISOString() });
  const times: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    // A preview deletes its file when it ends: it gets a name of its own.
    mkdirSync(join(folder, String(run)));
    const path = join(folder, String(run), 'screening.csv');
    linkSync(file, path);
    const started = performance.now();
    const shown = await workspace.preview(LOCAL, { path, name: 'screening.csv', size: statSync(path).size }, 'Rana');
    times.push(performance.now() - started);
    if (shown.rows.length === 0) throw new Error('the preview showed no rows');
    await workspace.cancelPreview(LOCAL, shown.id);
  }
  await workspace.close();
  return times;
}

try {
  const [whole, quarter] = [join(folder, 'screening.csv'), join(folder, 'quarter.csv')];
  await writeScreening(whole, { companies: ROWS / FLOWS, flows: FLOWS });
  await writeScreening(quarter, { companies: ROWS / FLOWS / 4, flows: FLOWS });
  const short = ours(quarter, ROWS / 4);
  const runs: Run[] = [];
  const beside: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const seconds = cli(whole);
    if (seconds !== null) beside.push(seconds);
    runs.push(ours(whole, ROWS));
  }
  const seconds = median(runs.map((run) => run.seconds));
  const rate = `${Math.round(ROWS / seconds).toLocaleString('en')} rows/s`;
  const what = `import of ${ROWS.toLocaleString('en')} rows with every check and provenance`;
  if (beside.length === 0) console.log(`${what}: ${rate}; sqlite3 is not installed here, so there is nothing to hold it against`);
  else {
    const ratio = median(beside) / seconds;
    const peer = `${Math.round(ROWS / median(beside)).toLocaleString('en')} rows/s`;
    console.log(
      asLine(
        what,
        `${ratio.toFixed(2)} of \`sqlite3 .import\` (${rate} beside ${peer})`,
        `${REACH.ratio}, stretch 0.25`,
        ratio >= REACH.ratio,
      ),
    );
  }
  const megabytes = Math.max(...runs.map((run) => run.megabytes));
  const memory = `${megabytes.toFixed(0)} MB, at a quarter of the rows ${short.megabytes.toFixed(0)} MB`;
  console.log(asLine('memory of that import', memory, `${REACH.megabytes} MB`, megabytes <= REACH.megabytes));
  const first = median(await firstScreens(whole));
  console.log(
    asLine('first screen of a preview of that file', `${first.toFixed(0)} ms`, `${REACH.firstScreen} ms`, first <= REACH.firstScreen),
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
