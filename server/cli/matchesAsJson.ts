// Matches as one JSON document, written as they come: those of a country are longer than a text can be.
import type { MatchShown } from '../contract/matchAnswer.ts';
import type { Surroundings } from './given.ts';

/** Characters that are written at once. */
const PIECE = 65_536;

/** The same text as `JSON.stringify({ matches, refused })` and a line's end. Waits for whoever reads it, so that little is held at a time. */
export async function writeMatches(
  matches: Iterable<MatchShown>,
  refused: Iterable<MatchShown>,
  { out, drained }: Pick<Surroundings, 'out' | 'drained'>,
): Promise<void> {
  let piece = '{"matches":[';
  const list = async (ones: Iterable<MatchShown>): Promise<void> => {
    let between = '';
    for (const one of ones) {
      piece += between + JSON.stringify(one);
      between = ',';
      if (piece.length < PIECE) continue;
      out(piece);
      piece = '';
      await drained?.();
    }
  };
  await list(matches);
  piece += '],"refused":[';
  await list(refused);
  out(`${piece}]}\n`);
}
