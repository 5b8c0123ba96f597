import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choose } from '../../../web/sankey/choose/choose.ts';
import { linkName, nodeName } from '../../../web/sankey/draw/names.ts';
import { linkKey, nodeKey, readingOrder, step, wholePath } from '../../../web/sankey/draw/walk.ts';
import type { Walk } from '../../../web/sankey/draw/walk.ts';
import { layOut } from '../../../web/sankey/layOut/layOut.ts';
import { aFlow, flowTable } from './tables.ts';

const drawn = (flows: Parameters<typeof choose>[0]) => layOut(choose(flows), { width: 960, height: 420, language: 'nb' });

describe('the arrow keys', () => {
  it.each(['ArrowRight', 'ArrowDown', 'ArrowUp'])('meet every node and link with %s alone', (key) => {
    fc.assert(
      fc.property(flowTable, (flows) => {
        const layout = drawn(flows);
        const all = readingOrder(layout);
        let walk: Walk = { at: all[0] ?? '', seen: [] };
        const met = new Set<string>();
        for (let i = 0; i < all.length; i++) {
          met.add(walk.at);
          walk = step(layout, walk, key);
        }
        if (all.length > 0) expect(met).toEqual(new Set(all));
      }),
      { seed: 4, numRuns: 40 },
    );
  });

  it('follow the flow to the right and come back to the left', () => {
    const layout = drawn([aFlow('Skog', 'Sagbruk', 10), aFlow('Sagbruk', 'Marked', 10)]);
    let walk: Walk = { at: nodeKey('Skog'), seen: [] };
    walk = step(layout, walk, 'ArrowRight');
    expect(walk.at).toBe(linkKey('Skog>Sagbruk'));
    walk = step(layout, walk, 'ArrowRight');
    expect(walk.at).toBe(nodeKey('Sagbruk'));
    walk = step(layout, walk, 'ArrowLeft');
    expect(walk.at).toBe(linkKey('Skog>Sagbruk'));
  });
});

describe('the whole path of a flow', () => {
  it('is everything up- and downstream, and nothing beside it', () => {
    const layout = drawn([aFlow('A', 'B', 5), aFlow('B', 'C', 3), aFlow('B', 'D', 2), aFlow('E', 'D', 1)]);
    expect(wholePath(layout, linkKey('B>C'))).toEqual(new Set([linkKey('A>B'), linkKey('B>C'), nodeKey('A'), nodeKey('B'), nodeKey('C')]));
  });

  it('ends in a circle too', () => {
    const layout = drawn([aFlow('A', 'B', 5), aFlow('B', 'A', 3)]);
    expect(wholePath(layout, nodeKey('A')).size).toBe(4);
  });
});

describe('what a screen reader says', () => {
  const layout = drawn([
    aFlow('Ovn', 'Kjel', 1250.5, { kind: 'Røykgass', unit: 'MWh', min: 1000, max: 1500, estimated: true, temperature: 420 }),
    aFlow('Kjel', 'Ovn', 20, { kind: 'Kondensat', unit: 'MWh' }),
  ]);
  it('holds source, target, kind, amount, unit, range, temperature and marks of a link', () => {
    const names = layout.links.map((link) => linkName(link, 'nb'));
    expect(names).toContain('Ovn til Kjel, Røykgass, 1 250,5 MWh, mellom 1 000 og 1 500 MWh, 420 °C, anslått');
    expect(names).toContain('Kjel til Ovn, Kondensat, 20 MWh, returstrøm');
  });

  it('holds in, out and what is missing of a node', () => {
    const kjel = layout.nodes.find((node) => node.id === 'Kjel');
    expect(kjel && nodeName(kjel, layout.stubs, 'en')).toBe('Kjel, 1,250.5 MWh in, 20 MWh out, missing out 1,231 MWh');
  });
});
