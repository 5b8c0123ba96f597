// The best heat network for a set of sources and customers, with its figures.
import type { Sample } from '../../domain/sample.ts';
import type { HeatRules } from '../parameters.ts';
import { boundOf } from './bound.ts';
import { networkLp, readColumns, type SolveMilp } from './milp.ts';
import { prepareNetwork, type NetworkWish, type Prepared } from './prepare.ts';
import { reportNetwork, type Chosen, type HeatNetwork } from './report.ts';
import { searchNetwork, type Found } from './search.ts';

/** Ids of participants that somebody switched off. */
export type Off = ReadonlySet<string>;

function search({ problem, sources, customers }: Prepared, off: Off, p: HeatRules): Found {
  const indexes = (all: readonly { readonly participant: { readonly id: string } }[]): ReadonlySet<number> =>
    new Set(all.flatMap((one, i) => (off.has(one.participant.id) ? [i] : [])));
  return searchNetwork(
    problem,
    { exchangeUpTo: p.value('network.exchange.places') },
    { sourcesOff: indexes(sources), customersOff: indexes(customers) },
  );
}

/** By the heuristic alone: at once, with a gap that any other choice keeps. */
export function planNetwork(wish: NetworkWish, off: Off, sample: Sample, p: HeatRules): HeatNetwork {
  const prepared = prepareNetwork(wish, p);
  return report(prepared, heuristic(prepared, search(prepared, off, p)), wish, off, sample, p);
}

const heuristic = (prepared: Prepared, found: Found): Chosen => ({ ...found, optimal: false, bound: boundOf(prepared.problem) });

/** Whom somebody switched off is told as that, whatever else might be said of it. */
function report(prepared: Prepared, chosen: Chosen, wish: NetworkWish, off: Off, sample: Sample, p: HeatRules): HeatNetwork {
  const network = reportNetwork(prepared, chosen, wish.ground, sample, p);
  const roles = { source: wish.sources, customer: wish.customers } as const;
  const switchedOff = (['source', 'customer'] as const).flatMap((role) =>
    roles[role].flatMap(({ id, company }) =>
      off.has(id) ? [{ who: id, company, role, why: { code: 'network.switchedOff' as const, values: {} } }] : [],
    ),
  );
  return { ...network, dropped: [...switchedOff, ...network.dropped.filter((one) => !off.has(one.who))] };
}

/** Beside the heuristic the solver, where the case is small enough; it never sits in a request. The better of the two, and how far it may be off. */
export async function proveNetwork(wish: NetworkWish, off: Off, sample: Sample, p: HeatRules, solve: SolveMilp): Promise<HeatNetwork> {
  const without = {
    ...wish,
    sources: wish.sources.filter((one) => !off.has(one.id)),
    customers: wish.customers.filter((one) => !off.has(one.id)),
  };
  const prepared = prepareNetwork(without, p);
  const found = search(prepared, off, p);
  const first = heuristic(prepared, found);
  if (
    prepared.problem.places.length > p.value('network.proof.places') ||
    prepared.problem.sources.length === 0 ||
    prepared.problem.customers.length === 0
  )
    return report(prepared, first, wish, off, sample, p);
  const solved = await solve(networkLp(prepared.problem));
  if (solved.status === 'failed') return report(prepared, first, wish, off, sample, p);
  const outcome = readColumns(prepared.problem, solved.columns);
  const solver: Chosen = {
    outcome,
    choice: found.choice,
    optimal: solved.status === 'optimal',
    bound: Math.min(first.bound, Math.max(solved.bound, outcome.value)),
  };
  // Equal in value to the solver's: the heuristic's own trees are kept, so that proving changes nothing that need not change.
  const close = found.outcome.value >= outcome.value * (1 - 1e-6);
  const chosen = close ? { ...first, optimal: solver.optimal, bound: Math.max(solver.bound, found.outcome.value) } : solver;
  return report(prepared, chosen, wish, off, sample, p);
}
