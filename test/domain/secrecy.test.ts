import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSafe, rounded, totalsToTell } from '../../server/domain/secrecy.ts';
import type { FineCell, Part, SecrecyRules } from '../../server/domain/secrecy.ts';

const RULES: SecrecyRules = { leastOthers: 3, largestShare: 0.75, estimateWithin: 0.1, digits: 2 };
const parts = (...amounts: readonly number[]): Part[] => amounts.map((amount, at) => ({ party: `c${at}`, amount }));

describe('one total', () => {
  it('stands behind at least three others, whoever looks', () => {
    expect(isSafe(parts(10, 10, 10), RULES)).toBe(false);
    expect(isSafe(parts(10, 10, 10, 10), RULES)).toBe(true);
  });
  it('counts companies of one parent once', () => {
    expect(isSafe([...parts(10, 10, 10), { party: 'c0', amount: 10 }], RULES)).toBe(false);
  });
  it('counts nobody who adds nothing', () => {
    expect(isSafe(parts(10, 10, 10, 0), RULES)).toBe(false);
  });
  it('is not dominated by one', () => {
    expect(isSafe(parts(90, 5, 5, 5, 5), RULES)).toBe(false);
  });
  it('lets the second largest not come within a tenth of the largest', () => {
    expect(isSafe(parts(100, 90, 3, 3, 3), RULES)).toBe(false);
    expect(isSafe(parts(100, 90, 30, 30, 30), RULES)).toBe(true);
  });
  it('is not told where what is hidden of it is not safe once everybody has taken away what is open', () => {
    const open = parts(10, 10, 10, 10);
    expect(isSafe([...open, { party: 'h', amount: 12, hidden: true }], RULES)).toBe(false);
    expect(isSafe([...open, ...parts(9, 9, 9, 9).map((one) => ({ ...one, party: `h${one.party}`, hidden: true }))], RULES)).toBe(true);
  });
  it('is told in few digits', () => {
    expect(rounded(123_456, 2)).toBe(120_000);
    expect(rounded(0, 2)).toBe(0);
  });
});

const someParts = fc.array(fc.record({ party: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'), amount: fc.nat(1000) }), {
  maxLength: 10,
});
const someCells: fc.Arbitrary<FineCell[]> = fc.array(
  fc.record({
    family: fc.constantFrom('energy', 'mat'),
    group: fc.constantFrom('heat', 'wood', 'metal', 'bio'),
    column: fc.constantFrom('offered', 'asked'),
    parts: someParts,
  }),
  { maxLength: 12 },
);
const ofFamily = (cells: readonly FineCell[], family: string, column: string): FineCell[] =>
  cells.filter((cell) => cell.family === family && cell.column === column);

describe('a table of totals', () => {
  /** Groups are named under their family, so that no two families share a name. */
  const named = (cells: readonly FineCell[]): FineCell[] => cells.map((cell) => ({ ...cell, group: `${cell.family}.${cell.group}` }));

  it('tells no total that is not safe by itself', () => {
    fc.assert(
      fc.property(someCells, (raw) => {
        const cells = named(raw);
        for (const { row, column } of totalsToTell(cells, RULES)) {
          const behind = cells.filter((cell) => cell.column === column && (cell.group === row || cell.family === row));
          expect(
            isSafe(
              behind.flatMap((cell) => cell.parts),
              RULES,
            ),
          ).toBe(true);
        }
      }),
      { seed: 7 },
    );
  });

  it('lets no difference of what it tells be less safe than the rules', () => {
    fc.assert(
      fc.property(someCells, (raw) => {
        const cells = named(raw);
        const told = totalsToTell(cells, RULES);
        for (const family of ['energy', 'mat'])
          for (const column of ['offered', 'asked']) {
            if (!told.some((one) => one.row === family && one.column === column)) continue;
            const left = ofFamily(cells, family, column).filter(
              (cell) => !told.some((one) => one.row === cell.group && one.column === column),
            );
            const behind = left.flatMap((cell) => cell.parts).filter(({ amount }) => amount > 0);
            if (behind.length > 0) expect(isSafe(behind, RULES)).toBe(true);
          }
      }),
      { seed: 11, numRuns: 500 },
    );
  });

  it('answers for a hidden group exactly as for an empty one', () => {
    const shown = (hidden: readonly Part[]) =>
      totalsToTell(
        [
          { family: 'mat', group: 'mat.wood', column: 'offered', parts: parts(20, 30, 25, 25, 10) },
          { family: 'mat', group: 'mat.metal', column: 'offered', parts: hidden },
        ],
        RULES,
      ).map(({ row }) => row);
    expect(shown([])).toContain('mat.wood');
    expect(shown(parts(5)).filter((row) => row === 'mat.metal')).toEqual([]);
  });

  it('is the same whatever the order of its cells', () => {
    fc.assert(
      fc.property(someCells, fc.nat(), (raw, turn) => {
        const cells = named(raw);
        const at = cells.length === 0 ? 0 : turn % cells.length;
        expect(totalsToTell([...cells.slice(at), ...cells.slice(0, at)], RULES)).toEqual(totalsToTell(cells, RULES));
      }),
      { seed: 3 },
    );
  });
});
