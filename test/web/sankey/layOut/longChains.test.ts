import { expect, it } from 'vitest';
import { choose } from '../../../../web/sankey/choose/choose.ts';
import { layOut } from '../../../../web/sankey/layOut/layOut.ts';
import { aFlow } from '../tables.ts';

const numbers = (path: string): { x: number; y: number }[] =>
  [...path.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map((found) => ({ x: Number(found[1]), y: Number(found[2]) }));

it.each([40, 90, 200])('a chain of %i works with returns stays on the page of a phone, bars apart', (count) => {
  const flows = Array.from({ length: count }, (_, i) => aFlow(`Verk ${i}`, `Verk ${i + 1}`, 10));
  flows.push(aFlow(`Verk ${count}`, 'Verk 0', 2), aFlow('Verk 30', 'Verk 20', 1));
  const layout = layOut(choose(flows), { width: 375, height: 640, language: 'nb' });
  for (const link of layout.links)
    for (const { x, y } of numbers(link.path)) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(375);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y).toBeLessThanOrEqual(layout.height);
    }
  const edges = layout.columnX.map((x) => [x, x + layout.nodeWidth]);
  edges.slice(1).forEach(([left], i) => expect(left).toBeGreaterThan(edges[i]?.[1] ?? 0));
});
