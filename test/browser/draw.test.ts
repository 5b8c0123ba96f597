import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { measure } from './drawGeometry.ts';
import { SCREENS, fixture, fixtures, give, openDraw, serveDraw } from './drawPage.ts';
import type { Served } from './drawPage.ts';

const byText = (a: string, b: string): number => (a < b ? -1 : 1);
let served: Served;
beforeAll(async () => {
  served = await serveDraw();
});
afterAll(() => served.close());

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
const TABLE =
  'id,source,target,value,unit,kind\na,Skog,Sagbruk,100,t,Tømmer\nb,Sagbruk,Fjernvarme,40,t,Bark\nc,Sagbruk,Marked,60,t,Skurlast\n';

describe.each(SCREENS)('the drawing at $width × $height', ({ width, height }) => {
  it.each(fixtures())('of %s is true to scale, without overlap, every name readable', async (name) => {
    const page = await openDraw(served, { width, height });
    await give(page, name, fixture(name));
    await page.waitForSelector('svg.sankey');
    expect(await page.evaluate(measure)).toMatchObject(FLAWLESS);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await page.close();
  });
});

describe('the exported SVG', () => {
  it('opens by itself with the same scale, names and marks', async () => {
    const page = await openDraw(served, { width: 1400, height: 900 });
    await give(page, 'pulp-mill.csv', fixture('pulp-mill.csv'));
    await page.waitForSelector('svg.sankey');
    const [file] = await Promise.all([page.waitForEvent('download'), page.click('[data-export=svg]')]);
    const svg = readFileSync(await file.path(), 'utf8');
    expect(svg).not.toMatch(/var\(|<style|class="[^"]*focus/);
    const alone = await served.browser.newPage();
    await alone.setContent(`<body style="margin:0">${svg.replace(/<\?xml[^>]*>/, '')}</body>`);
    expect(await alone.evaluate(measure)).toMatchObject(FLAWLESS);
    const looks = await alone.evaluate(() => {
      const link = document.querySelector('path.link');
      return {
        fill: link?.getAttribute('fill'),
        stroke: link?.getAttribute('stroke'),
        font: document.querySelector('text')?.getAttribute('font-family'),
      };
    });
    expect(looks.fill).toMatch(/^rgb/);
    expect(looks.stroke).toMatch(/^rgb/);
    expect(looks.font).toContain('Arial');
    await alone.close();
    await page.close();
  });

  it('comes as a PNG at twice the size and as a table that draws the same again', async () => {
    const page = await openDraw(served, { width: 960, height: 600 });
    await give(page, 'rings.csv', fixture('rings.csv'));
    await page.waitForSelector('svg.sankey');
    const size = await page.evaluate(() => Number(document.querySelector('svg.sankey')?.getAttribute('width')));
    const [png] = await Promise.all([page.waitForEvent('download'), page.click('[data-export=png]')]);
    expect(readFileSync(await png.path()).readUInt32BE(16)).toBe(size * 2);
    const [csv] = await Promise.all([page.waitForEvent('download'), page.click('[data-export=csv]')]);
    const paths = () =>
      page.evaluate(() =>
        [...document.querySelectorAll('path.link')].map((link) => `${link.getAttribute('data-id')} ${link.getAttribute('d')}`).sort(),
      );
    const before = await paths();
    await give(page, 'again.csv', readFileSync(await csv.path(), 'utf8'));
    await page.waitForFunction(() => document.querySelector('svg.sankey')?.getAttribute('aria-label')?.includes('again'));
    expect(await paths()).toEqual(before);
    await page.close();
  });

  it('is kept with its view in a file that the page opens again', async () => {
    const page = await openDraw(served, { width: 960, height: 600 });
    await give(page, 'tre.csv', TABLE);
    await page.selectOption('select[name=order]', 'name');
    const [file] = await Promise.all([page.waitForEvent('download'), page.click('[data-export=share]')]);
    const text = readFileSync(await file.path(), 'utf8');
    await page.reload();
    await page.setInputFiles('input[type=file]', { name: 'tre.flytkart.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    await page.waitForSelector('svg.sankey');
    expect(await page.inputValue('select[name=order]')).toBe('name');
    expect(await page.locator('path.link').count()).toBe(3);
    await page.close();
  });
});

describe('the page without a network', () => {
  it('asks for nothing after it has opened, and draws all the same', async () => {
    const page = await openDraw(served, { width: 1400, height: 900 });
    await page.waitForLoadState('networkidle');
    const asked: string[] = [];
    await page.route('**/*', (route) => {
      asked.push(route.request().url());
      return route.abort();
    });
    await give(page, 'heat-ladder.csv', fixture('heat-ladder.csv'));
    await page.waitForSelector('svg.sankey');
    await page.keyboard.press('t');
    await page.waitForSelector('.sankey-table');
    expect(asked.filter((url) => !url.startsWith('blob:') && !url.startsWith('data:'))).toEqual([]);
    expect(await page.locator('input[type=file]').count()).toBe(1);
    await page.close();
  });

  it('draws a large table though its worker could not be fetched', async () => {
    const page = await served.browser.newPage({ viewport: { width: 1400, height: 900 } });
    await page.route('**/*Worker*', (route) => route.abort());
    await page.goto(`${served.url}/draw`);
    const rows = Array.from({ length: 400 }, (_, i) => `r${i},Fra ${i % 37},Til ${(i * 7) % 41},${1 + ((i * 13) % 97)},t`);
    await give(page, 'mange.csv', `id,source,target,value,unit\n${rows.join('\n')}\n`);
    await page.waitForFunction(() => document.querySelectorAll('path.link').length === 400);
    await page.close();
  });

  it('lays out more than a thousand links in its worker and draws them all', async () => {
    const rows = Array.from({ length: 1500 }, (_, i) => `r${i},Fra ${i % 37},Til ${(i * 7) % 41},${1 + ((i * 13) % 97)},t`);
    const page = await openDraw(served, { width: 1400, height: 900 });
    await page.waitForLoadState('networkidle');
    expect(page.workers()).toHaveLength(1);
    await page.route('**/*', (route) => route.abort());
    await give(page, 'mange.csv', `id,source,target,value,unit\n${rows.join('\n')}\n`);
    await page.waitForFunction(() => document.querySelectorAll('path.link').length === 1500);
    await page.close();
  });
});

describe('the keyboard', () => {
  it('has one tab stop in the picture, and the arrows meet every node and link with its full name', async () => {
    const page = await openDraw(served, { width: 1400, height: 900 });
    await give(page, 'tre.csv', TABLE);
    await page.waitForSelector('svg.sankey');
    expect(await page.locator('svg.sankey [tabindex="0"]').count()).toBe(1);
    for (const key of ['ArrowRight', 'ArrowDown']) {
      await page.locator('svg.sankey [tabindex="0"]').focus();
      const names = new Set<string>();
      for (let i = 0; i < 7; i++) {
        names.add(await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? ''));
        await page.keyboard.press(key);
      }
      expect([...names].toSorted(byText)).toEqual(
        [
          'Fjernvarme, 40 t inn',
          'Marked, 60 t inn',
          'Sagbruk til Fjernvarme, Bark, 40 t',
          'Sagbruk til Marked, Skurlast, 60 t',
          'Sagbruk, 100 t inn, 100 t ut',
          'Skog til Sagbruk, Tømmer, 100 t',
          'Skog, 100 t ut',
        ].toSorted(byText),
      );
    }
    await page.close();
  });

  it('comes into the picture with one Tab and leaves it with the next', async () => {
    const page = await openDraw(served, { width: 1400, height: 900 });
    await give(page, 'tre.csv', TABLE);
    await page.waitForSelector('svg.sankey');
    await page.locator('select[name=height]').focus();
    const met: string[] = [];
    for (let i = 0; i < 2; i++) {
      await page.keyboard.press('Tab');
      met.push(await page.evaluate(() => document.activeElement?.getAttribute('class') ?? ''));
    }
    expect(met).toEqual(['node', 'sankey-table-button']);
    await page.close();
  });

  it('lights the whole path with Enter and clears it with Escape', async () => {
    const page = await openDraw(served, { width: 1400, height: 900 });
    await give(page, 'tre.csv', `${TABLE}d,Mølle,Bakeri,5,t,Mel\n`);
    await page.waitForSelector('svg.sankey');
    await page.locator('path.link[data-id=b]').focus();
    await page.keyboard.press('Enter');
    const lit = () =>
      page
        .evaluate(() => [...document.querySelectorAll('path.link.lit')].map((link) => link.getAttribute('data-id') ?? ''))
        .then((ids) => ids.toSorted(byText));
    expect(await lit()).toEqual(['a', 'b']);
    expect(await page.locator('path.link.dim').count()).toBe(2);
    await page.keyboard.press('Escape');
    expect(await lit()).toEqual([]);
    await page.close();
  });

  it('shows the same numbers as a table with T', async () => {
    const page = await openDraw(served, { width: 1400, height: 900 });
    await give(page, 'tre.csv', TABLE);
    await page.waitForSelector('svg.sankey');
    await page.keyboard.press('t');
    expect(await page.locator('.sankey-table tbody tr').allInnerTexts()).toHaveLength(3);
    expect(await page.locator('.sankey-table').innerText()).toMatch(/Skog\s+Sagbruk\s+Tømmer\s+100\s+t/);
    await page.keyboard.press('t');
    expect(await page.locator('.sankey-table').count()).toBe(0);
    await page.close();
  });
});

describe('tables as people have them', () => {
  it('reads Norwegian headers, semicolons, decimal commas and rows without ids', async () => {
    const page = await openDraw(served, { width: 960, height: 600 });
    await give(page, 'norsk.csv', 'Fra;Til;Mengde;Enhet\nÅsen;Øya;1 250,5;MWh\nØya;Ænes;0,75;MWh\n');
    await page.waitForSelector('svg.sankey');
    const links = await page.evaluate(() =>
      [...document.querySelectorAll('path.link')].map((link) => [link.getAttribute('data-id'), link.getAttribute('data-value')]),
    );
    expect(links).toEqual([
      ['Åsen → Øya', '1250.5'],
      ['Øya → Ænes', '0.75'],
    ]);
    await page.close();
  });

  it('names every row it refuses and every row it does not draw', async () => {
    const page = await openDraw(served, { width: 960, height: 600 });
    await give(page, 'feil.csv', 'id,source,target,value,unit\na,A,B,10,t\nb,A,C,-5,t\nc,A,,3,t\nd,A,D,mange,t\ne,A,E,0,t\nf,A,F,,t\n');
    await page.waitForSelector('svg.sankey');
    const problem = await page.locator('.problem').innerText();
    expect(problem).toContain('Linje 3 (id b): mengden «-5» er negativ');
    expect(problem).toContain('Linje 4 (id c): ukjent node');
    expect(problem).toContain('Linje 5 (id d): «mange» er ikke et tall');
    expect(await page.locator('[data-not-drawn]').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-not-drawn')))).toEqual([
      'e',
      'f',
    ]);
    expect(await page.locator('path.link').evaluateAll((links) => links.map((link) => link.getAttribute('data-id')))).toEqual(['a']);
    await page.close();
  });

  it('draws a pasted table, in English where English is asked for', async () => {
    const page = await openDraw(served, { width: 960, height: 600, query: 'lang=en' });
    await page.evaluate(
      (text) => {
        const data = new DataTransfer();
        data.setData('text/plain', text);
        document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
      },
      TABLE.replaceAll(',', '\t'),
    );
    await page.waitForSelector('svg.sankey');
    expect(await page.locator('path.link').count()).toBe(3);
    expect(await page.locator('path.link[data-id=b]').getAttribute('aria-label')).toBe('Sagbruk to Fjernvarme, Bark, 40 t');
    await page.close();
  });
});

describe('the page before a table', () => {
  it('shows pictures to begin with, and opens the one that is chosen', async () => {
    const page = await openDraw(served, { width: 960, height: 600 });
    await page.waitForFunction(() => document.querySelectorAll('[data-start] .band').length > 60);
    expect(await page.locator('svg.sankey, path.link').count()).toBe(0);
    expect(await page.locator('input[type=file]').count()).toBe(1);
    await page.click('[data-start="rings.csv"]');
    await page.waitForSelector('svg.sankey');
    expect(await page.locator('path.link').count()).toBe(15);
    expect(await page.locator('[data-start]').count()).toBe(0);
    await page.close();
  });
});

describe('a table of thousands of rows', () => {
  it('is made in turns and seen when all is there', async () => {
    const rows = Array.from({ length: 2400 }, (_, i) => `r${i},Fra ${i % 61},Til ${(i * 7) % 67},${1 + ((i * 13) % 97)},t`);
    const page = await openDraw(served, { width: 1400, height: 900 });
    // What was there to be seen, after every change of the page.
    await page.evaluate(() => {
      new MutationObserver(() => {
        const links = document.querySelector('g.links');
        if (links === null) return;
        const seen = links.hasAttribute('visibility') ? 'hidden' : String(links.querySelectorAll('path.link').length);
        document.body.dataset['seen'] = [...new Set([...(document.body.dataset['seen'] ?? '').split(' '), seen])].join(' ').trim();
      }).observe(document.body, { childList: true, subtree: true });
    });
    await give(page, 'tusener.csv', `id,source,target,value,unit\n${rows.join('\n')}\n`);
    await page.waitForFunction(() => document.querySelector('g.links:not([visibility])')?.querySelectorAll('path.link').length === 2400);
    expect(await page.evaluate(() => document.body.dataset['seen'])).toBe('hidden 2400');
    await page.close();
  });
});

describe('a print', () => {
  it('holds even a tall picture on one page, under the name of its table', async () => {
    const page = await openDraw(served, { width: 1400, height: 900 });
    await give(page, 'pulp-mill.csv', fixture('pulp-mill.csv'));
    await page.waitForSelector('svg.sankey');
    await page.selectOption('select[name=height]', '4');
    await page.waitForFunction(() => Number(document.querySelector('svg.sankey')?.getAttribute('height')) > 2000);
    const pdf = await page.pdf({ format: 'A4', landscape: true });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g)).toHaveLength(1);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.printed').innerText()).toBe('pulp-mill.csv');
    expect(await page.locator('h1').isVisible()).toBe(false);
    await page.close();
  });
});

describe('eyes and assistive tools', () => {
  it.each([false, true])('find no fault that axe knows of (dark: %s)', async (dark) => {
    const page = await openDraw(served, { width: 1400, height: 900, dark });
    await give(page, 'fish-cluster.csv', fixture('fish-cluster.csv'));
    await page.waitForSelector('svg.sankey');
    await page.keyboard.press('t');
    await page.evaluate(readFileSync(join(import.meta.dirname, '../../node_modules/axe-core/axe.min.js'), 'utf8'));
    const faults = await page.evaluate(async () => {
      const { axe } = window as unknown as { axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } };
      return (await axe.run()).violations.map((one) => `${one.id}: ${one.nodes[0]?.html.slice(0, 120)}`);
    });
    expect(faults).toEqual([]);
    await page.close();
  });
});
