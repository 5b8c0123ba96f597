// One node: a bar per unit, and a mark around a bar too thin to see.
import { MARK } from '../layOut/nameNodes.ts';
import type { LaidNode } from '../types.ts';
import { nodeKey } from './walk.ts';

type Props = { readonly node: LaidNode; readonly name: string; readonly state: string };

export function NodeBars({ node, name, state }: Props) {
  return (
    <g class={`node-group${state}`} data-group={node.id}>
      {node.bars.map((bar, i) => (
        <>
          {bar.height < MARK && (
            <rect
              class="mark"
              x={round(bar.x)}
              y={round(bar.y + bar.height / 2 - MARK / 2)}
              width={bar.width}
              height={MARK}
              aria-hidden="true"
            />
          )}
          <rect
            class="node"
            x={round(bar.x)}
            y={round(bar.y)}
            width={bar.width}
            height={Math.max(LEAST, round(bar.height))}
            data-key={nodeKey(node.id)}
            data-id={node.id}
            data-value={bar.value}
            data-unit={bar.unit}
            {...(i === 0 ? { role: 'img', 'aria-label': name, tabindex: -1 } : { 'aria-hidden': 'true' })}
          />
        </>
      ))}
    </g>
  );
}

/** A bar without height could not be reached by keyboard, px. */
const LEAST = 0.001;

/** Thousandths of a pixel: widths stay exact to 1 % down to 1 px. */
const round = (value: number): number => Math.round(value * 1000) / 1000;
