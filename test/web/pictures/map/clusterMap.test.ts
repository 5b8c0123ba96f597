import { geoDistance } from 'd3';
import { describe, expect, it } from 'vitest';
import { clusterMap, nearOnes, roundBelow } from '../../../../web/pictures/map/clusterMap.ts';
import type { MapTie } from '../../../../web/pictures/map/clusterMap.ts';

const at = (id: string, lat: number, lon: number) => ({ id, name: id, lat, lon });
const companies = [at('Smelteverk', 63.31, 9.85), at('Meieri', 63.33, 9.9), at('Gartneri', 63.29, 9.8), at('Langt borte', 64.9, 12)];
const tie = (from: string, to: string, amount: number, kind: MapTie['kind'] = 'match'): MapTie => ({
  id: `${from} ${to}`,
  kind,
  from,
  to,
  amount,
});
const ties = [tie('Smelteverk', 'Meieri', 1000), tie('Meieri', 'Gartneri', 250, 'exchange'), tie('Gartneri', 'Smelteverk', 0.5)];

describe('the map of a cluster', () => {
  it('draws what moves as wide as it is much, and marks what is too thin for that', () => {
    const { ties: drawn } = clusterMap(companies, ties, null, 'near', 800, 500);
    expect(drawn.map(({ id }) => id)).toEqual(ties.map(({ id }) => id));
    const [most, quarter, least] = drawn;
    expect((quarter?.width ?? 0) / (most?.width ?? 1)).toBeCloseTo(0.25, 6);
    expect([most?.hairline, quarter?.hairline, least?.hairline]).toEqual([false, false, true]);
  });
  it('has a key in the same scale', () => {
    const map = clusterMap(companies, ties, null, 'near', 800, 500);
    expect((map.key?.px ?? 0) / (map.key?.amount ?? 1)).toBeCloseTo((map.ties[0]?.width ?? 0) / 1000, 9);
  });
  it('frames those who stand together and names who lies outside; or all', () => {
    expect(nearOnes(companies, null).map(({ id }) => id)).toEqual(['Smelteverk', 'Meieri', 'Gartneri']);
    expect(clusterMap(companies, [], null, 'near', 800, 500).outside).toEqual(['Langt borte']);
    expect(clusterMap(companies, [], null, 'all', 800, 500).outside).toEqual([]);
  });
  it('lays rings of true round distances around the chosen company, and none where nobody is chosen', () => {
    expect(clusterMap(companies, [], null, 'near', 800, 500).rings).toEqual([]);
    const { rings, projection } = clusterMap(companies, [], 'Meieri', 'near', 800, 500);
    expect(rings.length).toBeGreaterThan(1);
    for (const { km, d } of rings) {
      expect(roundBelow(km)).toBeCloseTo(km, 9);
      for (const [, x = '', y = ''] of d.matchAll(/[ML]?(-?[\d.]+),(-?[\d.]+)/g)) {
        const place = projection.invert?.([Number(x), Number(y)]);
        if (!place) throw new Error('no place');
        expect(geoDistance(place, [9.9, 63.33]) * 6371.0088).toBeCloseTo(km, 1);
      }
    }
  });
  it('lets no two names overlap', () => {
    const labels = clusterMap(companies, ties, 'Meieri', 'all', 390, 420).companies.flatMap(({ label }) => (label === null ? [] : [label]));
    for (const [i, one] of labels.entries())
      for (const other of labels.slice(i + 1)) expect(Math.abs(one.y - other.y) > 12 || Math.abs(one.x - other.x) > 20).toBe(true);
  });
});
