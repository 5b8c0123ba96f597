// The axes of a plot, and the legend above it.
import type { VNode } from 'preact';
import { LEGEND_SIZE, SWATCH } from './legendRows.ts';
import type { LegendEntry, PlacedEntry } from './legendRows.ts';
import { LEGEND_ROW } from './plot.ts';
import type { Plot } from './plot.ts';

type AxesProps = {
  readonly plot: Plot;
  readonly xName: string;
  readonly yName: string;
  readonly xText: (value: number) => string;
  readonly yText: (value: number) => string;
  /** Ticks of the x axis, where they are no numbers of the scale. */
  readonly xTicks?: readonly number[];
};

export function Axes({ plot, xName, yName, xText, yText, xTicks = plot.xTicks }: AxesProps): VNode {
  return (
    <g class="axes" aria-hidden="true">
      {plot.yTicks.map((tick) => (
        <g key={`y${tick}`}>
          <line class="grid" x1={plot.left} x2={plot.right} y1={plot.y(tick)} y2={plot.y(tick)} />
          <text class="tick" x={plot.left - 7} y={plot.y(tick) + 4} text-anchor="end">
            {yText(tick)}
          </text>
        </g>
      ))}
      {xTicks.map((tick) => (
        <g key={`x${tick}`}>
          <line class="tick-mark" x1={plot.x(tick)} x2={plot.x(tick)} y1={plot.bottom} y2={plot.bottom + 4} />
          <text class="tick" x={plot.x(tick)} y={plot.bottom + 17} text-anchor="middle">
            {xText(tick)}
          </text>
        </g>
      ))}
      <line class="axis" x1={plot.left} x2={plot.right} y1={plot.bottom} y2={plot.bottom} />
      <text class="axis-name" x={plot.right} y={plot.bottom + 34} text-anchor="end">
        {xName}
      </text>
      <text class="axis-name" x={4} y={plot.top - 9}>
        {yName}
      </text>
    </g>
  );
}

export type Mark = LegendEntry & {
  /** Class that says how the mark looks, as in the picture. */
  readonly look: string;
  readonly shape: 'line' | 'box' | 'dot';
  readonly fill?: string;
};

export function Legend({ placed }: { readonly placed: readonly PlacedEntry<Mark>[] }): VNode {
  return (
    <g class="legend" aria-hidden="true">
      {placed.map(({ key, text, x, row, look, shape, fill }) => {
        const middle = row * LEGEND_ROW + 9;
        return (
          <g key={key}>
            {shape === 'line' && <line class={look} x1={x} x2={x + SWATCH} y1={middle} y2={middle} />}
            {shape === 'box' && <rect class={look} {...(fill ? { fill } : {})} x={x} y={middle - 6} width={SWATCH} height={12} />}
            {shape === 'dot' && <circle class={look} cx={x + SWATCH / 2} cy={middle} r={6} />}
            <text x={x + SWATCH + 6} y={middle + 4} font-size={LEGEND_SIZE}>
              {text}
            </text>
          </g>
        );
      })}
    </g>
  );
}

/** Hatches for parts that colour alone must not tell. */
export function Hatches({ prefix }: { readonly prefix: string }): VNode {
  return (
    <defs>
      <pattern id={`${prefix}-hatch`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect class="hatch-ground" width="6" height="6" />
        <line class="hatch-line" x1="0" x2="0" y1="0" y2="6" />
      </pattern>
      <pattern id={`${prefix}-dots`} width="6" height="6" patternUnits="userSpaceOnUse">
        <rect class="dots-ground" width="6" height="6" />
        <circle class="dots-dot" cx="2" cy="2" r="1.1" />
      </pattern>
    </defs>
  );
}
