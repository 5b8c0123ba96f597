// What matching asks of the heat part: whether one heat flow can serve another, and how.
import { ABSOLUTE_ZERO, celsius, type Celsius } from '../domain/temperature.ts';
import { judgePair } from '../heat/judgePair.ts';
import type { HeatParameters } from '../heat/parameters.ts';
import type { HeatStream } from '../heat/stream.ts';
import type { Settings } from './settings.ts';

/** A side of a pair: supply and return, °C (a need's supply is what must arrive). Null where not known. */
export type HeatSide = { readonly supply: number | null; readonly return: number | null; readonly medium: string | null };

export type HeatVerdict =
  /** `share` 0..1 of the need's span that the surplus can heat by itself. */
  | { readonly kind: 'direct'; /** K */ readonly drop: number; readonly share: number }
  | { readonly kind: 'heatPump'; /** K */ readonly lift: number; readonly cop: number }
  /** `gap` K: the smallest change that helps, of the surplus (hotter) or of the need (cooler). */
  | {
      readonly kind: 'none';
      readonly because: 'tooCold' | 'tooHot';
      readonly gap: number;
      readonly surplusAt: number | null;
      readonly needAt: number | null;
      /** COP of the heat pump that it takes once the change is made; null where it takes none. */
      readonly cop: number | null;
    }
  | { readonly kind: 'unknown'; readonly missing: readonly ('supply' | 'need')[] };

/** Handed in, so that no heat formula lives in matching. */
export type HeatJudge = (surplus: HeatSide, need: HeatSide) => HeatVerdict;

/** What stands in for what nobody stated, K, and the least share of a need worth preheating. Rows of data/matching.csv. */
export type HeatAssumptions = { readonly surplusFall: number; readonly needRise: number; readonly leastPreheat: number };

type Works = Exclude<HeatVerdict, { readonly kind: 'none' | 'unknown' }>;

/** The judge that asks the two-stream cascade, through a closed water loop between the companies. */
export function createHeatJudge(parameters: HeatParameters, assumed: HeatAssumptions): HeatJudge {
  const stream = (side: HeatSide, kind: HeatStream['kind'], supply: number): HeatStream => {
    const condensing = side.medium?.includes('steam') ?? false;
    const span = kind === 'hot' ? assumed.surplusFall : assumed.needRise;
    const told = side.return !== null && side.return < supply ? side.return : null;
    const cold = told ?? (condensing ? supply : supply - span);
    const [from, to] = kind === 'hot' ? [supply, cold] : [cold, supply];
    return {
      id: kind,
      company: kind,
      kind,
      supply: atLeastZero(from),
      target: atLeastZero(to),
      heat: 1,
      contribution: null,
      soft: false,
      months: null,
    };
  };
  const works = (surplus: HeatSide, need: HeatSide, given: number, wanted: number): Works | null => {
    const verdict = judgePair([stream(surplus, 'hot', given)], [stream(need, 'cold', wanted)], parameters, { loop: true });
    if (verdict.kind === 'heatPump' && verdict.pump !== null)
      return { kind: 'heatPump', lift: verdict.pump.lift, cop: verdict.pump.cop.value };
    if (verdict.kind === 'none' || verdict.shareOfNeed < assumed.leastPreheat) return null;
    return { kind: 'direct', drop: verdict.drop, share: verdict.shareOfNeed };
  };
  return (surplus, need) => {
    const [given, wanted] = [surplus.supply, need.supply];
    if (given === null || wanted === null) {
      const missing = [given === null ? ('supply' as const) : null, wanted === null ? ('need' as const) : null];
      return { kind: 'unknown', missing: missing.filter((one) => one !== null) };
    }
    const now = works(surplus, need, given, wanted);
    if (now !== null) return now;
    const hotter = least((kelvin) => works(surplus, need, given + kelvin, wanted) !== null);
    const cooler = least((kelvin) => works(surplus, need, given, wanted - kelvin) !== null);
    if (hotter === null && cooler === null) return { kind: 'none', because: 'tooCold', gap: 0, surplusAt: null, needAt: null, cop: null };
    const raise = cooler === null || (hotter !== null && hotter <= cooler);
    const gap = raise ? (hotter ?? 0) : (cooler ?? 0);
    const then = raise ? works(surplus, need, given + gap, wanted) : works(surplus, need, given, wanted - gap);
    const cop = then?.kind === 'heatPump' ? then.cop : null;
    return raise
      ? { kind: 'none', because: 'tooCold', gap, surplusAt: given + gap, needAt: null, cop }
      : { kind: 'none', because: 'tooHot', gap, surplusAt: null, needAt: wanted - gap, cop };
  };
}

const atLeastZero = (degrees: number): Celsius => celsius(Math.max(degrees, ABSOLUTE_ZERO));

const MOST_KELVIN = 1000;

/** The smallest change in K for which it works, by halving; null where none up to a thousand does. */
function least(worksWith: (kelvin: number) => boolean): number | null {
  let high = 1;
  while (!worksWith(high)) {
    high *= 2;
    if (high > MOST_KELVIN) return null;
  }
  let low = high === 1 ? 0 : high / 2;
  while (high - low > 1e-7) {
    const middle = (low + high) / 2;
    if (worksWith(middle)) high = middle;
    else low = middle;
  }
  return high;
}

export const heatAssumptions = (settings: Settings): HeatAssumptions => ({
  surplusFall: settings['heat.surplusFall'],
  needRise: settings['heat.needRise'],
  leastPreheat: settings['heat.leastPreheat'],
});
