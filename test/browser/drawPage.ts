// /draw as built, served alone, in a real Chromium.
import { readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';

const root = join(import.meta.dirname, '../..');
export const FIXTURES = join(root, 'fixtures/flow-tables');
export const fixtures = (): string[] =>
  readdirSync(FIXTURES)
    .filter((name) => name.endsWith('.csv'))
    .sort();
export const SCREENS = [
  { width: 1400, height: 900 },
  { width: 960, height: 600 },
  { width: 390, height: 844 },
] as const;

const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };
const PAGES = process.env['DRAW_PAGES'] ?? join(root, 'dist/web');

export type Served = { readonly url: string; readonly browser: Browser; readonly close: () => Promise<void> };

/** The pages as the server sends them, with its content policy. */
export async function serveDraw(): Promise<Served> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    try {
      const body = readFileSync(join(PAGES, pathname === '/draw' ? 'draw.html' : pathname));
      response.writeHead(200, {
        'content-type': TYPES[extname(pathname)] ?? (pathname === '/draw' ? 'text/html' : 'application/octet-stream'),
        'content-security-policy':
          "default-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data: blob:; worker-src 'self' blob:; connect-src 'self'",
      });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: ['--disable-dev-shm-usage', '--no-sandbox'],
  });
  return {
    url: `http://127.0.0.1:${port}`,
    browser,
    close: async () => {
      await browser.close();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export async function openDraw(
  served: Served,
  options: { readonly width: number; readonly height: number; readonly dark?: boolean; readonly query?: string },
): Promise<Page> {
  const { width, height } = options;
  const page = await served.browser.newPage({ viewport: { width, height }, colorScheme: options.dark === true ? 'dark' : 'light' });
  await page.goto(`${served.url}/draw?${options.query ?? 'lang=nb'}`);
  await page.waitForSelector('input[type=file]');
  return page;
}

export async function give(page: Page, name: string, text: string): Promise<void> {
  await page.setInputFiles('input[type=file]', { name, mimeType: 'text/csv', buffer: Buffer.from(text) });
}

export const fixture = (name: string): string => readFileSync(join(FIXTURES, name), 'utf8');
