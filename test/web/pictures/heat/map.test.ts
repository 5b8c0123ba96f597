import { describe, expect, it } from 'vitest';
import { heatMap } from '../../../../web/pictures/heat/mapLayout.ts';
import type { HeatMap, MapWish } from '../../../../web/pictures/heat/mapLayout.ts';
import { textWidth } from '../../../../web/sankey/layOut/text.ts';
import { aNetwork, anEdge } from './aHeatPage.ts';

const place = (site: string, lat: number, lon: number) => ({ site, company: site, lat, lon });
const places = [
  place('Smelteverk', 63.31, 9.85),
  place('Meieri', 63.315, 9.87),
  place('Skole', 63.3, 9.9),
  place('Langt borte', 63.9, 11.2),
];
const network = aNetwork({ edges: [anEdge('Smelteverk', 'Meieri', 200), anEdge('Meieri', 'Skole', 80)] });
const drawn = (more: Partial<MapWish> = {}): HeatMap =>
  heatMap({
    page: { places, network },
    nameOf: (site) => site,
    roleOf: () => 'customer',
    routes: [],
    trenchText: (edge) => `DN${edge.dn}`,
    width: 800,
    height: 500,
    zoom: 'network',
    ...more,
  });

describe('the map of a heat network', () => {
  it('frames the network and names who lies outside', () => {
    const map = drawn();
    expect(map.sites.map((one) => one.site)).toEqual(['Smelteverk', 'Meieri', 'Skole']);
    expect(map.outside).toEqual(['Langt borte']);
    for (const { x, y } of map.sites) expect(x > 0 && x < 800 && y > 0 && y < 500).toBe(true);
    expect(drawn({ zoom: 'all' }).outside).toEqual([]);
  });

  it('draws a larger pipe wider', () => {
    const [large, small] = drawn().trenches;
    expect(large?.stroke).toBeGreaterThan(small?.stroke ?? 0);
  });

  it('lets no two names overlap and none leave the frame, at any width', () => {
    const crowd = Array.from({ length: 24 }, (_, i) =>
      place(`Bedrift nummer ${i}`, 63.3 + (i % 5) * 0.004, 9.8 + Math.floor(i / 5) * 0.012),
    );
    for (const width of [320, 700, 1200]) {
      const { sites } = drawn({ page: { places: crowd, network: null }, width });
      const boxes = sites.flatMap(({ label }) => {
        if (label === null) return [];
        const long = textWidth(label.text, 12);
        const left = label.anchor === 'start' ? label.x : label.anchor === 'end' ? label.x - long : label.x - long / 2;
        return [{ left, right: left + long, top: label.y - 12, bottom: label.y + 4 }];
      });
      expect(boxes.length).toBeGreaterThan(3);
      boxes.forEach((a, i) => {
        expect(a.left >= 0 && a.right <= width && a.top >= 0 && a.bottom <= 500).toBe(true);
        for (const b of boxes.slice(i + 1))
          expect(a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom).toBe(false);
      });
    }
  });

  it('has a scale of a round length, true to the ground', () => {
    const { scale, projection } = drawn();
    expect([1, 2, 5]).toContain(scale.metres / 10 ** Math.floor(Math.log10(scale.metres)));
    // 0.01 degrees of latitude are 1112 m.
    const [, north] = projection([9.85, 63.315]) ?? [0, 0];
    const [, south] = projection([9.85, 63.305]) ?? [0, 0];
    expect((south - north) * (scale.metres / scale.px)).toBeCloseTo(1112, -1);
  });

  it('shows a single site without zooming in on its doorstep, and nothing at all without places', () => {
    expect(drawn({ page: { places: places.slice(0, 1), network: null } }).scale.metres).toBeGreaterThanOrEqual(100);
    expect(drawn({ page: { places: [], network: null } }).sites).toEqual([]);
  });

  it('runs a pipe along the route that somebody drew, from either end, and offers its points and the middle of each leg', () => {
    const via = [{ lat: 63.32, lon: 9.86 }];
    const there = drawn({ routes: [{ from: 'Smelteverk', to: 'Meieri', via }] });
    const back = drawn({ routes: [{ from: 'Meieri', to: 'Smelteverk', via }] });
    expect(there.trenches[0]?.d.match(/[ML]/g)).toEqual(['M', 'L', 'L']);
    expect(back.trenches[0]?.d).toBe(there.trenches[0]?.d);
    expect(there.routes[0]?.points).toHaveLength(1);
    expect(there.routes[0]?.middles).toHaveLength(2);
    expect(drawn().trenches[0]?.d.match(/[ML]/g)).toEqual(['M', 'L']);
  });

  it('leaves out a route whose end has no place', () =>
    expect(drawn({ routes: [{ from: 'Smelteverk', to: 'Ukjent', via: [] }] }).routes).toEqual([]));
});
