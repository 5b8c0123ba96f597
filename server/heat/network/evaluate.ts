// What is a given set of trenches worth? Each tree of trenches runs for itself; the cheapest source serves whom heat is worth most.
import type { NetworkChoice, NetworkOutcome, NetworkProblem } from './problem.ts';
import { forestOf, wayBetween, type Forest } from './trees.ts';

/** kW by period of sources, customers and edges, row after row: the search asks thousands of times. */
type Books = { readonly flows: Float64Array; readonly taken: Float64Array; readonly delivered: Float64Array };

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

/**
 * `sized`: trenches keep the size that the choice names and carry no more; else each gets the smallest that carries its flow. A trench without
 * flow, a source that gives nothing and a customer that gets nothing cost nothing. Throws RangeError where trenches close a circle.
 */
export function evaluate(problem: NetworkProblem, choice: NetworkChoice, { sized }: { readonly sized: boolean }): NetworkOutcome {
  const periods = problem.hours.length;
  const forest = forestOf(problem, choice.trenches.keys());
  const books: Books = {
    flows: new Float64Array(problem.edges.length * periods),
    taken: new Float64Array(problem.sources.length * periods),
    delivered: new Float64Array(problem.customers.length * periods),
  };
  dispatch(problem, forest, choice, sized, books);
  if (!sized) carry(problem, forest, books);
  return settle(problem, choice, sized, books);
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
function carry(problem: NetworkProblem, forest: Forest, { flows, taken, delivered }: Books): void {
  const periods = problem.hours.length;
  const enters = new Float64Array(problem.places.length * periods);
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

/** Sizes, the money of a year, and the books as rows of those who have any. */
function settle(problem: NetworkProblem, choice: NetworkChoice, sized: boolean, books: Books): NetworkOutcome {
  const periods = problem.hours.length;
  let value = 0;
  const rowsOf = (
    book: Float64Array,
    rows: Iterable<number>,
    each: (row: number, mwh: number, most: number) => void,
  ): Map<number, readonly number[]> => {
    const kept = new Map<number, readonly number[]>();
    for (const row of rows) {
      let mwh = 0;
      let most = 0;
      const months: number[] = [];
      for (let p = 0; p < periods; p++) {
        const kilowatts = book[row * periods + p] ?? 0;
        months.push(kilowatts);
        mwh += (kilowatts * (problem.hours[p] ?? 0)) / 1000;
        most = Math.max(most, Math.abs(kilowatts));
      }
      if (most <= STILL) continue;
      kept.set(row, months);
      each(row, mwh, most);
    }
    return kept;
  };
  const taken = rowsOf(books.taken, problem.sources.keys(), (i, mwh) => {
    value -= mwh * (problem.sources[i]?.cost ?? 0) + (problem.sources[i]?.fixed ?? 0);
  });
  const delivered = rowsOf(books.delivered, problem.customers.keys(), (j, mwh) => {
    value += mwh * (problem.customers[j]?.worth ?? 0) - (problem.customers[j]?.fixed ?? 0);
  });
  const trenches = new Map<number, number>();
  const dug = [...choice.trenches.keys()].sort((x, y) => x - y);
  const flows = rowsOf(books.flows, dug, (edge, _, most) => {
    const fits = problem.sizes.findIndex((size) => size.capacity >= most * (1 - 1e-12));
    const size = (sized ? choice.trenches.get(edge) : undefined) ?? (fits < 0 ? problem.sizes.length - 1 : fits);
    trenches.set(edge, size);
    value -= (problem.edges[edge]?.metres ?? 0) * (problem.sizes[size]?.perMetre ?? 0);
  });
  return { value, trenches, flows, taken, delivered };
}
