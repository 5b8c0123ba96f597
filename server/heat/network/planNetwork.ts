// The best heat network for a set of sources and customers, with its figures.
import type { Sample } from '../../domain/sample.ts';
import type { HeatRules } from '../parameters.ts';
import { boundOf } from './bound.ts';
import { networkLp, readColumns, type SolveMilp } from './milp.ts';
import { prepareNetwork, type NetworkWish, type Prepared } from './prepare.ts';
import { boundWithout, relaxedBound, type RelaxedBound } from './relaxed.ts';
import { reportNetwork, type Chosen, type HeatNetwork } from './report.ts';
import { searchNetwork, type Found, type SwitchedOff } from './search.ts';

/** Ids of participants that somebody switched off. */
export type Off = ReadonlySet<string>;

/** What is worked out once for a wish, so that each switch of a source or a customer is answered at once. */
export type NetworkGround = { readonly wish: NetworkWish; readonly prepared: Prepared; readonly whole: Found };

/** The ground of a wish: its problem, and the best network with everybody on. */
export function networkGround(wish: NetworkWish, p: HeatRules): NetworkGround {
  const prepared = prepareNetwork(wish, p);
  return {
    wish,
    prepared,
    whole: searchNetwork(prepared.problem, { exchangeUpTo: p.value('network.exchange.places'), starsUpTo: p.value('network.star.places') }),
  };
}

const switchedOff = ({ sources, customers }: Prepared, off: Off): SwitchedOff => {
  const indexes = (all: readonly { readonly participant: { readonly id: string } }[]): ReadonlySet<number> =>
    new Set(all.flatMap((one, i) => (off.has(one.participant.id) ? [i] : [])));
  return { sourcesOff: indexes(sources), customersOff: indexes(customers) };
};

/** By the heuristic alone: at once, with a gap that any other choice keeps. `relaxed`: the bound of a solver where one is at hand. */
export function planOn(
  { wish, prepared, whole }: NetworkGround,
  off: Off,
  relaxed: RelaxedBound | null,
  sample: Sample,
  p: HeatRules,
): HeatNetwork {
  const without = switchedOff(prepared, off);
  const nobody = without.sourcesOff.size + without.customersOff.size === 0;
  const found = nobody
    ? whole
    : searchNetwork(
        prepared.problem,
        { exchangeUpTo: p.value('network.click.places'), starsUpTo: p.value('network.star.places'), from: whole.outcome.trenches.keys() },
        without,
      );
  const quick = boundOf(prepared.problem, without);
  const bound = relaxed === null ? quick : Math.min(quick, boundWithout(relaxed, without));
  return report(prepared, heuristic(found, bound), wish, off, sample, p);
}

/** The same for a wish that is asked once. */
export const planNetwork = (wish: NetworkWish, off: Off, sample: Sample, p: HeatRules): HeatNetwork =>
  planOn(networkGround(wish, p), off, null, sample, p);

const heuristic = (found: Found, bound: number): Chosen => ({ ...found, optimal: false, bound: Math.max(bound, found.outcome.value) });

/** Whom somebody switched off is told as that, whatever else might be said of it. */
function report(prepared: Prepared, chosen: Chosen, wish: NetworkWish, off: Off, sample: Sample, p: HeatRules): HeatNetwork {
  const network = reportNetwork(prepared, chosen, wish.ground, sample, p);
  const roles = { source: wish.sources, customer: wish.customers } as const;
  const left = (['source', 'customer'] as const).flatMap((role) =>
    roles[role].flatMap(({ id, company }) =>
      off.has(id) ? [{ who: id, company, role, why: { code: 'network.switchedOff' as const, values: {} } }] : [],
    ),
  );
  return { ...network, dropped: [...left, ...network.dropped.filter((one) => !off.has(one.who))] };
}

/**
 * Beside the heuristic the solver; it never sits in a request. Small enough cases are proved: the better of the two is told. Larger ones get the bound
 * of the relaxed programme, larger still that of the heuristic.
 */
export async function proveNetwork(wish: NetworkWish, off: Off, sample: Sample, p: HeatRules, solve: SolveMilp): Promise<HeatNetwork> {
  const without = {
    ...wish,
    sources: wish.sources.filter((one) => !off.has(one.id)),
    customers: wish.customers.filter((one) => !off.has(one.id)),
  };
  const ground = networkGround(without, p);
  const { prepared, whole: found } = ground;
  const { problem } = prepared;
  const first = heuristic(found, boundOf(problem));
  const tell = (chosen: Chosen): HeatNetwork => report(prepared, chosen, wish, off, sample, p);
  if (problem.places.length > p.value('network.bound.places') || problem.sources.length === 0 || problem.customers.length === 0)
    return tell(first);
  if (problem.places.length > p.value('network.proof.places')) {
    const relaxed = await relaxedBound(problem, solve);
    return tell(relaxed === null ? first : heuristic(found, Math.min(first.bound, relaxed.value)));
  }
  const solved = await solve(networkLp(problem));
  if (solved.status === 'failed') return tell(first);
  const outcome = readColumns(problem, solved.columns);
  const solver: Chosen = {
    outcome,
    choice: found.choice,
    optimal: solved.status === 'optimal',
    bound: Math.min(first.bound, Math.max(solved.bound, outcome.value)),
  };
  // Equal in value to the solver's: the heuristic's own trees are kept, so that proving changes nothing that need not change.
  const close = found.outcome.value >= outcome.value * (1 - 1e-6);
  return tell(close ? { ...first, optimal: solver.optimal, bound: Math.max(solver.bound, found.outcome.value) } : solver);
}
