// What can companies pass to each other through a closed water loop or a steam level, once each has used its own heat itself?
// Site source and sink profiles (Dhole & Linnhoff 1993; Klemes et al. 1997), pockets left inside the company.
import { kelvin, onShiftedScale } from '../domain/temperature.ts';
import type { Celsius, Kelvin } from '../domain/temperature.ts';
import { cascade, type Cascade } from './cascade.ts';
import { grandComposite, type Curve } from './curves.ts';
import { byCompany } from './sharing.ts';
import { contributionOf, type HeatStream } from './stream.ts';

export type Site = {
  /** What each company still gives, and still lacks, after its own recovery; pieces on the shifted scale, kW. */
  readonly sources: readonly HeatStream[];
  readonly sinks: readonly HeatStream[];
  /** The cascade of these through a closed loop. */
  readonly exchange: Cascade;
  /** Companies' own least hot utility together, kW, and how much of it the loop can save. */
  readonly alone: number;
  readonly potential: number;
};

/** Pieces of a curve that fall below everything before them: what is left when pockets serve themselves. */
function outsidePockets(curve: Curve): { readonly from: number; readonly to: number; readonly heat: number }[] {
  const pieces: { from: number; to: number; heat: number }[] = [];
  let least = curve[0]?.heat ?? 0;
  for (let i = 1; i < curve.length; i++) {
    const [before, here] = [curve[i - 1], curve[i]];
    if (before === undefined || here === undefined || here.heat >= least) continue;
    const entered = before.heat > least ? (before.heat - least) / (before.heat - here.heat) : 0;
    pieces.push({
      from: before.temperature + entered * (here.temperature - before.temperature),
      to: here.temperature,
      heat: least - here.heat,
    });
    least = here.heat;
  }
  return pieces;
}

/**
 * `loop`: what a stream must keep to the loop's water, K. A company whose streams all keep less than that has its profile moved by the difference
 * (so a company with one narrow stream is judged by that one: on the safe side).
 */
export function totalSite(streams: readonly HeatStream[], approach: Kelvin, loop: Kelvin): Site {
  const sources: HeatStream[] = [];
  const sinks: HeatStream[] = [];
  let alone = 0;
  for (const [company, own] of byCompany(streams)) {
    const targets = cascade(own, approach);
    alone += targets.hotUtility;
    const curve = grandComposite(targets);
    const narrowest = Math.min(...own.map((stream) => contributionOf(stream, approach)));
    const contribution = kelvin(Math.max(0, loop - narrowest));
    const piece = (kind: HeatStream['kind'], from: number, to: number, heat: number): HeatStream => ({
      id: company,
      company,
      kind,
      supply: onShiftedScale(from),
      target: onShiftedScale(to),
      heat,
      contribution,
      soft: own.every((stream) => stream.kind !== kind || stream.soft),
      months: null,
    });
    for (const { from, to, heat } of outsidePockets(curve)) sinks.push(piece('cold', to, from, heat));
    for (const { from, to, heat } of outsidePockets(curve.toReversed())) sources.push(piece('hot', to, from, heat));
  }
  const exchange = cascade([...sources, ...sinks], kelvin(0));
  return { sources, sinks, exchange, alone, potential: Math.max(0, alone - exchange.hotUtility) };
}

/** Heat that a level such as steam at one temperature can carry from sources that raise it to sinks that it serves, kW. */
export function throughLevel(
  { sources, sinks }: Pick<Site, 'sources' | 'sinks'>,
  level: Celsius,
): { readonly raised: number; readonly wanted: number; readonly carried: number } {
  const above = (stream: HeatStream, at: number): number => {
    const [top, bottom] = [Math.max(stream.supply, stream.target), Math.min(stream.supply, stream.target)];
    if (bottom >= at) return stream.heat;
    return top <= at ? 0 : (stream.heat * (top - at)) / (top - bottom);
  };
  const raised = sources.reduce((sum, stream) => sum + above(stream, level + (stream.contribution ?? 0)), 0);
  const wanted = sinks.reduce((sum, stream) => {
    const at = level - (stream.contribution ?? 0);
    // A sink that boils at just this level is served by it.
    return sum + (stream.supply === stream.target && stream.supply === at ? stream.heat : stream.heat - above(stream, at));
  }, 0);
  return { raised, wanted, carried: Math.min(raised, wanted) };
}
