// The composite curves placed so that they overlap by what can be recovered. Pure.
import type { Cascade } from '../../../server/heat/cascade.ts';
import { composites } from '../../../server/heat/curves.ts';
import type { Curve } from '../../../server/heat/curves.ts';
import type { HeatStream } from '../../../server/heat/stream.ts';
import { closestOf } from './closest.ts';
import type { Closest } from './closest.ts';

export type CompositeShape = {
  readonly hot: Curve;
  readonly cold: Curve;
  /** kW along the axis: heat left over, recovered, and to be supplied. */
  readonly left: number;
  readonly recovered: number;
  readonly supplied: number;
  readonly closest: Closest | null;
};

/** What is left over counts heat that may stay where it is (a flue gas need not be cooled) beside what must be cooled away. */
export function compositeShape(streams: readonly HeatStream[], targets: Cascade): CompositeShape {
  const all = (kind: HeatStream['kind']): number => streams.reduce((sum, one) => sum + (one.kind === kind ? one.heat : 0), 0);
  const [given, wanted] = [all('hot'), all('cold')];
  const left = Math.max(0, given + targets.hotUtility - wanted);
  const { hot, cold } = composites(streams, { ...targets, coldUtility: left });
  return {
    hot,
    cold,
    left,
    recovered: Math.max(0, wanted - targets.hotUtility),
    supplied: targets.hotUtility,
    closest: closestOf(hot, cold),
  };
}

/** Lowest and highest temperature of several curves; a room's for none. */
export function temperatureSpan(curves: readonly Curve[]): { readonly from: number; readonly to: number } {
  const all = curves.flatMap((curve) => curve.map((one) => one.temperature));
  return all.length === 0 ? { from: 0, to: 100 } : { from: Math.min(0, ...all), to: Math.max(...all) };
}
