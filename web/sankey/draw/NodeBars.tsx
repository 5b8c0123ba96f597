// One node: a bar per unit, and a mark beside a bar too thin to see. Dragging a bar pins the node's column and place.
import { useRef } from 'preact/hooks';
import type { ItemProps } from './item.ts';
import { MARK } from '../layOut/nameNodes.ts';
import type { LaidNode, SankeyLayout } from '../types.ts';

type Props = {
  readonly node: LaidNode;
  readonly layout: SankeyLayout;
  readonly name: string;
  readonly state: string;
  readonly item: ItemProps;
  readonly onPin?: ((id: string, column: number, place: number) => void) | undefined;
};

/** A click that shakes by less is still a click, px. */
const SHAKE = 6;

export function NodeBars({ node, layout, name, state, item, onPin }: Props) {
  const group = useRef<SVGGElement>(null);
  const from = useRef<{ x: number; y: number; moved: boolean } | null>(null);
  const down = (event: PointerEvent): void => {
    if (onPin === undefined || event.button !== 0) return;
    from.current = { x: event.clientX, y: event.clientY, moved: false };
    if (event.target instanceof Element) event.target.setPointerCapture(event.pointerId);
  };
  const move = (event: PointerEvent): void => {
    const start = from.current;
    if (start === null) return;
    const [dx, dy] = [event.clientX - start.x, event.clientY - start.y];
    if (Math.hypot(dx, dy) > SHAKE) start.moved = true;
    if (start.moved) group.current?.setAttribute('transform', `translate(${dx} ${dy})`);
  };
  const up = (event: PointerEvent): void => {
    const start = from.current;
    from.current = null;
    group.current?.removeAttribute('transform');
    if (start === null || !start.moved) return;
    const bar = node.bars[0];
    if (bar === undefined) return;
    const x = bar.x + event.clientX - start.x;
    const y = bar.y + event.clientY - start.y;
    const distance = layout.columnX.map((columnX) => Math.abs(columnX - x));
    const column = distance.indexOf(Math.min(...distance));
    const place = layout.nodes.filter((other) => other.id !== node.id && other.column === column && (other.bars[0]?.y ?? 0) < y).length;
    onPin?.(node.id, column, place);
  };
  return (
    <g class={`node-group${state}`} ref={group} onPointerDown={down} onPointerMove={move} onPointerUp={up}>
      {node.bars.map((bar, i) => (
        <>
          {bar.height < MARK && (
            <rect class="mark" x={bar.x} y={bar.y + bar.height / 2 - MARK / 2} width={bar.width} height={MARK} aria-hidden="true" />
          )}
          <rect
            class="node"
            x={round(bar.x)}
            y={round(bar.y)}
            width={bar.width}
            height={round(bar.height)}
            data-id={node.id}
            data-value={bar.value}
            data-unit={bar.unit}
            {...(i === 0
              ? { ...item, role: 'img', 'aria-label': name }
              : {
                  onClick: item.onClick,
                  onDblClick: item.onDblClick,
                  onPointerEnter: item.onPointerEnter,
                  onPointerLeave: item.onPointerLeave,
                  'aria-hidden': 'true',
                })}
          />
        </>
      ))}
    </g>
  );
}

const round = (value: number): number => Math.round(value * 1000) / 1000;
