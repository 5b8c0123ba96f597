// How much heat passes from one flow to another, for any duties of the two: the two-flow cascade solved once, then a few multiplications a month.
import { celsius, kelvin } from '../domain/temperature.ts';
import type { Celsius, Kelvin } from '../domain/temperature.ts';
import type { HeatStream } from './stream.ts';

/** One side of a pair, worked out once for all its pairs: shifted ends of its pieces, hottest and coldest real temperature, duty. */
export type PairSide = {
  readonly pieces: readonly { readonly top: number; readonly bottom: number; readonly heat: number }[];
  /** Unshifted. */
  readonly hottest: Celsius;
  readonly coldest: Celsius;
  /** kW. */
  readonly heat: number;
  /** Of the hottest piece. */
  readonly contribution: Kelvin;
};

/** The pieces of one flow. Streams without a contribution of their own are taken as they stand. Throws RangeError for no piece. */
export function pairSide(streams: readonly HeatStream[]): PairSide {
  let [hottest, coldest, heat, contribution] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, 0, 0];
  const pieces = streams.map((stream) => {
    const [top, bottom] = stream.supply > stream.target ? [stream.supply, stream.target] : [stream.target, stream.supply];
    const keeps: number = stream.contribution ?? 0;
    const shift = stream.kind === 'hot' ? -keeps : keeps;
    if (top > hottest) [hottest, contribution] = [top, keeps];
    if (bottom < coldest) coldest = bottom;
    heat += stream.heat;
    return { top: top + shift, bottom: bottom + shift, heat: stream.heat };
  });
  if (pieces.length === 0) throw new RangeError('a pair takes at least one piece of surplus and one of need');
  return { pieces, hottest: celsius(hottest), coldest: celsius(coldest), heat, contribution: kelvin(contribution) };
}

/**
 * For each temperature that could be the pinch, the share of the cold flow's heat above it and the share of the hot flow's, one after the
 * other. The cold flow lacks at least `cold share x cold duty - hot share x hot duty`.
 */
export type PairTransfer = readonly number[];

function shareAbove({ pieces, heat: all }: PairSide, level: number, withPhaseChange: boolean): number {
  let above = 0;
  for (const { top, bottom, heat } of pieces) {
    if (level < bottom || (level === bottom && (top > bottom || withPhaseChange))) above += heat;
    else if (level < top) above += (heat * (top - level)) / (top - bottom);
  }
  return all > 0 ? above / all : 0;
}

/** The shape of a pair, which stays while the duties change. */
export function pairTransfer(hot: PairSide, cold: PairSide): PairTransfer {
  const found: number[] = [];
  const look = (level: number, withPhaseChange: boolean): void => {
    const lacks = shareAbove(cold, level, withPhaseChange);
    if (lacks > 0) found.push(lacks, shareAbove(hot, level, withPhaseChange));
  };
  // The lack is largest where a hot piece begins, or where a cold one ends on its way down; a phase change asks on both of its sides.
  for (const { top, bottom } of hot.pieces) {
    look(top, false);
    if (top > bottom && hot.pieces.length > 1) look(bottom, false);
    look(bottom, true);
  }
  for (const { bottom } of cold.pieces) look(bottom, true);
  return found;
}

/** kW that pass at these duties, kW. */
export function transferOf(transfer: PairTransfer, hotDuty: number, coldDuty: number): number {
  let lack = 0;
  for (let i = 0; i < transfer.length; i += 2) {
    const here = (transfer[i] ?? 0) * coldDuty - (transfer[i + 1] ?? 0) * hotDuty;
    if (here > lack) lack = here;
  }
  return coldDuty > lack ? coldDuty - lack : 0;
}
