import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SeenFlows } from '../../server/domain/seenFlows.ts';

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
        expect(rows.map(({ key, cells, table }, i) => seen.see(key, cells, i + 2, table))).toEqual(plainly(rows));
      }),
      { seed: 11 },
    );
  });

  it('still knows every one of a hundred thousand', () => {
    const seen = new SeenFlows();
    const keyOf = (i: number): number => (i * 2_654_435_761 + 2 ** 33) % 2 ** 53;
    for (let i = 0; i < 100_000; i++) expect(seen.see(keyOf(i), i, i, 0) === null).toBe(true);
    for (let i = 0; i < 100_000; i += 997) expect(seen.see(keyOf(i), i, 200_000, 0)).toEqual({ line: i, before: 1, repeat: true });
  });
});
