// The shifted temperatures at which streams begin or end, and the heat that lies above each.
import type { Kelvin } from '../domain/temperature.ts';
import { contributionOf, type HeatStream } from './stream.ts';

/** Two shifted temperatures closer than this, K, are one: rounding of sums such as 79.9 + 0.1, far below anything measured. */
const SAME_LEVEL = 1e-9;

/** A stream on the shifted scale: indexes of the levels where it begins and ends; equal for a phase change. */
export type Span = { readonly stream: HeatStream; readonly top: number; readonly bottom: number };

export type Levels = {
  /** Shifted temperatures, °C, hottest first. Hot streams stand lower than they are by their contribution, cold ones higher. */
  readonly shifted: Float64Array;
  readonly spans: readonly Span[];
};

const shiftedEnds = (stream: HeatStream, approach: Kelvin): readonly [number, number] => {
  const shift = contributionOf(stream, approach) * (stream.kind === 'hot' ? -1 : 1);
  return [Math.max(stream.supply, stream.target) + shift, Math.min(stream.supply, stream.target) + shift];
};

/** Index of a temperature among levels that fall. */
function placeOf(shifted: Float64Array, temperature: number): number {
  let low = 0;
  let high = shifted.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((shifted[middle] ?? 0) <= temperature + SAME_LEVEL) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Streams without duty leave no mark: they neither begin nor end anywhere. */
export function levelsOf(streams: readonly HeatStream[], approach: Kelvin): Levels {
  const present = streams.filter((stream) => stream.heat > 0);
  const ends = new Float64Array(present.length * 2);
  present.forEach((stream, i) => {
    const [top, bottom] = shiftedEnds(stream, approach);
    ends[2 * i] = top;
    ends[2 * i + 1] = bottom;
  });
  const sorted = ends.toSorted().reverse();
  const kept: number[] = [];
  for (const temperature of sorted) {
    const last = kept.at(-1);
    if (last === undefined || last - temperature > SAME_LEVEL) kept.push(temperature);
  }
  const shifted = Float64Array.from(kept);
  const spans = present.map((stream, i) => ({
    stream,
    top: placeOf(shifted, ends[2 * i] ?? 0),
    bottom: placeOf(shifted, ends[2 * i + 1] ?? 0),
  }));
  return { shifted, spans };
}

/**
 * Heat of the chosen streams above each cut, kW. Every level has two cuts: `2 i` above what condenses or boils at it, `2 i + 1` below it. Each
 * stream adds its own share at each level, so that nothing drifts however steep the streams are.
 */
export function heatAboveCuts({ shifted, spans }: Levels, chosen: (stream: HeatStream) => boolean): Float64Array {
  const above = new Float64Array(shifted.length * 2);
  const whole = new Float64Array(shifted.length * 2);
  for (const { stream, top, bottom } of spans) {
    if (!chosen(stream)) continue;
    const hottest = shifted[top] ?? 0;
    const perKelvin = stream.heat / (hottest - (shifted[bottom] ?? 0));
    for (let i = top + 1; i < bottom; i++) {
      const part = perKelvin * (hottest - (shifted[i] ?? 0));
      above[2 * i] = (above[2 * i] ?? 0) + part;
      above[2 * i + 1] = (above[2 * i + 1] ?? 0) + part;
    }
    const from = top === bottom ? 2 * bottom + 1 : 2 * bottom;
    whole[from] = (whole[from] ?? 0) + stream.heat;
  }
  let sum = 0;
  for (let cut = 0; cut < above.length; cut++) {
    sum += whole[cut] ?? 0;
    above[cut] = (above[cut] ?? 0) + sum;
  }
  return above;
}
