import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CellsHash } from '../../server/domain/cellsHash.ts';

const words = (cells: readonly string[]): string => {
  const hash = new CellsHash().reset();
  for (const cell of cells) hash.text(cell);
  return [hash.one, hash.two, hash.three, hash.four].join();
};

describe('the cells of a row as 128 bits', () => {
  it('are the same for the same cells, and others for others, wherever the letters stand', () => {
    const cells = fc.array(fc.string({ unit: fc.constantFrom('', 'a', 'b', '\u0000', 'å', '\u4e00', '1'), maxLength: 5 }), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(cells, cells, (one, other) => {
        expect(words(one) === words(other)).toBe(JSON.stringify(one) === JSON.stringify(other));
      }),
      { seed: 3, numRuns: 2_000 },
    );
  });

  it('differ in each lane by itself for rows that differ in one figure', () => {
    const lanes = [new Set<number>(), new Set<number>(), new Set<number>(), new Set<number>()];
    const hash = new CellsHash();
    for (let i = 0; i < 20_000; i++) {
      hash.reset().text('Rana Stål AS').text(String(i)).text('t/år').text('');
      [hash.one, hash.two, hash.three, hash.four].forEach((lane, at) => lanes[at]?.add(lane));
    }
    // By chance 0.05 of two hundred million pairs meet in 32 bits.
    for (const lane of lanes) expect(lane.size).toBeGreaterThan(20_000 - 5);
  });
});
