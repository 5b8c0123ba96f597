// The command line for tests: the same words, in this process (quick) or in one of its own (as a user starts it).
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { runCommand } from '../../server/cli/commandLine.ts';

export const root = join(import.meta.dirname, '..', '..');

export type Said = { readonly code: number; readonly out: string; readonly err: string };

/** Runs `flytkart WORDS` in this process. */
export async function flytkart(...words: readonly string[]): Promise<Said> {
  let [out, err] = ['', ''];
  const code = await runCommand(words, {
    root,
    version: '0.0.0',
    database: null,
    language: 'en',
    now: () => '2026-03-01T12:00:00.000Z',
    out: (text) => void (out += text),
    err: (text) => void (err += text),
    interactive: false,
    mail: null,
    secret: null,
    onStop: () => undefined,
  });
  return { code, out, err };
}

/** What a command said with --json: one document, and nothing else, on standard output. */
export async function answerOf<Answer>(schema: { parse(value: unknown): Answer }, ...words: readonly string[]): Promise<Answer> {
  const said = await flytkart(...words, '--json');
  return schema.parse(JSON.parse(said.out));
}

/** Starts `node server/main.ts WORDS` as a process of its own, on the Node that runs the tests. */
export function startProcess(...words: readonly string[]): ChildProcess {
  return spawn(process.execPath, [join(root, 'server', 'main.ts'), ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, FLYTKART_DB: '', LC_ALL: 'en_GB.UTF-8' },
  });
}

/** Runs it to its end. */
export async function processSaid(...words: readonly string[]): Promise<Said> {
  const child = startProcess(...words);
  let [out, err] = ['', ''];
  child.stdout?.on('data', (part: Buffer) => void (out += part.toString()));
  child.stderr?.on('data', (part: Buffer) => void (err += part.toString()));
  const code = await new Promise<number>((resolve) => child.on('close', (status) => resolve(status ?? -1)));
  return { code, out, err };
}

/** A folder of its own for a test file, gone afterwards. */
export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'flytkart-test-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
