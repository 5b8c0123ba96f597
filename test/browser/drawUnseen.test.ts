// Tables made from public knowledge that the engine was not designed on: balances, material accounts, water and energy, knots of returns, and
// files as people have them. No picture of them is tuned; all must be true.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { paleLabels } from './drawContrast.ts';
import { measure } from './drawGeometry.ts';
import { SCREENS, openDraw, serveDraw } from './drawPage.ts';
import type { Served } from './drawPage.ts';

const FOLDER = join(import.meta.dirname, 'draw-tables');
const TABLES = readdirSync(FOLDER).sort();
const FLAWLESS = {
  wrongWidths: [],
  wrongMarks: [],
  overlappingNodes: [],
  wrongHeights: [],
  collidingLabels: [],
  clippedLabels: [],
  labelsOnNodes: [],
  overlappingEnds: [],
  narrowTurns: [],
};
let served: Served;
beforeAll(async () => {
  served = await serveDraw();
});
afterAll(() => served.close());

const offer = async (page: Page, name: string): Promise<void> => {
  await page.setInputFiles('input[type=file]', { name, mimeType: 'text/csv', buffer: readFileSync(join(FOLDER, name)) });
  await page.waitForFunction((title) => document.querySelector('svg.sankey')?.getAttribute('aria-label')?.includes(title), name);
};
const shown = async (name: string, view: { readonly width: number; readonly height: number; readonly dark?: boolean }): Promise<Page> => {
  const page = await openDraw(served, view);
  await offer(page, name);
  return page;
};

describe.each(SCREENS)('a table never seen before at $width × $height', ({ width, height }) => {
  // One page for all: a table that follows another is drawn like the first.
  let page: Page;
  beforeAll(async () => {
    page = await openDraw(served, { width, height });
  });
  afterAll(() => page.close());
  it.each(TABLES)('%s is drawn to scale, without overlap, returns as thick as they are worth', async (name) => {
    await offer(page, name);
    expect(await page.evaluate(measure)).toMatchObject(FLAWLESS);
  });
});

describe('every word', () => {
  it.each([
    ['steel.csv', 1400, false],
    ['carbon-cycle.csv', 1400, true],
    ['paper-mill.csv', 960, true],
    ['hundred-characters.csv', 390, false],
  ] as const)('of %s at %i px is read at 4.5:1 whatever passes under it (dark: %s)', async (name, width, dark) => {
    const page = await shown(name, { width, height: 900, dark });
    await page.waitForTimeout(200);
    expect(await paleLabels(served.browser, page)).toEqual([]);
    await page.close();
  });
});

describe('the exported SVG', () => {
  it.each([
    ['steel.csv', false],
    ['water-energy.csv', true],
    ['hundred-characters.csv', false],
  ] as const)('of %s passes the same checks when it is opened alone (dark: %s)', async (name, dark) => {
    const page = await shown(name, { width: 1400, height: 900, dark });
    const [file] = await Promise.all([page.waitForEvent('download'), page.click('[data-export=svg]')]);
    const alone = await served.browser.newPage({ viewport: { width: 1400, height: 900 } });
    await alone.setContent(`<body style="margin:0">${readFileSync(await file.path(), 'utf8').replace(/<\?xml[^>]*>/, '')}</body>`);
    expect(await alone.evaluate(measure)).toMatchObject(FLAWLESS);
    expect(await paleLabels(served.browser, alone)).toEqual([]);
    await alone.close();
    await page.close();
  });
});

describe('a row that cannot be drawn', () => {
  it('is named with its line, its id and the text found, and nothing of it becomes 0', async () => {
    const page = await shown('untidy.csv', { width: 1400, height: 900 });
    const told = await page.locator('.messages').innerText();
    for (const sentence of [
      'Linje 10 (id 4)',
      'Linje 11 (id 5)',
      '-400',
      'Linje 14 (id 8)',
      'Linje 15 (id 9)',
      'Linje 16 (id 10)',
      '«mye»',
    ])
      expect(told).toContain(sentence);
    expect(await page.locator('path.link').evaluateAll((all) => all.map((one) => one.getAttribute('data-id') ?? '').toSorted())).toEqual(
      ['1', '11', '12', '12 (2)', '14', '2', '3', '7'].toSorted(),
    );
    await page.close();
  });
});
