// A name or amount in the picture, in its lines, with a leader line where it stands apart.
import { LINE } from '../layOut/text.ts';
import type { Label } from '../types.ts';

const CLASS = { node: 'label', link: 'link-label', stub: 'stub-label' } as const;

export function LabelText({ label, state }: { readonly label: Label; readonly state: string }) {
  return (
    <>
      {label.leader !== null && <path class={`leader${state}`} d={label.leader} aria-hidden="true" />}
      <text
        class={`${CLASS[label.what]}${state}`}
        data-for={label.of}
        x={round(label.x)}
        y={round(label.y)}
        text-anchor={label.anchor}
        font-size={label.size}
        aria-hidden="true"
      >
        {label.lines.map((line, i) => (
          <tspan class={line.amount ? 'amount' : undefined} x={round(label.x)} dy={i === 0 ? undefined : round(label.size * LINE)}>
            {line.text}
          </tspan>
        ))}
        <title>{label.full}</title>
      </text>
    </>
  );
}

const round = (value: number): number => Math.round(value * 100) / 100;
