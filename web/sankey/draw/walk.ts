// Which node or link comes next under the arrow keys?
import type { SankeyLayout } from '../types.ts';

/** `n:` or `l:` and the id. */
export type ItemKey = string;
export const nodeKey = (id: string): ItemKey => `n:${id}`;
export const linkKey = (id: string): ItemKey => `l:${id}`;

/** All nodes and links as a reader meets them: columns from the left, nodes from the top, each node followed by what leaves it. */
export function readingOrder(layout: SankeyLayout): ItemKey[] {
  const leaving = Map.groupBy(layout.links, (link) => link.source);
  const nodes = layout.nodes.toSorted((a, b) => a.column - b.column || (a.bars[0]?.y ?? 0) - (b.bars[0]?.y ?? 0));
  return nodes.flatMap((node) => [
    nodeKey(node.id),
    ...(leaving.get(node.id) ?? []).toSorted((a, b) => a.sourceY - b.sourceY).map((link) => linkKey(link.id)),
  ]);
}

export type Walk = { readonly at: ItemKey; readonly seen: readonly ItemKey[] };

/**
 * Up and down go through everything in reading order. Right follows the flow: from a node into what leaves it, from a link to where it goes, and
 * where all there was seen on this walk, on to the next thing not seen; so either way meets everything. Left goes back, or upstream.
 */
export function step(layout: SankeyLayout, walk: Walk, key: string): Walk {
  const order = readingOrder(layout);
  const at = Math.max(0, order.indexOf(walk.at));
  const go = (index: number): Walk => ({ at: order[(index + order.length) % order.length] ?? walk.at, seen: [] });
  if (key === 'ArrowDown') return go(at + 1);
  if (key === 'ArrowUp') return go(at - 1);
  if (key === 'Home') return go(0);
  if (key === 'End') return go(order.length - 1);
  if (key === 'ArrowLeft') {
    const back = walk.seen.at(-1);
    if (back !== undefined) return { at: back, seen: walk.seen.slice(0, -1) };
    return { at: upstream(layout, walk.at) ?? order[(at - 1 + order.length) % order.length] ?? walk.at, seen: [] };
  }
  const seen = new Set([...walk.seen, walk.at]);
  const fresh = downstream(layout, walk.at).find((key) => !seen.has(key)) ?? order.find((key) => !seen.has(key));
  if (fresh === undefined) return go(0);
  return { at: fresh, seen: [...seen] };
}

function downstream(layout: SankeyLayout, key: ItemKey): ItemKey[] {
  if (key.startsWith('n:'))
    return layout.links
      .filter((link) => nodeKey(link.source) === key)
      .toSorted((a, b) => a.sourceY - b.sourceY)
      .map((link) => linkKey(link.id));
  return layout.links.filter((link) => linkKey(link.id) === key).map((link) => nodeKey(link.target));
}

function upstream(layout: SankeyLayout, key: ItemKey): ItemKey | undefined {
  if (key.startsWith('l:')) return layout.links.filter((link) => linkKey(link.id) === key).map((link) => nodeKey(link.source))[0];
  const into = layout.links.filter((link) => nodeKey(link.target) === key).toSorted((a, b) => b.width - a.width)[0];
  return into === undefined ? undefined : linkKey(into.id);
}

/** Everything up- and downstream of one node or link. */
export function wholePath(layout: SankeyLayout, key: ItemKey): ReadonlySet<ItemKey> {
  const found = new Set<ItemKey>([key]);
  const spread = (from: readonly string[], forward: boolean): void => {
    const queue = [...from];
    const seen = new Set(queue);
    for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
      found.add(nodeKey(id));
      for (const link of layout.links) {
        if ((forward ? link.source : link.target) !== id) continue;
        found.add(linkKey(link.id));
        const next = forward ? link.target : link.source;
        if (seen.has(next)) continue;
        seen.add(next);
        queue.push(next);
      }
    }
  };
  const link = layout.links.find((one) => linkKey(one.id) === key);
  const node = layout.nodes.find((one) => nodeKey(one.id) === key);
  if (link !== undefined) {
    spread([link.target], true);
    spread([link.source], false);
  }
  if (node !== undefined) {
    spread([node.id], true);
    spread([node.id], false);
  }
  return found;
}
