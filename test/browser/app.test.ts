import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import writeXlsxFile from 'write-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { DEMO, anApp, axeFindings, sideways } from './appPage.ts';
import type { App } from './appPage.ts';

let app: App;
let company = '';
let match = '';
beforeAll(async () => {
  app = await anApp();
  company = (await app.server.ask('companies', { path: { cluster: DEMO } })).find(({ name }) => name === 'Grønfjord Silisium AS')?.id ?? '';
  const [best] = (await app.server.ask('matches', { path: { cluster: DEMO }, query: { limit: '1' } })).matches;
  match = `${clusterPath}/match/${best?.surplus}/${best?.need}`;
});
afterAll(() => app.close());

const clusterPath = `/cluster/${encodeURIComponent(DEMO)}`;
const ready = async (page: Page): Promise<void> => void (await page.waitForSelector('.preview[data-state=ready]'));
/** Geometry of every ribbon: none may be without width, none not a number. */
const ribbons = (page: Page): Promise<{ count: number; broken: string[] }> =>
  page.evaluate(() => {
    const links = [...document.querySelectorAll<SVGPathElement>('svg.sankey path.link')];
    const broken = links.filter((link) => {
      const box = link.getBBox();
      return /NaN|Infinity/.test(link.getAttribute('d') ?? 'NaN') || !(box.width > 0) || !(Number(link.dataset['value']) > 0);
    });
    const text = document.querySelector('svg.sankey')?.outerHTML ?? 'NaN';
    return {
      count: links.length,
      broken: [...broken.map((link) => link.dataset['id'] ?? '?'), ...(/\bNaN\b/.test(text) ? ['NaN in the picture'] : [])],
    };
  });

describe('the first five minutes', () => {
  it('the front page is the demo cluster: who gives what to whom, and the best matches with their reasons', async () => {
    const { page, faults } = await app.open('/');
    await page.waitForSelector('svg.sankey path.link');
    expect(new URL(page.url()).pathname).toBe(clusterPath);
    const drawn = await ribbons(page);
    expect(drawn.count).toBeGreaterThan(20);
    expect(drawn.broken).toEqual([]);
    expect(await page.locator('h1').innerText()).toBe(DEMO);
    await page.waitForSelector('.match');
    expect(await page.locator('.match').count()).toBe(20);
    const first = page.locator('.match').first();
    expect(await first.locator('.checks li').count()).toBeGreaterThanOrEqual(5);
    expect(await first.locator('a[href^="/company/"]').count()).toBe(2);
    await first.locator('summary').click();
    expect(await first.locator('.reasons tr').count()).toBeGreaterThanOrEqual(5);
    for (const reason of await first.locator('.reasons td:last-child').allInnerTexts()) expect(reason.length).toBeGreaterThan(5);

    // Each end of a match leads to the file, the line and the cells it was read from.
    await first.locator('.reasons button.link').first().click();
    await page.waitForSelector('dialog[open] td');
    expect(await page.locator('dialog[open] p').first().innerText()).toMatch(/^demo-cluster\.csv, linje \d+$/);
    await page.keyboard.press('Escape');
    expect(await page.locator('dialog[open]').count()).toBe(0);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('every ribbon of a flow and every row leads to its file, line and cells', async () => {
    const { page, faults } = await app.open(`/company/${company}`);
    await page.waitForSelector('svg.sankey path.link');
    const { flows } = await app.server.ask('company', { path: { company } });
    const drawn = await page.locator('path.link').evaluateAll((links) => links.map((link) => link.getAttribute('data-id') ?? ''));
    expect(flows.map(({ id }) => id)).toEqual(expect.arrayContaining(drawn));
    expect(await page.locator('table.flows tbody tr').count()).toBe(flows.length);
    expect(await page.locator('table.flows tbody button.link').count()).toBe(flows.length);
    const lines = readFileSync(join(import.meta.dirname, '..', '..', 'fixtures', 'demo', 'demo-cluster.csv'), 'utf8').split('\n');
    for (const id of drawn.slice(0, 3)) {
      await page.locator(`path.link[data-id="${id}"]`).focus();
      await page.keyboard.press('o');
      await page.waitForSelector('dialog[open] td');
      const line = Number(/linje (\d+)$/.exec(await page.locator('dialog[open] p').first().innerText())?.[1]);
      const cells = await page.locator('dialog[open] td').allInnerTexts();
      for (const cell of cells.filter((text) => text !== '')) expect(lines[line - 1]).toContain(cell);
      await page.keyboard.press('Escape');
    }
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('a Norwegian CSV goes in: mapping, remarks, rows; the diagram and the matches change; undo takes it back', async () => {
    const { page, faults } = await app.open(clusterPath);
    await page.waitForSelector('.match');
    const before = await app.server.ask('cluster', { path: { cluster: DEMO } });
    await page.locator('nav a', { hasText: 'Importer' }).first().click();
    await page.waitForSelector('input[type=file]', { state: 'attached' });
    const text =
      'Kartlegging 2025;;;;;;\nBedrift;Kommune;Retning;Ressurs;Mengde;Enhet;Temperatur (°C)\n' +
      'Ny Varme AS;Elvedal;ut;Varmtvann fra kjøling;44 000,5;MWh/år;85\nNy Varme AS;Elvedal;ut;Slagg;mye;tonn/år;\nSum;;;;44 000,5;;\n';
    await page.setInputFiles('input[type=file]', {
      name: 'ny kartlegging æøå.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(text, 'latin1'),
    });
    await ready(page);
    expect(await page.locator('dl.counts dd').allInnerTexts()).toEqual(expect.arrayContaining(['3', '1']));
    expect(await page.locator('.mapping select').evaluateAll((all) => all.map((one) => (one as HTMLSelectElement).value))).toEqual([
      'company', 'municipality', 'direction', 'resource', 'quantity', 'unit', 'temperature',
    ]); // prettier-ignore
    expect(await page.locator('.repairs').innerText()).toMatch(/Linje 4.*Mengde.*«mye»/);
    expect(await page.locator('.preview table').last().innerText()).toContain('Varmtvann fra kjøling');
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('a[download]').click()]);
    expect(readFileSync(await download.path(), 'utf8')).toContain('mye');

    await page.locator('[data-action=commit]').click();
    await page.waitForSelector('.preview[data-state=committed]');
    await page.locator('.notice.good a').click();
    await page.waitForSelector('svg.sankey [data-source="Ny Varme AS"]');
    await page.locator('.match').first().waitFor();
    expect((await app.server.ask('cluster', { path: { cluster: DEMO } })).flows).toHaveLength(before.flows.length + 1);
    const { matches } = await app.server.ask('matches', { path: { cluster: DEMO }, query: { limit: '5000' } });
    const added = (await app.server.ask('cluster', { path: { cluster: DEMO } })).flows.find((flow) => flow.company_name === 'Ny Varme AS');
    expect(matches.some((match) => match.surplus === added?.id)).toBe(true);

    // The same file once more has nothing to store, and offers no undo of what is there.
    await page.locator('nav a', { hasText: 'Importer' }).first().click();
    await page.setInputFiles('input[type=file]', {
      name: 'ny kartlegging æøå.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(text, 'latin1'),
    });
    await ready(page);
    await page.waitForSelector('text=Ingenting nytt å lagre');
    expect(await page.locator('[data-action=commit], .notice.good').count()).toBe(0);

    await page.locator('nav a', { hasText: 'Importer gjort' }).click();
    await page.locator('tbody tr').first().locator('button').click();
    await page.waitForFunction(() => document.querySelector('[role=status]')?.textContent?.includes('angret'));
    expect(await app.server.ask('cluster', { path: { cluster: DEMO } })).toEqual(before);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('a workbook goes the same way, and a column is mapped by hand', async () => {
    const cells = [
      ['Bedrift', 'Retning', 'Greie', 'Mengde', 'Enhet'],
      ['Øvre Sag AS', 'ut', 'Bark', 1200.5, 'tonn/år'],
      ['Øvre Sag AS', 'inn', 'Tømmer', 9000, 'fm3/år'],
    ];
    const bytes = await writeXlsxFile(
      cells.map((row) => row.map((value) => ({ value, type: typeof value === 'number' ? Number : String }))),
    ).toBuffer();
    const { page, faults } = await app.open('/import');
    await page.setInputFiles('input[type=file]', { name: 'kartlegging.xlsx', mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer: bytes }); // prettier-ignore
    await page.waitForSelector('.mapping');
    await page.locator('.mapping label', { hasText: 'Greie' }).locator('select').selectOption('resource');
    await page.waitForFunction(() => document.querySelectorAll('.preview[data-state=ready] tbody tr').length === 2);
    expect(await page.locator('.preview tbody').innerText()).toMatch(/Bark[\s\S]*Tømmer/);
    await page.locator('.preview button', { hasText: 'Avbryt' }).first().click();
    await page.waitForSelector('text=Ingenting er lagret');
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('speaks English when asked, remembers it, and names resources in it', async () => {
    const { page, faults } = await app.open(clusterPath);
    await page.locator('button[lang=en]').click();
    await page.waitForSelector('text=Best matches');
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
    await page.waitForSelector('svg.sankey [data-id="Heat"]');
    await page.reload();
    await page.waitForSelector('text=Best matches');
    await page.waitForSelector('.match');
    expect(await page.locator('.match .checks').first().innerText()).toMatch(/Resource: yes/);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('needs no mouse: skip link, flows by arrows, the source, and back', async () => {
    const { page, faults } = await app.open(clusterPath);
    await page.waitForSelector('svg.sankey path.link');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip');
    const inPicture = () => page.evaluate(() => document.activeElement?.closest('svg.sankey') !== null);
    for (let press = 0; press < 25 && !(await inPicture()); press += 1) await page.keyboard.press('Tab');
    expect(await inPicture()).toBe(true);
    const at = () => page.evaluate(() => document.activeElement?.getAttribute('data-key'));
    const start = await at();
    for (let press = 0; press < 6 && !(await at())?.startsWith('l'); press += 1) await page.keyboard.press('ArrowRight');
    expect(await at()).not.toBe(start);
    await page.keyboard.press('Enter');
    await page.waitForSelector('.lit');
    await page.keyboard.press('Escape');
    await page.keyboard.press('t');
    await page.waitForSelector('.sankey-table');
    // One tab stop: the next one is outside the picture.
    await page.keyboard.press('Tab');
    expect(await inPicture()).toBe(false);
    await page.locator('.match summary').first().focus();
    await page.keyboard.press('Enter');
    await page.locator('.match .reasons button.link').first().focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('dialog[open]');
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BUTTON');
    expect(faults).toEqual([]);
    await page.context().close();
  });
});

const PAGES: readonly (readonly [name: string, path: () => string, wait: string])[] = [
  ['cluster', () => clusterPath, '.match'],
  ['companies', () => `${clusterPath}/companies`, 'tbody tr'],
  ['company', () => `/company/${company}`, 'svg.sankey path.link'],
  ['match', () => match, 'h1'],
  ['import', () => '/import', '.drop'],
  ['imports', () => '/imports', 'tbody tr'],
  ['unknown', () => '/nowhere', 'h1'],
];

it.each(PAGES)('the %s page has no serious finding of axe in light and dark, and fits a phone', async (name, path, wait) => {
  const { page, faults } = await app.open(path(), { colorScheme: 'light' });
  await page.waitForSelector(wait);
  if (name === 'cluster') await page.locator('.match summary').first().click();
  if (name === 'import') {
    await page.setInputFiles('input[type=file]', join(import.meta.dirname, '..', '..', 'fixtures', 'nasty', '25_embedded_newlines.csv'));
    await ready(page);
  }
  expect(await axeFindings(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await axeFindings(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.waitForTimeout(300);
  expect(await sideways(page)).toBeLessThanOrEqual(0);
  expect(faults).toEqual([]);
  await page.context().close();
});
