import { expect, it } from 'vitest';
import { choose } from '../../../../web/sankey/choose/choose.ts';
import { layOut } from '../../../../web/sankey/layOut/layOut.ts';
import { aFlow } from '../tables.ts';

const heights = (path: string): number[] => [...path.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map((found) => Number(found[2]));

it('keeps a high amount of five hundred times the likely one inside the picture', () => {
  const flows = [
    aFlow('Kilde', 'Mølle', 10, { min: 1, max: 5000 }),
    aFlow('Mølle', 'Bakeri', 8, { min: 8, max: 900 }),
    aFlow('Bakeri', 'Kilde', 2, { min: 0, max: 300 }),
  ];
  const layout = layOut(choose(flows), { width: 1400, height: 700, language: 'nb' });
  for (const link of layout.links) {
    expect(link.outer).not.toBeNull();
    for (const y of heights(link.outer ?? '')) {
      expect(y).toBeGreaterThanOrEqual(layout.picture.y - 0.01);
      expect(y).toBeLessThanOrEqual(layout.picture.y + layout.picture.height + 0.01);
    }
  }
});

it('draws an ordinary range to scale', () => {
  const layout = layOut(choose([aFlow('Kilde', 'Mølle', 10, { min: 8, max: 11 }), aFlow('Kilde', 'Silo', 90)]), {
    width: 1400,
    height: 700,
    language: 'nb',
  });
  const ranged = layout.links.find((link) => link.target === 'Mølle');
  const high = heights(ranged?.outer ?? '');
  expect(Math.abs((high[0] ?? 0) - (high.at(-1) ?? 0))).toBeCloseTo(11 * (layout.scales['t'] ?? 0), 1);
});
