// The bar in a map's corner that says how far is far.
import { number } from '../state/format.ts';
import type { Language } from '../words/words.ts';

/** `px` wide for `metres`; nothing is drawn for no width. `base`: where the corner's lower edge is. */
export function MapScale({ px, metres, base, language }: { px: number; metres: number; base: number; language: Language }) {
  if (!(px > 0)) return null;
  return (
    <g class="map-scale">
      <path d={`M10,${base - 16}v5h${px.toFixed(1)}v-5`} />
      <text class="map-text" x={16 + px} y={base - 9} font-size={11}>
        {metres >= 1000 ? `${number(metres / 1000, language)} km` : `${number(metres, language)} m`}
      </text>
    </g>
  );
}
