// A name or amount in the picture, in its lines, on a plate that quiets what it lies over, with a leader line where it stands apart.
import { LINE } from '../layOut/text.ts';
import type { Label } from '../types.ts';

const CLASS = { node: 'label', link: 'link-label', stub: 'stub-label' } as const;

type Props = {
  readonly label: Label;
  readonly state: string;
  /** Ribbons may pass under it. */
  readonly plate?: boolean;
};

export function LabelText({ label, state, plate = false }: Props) {
  const { box } = label;
  return (
    <>
      {label.leader !== null && <path class={`leader${state}`} d={label.leader} aria-hidden="true" />}
      {plate && (
        <rect
          class={`plate${state}`}
          x={round(box.x - AROUND)}
          y={round(box.y)}
          width={round(box.width + 2 * AROUND)}
          height={round(box.height)}
          rx={2}
          aria-hidden="true"
        />
      )}
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

/** Of a plate left and right of its words, px. */
const AROUND = 1;

const round = (value: number): number => Math.round(value * 100) / 100;
