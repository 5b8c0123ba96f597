// How long the server takes to answer on 100,000 flows, and what the pages weigh. `npm run bench -- start`.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { importFiles } from '../server/tasks/importFiles.ts';
import { asLine, median } from './figures.ts';
import { writeScreening } from './import/writeScreening.ts';

const ROOT = join(import.meta.dirname, '..');
const REACH = { start: 1_000, kilobytes: 150 };
const folder = mkdtempSync(join(tmpdir(), 'flytkart-bench-'));

/** ms from the command to the first page, and to the first answer from the data. */
async function startOnce(database: string): Promise<{ readonly page: number; readonly data: number }> {
  const started = performance.now();
  const server = spawn(process.execPath, [join(ROOT, 'flytkart.mjs'), 'serve', '--port', '0', '--db', database], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const address = await new Promise<string>((resolve, reject) => {
      server.stdout.on('data', (said: Buffer) => {
        const found = /http:\/\/\S+/.exec(said.toString());
        if (found !== null) resolve(found[0]);
      });
      server.once('exit', () => reject(new Error('the server ended before it answered')));
    });
    const answer = async (path: string): Promise<number> => {
      const answered = await fetch(`${address}${path}`);
      if (!answered.ok) throw new Error(`the server answered ${answered.status}`);
      await answered.arrayBuffer();
      return performance.now() - started;
    };
    return { page: await answer('/'), data: await answer('/api/v1/clusters') };
  } finally {
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGTERM');
    await ended;
  }
}

/** Gzipped bytes of the scripts that a page loads before it is ready, those it names itself and those that these import. */
function scriptWeight(page: string): number {
  const pages = join(ROOT, 'dist', 'web');
  const html = readFileSync(join(pages, page), 'utf8');
  const waiting = [...html.matchAll(/(?:src|href)="\/?([^"]+\.js)"/g)].map((found) => found[1] ?? '');
  const seen = new Set<string>();
  let bytes = 0;
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    const script = readFileSync(join(pages, name));
    bytes += gzipSync(script).length;
    for (const [, other = ''] of script.toString().matchAll(/(?:import|from)\s*"\.\/([^"]+\.js)"/g)) waiting.push(`assets/${other}`);
  }
  return bytes;
}

try {
  const [file, database] = [join(folder, 'screening.csv'), join(folder, 'cluster.db')];
  await writeScreening(file, { companies: 5_000, flows: 20 });
  await importFiles({
    database,
    files: [{ path: file, name: 'screening.csv', size: statSync(file).size }],
    cluster: 'Rana',
    dryRun: false,
    withRows: false,
    choices: {},
    language: 'en',
    at: '2026-01-01T00:00:00Z',
    signal: new AbortController().signal,
    progress: () => undefined,
  });
  // The first start may build the pages.
  await startOnce(database);
  const times = [];
  for (let run = 0; run < 3; run++) times.push(await startOnce(database));
  const page = median(times.map((one) => one.page));
  console.log(asLine('server start on 100,000 flows', `${page.toFixed(0)} ms`, `${REACH.start} ms`, page <= REACH.start));
  console.log(`to its first answer from these flows: ${median(times.map((one) => one.data)).toFixed(0)} ms`);
  for (const page of ['index.html', 'draw.html']) {
    if (!existsSync(join(ROOT, 'dist', 'web', page))) continue;
    const kilobytes = scriptWeight(page) / 1000;
    console.log(asLine(`scripts of ${page}, gzipped`, `${kilobytes.toFixed(0)} kB`, `${REACH.kilobytes} kB`, kilobytes <= REACH.kilobytes));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
