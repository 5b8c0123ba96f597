// Is it near enough to be worth moving?
import { breakEven } from '../breakEven.ts';
import { reachOf } from '../distance.ts';
import { judged, type Check } from '../pair.ts';

const UNKNOWN = judged('distance', 'unknown', 'distance.unknown');

/**
 * Passes up to the km at which the likely gain is used up, and is refused where it hardly ever pays and nobody looks so far; in between the price is
 * asked for. Where nothing of value is known a reach by carrier stands in, and says that it is assumed.
 */
export const checkDistance: Check = (pair, knowledge) => {
  const { settings } = knowledge;
  const { distanceKm: km, carrier, need } = pair;
  if (km === null) return UNKNOWN;
  const { usual, always } = reachOf(carrier, settings);
  const tooFar = (code: string, most: number, values: Readonly<Record<string, number>>): ReturnType<Check> =>
    judged('distance', 'fail', code, values, {
      gap: { value: km - most, unit: 'km' },
      change: { field: 'distance', flow: need.id, from: km, to: most, unit: 'km' },
    });
  const even = breakEven(pair, knowledge);
  if (even === null) {
    const values = { km, reach: usual };
    if (km <= usual) return judged('distance', 'pass', 'distance.assumed', values);
    return carrier === 'material'
      ? judged('distance', 'warn', 'distance.longHaul', values)
      : tooFar(`distance.tooFar.${carrier}`, usual, values);
  }
  const reach = even.likely;
  if (km <= reach)
    return km <= usual
      ? judged('distance', 'pass', 'distance.breakEven', { km, reach })
      : judged('distance', 'unknown', 'distance.farButPays', { km, reach, usual });
  const most = Math.max(even.high, always);
  if (km > most) return tooFar('distance.beyondBreakEven', most, { km, reach: Math.max(0, reach), most });
  return reach <= 0
    ? judged('distance', 'unknown', 'distance.noGain', { km })
    : judged('distance', 'unknown', 'distance.perhaps', { km, reach, most }, { gap: { value: km - reach, unit: 'km' } });
};
