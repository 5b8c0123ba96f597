import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderCircle } from '../../../../web/sankey/layOut/circleOrder.ts';
import { pickReturnFlows } from '../../../../web/sankey/layOut/returnFlows.ts';
import type { Arc } from '../../../../web/sankey/layOut/returnFlows.ts';
import { strongGroups } from '../../../../web/sankey/layOut/strongGroups.ts';

const arc = (from: number, to: number, weight: number, marked = false): Arc => ({ from, to, weight, marked });
const arcs = (nodes: number, most: number): fc.Arbitrary<Arc[]> =>
  fc.array(
    fc.record({
      from: fc.nat(nodes - 1),
      to: fc.nat(nodes - 1),
      weight: fc.integer({ min: 1, max: 50 }).map((n) => n / 50),
      marked: fc.constant(false),
    }),
    { minLength: 1, maxLength: most },
  );
const isCircleFree = (count: number, list: readonly Arc[]): boolean => {
  const next: number[][] = Array.from({ length: count }, () => []);
  for (const one of list) next[one.from]?.push(one.to);
  return new Set(strongGroups(next)).size === count && list.every((one) => one.from !== one.to);
};
function orders(items: readonly number[]): number[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((first) => orders(items.filter((one) => one !== first)).map((rest) => [first, ...rest]));
}

describe('the flows that run back', () => {
  it('are the smaller one of a two-way pair', () => expect(pickReturnFlows(2, [arc(0, 1, 5), arc(1, 0, 2)])).toEqual([false, true]));

  it('are always self-links', () => expect(pickReturnFlows(1, [arc(0, 0, 5)])).toEqual([true]));

  it('are the marked one of a ring, however heavy', () =>
    expect(pickReturnFlows(3, [arc(0, 1, 9, true), arc(1, 2, 1), arc(2, 0, 1)])).toEqual([true, false, false]));

  it('are none where nothing runs in a circle, marked or not', () =>
    expect(pickReturnFlows(3, [arc(0, 1, 1, true), arc(1, 2, 1)])).toEqual([false, false]));

  it('leave no circle behind, on any graph', () => {
    fc.assert(
      fc.property(arcs(25, 80), (list) => {
        const back = pickReturnFlows(25, list);
        expect(
          isCircleFree(
            25,
            list.filter((_, i) => back[i] !== true),
          ),
        ).toBe(true);
      }),
      { seed: 3, numRuns: 150 },
    );
  });

  it('weigh as little as the best of all orders, on small graphs', () => {
    const every = orders([0, 1, 2, 3, 4]);
    fc.assert(
      fc.property(arcs(5, 14), (list) => {
        const back = pickReturnFlows(5, list);
        const weight = list.reduce((sum, one, i) => sum + (back[i] === true && one.from !== one.to ? one.weight : 0), 0);
        const best = Math.min(
          ...every.map((order) => list.reduce((sum, one) => sum + (order.indexOf(one.from) > order.indexOf(one.to) ? one.weight : 0), 0)),
        );
        expect(weight).toBeLessThanOrEqual(best + 1e-9);
      }),
      { seed: 5, numRuns: 100 },
    );
  });

  it('weigh little in large groups too: within a fifth of a known good order', () => {
    fc.assert(
      fc.property(
        arcs(30, 120),
        fc.array(fc.record({ from: fc.nat(29), to: fc.nat(29), weight: fc.constant(0.05) }), { maxLength: 20 }),
        (list, noise) => {
          // Forward arcs by construction, with light ones against them: what runs back should weigh about as much as these.
          const forward = list
            .filter((one) => one.from !== one.to)
            .map((one) => (one.from < one.to ? one : { ...one, from: one.to, to: one.from }));
          const against = noise.filter((one) => one.from > one.to).map((one) => ({ ...one, marked: false }));
          const all = [...forward, ...against];
          const back = pickReturnFlows(30, all);
          const weight = all.reduce((sum, one, i) => sum + (back[i] === true ? one.weight : 0), 0);
          expect(weight).toBeLessThanOrEqual(against.reduce((sum, one) => sum + one.weight, 0) * 1.2 + 1e-9);
        },
      ),
      { seed: 9, numRuns: 60 },
    );
  });

  it('begin, where weights tie, with the node that is fed from outside', () => {
    const ring = [0, 1, 2].map((i) => Float64Array.from([0, 1, 2], (j) => (j === (i + 1) % 3 ? 1 : 0)));
    expect(orderCircle(ring, Float64Array.from([0, 0, 1]))).toEqual([2, 0, 1]);
  });
});
