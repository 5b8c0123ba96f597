// HiGHS for tests of the network: LP text in, columns and bound out.
import type { SolveMilp } from '../../../server/heat/network/milp.ts';

type Answer = {
  readonly Status: string;
  readonly ObjectiveValue: number;
  readonly Columns: Readonly<Record<string, { readonly Primal: number }>>;
};
type Highs = { readonly solve: (lp: string, options: Readonly<Record<string, boolean | number>>) => Answer };

/** The package's types describe its CommonJS half; what Node imports is a function. */
export async function loadSolver(): Promise<SolveMilp> {
  const { default: start }: { readonly default: unknown } = await import('highs');
  if (typeof start !== 'function') throw new TypeError('the package highs gives no function to start it with');
  const highs = (await start()) as Highs;
  return async (lp) => {
    const { Status, ObjectiveValue, Columns } = highs.solve(lp, { output_flag: false, mip_rel_gap: 1e-7 });
    if (Status !== 'Optimal') return { status: 'failed', told: Status };
    return {
      status: 'optimal',
      bound: ObjectiveValue,
      columns: new Map(Object.entries(Columns).map(([name, { Primal }]) => [name, Primal])),
    };
  };
}
