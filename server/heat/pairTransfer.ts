// How much heat passes from one flow to another, for any duties of the two: the two-flow cascade solved once, then three multiplications a month.
import type { HeatStream } from './stream.ts';

/**
 * For each temperature that could be the pinch, the share of the cold flow's heat above it and the share of the hot flow's, one after the
 * other. The cold flow lacks at least `cold share x cold duty - hot share x hot duty`.
 */
export type PairTransfer = Float64Array;

type Ends = { readonly top: number; readonly bottom: number; readonly heat: number };

/** Streams must carry their own contributions here; without one they are taken as they stand. */
const endsOf = (stream: HeatStream): Ends => {
  const shift = (stream.contribution ?? 0) * (stream.kind === 'hot' ? -1 : 1);
  const [a, b] = [stream.supply + shift, stream.target + shift];
  return a > b ? { top: a, bottom: b, heat: stream.heat } : { top: b, bottom: a, heat: stream.heat };
};

function shareAbove(pieces: readonly Ends[], all: number, level: number, withPhaseChange: boolean): number {
  let above = 0;
  for (const { top, bottom, heat } of pieces) {
    if (level < bottom || (level === bottom && (top > bottom || withPhaseChange))) above += heat;
    else if (level < top) above += (heat * (top - level)) / (top - bottom);
  }
  return all > 0 ? above / all : 0;
}

/** The pieces of one hot flow and of one cold flow, which keep their shape while the duties change. */
export function pairTransfer(hot: readonly HeatStream[], cold: readonly HeatStream[]): PairTransfer {
  const [give, take] = [hot.map(endsOf), cold.map(endsOf)];
  const given = hot.reduce((sum, piece) => sum + piece.heat, 0);
  const taken = cold.reduce((sum, piece) => sum + piece.heat, 0);
  const found: number[] = [];
  const look = (level: number, withPhaseChange: boolean): void => {
    const lacks = shareAbove(take, taken, level, withPhaseChange);
    if (lacks > 0) found.push(lacks, shareAbove(give, given, level, withPhaseChange));
  };
  // The lack is largest where a hot piece begins, or where a cold one ends on its way down; a phase change asks on both of its sides.
  for (const { top, bottom } of give) {
    look(top, false);
    if (top > bottom && give.length > 1) look(bottom, false);
  }
  for (const { bottom } of take) look(bottom, true);
  for (const { bottom } of give) look(bottom, true);
  return Float64Array.from(found);
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
