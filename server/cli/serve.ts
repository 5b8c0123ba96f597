// `serve` and `start`: the pages and the API on one address of this machine.
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { createApp } from '../api/app.ts';
import { AppError } from '../domain/errors.ts';
import { buildPagesIfStale } from '../tasks/buildPages.ts';
import { makeDemo } from '../tasks/demo.ts';
import { openWorkspace } from '../tasks/openWorkspace.ts';
import { text, wholeNumber, wrongUse } from './given.ts';
import type { Given, Surroundings } from './given.ts';

const DEFAULT_PORT = 4077;
const LOOPBACK = new Set(['127.0.0.1', 'localhost', '::1']);

export const serveCommand = (given: Given, around: Surroundings): Promise<number> => serve(given, around, given.database, false);

/** Your own database where there is one, else the demo, made anew when missing. */
export async function startCommand(given: Given, around: Surroundings): Promise<number> {
  if (!given.databaseByDefault || existsSync(given.database)) return serve(given, around, given.database, false);
  const demo = join(around.root, 'demo.db');
  if (!existsSync(demo)) await makeDemo(around.root, demo, around.now());
  return serve(given, around, demo, true);
}

async function serve(given: Given, around: Surroundings, database: string, demo: boolean): Promise<number> {
  const host = text(given, 'host') ?? '127.0.0.1';
  if (!LOOPBACK.has(host)) throw wrongUse(`--host ${host}: without accounts Flytkart listens on this machine only (127.0.0.1).`);
  const port = wholeNumber(given, 'port', 0);
  await buildPagesIfStale(around.root, around.err);
  const work = openWorkspace({ database, own: given.database, demo, version: around.version, now: around.now });
  const app = createApp({
    work,
    pages: join(around.root, 'dist', 'web'),
    uploads: work.uploads,
    report: (number, error) =>
      around.err(`${around.now()} ${number} ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`),
  });
  const server = createServer(app);
  return new Promise<number>((resolve, reject) => {
    server.on('error', (error: NodeJS.ErrnoException) => {
      void work.close();
      reject(
        error.code === 'EADDRINUSE'
          ? wrongUse(`Port ${port} is taken. Name another with --port, or stop what uses it.`)
          : new AppError('internal', { number: error.code ?? 'listen' }, { cause: error }),
      );
    });
    server.listen(port ?? DEFAULT_PORT, host, () => {
      const at = server.address();
      around.out(`http://${host.includes(':') ? `[${host}]` : host}:${typeof at === 'object' && at !== null ? at.port : port}\n`);
    });
    around.onStop(() => {
      server.close(() => void work.close().then(() => resolve(0), reject));
      server.closeAllConnections();
    });
  });
}
