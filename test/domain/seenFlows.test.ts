import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CellsHash } from '../../server/domain/cellsHash.ts';
import { SeenFlows } from '../../server/domain/seenFlows.ts';
import { memoryShelf } from '../../server/domain/shelf.ts';

const hashed = (cells: number): CellsHash => new CellsHash().reset().text(String(cells));

type Row = { readonly key: number; readonly cells: number; readonly table: number };

/** The same, said with plain tables. */
function plainly(rows: readonly Row[]): unknown[] {
  const before: (Row & { readonly line: number })[] = [];
  return rows.map((row, i) => {
    const line = i + 2;
    const alike = before.filter(({ key }) => key === row.key);
    const same = alike.find(({ cells }) => cells === row.cells);
    const first = same ?? alike[0];
    if (same === undefined) before.push({ ...row, line });
    if (first === undefined) return null;
    return { line: first.table === row.table ? first.line : null, before: alike.length, repeat: same !== undefined };
  });
}

describe('flows seen before', () => {
  it('tells for any rows which repeat, which are alike, and to which line', () => {
    const keys = fc.constantFrom(0, 1, 2 ** 32, 2 ** 32 + 1, 2 ** 53 - 1, 4_096, 8_192, 2 ** 52 + 4_096);
    const row = fc.record({ key: keys, cells: fc.integer({ min: -2, max: 2 }), table: fc.integer({ min: 0, max: 2 }) });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 60 }), (rows) => {
        const seen = new SeenFlows();
        expect(rows.map(({ key, cells, table }, i) => seen.see(key, hashed(cells), i + 2, table))).toEqual(plainly(rows));
      }),
      { seed: 11 },
    );
  });

  it('tells the same when memory holds but a dozen and the others lie on a shelf', () => {
    const keys = fc.oneof(
      fc.integer({ min: 0, max: 40 }),
      fc.constantFrom(2 ** 32, 2 ** 53 - 1),
      fc.integer({ min: 1, max: 30 }).map((n) => n * 2 ** 32 + 7),
    );
    const row = fc.record({ key: keys, cells: fc.integer({ min: -2, max: 3 }), table: fc.integer({ min: 0, max: 2 }) });
    fc.assert(
      fc.property(fc.array(row, { minLength: 40, maxLength: 400 }), (rows) => {
        const seen = new SeenFlows(memoryShelf(), 16);
        expect(rows.map(({ key, cells, table }, i) => seen.see(key, hashed(cells), i + 2, table))).toEqual(plainly(rows));
      }),
      { seed: 12 },
    );
  });

  it('keeps every different row of a flow that fills the whole file, and leaves out each repeat', () => {
    const seen = new SeenFlows(memoryShelf(), 64);
    for (let i = 0; i < 1_000; i++) expect(seen.see(5, hashed(i), i, 0)).toEqual(i === 0 ? null : { line: 0, before: i, repeat: false });
    for (let i = 0; i < 1_000; i++) expect(seen.see(5, hashed(i), 2_000, 0)).toEqual({ line: i, before: 1_000, repeat: true });
  });

  it('finds what shares the lower half of its key with hundreds of others', () => {
    const seen = new SeenFlows(memoryShelf(), 512);
    for (let i = 0; i < 2_000; i++) expect(seen.see(i * 2 ** 32 + 9, hashed(i), i, 0)).toBe(null);
    for (let i = 0; i < 2_000; i++) expect(seen.see(i * 2 ** 32 + 9, hashed(i), 3_000, 0)?.line).toBe(i);
  });

  it('still knows every one of two hundred thousand', () => {
    const seen = new SeenFlows();
    const keyOf = (i: number): number => (i * 2_654_435_761 + 2 ** 33) % 2 ** 53;
    for (let i = 0; i < 200_000; i++) expect(seen.see(keyOf(i), hashed(i), i, 0) === null).toBe(true);
    for (let i = 0; i < 200_000; i += 997) expect(seen.see(keyOf(i), hashed(i), 200_000, 0)).toEqual({ line: i, before: 1, repeat: true });
  });
});
