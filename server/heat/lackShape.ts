// The cascade of the same streams again and again while only their duties change: its cuts worked out once, then a few multiplications an hour.
import type { Kelvin } from '../domain/temperature.ts';
import { heatAboveCuts, levelsOf } from './levels.ts';
import type { HeatStream } from './stream.ts';

/** For each cut of the cascade the share of every stream's heat above it: cold counts as lack, hot against it, a need that nobody must meet not at all. */
export type LackShape = { readonly streams: number; readonly shares: readonly Float64Array[] };

export function lackShape(streams: readonly HeatStream[], approach: Kelvin): LackShape {
  const whole = streams.map((one) => ({ ...one, heat: 1 }));
  const levels = levelsOf(whole, approach);
  const above = whole.map((one) => heatAboveCuts(levels, (other) => other === one));
  const cuts = levels.shifted.length * 2;
  const shares = Array.from({ length: cuts }, (_, cut) =>
    Float64Array.from(whole, (one, i) => {
      const share = above[i]?.[cut] ?? 0;
      return one.kind === 'hot' ? -share : one.soft ? 0 : share;
    }),
  );
  // Only a cut that a cold stream lies above can lack anything.
  return { streams: streams.length, shares: shares.filter((row) => row.some((share) => share > 0)) };
}

/** Hot utility at these duties, kW, in the order of the streams. */
export function lackAt({ streams, shares }: LackShape, duties: Float64Array): number {
  let lack = 0;
  for (const row of shares) {
    let here = 0;
    for (let i = 0; i < streams; i++) here += (row[i] ?? 0) * (duties[i] ?? 0);
    if (here > lack) lack = here;
  }
  return lack;
}
