// The total-site profile with each company its share: left what the companies still have, from the hottest down; right what they still lack,
// from the coldest up. Pure.
import type { HeatStream } from '../../../server/heat/stream.ts';

export type Band = {
  readonly company: string;
  readonly total: number;
  /** Coldest and hottest of its pieces, °C. */
  readonly bottom: number;
  readonly top: number;
  /** kW between which the company's share lies, at each level of its side. */
  readonly from: readonly number[];
  readonly to: readonly number[];
};
/** `levels`: temperatures, hottest first; one that stands twice is a phase change. */
export type Side = { readonly levels: readonly number[]; readonly bands: readonly Band[]; readonly total: number };
export type SiteProfile = { readonly sources: Side; readonly sinks: Side };

/** At a phase change the same temperature counts twice: once before, once after it. */
type Level = { readonly at: number; readonly after: boolean };

function shareAbove({ supply, target }: HeatStream, { at, after }: Level): number {
  const [top, bottom] = [Math.max(supply, target), Math.min(supply, target)];
  if (top === bottom) return top > at || (after && top === at) ? 1 : 0;
  return bottom >= at ? 1 : top <= at ? 0 : (top - at) / (top - bottom);
}

function sideOf(pieces: readonly HeatStream[], shareOf: (piece: HeatStream, level: Level) => number): Side {
  const temperatures = [...new Set(pieces.flatMap((one): number[] => [one.supply, one.target]))].sort((a, b) => b - a);
  const flat = new Set(pieces.filter((one) => one.supply === one.target).map((one): number => one.supply));
  const levels = temperatures.flatMap((at): Level[] => [{ at, after: false }, ...(flat.has(at) ? [{ at, after: true }] : [])]);
  const sum = (own: readonly HeatStream[]): number => own.reduce((all, one) => all + one.heat, 0);
  const companies = [...Map.groupBy(pieces, (one) => one.company)]
    .map(([company, own]) => ({ company, own, total: sum(own) }))
    .sort((a, b) => b.total - a.total || (a.company < b.company ? -1 : 1));
  let below = levels.map(() => 0);
  const bands = companies.map(({ company, own, total }): Band => {
    const from = below;
    below = levels.map((level, i) => (from[i] ?? 0) + own.reduce((all, one) => all + one.heat * shareOf(one, level), 0));
    const ends = own.flatMap((one): number[] => [one.supply, one.target]);
    return { company, total, bottom: Math.min(...ends), top: Math.max(...ends), from, to: below };
  });
  return { levels: levels.map((level) => level.at), bands, total: sum(pieces) };
}

export const siteProfile = (sources: readonly HeatStream[], sinks: readonly HeatStream[]): SiteProfile => ({
  sources: sideOf(sources, shareAbove),
  sinks: sideOf(sinks, (piece, level) => 1 - shareAbove(piece, level)),
});
