// How much wider is the font that this page shows than the table of widths?
import { textWidth } from '../layOut/text.ts';

const SAMPLE = 'Fjernvarme til Trondheim, 1 234,5 GWh: æøå ÆØÅ';

/** At least 1; asks a canvas, so only in a page. */
export function fontScale(): number {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return 1;
  context.font = "100px Arial, 'Liberation Sans', Helvetica, Roboto, sans-serif";
  return Math.max(1, Math.round((context.measureText(SAMPLE).width / textWidth(SAMPLE, 100)) * 100) / 100);
}
