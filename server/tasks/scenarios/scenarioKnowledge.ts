// The price levers of data/levers.csv, read once, and matching's knowledge with levers moved, kept for the last few positions.
import { leversFrom, withLevers } from '../../matching/scenario/levers.ts';
import type { Lever } from '../../matching/scenario/levers.ts';
import type { MatchKnowledge } from '../../matching/knowledge.ts';
import { loadRows } from '../../reference/loadRows.ts';
import { knowledge } from '../knowledge.ts';
import { matchKnowledge } from '../matchCluster.ts';

let known: readonly Lever[] | null = null;
/** Throws where a row is broken. */
export const levers = (): readonly Lever[] => (known ??= leversFrom(loadRows('levers.csv'), knowledge().reference.factors));

const KEPT = 8;
const moved = new Map<string, MatchKnowledge>();
export function movedKnowledge(at: ReadonlyMap<string, number>): MatchKnowledge {
  const key = JSON.stringify([...at].toSorted(([a], [b]) => (a < b ? -1 : 1)));
  const before = moved.get(key);
  if (before !== undefined) return before;
  const made = withLevers(matchKnowledge().knowledge, levers(), at);
  moved.set(key, made);
  const oldest = moved.keys().next();
  if (moved.size > KEPT && !oldest.done) moved.delete(oldest.value);
  return made;
}
