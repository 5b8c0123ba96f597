import { afterAll, beforeAll, expect, it } from 'vitest';
import { DEMO, anApp, axeFindings, sideways } from './appPage.ts';
import type { App } from './appPage.ts';

let app: App;
let company = '';
const list = `/cluster/${encodeURIComponent(DEMO)}/companies`;
const shots = process.env['SHOTS'];
beforeAll(async () => {
  app = await anApp();
  company = (await app.server.ask('companies', { path: { cluster: DEMO } })).find(({ name }) => name === 'Grønfjord Silisium AS')?.id ?? '';
});
afterAll(() => app.close());

it('a consultant says who screened a company, when, and approves it; the list tells, and asks to check an old one again', async () => {
  const { page, faults } = await app.open(`/company/${company}`);
  await page
    .getByLabel(/^Kartlagt av/)
    .first()
    .fill('Kari Prøve');
  await page.keyboard.press('Tab');
  await page.waitForResponse((response) => response.url().includes('/screenings/'));
  await page
    .getByLabel(/^Tilstand/)
    .first()
    .selectOption('approved');
  await page.getByLabel(/^Dato/).first().fill('2024-08-01');
  await page.getByText('Sjekk på nytt').waitFor();
  expect(await page.getByText('19 måneder gammel').count()).toBe(1);
  if (shots) await page.screenshot({ path: `${shots}/company.png` });
  expect(await axeFindings(page)).toEqual([]);
  await page.goto(app.server.origin + list);
  const line = page.getByRole('row', { name: /Grønfjord Silisium AS/ });
  await line.getByText('Sjekk på nytt').waitFor();
  expect(await line.textContent()).toContain('Godkjent');
  if (shots) await page.screenshot({ path: `${shots}/list.png` });
  expect(await axeFindings(page)).toEqual([]);
  expect(faults).toEqual([]);
});

it.each(['light', 'dark'] as const)('fits a phone, in English, %s', async (colorScheme) => {
  for (const path of [`/company/${company}`, list]) {
    const { page, faults } = await app.open(path, { viewport: { width: 390, height: 844 }, colorScheme, locale: 'en-GB' });
    await page.getByText('Check again').waitFor();
    expect(await sideways(page)).toBeLessThanOrEqual(0);
    expect(await axeFindings(page)).toEqual([]);
    if (shots) await page.screenshot({ path: `${shots}/${path === list ? 'list' : 'company'}-${colorScheme}.png`, fullPage: false });
    expect(faults).toEqual([]);
  }
});

it('a cluster manager reads it and has nothing to change', async () => {
  const { page, faults } = await app.open(`/company/${company}`);
  await page
    .context()
    .addCookies([{ name: 'flytkart-viewer', value: encodeURIComponent(`manager:${encodeURIComponent(DEMO)}`), url: app.server.origin }]);
  await page.reload();
  await page.getByRole('cell', { name: 'Kari Prøve' }).waitFor();
  expect(await page.getByLabel(/^Tilstand/).count()).toBe(0);
  expect(faults).toEqual([]);
});
