// `serve` and `start`: the pages and the API on one address of this machine.
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { join, resolve } from 'node:path';
import { createApp } from '../api/app.ts';
import type { AccountSettings } from '../tasks/accounts/accounts.ts';
import { mailBy } from '../tasks/accounts/mail.ts';
import { AppError } from '../domain/errors.ts';
import { buildPagesIfStale } from '../tasks/buildPages.ts';
import { makeDemo } from '../tasks/demo.ts';
import { openWorkspace } from '../tasks/openWorkspace.ts';
import type { BackupPlan } from '../tasks/running/backups.ts';
import { flag, text, wholeNumber, wrongUse } from './given.ts';
import type { Given, Surroundings } from './given.ts';
import { createLog } from './log.ts';

const DEFAULT_PORT = 4077;
const LOOPBACK = new Set(['127.0.0.1', 'localhost', '::1']);

/** ms. Whoever sends slower than this holds a connection for nothing. An upload of a large file takes minutes, its headers never do. */
export const PATIENCE = {
  headersTimeout: 15_000,
  requestTimeout: 900_000,
  keepAliveTimeout: 10_000,
  connectionsCheckingInterval: 5_000,
} as const;

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
  const beyond = !LOOPBACK.has(host);
  if (beyond && demo)
    throw wrongUse(
      `--host ${host}: the demo listens on this machine only (127.0.0.1); serve a database of your own.`,
      `--host ${host}: demoen svarer bare på denne maskinen (127.0.0.1); bruk en egen database.`,
    );
  const port = wholeNumber(given, 'port', 0);
  const address = addressGiven(text(given, 'address'), host, port ?? DEFAULT_PORT);
  await buildPagesIfStale(around.root, around.err);
  let listening = `http://${host}`;
  const accounts: AccountSettings = {
    required: beyond || address !== null || flag(given, 'accounts'),
    address: () => address ?? listening,
    sendMail: mailBy(around.mail),
    secret: around.secret,
  };
  const work = openWorkspace({
    database,
    own: given.database,
    demo,
    version: around.version,
    now: around.now,
    accounts,
    backups: backupsGiven(given),
  });
  const log = flag(given, 'log') ? createLog(around.err) : null;
  const app = createApp({
    work,
    pages: join(around.root, 'dist', 'web'),
    uploads: work.uploads,
    address,
    ...(log === null ? {} : { journal: log }),
    report:
      log?.failed ??
      ((number, error) =>
        around.err(`${around.now()} ${number} ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)),
  });
  const server = createServer(PATIENCE, app);
  return new Promise<number>((resolve, reject) => {
    server.on('error', (error: NodeJS.ErrnoException) => {
      void work.close();
      reject(
        error.code === 'EADDRINUSE'
          ? wrongUse(
              `Port ${port} is taken. Name another with --port, or stop what uses it.`,
              `Port ${port} er opptatt. Oppgi en annen med --port, eller stopp det som bruker den.`,
            )
          : new AppError('internal', { number: error.code ?? 'listen' }, { cause: error }),
      );
    });
    server.listen(port ?? DEFAULT_PORT, host, () => {
      const at = server.address();
      listening = `http://${host.includes(':') ? `[${host}]` : host}:${typeof at === 'object' && at !== null ? at.port : port}`;
      around.out(`${listening}\n`);
      const word = work.accounts.door.setUpWord();
      if (word !== null) around.err(`${FIRST[around.language]} ${address ?? listening}/first/${word}\n`);
    });
    around.onStop(() => {
      server.close(() => void work.close().then(() => resolve(0), reject));
      server.closeAllConnections();
    });
  });
}

/** Hours between backups, and how many are kept, unless said otherwise: two weeks of days. */
const EVERY = 24;
const KEEP = 14;

function backupsGiven(given: Given): BackupPlan | null {
  const folder = text(given, 'backups');
  const every = wholeNumber(given, 'backup-every', 1);
  const keep = wholeNumber(given, 'keep', 1);
  if (folder === null) {
    if (every !== null || keep !== null)
      throw wrongUse(
        '--backup-every and --keep need --backups: say which folder backups go to.',
        '--backup-every og --keep trenger --backups: si hvilken mappe sikkerhetskopiene skal i.',
      );
    return null;
  }
  return { folder: resolve(folder), every: every ?? EVERY, keep: keep ?? KEEP };
}

const FIRST = {
  nb: 'Ingen kan logge inn ennå. Lag den første administratoren her:',
  en: 'Nobody can sign in yet. Make the first administrator here:',
} as const;

/** Where people reach the server: needed where it listens to every name at once, and behind a proxy. */
function addressGiven(given: string | null, host: string, port: number): string | null {
  if (given === null) {
    if (host === '0.0.0.0' || host === '::')
      throw wrongUse(
        `--host ${host}: say with --address how people reach the server, for example --address https://flytkart.example.no.`,
        `--host ${host}: si med --address hvordan folk når tjeneren, for eksempel --address https://flytkart.example.no.`,
      );
    return LOOPBACK.has(host) ? null : new URL(`http://${host}:${port}`).origin;
  }
  if (!URL.canParse(given) || !/^https?:$/.test(new URL(given).protocol) || new URL(given).pathname !== '/')
    throw wrongUse(
      `--address ${given}: an address without a path is expected here, for example https://flytkart.example.no.`,
      `--address ${given}: her ventes en adresse uten sti, for eksempel https://flytkart.example.no.`,
    );
  return new URL(given).origin;
}
