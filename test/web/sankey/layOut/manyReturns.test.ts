import { describe, expect, it } from 'vitest';
import { choose } from '../../../../web/sankey/choose/choose.ts';
import { layOut } from '../../../../web/sankey/layOut/layOut.ts';
import { aFlow } from '../tables.ts';

/** Every flow between any two of so many nodes, either way. */
function bothWays(nodes: number, flows: number) {
  let state = 11;
  const next = (): number => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647;
  return Array.from({ length: flows }, (_, i) =>
    aFlow(`N${Math.floor(next() * nodes)}`, `N${Math.floor(next() * nodes)}`, 1 + Math.floor(next() * 1000), { id: `f${i}` }),
  );
}

describe('thousands of flows that run both ways', () => {
  const layout = layOut(choose(bothWays(300, 3000)), { width: 1358, height: 780 });
  it('are all drawn, and the better half of them as wide as they are worth: room for bends does not make them vanish', () => {
    expect(layout.links).toHaveLength(3000);
    expect(layout.hairlines).toBeLessThan(1500);
  });

  it('take no more places on their ways than a picture of a second has', () => {
    const returns = layout.links.filter((link) => link.isReturn);
    expect(returns.length).toBeGreaterThan(500);
    expect(returns.reduce((sum, link) => sum + Math.max(0, link.way.length - 4), 0)).toBeLessThanOrEqual(5000);
  });
});
