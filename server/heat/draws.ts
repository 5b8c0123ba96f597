// A ranged figure as draws on the fixed sample that is handed in; the same name is the same draw wherever it is used.
import type { Ranged } from '../domain/resource.ts';
import { percentiles, type Sample } from '../domain/sample.ts';

/** Straight lines through the 10th, 50th and 90th percentile, running on to the ends, never under 0. */
export function drawRange({ value, low, high }: Ranged, name: string, sample: Sample): Float64Array {
  if (low === high) return new Float64Array(sample.size).fill(value);
  return Float64Array.from(sample.uniform(name), (u) => Math.max(0, value + ((u - 0.5) / 0.4) * (u < 0.5 ? value - low : high - value)));
}

/** 10th, 50th and 90th percentile of a formula run through every draw. */
export const drawn = (
  sample: Sample,
  formula: (at: number) => number,
): { readonly low: number; readonly likely: number; readonly high: number } =>
  percentiles(Float64Array.from({ length: sample.size }, (_, at) => formula(at)));
