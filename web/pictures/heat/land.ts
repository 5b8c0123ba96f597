// The coast of Norway and its neighbours, loaded when a map is first drawn.
import { geoArea } from 'd3';
import type { MultiPolygon } from 'geojson';
import { useEffect, useState } from 'preact/hooks';
import { feature } from 'topojson-client';
import type { GeometryObject, Topology } from 'topojson-specification';

export type Land = { readonly norway: MultiPolygon; readonly neighbours: MultiPolygon };
type Atlas = Topology<{ norway: GeometryObject; neighbours: GeometryObject }>;

/** Rings that run the wrong way round would cover all the rest of the earth. */
function multiPolygon(atlas: Atlas, name: keyof Atlas['objects']): MultiPolygon {
  const shape = feature(atlas, atlas.objects[name]);
  const geometry = shape.type === 'Feature' ? shape.geometry : null;
  if (geometry?.type !== 'MultiPolygon') throw new TypeError(`${name} of the coast is no set of polygons`);
  return {
    type: 'MultiPolygon',
    coordinates: geometry.coordinates.map((rings) =>
      rings.map((ring) => (geoArea({ type: 'Polygon', coordinates: [ring] }) > 2 * Math.PI ? ring.toReversed() : ring)),
    ),
  };
}

let asked: Promise<Land> | null = null;
const load = async (): Promise<Land> => {
  // Made by tools/drawNorway.ts, so its shape is known.
  const atlas = JSON.parse((await import('./norway.topojson?raw')).default) as Atlas;
  return { norway: multiPolygon(atlas, 'norway'), neighbours: multiPolygon(atlas, 'neighbours') };
};

/** Null until it is there, and where it cannot be had: the map is then drawn without a coast. */
export function useLand(): Land | null {
  const [land, setLand] = useState<Land | null>(null);
  useEffect(() => {
    asked ??= load();
    asked.then(setLand, () => {
      asked = null;
    });
  }, []);
  return land;
}
