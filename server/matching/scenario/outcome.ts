// What an allocation comes to as a whole: money and CO2e drawn together, and how much of what there is finds a taker.
import { gives, type Flow } from '../../domain/flow.ts';
import { percentiles } from '../../domain/sample.ts';
import type { Allocation } from '../allocate/allocate.ts';
import { likelyOf } from '../checks/volume.ts';
import type { LiveRun } from './liveRun.ts';

export type Span = { readonly low: number; readonly likely: number; readonly high: number };
export type Outcome = {
  /** NOK and t CO2e a year of what is allocated; null where none of it has a figure. */
  readonly nok: Span | null;
  readonly co2: Span | null;
  /** Mean share 0..1 of each surplus of known amount that finds a taker; null where no amount is known. */
  readonly placed: number | null;
  /** Pairs that are used, and of these the ones whose worth is not known: they count in no sum. */
  readonly used: number;
  readonly unvalued: number;
};

/** A pair that is used in part counts with that part of its likely amount. */
export function outcomeOf(
  { matches }: LiveRun,
  { allocations }: Pick<Allocation, 'allocations'>,
  flows: readonly Flow[],
  size: number,
): Outcome {
  const byPair = new Map(matches.map((match) => [pairOf(match), match]));
  const [nok, tonnes] = [new Float64Array(size), new Float64Array(size)];
  let valued = 0;
  for (const one of allocations) {
    const match = byPair.get(pairOf(one));
    const draws = match?.draws() ?? null;
    const all = match?.volume?.likely ?? 0;
    if (draws === null || all <= 0) continue;
    const share = (one.quantity.likely ?? 0) / all;
    valued += 1;
    for (let i = 0; i < size; i++) {
      nok[i] = (nok[i] ?? 0) + share * (draws.nok[i] ?? 0);
      tonnes[i] = (tonnes[i] ?? 0) + share * (draws.tonnes[i] ?? 0);
    }
  }
  const known = new Set(flows.flatMap((flow) => (gives(flow) && flow.annual !== null && likelyOf(flow.annual) > 0 ? [flow.id] : [])));
  const placed = allocations.reduce((sum, one) => sum + (known.has(one.surplus) ? one.shareOfSurplus : 0), 0);
  return {
    nok: valued === 0 ? null : percentiles(nok),
    co2: valued === 0 ? null : percentiles(tonnes),
    placed: known.size === 0 ? null : placed / known.size,
    used: allocations.length,
    unvalued: allocations.length - valued,
  };
}

/** Names a pair, with what it passes through. */
export const pairOf = ({
  surplus,
  need,
  via,
}: {
  readonly surplus: string;
  readonly need: string;
  readonly via: readonly string[];
}): string => JSON.stringify([surplus, need, via]);
