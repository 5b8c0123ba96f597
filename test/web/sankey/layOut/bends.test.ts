import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bendsBeside } from '../../../../web/sankey/layOut/bends.ts';
import { shareOut } from '../../../../web/sankey/layOut/gaps.ts';

const wanted = fc
  .array(
    fc.record({ from: fc.integer({ min: 0, max: 800 }), to: fc.integer({ min: 0, max: 800 }), width: fc.integer({ min: 1, max: 120 }) }),
    {
      minLength: 1,
      maxLength: 12,
    },
  )
  .map((list) => list.map((one, link) => ({ ...one, link })));

describe('the bends of return flows beside a column', () => {
  it('are as thick as their ribbons wherever one alone has room, and end before what stands next', () =>
    fc.assert(
      fc.property(wanted, fc.integer({ min: 130, max: 900 }), (list, room) => {
        for (const [link, bend] of bendsBeside(list, room, room)) {
          expect(bend.thickness).toBe(list[link]?.width);
          expect(bend.offset).toBeGreaterThan(0);
          expect(bend.offset + bend.thickness).toBeLessThanOrEqual(room + 1e-6);
        }
      }),
      { seed: 3, numRuns: 200 },
    ));

  it('stand beside one another where they pass the same height and there is room', () =>
    fc.assert(
      fc.property(wanted, (list) => {
        const bends = bendsBeside(list, 1e5, 1e5);
        list.forEach((a, i) =>
          list.slice(i + 1).forEach((b) => {
            const apartInHeight =
              Math.max(a.from, a.to) + a.width / 2 <= Math.min(b.from, b.to) - b.width / 2 ||
              Math.max(b.from, b.to) + b.width / 2 <= Math.min(a.from, a.to) - a.width / 2;
            const [p, q] = [bends.get(a.link), bends.get(b.link)];
            if (apartInHeight || p === undefined || q === undefined) return;
            expect(p.offset + p.thickness <= q.offset || q.offset + q.thickness <= p.offset).toBe(true);
          }),
        );
      }),
      { seed: 5, numRuns: 200 },
    ));
});

describe('the ways between columns', () => {
  const needs = fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 15 });
  it('fill the picture exactly, each with what it needs where there is enough, and none is ever closed', () =>
    fc.assert(
      fc.property(needs, fc.integer({ min: 50, max: 2000 }), (list, total) => {
        const ways = shareOut(total, list, 8);
        expect(ways.reduce((sum, way) => sum + way, 0)).toBeCloseTo(total, 6);
        const enough = list.reduce((sum, need) => sum + need, 0) <= total;
        ways.forEach((way, i) => expect(way).toBeGreaterThanOrEqual((enough ? (list[i] ?? 0) : Math.min(8, total / list.length)) - 1e-6));
      }),
      { seed: 9, numRuns: 200 },
    ));
});
