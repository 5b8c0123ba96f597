// Hour by hour for a shortlist: what the best pairs move when shifts and weather are counted, what their flows could share, and the tank that would help.
import { kelvin } from '../domain/temperature.ts';
import type { HeatFlow, HeatPair } from './clusterHeat.ts';
import { HOURS, hourShapes, hoursOf, shiftOf, type HourFactors } from './hours.ts';
import { withContributions } from './judgePair.ts';
import { lackAt, lackShape } from './lackShape.ts';
import { HOURS_OF_MONTHS, meanOf } from './months.ts';
import { transferOf } from './pairTransfer.ts';
import type { HeatRules } from './parameters.ts';
import type { HeatRemark } from './remarks.ts';
import { storeFor, storeVolume } from './peak.ts';
import { byCompany } from './sharing.ts';
import type { HeatStream } from './stream.ts';

export type Tank = {
  /** Share of the need that is to be covered, 0..1. */
  readonly cover: number;
  /** Null where the surplus has too little in the year. */
  readonly mwh: number | null;
  readonly m3: number | null;
};
export type HourlyPair = {
  readonly surplus: string;
  readonly need: string;
  /** MWh a year that reach the need, counted by monthly means and by hours. */
  readonly mwhByMonths: number;
  readonly mwhByHours: number;
  /** Share of the need by hours. */
  readonly cover: number;
  /** Null where the hours of one of the two are not known: a tank told from assumed hours would be made up. */
  readonly tanks: readonly Tank[] | null;
};
export type HourlyHeat = {
  readonly pairs: readonly HourlyPair[];
  /** Sharing potential of the shortlist's flows, kW, mean of the year: by monthly means and by hours. */
  readonly potentialByMonths: number;
  readonly potentialByHours: number;
  /** Flows of the shortlist whose hours are assumed. */
  readonly assumed: readonly string[];
  /** What was assumed for the shifts of the shortlist's flows, and asked. */
  readonly shifts: { readonly assumed: readonly HeatRemark[]; readonly questions: readonly HeatRemark[] };
};

const COVERS = [0.8, 0.9, 0.95] as const;

/** A need that follows the weather has its hours from the degree hours; else somebody must have stated them. */
const hoursKnown = ({ flow, evenShare }: HeatFlow): boolean => flow.hours !== null || evenShare < 0.5;

export function hourlyHeat(flows: readonly HeatFlow[], pairs: readonly HeatPair[], p: HeatRules): HourlyHeat {
  const shape = hourShapes(p);
  const byId = new Map(flows.map((one) => [one.flow.id, one]));
  const factorsOf = ({ flow, evenShare }: HeatFlow): HourFactors => shape({ hoursPerYear: flow.hours, evenShare });
  const listed = pairs.filter((pair) => pair.verdict.kind !== 'none').slice(0, p.value('hour.shortlist'));
  const ids = new Set(listed.flatMap((pair) => [pair.surplus, pair.need]));
  const shortlist = flows.filter((one) => ids.has(one.flow.id));
  return {
    pairs: listed.flatMap((pair) => {
      const [hot, cold] = [byId.get(pair.surplus), byId.get(pair.need)];
      return hot === undefined || cold === undefined ? [] : [pairByHours(pair, hot, cold, factorsOf, p)];
    }),
    ...potentials(shortlist, factorsOf, p),
    assumed: shortlist.filter((one) => !hoursKnown(one)).map((one) => one.flow.id),
    shifts: shiftRemarks(shortlist, p),
  };
}

const SHIFT_CODES = {
  'hours.oneshift': 'heat.assumedOneShift',
  'hours.twoshift': 'heat.assumedTwoShifts',
  'hours.threeshift': 'heat.assumedThreeShifts',
} as const;

/** A flow that follows the weather has no shifts; one that runs all but all year has none worth asking for. */
function shiftRemarks(shortlist: readonly HeatFlow[], p: HeatRules): HourlyHeat['shifts'] {
  const assumed = shortlist.flatMap(({ flow, evenShare }): HeatRemark[] => {
    if (evenShare < 0.5) return [];
    const about = { flow: flow.id, field: 'hours' };
    if (flow.hours === null) {
      const [value, low] = [p.value('hours.year'), p.value('hours.oneshift')];
      return [{ ...about, code: 'heat.assumedAllYear', values: { value, low }, factor: 'heat.hours.year' }];
    }
    const { row, clock } = shiftOf(flow.hours, p);
    if (row === 'hours.continuous') return [];
    const { low, high } = p.range(row);
    const times = clock === null ? {} : { from: p.value(clock.from), to: p.value(clock.to) };
    return [{ ...about, code: SHIFT_CODES[row], values: { hours: flow.hours, low, high, ...times }, factor: `heat.${row}` }];
  });
  return { assumed, questions: assumed.map(({ flow, field }) => ({ code: 'heat.askShifts', flow, field, values: {}, factor: null })) };
}

const monthsOf = ({ streams }: HeatFlow): readonly number[] =>
  HOURS_OF_MONTHS.map((_, month) => streams.reduce((sum, piece) => sum + (piece.months?.[month] ?? piece.heat), 0));

function pairByHours(pair: HeatPair, hot: HeatFlow, cold: HeatFlow, factorsOf: (flow: HeatFlow) => HourFactors, p: HeatRules): HourlyPair {
  const { kind, pump, transfer, because } = pair.verdict;
  const lifts = kind === 'heatPump' && pump !== null ? pump.cop.value / (pump.cop.value - 1) : null;
  const has = hoursOf(monthsOf(hot), factorsOf(hot));
  const wants = hoursOf(monthsOf(cold), factorsOf(cold));
  let [moved, wanted] = [0, 0];
  for (let hour = 0; hour < HOURS; hour++) {
    const [given, asked] = [has[hour] ?? 0, wants[hour] ?? 0];
    wanted += asked;
    moved += lifts === null ? transferOf(transfer, given, asked) : Math.min(asked, given * lifts);
  }
  // A tank keeps heat that could have served the need: only where the surplus can do all of it, alone or lifted.
  const whole = because === 'hotEnough' || lifts !== null;
  const usable = lifts ?? usableShare(transfer);
  const tanks =
    hoursKnown(hot) && hoursKnown(cold) && whole && wanted > 0
      ? COVERS.map((cover): Tank => {
          const mwh = storeFor(
            Array.from(wants, (kilowatts) => kilowatts / 1000),
            Array.from(has, (kilowatts) => (usable * kilowatts) / 1000),
            cover,
          );
          return { cover, mwh, m3: mwh === null ? null : storeVolume(mwh, p.value('store.tank.span'), p) };
        })
      : null;
  return {
    surplus: pair.surplus,
    need: pair.need,
    mwhByMonths: pair.mwh,
    mwhByHours: moved / 1000,
    cover: wanted > 0 ? moved / wanted : 0,
    tanks,
  };
}

/** Share of the surplus that is hot enough for the need's coldest end: what a need without limit could take of it. */
function usableShare(transfer: readonly number[]): number {
  let least = 1;
  for (let i = 0; i < transfer.length; i += 2) if ((transfer[i] ?? 0) >= 1 - 1e-12) least = Math.min(least, transfer[i + 1] ?? 0);
  return least;
}

/** What the companies of a shortlist could save by sharing: each hour a cascade for every company and one for all. */
function potentials(
  flows: readonly HeatFlow[],
  factorsOf: (flow: HeatFlow) => HourFactors,
  p: HeatRules,
): Pick<HourlyHeat, 'potentialByMonths' | 'potentialByHours'> {
  const approach = kelvin(2 * p.value('approach.liquid'));
  const factors = new Map(flows.map((one) => [one.flow.id, factorsOf(one)]));
  const streams = withContributions(
    flows.flatMap((one) => one.streams),
    p,
    false,
  );
  const parts = [...byCompany(streams).values()].map((own) => ({ sign: 1, own })).concat({ sign: -1, own: streams });
  const months = HOURS_OF_MONTHS.map(() => 0);
  let hours = 0;
  for (const { sign, own } of parts) {
    const shape = lackShape(own, approach);
    const duties = new Float64Array(own.length);
    const monthly = HOURS_OF_MONTHS.map((_, month) =>
      lackAt(
        shape,
        Float64Array.from(own, (one) => one.months?.[month] ?? one.heat),
      ),
    );
    monthly.forEach((lack, month) => {
      months[month] = (months[month] ?? 0) + sign * lack;
    });
    const byHour = own.map((one) => hoursOf(dutiesOf(one), factors.get(one.id) ?? new Float64Array(HOURS)));
    for (let hour = 0; hour < HOURS; hour++) {
      byHour.forEach((heat, i) => {
        duties[i] = heat[hour] ?? 0;
      });
      hours += sign * lackAt(shape, duties);
    }
  }
  return { potentialByMonths: Math.max(0, meanOf(months)), potentialByHours: Math.max(0, hours / HOURS) };
}
const dutiesOf = (one: HeatStream): readonly number[] => one.months ?? HOURS_OF_MONTHS.map(() => one.heat);
