// The follow-up of matches in a real Chromium: a manager's work with the keyboard alone, a member's in English, and each page looked over.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { lookingAs } from '../api/leadVisits.ts';
import { DEMO, anApp, axeFindings, sideways } from './appPage.ts';
import type { App } from './appPage.ts';

const clusterPath = `/cluster/${encodeURIComponent(DEMO)}`;
const MANAGER = `manager:${encodeURIComponent(DEMO)}`;

let app: App;
beforeAll(async () => {
  app = await anApp();
});
afterAll(() => app.close());

/** A page that looks as somebody, at an address. */
async function lookAs(viewer: string, path: string, options: Parameters<App['open']>[1] = {}) {
  const opened = await app.open('/draw', options);
  await opened.page.context().addCookies([{ name: 'flytkart-viewer', value: encodeURIComponent(viewer), url: app.server.origin }]);
  await opened.page.goto(app.server.origin + path);
  await opened.page.waitForLoadState('networkidle');
  return opened;
}

/** Moves the focus by Tab until it stands on what is meant; fails where Tab does not come there. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 400; presses += 1) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${selector}`);
}
const press = async (page: Page, selector: string, key = 'Enter'): Promise<void> => {
  await page.waitForSelector(selector);
  await tabTo(page, selector);
  await page.keyboard.press(key);
};

describe('a cluster manager, with the keyboard alone', () => {
  it('follows a match, moves it on, plans the next step, turns another down and looks at the funnel', async () => {
    const { page, faults } = await lookAs(MANAGER, `${clusterPath}/matches`);
    await page.waitForSelector('.match-table tbody tr');
    const rows = await page.locator('.match-table tbody tr').count();
    expect(rows).toBe(50);

    // From the first row of the table to its lead.
    const first = page.locator('.match-table tbody tr').first();
    const surplus = await first.getAttribute('data-surplus');
    await press(page, `tr[data-surplus="${surplus}"] [data-action=follow]`);
    await page.waitForSelector(`tr[data-surplus="${surplus}"] a[href^="/lead/"]`);
    await press(page, `tr[data-surplus="${surplus}"] a[href^="/lead/"]`);
    await page.waitForSelector('.lead-panel[data-stage=idea]');
    await press(page, '[data-move=discussion]');
    await page.waitForSelector('.lead-panel[data-stage=discussion]');

    // What is typed outlives a reload until it is saved.
    await tabTo(page, 'input[name=responsible]');
    await page.keyboard.type('Kari Nordmann');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Ring driftslederen');
    await page.reload();
    await page.waitForSelector('.lead-panel');
    expect(await page.inputValue('input[name=next_step]')).toBe('Ring driftslederen');
    await tabTo(page, 'input[name=next_date]');
    // Chromium here writes dates as month, day, year.
    await page.keyboard.type('02152026');
    expect(await page.inputValue('input[name=next_date]')).toBe('2026-02-15');
    await press(page, '.lead-form button[type=submit]');
    await page.waitForSelector('.lead-form [role=status]:text("lagret")');
    await tabTo(page, 'textarea[name=note]');
    await page.keyboard.type('Møte på kaia');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.notes li:has-text("Møte på kaia")');
    expect(await page.locator('.history').innerText()).toMatch(/planla: Ring driftslederen, 15\. feb\. 2026, Kari Nordmann/);

    // Another pair is turned down with a reason, and is gone from the list.
    await page.goBack();
    await page.waitForSelector('.match-table');
    const second = page.locator('.match-table tbody tr:has([data-action=decline])').first();
    const [no, toNo] = [await second.getAttribute('data-surplus'), await second.getAttribute('data-need')];
    const declined = `tr[data-surplus="${no}"][data-need="${toNo}"]`;
    await press(page, `${declined} [data-action=decline]`);
    await page.waitForSelector('dialog[open]');
    await tabTo(page, 'dialog[open] button[type=submit]');
    await page.keyboard.press('Enter');
    await page.waitForSelector('dialog[open] [role=alert]');
    await tabTo(page, 'dialog[open] select[name=reason]');
    await page.keyboard.type('Lønner');
    await tabTo(page, 'dialog[open] textarea');
    await page.keyboard.type('Frakten spiser gevinsten');
    await press(page, 'dialog[open] button[type=submit]');
    await page.waitForSelector('dialog[open]', { state: 'detached' });
    await page.waitForSelector(declined, { state: 'detached' });
    expect(await page.locator('.shown').innerText()).toMatch(/1 med nei er skjult/);
    await press(page, '[data-action=declined]');
    expect(await page.locator(declined).innerText()).toMatch(/Nei: Lønner seg ikke/);
    expect(new URL(page.url()).searchParams.get('declined')).toBe('yes');

    // The board, then the funnel: one bar a stage, a table a key away.
    await press(page, 'nav a[href$="/leads"]');
    await page.waitForSelector('.board');
    expect(await page.locator('.board .lead-card').count()).toBe(1);
    expect(await page.locator('.board .overdue').innerText()).toMatch(/forfalt/);
    await press(page, '[data-view=funnel]');
    await page.waitForSelector('svg[data-picture=lead-funnel]');
    const bars = await page
      .locator('rect[data-stage]')
      .evaluateAll((all) => all.map((one) => `${one.getAttribute('data-stage')} ${one.getAttribute('data-count')}`));
    expect(bars).toEqual(expect.arrayContaining(['discussion 1', 'ended 1', 'idea 0']));
    await tabTo(page, 'svg[data-picture=lead-funnel] [data-item]');
    await page.keyboard.press('t');
    expect(await page.locator('.heat-table tbody tr').count()).toBe(1);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('walks the matrix by arrows and opens the matches of two companies', async () => {
    const { page, faults } = await lookAs(MANAGER, `${clusterPath}/matches?view=company`);
    await page.waitForSelector('.matrix');
    await tabTo(page, '.matrix td');
    while (!(await page.evaluate(() => /\d/.test(document.activeElement?.textContent ?? '')))) await page.keyboard.press('ArrowRight');
    const told = await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.match-table');
    const [, count] = /: (\d+) treff/.exec(told) ?? [];
    expect(await page.locator('.shown').innerText()).toMatch(new RegExp(`^${count} av`));
    await page.goBack();
    await page.waitForSelector('.matrix');
    expect(faults).toEqual([]);
    await page.context().close();
  });
});

it('what one types is not lost, nor what another saved meanwhile: the second is told, sees the newest and saves again', async () => {
  const { rows } = await app.server.ask('matchRows', { path: { cluster: DEMO } });
  const row = rows.findLast((one) => one.lead === null);
  const body = { surplus: row?.surplus, need: row?.need };
  const { id, version } = await app.server.ask('leadCreate', { path: { cluster: DEMO }, body, headers: lookingAs(MANAGER) });
  const { page } = await lookAs(MANAGER, `/lead/${id}`);
  await page.fill('input[name=next_step]', 'Mitt steg');
  const other = { responsible: 'Ola', next_step: 'Olas steg', next_date: null, version };
  await app.server.ask('leadPlan', { path: { lead: id }, body: other, headers: lookingAs(MANAGER) });
  await page.locator('.lead-form button[type=submit]').first().click();
  await page.waitForSelector('[role=alert]:text("Noen andre har endret")');
  await page.waitForSelector('.history li:has-text("Olas steg")');
  expect(await page.inputValue('input[name=next_step]')).toBe('Mitt steg');
  expect(await page.inputValue('input[name=responsible]')).toBe('Ola');
  await page.locator('.lead-form button[type=submit]').first().click();
  await page.waitForSelector('.history li:has-text("Mitt steg, Ola")');
  await page.context().close();
});

it('compares a few matches side by side, under an address that opens the same view', async () => {
  const { page, faults } = await lookAs(MANAGER, `${clusterPath}/matches?certainty=medium`);
  await page.waitForSelector('.match-table');
  for (const at of [0, 2]) await page.locator('.match-table tbody input[type=checkbox]').nth(at).check();
  await page.locator('[data-action=compare]').click();
  await page.waitForSelector('.compare');
  expect(await page.locator('.compare thead th').count()).toBe(2);
  const lines = await page.locator('.compare').innerText();
  await page.reload();
  await page.waitForSelector('.compare');
  expect(await page.locator('.compare').innerText()).toBe(lines);
  expect(await axeFindings(page)).toEqual([]);
  await page.goBack();
  expect(await page.locator('.match-table tbody input:checked').count()).toBe(2);
  expect(faults).toEqual([]);
  await page.context().close();
});

describe('in English', () => {
  it('a member answers its blind lead, sees the other side once both said yes, and reads who saw its data', async () => {
    const { rows } = await app.server.ask('matchRows', { path: { cluster: DEMO } });
    const row = rows.find((one) => one.lead === null && one.giver_name === 'Grønfjord Silisium AS');
    if (!row) throw new Error('no match');
    const body = { surplus: row.surplus, need: row.need };
    const lead = await app.server.ask('leadCreate', { path: { cluster: DEMO }, body, headers: lookingAs(MANAGER) });
    const { page, faults } = await lookAs(`member:${row.giver}`, `/company/${row.giver}`, { locale: 'en-GB' });
    const card = page.locator(`.lead-card[data-lead="${lead.id}"]`);
    await card.waitFor();
    expect(await card.innerText()).toMatch(/Kind\s.+\sSize a year\s.+\sDistance/s);
    expect(await page.locator('.own-room').innerText()).not.toContain(row.taker_name);
    await card.locator('[data-answer=yes]').click();
    await card.locator('[role=status]').waitFor();
    expect(await card.innerText()).toContain('You have said yes.');
    const answer = { path: { lead: lead.id }, body: { company: row.taker, answer: 'yes' }, headers: lookingAs(`member:${row.taker}`) };
    await app.server.ask('leadAnswer', answer);
    await page.reload();
    await card.waitFor();
    expect(await card.innerText()).toContain(row.taker_name);
    await card.locator('a').first().click();
    await page.waitForSelector('.lead-panel');
    expect(await page.locator('[data-move]').count()).toBe(0);
    await page.locator('a', { hasText: 'Letter of intent' }).click();
    expect(await page.locator('.letter h1').innerText()).toMatch(/^Letter of intent on /);
    await page.goto(`${app.server.origin}/company/${row.giver}`);
    await page.locator('.own-room', { hasText: 'Cluster manager' }).waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('.own-room a', { hasText: 'Excel' }).click()]);
    expect(download.suggestedFilename()).toBe('Grønfjord Silisium AS.xlsx');
    expect(faults).toEqual([]);
    await page.context().close();
  });
});

describe('every page of the follow-up', () => {
  it.each(['light', 'dark'] as const)('has no serious finding of axe in %s, and no sideways scroll on a phone', async (colorScheme) => {
    const { leads } = await app.server.ask('leads', { path: { cluster: DEMO }, headers: lookingAs(MANAGER) });
    const paths = [
      `${clusterPath}/matches`,
      `${clusterPath}/matches?view=resource`,
      `${clusterPath}/leads?ended=yes`,
      `${clusterPath}/leads?view=list`,
      `${clusterPath}/leads?view=funnel`,
      ...['', '?show=projects', '?show=services', '?show=local', '?show=together'].map((show) => `${clusterPath}/registers${show}`),
      `/lead/${leads[0]?.id}`,
      `/lead/${leads[0]?.id}/letter`,
    ];
    const viewport = colorScheme === 'dark' ? { width: 390, height: 844 } : { width: 1400, height: 900 };
    const { page, faults } = await lookAs(MANAGER, paths[0] ?? '/', { colorScheme, viewport });
    for (const path of paths) {
      await page.goto(app.server.origin + path);
      await page.waitForSelector('h1');
      await page.waitForLoadState('networkidle');
      expect([path, await axeFindings(page)]).toEqual([path, []]);
      expect([path, await sideways(page)]).toEqual([path, 0]);
    }
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('says so where there is nothing, nothing to see, or nobody answers', async () => {
    const { page } = await lookAs(MANAGER, '/lead/none');
    expect(await page.locator('[role=alert]').innerText()).toMatch(/Det finnes ingen slik oppfølging/);
    await page.goto(`${app.server.origin}${clusterPath}/registers?show=projects`);
    expect(await page.locator('main .notice').innerText()).toMatch(/Ingen urealiserte prosjekter/);
    await page.locator('[data-action=add]').click();
    await page.fill('dialog[open] input[name=title]', 'Rør til fjernvarmen');
    await page.context().setOffline(true);
    await page.locator('dialog[open] button[type=submit]').click();
    expect(await page.locator('dialog[open] [role=alert]').innerText()).toMatch(/minst én bedrift/);
    await page.locator('dialog[open] input[role=combobox]').fill('Kårvik');
    await page.waitForSelector('[role=option]:text("Kårvik")');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForSelector('dialog[open] .chips li');
    await page.locator('dialog[open] button[type=submit]').click();
    await page.waitForSelector('dialog[open] [role=alert]:text("Får ikke kontakt")');
    await page.context().setOffline(false);
    await page.locator('dialog[open] button[type=submit]').click();
    await page.waitForSelector('[data-entry]');
    expect(await page.locator('[data-entry]').innerText()).toContain('Kårvik Betongelement AS');
    const company = (await app.server.ask('companies', { path: { cluster: DEMO } }))[0]?.id ?? '';
    await page.context().addCookies([{ name: 'flytkart-viewer', value: encodeURIComponent(`member:${company}`), url: app.server.origin }]);
    await page.goto(`${app.server.origin}${clusterPath}/leads`);
    await page.waitForSelector('.notice:text("klyngelederen")');
    await page.context().close();
  });
});
