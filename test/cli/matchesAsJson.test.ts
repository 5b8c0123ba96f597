import { describe, expect, it } from 'vitest';
import { writeMatches } from '../../server/cli/matchesAsJson.ts';
import type { MatchShown } from '../../server/contract/matchAnswer.ts';

const aMatch = (at: number): MatchShown => ({
  surplus: `s${at}`,
  need: `n${at}`,
  score: 1 / (1 + at),
  tie: at,
  parts: [{ name: 'meaning', value: 0.5, weight: 1 }],
  rule: 'same',
  via: [],
  checks: [],
  volume: null,
  distance_km: at,
  nok_per_year: null,
  t_co2e_per_year: null,
  assumed: [],
  questions: [{ text: 'Hvor varmt er det, "ca." i °C?', flow: `s${at}`, field: 'temperature', worth_nok_per_year: null }],
});
const many = (count: number): MatchShown[] => Array.from({ length: count }, (_, at) => aMatch(at));

describe('matches written as they come', () => {
  it.each([
    [0, 0],
    [1, 0],
    [0, 2],
    [3, 3],
    [2000, 900],
  ])('make the text that %i matches and %i refused make at once', async (passed, no) => {
    const pieces: string[] = [];
    await writeMatches(many(passed).values(), many(no).values(), { out: (piece) => void pieces.push(piece) });
    expect(pieces.join('')).toBe(`${JSON.stringify({ matches: many(passed), refused: many(no) })}\n`);
  });

  it('never hold more than a piece of a long list, however slowly it is read', async () => {
    let written = 0;
    let [asked, told] = [0, 0];
    const matches = (function* (): Generator<MatchShown> {
      for (const match of many(2000)) {
        asked += JSON.stringify(match).length;
        expect(asked - told).toBeLessThan(100_000);
        yield match;
      }
    })();
    await writeMatches(matches, [], {
      out: (piece) => void (written += piece.length),
      drained: async () => {
        await Promise.resolve();
        told = written;
      },
    });
    told = written;
    expect(told).toBeGreaterThan(asked);
  });
});
