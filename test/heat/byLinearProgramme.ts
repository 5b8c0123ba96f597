// Targets by a linear programme that cascades heat from level to level: a way of its own beside the problem table, soft streams taken in part.
import type { HeatStream } from '../../server/heat/stream.ts';

type Shifted = HeatStream & { readonly top: number; readonly bottom: number };

/** LP text that minimises the hot (`qh`) or the cold utility (`qc`), the latter at a given hot utility, kW. */
export function targetsLp(streams: readonly HeatStream[], approach: number, least: 'qh' | 'qc', hotUtility: number | null): string {
  const shifted = streams.map((one): Shifted => {
    const shift = (one.contribution ?? approach / 2) * (one.kind === 'hot' ? -1 : 1);
    return { ...one, top: Math.max(one.supply, one.target) + shift, bottom: Math.min(one.supply, one.target) + shift };
  });
  const levels = [...new Set(shifted.flatMap((one) => [one.top, one.bottom]))].sort((a, b) => b - a);
  // A cell for each level, where phases change, and one for each stretch below it.
  const cells = levels.flatMap((level, i): [number, number][] => {
    const next = levels[i + 1];
    return next === undefined ? [[level, level]] : [[level, level], [level, next]]; // prettier-ignore
  });
  const bounds: string[] = [];
  const rows = cells.map(([from, to], c) => {
    let fixed = 0;
    const soft: string[] = [];
    shifted.forEach((one, i) => {
      const within = from === to ? one.top === one.bottom && one.top === from : one.bottom <= to && one.top >= from && one.top > one.bottom;
      if (!within || one.heat === 0) return;
      const heat = from === to ? one.heat : (one.heat * (from - to)) / (one.top - one.bottom);
      if (!one.soft) fixed += one.kind === 'hot' ? heat : -heat;
      else {
        bounds.push(` 0 <= u${i}_${c} <= ${heat}`);
        soft.push(`${one.kind === 'hot' ? '+' : '-'} u${i}_${c}`);
      }
    });
    const enters = c === 0 ? 'qh' : `r${c - 1}`;
    const leaves = c === cells.length - 1 ? 'qc' : `r${c}`;
    return ` c${c}: ${enters} ${soft.join(' ')} - ${leaves} = ${-fixed}`;
  });
  if (hotUtility !== null) rows.push(` h: qh <= ${hotUtility + 1e-9 * (1 + hotUtility)}`);
  return ['Minimize', ` obj: ${least}`, 'Subject To', ...rows, 'Bounds', ...bounds, 'End', ''].join('\n');
}
