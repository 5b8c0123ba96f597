// What heat could a cluster's companies pass to each other, and which network would do it? (The command `heat`, the heat page.)
import type { DrawnRoute } from '../contract/drawnRoutes.ts';
import type { Language } from '../contract/errors.ts';
import type { HeatAnswer } from '../contract/heatAnswer.ts';
import type { Place } from '../domain/company.ts';
import type { Flow } from '../domain/flow.ts';
import { createSample } from '../domain/sample.ts';
import { clusterHeat, heatFlows, heatPairs, heatWithoutUse, type HeatFlow } from '../heat/clusterHeat.ts';
import { hourlyHeat } from '../heat/hourlyHeat.ts';
import { alongMetres } from '../heat/network/candidates.ts';
import type { SolveMilp } from '../heat/network/milp.ts';
import type { Participant } from '../heat/network/participants.ts';
import { networkGround, planNetwork, planOn, proveNetwork, type NetworkGround, type Off } from '../heat/network/planNetwork.ts';
import type { NetworkWish } from '../heat/network/prepare.ts';
import type { HeatNetwork } from '../heat/network/report.ts';
import type { HeatRows, HeatRules } from '../heat/parameters.ts';
import { placesOf, siteOf, type HeatCluster, type HeatNames } from './heatCluster.ts';
import { loadHeatKnowledge } from './heatKnowledge.ts';
import { hoursShown, networkShown, pairShown, remarksShown } from './heatShown.ts';

export type HeatAsk = { readonly network: boolean; readonly off: Off; readonly language: Language };

/** `solve` null: the network by the heuristic alone, as in a request. */
export async function heatOfCluster(
  cluster: HeatCluster,
  rows: HeatRows,
  names: HeatNames,
  ask: HeatAsk,
  solve: SolveMilp | null,
): Promise<HeatAnswer> {
  const figures = heatFigures(cluster, rows, names, ask.language);
  if (!ask.network) return figures;
  const { rules: p, heats } = loadHeatKnowledge(rows);
  const wish = wishOf(heatFlows(cluster.flows, heats, p), placesOf(cluster.companies), []);
  const network = solve === null ? planNetwork(wish, ask.off, SAMPLE, p) : await proveNetwork(wish, ask.off, SAMPLE, p, solve);
  return { ...figures, network: networkShown(network, names, ask.language) };
}

/** One sample for every figure, so that totals, differences and rankings agree. */
const SAMPLE = createSample();

/** All but the network, which is null. */
export function heatFigures({ flows, companies }: HeatCluster, rows: HeatRows, names: HeatNames, language: Language): HeatAnswer {
  const { rules: p, heats } = loadHeatKnowledge(rows);
  const heat = heatFlows(flows, heats, p);
  const cluster = clusterHeat(heat, p);
  const pairs = heatPairs(heat, placesOf(companies), p);
  const hourly = hourlyHeat(heat, pairs, p);
  const told = (which: 'assumed' | 'questions'): ReturnType<typeof remarksShown> =>
    remarksShown(
      heat.map((one) => ({ ...one, [which]: [...one[which], ...hourly.shifts[which].filter((remark) => remark.flow === one.flow.id)] })),
      which,
      names,
      language,
    );
  return {
    sharing_potential_kw: cluster.potential,
    through_loop_kw: cluster.potentialThroughLoop,
    months: cluster.months.map((month, i) => ({
      month: i + 1,
      hot_utility_alone_kw: month.alone,
      hot_utility_pooled_kw: month.pooled,
      cold_utility_pooled_kw: month.coldPooled,
      recovery_kw: month.recovery,
      sharing_potential_kw: month.potential,
      through_loop_kw: month.potentialThroughLoop,
    })),
    companies: Object.fromEntries(
      cluster.companies.map((one) => [
        names.company(one.company),
        { hot_utility_kw: one.hotUtility, cold_utility_kw: one.coldUtility, recovery_kw: one.recovery },
      ]),
    ),
    pairs: pairs.map((pair) => pairShown(pair, names)),
    hours: hoursShown(hourly, names),
    network: null,
    without_use: heatWithoutUse(heat, pairs, p).map(({ flow, mwhPerYear, supply, orc, absorption }) => ({
      flow: names.flow(flow),
      mwh_per_year: mwhPerYear,
      supply_c: supply,
      orc,
      absorption,
    })),
    assumed: told('assumed'),
    questions: told('questions'),
    problems: remarksShown(heat, 'problems', names, language),
  };
}

/** What the network is chosen from: flows without contradictions, and the routes that somebody drew. */
export function wishOf(heat: readonly HeatFlow[], placeOf: (flow: Flow) => Place | null, routes: readonly DrawnRoute[]): NetworkWish {
  const participants = (side: HeatFlow['side']): Participant[] =>
    heat
      .filter((one) => one.side === side && one.problems.length === 0)
      .map(({ flow, streams, existingNetwork }) => ({
        id: flow.id,
        company: flow.company,
        site: siteOf(flow),
        at: placeOf(flow),
        streams,
        existingNetwork,
        peakKw: null,
        price: null,
      }));
  const [sources, customers] = [participants('hot'), participants('cold')];
  const at = new Map([...sources, ...customers].map((one) => [one.site, one.at]));
  return {
    sources,
    customers,
    routes: routes.flatMap(({ from, to, via }) => {
      const metres = metresOf(at.get(from) ?? null, via, at.get(to) ?? null);
      return metres === null ? [] : [{ from, to, metres }];
    }),
    ground: 'terrain',
  };
}

/** Length of a drawn route as it runs, m: nothing is added for detours. Null where an end has no place. */
export const metresOf = (from: Place | null, via: readonly Place[], to: Place | null): number | null =>
  from === null || to === null ? null : alongMetres([from, ...via, to]);

/** The ground of a cluster's network, for many questions. */
export const groundOf = (cluster: HeatCluster, rows: HeatRows, routes: readonly DrawnRoute[]): NetworkGround => {
  const { rules: p, heats } = loadHeatKnowledge(rows);
  return networkGround(wishOf(heatFlows(cluster.flows, heats, p), placesOf(cluster.companies), routes), p);
};

export const networkOn = (ground: NetworkGround, off: Off, p: HeatRules): HeatNetwork => planOn(ground, off, null, SAMPLE, p);
