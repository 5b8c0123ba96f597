// The curves of pinch analysis as data: composite curves and the grand composite.
import type { Cascade } from './cascade.ts';
import type { HeatStream } from './stream.ts';

/** °C and kW. Two points at one temperature are a phase change (or a step). */
export type CurvePoint = { readonly temperature: number; readonly heat: number };
export type Curve = readonly CurvePoint[];

/** Heat of all streams of one kind from the coldest end up, at their real temperatures, beginning at `from` kW. */
function composite(streams: readonly HeatStream[], from: number): Curve {
  const present = streams.filter((stream) => stream.heat > 0);
  if (present.length === 0) return [];
  const temperatures = [...new Set(present.flatMap((stream) => [stream.supply, stream.target]))].sort((a, b) => a - b);
  const points: CurvePoint[] = [];
  let heat = from;
  let below = temperatures[0] ?? 0;
  const add = (temperature: number): void => {
    const last = points.at(-1);
    if (last?.temperature !== temperature || last.heat !== heat) points.push({ temperature, heat });
  };
  for (const temperature of temperatures) {
    for (const stream of present) {
      const [top, bottom] = [Math.max(stream.supply, stream.target), Math.min(stream.supply, stream.target)];
      if (bottom <= below && temperature <= top && top > bottom) heat += (stream.heat * (temperature - below)) / (top - bottom);
    }
    add(temperature);
    for (const stream of present) if (stream.supply === temperature && stream.target === temperature) heat += stream.heat;
    add(temperature);
    below = temperature;
  }
  return points;
}

export type Composites = {
  /** From the coldest point of the hot streams, 0 kW there. */
  readonly hot: Curve;
  /** Shifted to the right by the cold utility, so that the two curves overlap by the heat that can be recovered. */
  readonly cold: Curve;
};

export const composites = (streams: readonly HeatStream[], targets: Cascade): Composites => ({
  hot: composite(
    streams.filter((stream) => stream.kind === 'hot'),
    0,
  ),
  cold: composite(
    streams.filter((stream) => stream.kind === 'cold'),
    targets.coldUtility,
  ),
});

/** Heat that passes each shifted temperature, from the hottest down: begins at the hot utility, touches zero at every pinch. */
export function grandComposite(targets: Cascade): Curve {
  const points: CurvePoint[] = [];
  targets.shifted.forEach((temperature, level) => {
    for (const heat of [targets.passing[2 * level] ?? 0, targets.passing[2 * level + 1] ?? 0]) {
      const last = points.at(-1);
      if (last?.temperature !== temperature || last.heat !== heat) points.push({ temperature, heat });
    }
  });
  return points;
}

/** Temperatures of supply and demand, hottest first: one rung a stream. */
export type Rung = {
  readonly id: string;
  readonly company: string;
  readonly kind: HeatStream['kind'];
  readonly top: number;
  readonly bottom: number;
  readonly heat: number;
};

export const temperatureLadder = (streams: readonly HeatStream[]): readonly Rung[] =>
  streams
    .map(({ id, company, kind, supply, target, heat }) => ({
      id,
      company,
      kind,
      top: Math.max(supply, target),
      bottom: Math.min(supply, target),
      heat,
    }))
    .sort((a, b) => b.top - a.top || b.bottom - a.bottom || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
