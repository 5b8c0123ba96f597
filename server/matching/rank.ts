// Which neighbours in a ranked list cannot be told apart.
import type { Match } from '../domain/match.ts';
import type { Explained } from './explainPair.ts';

/**
 * Numbers the ties of matches that come sorted best first, one at a time. A match joins the tie above it when its likely gain lies inside the range
 * of that tie's first; where either gain is unknown only an equal score ties.
 */
export function countTies(): (match: Explained) => number {
  let tie = 0;
  let first: Explained | null = null;
  return (match) => {
    if (first === null || !joins(match, first)) {
      tie += 1;
      first = match;
    }
    return tie;
  };
}

export function numberTies(sorted: readonly Explained[]): Match[] {
  const tieOf = countTies();
  return sorted.map((match) => ({ ...match, tie: tieOf(match) }));
}

function joins(match: Explained, first: Explained): boolean {
  const likely = match.nokPerYear?.likely ?? null;
  const range = first.nokPerYear;
  if (likely === null || range === null) return match.score === first.score;
  return likely >= range.low && (range.high === null || likely <= range.high);
}
