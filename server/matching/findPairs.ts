// The pairs worth looking at: of each surplus its best needs.
import type { Candidate } from './candidates.ts';
import { takes } from './candidates.ts';
import type { FlowView } from './flowView.ts';
import type { MatchKnowledge } from './knowledge.ts';
import { cellOf, searchTiles, tileNeeds, type Room } from './needTiles.ts';

/**
 * How many candidates each surplus gets, and how far it looks: the fewer surpluses there are, the more; in a cluster as far as there are needs, over a
 * country within the farthest that is searched.
 */
export const roomFor = (surpluses: number, { settings }: MatchKnowledge): Room => ({
  most: Math.max(settings['candidates.fewest'], Math.floor(settings['candidates.budget'] / Math.max(1, surpluses))),
  farthest: surpluses > settings['candidates.wide'] ? settings['candidates.farthest'] : Infinity,
});

/** One list a surplus, best first, in the order of the surpluses. @param views in the order of their ids */
export function findPairs(views: readonly FlowView[], knowledge: MatchKnowledge, internal: boolean): Candidate[][] {
  const surpluses = views.filter((view) => view.gives);
  const tiles = tileNeeds(
    views.filter(({ flow }) => takes(flow)),
    knowledge,
  );
  const room = roomFor(surpluses.length, knowledge);
  const lists: Candidate[][] = surpluses.map(() => []);
  // Neighbours one after the other go over the same tiles, which then lie near at hand in memory: the answer is the same in any order.
  const order = [...surpluses.keys()].sort((a, b) => cellOf(surpluses[a]?.place ?? null) - cellOf(surpluses[b]?.place ?? null));
  for (const at of order) {
    const surplus = surpluses[at];
    if (surplus !== undefined) lists[at] = searchTiles(surplus, tiles, knowledge, internal, room);
  }
  return lists;
}
