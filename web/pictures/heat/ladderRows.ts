// Rungs of the temperature ladder: one row a flow, its pieces from the coldest to the hottest point, hottest first. Pure.
import { temperatureLadder } from '../../../server/heat/curves.ts';
import type { HeatStream } from '../../../server/heat/stream.ts';

export type LadderRow = {
  readonly flow: string;
  readonly kind: HeatStream['kind'];
  readonly top: number;
  readonly bottom: number;
  readonly heat: number;
};

/** A stream of several pieces (superheat, condensing, condensate) is one rung. */
export function ladderRows(streams: readonly HeatStream[]): readonly LadderRow[] {
  return [...Map.groupBy(temperatureLadder(streams), (rung) => rung.id)].map(([flow, rungs]) => ({
    flow,
    kind: rungs[0]?.kind ?? 'hot',
    top: Math.max(...rungs.map((one) => one.top)),
    bottom: Math.min(...rungs.map((one) => one.bottom)),
    heat: rungs.reduce((sum, one) => sum + one.heat, 0),
  }));
}
