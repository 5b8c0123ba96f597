import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import type { HeatPage } from '../../server/contract/heatAnswer.ts';
import { DEMO, anApp, axeFindings, sideways } from './appPage.ts';
import type { App } from './appPage.ts';

const path = `/cluster/${encodeURIComponent(DEMO)}/heat`;
const PICTURES = [
  'composite-curves',
  'grand-composite',
  'total-site',
  'temperature-ladder',
  'month-load',
  'duration-curve',
  'heat-network',
] as const;

let app: App;
let heat: HeatPage;
beforeAll(async () => {
  app = await anApp();
  heat = await app.server.ask('heat', { path: { cluster: DEMO } });
});
afterAll(() => app.close());

const opened = async (options: Parameters<App['open']>[1] = {}): ReturnType<App['open']> => {
  const found = await app.open(path, options);
  await found.page.waitForSelector('svg.sankey path.link');
  return found;
};
const figure = (page: Page, name: string): Promise<string> => page.locator(`[data-figure="${name}"]`).innerText();
/** Waits until pairs and network are those of the last question. */
const settled = async (page: Page): Promise<void> => void (await page.waitForSelector('.heat[aria-busy=false]'));

describe('the heat page of the demo cluster', () => {
  it('says the sharing potential and what bounds it, and draws every picture', async () => {
    const { page, faults } = await opened();
    expect(await page.locator('nav a[aria-current=page]').innerText()).toBe('Varme');
    expect(await figure(page, 'potential')).toMatch(/^\d+(,\d+)? MW/);
    expect(await page.locator('.heat-headline .notice').innerText()).toMatch(/setter grensen/);
    for (const name of PICTURES) {
      const picture = page.locator(`svg[data-picture="${name}"]`);
      expect(await picture.locator('[data-item]').count(), name).toBeGreaterThan(3);
      expect(await picture.evaluate((svg) => /NaN|Infinity|undefined|\{\w+\}/.exec(svg.outerHTML)?.[0] ?? null), name).toBeNull();
    }
    expect(await page.locator('svg[data-picture=heat-network] path.trench').count()).toBe(heat.network?.edges.length);
    expect(await page.locator('svg[data-picture=heat-network] path.land').count()).toBe(2);
    expect(await page.locator('.heat-pairs tbody tr').count()).toBe(8);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('lets every figure of the network follow when a customer is switched off, and back', async () => {
    const { page, faults } = await opened();
    const [largest] = (heat.network?.customers ?? []).toSorted((a, b) => b.mwh_per_year - a.mwh_per_year);
    const before = [await figure(page, 'delivered'), await figure(page, 'gain'), await page.locator('path.trench').count()];
    const toggle = page.locator(`tr[data-flow="${largest?.flow}"] input`);
    await toggle.focus();
    await page.keyboard.press('Space');
    await page.waitForFunction((text) => document.querySelector('[data-figure="delivered"] dd')?.textContent !== text, before[0]);
    await settled(page);
    expect(await page.locator(`tr[data-flow="${largest?.flow}"] td`).last().innerText()).toBe('Slått av.');
    expect(await figure(page, 'delivered')).not.toBe(before[0]);
    expect(await figure(page, 'gain')).not.toBe(before[1]);
    await page.getByRole('button', { name: 'Slå alle på' }).click();
    await settled(page);
    await page.waitForFunction((text) => document.querySelector<HTMLElement>('[data-figure="delivered"]')?.innerText === text, before[0]);
    expect([await figure(page, 'delivered'), await figure(page, 'gain'), await page.locator('path.trench').count()]).toEqual(before);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('changes the approach by grip and by slider, with mouse and keyboard', async () => {
    const { page, faults } = await opened();
    const grip = page.getByRole('slider', { name: /Minste temperaturforskjell for et par/ });
    await grip.focus();
    await page.keyboard.press('PageUp');
    await page.waitForSelector('.grip[aria-valuenow="11"]');
    const knob = await grip.locator('circle').boundingBox();
    const [x, y] = [(knob?.x ?? 0) + 9, (knob?.y ?? 0) + 9];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x, y - 10);
    await page.mouse.up();
    await page.waitForFunction(() => Number(document.querySelector('.grip')?.getAttribute('aria-valuenow')) > 11);
    await page.locator('.heat-controls input[type=range]').fill('30');
    await page.waitForFunction(() => document.querySelector('[data-figure="approach"]')?.textContent === '30 K');
    await settled(page);
    await page.getByRole('button', { name: /^Vanlig/ }).click();
    await page.waitForFunction(
      (text) => document.querySelector('[data-figure="approach"]')?.textContent === text,
      `${heat.approach.usual_k} K`,
    );
    await settled(page);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('says how much better another network could be, once the solver has answered', async () => {
    const { page, faults } = await opened();
    await page.waitForFunction(() => /mer enn [\d,]+\s%|Beviselig/.test(document.querySelector('[data-figure=gap]')?.textContent ?? ''));
    expect(Number(/mer enn ([\d,]+)/.exec(await figure(page, 'gap'))?.[1]?.replace(',', '.') ?? 0)).toBeLessThan(15);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('draws a pipe route from a list, bends it by keyboard, lets the figures follow and keeps it in the address', async () => {
    const { page, faults } = await opened();
    const [from, to] = (heat.network?.edges ?? []).map((edge) => edge.from).filter((site, i, all) => all.indexOf(site) === i);
    const form = page.locator('.heat-routes form select');
    await form.nth(0).selectOption(from ?? '');
    await form.nth(1).selectOption(to ?? '');
    await page.locator('.heat-routes form button').click();
    await page.waitForSelector('path.drawn-route');
    const straight = await figure(page, 'route-length');
    await page.locator('.heat-route-list button').first().click();
    await page.locator('circle.route-point').focus();
    for (let i = 0; i < 4; i++) await page.keyboard.press('Shift+ArrowUp');
    await page.waitForFunction((text) => document.querySelector('[data-figure="route-length"]')?.textContent !== text, straight);
    const bent = await figure(page, 'route-length');
    await settled(page);
    await page.reload();
    await page.waitForSelector('circle.route-point');
    expect(await figure(page, 'route-length')).toBe(bent);
    await page.locator('circle.route-point').focus();
    await page.keyboard.press('Delete');
    await page.waitForFunction((text) => document.querySelector('[data-figure="route-length"]')?.textContent === text, straight);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('draws a pipe route with the pointer, from site to site, and bends it by its middle', async () => {
    const { page, faults } = await opened();
    const map = page.locator('svg[data-picture=heat-network]');
    await map.scrollIntoViewIfNeeded();
    const [edge] = (heat.network?.edges ?? []).toSorted((a, b) => b.length_m - a.length_m);
    const middle = async (selector: string): Promise<readonly [number, number]> => {
      const box = await map.locator(selector).first().boundingBox();
      return [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2];
    };
    const drag = async ([x, y]: readonly [number, number], [u, v]: readonly [number, number]): Promise<void> => {
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move((x + u) / 2, (y + v) / 2, { steps: 4 });
      await page.mouse.move(u, v, { steps: 4 });
      await page.mouse.up();
    };
    await drag(await middle(`[data-site="${edge?.from}"]`), await middle(`[data-site="${edge?.to}"]`));
    await page.waitForSelector('path.drawn-route');
    const straight = await figure(page, 'route-length');
    const [x, y] = await middle('.route-middle');
    await drag([x, y], [x - 50, y + 40]);
    await page.waitForFunction((text) => document.querySelector('[data-figure="route-length"]')?.textContent !== text, straight);
    await settled(page);
    expect(new URL(page.url()).searchParams.get('routes')).toContain('~');
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('is walked by keyboard, and has the same numbers as a table one key away', async () => {
    const { page } = await opened();
    for (const name of PICTURES) {
      const picture = page.locator(`svg[data-picture="${name}"]`);
      expect(await picture.locator('[data-item][tabindex="0"]').count(), name).toBe(1);
      await picture.locator('[data-item][tabindex="0"]').focus();
      await page.keyboard.press('ArrowRight');
      const told = await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
      expect(told.length, name).toBeGreaterThan(5);
      const frame = page.locator('figure', { has: picture });
      expect(await frame.locator('.heat-told').innerText()).toBe(told);
      await page.keyboard.press('t');
      expect(await frame.locator('table tbody tr').count(), name).toBeGreaterThan(3);
      await page.keyboard.press('t');
      expect(await frame.locator('table').count()).toBe(0);
    }
    await page.context().close();
  });

  it('leads from pairs, members and questions to the rows they come from', async () => {
    const { page, faults } = await opened();
    for (const place of ['.heat-pairs td button.link', '.heat-members td button.link']) {
      await page.locator(place).first().click();
      await page.waitForSelector('dialog[open] td');
      expect(await page.locator('dialog[open] p').first().innerText()).toMatch(/^demo-cluster\.csv, linje \d+$/);
      await page.keyboard.press('Escape');
    }
    await page.locator('[data-list=questions] summary').click();
    expect(await page.locator('[data-list=questions] li').count()).toBeGreaterThan(3);
    expect(await page.locator('[data-list=assumed]').innerText()).toMatch(/^Antatt \(\d+\)/);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('saves a picture that stands by itself', async () => {
    const { page } = await opened();
    const [file] = await Promise.all([page.waitForEvent('download'), page.click('[data-export=composite-curves]')]);
    const svg = readFileSync(await file.path(), 'utf8');
    expect(svg).toMatch(/^<\?xml/);
    expect(svg).not.toMatch(/var\(|NaN/);
    expect(svg).toContain('overskudd');
    const [table] = await Promise.all([page.waitForEvent('download'), page.click('[data-export-csv=composite-curves]')]);
    expect(readFileSync(await table.path(), 'utf8')).toMatch(/^Kurve,"Temperatur, °C","Varme, MW"\noverskudd \(skal kjøles\),-?\d/);
    const [png] = await Promise.all([page.waitForEvent('download'), page.click('[data-export-png=composite-curves]')]);
    expect(
      readFileSync(await png.path())
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');
    await page.context().close();
  });

  it('begins with what a cluster manager decides on, and leads to every part by a click', async () => {
    const { page, faults } = await opened();
    const order = await page.locator('.heat h2').evaluateAll((heads) => heads.map((head) => head.id));
    const listed = await page.locator('.heat-on-page a').evaluateAll((links) => links.map((link) => link.getAttribute('href')?.slice(1)));
    expect(order).toEqual(['potential-title', ...listed]);
    expect(order.slice(1, 4)).toEqual(['pairs-title', 'network-title', 'measure-title']);
    for (const id of ['year-title', 'network-title']) {
      await page.click(`.heat-on-page a[href="#${id}"]`);
      const below = await page.evaluate(
        (which) =>
          (document.getElementById(which)?.getBoundingClientRect().top ?? 0) -
          (document.querySelector('.heat-on-page')?.getBoundingClientRect().bottom ?? 0),
        id,
      );
      expect(below).toBeGreaterThanOrEqual(0);
      expect(below).toBeLessThan(200);
    }
    expect(await page.locator('[data-list=members-out] tr[data-flow]').count()).toBe(
      (heat.network?.dropped ?? []).filter((one) => heat.flows.some((flow) => flow.id === one.who)).length,
    );
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('prints on A4 with the names of every pair and member, nothing cut off and nothing to click', async () => {
    const { page } = await opened();
    const names = await page.locator('.heat-pairs tbody tr').first().locator('button.link').allInnerTexts();
    await page.emulateMedia({ media: 'print' });
    // A4 less a centimetre on each side.
    await page.setViewportSize({ width: 718, height: 1000 });
    expect(await page.locator('.heat-pairs tbody tr').first().innerText()).toContain(names[0]);
    expect(await page.locator('.heat-members tbody tr').first().locator('button.link').isVisible()).toBe(true);
    const cut = await page.evaluate(() =>
      [...document.querySelectorAll('.heat table, .heat svg')]
        .filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
        .map((one) => one.outerHTML.slice(0, 60)),
    );
    expect(cut).toEqual([]);
    const lines = await page.locator('.heat-pairs td.number').evaluateAll((cells) =>
      cells.map((cell) => {
        const range = document.createRange();
        range.selectNodeContents(cell);
        return range.getClientRects().length;
      }),
    );
    expect(Math.max(...lines), 'no amount is broken over lines').toBe(1);
    for (const gone of ['.heat-on-page', '.heat-controls', '.heat-buttons', '.heat button:not(.link)'])
      expect(await page.locator(gone).first().isVisible(), gone).toBe(false);
    const pages = (await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    expect(pages).toBeGreaterThan(2);
    expect(pages).toBeLessThan(12);
    await page.context().close();
  });

  it.each([
    ['light', 'nb-NO', 1440],
    ['dark', 'en-GB', 1440],
    ['light', 'nb-NO', 390],
  ] as const)('is readable by all in %s, %s, %i px', async (colorScheme, locale, width) => {
    const { page, faults } = await opened({ colorScheme, locale, viewport: { width, height: 900 } });
    expect(await page.locator('h1').innerText()).toBe(locale === 'nb-NO' ? `Varme i ${DEMO}` : `Heat in ${DEMO}`);
    await page.locator('.heat-buttons button').first().click();
    await page.locator('[data-list=questions] summary').click();
    expect(await axeFindings(page)).toEqual([]);
    expect(await sideways(page)).toBeLessThanOrEqual(0);
    expect(faults).toEqual([]);
    await page.context().close();
  });
});
