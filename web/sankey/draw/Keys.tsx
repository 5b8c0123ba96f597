// Under the picture: a bar of a round amount for each unit, what colours and marks mean, and the numbered names.
import { NO_COLOUR } from '../colours/assign.ts';
import type { Colour } from '../colours/assign.ts';
import type { SankeyLayout } from '../types.ts';
import type { Colouring } from './colouring.ts';
import { LabelText } from './LabelText.tsx';

export function Keys({ layout, colours, prefix }: { readonly layout: SankeyLayout; readonly colours: Colouring; readonly prefix: string }) {
  return (
    <g class="keys" aria-hidden="true">
      {layout.unitKeys.map((key) => (
        <g class="unit-key" data-unit={key.unit} data-value={key.value}>
          <rect class="scale" x={key.x} y={key.y} width={7} height={key.height} />
          <text class="key-text" x={key.x + 13} y={key.y + Math.max(key.height / 2 + 4, 9)} font-size={11}>
            {key.text}
          </text>
        </g>
      ))}
      {layout.legend.map((entry) => {
        const colour = colours.entries.find((one) => one.key === entry.key)?.colour ?? NO_COLOUR;
        return (
          <g class="legend" data-key-of={entry.key}>
            <Swatch entry={entry} colour={colour} prefix={prefix} />
            <text class="key-text" x={entry.x + 22} y={entry.y + 10} font-size={11}>
              {entry.text}
            </text>
          </g>
        );
      })}
      {layout.key.map((entry) => (
        <LabelText label={entry.label} state="" />
      ))}
    </g>
  );
}

function Swatch({
  entry,
  colour,
  prefix,
}: {
  readonly entry: { readonly key: string; readonly x: number; readonly y: number };
  readonly colour: Colour;
  readonly prefix: string;
}) {
  const { x, y } = entry;
  const middle = y + 6;
  const box = (look: string) => <rect class={`swatch ${look}`} x={x} y={y} width={16} height={12} />;
  const filled = (pattern: string) => <rect x={x} y={y} width={16} height={12} fill={`url(#${prefix}-${pattern})`} />;
  switch (entry.key) {
    case 'mark:hairline':
      return (
        <>
          <path class="fine" d={`M${x},${middle}h16`} />
          <path class="beads" d={`M${x},${middle}h16`} />
        </>
      );
    case 'mark:stub':
      return <path class="stub" d={`M${x + 2},${y}h12l-5,6l5,6h-12z`} />;
    case 'mark:return':
      return (
        <>
          {box('none')}
          <path class="arrow" d={`M${x + 10},${middle - 3.5}l-5,3.5l5,3.5`} />
        </>
      );
    case 'mark:range':
      return (
        <>
          {box('none ranged')}
          <rect class="swatch none" x={x} y={y + 3} width={16} height={6} />
        </>
      );
    case 'mark:estimated':
      return (
        <>
          {box('none')}
          {filled('estimated')}
        </>
      );
    default:
      return (
        <>
          {box(colour.slot)}
          {colour.texture !== 'plain' && filled(`${colour.texture}-${colour.slot}`)}
        </>
      );
  }
}
