// Allocation's solver in a thread of its own: the answering thread goes on answering while it works.
import type { Solve } from '../../matching/allocate/solve.ts';
import { solveApart } from '../heatSolver.ts';

export const solveAllocation: Solve = async (lpText) => {
  const solved = await solveApart(lpText);
  if (solved.status !== 'failed') return { ...solved, duals: solved.duals ?? [] };
  return 'told' in solved ? solved : { status: 'failed', told: '' };
};
