// Pockets of the grand composite: stretches that serve themselves, hotter heat passing straight to the colder side. Pure.
import type { Curve, CurvePoint } from '../../../server/heat/curves.ts';

/** Outline of each pocket, from its mouth round and back. */
export function pocketsOf(curve: Curve): readonly (readonly CurvePoint[])[] {
  const pinch = curve.reduce((least, one, i) => (one.heat < (curve[least]?.heat ?? Number.POSITIVE_INFINITY) ? i : least), 0);
  const above = walk(curve.slice(0, pinch + 1));
  const below = walk(curve.slice(pinch).toReversed());
  return [...above, ...below.map((pocket) => pocket.toReversed())];
}

/** Along a curve that falls to its end: stretches that rise above what was least before them. */
function walk(curve: Curve): CurvePoint[][] {
  const found: CurvePoint[][] = [];
  let pocket: CurvePoint[] = [];
  let least = curve[0]?.heat ?? 0;
  for (let i = 1; i < curve.length; i++) {
    const [before, here] = [curve[i - 1], curve[i]];
    if (before === undefined || here === undefined) continue;
    if (here.heat > least) {
      if (pocket.length === 0) pocket.push(before);
      pocket.push(here);
      continue;
    }
    if (pocket.length > 0) {
      const share = before.heat === here.heat ? 0 : (before.heat - least) / (before.heat - here.heat);
      pocket.push({ heat: least, temperature: before.temperature + share * (here.temperature - before.temperature) });
      found.push(pocket);
      pocket = [];
    }
    least = here.heat;
  }
  return found;
}
