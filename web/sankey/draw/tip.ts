// The full words of a node or link, and where beside it they are shown.
import type { Language, SankeyLayout } from '../types.ts';
import { linkName, nodeName } from './names.ts';
import { linkKey, nodeKey } from './walk.ts';
import type { ItemKey } from './walk.ts';

/** Widest tip, px, as in the style sheet. */
const WIDEST = 270;
/** Above this height there is no room for it: it goes below. */
const ROOM_ABOVE = 70;

export function tipOf(
  layout: SankeyLayout,
  key: ItemKey,
  language: Language,
): { readonly text: string; readonly x: number; readonly y: number } | null {
  const keep = (x: number): number => Math.max(4, Math.min(layout.width - WIDEST, x));
  const above = (y: number, below: number): number => (y > ROOM_ABOVE ? y : below + ROOM_ABOVE + 16);
  const link = layout.links.find((one) => linkKey(one.id) === key);
  if (link !== undefined) {
    const [top, bottom] = [Math.min(link.sourceY, link.targetY), Math.max(link.sourceY, link.targetY)];
    return {
      text: linkName(link, language),
      x: keep((link.sourceX + link.targetX - WIDEST) / 2),
      y: above(top - link.width / 2, bottom + link.width / 2),
    };
  }
  const node = layout.nodes.find((one) => nodeKey(one.id) === key);
  const [first, last] = [node?.bars[0], node?.bars.at(-1)];
  if (node === undefined || first === undefined || last === undefined) return null;
  return { text: nodeName(node, layout.stubs, language), x: keep(first.x - WIDEST / 2), y: above(first.y, last.y + last.height) };
}
