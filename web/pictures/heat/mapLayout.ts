// Where sites, trenches and names stand on the map. Pure; the coast is drawn with the same projection.
import { geoDistance, geoMercator } from 'd3';
import type { GeoProjection } from 'd3';
import type { DrawnRoute } from '../../../server/contract/drawnRoutes.ts';
import type { HeatPage } from '../../../server/contract/heatAnswer.ts';
import { textWidth } from '../../sankey/layOut/text.ts';
import { routeBetween } from './routeShape.ts';

export type SiteRole = 'source' | 'customer' | 'both' | 'off';
export type MapLabel = {
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly text: string;
};
export type MapSite = {
  readonly site: string;
  readonly name: string;
  readonly role: SiteRole;
  readonly x: number;
  readonly y: number;
  /** Where the name stands; null where there is no room: it is told on focus and in the table. */
  readonly label: MapLabel | null;
};
export type MapTrench = {
  readonly from: string;
  readonly to: string;
  readonly dn: number;
  readonly d: string;
  /** px, growing with the pipe's diameter. */
  readonly stroke: number;
  readonly label: MapLabel | null;
};
export type MapRoute = {
  readonly at: number;
  readonly d: string;
  /** The points between its ends, and the middle of each leg. */
  readonly points: readonly Point[];
  readonly middles: readonly Point[];
};
export type HeatMap = {
  readonly width: number;
  readonly height: number;
  readonly projection: GeoProjection;
  readonly sites: readonly MapSite[];
  readonly trenches: readonly MapTrench[];
  /** Routes that somebody drew, by their index; those with an end that has no place are left out. */
  readonly routes: readonly MapRoute[];
  /** Sites outside the frame, by name. */
  readonly outside: readonly string[];
  readonly scale: { readonly metres: number; readonly px: number };
};

export type MapWish = {
  readonly page: Pick<HeatPage, 'places' | 'network'>;
  readonly nameOf: (site: string) => string;
  readonly roleOf: (site: string) => SiteRole;
  readonly routes: readonly DrawnRoute[];
  /** The same before one was dragged: the frame stands still meanwhile. */
  readonly framing?: readonly DrawnRoute[];
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

export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
export const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

export function heatMap({ page, nameOf, roleOf, routes, framing = routes, trenchText, width, height, zoom }: MapWish): HeatMap {
  const edges = page.network?.edges ?? [];
  const joined = new Set(edges.flatMap((edge) => [edge.from, edge.to]));
  const framed = zoom === 'network' && joined.size > 0 ? page.places.filter((one) => joined.has(one.site)) : page.places;
  // A route that is drawn is seen whole.
  const projection = projectionOf([...framed, ...framing.flatMap((one) => one.via)], width, height);
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

  const onMap = (place: { readonly lat: number; readonly lon: number }): Point => {
    const [x, y] = projection([place.lon, place.lat]) ?? [0, 0];
    return { x, y };
  };
  /** Where a pipe between two sites runs: as it was drawn, else straight. */
  const runOf = (from: string, to: string): readonly Point[] => {
    const [a, b] = [at.get(from), at.get(to)];
    if (a === undefined || b === undefined) return [];
    const route = routeBetween(routes, from, to);
    const between = (route?.via ?? []).map(onMap);
    return [a, ...(route?.from === from ? between : between.toReversed()), b];
  };
  const pipes = edges.flatMap(({ from, to }) => legsOf(runOf(from, to)));
  const clear = (box: Box): boolean => !pipes.some((one) => crosses(one, box));

  // Names of sites on the network first: they are what the map is about.
  const order = shown.toSorted(
    (a, b) => Number(joined.has(b.site)) - Number(joined.has(a.site)) || a.y - b.y || (a.site < b.site ? -1 : 1),
  );
  const labels = new Map<string, MapSite['label']>();
  for (const one of order) {
    const text = nameOf(one.site);
    const tries = AROUND_SITE.map((way) => labelAt(one, way, text, LABEL)).filter(({ box }) => fits(box));
    // Who is not on the network is named beside its pipes, not over them.
    const place = tries.find(({ box }) => clear(box)) ?? (joined.has(one.site) ? tries[0] : undefined);
    labels.set(one.site, place?.label ?? null);
    if (place !== undefined) taken.push(place.box);
  }
  const trenches = edges.flatMap((edge): MapTrench[] => {
    const run = runOf(edge.from, edge.to);
    if (run.length === 0) return [];
    // Asked once: there are many places to try, and a number takes time to put in words.
    const text = trenchText(edge);
    const stroke = STROKE.least + STROKE.perDn * edge.dn;
    const place = ALONG.map((share) => pointAlong(run, share))
      .flatMap((point) => AROUND_PIPE.map((way) => labelAt(point, way, text, PIPE_LABEL)))
      .find(({ box }) => fits(box) && clear(box));
    if (place !== undefined) taken.push(place.box);
    return [
      {
        from: edge.from,
        to: edge.to,
        dn: edge.dn,
        d: lineThrough(run),
        stroke,
        label: place?.label ?? null,
      },
    ];
  });
  return {
    width,
    height,
    projection,
    sites: shown.map(({ site, x, y }) => ({ site, name: nameOf(site), role: roleOf(site), x, y, label: labels.get(site) ?? null })),
    trenches,
    routes: routes.flatMap((route, i): MapRoute[] => {
      const [a, b] = [at.get(route.from), at.get(route.to)];
      if (a === undefined || b === undefined) return [];
      const run = [a, ...route.via.map(onMap), b];
      return [
        {
          at: i,
          d: lineThrough(run),
          points: run.slice(1, -1),
          middles: legsOf(run).map((leg) => ({ x: (leg.a.x + leg.b.x) / 2, y: (leg.a.y + leg.b.y) / 2 })),
        },
      ];
    }),
    outside: [...at.values()].filter((one) => !inside(one)).map((one) => nameOf(one.site)),
    scale: scaleOf(projection, width, height),
  };
}

export type Way = { readonly dx: number; readonly dy: number; readonly anchor: MapLabel['anchor'] };
/** Where a name may stand about its site, best first. */
export const AROUND_SITE: readonly Way[] = [
  { dx: 10, dy: 4, anchor: 'start' },
  { dx: -10, dy: 4, anchor: 'end' },
  { dx: 0, dy: -12, anchor: 'middle' },
  { dx: 0, dy: 21, anchor: 'middle' },
  { dx: 10, dy: -10, anchor: 'start' },
  { dx: 10, dy: 18, anchor: 'start' },
  { dx: -10, dy: -10, anchor: 'end' },
  { dx: -10, dy: 18, anchor: 'end' },
];
/** Where a pipe's size may stand: at shares of its length, beside it. */
const ALONG = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8];
const AROUND_PIPE: readonly Way[] = [
  { dx: 9, dy: 4, anchor: 'start' },
  { dx: -9, dy: 4, anchor: 'end' },
  { dx: 0, dy: -9, anchor: 'middle' },
  { dx: 0, dy: 18, anchor: 'middle' },
  { dx: 9, dy: 15, anchor: 'start' },
  { dx: -9, dy: 15, anchor: 'end' },
];

export function labelAt(
  point: { readonly x: number; readonly y: number },
  { dx, dy, anchor }: Way,
  text: string,
  size: number,
): { readonly label: MapLabel; readonly box: Box } {
  const [x, y, long] = [point.x + dx, point.y + dy, textWidth(text, size)];
  const left = anchor === 'start' ? x : anchor === 'end' ? x - long : x - long / 2;
  return { label: { x, y, anchor, text }, box: { x: left, y: y - size, width: long, height: size + 4 } };
}

type Point = { readonly x: number; readonly y: number };
type Segment = { readonly a: Point; readonly b: Point };
const legsOf = (run: readonly Point[]): readonly Segment[] =>
  run.slice(1).flatMap((b, i) => (run[i] === undefined ? [] : [{ a: run[i], b }]));
const lineThrough = (run: readonly Point[]): string =>
  run.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${x.toFixed(1)},${y.toFixed(1)}`).join('');
/** The point at a share of a line's length. */
function pointAlong(run: readonly Point[], share: number): Point {
  const legs = legsOf(run).map((leg) => ({ ...leg, long: Math.hypot(leg.b.x - leg.a.x, leg.b.y - leg.a.y) }));
  let left = share * legs.reduce((sum, leg) => sum + leg.long, 0);
  for (const { a, b, long } of legs) {
    if (left <= long && long > 0) return { x: a.x + (left / long) * (b.x - a.x), y: a.y + (left / long) * (b.y - a.y) };
    left -= long;
  }
  return run.at(-1) ?? { x: 0, y: 0 };
}
/** Whether a line runs through a box: looked at every few px, finer than any box is high. */
function crosses({ a, b }: Segment, box: Box): boolean {
  const steps = Math.ceil(Math.hypot(b.x - a.x, b.y - a.y) / 3);
  return Array.from({ length: steps + 1 }, (_, i) => (steps === 0 ? 0 : i / steps)).some((share) => {
    const [x, y] = [a.x + share * (b.x - a.x), a.y + share * (b.y - a.y)];
    return x >= box.x - 2 && x <= box.x + box.width + 2 && y >= box.y - 1 && y <= box.y + box.height + 1;
  });
}

export function projectionOf(
  places: readonly { readonly lat: number; readonly lon: number }[],
  width: number,
  height: number,
): GeoProjection {
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
export function scaleOf(projection: GeoProjection, width: number, height: number): HeatMap['scale'] {
  const [one, other] = [projection.invert?.([width / 2, height / 2]), projection.invert?.([width / 2 + 100, height / 2])];
  if (!one || !other) return { metres: 0, px: 0 };
  const perPx = (geoDistance(one, other) * EARTH_METRES) / 100;
  const most = perPx * Math.min(120, width / 3);
  const power = 10 ** Math.floor(Math.log10(most));
  const metres = ([5, 2, 1].find((step) => step * power <= most) ?? 1) * power;
  return { metres, px: metres / perPx };
}
