// Signing in, in a real browser: the first administrator, an invitation, a member, the second factor, signing out.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { join } from 'node:path';
import { buildPagesIfStale } from '../../server/tasks/buildPages.ts';
import { aServer, fixture } from '../api/aServer.ts';
import type { TestServer } from '../api/aServer.ts';
import { DEMO, axeFindings, sideways } from './appPage.ts';

const PASSWORD = 'fjellbekk under bregner 41';
let server: TestServer;
let browser: Browser;
beforeAll(async () => {
  await buildPagesIfStale(join(import.meta.dirname, '..', '..'), () => undefined);
  server = await aServer({ accounts: {} });
  await server.seeded(fixture('demo', 'demo-cluster.csv'), DEMO);
  browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: ['--disable-dev-shm-usage', '--no-sandbox'],
  });
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

async function visitor(path: string, width = 1280): Promise<{ page: Page; faults: string[] }> {
  const context = await browser.newContext({ locale: 'nb-NO', viewport: { width, height: 900 } });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const faults: string[] = [];
  page.on('console', (said) => void (['error', 'warning'].includes(said.type()) && faults.push(said.text())));
  page.on('pageerror', (error) => void faults.push(error.message));
  await page.goto(server.origin + path);
  await page.waitForLoadState('networkidle');
  return { page, faults };
}

describe('accounts in the browser', () => {
  it('lead from the first administrator through an invitation to a member who signs in and out, by keyboard', async () => {
    const { page: first, faults } = await visitor(`/first/${server.accounts.door.setUpWord()}`);
    expect(await axeFindings(first)).toEqual([]);
    await first.getByLabel('Navn').focus();
    await first.keyboard.type('Ada Admin');
    await first.keyboard.press('Tab');
    await first.keyboard.type('ada@fjord.example');
    await first.keyboard.press('Tab');
    await first.keyboard.type(PASSWORD);
    await first.keyboard.press('Enter');
    await first.getByRole('link', { name: 'Personer' }).click();
    await first.getByRole('heading', { name: 'Personer og roller' }).waitFor();
    expect(await axeFindings(first)).toEqual([]);

    await first.getByLabel('E-postadresse').fill('kari@fjord.example');
    await first.getByLabel('Bedrift').selectOption({ index: 0 });
    await first.getByRole('button', { name: 'Inviter' }).click();
    const code = first.locator('code').first();
    const link = await code.innerText();
    await first.getByText('kari@fjord.example', { exact: false }).first().waitFor();
    // Shown once, so it must still be there when the page has asked for its lists anew.
    expect(await code.innerText()).toBe(link);
    expect(await first.getByLabel('E-postadresse').inputValue()).toBe('');
    expect(new URL(link).pathname).toMatch(/^\/invitation\/[\w-]{32}$/);

    const { page: member, faults: memberFaults } = await visitor(new URL(link).pathname, 390);
    expect(await sideways(member)).toBeLessThanOrEqual(0);
    expect(await axeFindings(member)).toEqual([]);
    await member.getByLabel('Navn').fill('Kari Nordmann');
    await member.getByLabel('Passord').fill(PASSWORD);
    await member.getByRole('button', { name: 'Lag konto' }).click();
    await member.getByRole('link', { name: 'Min bedrift' }).waitFor();
    await member.getByRole('link', { name: 'Min konto' }).click();
    await member.getByRole('heading', { name: 'Min konto' }).waitFor();
    expect(await axeFindings(member)).toEqual([]);
    expect(await sideways(member)).toBeLessThanOrEqual(0);

    // The second factor shows a key and a picture of it.
    await member.locator('form').first().getByLabel('Passord').fill(PASSWORD);
    await member.getByRole('button', { name: 'Slå på' }).click();
    await member.locator('svg.qr').waitFor();
    expect(await member.locator('.backup-codes li').count()).toBe(10);

    // A changed password is said, and stays said when the page has asked for the account anew.
    const sessions = member.waitForResponse(
      (told) => new URL(told.url()).pathname.endsWith('/account') && told.request().method() === 'GET',
    );
    await member.getByLabel('Passordet du har nå').fill(PASSWORD);
    await member.getByLabel('Nytt passord').fill(`${PASSWORD} og ett til`);
    await member.getByRole('button', { name: 'Bytt passord' }).click();
    await sessions;
    expect(await member.getByRole('status').filter({ hasText: 'Passordet er byttet' }).count()).toBe(1);
    expect(await member.getByLabel('Nytt passord').inputValue()).toBe('');

    await member.getByRole('button', { name: 'Logg ut', exact: true }).click();
    await member.getByRole('heading', { name: 'Logg inn' }).waitFor();
    expect(memberFaults).toEqual([]);
    expect(faults).toEqual([]);
  }, 90_000);

  it('shows the door at every address, says what was wrong, and lets in to where one was going', async () => {
    const { page, faults } = await visitor('/imports');
    await page.getByRole('heading', { name: 'Logg inn' }).waitFor();
    await page.getByLabel('E-postadresse').fill('ada@fjord.example');
    await page.getByLabel('Passord').fill('feil feil feil feil');
    await page.getByRole('button', { name: 'Logg inn' }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').innerText()).toContain('hører ikke sammen');
    expect(await page.getByLabel('E-postadresse').inputValue()).toBe('ada@fjord.example');
    await page.getByLabel('Passord').fill(PASSWORD);
    await page.getByRole('button', { name: 'Logg inn' }).click();
    await page.getByRole('link', { name: 'Min konto' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/imports');
    // The browser itself notes the refused sign-in; nothing else may be wrong.
    expect(faults.filter((fault) => !fault.includes('401'))).toEqual([]);
  }, 60_000);

  it('draws on /draw without asking who one is', async () => {
    const { page, faults } = await visitor('/draw');
    expect(await page.locator('input[type=file]').count()).toBe(1);
    expect(faults).toEqual([]);
  });
});
