// Who could be on a heat network, at its temperatures: how much a source can give there and what it costs, how much a customer can take.
import type { Place } from '../../domain/company.ts';
import { celsius, kelvin } from '../../domain/temperature.ts';
import type { Celsius } from '../../domain/temperature.ts';
import { judgePump } from '../heatPump.ts';
import { isWinter, meanOf } from '../months.ts';
import type { HeatRules } from '../parameters.ts';
import { peakOf } from '../peak.ts';
import { contributionOf, type HeatStream } from '../stream.ts';
import type { NetworkReason } from './reasons.ts';

/** One flow that could give heat to a network or take heat from it. */
export type Participant = {
  readonly id: string;
  readonly company: string;
  /** One name for one place: flows of a site share it. */
  readonly site: string;
  readonly at: Place | null;
  /** Pieces of the flow; a network that exists is a customer at its own temperatures. */
  readonly streams: readonly HeatStream[];
  readonly existingNetwork: boolean;
  readonly peakKw: number | null;
  /** NOK/MWh of the heat that a customer replaces, or of a source's heat at the fence; null where not stated. */
  readonly price: number | null;
};

export type NetworkTemperatures = { readonly supply: Celsius; readonly back: Celsius };
/** Temperatures in a month, 0 for January. */
export function temperaturesIn(month: number, p: HeatRules): NetworkTemperatures {
  const season = isWinter(month, p.value('dh.winter.first'), p.value('dh.winter.last')) ? 'winter' : 'summer';
  return { supply: celsius(p.value(`dh.supply.${season}`)), back: celsius(p.value(`dh.return.${season}`)) };
}

export type SourceAtNetwork = {
  readonly participant: Participant;
  /** Mean kW into the network in each month, a heat pump's electricity among them. */
  readonly available: readonly number[];
  /** Electricity per heat into the network, 0 where it passes by itself all year. */
  readonly electricity: number;
  /** Share of the heat into the network that comes from the source itself. */
  readonly own: number;
  /** Largest kW through a heat pump. */
  readonly pumpKw: number;
  /** COP at winter temperatures; null where no heat pump is needed then. */
  readonly cop: number | null;
};

export type CustomerAtNetwork = {
  readonly participant: Participant;
  /** Mean kW in each month: all that is wanted, and what the network is hot enough for. */
  readonly wanted: readonly number[];
  readonly need: readonly number[];
  readonly peakKw: number;
};

export type AtNetwork<One> = One | { readonly participant: Participant; readonly why: NetworkReason };
export const isOut = <One extends object>(one: AtNetwork<One>): one is { readonly participant: Participant; readonly why: NetworkReason } =>
  'why' in one;

const MONTHS = Array.from({ length: 12 }, (_, month) => month);
const monthOf = (stream: HeatStream, month: number): number => stream.months?.[month] ?? stream.heat;
const topOf = (streams: readonly HeatStream[]): HeatStream | undefined =>
  streams.reduce<HeatStream | undefined>(
    (top, one) => (top === undefined || Math.max(one.supply, one.target) > Math.max(top.supply, top.target) ? one : top),
    undefined,
  );

/** Share of a piece that lies above a temperature. */
function shareAbove({ supply, target }: HeatStream, temperature: number): number {
  const [top, bottom] = [Math.max(supply, target), Math.min(supply, target)];
  return bottom >= temperature ? 1 : top <= temperature ? 0 : (top - temperature) / (top - bottom);
}

/** A source as the network sees it, or why it cannot be one. Hot enough passes by itself; else a heat pump lifts all of it. */
export function sourceAt(participant: Participant, p: HeatRules): AtNetwork<SourceAtNetwork> {
  const hottest = topOf(participant.streams);
  if (participant.at === null) return { participant, why: { code: 'network.noPlace', values: {} } };
  if (hottest === undefined) return { participant, why: { code: 'network.noHeat', values: {} } };
  const water = p.value('approach.liquid');
  const keeps = contributionOf(hottest, kelvin(2 * water)) + water;
  const coldest = celsius(Math.min(...participant.streams.flatMap((one) => [one.supply, one.target])));
  const top = celsius(Math.max(hottest.supply, hottest.target));
  const available: number[] = [];
  let [electric, pumpKw, cop]: [number, number, number | null] = [0, 0, null];
  for (const month of MONTHS) {
    const { supply, back } = temperaturesIn(month, p);
    if (top - keeps >= supply) {
      available.push(participant.streams.reduce((sum, one) => sum + monthOf(one, month) * shareAbove(one, back + keeps), 0));
      continue;
    }
    const verdict = judgePump({ sourceIn: top, sourceOut: coldest, sinkIn: back, sinkOut: supply }, p);
    if (!verdict.possible)
      return { participant, why: { code: `network.${verdict.refusal}`, values: { has: top, lift: verdict.lift, supplies: supply } } };
    const heat = participant.streams.reduce((sum, one) => sum + monthOf(one, month), 0);
    const lifted = (heat * verdict.cop.value) / (verdict.cop.value - 1);
    available.push(lifted);
    electric += meanOf(MONTHS.map((one) => (one === month ? lifted / verdict.cop.value : 0)));
    pumpKw = Math.max(pumpKw, lifted);
    if (month === 0) cop = verdict.cop.value;
  }
  const mean = meanOf(available);
  if (!(mean > 0)) return { participant, why: { code: 'network.noHeat', values: {} } };
  return { participant, available, electricity: electric / mean, own: 1 - electric / mean, pumpKw, cop };
}

/** A customer as the network sees it: what the supply temperature is hot enough for, or why nothing is. */
export function customerAt(participant: Participant, p: HeatRules): AtNetwork<CustomerAtNetwork> {
  const hottest = topOf(participant.streams);
  if (participant.at === null) return { participant, why: { code: 'network.noPlace', values: {} } };
  if (hottest === undefined) return { participant, why: { code: 'network.noHeat', values: {} } };
  const water = p.value('approach.liquid');
  const wanted = MONTHS.map((month) => participant.streams.reduce((sum, one) => sum + monthOf(one, month), 0));
  const need = MONTHS.map((month) => {
    if (participant.existingNetwork) return wanted[month] ?? 0;
    const { supply } = temperaturesIn(month, p);
    return participant.streams.reduce((sum, one) => {
      const reach = supply - water - contributionOf(one, kelvin(2 * water));
      return sum + monthOf(one, month) * (1 - shareAbove(one, reach));
    }, 0);
  });
  if (!need.some((kilowatts) => kilowatts > 0)) {
    const heats = wanted.some((kilowatts) => kilowatts > 0);
    const values = { needs: Math.max(hottest.supply, hottest.target), supplies: temperaturesIn(0, p).supply };
    return { participant, why: heats ? { code: 'network.tooHot', values } : { code: 'network.noHeat', values: {} } };
  }
  const peakKw = participant.peakKw ?? peakOf(wanted, p.value(participant.existingNetwork ? 'dh.hours' : 'hours.continuous'));
  return { participant, wanted, need, peakKw: Math.max(peakKw, ...wanted) };
}
