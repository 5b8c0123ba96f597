// Where do the composite curves come closest? There the approach is measured, and there the picture has its grip. Pure.
import type { Curve } from '../../../server/heat/curves.ts';

/** As a share of all heat. */
const ROUNDING = 1e-9;

export type Closest = { readonly heat: number; readonly hot: number; readonly cold: number };

/** Temperatures that a curve has at one amount of heat, lowest and highest: more than one where it steps. */
export function temperaturesAt(curve: Curve, heat: number): { readonly low: number; readonly high: number } | null {
  const found: number[] = [];
  for (let i = 0; i < curve.length; i++) {
    const [here, next] = [curve[i], curve[i + 1]];
    if (here === undefined) continue;
    if (here.heat === heat) found.push(here.temperature);
    if (next !== undefined && here.heat < heat && heat < next.heat)
      found.push(here.temperature + ((heat - here.heat) / (next.heat - here.heat)) * (next.temperature - here.temperature));
  }
  return found.length === 0 ? null : { low: Math.min(...found), high: Math.max(...found) };
}

/** Null where the curves do not lie over one another. */
export function closestOf(hot: Curve, cold: Curve): Closest | null {
  const [from, to] = [Math.max(hot[0]?.heat ?? 0, cold[0]?.heat ?? 0), Math.min(hot.at(-1)?.heat ?? 0, cold.at(-1)?.heat ?? 0)];
  const places = [...new Set([from, to, ...hot.map((one) => one.heat), ...cold.map((one) => one.heat)])]
    .filter((heat) => heat >= from && heat <= to)
    .sort((a, b) => a - b);
  let least: Closest | null = null;
  const look = (heat: number, side: 'low' | 'high'): void => {
    const [above, below] = [temperaturesAt(hot, heat)?.[side], temperaturesAt(cold, heat)?.[side]];
    if (above === undefined || below === undefined) return;
    if (least === null || above - below < least.hot - least.cold) least = { heat, hot: above, cold: below };
  };
  // Both curves rise with heat: a stretch begins with what a step reaches, and ends with where the next one starts.
  places.forEach((heat, i) => {
    const next = places[i + 1];
    // What rounding leaves between two steps that belong together is no stretch.
    if (next === undefined || next - heat <= ROUNDING * to) return;
    look(heat, 'high');
    look(next, 'low');
  });
  return from < to ? least : null;
}
