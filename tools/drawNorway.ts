// Makes web/pictures/heat/norway.topojson, the coast behind the heat network, from Natural Earth's 1:10m countries (public domain, package world-atlas):
// Norway and its neighbours, cut to the frame below. Run again when world-atlas changes: node tools/drawNorway.ts
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { geoIdentity, geoPath } from 'd3';
import type { GeoContext } from 'd3';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';

/** Degrees west, south, east, north: the mainland with its coast. */
const FRAME = [
  [3, 57],
  [32, 72],
] as const;
/** Steps to a degree: about 11 m from north to south, finer than the source. */
const STEPS = 10_000;
/** Islets smaller than this, in square degrees (about 0.3 km²), are left out. */
const SMALLEST = 0.00006;

const atlas = JSON.parse(readFileSync(createRequire(import.meta.url).resolve('world-atlas/countries-10m.json'), 'utf8')) as Topology<{
  countries: GeometryCollection<{ name: string }>;
}>;
const countries = feature(atlas, atlas.objects.countries).features;
const clip = geoIdentity().clipExtent([
  [FRAME[0][0], FRAME[0][1]],
  [FRAME[1][0], FRAME[1][1]],
]);

type Ring = [number, number][];
function ringsOf(name: string): Ring[] {
  const country = countries.find((one) => one.properties.name === name);
  if (country === undefined) throw new Error(`${name} is not in the atlas`);
  const rings: Ring[] = [];
  const add = (x: number, y: number): void => void rings.at(-1)?.push([Math.round(x * STEPS), Math.round(y * STEPS)]);
  const context: GeoContext = {
    beginPath: () => undefined,
    moveTo: (x, y) => {
      rings.push([]);
      add(x, y);
    },
    lineTo: add,
    arc: () => undefined,
    closePath: () => undefined,
  };
  geoPath(clip, context)(country);
  return rings.filter((ring) => areaOf(ring) >= SMALLEST * STEPS * STEPS).map(withoutRepeats);
}
function areaOf(ring: Ring): number {
  return Math.abs(
    ring.reduce((sum, [x, y], i) => sum + x * (ring[(i + 1) % ring.length]?.[1] ?? 0) - (ring[(i + 1) % ring.length]?.[0] ?? 0) * y, 0) / 2,
  );
}
function withoutRepeats(ring: Ring): Ring {
  const points = ring.filter(([x, y], i) => i === 0 || x !== ring[i - 1]?.[0] || y !== ring[i - 1]?.[1]);
  const [first] = points;
  const last = points.at(-1);
  return first !== undefined && last !== undefined && (first[0] !== last[0] || first[1] !== last[1]) ? [...points, first] : points;
}

const arcs: [number, number][][] = [];
const land = (names: readonly string[]) => ({
  type: 'MultiPolygon' as const,
  arcs: names.flatMap(ringsOf).map((ring) => {
    let [x, y] = [0, 0];
    arcs.push(
      ring.map(([toX, toY]): [number, number] => {
        const step: [number, number] = [toX - x, toY - y];
        [x, y] = [toX, toY];
        return step;
      }),
    );
    return [[arcs.length - 1]];
  }),
});
const topology = {
  type: 'Topology',
  objects: { norway: land(['Norway']), neighbours: land(['Sweden', 'Finland', 'Denmark', 'Russia']) },
  transform: { scale: [1 / STEPS, 1 / STEPS], translate: [0, 0] },
  arcs,
};
writeFileSync(join(import.meta.dirname, '..', 'web', 'pictures', 'heat', 'norway.topojson'), `${JSON.stringify(topology)}\n`);
