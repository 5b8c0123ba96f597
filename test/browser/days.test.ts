// What a day of each user needs beside its own pages: a member's phone, a saving that takes long, a way back to where one was, and the law's questions.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO, anApp, axeFindings, sideways } from './appPage.ts';
import type { App } from './appPage.ts';

const clusterPath = `/cluster/${encodeURIComponent(DEMO)}`;
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
const companyOf = async (name: string): Promise<string> =>
  (await app.server.ask('companies', { path: { cluster: DEMO } })).find((one) => one.name === name)?.id ?? '';

describe('a member on a phone', () => {
  it.each(['light', 'dark'] as const)('sees its flows now and with the best matches, no neighbour named (%s)', async (colorScheme) => {
    const own = await companyOf('Bekkeli Bryggeri AS');
    const others = (await app.server.ask('companies', { path: { cluster: DEMO } }))
      .map(({ name }) => name)
      .filter((one) => !one.startsWith('Bekkeli'));
    const { page, faults } = await lookAs(`member:${own}`, `/company/${own}`, { colorScheme, viewport: { width: 390, height: 844 } });
    const pictures = page.locator('.before-after svg.sankey');
    await pictures.nth(1).waitFor();
    expect(await pictures.count()).toBe(2);
    const [now, later] = [await pictures.nth(0).innerHTML(), await pictures.nth(1).innerHTML()];
    expect(now).not.toContain('en bedrift i klyngen');
    expect(later).toContain('en bedrift i klyngen');
    const room = await page.locator('.before-after').innerText();
    expect(others.filter((name) => room.includes(name) || later.includes(name))).toEqual([]);
    await page.locator('.before-after summary').click();
    expect(await page.locator('.before-after tbody tr').count()).toBeGreaterThan(0);
    expect(await page.title()).toBe('Bekkeli Bryggeri AS · Flytkart');
    expect(await sideways(page)).toBeLessThanOrEqual(0);
    expect(await axeFindings(page)).toEqual([]);
    // A page that is not for members says so, and leads back.
    await page.goto(`${app.server.origin}${clusterPath}/matches`);
    await page.locator('main a.button').click();
    await page.waitForSelector('.own-room');
    expect(faults).toEqual([]);
    await page.context().close();
  });
});

describe('a consultant whose saving takes long', () => {
  it('sees that it goes on, gives it up, and has all that was typed; saved again, the screening is of today', async () => {
    const own = await companyOf('Bekkeli Bryggeri AS');
    const { page } = await app.open(`/company/${own}/entry`);
    await page.waitForSelector('[role=grid]');
    const cell = page.locator('[role=gridcell]').filter({ hasText: '900' }).first();
    await cell.dblclick();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('950');
    await page.keyboard.press('Enter');
    await page.route('**/save?*', async (route) => {
      await new Promise((done) => setTimeout(done, 8_000));
      await route.abort().catch(() => undefined);
    });
    await page.locator('[data-action=save]:enabled').click();
    await page.waitForSelector('.saving-line progress');
    await page.locator('[data-action=cancel-save]').click();
    await page.waitForSelector('[role=status]:has-text("Lagringen er avbrutt")');
    expect(await page.locator('[role=gridcell]').filter({ hasText: '950' }).count()).toBeGreaterThan(0);
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await page.locator('[data-action=save]:enabled').click();
    await page.waitForSelector('[data-saved]');
    const screenings = await app.server.ask('screenings', { path: { cluster: DEMO } });
    expect(screenings.find(({ company }) => company === own)?.date).toBe('2026-03-01');
    await page.context().close();
  });
});

describe('a cluster manager', () => {
  it('reads the law’s own questions of a match in both languages, and comes back to where the list was', async () => {
    const manager = `manager:${encodeURIComponent(DEMO)}`;
    const { page, faults } = await lookAs(manager, `${clusterPath}/matches`, { locale: 'en-GB' });
    const row = page.locator('.match-table tbody tr').nth(30);
    await row.waitFor();
    await row.scrollIntoViewIfNeeded();
    const y = await page.evaluate(() => scrollY);
    expect(y).toBeGreaterThan(100);
    await row.locator('a[href*="/match/"]').first().click();
    await page.waitForSelector('.reasons');
    await page.goBack();
    await page.waitForSelector('.match-table tbody tr');
    await page.waitForFunction((before) => Math.abs(scrollY - before) < 60, y);
    const { matches } = await app.server.ask('matches', { path: { cluster: DEMO }, query: { limit: '200' } });
    const ruled = matches.find(
      ({ rule, checks }) => rule !== 'same' && checks.some((one) => one.check === 'law' && one.verdict === 'unknown'),
    );
    const path = `${clusterPath}/match/${ruled?.surplus}/${ruled?.need}`;
    await page.goto(`${app.server.origin}${path}`);
    await page.waitForSelector('.law [data-flag]');
    const english = await page.locator('.law').innerText();
    await page.locator('.switch button[lang=nb]').click();
    await page.waitForSelector('h3:text("Spørsmål fra regelverket")');
    expect(await page.locator('.law').innerText()).not.toBe(english);
    expect(await axeFindings(page)).toEqual([]);
    expect(faults).toEqual([]);
    await page.context().close();
  });
});
