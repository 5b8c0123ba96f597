// Of several equally good wholes, the one with the likelier matches, then the earlier ids: a second program over all that is as good.
import type { AllocationProblem } from './problem.ts';
import { columnName, lpText, type Program } from './program.ts';
import type { Solve, Solved } from './solve.ts';

/** Prices nearer to 0 than this are 0: where a tie is drawn. */
const ZERO = 1e-7;
/** How much the order of ids counts beside scores, which are 0..1. */
const BY_ID = 1e-3;

/**
 * The optimal face, told by the prices of the first program: rows with a price are used up, columns that lose at these prices stay empty. Null
 * where the first answer is the only one, or the second program failed.
 */
export async function tieBroken(
  problem: AllocationProblem,
  program: Program,
  duals: readonly number[],
  solve: Solve,
): Promise<Solved | null> {
  const { arcs, columns } = problem;
  const cost = new Map<string, number>();
  program.rows.forEach(({ terms }, at) => {
    for (const { name, times } of terms) cost.set(name, (cost.get(name) ?? 0) + times * (duals[at] ?? 0));
  });
  const level = new Set(program.objective.filter(({ name, times }) => times - (cost.get(name) ?? 0) >= -ZERO).map(({ name }) => name));
  const rows = program.rows.flatMap((row, at) => {
    const terms = row.terms.filter(({ name }) => level.has(name));
    const priced = Math.abs(duals[at] ?? 0) > ZERO;
    return terms.length === 0 ? [] : [{ ...row, terms, sense: priced ? ('=' as const) : row.sense }];
  });
  // As many columns as rows that are used up leave nothing to choose.
  if (level.size === 0 || level.size <= rows.filter(({ sense }) => sense === '=').length) return null;
  const objective = columns.flatMap(({ arc }, at) => {
    const name = columnName(at);
    return level.has(name) ? [{ name, times: (arcs[arc]?.match.score ?? 0) + BY_ID / (1 + arc) }] : [];
  });
  const solved = await solve(lpText({ objective, rows, binaries: [], scale: 1 }));
  return solved.status === 'optimal' ? solved : null;
}
