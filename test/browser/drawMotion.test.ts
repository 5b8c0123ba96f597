import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { give, serveDraw } from './drawPage.ts';
import type { Served } from './drawPage.ts';

const TABLE = 'id,source,target,value,unit,status\n1,A,B,10,t,I dag\n2,A,C,6,t,I dag\n1,A,B,4,t,Etter\n2,A,C,12,t,Etter\n';
let served: Served;
beforeAll(async () => {
  served = await serveDraw();
});
afterAll(() => served.close());

/** Transitions that the page starts when the state changes. */
async function glides(reducedMotion: 'reduce' | 'no-preference'): Promise<number> {
  const page = await served.browser.newPage({ viewport: { width: 1400, height: 900 }, reducedMotion });
  await page.goto(`${served.url}/draw?lang=nb`);
  await give(page, 'stadier.csv', TABLE);
  await page.waitForSelector('svg.sankey');
  await page.selectOption('select[name=split]', 'turn');
  await page.waitForSelector('.scenario-choice');
  const started = await page.evaluate(async () => {
    let count = 0;
    document.addEventListener('transitionrun', () => count++, true);
    document.querySelector<HTMLButtonElement>('.scenario-choice button:nth-child(2)')?.click();
    await new Promise((resolve) => setTimeout(resolve, 60));
    const running = document.getAnimations().length;
    await new Promise((resolve) => setTimeout(resolve, 200));
    return count + running;
  });
  await page.close();
  return started;
}

describe('from one state to the next', () => {
  it('ribbons and bars glide', async () => expect(await glides('no-preference')).toBeGreaterThan(0));
  it('nothing moves where less motion is asked for', async () => expect(await glides('reduce')).toBe(0));
});
