// Rows that follow from digging whole trenches, and that a programme which may dig half a trench would forget: with them its answer is close to
// what any network can be worth.
import type { NetworkProblem } from './problem.ts';

/** One row of a programme: terms whose sum stays at or under 0, or is 0. */
export type LinkingRow = { readonly terms: readonly (readonly [number, string])[]; readonly is: '<= 0' | '= 0' };

/** Variables of the programme that these rows speak of. */
export type LinkingNames = {
  /** Trench `e` of size `k`; source used at all; heat of a source and a customer in a period, kW. */
  readonly trench: (e: number, k: number) => string;
  readonly source: (i: number) => string;
  readonly taken: (i: number, p: number) => string;
  readonly delivered: (j: number, p: number) => string;
};

/**
 * The year's heat of each customer on its way: `F` MWh through each trench, either way, and `S` MWh from each source. A trench of a size passes no more of
 * a customer's heat than that size carries of it hour by hour, a source that is not used gives nobody anything.
 */
export function linkingRows(problem: NetworkProblem, sizes: readonly number[], names: LinkingNames): readonly LinkingRow[] {
  const { hours, edges, sources, customers, places } = problem;
  const year = (most: (p: number) => number): number => hours.reduce((sum, own, p) => sum + (own * most(p)) / 1000, 0);
  const rows: LinkingRow[] = [];
  const passes = (j: number, e: number, way: 0 | 1): string => `F${j}_${e}_${way}`;
  const gives = (i: number, j: number): string => `S${i}_${j}`;
  customers.forEach((customer, j) => {
    const carried = sizes.map((k) => [k, year((p) => Math.min(customer.need[p] ?? 0, problem.sizes[k]?.capacity ?? 0))] as const);
    edges.forEach((_, e) => {
      rows.push({
        terms: [[1, passes(j, e, 0)], [1, passes(j, e, 1)], ...carried.map(([k, mwh]) => [-mwh, names.trench(e, k)] as const)],
        is: '<= 0',
      });
    });
    sources.forEach((source, i) => {
      const most = year((p) => Math.min(customer.need[p] ?? 0, source.available[p] ?? 0));
      rows.push({ terms: [[1, gives(i, j)], [-most, names.source(i)]], is: '<= 0' }); // prettier-ignore
    });
    places.forEach((__, place) => {
      const terms = [
        ...edges.flatMap(({ a, b }, e): [number, string][] =>
          a === place
            ? [[-1, passes(j, e, 0)], [1, passes(j, e, 1)]] // prettier-ignore
            : b === place
              ? [[1, passes(j, e, 0)], [-1, passes(j, e, 1)]] // prettier-ignore
              : [],
        ),
        ...sources.flatMap((source, i): [number, string][] => (source.place === place ? [[1, gives(i, j)]] : [])),
        ...(customer.place === place ? hours.map((own, p): [number, string] => [-own / 1000, names.delivered(j, p)]) : []),
      ];
      if (terms.length > 0) rows.push({ terms, is: '= 0' });
    });
  });
  sources.forEach((_, i) => {
    rows.push({
      terms: [
        ...customers.map((__, j): [number, string] => [1, gives(i, j)]),
        ...hours.map((own, p): [number, string] => [-own / 1000, names.taken(i, p)]),
      ],
      is: '= 0',
    });
  });
  return rows;
}
