// A solver of linear and mixed-integer programs, as allocation sees it: handed in, so that this part knows no package.

/** `limit`: stopped at its limit of nodes with a feasible answer; `failed`: nothing to be trusted. */
export type Solved =
  | {
      readonly status: 'optimal' | 'limit';
      readonly columns: ReadonlyMap<string, number>;
      readonly duals: readonly number[];
      readonly bound: number;
    }
  | { readonly status: 'failed'; readonly told: string };

/**
 * Maximises a program told in CPLEX LP text. `duals` are those of the rows in the order of the text, what the objective gains where the right-hand
 * side grows by one; empty where the program has integers. `bound` is what no answer can be above.
 */
export type Solve = (lpText: string) => Promise<Solved>;
