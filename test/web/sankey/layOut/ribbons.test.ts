import { expect, it } from 'vitest';
import { returnRibbon } from '../../../../web/sankey/layOut/ribbons.ts';

it.each([2.5, 4, 9, 20])('a return flow whose bend stands %d px from its node leaves it level for two pixels', (offset) => {
  const [width, source, target] = [6, { x: 100, y: 50 }, { x: 20, y: 60 }];
  const lane = [
    { x: 100, y: 150 },
    { x: 20, y: 150 },
  ];
  const bend = { offset, thickness: width };
  const { outline } = returnRibbon(source, bend, lane, bend, target, width);
  const points = [...outline.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map((found) => ({ x: Number(found[1]), y: Number(found[2]) }));
  // Within two pixels of either node the outline has no corner off the two edges.
  for (const { x, y } of points) {
    if (x > 100 && x < 102) expect([47, 53]).toContain(y);
    if (x < 20 && x > 18) expect([57, 63]).toContain(y);
  }
  const turns = (side: (x: number) => boolean): number[] => points.filter(({ x }) => side(x)).map(({ x }) => x);
  expect(Math.min(...turns((x) => x > 100))).toBeGreaterThanOrEqual(102);
  expect(Math.max(...turns((x) => x < 20))).toBeLessThanOrEqual(18);
});
