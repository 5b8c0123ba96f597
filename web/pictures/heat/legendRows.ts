// Where the entries of a legend stand: in rows as wide as the picture. Pure.
import { textWidth } from '../../sankey/layOut/text.ts';

export type LegendEntry = { readonly key: string; readonly text: string };
export type PlacedEntry<Entry extends LegendEntry> = Entry & { readonly x: number; readonly row: number };

export const SWATCH = 16;
export const LEGEND_SIZE = 12.5;
const GAP = 18;
const START = 4;

export function legendRows<Entry extends LegendEntry>(
  entries: readonly Entry[],
  width: number,
): { readonly placed: readonly PlacedEntry<Entry>[]; readonly rows: number } {
  let [x, row] = [START, 0];
  const placed = entries.map((entry): PlacedEntry<Entry> => {
    const needs = SWATCH + 6 + textWidth(entry.text, LEGEND_SIZE) + GAP;
    if (x > START && x + needs - GAP > width) [x, row] = [START, row + 1];
    const at = { ...entry, x, row };
    x += needs;
    return at;
  });
  return { placed, rows: placed.length === 0 ? 0 : row + 1 };
}
