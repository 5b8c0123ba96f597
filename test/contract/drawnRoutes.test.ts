import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRoutes, routesText } from '../../server/contract/drawnRoutes.ts';

const degrees = (most: number) => fc.integer({ min: -most * 1e6, max: most * 1e6 }).map((millionth) => millionth / 1e6);
const name = fc.string({ minLength: 1, maxLength: 12 }).filter((text) => text.isWellFormed());
const route = fc.record({ from: name, to: name, via: fc.array(fc.record({ lat: degrees(90), lon: degrees(180) }), { maxLength: 5 }) });

describe('a drawn pipe route in an address', () => {
  it('comes back as it was, whatever the sites are called', () =>
    fc.assert(
      fc.property(fc.array(route, { maxLength: 4 }), (routes) => {
        expect(readRoutes(routesText(routes))).toEqual(
          routes.map((one) => ({ ...one, via: one.via.map(({ lat, lon }) => ({ lat: lat + 0, lon: lon + 0 })) })),
        );
      }),
      { seed: 5, numRuns: 200 },
    ));

  it('reads as it is meant', () =>
    expect(readRoutes('smelteverket~badet~63.4,10.25')).toEqual([{ from: 'smelteverket', to: 'badet', via: [{ lat: 63.4, lon: 10.25 }] }]));

  it.each(['smelteverket', 'a~b~63', 'a~b~63,10,3', 'a~b~,', 'a~b~91,10', '~b', 'a~%E0%A4', 'a~b!'])(
    'is refused where it says nothing: %s',
    (text) => expect(readRoutes(text)).toBeNull(),
  );
});
