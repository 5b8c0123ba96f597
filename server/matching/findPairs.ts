// The pairs worth looking at: of each surplus its best needs.
import type { Candidate } from './candidates.ts';
import { takes } from './candidates.ts';
import type { FlowView } from './flowView.ts';
import type { MatchKnowledge } from './knowledge.ts';
import { searchTiles, tileNeeds } from './needTiles.ts';

/** How many candidates each surplus gets: the fewer surpluses there are, the more. */
export const mostFor = (surpluses: number, { settings }: MatchKnowledge): number =>
  Math.max(settings['candidates.fewest'], Math.floor(settings['candidates.budget'] / Math.max(1, surpluses)));

/** One list a surplus, best first, in the order of the surpluses. @param views in the order of their ids */
export function findPairs(views: readonly FlowView[], knowledge: MatchKnowledge, internal: boolean): Candidate[][] {
  const surpluses = views.filter((view) => view.gives);
  const tiles = tileNeeds(
    views.filter(({ flow }) => takes(flow)),
    knowledge,
  );
  const most = mostFor(surpluses.length, knowledge);
  return surpluses.map((surplus) => searchTiles(surplus, tiles, knowledge, internal, most));
}
