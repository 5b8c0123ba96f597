// Which trenches pay? Growing from the best first connection, pruning from whole trees, then exchanging trenches and stepping pipes down.
import { evaluate, worthOf } from './evaluate.ts';
import { NOTHING, type NetworkChoice, type NetworkOutcome, type NetworkProblem } from './problem.ts';
import { circleOf, spanningTree } from './trees.ts';
import { shortestWays, type Ways } from './ways.ts';

export type Found = { readonly choice: NetworkChoice; readonly outcome: NetworkOutcome };

export type SearchEffort = {
  /** Places up to which trenches are exchanged one for another; beyond, growing and pruning must do (a click must be answered at once). */
  readonly exchangeUpTo: number;
  /** Places up to which every source is tried as the middle of a star; beyond, the largest ones, and none where `from` is at hand. */
  readonly starsUpTo?: number;
  /** Trenches of a network that was good before somebody was switched off: tried beside the others. */
  readonly from?: Iterable<number>;
};

/** Whom somebody switched off: never brought back by the search. */
export type SwitchedOff = Pick<NetworkChoice, 'sourcesOff' | 'customersOff'>;
const NOBODY: SwitchedOff = { sourcesOff: new Set(), customersOff: new Set() };

/** A choice that has not been worked out yet, and how it is to be. */
type Idea = { readonly choice: NetworkChoice; readonly sized: boolean };

/** A gain below this share of what is there is rounding, not a gain: the search then ends on every machine at the same place. */
const betters = (value: number, than: number): boolean => value > than + 1e-9 * (1 + Math.abs(than));
const better = (one: Found, other: Found): boolean => betters(one.outcome.value, other.outcome.value);
function best(founds: Iterable<Found>, start: Found): Found {
  let found = start;
  for (const one of founds) if (better(one, found)) found = one;
  return found;
}

/** The best choice found; the same problem gives the same choice. Trenches of the outcome form trees. */
export function searchNetwork(problem: NetworkProblem, effort: SearchEffort, off: SwitchedOff = NOBODY): Found {
  const search = createSearch(problem, off);
  const ways = shortestWays(problem);
  const start = search.dig(search.nothing, []);
  const large = problem.places.length > (effort.starsUpTo ?? Number.POSITIVE_INFINITY);
  const known = effort.from === undefined ? [] : [effort.from];
  const grown = large && known.length > 0 ? start : search.grow(start, ways);
  const middles = large ? (known.length > 0 ? [] : largestSources(problem)) : problem.sources;
  const whole = [spanningTree(problem), ...middles.map((source) => starOf(problem, ways, source.place)), ...known];
  const trees = [grown, ...whole.map((edges) => search.dig(start, edges))].map((one) => search.prune(one));
  let found = best(distinct([grown, ...trees]).map(search.stepDown), start);
  if (problem.places.length > effort.exchangeUpTo) return found;
  for (;;) {
    const next = best(
      distinct(search.mostPromising(search.otherThan(found)).map(search.prune)).map((one) => search.stepDown(one)),
      found,
    );
    if (next === found) return found;
    found = next;
  }
}

/** How many exchanges are followed to their end in each round: those whose first step looks best. */
const FOLLOWED = 10;

/** Pruning often ends at the same network from several sides: the first of each is enough. */
function distinct(founds: readonly Found[]): Found[] {
  const keys = new Set<string>();
  return founds.filter(({ choice, outcome }) => {
    const list = (all: Iterable<number>): string => [...all].sort((x, y) => x - y).join(' ');
    const key = [outcome.trenches.keys(), choice.sourcesOff, choice.customersOff].map(list).join('|');
    if (keys.has(key)) return false;
    keys.add(key);
    return true;
  });
}

/** Sources tried as the middle of a star where there are too many places to try all. */
const LARGEST = 6;
const largestSources = ({ sources, hours }: NetworkProblem): readonly NetworkProblem['sources'][number][] => {
  const year = ({ available }: NetworkProblem['sources'][number]): number =>
    available.reduce((sum, one, p) => sum + one * (hours[p] ?? 0), 0);
  return sources.toSorted((x, y) => year(y) - year(x) || (x.id < y.id ? -1 : 1)).slice(0, LARGEST);
};

/** Shortest ways from one place to every customer and source: a tree, since each place is reached by one of them. */
const starOf = (problem: NetworkProblem, ways: Ways, from: number): ReadonlySet<number> =>
  new Set([...problem.customers, ...problem.sources].flatMap((one) => ways.between(from, one.place) ?? []));

const without = <One>(all: Iterable<One>, one: One): One[] => [...all].filter((other) => other !== one);
const used = ({ outcome }: Found): number[] => [...outcome.trenches.keys()];

function createSearch(problem: NetworkProblem, off: SwitchedOff) {
  const workOut = ({ choice, sized }: Idea): Found => ({ choice, outcome: evaluate(problem, choice, { sized }) });
  const nothing: Found = { choice: { ...off, trenches: new Map() }, outcome: NOTHING };
  const digging = (from: Found, edges: Iterable<number>): Idea => ({
    choice: { ...from.choice, trenches: new Map(Array.from(edges, (edge) => [edge, 0] as const)) },
    sized: false,
  });
  const dig = (from: Found, edges: Iterable<number>): Found => workOut(digging(from, edges));
  const worth = ({ choice, sized }: Idea): number => worthOf(problem, choice, { sized });

  /** The best of many ideas, or what there is where none is better; only the winner is worked out in full. */
  function bestOf(ideas: Iterable<Idea>, start: Found): Found {
    let value = start.outcome.value;
    let winner: Idea | null = null;
    for (const idea of ideas) {
      const other = worth(idea);
      if (betters(other, value)) [value, winner] = [other, idea];
    }
    return winner === null ? start : workOut(winner);
  }
  const mostPromising = (ideas: Iterable<Idea>): Found[] =>
    Array.from(ideas, (idea) => ({ idea, value: worth(idea) }))
      .sort((x, y) => y.value - x.value)
      .slice(0, FOLLOWED)
      .map(({ idea }) => workOut(idea));

  /** Connects one place after another by its shortest way, the one that adds most first, also at a loss; keeps the best state on the way. */
  function grow(start: Found, ways: Ways): Found {
    const roles = [...new Set([...problem.sources, ...problem.customers].map((one) => one.place))].sort((x, y) => x - y);
    const reached = new Set<number>();
    let state = start;
    let top = start;
    while (reached.size < roles.length) {
      let chosen: { readonly idea: Idea; readonly places: readonly number[]; readonly value: number } | null = null;
      for (const step of nextSteps(state, roles, reached, ways)) {
        const value = worth(step.idea);
        if (chosen === null || betters(value, chosen.value)) chosen = { ...step, value };
      }
      if (chosen === null) break;
      state = workOut(chosen.idea);
      for (const edge of state.choice.trenches.keys()) for (const place of placesOf(edge)) reached.add(place);
      for (const place of chosen.places) reached.add(place);
      if (better(state, top)) top = state;
    }
    return top;
  }
  const placesOf = (edge: number): readonly number[] => [problem.edges[edge]?.a ?? -1, problem.edges[edge]?.b ?? -1];
  function* nextSteps(
    state: Found,
    roles: readonly number[],
    reached: ReadonlySet<number>,
    ways: Ways,
  ): Generator<{ idea: Idea; places: readonly number[] }> {
    if (reached.size > 0) {
      for (const place of roles) {
        const way = reached.has(place) ? null : ways.toAny(place, reached);
        if (way !== null) yield { idea: digging(state, new Set([...state.choice.trenches.keys(), ...way])), places: [place] };
      }
      return;
    }
    for (const source of new Set(problem.sources.map((one) => one.place)))
      for (const place of roles) {
        const way = place === source ? null : ways.between(source, place);
        if (way !== null) yield { idea: digging(state, way), places: [source, place] };
      }
  }

  /** Leaves out, one at a time, the trench, source or customer whose absence helps most. */
  function prune(from: Found): Found {
    let found = bestOf([digging(from, used(from))], from);
    for (;;) {
      const next = bestOf(lessOf(found), found);
      if (next === found) return found;
      found = next;
    }
  }
  function* lessOf(here: Found): Generator<Idea> {
    const { choice, outcome } = here;
    for (const edge of used(here)) yield digging(here, without(used(here), edge));
    for (const i of outcome.taken.keys()) yield { choice: { ...choice, sourcesOff: new Set([...choice.sourcesOff, i]) }, sized: false };
    for (const j of outcome.delivered.keys())
      yield { choice: { ...choice, customersOff: new Set([...choice.customersOff, j]) }, sized: false };
  }

  /** Adds a trench and takes out another (of the circle, where it closes one), or none; or takes a left-out source or customer back. */
  function* otherThan(from: Found): Generator<Idea> {
    const now = new Set(used(from));
    for (let edge = 0; edge < problem.edges.length; edge++) {
      if (now.has(edge)) continue;
      const circle = circleOf(problem, now, edge);
      if (circle === null) yield digging(from, [...now, edge]);
      for (const out of circle ?? now) yield digging(from, [...without(now, out), edge]);
    }
    yield* back(from.choice, false);
  }
  function* back(choice: NetworkChoice, sized: boolean): Generator<Idea> {
    for (const i of choice.sourcesOff)
      if (!off.sourcesOff.has(i)) yield { choice: { ...choice, sourcesOff: new Set(without(choice.sourcesOff, i)) }, sized };
    for (const j of choice.customersOff)
      if (!off.customersOff.has(j)) yield { choice: { ...choice, customersOff: new Set(without(choice.customersOff, j)) }, sized };
  }

  /**
   * A pipe one size smaller saves its trench and gives up the coldest hours; room that is left in the pipes may serve somebody for whom nobody
   * would lay a larger one. Each is done where it helps.
   */
  function stepDown(from: Found): Found {
    const asLaid = ({ choice, outcome }: Found): Found => ({ choice: { ...choice, trenches: outcome.trenches }, outcome });
    let found = asLaid(from);
    for (;;) {
      const next = bestOf(smallerThan(found), found);
      if (next === found) return found;
      found = asLaid(next);
    }
  }
  function* smallerThan({ choice, outcome }: Found): Generator<Idea> {
    for (const [edge, size] of choice.trenches)
      if (size > 0) yield { choice: { ...choice, trenches: new Map([...choice.trenches, [edge, size - 1]]) }, sized: true };
    for (const j of outcome.delivered.keys())
      yield { choice: { ...choice, customersOff: new Set([...choice.customersOff, j]) }, sized: true };
    yield* back(choice, true);
  }

  return { nothing, dig, grow, prune, otherThan, mostPromising, stepDown };
}
