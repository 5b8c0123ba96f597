// A heat network's problem from who could be on it: money a year, kW by month, pipe sizes with their loss.
import type { Place } from '../../domain/company.ts';
import { kelvin } from '../../domain/temperature.ts';
import type { Kelvin } from '../../domain/temperature.ts';
import { annuity } from '../money.ts';
import { HOURS_OF_MONTHS, meanOf } from '../months.ts';
import type { HeatRules } from '../parameters.ts';
import { capacityOf, lossOf, trenchCost, type Ground } from '../pipe.ts';
import { candidateEdges, type DrawnRoute } from './candidates.ts';
import {
  customerAt,
  isOut,
  sourceAt,
  temperaturesIn,
  type CustomerAtNetwork,
  type Participant,
  type SourceAtNetwork,
} from './participants.ts';
import type { NetworkProblem, NetworkSize } from './problem.ts';
import type { NetworkReason } from './reasons.ts';

export type NetworkWish = {
  readonly sources: readonly Participant[];
  readonly customers: readonly Participant[];
  /** Routes between sites by their names. */
  readonly routes: readonly { readonly from: string; readonly to: string; readonly metres: number }[];
  readonly ground: Ground;
};

export type Prepared = {
  readonly problem: NetworkProblem;
  readonly at: readonly Place[];
  readonly sources: readonly SourceAtNetwork[];
  readonly customers: readonly CustomerAtNetwork[];
  readonly out: readonly { readonly participant: Participant; readonly role: 'source' | 'customer'; readonly why: NetworkReason }[];
  /** W per metre of trench over the year, by index of the size. */
  readonly lossPerMetre: readonly number[];
  readonly span: Kelvin;
  readonly annuity: number;
  /** What makes up `fixed` of each source and customer, NOK a year. */
  readonly plants: { readonly sources: readonly Plant[]; readonly customers: readonly Plant[] };
};

export type Plant = { readonly exchanger: number; readonly pump: number };

/** Lines of the largest pipe side by side, at most: more is no sketch any more. */
const MOST_LINES = 4;

export function prepareNetwork(wish: NetworkWish, p: HeatRules): Prepared {
  const judgedSources = wish.sources.map((one) => sourceAt(one, p));
  const judgedCustomers = wish.customers.map((one) => customerAt(one, p));
  const sources = judgedSources.flatMap((one) => (isOut(one) ? [] : [one]));
  const customers = judgedCustomers.flatMap((one) => (isOut(one) ? [] : [one]));
  const out = [
    ...judgedSources.flatMap((one) => (isOut(one) ? [{ ...one, role: 'source' as const }] : [])),
    ...judgedCustomers.flatMap((one) => (isOut(one) ? [{ ...one, role: 'customer' as const }] : [])),
  ];
  const sites = new Map<string, Place>();
  for (const { participant } of [...sources, ...customers])
    if (participant.at !== null && !sites.has(participant.site)) sites.set(participant.site, participant.at);
  const places = [...sites.keys()];
  const placeOf = (participant: Participant): number => places.indexOf(participant.site);
  const drawn = wish.routes.flatMap(({ from, to, metres }): DrawnRoute[] => {
    const [a, b] = [places.indexOf(from), places.indexOf(to)];
    return a < 0 || b < 0 || a === b ? [] : [{ a: Math.min(a, b), b: Math.max(a, b), metres }];
  });

  const yearly = annuity(p.value('money.rate'), p.value('money.years')) + p.value('money.om');
  const pumpYearly = annuity(p.value('money.rate'), p.value('hp.life')) + p.value('money.om');
  const costOf = ({ own, electricity, participant }: SourceAtNetwork): number =>
    own * (participant.price ?? p.value('price.surplus')) + electricity * p.value('price.electricity');
  const wantedMost = Math.max(0, ...HOURS_OF_MONTHS.map((_, month) => customers.reduce((sum, one) => sum + (one.need[month] ?? 0), 0)));
  const exchanger = (kilowatts: number): number => yearly * (p.value('exchanger.cost.fixed') + p.value('exchanger.cost') * kilowatts);
  const given = sources.reduce((sum, one) => sum + meanOf(one.available), 0);
  const lossPrice =
    given > 0 ? sources.reduce((sum, one) => sum + meanOf(one.available) * costOf(one), 0) / given : p.value('price.surplus');
  const winter = temperaturesIn(0, p);
  const span = kelvin(Math.max(p.value('pipe.span.least'), winter.supply - winter.back));
  const { sizes, lossPerMetre } = sizesOf({ span, yearly, lossPrice, ground: wish.ground, peakiness: peakinessOf(customers, p) }, p);

  const plants = {
    sources: sources.map((one): Plant => ({
      exchanger: exchanger(Math.min(Math.max(...one.available), wantedMost)),
      pump: pumpYearly * p.value('hp.cost.nok') * Math.min(one.pumpKw, wantedMost),
    })),
    customers: customers.map((one): Plant => {
      const most = Math.max(...one.need);
      return { exchanger: exchanger(one.participant.existingNetwork ? most : Math.min(one.peakKw, 2 * most)), pump: 0 };
    }),
  };
  const fixed = (plant: Plant | undefined): number => (plant?.exchanger ?? 0) + (plant?.pump ?? 0);
  return {
    at: [...sites.values()],
    sources,
    customers,
    out,
    lossPerMetre,
    span,
    annuity: yearly,
    plants,
    problem: {
      places,
      edges: candidateEdges([...sites.values()], drawn, p),
      hours: HOURS_OF_MONTHS,
      sizes,
      sources: sources.map((one, i) => ({
        id: one.participant.id,
        place: placeOf(one.participant),
        cost: costOf(one),
        available: one.available,
        fixed: fixed(plants.sources[i]),
      })),
      customers: customers.map((one, j) => ({
        id: one.participant.id,
        place: placeOf(one.participant),
        worth: (one.participant.price ?? p.value('price.alternative')) - p.value('pump.electricity') * p.value('price.electricity'),
        need: one.need,
        fixed: fixed(plants.customers[j]),
      })),
    },
  };
}

/**
 * How much more than a month's mean the pipes must carry: the base plant's share of the customers' peaks, where that is above their hottest month.
 * Peaks beyond it stay with the boilers that are there.
 */
function peakinessOf(customers: readonly CustomerAtNetwork[], p: HeatRules): number {
  const months = customers.reduce((sum, one) => sum + Math.max(...one.need), 0);
  const base = customers.reduce((sum, one) => sum + Math.max(...one.need, p.value('dh.base.power') * one.peakKw * share(one)), 0);
  return months > 0 ? Math.max(1, base / months) : 1;
}
/** Share of what a customer wants that the network is hot enough for. */
const share = (one: CustomerAtNetwork): number => meanOf(one.need) / meanOf(one.wanted);

type Terms = {
  readonly span: Kelvin;
  readonly yearly: number;
  readonly lossPrice: number;
  readonly ground: Ground;
  readonly peakiness: number;
};
function sizesOf(
  { span, yearly, lossPrice, ground, peakiness }: Terms,
  p: HeatRules,
): { readonly sizes: readonly NetworkSize[]; readonly lossPerMetre: readonly number[] } {
  const temperatures = HOURS_OF_MONTHS.map((_, month) => temperaturesIn(month, p));
  const largest = p.pipes.at(-1);
  const laid = p.pipes.map((pipe) => ({ pipe, lines: 1 }));
  if (largest !== undefined) for (let lines = 2; lines <= MOST_LINES; lines++) laid.push({ pipe: largest, lines });
  const lossPerMetre = laid.map(({ pipe, lines }) => lines * meanOf(temperatures.map(({ supply, back }) => lossOf(pipe, supply, back, p))));
  const sizes = laid.map(({ pipe, lines }, i) => ({
    dn: pipe.dn,
    lines,
    capacity: (lines * capacityOf(pipe, span, p)) / peakiness,
    perMetre: yearly * trenchCost({ pipe, lines }, ground, p).value + (((lossPerMetre[i] ?? 0) * p.value('hours.year')) / 1e6) * lossPrice,
  }));
  return { sizes, lossPerMetre };
}
