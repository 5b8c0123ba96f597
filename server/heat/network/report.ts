// A chosen network in figures: trenches, who is on it and who is not and why, cover by month, stores, money and CO2e with ranges.
import type { Sample } from '../../domain/sample.ts';
import { drawn, drawRange } from '../draws.ts';
import { avoided, type OnBothBases } from '../emissions.ts';
import { breakEvenLength, lcoh } from '../money.ts';
import { energyOf, meanOf } from '../months.ts';
import type { HeatRules } from '../parameters.ts';
import { monthlyCover, simultaneousPeak, storeFor, storeVolume } from '../peak.ts';
import { linearDensity, trenchCost, type DensityClass, type Ground } from '../pipe.ts';
import type { Prepared } from './prepare.ts';
import type { NetworkChoice, NetworkOutcome } from './problem.ts';
import type { NetworkReason } from './reasons.ts';
import { longestTrench } from './candidates.ts';
import { shortestWays } from './ways.ts';

export type Spread = { readonly low: number; readonly likely: number; readonly high: number };

export type NetworkTrench = {
  readonly from: string;
  readonly to: string;
  readonly dn: number;
  readonly lines: number;
  readonly metres: number;
  readonly lossKw: number;
  /** Largest monthly mean flow, kW. */
  readonly kilowatts: number;
  /** Investment, NOK. */
  readonly nok: Spread;
};
export type NetworkMember = {
  readonly id: string;
  readonly company: string;
  readonly site: string;
  readonly mwh: number;
  /** Mean kW by month. */
  readonly months: readonly number[];
  /** A source: COP at winter temperatures, null where heat passes by itself. */
  readonly cop: number | null;
  /** A customer: metres of the smallest pipe that its heat alone would pay for. */
  readonly breakEvenMetres: number | null;
};
export type NetworkDropped = {
  readonly who: string;
  readonly company: string;
  readonly role: 'source' | 'customer';
  readonly why: NetworkReason;
};

export type HeatNetwork = {
  readonly trenches: readonly NetworkTrench[];
  readonly sources: readonly NetworkMember[];
  readonly customers: readonly NetworkMember[];
  readonly dropped: readonly NetworkDropped[];
  readonly deliveredMwh: number;
  readonly lossMwh: number;
  readonly electricityMwh: number;
  readonly density: { readonly mwhPerMetre: number; readonly class: DensityClass } | null;
  /** Customers' peaks at one time, kW, and the share of it that the network is laid for. */
  readonly peakKw: number;
  readonly baseShare: number | null;
  /** Share of what the customers want in each month; null where they want nothing. */
  readonly coverByMonth: readonly (number | null)[];
  readonly coverOfYear: number;
  readonly spilledMwh: number;
  /** Seasonal store that would lift the year's cover; null where the sources have too little in the year. */
  readonly stores: readonly { readonly cover: number; readonly mwh: number | null; readonly m3: number | null }[];
  readonly capex: Spread;
  readonly lcoh: Spread | null;
  /** NOK a year against leaving all as it is, positive is a gain. */
  readonly nokPerYear: Spread;
  /** t CO2e a year avoided, on each basis for electricity. */
  readonly co2: OnBothBases;
  readonly optimal: boolean;
  /** How much better another choice may be, as a share of this one's value; null where this one is worth nothing and another may be. */
  readonly gap: number | null;
  /** NOK a year at the middle of every price, and what no choice can exceed there. */
  readonly value: number;
  readonly bound: number;
};

/** Shares of the year's load for which a seasonal store is told. */
const COVERS = [0.8, 0.9, 0.95] as const;

export type Chosen = {
  readonly outcome: NetworkOutcome;
  readonly choice: NetworkChoice;
  readonly optimal: boolean;
  readonly bound: number;
};

export function reportNetwork(
  prepared: Prepared,
  { outcome, choice, optimal, bound }: Chosen,
  ground: Ground,
  sample: Sample,
  p: HeatRules,
): HeatNetwork {
  const { problem } = prepared;
  const trenches = trenchesOf(prepared, outcome, ground, p);
  const sources = [...outcome.taken].sort(([x], [y]) => x - y).flatMap(([i, months]) => member(prepared.sources[i], months, null));
  const payFor = breakEvens(prepared, p);
  const customers = [...outcome.delivered]
    .sort(([x], [y]) => x - y)
    .flatMap(([j, months]) => member(prepared.customers[j], months, payFor[j] ?? null));
  const year = (months: readonly number[]): number => sum(energyOf(months));

  const lossKw = sum(trenches.map((trench) => trench.lossKw));
  const lossMonths = energyOf(problem.hours.map(() => lossKw));
  const wanted = monthsTogether([...outcome.delivered.keys()].map((j) => prepared.customers[j]?.wanted ?? []));
  const supply = monthsTogether([...outcome.taken.keys()].map((i) => prepared.sources[i]?.available ?? [])).map((mwh, month) =>
    Math.max(0, mwh - (lossMonths[month] ?? 0)),
  );
  const delivered = monthsTogether([...outcome.delivered.values()]);
  const deliveredMwh = sum(delivered);
  const peaks = [...outcome.delivered.keys()].map((j) => prepared.customers[j]?.peakKw ?? 0);
  const peakKw = simultaneousPeak(peaks, p);
  const pumpMwh = sum([...outcome.taken].map(([i, months]) => year(months) * (prepared.sources[i]?.electricity ?? 0)));
  const electricityMwh = pumpMwh + deliveredMwh * p.value('pump.electricity');
  const money = moneyOf(prepared, outcome, { trenches, deliveredMwh, electricityMwh, lossMwh: sum(lossMonths) }, sample, p);
  return {
    trenches,
    sources,
    customers,
    dropped: droppedOf(prepared, outcome, choice, payFor, p),
    deliveredMwh,
    lossMwh: sum(lossMonths),
    electricityMwh,
    density: linearDensity(deliveredMwh, sum(trenches.map((trench) => trench.metres)), p),
    peakKw,
    baseShare:
      peakKw > 0
        ? Math.min(
            1,
            Math.max(0, ...problem.hours.map((_, month) => sum([...outcome.delivered.values()].map((one) => one[month] ?? 0)))) / peakKw,
          )
        : null,
    coverByMonth: wanted.map((mwh, month) => (mwh > 0 ? (delivered[month] ?? 0) / mwh : null)),
    coverOfYear: sum(wanted) > 0 ? deliveredMwh / sum(wanted) : 1,
    spilledMwh: sum(supply.map((mwh, month) => Math.max(0, mwh - (delivered[month] ?? 0)))),
    stores: COVERS.map((cover) => {
      const mwh =
        deliveredMwh > 0
          ? storeFor(
              wanted,
              monthlyCover(wanted, supply).covered.map((_, month) => supply[month] ?? 0),
              cover,
            )
          : null;
      return { cover, mwh, m3: mwh === null ? null : storeVolume(mwh, p.value('store.pit.hot') - p.value('store.pit.cold'), p) };
    }),
    ...money,
    co2: avoided({ fuelTonnes: (deliveredMwh * p.value('co2.alternative')) / 1000, pumpMwh: electricityMwh }, p),
    optimal: optimal || bound <= outcome.value * (1 + 1e-9),
    gap: outcome.value > 0 ? Math.max(0, bound / outcome.value - 1) : bound > 0 ? null : 0,
    value: outcome.value,
    bound: Math.max(bound, outcome.value),
  };
}

const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);
const monthsTogether = (rows: readonly (readonly number[])[]): number[] => {
  const energies = rows.map(energyOf);
  return Array.from({ length: 12 }, (_, month) => sum(energies.map((row) => row[month] ?? 0)));
};

function member(
  one: Prepared['sources'][number] | Prepared['customers'][number] | undefined,
  months: readonly number[],
  breakEvenMetres: number | null,
): NetworkMember[] {
  if (one === undefined) return [];
  const { id, company, site } = one.participant;
  return [{ id, company, site, mwh: sum(energyOf(months)), months, cop: 'cop' in one ? one.cop : null, breakEvenMetres }];
}

function trenchesOf({ problem, lossPerMetre }: Prepared, outcome: NetworkOutcome, ground: Ground, p: HeatRules): NetworkTrench[] {
  return [...outcome.trenches]
    .sort(([x], [y]) => x - y)
    .flatMap(([e, k]): NetworkTrench[] => {
      const [edge, size] = [problem.edges[e], problem.sizes[k]];
      const pipe = p.pipes.find((one) => one.dn === size?.dn);
      if (edge === undefined || size === undefined || pipe === undefined) return [];
      const flow = outcome.flows.get(e) ?? [];
      const [from, to] = meanOf(flow) >= 0 ? [edge.a, edge.b] : [edge.b, edge.a];
      const cost = trenchCost({ pipe, lines: size.lines }, ground, p);
      return [
        {
          from: problem.places[from] ?? '',
          to: problem.places[to] ?? '',
          dn: size.dn,
          lines: size.lines,
          metres: edge.metres,
          lossKw: (edge.metres * (lossPerMetre[k] ?? 0)) / 1000,
          kilowatts: Math.max(...flow.map(Math.abs)),
          nok: { low: cost.low * edge.metres, likely: cost.value * edge.metres, high: cost.high * edge.metres },
        },
      ];
    });
}

/** Metres of the smallest pipe that each customer's heat alone pays for, at the cheapest source. */
function breakEvens({ problem, annuity }: Prepared, p: HeatRules): number[] {
  const cheapest = Math.min(...problem.sources.map((one) => one.cost));
  return problem.customers.map(({ worth, need, fixed }) => {
    const mwh = sum(energyOf(need));
    const size = problem.sizes.find((one) => one.capacity >= Math.max(...need)) ?? problem.sizes.at(-1);
    if (size === undefined || !Number.isFinite(cheapest) || mwh <= 0) return 0;
    const marginPerMwh = worth - cheapest - fixed / mwh;
    return Math.max(
      0,
      breakEvenLength({
        mwh,
        marginPerMwh,
        costPerMetre: size.perMetre / annuity,
        annuity: annuity - p.value('money.om'),
        fixedShare: p.value('money.om'),
      }),
    );
  });
}

function droppedOf(
  prepared: Prepared,
  outcome: NetworkOutcome,
  choice: NetworkChoice,
  payFor: readonly number[],
  p: HeatRules,
): NetworkDropped[] {
  const { problem } = prepared;
  const ways = shortestWays(problem);
  const onIt = new Set([...outcome.trenches.keys()].flatMap((e) => [problem.edges[e]?.a ?? -1, problem.edges[e]?.b ?? -1]));
  for (const i of outcome.taken.keys()) onIt.add(problem.sources[i]?.place ?? -1);
  const cheapest = Math.min(...problem.sources.map((one) => one.cost));
  const nearest = (place: number, targets: Iterable<number>): number =>
    Math.min(Number.POSITIVE_INFINITY, ...[...targets].map((to) => ways.metres(place, to)));
  const longestKm = longestTrench(p) / 1000;
  const whyCustomer = (j: number): NetworkReason => {
    const customer = problem.customers[j];
    if (choice.customersOff.has(j) && (payFor[j] ?? 0) > 0 && onIt.has(customer?.place ?? -1))
      return { code: 'network.crowdedOut', values: {} };
    if (customer === undefined || problem.sources.length === 0) return { code: 'network.noSources', values: {} };
    if (customer.worth <= cheapest) return { code: 'network.alternativeCheaper', values: { worth: customer.worth, cost: cheapest } };
    const metres = nearest(customer.place, onIt.size > 0 ? onIt : problem.sources.map((one) => one.place));
    if (!Number.isFinite(metres)) return { code: 'network.tooFar', values: { limit: longestKm } };
    return metres > (payFor[j] ?? 0)
      ? { code: 'network.trenchTooLong', values: { metres, pays: payFor[j] ?? 0 } }
      : { code: 'network.crowdedOut', values: {} };
  };
  const whySource = (i: number): NetworkReason => {
    const place = problem.sources[i]?.place ?? -1;
    if (
      !Number.isFinite(
        nearest(
          place,
          problem.customers.map((one) => one.place),
        ),
      )
    )
      return { code: 'network.tooFar', values: { limit: longestKm } };
    return outcome.delivered.size === 0 ? { code: 'network.noCustomers', values: {} } : { code: 'network.notNeeded', values: {} };
  };
  const row = (participant: Prepared['out'][number]['participant'], role: 'source' | 'customer', why: NetworkReason): NetworkDropped => ({
    who: participant.id,
    company: participant.company,
    role,
    why,
  });
  return [
    ...prepared.out.map(({ participant, role, why }) => row(participant, role, why)),
    ...prepared.sources.flatMap(({ participant }, i) => (outcome.taken.has(i) ? [] : [row(participant, 'source', whySource(i))])),
    ...prepared.customers.flatMap(({ participant }, j) => (outcome.delivered.has(j) ? [] : [row(participant, 'customer', whyCustomer(j))])),
  ];
}

type Sums = {
  readonly trenches: readonly NetworkTrench[];
  readonly deliveredMwh: number;
  readonly electricityMwh: number;
  readonly lossMwh: number;
};

/** Investment, levelised cost and yearly gain, drawn: a price used twice is the same draw in both. */
function moneyOf(
  prepared: Prepared,
  outcome: NetworkOutcome,
  sums: Sums,
  sample: Sample,
  p: HeatRules,
): Pick<HeatNetwork, 'capex' | 'lcoh' | 'nokPerYear'> {
  const { annuity } = prepared;
  const draw = (name: Parameters<HeatRules['range']>[0]): Float64Array => drawRange(p.range(name), `heat.${name}`, sample);
  const multiplier = draw('pipe.cost.multiplier');
  const [surplus, alternative, electricity] = [draw('price.surplus'), draw('price.alternative'), draw('price.electricity')];
  const pipes = sum(sums.trenches.map((trench) => trench.nok.likely)) / p.value('pipe.cost.multiplier');
  const [exchanger, pump] = [draw('exchanger.cost'), draw('hp.cost.nok')];
  const plants = [
    ...[...outcome.taken.keys()].map((i) => prepared.plants.sources[i]),
    ...[...outcome.delivered.keys()].map((j) => prepared.plants.customers[j]),
  ];
  const exchangers = sum(plants.map((plant) => plant?.exchanger ?? 0)) / p.value('exchanger.cost');
  const pumps = sum(plants.map((plant) => plant?.pump ?? 0)) / p.value('hp.cost.nok');
  const plantsAt = (at: number): number => exchangers * (exchanger[at] ?? 0) + pumps * (pump[at] ?? 0);
  const bought = [...outcome.taken].map(([i, months]) => ({
    mwh: sum(energyOf(months)) * (prepared.sources[i]?.own ?? 1),
    price: prepared.sources[i]?.participant.price ?? null,
  }));
  const sold = [...outcome.delivered].map(([j, months]) => ({
    mwh: sum(energyOf(months)),
    price: prepared.customers[j]?.participant.price ?? null,
  }));
  const capexAt = (at: number): number => pipes * (multiplier[at] ?? 0) + plantsAt(at) / annuity;
  const heatAt = (at: number): number =>
    sum(bought.map(({ mwh, price }) => mwh * (price ?? surplus[at] ?? 0))) + sums.lossMwh * (surplus[at] ?? 0);
  const fixedShare = p.value('money.om');
  const levelled = (at: number): number =>
    lcoh({
      capex: capexAt(at),
      annuity: annuity - fixedShare,
      fixedShare,
      electricity: sums.electricityMwh * (electricity[at] ?? 0),
      heat: heatAt(at),
      deliveredMwh: sums.deliveredMwh,
    }) ?? 0;
  const worthAt = (at: number): number => sum(sold.map(({ mwh, price }) => mwh * (price ?? alternative[at] ?? 0)));
  return {
    capex: drawn(sample, capexAt),
    lcoh: sums.deliveredMwh > 0 ? drawn(sample, levelled) : null,
    nokPerYear: drawn(sample, (at) => worthAt(at) - levelled(at) * sums.deliveredMwh),
  };
}
