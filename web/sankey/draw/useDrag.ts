// Dragging a bar pins its node's column and place.
import { useRef } from 'preact/hooks';
import type { SankeyLayout } from '../types.ts';

/** A click that shakes by less is still a click, px. */
const SHAKE = 6;

export type OnPin = (id: string, column: number, place: number) => void;

type Drag = { readonly id: string; readonly x: number; readonly y: number; readonly group: Element; moved: boolean };

/** Handlers for the svg; a drag that moved swallows the click that follows. */
export function useDrag(layout: SankeyLayout, onPin: OnPin | undefined) {
  const drag = useRef<Drag | null>(null);
  const swallow = useRef(false);
  return {
    swallowed: (): boolean => {
      const was = swallow.current;
      swallow.current = false;
      return was;
    },
    down: (event: PointerEvent): void => {
      swallow.current = false;
      const { target } = event;
      if (onPin === undefined || event.button !== 0 || event.pointerType === 'touch' || !(target instanceof SVGRectElement)) return;
      const group = target.closest('[data-group]');
      const id = target.getAttribute('data-id');
      if (group === null || id === null) return;
      drag.current = { id, x: event.clientX, y: event.clientY, group, moved: false };
      target.setPointerCapture(event.pointerId);
    },
    move: (event: PointerEvent): void => {
      const held = drag.current;
      if (held === null) return;
      const [dx, dy] = [event.clientX - held.x, event.clientY - held.y];
      if (Math.hypot(dx, dy) > SHAKE) held.moved = true;
      if (held.moved) held.group.setAttribute('transform', `translate(${dx} ${dy})`);
    },
    up: (event: PointerEvent): void => {
      const held = drag.current;
      drag.current = null;
      held?.group.removeAttribute('transform');
      const bar = layout.nodes.find((node) => node.id === held?.id)?.bars[0];
      if (held === null || !held.moved || bar === undefined) return;
      swallow.current = true;
      const [x, y] = [bar.x + event.clientX - held.x, bar.y + event.clientY - held.y];
      const distance = layout.columnX.map((columnX) => Math.abs(columnX - x));
      const column = distance.indexOf(Math.min(...distance));
      onPin?.(held.id, column, placeIn(layout, held.id, column, y));
    },
    cancel: (): void => {
      drag.current?.group.removeAttribute('transform');
      drag.current = null;
    },
  };
}

/** Rank that a node would have at height y among the others of a column. */
export const placeIn = (layout: SankeyLayout, id: string, column: number, y: number): number =>
  layout.nodes.filter((other) => other.id !== id && other.column === column && (other.bars[0]?.y ?? 0) < y).length;
