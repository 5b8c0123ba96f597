// The network as a mixed-integer programme in LP text, for a solver that is handed in, and its answer read back.
import { linkingRows } from './linking.ts';
import type { NetworkOutcome, NetworkProblem } from './problem.ts';

/**
 * What a solver that is handed in must say: `limit` is a feasible answer at its limit of nodes; `bound` is what no answer can be above; `duals` what one
 * more of each row's right side is worth, row by row (of a programme without whole numbers).
 */
export type MilpAnswer =
  | {
      readonly status: 'optimal' | 'limit';
      readonly columns: ReadonlyMap<string, number>;
      readonly bound: number;
      readonly duals?: readonly number[];
    }
  | { readonly status: 'failed' };
export type SolveMilp = (lpText: string) => Promise<MilpAnswer | { readonly status: 'failed'; readonly told: string }>;

const term = (coefficient: number, name: string): string => `${coefficient < 0 ? '-' : '+'} ${Math.abs(coefficient)} ${name}`;
/** LP lines may not grow without end: some readers stop at 510 characters. */
const wrapped = (terms: readonly string[]): string => terms.map((one, i) => (i > 0 && i % 8 === 0 ? `\n ${one}` : one)).join(' ');

/** Sizes beyond the first that carries all there is are never worth more. */
export function usefulSizes(problem: NetworkProblem): readonly number[] {
  const most = Math.max(
    0,
    ...problem.hours.map((_, period) =>
      Math.min(
        problem.sources.reduce((sum, one) => sum + (one.available[period] ?? 0), 0),
        problem.customers.reduce((sum, one) => sum + (one.need[period] ?? 0), 0),
      ),
    ),
  );
  const enough = problem.sizes.findIndex((size) => size.capacity >= most);
  return problem.sizes.flatMap((_, i) => (enough < 0 || i <= enough ? [i] : []));
}

/**
 * Variables: `y` trench and size, `f` flow by period, `s` and `d` heat taken and delivered, `x` and `z` source and customer used at all. Trees
 * need no rule of their own: a second way to the same place only costs. `relaxed`: trenches, sources and customers may be taken in part, which is
 * solved at once and bounds what any network can be worth; its first rows say that each source, then each customer, is there once.
 */
export function networkLp(problem: NetworkProblem, { relaxed = false }: { readonly relaxed?: boolean } = {}): string {
  const sizes = usefulSizes(problem);
  const periods = problem.hours.map((_, p) => p);
  const objective: string[] = [];
  const rows: string[] = relaxed ? [...problem.sources.map((_, i) => `x${i} <= 1`), ...problem.customers.map((_, j) => `z${j} <= 1`)] : [];
  const free: string[] = [];
  const binary: string[] = [];
  const balance = new Map<string, string[]>();
  const put = (place: number, p: number, one: string): void =>
    void balance.set(`${place}_${p}`, [...(balance.get(`${place}_${p}`) ?? []), one]);
  const mwh = (p: number): number => (problem.hours[p] ?? 0) / 1000;

  problem.sources.forEach((one, i) => {
    binary.push(`x${i}`);
    if (one.fixed > 0) objective.push(term(-one.fixed, `x${i}`));
    for (const p of periods) {
      objective.push(term(-one.cost * mwh(p), `s${i}_${p}`));
      rows.push(`s${i}_${p} ${term(-(one.available[p] ?? 0), `x${i}`)} <= 0`);
      put(one.place, p, `+ s${i}_${p}`);
    }
  });
  problem.customers.forEach((one, j) => {
    binary.push(`z${j}`);
    if (one.fixed > 0) objective.push(term(-one.fixed, `z${j}`));
    for (const p of periods) {
      objective.push(term(one.worth * mwh(p), `d${j}_${p}`));
      rows.push(`d${j}_${p} ${term(-(one.need[p] ?? 0), `z${j}`)} <= 0`);
      put(one.place, p, `- d${j}_${p}`);
    }
  });
  problem.edges.forEach(({ a, b, metres }, e) => {
    const names = sizes.map((k) => `y${e}_${k}`);
    binary.push(...names);
    sizes.forEach((k) => objective.push(term(-metres * (problem.sizes[k]?.perMetre ?? 0), `y${e}_${k}`)));
    rows.push(`${wrapped(names.map((name) => `+ ${name}`))} <= 1`);
    const carries = wrapped(sizes.map((k) => term(-(problem.sizes[k]?.capacity ?? 0), `y${e}_${k}`)));
    for (const p of periods) {
      free.push(`f${e}_${p} free`);
      rows.push(`f${e}_${p} ${carries} <= 0`, `- f${e}_${p} ${carries} <= 0`);
      put(a, p, `- f${e}_${p}`);
      put(b, p, `+ f${e}_${p}`);
    }
  });
  // Said again for the solver's sake: whoever is on a network, without the other side at the same place, has a trench at the door.
  const door = (place: number, user: string): void => {
    const near = problem.edges.flatMap(({ a, b }, e) => (a === place || b === place ? sizes.map((k) => `+ y${e}_${k}`) : []));
    rows.push(near.length === 0 ? `${user} <= 0` : `${wrapped(near)} - ${user} >= 0`);
  };
  const [sourcesAt, customersAt] = [new Set(problem.sources.map((one) => one.place)), new Set(problem.customers.map((one) => one.place))];
  problem.customers.forEach(({ place }, j) => void (sourcesAt.has(place) || door(place, `z${j}`)));
  problem.sources.forEach(({ place }, i) => void (customersAt.has(place) || door(place, `x${i}`)));
  for (const terms of balance.values()) rows.push(`${wrapped(terms)} = 0`);
  const names = {
    trench: (e: number, k: number) => `y${e}_${k}`,
    source: (i: number) => `x${i}`,
    taken: (i: number, period: number) => `s${i}_${period}`,
    delivered: (j: number, period: number) => `d${j}_${period}`,
  };
  for (const { terms, is } of linkingRows(problem, sizes, names))
    rows.push(`${wrapped(terms.map(([coefficient, name]) => term(coefficient, name)))} ${is}`);
  return [
    'Maximize',
    ` obj: ${wrapped(objective)}`,
    'Subject To',
    ...rows.map((row, i) => ` c${i}: ${row}`),
    'Bounds',
    ...free.map((one) => ` ${one}`),
    ...(relaxed ? [] : ['Binary', ...binary.map((one) => ` ${one}`)]),
    'End',
    '',
  ].join('\n');
}

/** NOK a year of what is taken, delivered and dug. */
export function valueOf(problem: NetworkProblem, { taken, delivered, trenches }: Omit<NetworkOutcome, 'value'>): number {
  const year = (kilowatts: readonly number[]): number => kilowatts.reduce((sum, one, p) => sum + (one * (problem.hours[p] ?? 0)) / 1000, 0);
  let value = 0;
  for (const [i, kilowatts] of taken) value -= year(kilowatts) * (problem.sources[i]?.cost ?? 0) + (problem.sources[i]?.fixed ?? 0);
  for (const [j, kilowatts] of delivered)
    value += year(kilowatts) * (problem.customers[j]?.worth ?? 0) - (problem.customers[j]?.fixed ?? 0);
  for (const [e, size] of trenches) value -= (problem.edges[e]?.metres ?? 0) * (problem.sizes[size]?.perMetre ?? 0);
  return value;
}

/** Flows that the solver leaves at its tolerance, kW, are none. */
const TOLERANCE = 1e-4;

/** The outcome that the solver's columns describe. */
export function readColumns(problem: NetworkProblem, columns: ReadonlyMap<string, number>): NetworkOutcome {
  const of = (name: string): number => columns.get(name) ?? 0;
  const kept = (count: number, name: (i: number, p: number) => string): Map<number, number[]> => {
    const rows = Array.from({ length: count }, (_, i): [number, number[]] => [i, problem.hours.map((__, p) => of(name(i, p)))]);
    return new Map(rows.filter(([, values]) => values.some((value) => Math.abs(value) > TOLERANCE)));
  };
  const flows = kept(problem.edges.length, (e, p) => `f${e}_${p}`);
  const sizes = usefulSizes(problem);
  const trenches = new Map(
    [...flows.keys()].flatMap((e) => sizes.flatMap((k): [number, number][] => (of(`y${e}_${k}`) > 0.5 ? [[e, k]] : []))),
  );
  const taken = kept(problem.sources.length, (i, p) => `s${i}_${p}`);
  const delivered = kept(problem.customers.length, (j, p) => `d${j}_${p}`);
  return { value: valueOf(problem, { trenches, flows, taken, delivered }), trenches, flows, taken, delivered };
}
