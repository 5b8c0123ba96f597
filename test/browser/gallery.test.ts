import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { measure } from './drawGeometry.ts';
import { fixtures, openDraw, serveDraw } from './drawPage.ts';
import type { Served } from './drawPage.ts';

let served: Served;
beforeAll(async () => {
  served = await serveDraw();
});
afterAll(() => served.close());

describe('the gallery', () => {
  it('shows every example table, each as a whole picture', async () => {
    const page = await openDraw(served, { width: 1400, height: 900, query: 'lang=en&gallery' });
    const files = fixtures();
    await page.waitForFunction((count) => document.querySelectorAll('svg.sankey').length === count, files.length);
    expect(
      await page.locator('[data-example]').evaluateAll((all) => all.map((one) => one.getAttribute('data-example') ?? '')),
    ).toHaveLength(files.length);
    expect(
      new Set(await page.locator('[data-example]').evaluateAll((all) => all.map((one) => one.getAttribute('data-example') ?? ''))),
    ).toEqual(new Set(files));
    const unnamed = await page.evaluate(() => {
      const pictures = [...document.querySelectorAll('svg.sankey')];
      return pictures.flatMap((svg) =>
        [...svg.querySelectorAll('path.link, rect.node[tabindex]')].filter((one) => !one.getAttribute('aria-label')),
      );
    });
    expect(unnamed).toEqual([]);
    await page.close();
  });

  it('opens an example for closer looking', async () => {
    const page = await openDraw(served, { width: 960, height: 600, query: 'lang=nb&gallery' });
    await page.click('[data-example="rings.csv"] h2 button');
    await page.waitForFunction(() => document.querySelectorAll('svg.sankey').length === 1);
    expect(await page.evaluate(measure)).toMatchObject({
      links: 15,
      wrongWidths: [],
      overlappingNodes: [],
      collidingLabels: [],
      clippedLabels: [],
    });
    await page.close();
  });
});

describe('before and after on one page', () => {
  const TABLE = 'id,source,target,value,unit,status\n1,A,B,10,t,I dag\n2,A,B,4,t,Etter\n3,A,C,6,t,Etter\n';
  it('share a scale and leave the nodes where they are', async () => {
    const page = await openDraw(served, { width: 1400, height: 900 });
    await page.setInputFiles('input[type=file]', { name: 'stadier.csv', mimeType: 'text/csv', buffer: Buffer.from(TABLE) });
    await page.waitForSelector('svg.sankey');
    await page.selectOption('select[name=split]', 'side');
    await page.waitForFunction(() => document.querySelectorAll('svg.sankey').length === 2);
    const bars = await page.evaluate(() =>
      [...document.querySelectorAll('svg.sankey')].map((svg) => {
        const rect = svg.querySelector<SVGRectElement>('rect.node[data-id=A]');
        return rect === null ? null : [rect.x.baseVal.value, rect.y.baseVal.value, rect.height.baseVal.value];
      }),
    );
    expect(bars[0]).toEqual(bars[1]);
    await page.selectOption('select[name=split]', 'turn');
    await page.click('.scenario-choice button:nth-child(2)');
    await page.waitForFunction(() => document.querySelectorAll('path.link').length === 2);
    await page.close();
  });
});

describe('a node dragged to another column', () => {
  it('stays there, and comes back when it is let go', async () => {
    const page = await openDraw(served, { width: 1400, height: 900 });
    const text = 'id,source,target,value,unit\n1,A,B,10,t\n2,B,C,10,t\n3,D,C,5,t\n';
    await page.setInputFiles('input[type=file]', { name: 'pin.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
    await page.waitForSelector('svg.sankey');
    const x = (id: string) =>
      page.evaluate((name) => document.querySelector<SVGRectElement>(`rect.node[data-id=${name}]`)?.x.baseVal.value ?? 0, id);
    const before = await x('D');
    expect(before).toBeGreaterThan(await x('A'));
    await page.locator('rect.node[data-id=D]').focus();
    await page.keyboard.press('Shift+ArrowLeft');
    await page.waitForFunction(
      (was) => (document.querySelector<SVGRectElement>('rect.node[data-id=D]')?.x.baseVal.value ?? was) < was,
      before,
    );
    expect(await x('D')).toBe(await x('A'));
    await page.getByRole('button', { name: 'Løsne alle' }).click();
    await page.waitForFunction((was) => document.querySelector<SVGRectElement>('rect.node[data-id=D]')?.x.baseVal.value === was, before);
    await page.close();
  });
});
