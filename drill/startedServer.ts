// `serve` in a process of its own, for drills that ask it things.
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';

const MAIN = join(import.meta.dirname, '..', 'server', 'main.ts');

export type Started = {
  readonly origin: string;
  readonly child: ChildProcess;
  readonly said: () => string;
  readonly stop: () => Promise<number | null>;
};

/** Resolves when it answers. */
export async function startServer(database: string, ...words: readonly string[]): Promise<Started> {
  const child = spawn(process.execPath, [MAIN, 'serve', '--port', '0', '--db', database, ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
  let [out, err] = ['', ''];
  child.stderr.on('data', (part: Buffer) => void (err += part.toString()));
  const closed = new Promise<number | null>((resolve) => child.on('close', resolve));
  const listening = new Promise<boolean>((resolve) => {
    child.stdout.on('data', (part: Buffer) => {
      out += part.toString();
      if (out.includes('\n')) resolve(true);
    });
    void closed.then(() => resolve(false));
  });
  if (!(await listening)) throw new Error(`the server did not start: ${err}`);
  return {
    origin: out.trim(),
    child,
    said: () => err,
    stop: () => {
      child.kill('SIGTERM');
      return closed;
    },
  };
}

/** A file taken in over the API to its end; the last state it told. Throws where the API refuses, with its sentence. */
export async function importOver(
  origin: string,
  cluster: string,
  name: string,
  text: string,
): Promise<{ state: string; import: number | null }> {
  const told = async (response: Response): Promise<{ id: string; state: string; import: number | null }> => {
    const answer = (await response.json()) as { id: string; state: string; import: number | null; error?: { en: string } };
    if (answer.error !== undefined) throw new Error(answer.error.en);
    return answer;
  };
  const form = new FormData();
  form.append('file', new Blob([text]), name);
  let preview = await told(await fetch(`${origin}/api/v1/previews?cluster=${encodeURIComponent(cluster)}`, { method: 'POST', body: form }));
  const settle = async (): Promise<void> => {
    while (preview.state === 'reading' || preview.state === 'committing') {
      await new Promise((resolve) => setTimeout(resolve, 20));
      preview = await told(await fetch(`${origin}/api/v1/previews/${preview.id}`));
    }
  };
  await settle();
  const body = JSON.stringify({ preview: preview.id });
  preview = await told(await fetch(`${origin}/api/v1/imports`, { method: 'POST', headers: { 'content-type': 'application/json' }, body }));
  await settle();
  return preview;
}
