// When does waste heat match a need? The two-stream cascade, then a heat pump, then no.
import { kelvin, onShiftedScale } from '../domain/temperature.ts';
import type { Celsius, Kelvin } from '../domain/temperature.ts';
import { judgePump, pumpDuty, type Cop, type PumpRefusal, type PumpWarning } from './heatPump.ts';
import { pairSide, pairTransfer, transferOf, type PairSide, type PairTransfer } from './pairTransfer.ts';
import type { HeatParameters } from './parameters.ts';
import type { HeatStream } from './stream.ts';

export type PairKind = 'direct' | 'heatPump' | 'none';
/**
 * `hotEnough`: brings the need to its target by itself. `preheats`: part of the need is colder than the surplus, and a heat pump for the rest
 * does not fit or is seldom the answer (a lift of a few K: rather a larger exchanger or a cooler need).
 * `lifted`: a heat pump does the rest. `liftTooLarge`, `sinkTooHot`: none does. `noHeat`: one of the two has no duty.
 */
export type PairReason = 'hotEnough' | 'preheats' | 'lifted' | PumpRefusal | 'noHeat';

export type PairVerdict = {
  readonly kind: PairKind;
  readonly because: PairReason;
  /** From the surplus as it leaves to the need as it must arrive, K; negative where the surplus is the colder one. */
  readonly drop: Kelvin;
  /** Least drop at which heat passes by itself, K. */
  readonly approach: Kelvin;
  /** How that changes with the duties, month by month. */
  readonly transfer: PairTransfer;
  /** Heat that passes by itself, kW, and as a share of the smaller duty. */
  readonly direct: { readonly heat: number; readonly share: number };
  readonly pump: {
    /** Sink out less source in, K. */
    readonly lift: Kelvin;
    readonly cop: Cop;
    /** kW: heat to the need, of which this much is electricity, and from the surplus. */
    readonly delivered: number;
    readonly electricity: number;
    readonly taken: number;
    readonly warnings: readonly PumpWarning[];
  } | null;
  /** What the need gets in the way that was chosen, kW, and as a share of it; and how much of the surplus that uses. */
  readonly delivered: number;
  readonly shareOfNeed: number;
  readonly shareOfSurplus: number;
  /** Smallest single change that would make the next better answer true: so many K warmer surplus or cooler need. Null for `hotEnough`. */
  readonly change: {
    readonly for: 'direct' | 'heatPump';
    readonly kelvin: Kelvin;
    /** The need's target after the change, °C. */
    readonly needAt: Celsius;
    /** The surplus after the change instead, °C; null where a warmer surplus would not help. */
    readonly surplusAt: Celsius | null;
  } | null;
};

/**
 * Through a closed water loop heat passes two exchangers: each stream then has at least the loop's approach to itself. Streams without a
 * contribution of their own are taken as liquids.
 */
export function withContributions(streams: readonly HeatStream[], p: HeatParameters, loop: boolean): readonly HeatStream[] {
  const least = loop ? p.value('approach.loop') : 0;
  return streams.map((one) => ({ ...one, contribution: kelvin(Math.max(one.contribution ?? p.value('approach.liquid'), least)) }));
}

/** A side of a pair for `judgeSides`: worked out once where many pairs are judged. */
export const sideOf = (streams: readonly HeatStream[], p: HeatParameters, loop: boolean): PairSide =>
  pairSide(withContributions(streams, p, loop));

/** Surplus and need are the pieces of one hot and one cold flow (kW while both run). Throws RangeError where either has no piece. */
export const judgePair = (
  surplus: readonly HeatStream[],
  need: readonly HeatStream[],
  p: HeatParameters,
  { loop = false }: { readonly loop?: boolean } = {},
): PairVerdict => judgeSides(sideOf(surplus, p, loop), sideOf(need, p, loop), p);

export function judgeSides(hot: PairSide, cold: PairSide, p: HeatParameters): PairVerdict {
  const { hottest: sourceIn, coldest: sourceOut } = hot;
  const { hottest: sinkOut, coldest: sinkIn } = cold;
  const [given, wanted] = [hot.heat, cold.heat];
  const approach = kelvin(hot.contribution + cold.contribution);
  const drop = kelvin(sourceIn - sinkOut);
  const smaller = Math.min(given, wanted);
  const transfer = pairTransfer(hot, cold);
  const passes = smaller > 0 ? transferOf(transfer, given, wanted) : 0;
  const common = { transfer, drop, approach, direct: { heat: passes, share: smaller > 0 ? passes / smaller : 0 } };
  const shares = (delivered: number, taken: number): Pick<PairVerdict, 'delivered' | 'shareOfNeed' | 'shareOfSurplus'> => ({
    delivered,
    shareOfNeed: wanted > 0 ? delivered / wanted : 0,
    shareOfSurplus: given > 0 ? taken / given : 0,
  });
  const missing = kelvin(approach - drop);
  const forDirect = {
    for: 'direct',
    kelvin: missing,
    needAt: onShiftedScale(sinkOut - missing),
    surplusAt: onShiftedScale(sourceIn + missing),
  } as const;

  if (smaller <= 0) return { ...common, kind: 'none', because: 'noHeat', pump: null, ...shares(0, 0), change: null };
  if (missing <= 0) return { ...common, kind: 'direct', because: 'hotEnough', pump: null, ...shares(passes, passes), change: null };
  const verdict = judgePump({ sourceIn, sourceOut, sinkIn, sinkOut }, p);
  if (verdict.possible) {
    const duty = pumpDuty(given, wanted, verdict.cop.value);
    const pump = { lift: verdict.lift, cop: verdict.cop, ...duty, warnings: verdict.warnings };
    if (passes > 0 && verdict.warnings.includes('smallLift'))
      return { ...common, kind: 'direct', because: 'preheats', pump, ...shares(passes, passes), change: forDirect };
    return { ...common, kind: 'heatPump', because: 'lifted', pump, ...shares(duty.delivered, duty.taken), change: forDirect };
  }
  const forPump = {
    for: 'heatPump',
    kelvin: verdict.change.kelvin,
    needAt: verdict.change.sinkOut,
    surplusAt: verdict.refusal === 'liftTooLarge' ? onShiftedScale(sourceIn + verdict.change.kelvin) : null,
  } as const;
  const change = forPump.kelvin < missing ? forPump : forDirect;
  if (passes > 0) return { ...common, kind: 'direct', because: 'preheats', pump: null, ...shares(passes, passes), change };
  return { ...common, kind: 'none', because: verdict.refusal, pump: null, ...shares(0, 0), change };
}
