// A real server for tests: a workspace on a database of its own, listening on a free port of this machine. Every answer is held to the contract.
import { createServer } from 'node:http';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect } from 'vitest';
import type { z } from 'zod';
import { createApp } from '../../server/api/app.ts';
import type { Journal } from '../../server/api/journal.ts';
import { ERRORS } from '../../server/contract/errors.ts';
import { API_ROOT, ROUTES, errorSchema } from '../../server/contract/routes.ts';
import type { RouteName } from '../../server/contract/routes.ts';
import type { ErrorCode } from '../../server/domain/errors.ts';
import type { AccountSettings } from '../../server/tasks/accounts/accounts.ts';
import { importFiles } from '../../server/tasks/importFiles.ts';
import { openWorkspace } from '../../server/tasks/openWorkspace.ts';

export type Asked = {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly file?: { readonly name: string; readonly content: string | Uint8Array };
  readonly headers?: Readonly<Record<string, string>>;
};

type Answer<Name extends RouteName> = (typeof ROUTES)[Name]['answer'] extends z.ZodType ? z.output<(typeof ROUTES)[Name]['answer']> : never;

const root = join(import.meta.dirname, '..', '..');
export const fixture = (...path: readonly string[]): { name: string; content: Uint8Array } => ({
  name: basename(path.at(-1) ?? ''),
  content: readFileSync(join(root, 'fixtures', ...path)),
});

export async function aServer({
  demo = false,
  accounts = null,
  journal,
}: { readonly demo?: boolean; readonly accounts?: Partial<AccountSettings> | null; readonly journal?: Journal } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'flytkart-api-'));
  const reported: unknown[] = [];
  let minute = 0;
  let origin = '';
  const work = openWorkspace({
    ...(accounts === null ? {} : { accounts: { required: true, address: () => origin, sendMail: null, secret: null, ...accounts } }),
    database: join(folder, 'served.db'),
    own: join(folder, 'own.db'),
    demo,
    backups: { folder: join(folder, 'backups'), every: null, keep: 2 },
    version: '0.0.0',
    now: () => new Date(Date.UTC(2026, 2, 1, 12, (minute += 1))).toISOString(),
  });
  const app = createApp({
    work,
    pages: join(root, 'dist', 'web'),
    uploads: work.uploads,
    ...(journal === undefined ? {} : { journal }),
    report: (_number, error) => reported.push(error),
  });
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const at = server.address();
  origin = `http://127.0.0.1:${typeof at === 'object' && at !== null ? at.port : 0}`;

  const send = (name: RouteName, { path, query, body, file, headers }: Asked = {}): Promise<Response> => {
    const where = ROUTES[name].path.replaceAll(/\{(\w+)\}/g, (_, one: string) => encodeURIComponent(path?.[one] ?? ''));
    const init: RequestInit = { method: ROUTES[name].method.toUpperCase(), headers: { ...headers } };
    if (file) {
      const form = new FormData();
      form.append('file', new Blob([typeof file.content === 'string' ? file.content : new Uint8Array(file.content)]), file.name);
      init.body = form;
    } else if (body !== undefined) {
      init.body = JSON.stringify(body);
      init.headers = { 'content-type': 'application/json', ...headers };
    }
    return fetch(`${origin}${API_ROOT}${where}?${new URLSearchParams(query).toString()}`, init);
  };

  const askWith = async <Name extends RouteName>(name: Name, asked: Asked, seen: (response: Response) => void): Promise<Answer<Name>> => {
    const response = await send(name, asked);
    seen(response);
    const text = await response.text();
    expect(response.status, text).toBe(200);
    const { answer } = ROUTES[name];
    if (typeof answer === 'string') throw new Error(`${name} does not answer with JSON`);
    return answer.parse(JSON.parse(text)) as Answer<Name>;
  };
  /** The answer, as the contract has it. */
  const ask = <Name extends RouteName>(name: Name, asked: Asked = {}): Promise<Answer<Name>> => askWith(name, asked, () => undefined);

  /** The refusal: its code and status are of the one error table, and it speaks both languages. */
  const refused = async (name: RouteName, asked: Asked = {}): Promise<ErrorCode> => {
    const response = await send(name, asked);
    const { error } = errorSchema.parse(await response.json());
    const code = error.code as ErrorCode;
    expect(ERRORS[code]).toBeDefined();
    expect(response.status).toBe(ERRORS[code].status);
    for (const text of [error.nb, error.en]) expect(text).toMatch(/^\S[^{}]{5,}[.?]$/);
    return code;
  };

  type Preview = Answer<'previewState'>;
  const settled = async (preview: Preview): Promise<Preview> => {
    let state = preview;
    while (state.state === 'reading' || state.state === 'committing') {
      await new Promise((resolve) => setTimeout(resolve, 10));
      state = await ask('previewState', { path: { preview: state.id } });
    }
    return state;
  };
  /** A preview that was read to its end. */
  const previewed = async (file: NonNullable<Asked['file']>, cluster = 'Klynge'): Promise<Preview> =>
    settled(await ask('preview', { query: { cluster }, file }));
  /** A file taken in. */
  const imported = async (file: NonNullable<Asked['file']>, cluster = 'Klynge'): Promise<Preview> => {
    const { id } = await previewed(file, cluster);
    return settled(await ask('commit', { body: { preview: id } }));
  };

  return {
    origin,
    uploads: work.uploads,
    database: join(folder, 'served.db'),
    work,
    accounts: work.accounts,
    reported,
    send,
    ask,
    askWith,
    refused,
    settled,
    previewed,
    imported,
    /** A file taken in past the door, as the command line does. */
    seeded: async (file: { readonly name: string; readonly content: Uint8Array }, cluster: string): Promise<void> => {
      const path = join(folder, file.name);
      writeFileSync(path, file.content);
      await importFiles({
        database: join(folder, 'served.db'),
        files: [{ path, name: file.name, size: file.content.length }],
        cluster,
        dryRun: false,
        withRows: false,
        choices: {},
        language: 'nb',
        at: new Date(Date.UTC(2026, 1, 1)).toISOString(),
        signal: new AbortController().signal,
        progress: () => undefined,
      });
    },
    /** Lets the server's clock run on. */
    later: (minutes: number): void => void (minute += minutes),
    close: async (): Promise<void> => {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      await work.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type TestServer = Awaited<ReturnType<typeof aServer>>;
