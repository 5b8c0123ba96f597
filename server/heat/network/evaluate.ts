// What is a given set of trenches worth? Each tree of trenches runs for itself; the cheapest source serves whom heat is worth most.
import type { NetworkChoice, NetworkOutcome, NetworkProblem } from './problem.ts';
import { forestOf, wayBetween, type Forest } from './trees.ts';

/** kW by period of sources, customers and edges, row after row: the search asks thousands of times, so each problem has one set of them. */
type Books = {
  readonly flows: Float64Array;
  readonly taken: Float64Array;
  readonly delivered: Float64Array;
  /** What enters the trenches at each place. */
  readonly enters: Float64Array;
};
const shelves = new WeakMap<NetworkProblem, Books>();
function emptyBooks(problem: NetworkProblem): Books {
  const known = shelves.get(problem);
  if (known !== undefined) {
    for (const book of [known.flows, known.taken, known.delivered, known.enters]) book.fill(0);
    return known;
  }
  const rows = (count: number): Float64Array => new Float64Array(count * problem.hours.length);
  const books: Books = {
    flows: rows(problem.edges.length),
    taken: rows(problem.sources.length),
    delivered: rows(problem.customers.length),
    enters: rows(problem.places.length),
  };
  shelves.set(problem, books);
  return books;
}

/** Flows below this, kW, are rounding. */
const STILL = 1e-9;

/** Sources from the cheapest, customers from whom heat is worth most, ties in the order of the problem; worked out once. */
type Merit = { readonly sources: readonly number[]; readonly customers: readonly number[] };
const merits = new WeakMap<NetworkProblem, Merit>();
function meritOf(problem: NetworkProblem): Merit {
  const known = merits.get(problem);
  if (known !== undefined) return known;
  const { sources, customers } = problem;
  const merit: Merit = {
    sources: sources.map((_, i) => i).sort((x, y) => (sources[x]?.cost ?? 0) - (sources[y]?.cost ?? 0) || x - y),
    customers: customers.map((_, j) => j).sort((x, y) => (customers[y]?.worth ?? 0) - (customers[x]?.worth ?? 0) || x - y),
  };
  merits.set(problem, merit);
  return merit;
}

type How = { readonly sized: boolean };

/**
 * `sized`: trenches keep the size that the choice names and carry no more; else each gets the smallest that carries its flow. A trench without
 * flow, a source that gives nothing and a customer that gets nothing cost nothing. Throws RangeError where trenches close a circle.
 */
export function evaluate(problem: NetworkProblem, choice: NetworkChoice, { sized }: How): NetworkOutcome {
  const books = booksOf(problem, choice, sized);
  const periods = problem.hours.length;
  const rowsOf = (book: Float64Array, rows: Iterable<number>): Map<number, readonly number[]> =>
    new Map(
      [...rows].flatMap((row) =>
        mostOf(book, row, periods) > STILL ? [[row, [...book.subarray(row * periods, (row + 1) * periods)]] as const] : [],
      ),
    );
  const flows = rowsOf(
    books.flows,
    [...choice.trenches.keys()].sort((x, y) => x - y),
  );
  return {
    value: settle(problem, choice, sized, books),
    trenches: new Map([...flows.keys()].map((edge) => [edge, sizeOf(problem, choice, sized, edge, mostOf(books.flows, edge, periods))])),
    flows,
    taken: rowsOf(books.taken, problem.sources.keys()),
    delivered: rowsOf(books.delivered, problem.customers.keys()),
  };
}

/** The same value without its rows, for those who compare many choices. */
export const worthOf = (problem: NetworkProblem, choice: NetworkChoice, { sized }: How): number =>
  settle(problem, choice, sized, booksOf(problem, choice, sized));

function booksOf(problem: NetworkProblem, choice: NetworkChoice, sized: boolean): Books {
  const forest = forestOf(problem, choice.trenches.keys());
  const books = emptyBooks(problem);
  dispatch(problem, forest, choice, sized, books);
  if (!sized) carry(problem, forest, books);
  return books;
}

/** Each period in merit order: as long as heat is worth more at the next customer than it costs at the next source of its tree. */
function dispatch(
  problem: NetworkProblem,
  forest: Forest,
  choice: NetworkChoice,
  sized: boolean,
  { flows, taken, delivered }: Books,
): void {
  const periods = problem.hours.length;
  const merit = meritOf(problem);
  const empty = new Uint8Array(problem.sources.length);
  for (const j of merit.customers) {
    const customer = problem.customers[j];
    if (customer === undefined || choice.customersOff.has(j)) continue;
    const tree = forest.tree[customer.place];
    for (const i of merit.sources) {
      const source = problem.sources[i];
      if (source === undefined || customer.worth <= source.cost) break;
      if (empty[i] === 1 || forest.tree[source.place] !== tree || choice.sourcesOff.has(i)) continue;
      let [lacks, has] = [false, false];
      const way = sized ? wayBetween(problem, forest, source.place, customer.place) : [];
      for (let p = 0; p < periods; p++) {
        const unmet = (customer.need[p] ?? 0) - (delivered[j * periods + p] ?? 0);
        const spare = (source.available[p] ?? 0) - (taken[i * periods + p] ?? 0);
        let moved = Math.min(unmet, spare);
        for (const { edge, sign } of way) {
          const limit = problem.sizes[choice.trenches.get(edge) ?? 0]?.capacity ?? 0;
          moved = Math.min(moved, limit - sign * (flows[edge * periods + p] ?? 0));
        }
        lacks ||= unmet - Math.max(0, moved) > STILL;
        has ||= spare - Math.max(0, moved) > STILL;
        if (moved <= STILL) continue;
        for (const { edge, sign } of way) flows[edge * periods + p] = (flows[edge * periods + p] ?? 0) + sign * moved;
        taken[i * periods + p] = (taken[i * periods + p] ?? 0) + moved;
        delivered[j * periods + p] = (delivered[j * periods + p] ?? 0) + moved;
      }
      if (!has) empty[i] = 1;
      if (!lacks) break;
    }
  }
}

/** Flow on each edge from what enters and leaves beyond it. */
function carry(problem: NetworkProblem, forest: Forest, { flows, taken, delivered, enters }: Books): void {
  const periods = problem.hours.length;
  problem.sources.forEach(({ place }, i) => {
    for (let p = 0; p < periods; p++) enters[place * periods + p] = (enters[place * periods + p] ?? 0) + (taken[i * periods + p] ?? 0);
  });
  problem.customers.forEach(({ place }, j) => {
    for (let p = 0; p < periods; p++) enters[place * periods + p] = (enters[place * periods + p] ?? 0) - (delivered[j * periods + p] ?? 0);
  });
  for (let k = forest.order.length - 1; k >= 0; k--) {
    const place = forest.order[k] ?? 0;
    const edge = forest.by[place] ?? -1;
    if (edge < 0) continue;
    const above = forest.up[place] ?? 0;
    const sign = problem.edges[edge]?.a === place ? 1 : -1;
    for (let p = 0; p < periods; p++) {
      const upward = enters[place * periods + p] ?? 0;
      enters[above * periods + p] = (enters[above * periods + p] ?? 0) + upward;
      flows[edge * periods + p] = sign * upward;
    }
  }
}

function mostOf(book: Float64Array, row: number, periods: number): number {
  let most = 0;
  for (let at = row * periods; at < (row + 1) * periods; at++) most = Math.max(most, Math.abs(book[at] ?? 0));
  return most;
}

/** Index of the size that a trench has: the chosen one, or the smallest that carries its largest flow. */
function sizeOf(problem: NetworkProblem, choice: NetworkChoice, sized: boolean, edge: number, most: number): number {
  const chosen = sized ? choice.trenches.get(edge) : undefined;
  if (chosen !== undefined) return chosen;
  const { sizes } = problem;
  for (let k = 0; k < sizes.length; k++) if ((sizes[k]?.capacity ?? 0) >= most * (1 - 1e-12)) return k;
  return sizes.length - 1;
}

/** The money of a year: heat delivered, less heat taken, plants and trenches that are used. */
function settle(problem: NetworkProblem, choice: NetworkChoice, sized: boolean, { flows, taken, delivered }: Books): number {
  const { hours, sources, customers, edges, sizes } = problem;
  const periods = hours.length;
  const mwhOf = (book: Float64Array, row: number): number => {
    let mwh = 0;
    for (let p = 0; p < periods; p++) mwh += ((book[row * periods + p] ?? 0) * (hours[p] ?? 0)) / 1000;
    return mwh;
  };
  let value = 0;
  for (let i = 0; i < sources.length; i++)
    if (mostOf(taken, i, periods) > STILL) value -= mwhOf(taken, i) * (sources[i]?.cost ?? 0) + (sources[i]?.fixed ?? 0);
  for (let j = 0; j < customers.length; j++)
    if (mostOf(delivered, j, periods) > STILL) value += mwhOf(delivered, j) * (customers[j]?.worth ?? 0) - (customers[j]?.fixed ?? 0);
  for (let edge = 0; edge < edges.length; edge++) {
    if (!choice.trenches.has(edge)) continue;
    const most = mostOf(flows, edge, periods);
    if (most <= STILL) continue;
    value -= (edges[edge]?.metres ?? 0) * (sizes[sizeOf(problem, choice, sized, edge, most)]?.perMetre ?? 0);
  }
  return value;
}
