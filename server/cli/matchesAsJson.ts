// Matches as one JSON document, written as they come: those of a country are longer than a text can be.
import type { MatchShown } from '../contract/matchAnswer.ts';

/** Characters that are written at once. */
const PIECE = 65_536;

/** The same text as `JSON.stringify({ matches, refused })` and a line's end. */
export function writeMatches(matches: Iterable<MatchShown>, refused: Iterable<MatchShown>, out: (text: string) => void): void {
  let piece = '{"matches":[';
  const list = (ones: Iterable<MatchShown>): void => {
    let between = '';
    for (const one of ones) {
      piece += between + JSON.stringify(one);
      between = ',';
      if (piece.length < PIECE) continue;
      out(piece);
      piece = '';
    }
  };
  list(matches);
  piece += '],"refused":[';
  list(refused);
  out(`${piece}]}\n`);
}
