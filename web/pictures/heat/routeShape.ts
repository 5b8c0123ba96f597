// A route that somebody draws: its length as it runs, and what moving, adding and taking away a point makes of it. Pure.
import type { DrawnRoute } from '../../../server/contract/drawnRoutes.ts';
import { alongMetres } from '../../../server/heat/network/candidates.ts';

export type Place = { readonly lat: number; readonly lon: number };

/** Decimals of a degree that are kept: a decimetre. */
const kept = (degrees: number): number => Number(degrees.toFixed(6));
export const placeKept = ({ lat, lon }: Place): Place => ({ lat: kept(lat), lon: kept(lon) });

/** Its ends and the points between, in order; null where an end has no place. */
export function pointsOf(route: DrawnRoute, placeOf: (site: string) => Place | null): readonly Place[] | null {
  const [from, to] = [placeOf(route.from), placeOf(route.to)];
  return from === null || to === null ? null : [from, ...route.via, to];
}
export function routeMetres(route: DrawnRoute, placeOf: (site: string) => Place | null): number | null {
  const points = pointsOf(route, placeOf);
  return points === null ? null : alongMetres(points);
}

const isBetween = (route: DrawnRoute, from: string, to: string): boolean =>
  (route.from === from && route.to === to) || (route.from === to && route.to === from);
export const routeBetween = (routes: readonly DrawnRoute[], from: string, to: string): DrawnRoute | undefined =>
  routes.find((one) => isBetween(one, from, to));

/** One more straight route; between two sites there is one at most, and none from a site to itself. */
export const withRoute = (routes: readonly DrawnRoute[], from: string, to: string): readonly DrawnRoute[] =>
  from === to || routeBetween(routes, from, to) !== undefined ? routes : [...routes, { from, to, via: [] }];
export const withoutRoute = (routes: readonly DrawnRoute[], at: number): readonly DrawnRoute[] => routes.filter((_, i) => i !== at);

const changed = (routes: readonly DrawnRoute[], at: number, change: (via: readonly Place[]) => readonly Place[]): readonly DrawnRoute[] =>
  routes.map((one, i) => (i === at ? { ...one, via: change(one.via) } : one));

/** `leg`: 0 is from the first end to what comes next. */
export const withPoint = (routes: readonly DrawnRoute[], at: number, leg: number, place: Place): readonly DrawnRoute[] =>
  changed(routes, at, (via) => via.toSpliced(leg, 0, placeKept(place)));
export const withPointAt = (routes: readonly DrawnRoute[], at: number, point: number, place: Place): readonly DrawnRoute[] =>
  changed(routes, at, (via) => via.map((one, i) => (i === point ? placeKept(place) : one)));
export const withoutPoint = (routes: readonly DrawnRoute[], at: number, point: number): readonly DrawnRoute[] =>
  changed(routes, at, (via) => via.filter((_, i) => i !== point));

/** A point in the middle of the longest leg, for those who draw without a pointer. */
export function withMiddlePoint(routes: readonly DrawnRoute[], at: number, placeOf: (site: string) => Place | null): readonly DrawnRoute[] {
  const route = routes[at];
  const points = route === undefined ? null : pointsOf(route, placeOf);
  if (points === null) return routes;
  const legs = points.slice(1).map((end, i) => ({ leg: i, from: points[i] ?? end, to: end }));
  const [first, ...others] = legs;
  if (first === undefined) return routes;
  const longest = others.reduce((most, one) => (alongMetres([one.from, one.to]) > alongMetres([most.from, most.to]) ? one : most), first);
  const middle = { lat: (longest.from.lat + longest.to.lat) / 2, lon: (longest.from.lon + longest.to.lon) / 2 };
  return withPoint(routes, at, longest.leg, middle);
}

/** A place so many metres to the east and north of another. */
export const movedBy = ({ lat, lon }: Place, east: number, north: number): Place => {
  const metresPerDegree = 111_195;
  return placeKept({
    lat: Math.min(90, Math.max(-90, lat + north / metresPerDegree)),
    lon: Math.min(180, Math.max(-180, lon + east / (metresPerDegree * Math.max(0.01, Math.cos((lat * Math.PI) / 180))))),
  });
};
