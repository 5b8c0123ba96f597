// The application in a real Chromium, on a server of its own with the demo cluster; whatever goes wrong in the page is kept and must be nothing.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { buildPagesIfStale } from '../../server/tasks/buildPages.ts';
import { aServer, fixture } from '../api/aServer.ts';
import type { TestServer } from '../api/aServer.ts';

export const DEMO = 'Fjordklyngen (demo)';
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export type App = {
  readonly server: TestServer;
  /** A page of its own; `faults` gathers console errors, exceptions, failed and refused requests. */
  readonly open: (path: string, options?: BrowserContextOptions) => Promise<{ readonly page: Page; readonly faults: string[] }>;
  readonly close: () => Promise<void>;
};

export async function anApp(): Promise<App> {
  await buildPagesIfStale(join(import.meta.dirname, '..', '..'), () => undefined);
  const server = await aServer({ demo: true });
  await server.imported(fixture('demo', 'demo-cluster.csv'), DEMO);
  const browser: Browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: ['--disable-dev-shm-usage', '--no-sandbox'],
  });
  return {
    server,
    open: async (path, options = {}) => {
      const context = await browser.newContext({ locale: 'nb-NO', viewport: { width: 1440, height: 900 }, ...options });
      const page = await context.newPage();
      page.setDefaultTimeout(20_000);
      const faults: string[] = [];
      page.on('console', (said) => void (['error', 'warning'].includes(said.type()) && faults.push(`console: ${said.text()}`)));
      page.on('pageerror', (error) => void faults.push(`exception: ${error.message}`));
      page.on('requestfailed', (request) => {
        // A page that is left lets its questions go.
        if (request.failure()?.errorText !== 'net::ERR_ABORTED') faults.push(`failed: ${request.url()}`);
      });
      page.on('response', (response) => void (response.status() >= 400 && faults.push(`${response.status()}: ${response.url()}`)));
      await page.goto(server.origin + path);
      await page.waitForLoadState('networkidle');
      return { page, faults };
    },
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}

/** Serious and critical findings of axe, each with where it is. */
export async function axeFindings(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    type Found = { violations: { id: string; impact: string | null; nodes: { target: string[]; failureSummary?: string }[] }[] };
    const { axe: checker } = globalThis as unknown as { axe: { run(what: unknown, options: unknown): Promise<Found> } };
    const { violations } = await checker.run(document, { resultTypes: ['violations'] });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(
        ({ id, nodes }) =>
          `${id}: ${nodes
            .map(({ target, failureSummary }) => `${target.join(' ')} ${failureSummary ?? ''}`)
            .slice(0, 3)
            .join(' | ')}`,
      );
  });
}

export const sideways = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
