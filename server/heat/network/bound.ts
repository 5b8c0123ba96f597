// The most that any network could be worth: without a solver, so that a gap can be stated at once.
import type { NetworkChoice, NetworkProblem } from './problem.ts';

const NOBODY = { sourcesOff: new Set<number>(), customersOff: new Set<number>() };

/**
 * NOK a year that no choice can exceed: every customer gets the cheapest heat there is, and pays for half of the cheapest trench at its door
 * (each trench has two doors) unless a source stands at the same place.
 */
export function boundOf(problem: NetworkProblem, off: Pick<NetworkChoice, 'sourcesOff' | 'customersOff'> = NOBODY): number {
  const sources = problem.sources.filter((_, i) => !off.sourcesOff.has(i));
  const cheapest = Math.min(...sources.map((one) => one.cost));
  const smallest = Math.min(...problem.sizes.map((size) => size.perMetre));
  const ownSource = new Set(sources.map((one) => one.place));
  const byPlace = Map.groupBy(
    problem.customers.filter((_, j) => !off.customersOff.has(j)),
    (one) => one.place,
  );
  let bound = 0;
  for (const [place, customers] of byPlace) {
    const gains = customers.map(({ worth, need, fixed }) =>
      Math.max(
        0,
        need.reduce((sum, kilowatts, p) => sum + (kilowatts * (problem.hours[p] ?? 0)) / 1000, 0) * Math.max(0, worth - cheapest) - fixed,
      ),
    );
    const doors = problem.edges.filter(({ a, b }) => a === place || b === place).map((edge) => edge.metres);
    const door = ownSource.has(place) ? 0 : doors.length === 0 ? Number.POSITIVE_INFINITY : (Math.min(...doors) * smallest) / 2;
    bound += Math.max(0, gains.reduce((sum, gain) => sum + gain, 0) - door);
  }
  return bound;
}
