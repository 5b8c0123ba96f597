// Where sites, trenches and names stand on the map. Pure; the coast is drawn with the same projection.
import { geoDistance, geoMercator } from 'd3';
import type { GeoProjection } from 'd3';
import type { HeatPage } from '../../../server/contract/heatAnswer.ts';
import { textWidth } from '../../sankey/layOut/text.ts';

export type SiteRole = 'source' | 'customer' | 'both' | 'off';
export type MapSite = {
  readonly site: string;
  readonly name: string;
  readonly role: SiteRole;
  readonly x: number;
  readonly y: number;
  /** Where the name stands; null where there is no room: it is told on focus and in the table. */
  readonly label: { readonly x: number; readonly y: number; readonly anchor: 'start' | 'middle' | 'end'; readonly text: string } | null;
};
export type MapTrench = {
  readonly from: string;
  readonly to: string;
  readonly dn: number;
  readonly d: string;
  /** px, growing with the pipe's diameter. */
  readonly stroke: number;
  readonly label: { readonly x: number; readonly y: number; readonly text: string } | null;
};
export type HeatMap = {
  readonly width: number;
  readonly height: number;
  readonly projection: GeoProjection;
  readonly sites: readonly MapSite[];
  readonly trenches: readonly MapTrench[];
  /** Sites outside the frame, by name. */
  readonly outside: readonly string[];
  readonly scale: { readonly metres: number; readonly px: number };
};

export type MapWish = {
  readonly page: Pick<HeatPage, 'places' | 'network'>;
  readonly nameOf: (site: string) => string;
  readonly roleOf: (site: string) => SiteRole;
  readonly trenchText: (edge: { readonly dn: number; readonly length_m: number; readonly lines: number }) => string;
  readonly width: number;
  readonly height: number;
  /** Frame around the network's sites alone, or all with heat. */
  readonly zoom: 'network' | 'all';
};

const EARTH_METRES = 6_371_008.8;
const LABEL = 12;
const PIPE_LABEL = 11;
const PADDING = 46;
/** A frame is at least so many degrees high: a single site is not shown as a doorstep. */
const LEAST_SPAN = 0.012;
const STROKE = { least: 2.5, perDn: 0.028 };
/** Room kept for the scale bar, bottom left. */
const SCALE_BOX = { width: 150, height: 34 };

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
const overlap = (a: Box, b: Box): boolean => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

export function heatMap({ page, nameOf, roleOf, trenchText, width, height, zoom }: MapWish): HeatMap {
  const edges = page.network?.edges ?? [];
  const joined = new Set(edges.flatMap((edge) => [edge.from, edge.to]));
  const framed = zoom === 'network' && joined.size > 0 ? page.places.filter((one) => joined.has(one.site)) : page.places;
  const projection = projectionOf(framed, width, height);
  const at = new Map(
    page.places.flatMap((one) => {
      const point = projection([one.lon, one.lat]);
      return point === null ? [] : [[one.site, { ...one, x: point[0], y: point[1] }] as const];
    }),
  );
  const inside = ({ x, y }: { readonly x: number; readonly y: number }): boolean => x >= 0 && x <= width && y >= 0 && y <= height;
  const shown = [...at.values()].filter(inside);
  const taken: Box[] = [
    { x: 0, y: height - SCALE_BOX.height, ...SCALE_BOX },
    ...shown.map(({ x, y }) => ({ x: x - 7, y: y - 7, width: 14, height: 14 })),
  ];
  const fits = (box: Box): boolean =>
    box.x >= 2 &&
    box.y >= 2 &&
    box.x + box.width <= width - 2 &&
    box.y + box.height <= height - 2 &&
    !taken.some((one) => overlap(one, box));

  // Names of sites on the network first: they are what the map is about.
  const order = shown.toSorted(
    (a, b) => Number(joined.has(b.site)) - Number(joined.has(a.site)) || a.y - b.y || (a.site < b.site ? -1 : 1),
  );
  const labels = new Map<string, MapSite['label']>();
  for (const one of order) {
    const text = nameOf(one.site);
    const long = textWidth(text, LABEL);
    const tries = [
      { x: one.x + 10, y: one.y + 4, anchor: 'start' as const, left: one.x + 10 },
      { x: one.x - 10, y: one.y + 4, anchor: 'end' as const, left: one.x - 10 - long },
      { x: one.x, y: one.y - 12, anchor: 'middle' as const, left: one.x - long / 2 },
      { x: one.x, y: one.y + 21, anchor: 'middle' as const, left: one.x - long / 2 },
      { x: one.x + 10, y: one.y - 10, anchor: 'start' as const, left: one.x + 10 },
      { x: one.x + 10, y: one.y + 18, anchor: 'start' as const, left: one.x + 10 },
      { x: one.x - 10, y: one.y - 10, anchor: 'end' as const, left: one.x - 10 - long },
      { x: one.x - 10, y: one.y + 18, anchor: 'end' as const, left: one.x - 10 - long },
    ];
    const place = tries.find(({ left, y }) => fits({ x: left, y: y - LABEL, width: long, height: LABEL + 4 }));
    labels.set(one.site, place === undefined ? null : { x: place.x, y: place.y, anchor: place.anchor, text });
    if (place !== undefined) taken.push({ x: place.left, y: place.y - LABEL, width: long, height: LABEL + 4 });
  }
  const trenches = edges.flatMap((edge): MapTrench[] => {
    const [a, b] = [at.get(edge.from), at.get(edge.to)];
    if (a === undefined || b === undefined) return [];
    const text = trenchText(edge);
    const long = textWidth(text, PIPE_LABEL);
    const place = [0.5, 0.35, 0.65, 0.22, 0.78]
      .flatMap((share) => [0, 14, -14].map((down) => ({ x: a.x + share * (b.x - a.x), y: a.y + share * (b.y - a.y) + 4 + down })))
      .find(({ x, y }) => fits({ x: x - long / 2 - 2, y: y - PIPE_LABEL, width: long + 4, height: PIPE_LABEL + 4 }));
    if (place !== undefined) taken.push({ x: place.x - long / 2 - 2, y: place.y - PIPE_LABEL, width: long + 4, height: PIPE_LABEL + 4 });
    return [
      {
        from: edge.from,
        to: edge.to,
        dn: edge.dn,
        d: `M${a.x.toFixed(1)},${a.y.toFixed(1)}L${b.x.toFixed(1)},${b.y.toFixed(1)}`,
        stroke: STROKE.least + STROKE.perDn * edge.dn,
        label: place === undefined ? null : { ...place, text },
      },
    ];
  });
  return {
    width,
    height,
    projection,
    sites: shown.map(({ site, x, y }) => ({ site, name: nameOf(site), role: roleOf(site), x, y, label: labels.get(site) ?? null })),
    trenches,
    outside: [...at.values()].filter((one) => !inside(one)).map((one) => nameOf(one.site)),
    scale: scaleOf(projection, width, height),
  };
}

function projectionOf(places: readonly { readonly lat: number; readonly lon: number }[], width: number, height: number): GeoProjection {
  const projection = geoMercator();
  if (places.length === 0) return projection;
  const [lats, lons] = [places.map((one) => one.lat), places.map((one) => one.lon)];
  const [south, north, west, east] = [Math.min(...lats), Math.max(...lats), Math.min(...lons), Math.max(...lons)];
  const more = Math.max(0, LEAST_SPAN - (north - south)) / 2;
  const corners: [number, number][] = [
    [west, south - more],
    [east, north + more],
  ];
  const padding = Math.min(PADDING, width / 5, height / 5);
  return projection.fitExtent(
    [
      [padding, padding],
      [width - padding, height - padding],
    ],
    { type: 'MultiPoint', coordinates: corners },
  );
}

/** A round length that is a fifth to a third of the picture, at the picture's middle. */
function scaleOf(projection: GeoProjection, width: number, height: number): HeatMap['scale'] {
  const [one, other] = [projection.invert?.([width / 2, height / 2]), projection.invert?.([width / 2 + 100, height / 2])];
  if (!one || !other) return { metres: 0, px: 0 };
  const perPx = (geoDistance(one, other) * EARTH_METRES) / 100;
  const most = perPx * Math.min(120, width / 3);
  const power = 10 ** Math.floor(Math.log10(most));
  const metres = ([5, 2, 1].find((step) => step * power <= most) ?? 1) * power;
  return { metres, px: metres / perPx };
}
