// The first page of a database without data: from it a person can import, and can type.
import { chromium } from 'playwright-core';
import { expect, it } from 'vitest';
import { buildPagesIfStale } from '../../server/tasks/buildPages.ts';
import { root } from '../cli/flytkart.ts';
import { aServer } from '../api/aServer.ts';

it.each([
  ['nb-NO', 'Ny bedrift', 'Hurtigkartlegging', 'Min klynge'],
  ['en-GB', 'New company', 'Quick screening', 'My cluster'],
])('without data one can import a file or type a company (%s)', async (locale, grid, quick, cluster) => {
  await buildPagesIfStale(root, () => undefined);
  const server = await aServer({});
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: ['--disable-dev-shm-usage', '--no-sandbox'],
  });
  try {
    const page = await (await browser.newContext({ locale })).newPage();
    const faults: string[] = [];
    page.on('console', (said) => void (said.type() === 'error' && faults.push(said.text())));
    for (const [name, mode] of [
      [grid, ''],
      [quick, '/quick'],
    ] as const) {
      await page.goto(server.origin);
      await page.getByRole('button', { name, exact: true }).click();
      await page.waitForSelector('main h1');
      const { pathname } = new URL(page.url());
      expect(decodeURIComponent(pathname)).toMatch(new RegExp(`^/cluster/${cluster}/new/[0-9a-f-]+${mode}$`));
    }
    expect(faults).toEqual([]);
  } finally {
    await browser.close();
    await server.close();
  }
});
