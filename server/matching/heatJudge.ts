// What matching asks of the heat part: whether one heat flow can serve another, and how.
import { celsius } from '../domain/temperature.ts';
import { judgePair } from '../heat/judgePair.ts';
import type { HeatParameters } from '../heat/parameters.ts';
import type { HeatStream } from '../heat/stream.ts';

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
      readonly needAt: number;
    }
  | { readonly kind: 'unknown'; readonly missing: readonly ('supply' | 'need')[] };

/** Handed in, so that no heat formula lives in matching. */
export type HeatJudge = (surplus: HeatSide, need: HeatSide) => HeatVerdict;

/** What stands in for what nobody stated, K: the fall of a surplus and the rise of a need. Rows of data/matching.csv. */
export type AssumedSpans = { readonly surplus: number; readonly need: number };

/** The judge that asks the two-stream cascade, through a closed water loop between the companies. */
export function createHeatJudge(parameters: HeatParameters, assumed: AssumedSpans): HeatJudge {
  const stream = (side: HeatSide, kind: HeatStream['kind'], supply: number): HeatStream => {
    const condensing = side.medium?.includes('steam') ?? false;
    const span = kind === 'hot' ? assumed.surplus : assumed.need;
    const told = side.return !== null && side.return < supply ? side.return : null;
    const cold = told ?? (condensing ? supply : Math.max(supply - span, Math.min(supply, 0)));
    const [from, to] = kind === 'hot' ? [supply, cold] : [cold, supply];
    return {
      id: kind,
      company: kind,
      kind,
      supply: celsius(from),
      target: celsius(to),
      heat: 1,
      contribution: null,
      soft: false,
      months: null,
    };
  };
  return (surplus, need) => {
    if (surplus.supply === null || need.supply === null) {
      const missing = [surplus.supply === null ? ('supply' as const) : null, need.supply === null ? ('need' as const) : null];
      return { kind: 'unknown', missing: missing.filter((one) => one !== null) };
    }
    const verdict = judgePair([stream(surplus, 'hot', surplus.supply)], [stream(need, 'cold', need.supply)], parameters, { loop: true });
    if (verdict.kind === 'direct') return { kind: 'direct', drop: verdict.drop, share: verdict.shareOfNeed };
    if (verdict.kind === 'heatPump' && verdict.pump !== null)
      return { kind: 'heatPump', lift: verdict.pump.lift, cop: verdict.pump.cop.value };
    const change = verdict.change;
    return {
      kind: 'none',
      because: change?.surplusAt === null ? 'tooHot' : 'tooCold',
      gap: change?.kelvin ?? 0,
      surplusAt: change?.surplusAt ?? null,
      needAt: change?.needAt ?? need.supply,
    };
  };
}
