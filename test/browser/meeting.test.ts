// A manager's meeting in English with the mouse, in a real Chromium; and the pages around it looked over.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { DEMO, anApp, axeFindings, sideways } from './appPage.ts';
import type { App } from './appPage.ts';

const clusterPath = `/cluster/${encodeURIComponent(DEMO)}`;
const MANAGER = `manager:${encodeURIComponent(DEMO)}`;

let app: App;
beforeAll(async () => {
  app = await anApp();
});
afterAll(() => app.close());

async function lookAs(viewer: string, path: string, options: Parameters<App['open']>[1] = {}) {
  const opened = await app.open('/draw', options);
  await opened.page.context().addCookies([{ name: 'flytkart-viewer', value: encodeURIComponent(viewer), url: app.server.origin }]);
  await opened.page.goto(app.server.origin + path);
  await opened.page.waitForLoadState('networkidle');
  return opened;
}

const value = (page: Page, column: number): Promise<string> =>
  page.locator('.meeting-figures tbody tr').first().locator('td').nth(column).innerText();
const settled = (page: Page): Promise<unknown> => page.waitForSelector('.meeting-room[data-stale=no][data-exact=yes]');

/** Drags the knob of a slider to a share of its way. */
async function dragTo(page: Page, slider: Locator, share: number): Promise<void> {
  await slider.scrollIntoViewIfNeeded();
  const box = await slider.boundingBox();
  if (box === null) throw new Error('no slider');
  const at = await slider.evaluate((one) =>
    one instanceof HTMLInputElement ? (one.valueAsNumber - Number(one.min)) / (Number(one.max) - Number(one.min)) : 0,
  );
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + 8 + at * (box.width - 16), y);
  await page.mouse.down();
  await page.mouse.move(box.x + 8 + share * (box.width - 16), y, { steps: 6 });
  await page.mouse.up();
}

describe("a cluster manager's meeting, with the mouse, in English", () => {
  it('tries a dearer heat, a smelter that leaves and one that joins, keeps the scenario, undoes, compares and takes it home', async () => {
    const { page, faults } = await lookAs(MANAGER, `${clusterPath}/meeting?lang=en`, { locale: 'en-GB', acceptDownloads: true });
    await page.waitForSelector('.meeting-figures');
    await settled(page);
    const today = await value(page, 1);
    expect(today).toMatch(/million NOK/);
    expect(await page.locator('.allocation-state').innerText()).toContain('Best allocation, proved');

    // The price of heat: figures, list and both pictures follow.
    await dragTo(page, page.locator('input[name=lever-heat]'), 0.9);
    await page.waitForSelector('[data-change=price]');
    await settled(page);
    const dear = await value(page, 1);
    expect(dear).not.toBe(today);
    expect(await page.locator('.side-by-side svg.sankey').count()).toBe(2);
    expect(await page.locator('[data-change=price]').count()).toBe(1);

    // A flow of a smelter, hotter and more.
    await page.locator('input[name=flow]').fill('silisium');
    await page.locator('.suggestions li').first().click();
    await dragTo(page, page.locator('.flow-sliders input[name=amount]').first(), 0.8);
    await page.waitForSelector('[data-change=amount]');

    // Who gives most leaves; the page says what that costs and who is left alone.
    await page.locator('select[name=leaving]').selectOption({ label: 'Grønfjord Silisium AS' });
    const leaving = page.locator('[data-leaving="Grønfjord Silisium AS"]');
    await leaving.waitFor();
    expect(await leaving.innerText()).toMatch(/\d+ matches fall away/);
    await leaving.getByRole('button', { name: 'Try it in the meeting' }).click();
    await page.waitForSelector('[data-change=leaves]');
    await settled(page);
    expect(await page.locator('.meeting-list tbody tr:not(.gone)', { hasText: 'Grønfjord Silisium AS' }).count()).toBe(0);

    // Somebody joins.
    await page.locator('[data-action=joins]').click();
    await page.locator('dialog.joins input[name=name]').fill('Nyvik Veksthus');
    await page.locator('dialog.joins select[name=near]').selectOption({ label: 'Elvedal Fjernvarme AS' });
    await page.locator('dialog.joins input[name=words]').fill('varme til veksthus');
    await page.locator('dialog.joins input[name=amount]').fill('9000');
    await page.locator('dialog.joins input[name=temperature]').fill('50');
    await page.locator('dialog.joins button[type=submit]').click();
    await page.waitForSelector('[data-change=joins]');
    await settled(page);
    expect(await page.locator('.chips li').count()).toBe(4);

    // Step by step back, and forward again.
    await page.locator('[data-action=undo]').click();
    await page.locator('[data-action=undo]').click();
    expect(await page.locator('.chips li').count()).toBe(2);
    await page.locator('[data-action=redo]').click();
    expect(await page.locator('[data-change=leaves]').count()).toBe(1);
    await settled(page);

    // Kept with a name, opened by whoever has the link, taken home as files.
    await page.locator('input[name=scenario]').fill('Without the smelter');
    await page.getByRole('button', { name: 'Save scenario' }).click();
    await page.waitForSelector('[data-scenario="Without the smelter"]');
    expect(await page.locator('[data-scenario="Without the smelter"]').innerText()).toMatch(/Cluster manager, Mar 1, 2026/);
    const link = page.url();
    const now = await value(page, 1);
    const [csv] = await Promise.all([page.waitForEvent('download'), page.locator('[data-export=csv]').click()]);
    expect(readFileSync(await csv.path(), 'utf8').split('\r\n').length).toBeGreaterThan(30);
    const [json] = await Promise.all([page.waitForEvent('download'), page.locator('[data-export=json]').click()]);
    expect(JSON.parse(readFileSync(await json.path(), 'utf8'))).toMatchObject({
      exact: true,
      changes: [{ kind: 'price' }, { kind: 'amount' }, { kind: 'leaves' }],
    });
    const again = await lookAs(MANAGER, new URL(link).pathname + new URL(link).search, { locale: 'en-GB' });
    await again.page.waitForSelector('.meeting-figures');
    await settled(again.page);
    expect(await value(again.page, 1)).toBe(now);
    await again.page.context().close();

    // A fair share of what two used matches save together.
    await page.locator('.meeting-list tbody tr[data-used=yes] input').nth(0).click();
    await page.locator('.meeting-list tbody tr[data-used=yes] input').nth(1).click();
    await page.locator('[data-action=share]').click();
    await page.waitForSelector('[data-rule]');
    expect(await page.locator('[data-rule]').getAttribute('data-rule')).not.toBe('none');

    // Side by side with today.
    await page.locator('.kept-scenarios').getByRole('link', { name: 'Compare' }).click();
    await page.waitForSelector('table.compared');
    expect(await page.locator('table.compared thead th').allInnerTexts()).toEqual(['', 'Today', 'The meeting now', 'Without the smelter']);
    expect(await page.locator('.side-by-side svg.sankey').count()).toBe(3);
    await page.getByRole('button', { name: 'Matches', exact: true }).click();
    await page.waitForSelector('table.matches-compared');
    expect(await page.locator('table.matches-compared thead a').count()).toBe(2);
    await page.goBack();
    await page.waitForSelector('table.compared:not(.matches-compared)');
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('finds its way on the map by keyboard, with rings around the one it chose, without asking any other server', async () => {
    const { page, faults } = await lookAs(MANAGER, `${clusterPath}/map?lang=en`, { locale: 'en-GB' });
    const asked: string[] = [];
    page.on('request', (request) => void asked.push(request.url()));
    await page.reload();
    await page.waitForSelector('circle[data-company]');
    expect(await page.locator('.map-ring').count()).toBe(0);
    const first = page.locator('circle[data-company]').first();
    await first.focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('.map-ring');
    expect(new URL(page.url()).searchParams.get('company')).toBe(await first.getAttribute('data-company'));
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toMatch(/, [\d.]+ km$/);
    await page.keyboard.press('t');
    const rows = await page.locator('.heat-table tbody tr').count();
    expect(rows).toBe(await page.locator('.map-tie[data-kind]').count());
    expect(await page.locator('.near li').count()).toBe(23);
    const [svg] = await Promise.all([page.waitForEvent('download'), page.locator('[data-export=cluster-map]').click()]);
    expect(readFileSync(await svg.path(), 'utf8')).toContain('<svg');
    expect(asked.filter((url) => !url.startsWith(app.server.origin) && !url.startsWith('blob:'))).toEqual([]);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('prints its report, and a member prints its own', async () => {
    const { page, faults } = await lookAs(MANAGER, `${clusterPath}/report?lang=en`, { locale: 'en-GB' });
    await page.waitForSelector('.report-table');
    await page.waitForSelector('.report svg.sankey');
    const paper = await page.pdf({ format: 'A4' });
    expect(paper.length).toBeGreaterThan(20_000);
    const pages = paper.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0;
    expect(pages).toBeGreaterThan(1);
    expect(pages).toBeLessThan(20);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.report button:visible').count()).toBe(0);
    await page.context().close();

    const companies = await app.server.ask('companies', { path: { cluster: DEMO } });
    const [company] = companies;
    const member = await lookAs(`member:${company?.id ?? ''}`, `${clusterPath}/report`);
    await member.page.waitForSelector('.report-table');
    expect(await member.page.locator('h1').innerText()).toContain('Bedriftsrapport');
    const text = await member.page.locator('main').innerText();
    for (const { name } of companies.slice(1)) expect(text).not.toContain(name);
    expect((await member.page.pdf({ format: 'A4' })).length).toBeGreaterThan(10_000);
    expect([...faults, ...member.faults]).toEqual([]);
    await member.page.context().close();
  });

  it('is not there for a member', async () => {
    const [company] = await app.server.ask('companies', { path: { cluster: DEMO } });
    const { page } = await lookAs(`member:${company?.id ?? ''}`, `${clusterPath}/meeting`);
    await page.waitForSelector('h1:text("Bare for klyngelederen")');
    expect(await page.locator('.meeting').count()).toBe(0);
    const headers = { cookie: `flytkart-viewer=${encodeURIComponent(`member:${company?.id ?? ''}`)}` };
    expect(await app.server.refused('meeting', { path: { cluster: DEMO }, headers })).toBe('cluster.unknown');
    expect(await page.locator('nav a[href$="/meeting"]').count()).toBe(0);
    await page.context().close();
  });
});

describe('every page of the meeting', () => {
  const PAGES = [
    ['meeting', '.meeting-figures'],
    ['map', '.map-company'],
    ['compare?what=matches', 'table.compared'],
    ['report', '.report-table'],
  ] as const;
  it.each(PAGES)('%s has no serious fault for those who see or hear otherwise, light and dark, and fits a phone', async (path, there) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page, faults } = await lookAs('local', `${clusterPath}/${path}`, { colorScheme });
      await page.waitForSelector(there);
      await page.waitForLoadState('networkidle');
      expect(await axeFindings(page)).toEqual([]);
      expect(faults).toEqual([]);
      await page.context().close();
    }
    const { page } = await lookAs('local', `${clusterPath}/${path}`, { viewport: { width: 390, height: 844 } });
    await page.waitForSelector(there);
    expect(await sideways(page)).toBeLessThanOrEqual(0);
    await page.context().close();
  });
});
