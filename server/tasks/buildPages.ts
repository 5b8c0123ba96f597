// Builds the browser part when it is missing or older than what it is made from.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const MADE_FROM = ['web', 'server/contract', 'server/domain', 'server/intake/table', 'server/heat', 'vite.config.ts', 'package-lock.json'];

function newestIn(path: string): number {
  if (!existsSync(path)) return 0;
  const own = statSync(path);
  if (!own.isDirectory()) return own.mtimeMs;
  return Math.max(own.mtimeMs, ...readdirSync(path).map((name) => newestIn(join(path, name))));
}

export function pagesAreStale(root: string): boolean {
  const built = join(root, 'dist', 'web', 'index.html');
  if (!existsSync(built)) return true;
  const at = statSync(built).mtimeMs;
  return MADE_FROM.some((one) => newestIn(join(root, one)) > at);
}

/** `say` gets one line, only when there is something to wait for. Where vite is not installed, the pages that are there are served. */
export async function buildPagesIfStale(root: string, say: (text: string) => void): Promise<void> {
  if (!pagesAreStale(root)) return;
  say('Flytkart: building the pages …\n');
  const { build } = await import('vite');
  await build({ root: join(root, 'web'), configFile: join(root, 'vite.config.ts'), logLevel: 'error' });
}
