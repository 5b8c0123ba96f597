import { describe, expect, it } from 'vitest';
import { crossingsOf, madeUp, ourCrossings, plainCrossings } from '../../../../bench/sankey.ts';
import { choose } from '../../../../web/sankey/choose/choose.ts';
import { layOut } from '../../../../web/sankey/layOut/layOut.ts';
import { aFlow } from '../tables.ts';

const SCREEN = { width: 1400, height: 700, language: 'nb' } as const;

describe('crossings', () => {
  it('are counted where two ribbons change sides', () => {
    const straight = [
      { x: 0, y: 0 },
      { x: 1, y: 0 },
    ];
    const down = [
      { x: 0, y: -1 },
      { x: 1, y: 1 },
    ];
    expect(crossingsOf([{ points: straight }, { points: down }], [0, 1])).toBe(1);
    expect(crossingsOf([{ points: straight }, { points: straight }], [0, 1])).toBe(0);
  });

  it('are at most four fifths of those of plain d3-sankey on tables like an energy balance', () => {
    const tables = [1, 2, 3, 4, 5, 6].map((seed) => madeUp(5, 8, 40, seed * 104_729));
    const ours = tables.map((flows) => ourCrossings(layOut(choose(flows), SCREEN)));
    const plain = tables.map((flows) => plainCrossings(flows));
    const sum = (list: readonly number[]): number => list.reduce((total, one) => total + one, 0);
    expect(sum(ours)).toBeLessThanOrEqual(0.8 * sum(plain));
  });

  it('are none where an order without any exists', () => {
    const flows = [
      aFlow('A', 'X', 1),
      aFlow('B', 'Y', 2),
      aFlow('C', 'Z', 3),
      aFlow('X', 'C2', 1),
      aFlow('Y', 'B2', 2),
      aFlow('Z', 'A2', 3),
    ];
    expect(ourCrossings(layOut(choose(flows), SCREEN))).toBe(0);
  });
});
