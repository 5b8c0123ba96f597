import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { straightMetres } from '../../../../server/heat/network/candidates.ts';
import {
  movedBy,
  routeMetres,
  withMiddlePoint,
  withPoint,
  withPointAt,
  withRoute,
  withoutPoint,
} from '../../../../web/pictures/heat/routeShape.ts';

const places: Readonly<Record<string, { lat: number; lon: number }>> = { verk: { lat: 63.4, lon: 10.3 }, bad: { lat: 63.42, lon: 10.4 } };
const placeOf = (site: string) => places[site] ?? null;
const straight = withRoute([], 'verk', 'bad');

describe('a route that somebody draws', () => {
  it('is as long as the straight line where it has no points, without a detour', () =>
    expect(routeMetres(straight[0] ?? { from: '', to: '', via: [] }, placeOf)).toBeCloseTo(
      straightMetres({ lat: 63.4, lon: 10.3 }, { lat: 63.42, lon: 10.4 }),
      6,
    ));

  it('never becomes shorter by a point between', () =>
    fc.assert(
      fc.property(fc.double({ min: 63, max: 64, noNaN: true }), fc.double({ min: 10, max: 11, noNaN: true }), (lat, lon) => {
        const [bent] = withPoint(straight, 0, 0, { lat, lon });
        const [before] = straight;
        if (bent === undefined || before === undefined) throw new Error('no route');
        expect(routeMetres(bent, placeOf)).toBeGreaterThanOrEqual((routeMetres(before, placeOf) ?? 0) - 1e-6);
      }),
      { seed: 5 },
    ));

  it('runs once between two sites, in whatever direction it is drawn, and not from a site to itself', () => {
    expect(withRoute(straight, 'bad', 'verk')).toBe(straight);
    expect(withRoute([], 'verk', 'verk')).toEqual([]);
  });

  it('takes a point in the middle of its longest leg, moves it and gives it up again', () => {
    const one = withMiddlePoint(straight, 0, placeOf);
    expect(one[0]?.via[0]).toEqual({ lat: 63.41, lon: 10.35 });
    const two = withMiddlePoint(withPointAt(one, 0, 0, { lat: 63.402, lon: 10.31 }), 0, placeOf);
    expect(two[0]?.via).toHaveLength(2);
    expect(two[0]?.via[0]).toEqual({ lat: 63.402, lon: 10.31 });
    expect(withoutPoint(two, 0, 1)[0]?.via).toEqual([{ lat: 63.402, lon: 10.31 }]);
  });

  it('moves by metres, also far north', () => {
    const moved = movedBy({ lat: 70, lon: 23 }, 100, 0);
    expect(straightMetres({ lat: 70, lon: 23 }, moved)).toBeCloseTo(100, 0);
  });

  it('has no length where an end has no place', () => expect(routeMetres({ from: 'verk', to: 'borte', via: [] }, placeOf)).toBeNull());
});
