// What is a given set of trenches worth? Each tree of trenches runs for itself; the cheapest source serves whom heat is worth most.
import type { NetworkChoice, NetworkOutcome, NetworkProblem } from './problem.ts';
import { treesOf, wayBetween, type Leg, type Tree } from './trees.ts';

/** kW by period of sources, customers and edges; grown while a network is worked out. */
type Ledger = Map<number, number[]>;
type Books = {
  value: number;
  readonly trenches: Map<number, number>;
  readonly flows: Ledger;
  readonly taken: Ledger;
  readonly delivered: Ledger;
};

/** Flows below this, kW, are rounding. */
const STILL = 1e-9;

/**
 * `sized`: trenches keep the size that the choice names and carry no more; else each gets the smallest that carries its flow. A trench without
 * flow, a source that gives nothing and a customer that gets nothing cost nothing.
 */
export function evaluate(problem: NetworkProblem, choice: NetworkChoice, { sized }: { readonly sized: boolean }): NetworkOutcome {
  const books: Books = { value: 0, trenches: new Map(), flows: new Map(), taken: new Map(), delivered: new Map() };
  const limitOf = sized ? (edge: number): number => problem.sizes[choice.trenches.get(edge) ?? 0]?.capacity ?? 0 : null;
  for (const tree of treesOf(problem, choice.trenches.keys())) {
    const sources = problem.sources
      .flatMap((one, i) => (tree.stepAt.has(one.place) && !choice.sourcesOff.has(i) ? [{ ...one, index: i }] : []))
      .sort((x, y) => x.cost - y.cost || x.index - y.index);
    const customers = problem.customers
      .flatMap((one, i) => (tree.stepAt.has(one.place) && !choice.customersOff.has(i) ? [{ ...one, index: i }] : []))
      .sort((x, y) => y.worth - x.worth || x.index - y.index);
    if (sources.length === 0 || customers.length === 0) continue;
    for (let period = 0; period < problem.hours.length; period++) {
      dispatch(problem, tree, { sources, customers, period, limitOf }, books);
      if (limitOf === null) carry(problem, tree, { sources, customers, period }, books);
    }
    settle(problem, tree, { sources, customers }, sized ? choice.trenches : null, books);
  }
  return books;
}

type Placed = { readonly index: number; readonly place: number; readonly fixed: number };
type Sources = readonly (Placed & { readonly cost: number; readonly available: readonly number[] })[];
type Customers = readonly (Placed & { readonly worth: number; readonly need: readonly number[] })[];

function post(ledger: Ledger, key: number, period: number, amount: number, periods: number): void {
  const known = ledger.get(key);
  if (known === undefined)
    ledger.set(
      key,
      Array.from({ length: periods }, (_, i) => (i === period ? amount : 0)),
    );
  else known[period] = (known[period] ?? 0) + amount;
}

/** One period in merit order: as long as heat is worth more at the next customer than it costs at the next source. */
function dispatch(
  problem: NetworkProblem,
  tree: Tree,
  {
    sources,
    customers,
    period,
    limitOf,
  }: { sources: Sources; customers: Customers; period: number; limitOf: ((edge: number) => number) | null },
  books: Books,
): void {
  const periods = problem.hours.length;
  const left = sources.map((source) => source.available[period] ?? 0);
  for (const customer of customers) {
    let wants = customer.need[period] ?? 0;
    for (const [k, source] of sources.entries()) {
      if (wants <= STILL || customer.worth <= source.cost) break;
      const has = left[k] ?? 0;
      if (has <= STILL) continue;
      const way = limitOf === null ? [] : wayBetween(problem, tree, source.place, customer.place);
      const room = limitOf === null ? Number.POSITIVE_INFINITY : roomOn(way, period, limitOf, books);
      const moved = Math.min(wants, has, room);
      if (moved <= STILL) continue;
      wants -= moved;
      left[k] = has - moved;
      for (const { edge, sign } of way) post(books.flows, edge, period, sign * moved, periods);
      post(books.taken, source.index, period, moved, periods);
      post(books.delivered, customer.index, period, moved, periods);
    }
  }
}

const roomOn = (way: readonly Leg[], period: number, limitOf: (edge: number) => number, books: Books): number =>
  way.reduce(
    (least, { edge, sign }) => Math.min(least, limitOf(edge) - sign * (books.flows.get(edge)?.[period] ?? 0)),
    Number.POSITIVE_INFINITY,
  );

/** Flow on each edge from what enters and leaves beyond it. */
function carry(
  problem: NetworkProblem,
  tree: Tree,
  { sources, customers, period }: { sources: Sources; customers: Customers; period: number },
  books: Books,
): void {
  const enters = new Map<number, number>();
  const put = (place: number, amount: number): void => void enters.set(place, (enters.get(place) ?? 0) + amount);
  for (const { index, place } of sources) put(place, books.taken.get(index)?.[period] ?? 0);
  for (const { index, place } of customers) put(place, -(books.delivered.get(index)?.[period] ?? 0));
  for (let k = tree.steps.length - 1; k > 0; k--) {
    const step = tree.steps[k];
    if (step === undefined) continue;
    const upward = enters.get(step.place) ?? 0;
    if (Math.abs(upward) <= STILL) continue;
    put(step.up, upward);
    post(books.flows, step.edge, period, problem.edges[step.edge]?.a === step.place ? upward : -upward, problem.hours.length);
  }
}

/** Sizes, and the money of a year. */
function settle(
  problem: NetworkProblem,
  tree: Tree,
  { sources, customers }: { sources: Sources; customers: Customers },
  sizes: ReadonlyMap<number, number> | null,
  books: Books,
): void {
  const year = (kilowatts: readonly number[] | undefined): number =>
    (kilowatts ?? []).reduce((sum, one, period) => sum + (one * (problem.hours[period] ?? 0)) / 1000, 0);
  for (const { index, cost, fixed } of sources) if (books.taken.has(index)) books.value -= year(books.taken.get(index)) * cost + fixed;
  for (const { index, worth, fixed } of customers)
    if (books.delivered.has(index)) books.value += year(books.delivered.get(index)) * worth - fixed;
  for (const { edge } of tree.steps) {
    const flow = books.flows.get(edge);
    const most = flow === undefined ? 0 : Math.max(...flow.map(Math.abs));
    if (edge < 0 || most <= STILL) continue;
    const fits = problem.sizes.findIndex((size) => size.capacity >= most * (1 - 1e-12));
    const size = sizes?.get(edge) ?? (fits < 0 ? problem.sizes.length - 1 : fits);
    books.trenches.set(edge, size);
    books.value -= (problem.edges[edge]?.metres ?? 0) * (problem.sizes[size]?.perMetre ?? 0);
  }
}
