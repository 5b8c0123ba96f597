// HiGHS as the solver of allocation: one instance a thread, the same answer on every machine.
import loadHighs from 'highs';
import type { Solve, Solved } from '../matching/allocate/solve.ts';

// The package's types speak of its CommonJS form, where the loader lies under `default`; its module form is the loader itself.
const load = 'default' in loadHighs ? loadHighs.default : loadHighs;
let loaded: ReturnType<typeof load> | null = null;

/** Limits are by nodes and gap: a limit of time would make the answer depend on the machine. */
const OPTIONS = {
  output_flag: false,
  random_seed: 0,
  mip_rel_gap: 1e-7,
  mip_abs_gap: 1e-9,
  mip_max_nodes: 20_000,
  primal_feasibility_tolerance: 1e-9,
  dual_feasibility_tolerance: 1e-9,
} as const;

/** What HiGHS calls a primal solution that holds all limits. */
const FEASIBLE = 2;

export const solveWithHighs: Solve = async (lpText) => {
  const highs = await (loaded ??= load());
  return highs.withModel({ format: 'lp', data: lpText }, (model): Solved => {
    model.options.set(OPTIONS);
    model.run();
    const { modelStatus } = highs.constants;
    const status = model.getModelStatus();
    const limited = status === modelStatus.solutionLimit || status === modelStatus.iterationLimit;
    const usable = Number(model.info.get('primal_solution_status')) === FEASIBLE;
    if (!usable || !(status === modelStatus.optimal || limited)) return { status: 'failed', told: `model status ${status}` };
    const { colValue, rowDual } = model.getSolution();
    const integers = lpText.includes('\nBinary\n');
    const columns = new Map<string, number>();
    colValue.forEach((value, at) => columns.set(model.getColName(at), value));
    return {
      status: limited ? 'limit' : 'optimal',
      columns,
      duals: integers ? [] : [...rowDual],
      bound: integers ? Number(model.info.get('mip_dual_bound')) : model.getObjectiveValue(),
    };
  });
};
