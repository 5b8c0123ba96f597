// How much can move between two flows, draw by draw: the smaller of what is given and what is taken.
import type { Annual } from '../../domain/estimate.ts';
import { percentiles } from '../../domain/sample.ts';
import type { MatchKnowledge } from '../knowledge.ts';
import type { Candidate } from '../candidates.ts';
import { conversion, type Conversion } from './commonUnit.ts';
import { drawFlow } from './draws.ts';

export type Movable = {
  /** Both in the unit of the surplus. */
  readonly given: Annual;
  readonly taken: Annual;
  readonly between: Conversion;
  /** Null where one of them has no upper end. */
  readonly volume: Float64Array | null;
  /** Its percentiles. */
  readonly moving: ReturnType<typeof percentiles> | null;
};

/** @param least amounts to raise what is under them to, each in its flow's own unit. Null where an amount, or a way between the units, is not known. */
export function movable(
  { surplus, need, link }: Pick<Candidate, 'surplus' | 'need' | 'link'>,
  { tree, sample }: Pick<MatchKnowledge, 'tree' | 'sample'>,
  least: { readonly given: number; readonly taken: number } = { given: 0, taken: 0 },
): Movable | null {
  if (surplus.annual === null || need.annual === null) return null;
  const node = link.resource ?? surplus.resources[0]?.resource ?? null;
  const between = conversion(need.annual.unit, surplus.annual.unit, node === null ? undefined : tree.resource(node));
  if (between === null) return null;
  const { unit } = surplus.annual;
  const [more, times] = [raised(surplus.annual, least.given), raised(need.annual, least.taken) * between.times];
  const given = scaled(surplus.annual, more, unit);
  const taken = scaled(need.annual, times, unit);
  const [from, to] = [drawFlow(surplus, surplus.annual, 'given', sample), drawFlow(need, need.annual, 'taken', sample)];
  if (from === null || to === null) return { given, taken, between, volume: null, moving: null };
  const volume = new Float64Array(sample.size);
  for (let i = 0; i < volume.length; i++) volume[i] = Math.min((from[i] ?? 0) * more, (to[i] ?? 0) * times);
  return { given, taken, between, volume, moving: percentiles(volume) };
}

const likelyOrLow = ({ likely, low }: Annual): number => likely ?? low;

/** Whether an amount is known and under the least. */
export const isUnder = (annual: Annual, least: number): boolean => likelyOrLow(annual) > 0 && likelyOrLow(annual) < least;

/** The factor that brings the likely amount up to the least. */
const raised = (annual: Annual, least: number): number => (isUnder(annual, least) ? least / likelyOrLow(annual) : 1);

const scaled = (annual: Annual, times: number, unit: Annual['unit']): Annual =>
  times === 1 && unit === annual.unit
    ? annual
    : {
        low: annual.low * times,
        likely: annual.likely === null ? null : annual.likely * times,
        high: annual.high === null ? null : annual.high * times,
        unit,
      };
