// Amounts and factors as draws on the fixed sample.
import type { Annual } from '../../domain/estimate.ts';
import type { Ranged } from '../../domain/resource.ts';
import { percentiles, type Draws, type Sample } from '../../domain/sample.ts';

/** z of the 90th percentile of the standard normal distribution. */
const Z90 = 1.2815515655446004;

/**
 * Draws of an amount whose 10th, 50th and 90th percentile are known: log-normal where the three are a ratio apart, else straight lines through
 * them; never under 0. Null where there is no upper end.
 */
export function drawAmount(annual: Annual, name: string, sample: Sample): Draws | null {
  const { low, likely, high } = annual;
  if (likely === null || high === null) return null;
  if (low === high) return new Float64Array(sample.size).fill(likely);
  if (low > 0 && Math.abs(likely * likely - low * high) <= 1e-6 * likely * likely) {
    const width = Math.log(high / likely) / Z90;
    return sample.normal(name).map((z) => likely * Math.exp(z * width));
  }
  return sample.uniform(name).map((u) => Math.max(0, between(u, low, likely, high)));
}

/** Draws of a factor with its range; the same factor is the same draws wherever it is used. */
export const drawFactor = (factor: Ranged & { readonly id: string }, sample: Sample): Draws =>
  factor.low === factor.high
    ? new Float64Array(sample.size).fill(factor.value)
    : sample.uniform(factor.id).map((u) => between(u, factor.low, factor.value, factor.high));

/** Straight lines through the 10th, 50th and 90th percentile, running on to the ends. */
const between = (u: number, low: number, likely: number, high: number): number =>
  u < 0.5 ? likely + ((u - 0.5) / 0.4) * (likely - low) : likely + ((u - 0.5) / 0.4) * (high - likely);

/** A figure drawn through its formula, as its percentiles. */
export function figure<Unit extends string>(
  size: number,
  unit: Unit,
  at: (i: number) => number,
): { readonly low: number; readonly likely: number; readonly high: number; readonly unit: Unit } {
  const values = new Float64Array(size);
  for (let i = 0; i < size; i++) values[i] = at(i);
  return { ...percentiles(values), unit };
}
