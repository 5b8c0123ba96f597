// Amounts and factors as draws on the fixed sample.
import type { Annual } from '../../domain/estimate.ts';
import type { Flow } from '../../domain/flow.ts';
import type { Ranged } from '../../domain/resource.ts';
import type { Draws, Sample } from '../../domain/sample.ts';

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

const drawn = new WeakMap<Sample, Map<string, Draws>>();

/** Draws of a factor with its range; the same factor is the same draws wherever it is used. */
export function drawFactor(factor: Ranged & { readonly id: string }, sample: Sample): Draws {
  let known = drawn.get(sample);
  if (known === undefined) drawn.set(sample, (known = new Map()));
  let draws = known.get(factor.id);
  if (draws === undefined) {
    draws =
      factor.low === factor.high
        ? new Float64Array(sample.size).fill(factor.value)
        : sample.uniform(factor.id).map((u) => between(u, factor.low, factor.value, factor.high));
    known.set(factor.id, draws);
  }
  return draws;
}

type Kept = WeakMap<Flow, Draws | null>;
const samples = new WeakMap<Sample, { readonly given: Kept; readonly taken: Kept }>();

/** Draws of a flow's amount in its own unit, kept as long as the flow is. */
export function drawFlow(flow: Flow, annual: Annual, side: 'given' | 'taken', sample: Sample): Draws | null {
  let known = samples.get(sample);
  if (known === undefined) samples.set(sample, (known = { given: new WeakMap(), taken: new WeakMap() }));
  let draws = known[side].get(flow);
  if (draws === undefined) known[side].set(flow, (draws = drawAmount(annual, poolName(side, flow.id), sample)));
  return draws;
}

const POOL = 251;

/** The name under which a flow is drawn: one of a few hundred, so that memory stays the same however many flows there are. */
function poolName(side: 'given' | 'taken', id: string): string {
  let hash = 0;
  for (let i = 0; i < id.length; i++) hash = (Math.imul(hash, 31) + id.charCodeAt(i)) >>> 0;
  return `${side}.${hash % POOL}`;
}

/** Straight lines through the 10th, 50th and 90th percentile, running on to the ends. */
const between = (u: number, low: number, likely: number, high: number): number =>
  u < 0.5 ? likely + ((u - 0.5) / 0.4) * (likely - low) : likely + ((u - 0.5) / 0.4) * (high - likely);
