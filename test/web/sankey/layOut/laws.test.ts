import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choose } from '../../../../web/sankey/choose/choose.ts';
import { layOut } from '../../../../web/sankey/layOut/layOut.ts';
import type { Box, SankeyFlow, SankeyLayout } from '../../../../web/sankey/types.ts';
import { flowTable, screen } from '../tables.ts';

const SEED = { seed: 7, numRuns: 120 };
type Screen = { readonly width: number; readonly height: number };
const drawn = (flows: readonly SankeyFlow[], size: Screen): SankeyLayout => layOut(choose(flows), { ...size, language: 'nb' });
const holds = (law: (layout: SankeyLayout, flows: readonly SankeyFlow[], size: Screen) => void): void =>
  fc.assert(
    fc.property(flowTable, screen, (flows, size) => {
      law(drawn(flows, size), flows, size);
    }),
    SEED,
  );
const apart = (a: Box, b: Box): boolean =>
  a.x + a.width <= b.x + 1e-6 || b.x + b.width <= a.x + 1e-6 || a.y + a.height <= b.y + 1e-6 || b.y + b.height <= a.y + 1e-6;
/** All pairs of boxes that touch inside. */
const touching = (boxes: readonly Box[]): [Box, Box][] =>
  boxes.flatMap((a, i) => boxes.slice(i + 1).flatMap((b): [Box, Box][] => (apart(a, b) ? [] : [[a, b]])));

describe('the picture of any flow table', () => {
  it('draws every row above zero and no other', () =>
    holds((layout, flows) => {
      const above = flows.filter((flow) => (flow.value ?? 0) > 0).map((flow) => flow.id);
      expect(layout.links.map((link) => link.id).sort()).toEqual(above.sort());
    }));

  it('gives every link of a unit the same width for its value', () =>
    holds((layout) => {
      for (const link of layout.links) {
        const expected = link.value * (layout.scales[link.unit] ?? NaN);
        expect(Math.abs(link.width - expected)).toBeLessThanOrEqual(1e-9 * expected);
        expect(link.hairline).toBe(expected < 1);
      }
    }));

  it('makes every bar as tall as the larger of its in and out', () =>
    holds((layout) => {
      for (const node of layout.nodes)
        for (const bar of node.bars) {
          const sum = (end: 'source' | 'target'): number =>
            layout.links.filter((link) => link[end] === node.id && link.unit === bar.unit).reduce((total, link) => total + link.value, 0);
          expect(bar.value).toBeCloseTo(Math.max(sum('source'), sum('target')), 6);
          expect(bar.height).toBeCloseTo(bar.value * (layout.scales[bar.unit] ?? NaN), 6);
        }
    }));

  it('stacks the links of a bar without overlap and inside it', () =>
    holds((layout) => {
      for (const node of layout.nodes)
        for (const bar of node.bars)
          for (const end of ['source', 'target'] as const) {
            const y = end === 'source' ? 'sourceY' : 'targetY';
            const stack = layout.links.filter((link) => link[end] === node.id && link.unit === bar.unit).toSorted((a, b) => a[y] - b[y]);
            let from = bar.y;
            for (const link of stack) {
              expect(link[y] - link.width / 2).toBeGreaterThanOrEqual(from - 1e-6);
              from = link[y] + link.width / 2;
            }
            expect(from).toBeLessThanOrEqual(bar.y + bar.height + 1e-6);
          }
    }));

  it('lets no bars overlap', () => holds((layout) => expect(touching(layout.nodes.flatMap((node) => node.bars))).toEqual([])));

  it('lets no names collide, with each other or with a bar', () =>
    holds((layout) => {
      const names = [...layout.labels, ...layout.key.map((entry) => entry.label)].map((label) => label.box);
      expect(touching(names)).toEqual([]);
      const bars = layout.nodes.flatMap((node) => node.bars);
      expect(names.flatMap((name) => bars.filter((bar) => !apart(name, bar)))).toEqual([]);
    }));

  it('keeps bars, names and keys inside the picture', () =>
    holds((layout, _, size) => {
      const boxes: Box[] = [
        ...layout.nodes.flatMap((node) => node.bars),
        ...layout.labels.map((label) => label.box),
        ...layout.key.map((entry) => entry.label.box),
      ];
      for (const box of boxes) {
        expect(box.x).toBeGreaterThanOrEqual(0);
        expect(box.y).toBeGreaterThanOrEqual(-1e-6);
        expect(box.x + box.width).toBeLessThanOrEqual(size.width + 1e-6);
        expect(box.y + box.height).toBeLessThanOrEqual(layout.height + 1e-6);
      }
    }));

  it('grows to four screens at most', () =>
    holds((layout, _, size) => expect(layout.picture.height).toBeLessThanOrEqual(4 * size.height + 20)));

  it('names every node beside it or in the key', () =>
    holds((layout) => {
      const named = new Set([
        ...layout.labels.filter((label) => label.what === 'node').map((label) => label.of),
        ...layout.key.map((entry) => entry.node),
      ]);
      expect(layout.nodes.filter((node) => !named.has(node.id)).map((node) => node.id)).toEqual([]);
    }));

  it('writes no number that is none into an outline', () =>
    holds((layout) => {
      for (const link of layout.links) {
        expect(`${link.path}${link.outer ?? ''}${link.inner ?? ''}${link.arrows.join('')}`).not.toMatch(/NaN|Infinity/);
        expect(link.path).toMatch(/^M.+Z$/);
      }
    }));

  it('runs forward flows to the right and marks all others as returns', () =>
    holds((layout) => {
      for (const link of layout.links) expect(link.isReturn).toBe(link.targetX <= link.sourceX);
    }));

  it('takes a marked flow on a circle for the return, unless marks contradict each other', () => {
    const ring = [
      { id: '1', source: 'A', target: 'B', value: 5, unit: 't', hint: 'recycled' as const },
      { id: '2', source: 'B', target: 'C', value: 3, unit: 't' },
      { id: '3', source: 'C', target: 'A', value: 1, unit: 't' },
    ];
    const layout = drawn(ring, { width: 900, height: 500 });
    expect(layout.links.filter((link) => link.isReturn).map((link) => link.id)).toEqual(['1']);
  });

  it('is the same picture whatever the order of the rows', () =>
    fc.assert(
      fc.property(
        flowTable.chain((flows) => fc.tuple(fc.constant(flows), fc.shuffledSubarray(flows, { minLength: flows.length }))),
        ([flows, shuffled]) => {
          expect(drawn(shuffled, { width: 960, height: 420 })).toEqual(drawn(flows, { width: 960, height: 420 }));
        },
      ),
      { seed: 11, numRuns: 60 },
    ));
});
