// A consultant's whole day in Norwegian, by keyboard; and a member who answers the quick questions for its own company.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { DEMO, anApp, axeFindings, sideways } from './appPage.ts';
import type { App } from './appPage.ts';

let app: App;
beforeAll(async () => {
  app = await anApp();
});
afterAll(() => app.close());

const clusterPath = `/cluster/${encodeURIComponent(DEMO)}`;
const companyNamed = async (name: string): Promise<string> =>
  (await app.server.ask('companies', { path: { cluster: DEMO } })).find((one) => one.name === name)?.id ?? '';

/** Tab until the element has the focus: what a hand on the keyboard can reach. */
async function tabTo(page: Page, selector: string, most = 120): Promise<void> {
  for (let presses = 0; presses < most; presses += 1) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the keyboard does not reach ${selector}`);
}
const type = async (page: Page, ...cells: readonly string[]): Promise<void> => {
  for (const cell of cells) {
    if (cell !== '') await page.keyboard.type(cell);
    await page.keyboard.press(cell === '' ? 'ArrowRight' : 'Tab');
  }
};
const cell = (page: Page, row: number, column: number): Promise<string> => page.locator(`#cell-${row}-${column}`).innerText();
const kept = (page: Page): Promise<unknown> => page.waitForSelector('[data-keeping=kept]');

describe("a consultant's day, by keyboard", () => {
  let company = '';

  it('types a new company into the grid, pastes from Excel, loses nothing in a reload, and saves it', { timeout: 180_000 }, async () => {
    const { page, faults } = await app.open(`${clusterPath}/companies`);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await tabTo(page, 'p.tasks button');
    await page.keyboard.press('Enter');
    await page.waitForSelector('table.sheet');
    await tabTo(page, '.facts input');
    await page.keyboard.type('Strandvik Bakeri AS');
    for (let presses = 0; presses < 4; presses += 1) await page.keyboard.press('Tab');
    await page.keyboard.type('Bakeri');

    // Process, direction, resource, quantity, unit: as people write them.
    await tabTo(page, 'td[data-row]');
    await type(page, 'Baking', 'ut', 'Brødrester', 'ca. 1 200,5', 'tonnn/år');
    await page.waitForSelector('td.warning');
    // The remark stands at the cell, and what is proposed is done by a key.
    await page.keyboard.press('ArrowLeft');
    await page.waitForFunction(() => document.querySelector('.cell-says')?.textContent?.includes('tonnn/år'));
    await page.keyboard.press('Alt+Enter');
    await page.waitForFunction(() => document.querySelector('#cell-0-4')?.textContent === 'tonn/år');

    // Undo and redo.
    await page.keyboard.press('Control+z');
    expect(await cell(page, 0, 4)).toBe('tonnn/år');
    await page.keyboard.press('Control+y');
    expect(await cell(page, 0, 4)).toBe('tonn/år');

    // A paste from Excel, by the headers it brings.
    await page.evaluate(() =>
      navigator.clipboard.writeText(
        'Retning\tRessurs\tMengde\tEnhet\r\ninn\tMel\t3 400\ttonn/år\r\nut\tVarm luft fra ovner\t900\tMWh/år\r\n',
      ),
    );
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Home');
    await page.keyboard.press('Control+v');
    await page.waitForFunction(() => document.querySelector('#cell-2-2')?.textContent === 'Varm luft fra ovner');
    expect([await cell(page, 1, 1), await cell(page, 1, 2), await cell(page, 1, 3)]).toEqual(['inn', 'Mel', '3 400']);
    expect(await axeFindings(page)).toEqual([]);

    // Reloaded in the middle of a word: everything is there, the word too.
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.type('Ras');
    await page.reload();
    await page.waitForSelector('table.sheet');
    expect(await cell(page, 0, 2)).toBe('Brødrester');
    expect(await cell(page, 2, 2)).toBe('Varm luft fra ovner');
    expect(await cell(page, 3, 0)).toBe('Ras');
    await tabTo(page, 'td[data-row]');
    for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Delete');
    await kept(page);

    // Drawn before it is stored; then stored.
    await page.waitForSelector('svg.sankey path.link');
    await page.waitForSelector('[data-action=save]:not([disabled])');
    await tabTo(page, '[data-action=save]');
    await page.keyboard.press('Enter');
    await page.waitForSelector('[data-saved]');
    company = new URL(page.url()).pathname.split('/')[2] ?? '';
    const { flows } = await app.server.ask('company', { path: { company } });
    expect(flows.map(({ resource }) => resource).toSorted()).toEqual(['Brødrester', 'Mel', 'Varm luft fra ovner']);
    expect(flows.every(({ file }) => file?.startsWith('Skrevet inn av konsulent'))).toBe(true);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('changes an amount, sees it on the company’s diagram, and takes the saving back', { timeout: 180_000 }, async () => {
    const { page, faults } = await app.open(`/company/${company}/entry`);
    await page.waitForSelector('table.sheet');
    await tabTo(page, 'td[data-row]');
    const row = await page.evaluate(() =>
      [...document.querySelectorAll('.sheet tbody tr')].findIndex((one) => one.textContent?.includes('Mel')),
    );
    for (let presses = 0; presses < row; presses += 1) await page.keyboard.press('ArrowDown');
    for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press('ArrowRight');
    await page.keyboard.type('5 000');
    await page.keyboard.press('Enter');
    await kept(page);
    await page.waitForSelector('[data-action=save]:not([disabled])');
    await tabTo(page, '[data-action=save]');
    await page.keyboard.press('Enter');
    await page.waitForSelector('[data-saved]');
    expect(await page.locator('[data-saved]').innerText()).toMatch(/0 nye, 1 endret, 0 trukket/);
    await page.goto(`${app.server.origin}/company/${company}`);
    await page.waitForSelector('svg.sankey path.link');
    expect(
      await page
        .locator('svg.sankey')
        .first()
        .evaluate((one) => one.textContent),
    ).toMatch(/5\s?000/);
    const [latest] = await app.server.ask('imports');
    await page.goto(`${app.server.origin}/imports`);
    await tabTo(page, 'td button');
    await page.keyboard.press('Enter');
    await page.waitForFunction((id) => document.querySelector('p[role=status]')?.textContent?.includes(String(id)), latest?.id);
    const { flows } = await app.server.ask('company', { path: { company } });
    expect(flows.find(({ resource }) => resource === 'Mel')?.quantity).toEqual({ value: 3400 });
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('takes in a file with rows to mend: one unit for all, one amount by itself, and undoes it', { timeout: 180_000 }, async () => {
    const { page, faults } = await app.open('/import');
    await page.setInputFiles('input[type=file]', {
      name: 'mangler.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('Bedrift;Retning;Ressurs;Mengde;Enhet\nNes AS;ut;Bark;12;\nNes AS;ut;Aske;7;\nNes AS;ut;Slagg;mye;tonn/år\n'),
    });
    await page.waitForSelector('.preview[data-state=ready] .repairs');
    expect(await page.locator('.repairs > li').allInnerTexts()).toEqual([
      expect.stringMatching(/^1 rad: mengden er ikke et tall/) as string,
      expect.stringMatching(/^2 rader: enhet mangler/) as string,
    ]);
    await tabTo(page, '.repairs li.warning input');
    await page.keyboard.type('tonn/år');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelectorAll('.repairs > li.warning').length === 0);
    await tabTo(page, '.repairs li.error input');
    await page.keyboard.type('ca. 30');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelectorAll('.repairs > li').length === 0);
    expect(await axeFindings(page)).toEqual([]);
    await tabTo(page, '[data-action=commit]');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.preview[data-state=committed] .notice.good button');
    const nes = await companyNamed('Nes AS');
    expect((await app.server.ask('company', { path: { company: nes } })).flows.every(({ annual }) => annual?.unit === 't')).toBe(true);
    await tabTo(page, '.notice.good button');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('[role=alert]')?.textContent?.includes('angret'));
    expect(await companyNamed('Nes AS')).toBe('');
    expect(faults).toEqual([]);
    await page.context().close();
  });
});

it('a member answers the quick questions for its own company, on a phone, and is refused at another', { timeout: 180_000 }, async () => {
  const [own, other] = [await companyNamed('Kornmo Bakeri AS'), await companyNamed('Grønfjord Silisium AS')];
  const cookies = [{ name: 'flytkart-viewer', value: encodeURIComponent(`member:${own}`), url: app.server.origin }];
  const { page, faults } = await app.open('/draw', { viewport: { width: 390, height: 844 } });
  await page.context().addCookies(cookies);
  await page.goto(`${app.server.origin}/company/${own}/quick`);
  const power = page.getByLabel('Hvor mye i året, Hvor mye strøm bruker dere? 1');
  await power.waitFor();
  expect(await page.locator('.questions > li').count()).toBe(12);
  const before = (await app.server.ask('company', { path: { company: own } })).flows.length;
  await page.getByLabel('Hva, Hva kunne dere brukt av andres overskudd? 1').fill('Lunkent vann');
  await power.fill('ca. 800');
  await kept(page);
  await page.reload();
  await power.waitFor();
  expect(await power.inputValue()).toBe('ca. 800');
  expect(await axeFindings(page)).toEqual([]);
  expect(await sideways(page)).toBeLessThanOrEqual(0);
  await page.locator('[data-action=save]:not([disabled])').click();
  await page.waitForSelector('[data-saved]');
  const { flows } = await app.server.ask('company', { path: { company: own } });
  expect(flows).toHaveLength(before + 2);
  expect(flows.find(({ quantity }) => JSON.stringify(quantity) === '{"about":800}')).toMatchObject({
    direction: 'in',
    data_quality: 'estimated',
  });
  expect(faults).toEqual([]);

  await page.goto(`${app.server.origin}/company/${other}/quick`);
  await page.waitForSelector('[role=alert]');
  expect(await page.locator('.questions').count()).toBe(0);
  await page.context().close();
});

describe('balance and coverage', () => {
  it.each([
    ['balance', async () => `/company/${await companyNamed('Grønfjord Silisium AS')}/balance`],
    ['coverage', async () => `${clusterPath}/coverage`],
  ])('%s has nothing serious to find in both themes, and no sideways scroll on a phone', { timeout: 120_000 }, async (_, path) => {
    for (const options of [{ colorScheme: 'light' as const }, { colorScheme: 'dark' as const, viewport: { width: 390, height: 844 } }]) {
      const { page, faults } = await app.open(await path(), options);
      await page.waitForSelector('main table');
      expect(await axeFindings(page)).toEqual([]);
      expect(await sideways(page)).toBeLessThanOrEqual(0);
      expect(faults).toEqual([]);
      await page.context().close();
    }
  });
});
