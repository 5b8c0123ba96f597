import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Change } from '../../../server/domain/scenario.ts';
import { changesOf, changesText } from '../../../web/state/changesText.ts';

const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ kind: fc.constant('temperature' as const), flow: fc.constantFrom('a', 'ø å/100 %'), to: fc.integer({ min: -30, max: 250 }) }),
  fc.record({ kind: fc.constant('leaves' as const), company: fc.constantFrom('A', 'Æ') }),
  fc.record({
    kind: fc.constant('joins' as const),
    company: fc.record({
      key: fc.constant('1'),
      name: fc.constantFrom('Ny bedrift AS', 'Øst & Vest'),
      activity: fc.constantFrom(null, 'veksthus'),
      nace: fc.constant(null),
      place: fc.constantFrom(null, { lat: 63.25, lon: 9.5 }),
      flows: fc.array(
        fc.record({
          gives: fc.boolean(),
          words: fc.constantFrom('varme', 'CO₂'),
          amount: fc.constantFrom(null, 12.5),
          unit: fc.constantFrom('MWh' as const, 't' as const),
          temperature: fc.constantFrom(null, 60),
        }),
        { maxLength: 3 },
      ),
    }),
  }),
);

it('a link opens the very changes it was made of, in letters that an address keeps', () =>
  fc.assert(
    fc.property(fc.array(change, { maxLength: 5 }), (changes) => {
      const text = changesText(changes);
      expect(text).toMatch(/^[\w-]*$/);
      expect(changesOf(text)).toEqual(changes);
    }),
    { seed: 4, numRuns: 100 },
  ));
it('says so where an address holds something else', () => {
  expect(changesOf('tull')).toBeNull();
  expect(changesOf(btoa('[{"kind":"flies"}]'))).toBeNull();
  expect(changesOf('')).toEqual([]);
});
