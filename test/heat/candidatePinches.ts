// The second way to the targets: the largest lack of heat above any temperature at which a stream begins or ends. Written apart from the
// cascade on purpose: unshifted temperatures, one stream at a time, no intervals.
import type { HeatStream } from '../../server/heat/stream.ts';

/** Heat of a stream above a temperature on its own scale; a phase change at that temperature counts where asked. */
function above(stream: HeatStream, temperature: number, withPhaseChange: boolean): number {
  const [top, bottom] = stream.supply > stream.target ? [stream.supply, stream.target] : [stream.target, stream.supply];
  if (Math.abs(temperature - top) < 1e-9 && top === bottom) return withPhaseChange ? stream.heat : 0;
  if (temperature >= top) return 0;
  if (temperature <= bottom) return stream.heat;
  return (stream.heat * (top - temperature)) / (top - bottom);
}

export function targetsByCandidates(streams: readonly HeatStream[], approach: number): { hotUtility: number; coldUtility: number } {
  const shift = (stream: HeatStream): number => (stream.contribution ?? approach / 2) * (stream.kind === 'hot' ? -1 : 1);
  const candidates = streams.flatMap((stream) => [stream.supply + shift(stream), stream.target + shift(stream)]);
  let hotUtility = 0;
  for (const candidate of candidates)
    for (const withPhaseChange of [false, true]) {
      let lack = 0;
      for (const stream of streams) lack += above(stream, candidate - shift(stream), withPhaseChange) * (stream.kind === 'cold' ? 1 : -1);
      hotUtility = Math.max(hotUtility, lack);
    }
  const surplus = streams.reduce((sum, stream) => sum + stream.heat * (stream.kind === 'hot' ? 1 : -1), 0);
  return { hotUtility, coldUtility: hotUtility + surplus };
}
