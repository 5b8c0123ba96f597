import { describe, expect, it } from 'vitest';
import { choose } from '../../../../web/sankey/choose/choose.ts';
import { layOutTogether } from '../../../../web/sankey/layOut/layOut.ts';
import { aFlow } from '../tables.ts';

const graph = (...flows: Parameters<typeof aFlow>[]) =>
  choose(
    flows.map((flow) => aFlow(...flow)),
    {},
    { join: 'named' },
  );
const today = graph(['Smelteverk', 'Fjord', 120], ['Gasskjel', 'Drivhus', 30]);
const after = graph(['Smelteverk', 'Fjord', 60], ['Smelteverk', 'Drivhus', 28], ['Gasskjel', 'Drivhus', 2]);
const [first, second] = layOutTogether([today, after], { width: 900, height: 500, language: 'nb' });

describe('before and after', () => {
  it('share one scale', () => {
    expect(first?.scales).toEqual(second?.scales);
    const fjord = [first, second].map((layout) => layout?.links.find((link) => link.target === 'Fjord')?.width ?? NaN);
    expect(fjord[0]).toBeCloseTo((fjord[1] ?? NaN) * 2, 9);
  });

  it('leave every node where it is', () => {
    for (const node of first?.nodes ?? []) {
      const other = second?.nodes.find((one) => one.id === node.id);
      if (other !== undefined)
        expect([other.column, other.bars[0]?.x, other.bars[0]?.y]).toEqual([node.column, node.bars[0]?.x, node.bars[0]?.y]);
    }
  });

  it('say their own amounts', () => {
    const words = (layout: typeof first) =>
      layout?.labels
        .filter((label) => label.of === 'Drivhus')
        .flatMap((label) => label.lines.map((line) => line.text))
        .join(' ');
    expect(words(first)).toContain('30\u00a0t');
    expect(words(second)).toContain('30\u00a0t');
    expect(second?.labels.find((label) => label.of === 'Gasskjel')?.full).toBe('Gasskjel, 2\u00a0t');
  });
});
