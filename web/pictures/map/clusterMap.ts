// Where the companies of a cluster stand on the map, what runs or could run between them, and how far is how far. Pure.
import { geoCircle, geoDistance, geoPath } from 'd3';
import type { GeoProjection } from 'd3';
import { AROUND_SITE, labelAt, overlap, projectionOf, scaleOf } from '../heat/mapLayout.ts';
import type { Box, HeatMap, MapLabel } from '../heat/mapLayout.ts';

export type MapCompany = { readonly id: string; readonly name: string; readonly lat: number; readonly lon: number };
/** What runs (`exchange`) or could run (`match`) from one company to another; `amount` in one unit for all. */
export type MapTie = {
  readonly id: string;
  readonly kind: 'match' | 'exchange';
  readonly from: string;
  readonly to: string;
  readonly amount: number;
};
export type PlacedCompany = {
  readonly id: string;
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly label: MapLabel | null;
};
export type PlacedTie = MapTie & {
  readonly d: string;
  /** px, as true to scale as px go. */
  readonly width: number;
  /** Thinner than the scale shows. */
  readonly hairline: boolean;
};
export type Ring = { readonly km: number; readonly d: string; readonly label: { readonly x: number; readonly y: number } | null };
export type ClusterMap = {
  readonly width: number;
  readonly height: number;
  readonly projection: GeoProjection;
  readonly companies: readonly PlacedCompany[];
  /** Largest first, so that thin ones lie above. */
  readonly ties: readonly PlacedTie[];
  readonly rings: readonly Ring[];
  /** Names of companies outside the frame. */
  readonly outside: readonly string[];
  readonly scale: HeatMap['scale'];
  /** A round amount and how wide it is drawn; null where nothing is. */
  readonly key: { readonly amount: number; readonly px: number } | null;
};

const WIDEST = 16;
const HAIRLINE = 1;
const DOT = 6;
const LABEL = 12;
const SCALE_BOX = { width: 170, height: 34 };
const EARTH_KM = 6371.0088;
/** A curve leaves the straight line by this share of its length, to its right: what runs the other way lies beside it. */
const BEND = 0.12;
const MOST_RINGS = 4;

/** The largest of 1, 2, 5 times a power of ten that is at most so much; 0 for nothing. */
export function roundBelow(most: number): number {
  if (!(most > 0)) return 0;
  const power = 10 ** Math.floor(Math.log10(most) + 1e-9);
  return ([5, 2, 1].find((step) => step * power <= most * (1 + 1e-9)) ?? 1) * power;
}

/** Farther from the middle than so many times the middle distance is left out of the near frame. */
const NEAR_TIMES = 2.5;

/** Those who stand together: within a few times the usual distance from the middle of all, or from the chosen one. */
export function nearOnes(companies: readonly MapCompany[], chosen: string | null): readonly MapCompany[] {
  const centre = companies.find(({ id }) => id === chosen) ?? {
    lat: middleOf(companies.map(({ lat }) => lat)),
    lon: middleOf(companies.map(({ lon }) => lon)),
  };
  const far = (one: MapCompany): number => geoDistance([centre.lon, centre.lat], [one.lon, one.lat]);
  const most = NEAR_TIMES * middleOf(companies.map(far));
  return companies.filter((one) => far(one) <= most);
}
const middleOf = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

export type Frame = 'near' | 'all';

export function clusterMap(
  companies: readonly MapCompany[],
  ties: readonly MapTie[],
  chosen: string | null,
  frame: Frame,
  width: number,
  height: number,
): ClusterMap {
  const projection = projectionOf(frame === 'all' ? companies : nearOnes(companies, chosen), width, height);
  const scale = scaleOf(projection, width, height);
  const at = new Map(
    companies.flatMap((one) => {
      const point = projection([one.lon, one.lat]);
      return point === null ? [] : [[one.id, { ...one, x: point[0], y: point[1] }] as const];
    }),
  );
  const inside = ({ x, y }: Point): boolean => x >= 0 && y >= 0 && x <= width && y <= height;
  const most = Math.max(0, ...ties.map(({ amount }) => amount));
  const perPx = most / WIDEST;
  const placed = ties
    .flatMap((tie): PlacedTie[] => {
      const [a, b] = [at.get(tie.from), at.get(tie.to)];
      if (a === undefined || b === undefined || a === b || !(tie.amount > 0)) return [];
      const px = tie.amount / perPx;
      return [{ ...tie, d: curve(a, b, tie.kind), width: Math.max(HAIRLINE, px), hairline: px < HAIRLINE }];
    })
    .toSorted((a, b) => b.width - a.width || (a.id < b.id ? -1 : 1));
  const taken: Box[] = [
    { x: 0, y: height - SCALE_BOX.height, ...SCALE_BOX },
    ...[...at.values()].map(({ x, y }) => ({ x: x - DOT - 1, y: y - DOT - 1, width: 2 * DOT + 2, height: 2 * DOT + 2 })),
  ];
  const fits = (box: Box): boolean =>
    box.x >= 2 &&
    box.y >= 2 &&
    box.x + box.width <= width - 2 &&
    box.y + box.height <= height - 2 &&
    !taken.some((one) => overlap(one, box));
  // The chosen one is named first, then those with most to do.
  const weight = new Map<string, number>();
  for (const { from, to, amount } of placed) for (const id of [from, to]) weight.set(id, (weight.get(id) ?? 0) + amount);
  const order = [...at.values()].toSorted(
    (a, b) =>
      Number(b.id === chosen) - Number(a.id === chosen) || (weight.get(b.id) ?? 0) - (weight.get(a.id) ?? 0) || (a.id < b.id ? -1 : 1),
  );
  const labels = new Map<string, MapLabel>();
  for (const one of order.filter(inside)) {
    const place = AROUND_SITE.map((way) => labelAt(one, way, one.name, LABEL)).find(({ box }) => fits(box));
    if (place === undefined) continue;
    labels.set(one.id, place.label);
    taken.push(place.box);
  }
  const middle = chosen === null ? undefined : at.get(chosen);
  const keyAmount = roundBelow(most);
  return {
    width,
    height,
    projection,
    companies: companies.flatMap((one) => {
      const found = at.get(one.id);
      return found === undefined || !inside(found)
        ? []
        : [{ id: one.id, name: one.name, x: found.x, y: found.y, label: labels.get(one.id) ?? null }];
    }),
    ties: placed,
    outside: [...at.values()].filter((one) => !inside(one)).map(({ name }) => name),
    rings: middle === undefined ? [] : ringsAround(middle, projection, scale, width, height),
    scale,
    key: keyAmount === 0 ? null : { amount: keyAmount, px: keyAmount / perPx },
  };
}

type Point = { readonly x: number; readonly y: number };
function curve(a: Point, b: Point, kind: MapTie['kind']): string {
  const bend = kind === 'match' ? BEND : BEND / 2;
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const [x, y] = [(a.x + b.x) / 2 - dy * bend, (a.y + b.y) / 2 + dx * bend];
  const text = (value: number): string => value.toFixed(1);
  return `M${text(a.x)},${text(a.y)}Q${text(x)},${text(y)} ${text(b.x)},${text(b.y)}`;
}

/** Circles of round distances that lie in the picture, at most four. */
function ringsAround(
  { lat, lon, x, y }: MapCompany & Point,
  projection: GeoProjection,
  scale: HeatMap['scale'],
  width: number,
  height: number,
): readonly Ring[] {
  if (scale.px <= 0) return [];
  const kmPerPx = scale.metres / 1000 / scale.px;
  const farthest = Math.max(Math.hypot(x, y), Math.hypot(width - x, y), Math.hypot(x, height - y), Math.hypot(width - x, height - y));
  const path = geoPath(projection);
  const steps: number[] = [];
  for (let km = roundBelow(farthest * kmPerPx * 0.85); steps.length < MOST_RINGS && km > kmPerPx * 3 * DOT; km = roundBelow(km * 0.99))
    steps.push(km);
  return steps.toReversed().map((km) => {
    const d =
      path(
        geoCircle()
          .center([lon, lat])
          .radius((km / EARTH_KM) * (180 / Math.PI))
          .precision(2)(),
      ) ?? '';
    const top = projection([lon, lat + (km / EARTH_KM) * (180 / Math.PI)]);
    const bottom = projection([lon, lat - (km / EARTH_KM) * (180 / Math.PI)]);
    const spot = [top, bottom].find((one) => one !== null && one[1] > 12 && one[1] < height - 12);
    return { km, d, label: spot === undefined || spot === null ? null : { x: spot[0], y: spot[1] } };
  });
}
