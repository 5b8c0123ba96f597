// The total-site profile with each company its share: left what the companies still have, from the hottest down; right what they still lack,
// from the coldest up. Pure.
import type { HeatStream } from '../../../server/heat/stream.ts';

/** kW between `from` and `to` at each temperature of `levels` (hottest first). */
export type Band = { readonly company: string; readonly total: number; readonly from: readonly number[]; readonly to: readonly number[] };
export type SiteProfile = {
  readonly levels: readonly number[];
  readonly sources: readonly Band[];
  readonly sinks: readonly Band[];
  readonly given: number;
  readonly wanted: number;
};

/** Above and below a phase change the same temperature counts twice: once before, once after it. */
type Level = { readonly at: number; readonly after: boolean };

function shareAbove({ supply, target }: HeatStream, { at, after }: Level): number {
  const [top, bottom] = [Math.max(supply, target), Math.min(supply, target)];
  if (top === bottom) return top > at || (after && top === at) ? 1 : 0;
  return bottom >= at ? 1 : top <= at ? 0 : (top - at) / (top - bottom);
}

export function siteProfile(sources: readonly HeatStream[], sinks: readonly HeatStream[]): SiteProfile {
  const temperatures = [...new Set([...sources, ...sinks].flatMap((one) => [one.supply as number, one.target as number]))].sort(
    (a, b) => b - a,
  );
  const flat = new Set([...sources, ...sinks].filter((one) => one.supply === one.target).map((one) => one.supply as number));
  const levels = temperatures.flatMap((at): Level[] =>
    flat.has(at)
      ? [
          { at, after: false },
          { at, after: true },
        ]
      : [{ at, after: false }],
  );
  const stack = (pieces: readonly HeatStream[], shareOf: (piece: HeatStream, level: Level) => number): Band[] => {
    const byCompany = [...Map.groupBy(pieces, (one) => one.company)]
      .map(([company, own]) => ({ company, own, total: own.reduce((sum, one) => sum + one.heat, 0) }))
      .sort((a, b) => b.total - a.total || (a.company < b.company ? -1 : 1));
    let below = levels.map(() => 0);
    return byCompany.map(({ company, own, total }): Band => {
      const from = below;
      below = levels.map((level, i) => (from[i] ?? 0) + own.reduce((sum, one) => sum + one.heat * shareOf(one, level), 0));
      return { company, total, from, to: below };
    });
  };
  const total = (pieces: readonly HeatStream[]): number => pieces.reduce((sum, one) => sum + one.heat, 0);
  return {
    levels: levels.map((level) => level.at),
    sources: stack(sources, shareAbove),
    sinks: stack(sinks, (piece, level) => 1 - shareAbove(piece, level)),
    given: total(sources),
    wanted: total(sinks),
  };
}
