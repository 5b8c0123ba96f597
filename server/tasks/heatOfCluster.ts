// What heat could a cluster's companies pass to each other, and which network would do it? (The command `heat`, the heat page.)
import { AppError } from '../domain/errors.ts';
import type { Company, Place } from '../domain/company.ts';
import type { Flow } from '../domain/flow.ts';
import { createSample } from '../domain/sample.ts';
import type { Viewer } from '../domain/viewer.ts';
import { clusterHeat, heatFlows, heatPairs, heatWithoutUse, type HeatFlow, type HeatPair, type UnusedHeat } from '../heat/clusterHeat.ts';
import type { SolveMilp } from '../heat/network/milp.ts';
import type { Participant } from '../heat/network/participants.ts';
import { planNetwork, proveNetwork, type Off } from '../heat/network/planNetwork.ts';
import type { NetworkWish } from '../heat/network/prepare.ts';
import { NETWORK_REASONS, type NetworkReason } from '../heat/network/reasons.ts';
import type { HeatNetwork, Spread } from '../heat/network/report.ts';
import type { HeatRows } from '../heat/parameters.ts';
import { HEAT_REMARKS, type HeatRemark } from '../heat/remarks.ts';
import type { Language } from '../contract/errors.ts';
import { classifyFlows } from './classifyFlows.ts';
import { heatSentence } from './heatSentence.ts';
import { loadHeatKnowledge } from './heatKnowledge.ts';
import { knowledge } from './knowledge.ts';
import type { StoreReader } from './open.ts';

export type HeatAsk = { readonly network: boolean; readonly off: Off; readonly language: Language };
/** Flow ids and companies as another tool or a person knows them. */
export type HeatNames = { readonly flow: (id: string) => string; readonly company: (id: string) => string };

type RemarkShown = { readonly text: string; readonly flow: string; readonly field: string; readonly factor: string | null };
export type PairShown = {
  readonly surplus: string;
  readonly need: string;
  readonly kind: HeatPair['verdict']['kind'];
  readonly because: HeatPair['verdict']['because'];
  readonly drop_k: number;
  readonly lift_k: number | null;
  readonly cop: {
    readonly low: number;
    readonly likely: number;
    readonly high: number;
    readonly source_c: number;
    readonly sink_c: number;
  } | null;
  readonly mwh_per_year: number;
  readonly share_of_need: number;
  readonly metres: number | null;
  readonly break_even_m: number;
  readonly change: {
    readonly for: 'direct' | 'heatPump';
    readonly kelvin: number;
    readonly need_at_c: number;
    readonly surplus_at_c: number | null;
  } | null;
};
export type NetworkShown = {
  readonly edges: readonly {
    readonly from: string;
    readonly to: string;
    readonly dn: number;
    readonly length_m: number;
    readonly loss_kw: number;
    readonly nok: number;
    readonly nok_range: Spread;
    readonly lines: number;
    readonly kw: number;
  }[];
  readonly sources: readonly {
    readonly flow: string;
    readonly company: string;
    readonly mwh_per_year: number;
    /** Mean of each month, January first. */
    readonly months_kw: readonly number[];
    readonly cop: number | null;
  }[];
  readonly customers: readonly {
    readonly flow: string;
    readonly company: string;
    readonly mwh_per_year: number;
    readonly months_kw: readonly number[];
    readonly break_even_m: number | null;
  }[];
  readonly dropped: readonly {
    readonly who: string;
    readonly company: string;
    readonly role: 'source' | 'customer';
    readonly why: string;
    readonly code: NetworkReason['code'];
  }[];
  readonly lcoh_nok_per_mwh: Spread | null;
  readonly nok_per_year: Spread;
  readonly capex_nok: Spread;
  readonly t_co2e_per_year: { readonly physical: number; readonly residual: number };
  readonly delivered_mwh: number;
  readonly loss_mwh: number;
  readonly electricity_mwh: number;
  readonly mwh_per_m: number | null;
  readonly density: 'poor' | 'fair' | 'good' | null;
  readonly peak_kw: number;
  readonly base_share: number | null;
  readonly cover_by_month: readonly number[];
  readonly spilled_mwh: number;
  readonly stores: HeatNetwork['stores'];
  readonly optimal: boolean;
  readonly gap: number | null;
};
export type HeatAnswer = {
  readonly sharing_potential_kw: number;
  readonly through_loop_kw: number;
  /** Means of the month, kW. */
  readonly months: readonly {
    readonly month: number;
    readonly hot_utility_alone_kw: number;
    readonly hot_utility_pooled_kw: number;
    readonly cold_utility_pooled_kw: number;
    readonly recovery_kw: number;
    readonly sharing_potential_kw: number;
    readonly through_loop_kw: number;
  }[];
  readonly companies: Readonly<
    Record<string, { readonly hot_utility_kw: number; readonly cold_utility_kw: number; readonly recovery_kw: number }>
  >;
  readonly pairs: readonly PairShown[];
  readonly network: NetworkShown | null;
  /** Surplus that no need is in reach of: what power or cold it could make, kW. */
  readonly without_use: readonly {
    readonly flow: string;
    readonly mwh_per_year: number;
    readonly supply_c: number;
    readonly orc: UnusedHeat['orc'];
    readonly absorption: UnusedHeat['absorption'];
  }[];
  readonly assumed: readonly RemarkShown[];
  readonly questions: readonly RemarkShown[];
  readonly problems: readonly RemarkShown[];
};

export type HeatCluster = { readonly flows: readonly Flow[]; readonly companies: readonly Company[] };

/** `solve` null: the network by the heuristic alone, as in a request. */
export async function heatOfCluster(
  { flows, companies }: HeatCluster,
  rows: HeatRows,
  names: HeatNames,
  ask: HeatAsk,
  solve: SolveMilp | null,
): Promise<HeatAnswer> {
  const { rules: p, heats } = loadHeatKnowledge(rows);
  const placeOf = placesOf(companies);
  const heat = heatFlows(flows, heats, p);
  const cluster = clusterHeat(heat, p);
  const pairs = heatPairs(heat, placeOf, p);
  const shown = (all: readonly HeatRemark[]): RemarkShown[] =>
    all.map(({ code, flow, field, values, factor }) => ({
      text: heatSentence(HEAT_REMARKS[code], values, ask.language),
      flow: names.flow(flow),
      field,
      factor,
    }));
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
    network: ask.network ? networkShown(await networkOf(wishOf(heat, placeOf), ask.off, solve, p), names, ask.language) : null,
    without_use: heatWithoutUse(heat, pairs, p).map(({ flow, mwhPerYear, supply, orc, absorption }) => ({
      flow: names.flow(flow),
      mwh_per_year: mwhPerYear,
      supply_c: supply,
      orc,
      absorption,
    })),
    assumed: shown(heat.flatMap((one) => one.assumed)),
    questions: shown(heat.flatMap((one) => one.questions)),
    problems: shown(heat.flatMap((one) => one.problems)),
  };
}

/** Where a flow is: at its site, else at its company. */
export function placesOf(companies: readonly Company[]): (flow: Flow) => Place | null {
  const known = new Map(companies.map((one) => [one.id, one]));
  return (flow) => {
    const company = known.get(flow.company);
    const site = company?.sites.find((one) => one.id === flow.site || one.name === flow.site);
    return site?.place ?? company?.place ?? null;
  };
}
/** One name for one place of a network. */
export const siteOf = (flow: Flow): string => (flow.site === null ? flow.company : `${flow.company}/${flow.site}`);

/** One sample for every figure, so that totals, differences and rankings agree. */
const SAMPLE = createSample();
const networkOf = async (
  wish: NetworkWish,
  off: Off,
  solve: SolveMilp | null,
  p: ReturnType<typeof loadHeatKnowledge>['rules'],
): Promise<HeatNetwork> => (solve === null ? planNetwork(wish, off, SAMPLE, p) : proveNetwork(wish, off, SAMPLE, p, solve));

function wishOf(heat: readonly HeatFlow[], placeOf: (flow: Flow) => Place | null): NetworkWish {
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
  return { sources: participants('hot'), customers: participants('cold'), routes: [], ground: 'terrain' };
}

function pairShown({ surplus, need, verdict, mwh, metres, breakEvenMetres }: HeatPair, names: HeatNames): PairShown {
  const { pump, change } = verdict;
  return {
    surplus: names.flow(surplus),
    need: names.flow(need),
    kind: verdict.kind,
    because: verdict.because,
    drop_k: verdict.drop,
    lift_k: pump?.lift ?? null,
    cop:
      pump === null
        ? null
        : {
            low: pump.cop.low,
            likely: pump.cop.value,
            high: pump.cop.high,
            source_c: pump.cop.temperatures.sourceIn,
            sink_c: pump.cop.temperatures.sinkOut,
          },
    mwh_per_year: mwh,
    share_of_need: verdict.shareOfNeed,
    metres,
    break_even_m: breakEvenMetres,
    change: change === null ? null : { for: change.for, kelvin: change.kelvin, need_at_c: change.needAt, surplus_at_c: change.surplusAt },
  };
}

function networkShown(network: HeatNetwork, names: HeatNames, language: Language): NetworkShown {
  const member = (one: HeatNetwork['sources'][number]) => ({
    flow: names.flow(one.id),
    company: names.company(one.company),
    mwh_per_year: one.mwh,
    months_kw: one.months,
  });
  const site = (name: string): string => {
    const [company = '', ...rest] = name.split('/');
    return [names.company(company), ...rest].join('/');
  };
  return {
    edges: network.trenches.map((trench) => ({
      from: site(trench.from),
      to: site(trench.to),
      dn: trench.dn,
      lines: trench.lines,
      length_m: trench.metres,
      loss_kw: trench.lossKw,
      kw: trench.kilowatts,
      nok: trench.nok.likely,
      nok_range: trench.nok,
    })),
    sources: network.sources.map((one) => ({ ...member(one), cop: one.cop })),
    customers: network.customers.map((one) => ({ ...member(one), break_even_m: one.breakEvenMetres })),
    dropped: network.dropped.map(({ who, company, role, why }) => ({
      who: names.flow(who),
      company: names.company(company),
      role,
      why: heatSentence(NETWORK_REASONS[why.code], why.values, language),
      code: why.code,
    })),
    lcoh_nok_per_mwh: network.lcoh,
    nok_per_year: network.nokPerYear,
    capex_nok: network.capex,
    t_co2e_per_year: network.co2,
    delivered_mwh: network.deliveredMwh,
    loss_mwh: network.lossMwh,
    electricity_mwh: network.electricityMwh,
    mwh_per_m: network.density?.mwhPerMetre ?? null,
    density: network.density?.class ?? null,
    peak_kw: network.peakKw,
    base_share: network.baseShare,
    cover_by_month: network.coverByMonth,
    spilled_mwh: network.spilledMwh,
    stores: network.stores,
    optimal: network.optimal,
    gap: network.gap,
  };
}

/** What the viewer sees of a cluster, its words classified. Null `cluster`: the only one there is. Throws AppError for one that the viewer does not see. */
export function readHeatCluster(
  store: Pick<StoreReader, 'clusters' | 'companiesOf' | 'flowsOf'>,
  viewer: Viewer,
  cluster: string | null,
): HeatCluster {
  const clusters = store.clusters(viewer);
  const name = cluster ?? (clusters.length === 1 ? clusters[0] : undefined);
  if (name === undefined || !clusters.includes(name))
    throw new AppError('cluster.unknown', { cluster: cluster ?? `(${clusters.join(', ')})` });
  const companies = store.companiesOf(viewer, name);
  const seen = store.flowsOf(viewer, { cluster: name, periods: 'latest' });
  const { classifier } = knowledge();
  return { companies, flows: classifyFlows(seen, new Map(companies.map((one) => [one.id, one])), classifier) };
}

/** Companies by their names, flows by the ids of their files where these are theirs alone. */
export function heatNames({ flows, companies }: HeatCluster): HeatNames {
  const names = new Map(companies.map((one) => [one.id, one.name]));
  const stated = new Map(
    flows.flatMap((flow) => ('statedId' in flow && typeof flow.statedId === 'string' ? [[flow.id, flow.statedId] as const] : [])),
  );
  const uses = Map.groupBy(stated.values(), (one) => one);
  return {
    company: (id) => names.get(id) ?? id,
    flow: (id) => {
      const name = stated.get(id);
      return name !== undefined && uses.get(name)?.length === 1 ? name : id;
    },
  };
}
