import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { cascade } from '../../server/heat/cascade.ts';
import { pairSide, pairTransfer, transferOf } from '../../server/heat/pairTransfer.ts';
import { aHeatStream, kelvin } from './aHeatStream.ts';

const quarter = (min: number, max: number) => fc.integer({ min: min * 4, max: max * 4 }).map((value) => value / 4);

/** One flow of up to three pieces, each beginning where the one before ends: falling (or flat) for hot, rising for cold. */
const flow = (kind: 'hot' | 'cold') =>
  fc
    .tuple(
      quarter(0, 200),
      fc.array(fc.tuple(quarter(0, 40), fc.integer({ min: 1, max: 500 })), { minLength: 1, maxLength: 3 }),
      quarter(0, 12),
    )
    .map(([from, pieces, contribution]) => {
      let at = from;
      return pieces.map(([span, kw]) => {
        const supply = at;
        at += kind === 'hot' ? -span : span;
        return aHeatStream({ supply, target: at, kw, kind, contribution });
      });
    });

it('passes what the cascade of the two flows passes, for whatever duties of the two', () => {
  fc.assert(
    fc.property(flow('hot'), flow('cold'), fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 }), (hot, cold, more, less) => {
      const transfer = pairTransfer(pairSide(hot), pairSide(cold));
      const scaled = [
        ...hot.map((one) => ({ ...one, heat: (one.heat * more) / 10 })),
        ...cold.map((one) => ({ ...one, heat: (one.heat * less) / 10 })),
      ];
      const sum = (streams: typeof hot): number => streams.reduce((all, one) => all + one.heat, 0);
      const passes = transferOf(transfer, (sum(hot) * more) / 10, (sum(cold) * less) / 10);
      expect(Math.abs(passes - cascade(scaled, kelvin(10)).recovery)).toBeLessThanOrEqual(1e-9 * (1 + sum(scaled)));
    }),
    { seed: 11, numRuns: 2000 },
  );
});
