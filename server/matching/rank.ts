// Best first, and which neighbours cannot be told apart.
import type { Match } from '../domain/match.ts';

type Unranked = Omit<Match, 'tie'>;

const before = (a: Unranked, b: Unranked): number =>
  b.score - a.score || (a.surplus < b.surplus ? -1 : a.surplus > b.surplus ? 1 : a.need < b.need ? -1 : a.need > b.need ? 1 : 0);

/**
 * Sorted by score, equal scores by flow ids. A match joins the tie above it when its likely gain lies inside the range of that tie's first; where
 * either gain is unknown only an equal score ties.
 */
export function rank(matches: readonly Unranked[]): Match[] {
  let tie = 0;
  let first: Unranked | null = null;
  return [...matches].sort(before).map((match) => {
    if (first === null || !joins(match, first)) {
      tie += 1;
      first = match;
    }
    return { ...match, tie };
  });
}

function joins(match: Unranked, first: Unranked): boolean {
  const likely = match.nokPerYear?.likely ?? null;
  const range = first.nokPerYear;
  if (likely === null || range === null) return match.score === first.score;
  return likely >= range.low && (range.high === null || likely <= range.high);
}
