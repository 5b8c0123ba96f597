// The page of whoever looks after the server: a backup is made, listed and made a new database of; the data is read through.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { anApp, axeFindings, sideways } from './appPage.ts';
import type { App } from './appPage.ts';

let app: App;
beforeAll(async () => {
  app = await anApp();
}, 120_000);
afterAll(() => app.close());

it('makes a backup, a new database of it, and reads the data through, in both languages and on a phone', async () => {
  const { page, faults } = await app.open('/imports');
  await page.click('a[href="/running"]');
  await page.waitForSelector('h1:has-text("Drift")');
  await page.click('button:has-text("Lag en kopi nå")');
  await page.waitForSelector('tr[data-backup]');
  expect(await page.locator('tr[data-backup]').count()).toBe(1);
  await page.click('tr[data-backup] button');
  await page.waitForSelector('[role=status]:has-text("-restored.db")');
  await page.click('button:has-text("Les gjennom databasen")');
  await page.waitForSelector('[role=status]:has-text("Databasen er hel")');
  expect(await axeFindings(page)).toEqual([]);
  if (process.env['SHOTS'] !== undefined) await page.screenshot({ path: `${process.env['SHOTS']}/running.png`, fullPage: true });
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await sideways(page)).toBeLessThanOrEqual(0);
  const dark = await app.open('/running?lang=en', { colorScheme: 'dark', locale: 'en-GB', viewport: { width: 390, height: 844 } });
  await dark.page.waitForSelector('h2:has-text("Backups")');
  expect(await axeFindings(dark.page)).toEqual([]);
  if (process.env['SHOTS'] !== undefined) await dark.page.screenshot({ path: `${process.env['SHOTS']}/running-dark.png`, fullPage: true });
  expect([...faults, ...dark.faults]).toEqual([]);
}, 120_000);
