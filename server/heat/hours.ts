// How does a flow's heat lie in the 8,760 hours of a year? By its shifts, and by the degree hours of a made-up but usual winter; every month keeps its heat.
import type { DegreeDays } from '../domain/factor.ts';
import { DAYS_OF_MONTHS, HOURS_OF_MONTHS } from './months.ts';
import type { HeatRuleName, HeatRules } from './parameters.ts';

export const HOURS = 8760;

/** First hour of each month, and the end of the year. */
export const MONTH_STARTS: readonly number[] = HOURS_OF_MONTHS.reduce<number[]>(
  (starts, hours) => [...starts, (starts.at(-1) ?? 0) + hours],
  [0],
);

/** What is known of a flow's hours. */
export type HourStatement = {
  /** Stated operating hours a year; null: taken to run all year. */
  readonly hoursPerYear: number | null;
  /** Share of the heat that does not follow the weather, 0..1. */
  readonly evenShare: number;
};

/** Each hour's heat over the mean of its month: a mean of 1 in every month. */
export type HourFactors = Float64Array;

/**
 * Outdoor temperature by hour, °C: the months' means joined by straight lines, a daily swing that is warmest at three in the afternoon, and spells of
 * cold and mild weather that come and go over days. No real year: the usual spread of one.
 */
export function usualWeather(degreeDays: readonly DegreeDays[], p: HeatRules): Float64Array {
  const place = degreeDays[0]?.place;
  const means = degreeDays
    .filter((month) => month.place === place)
    .toSorted((a, b) => a.month - b.month)
    .map((month) => month.meanC);
  const [swing, spell] = [p.value('hour.daily'), p.value('hour.weather')];
  const middles = DAYS_OF_MONTHS.map((days, month) => (MONTH_STARTS[month] ?? 0) + days * 12);
  return Float64Array.from({ length: HOURS }, (_, hour) => {
    const after = middles.findIndex((middle) => middle > hour);
    const next = after < 0 ? 0 : after;
    const before = (next + 11) % 12;
    const from = (middles[before] ?? 0) - (after === 0 ? HOURS : 0);
    const to = (middles[next] ?? 0) + (after < 0 ? HOURS : 0);
    const share = (hour - from) / (to - from);
    const mean = (means[before] ?? 0) + share * ((means[next] ?? 0) - (means[before] ?? 0));
    const day = Math.cos((2 * Math.PI * ((hour % 24) - 15)) / 24);
    // Two spells of unlike length: every month meets cold and mild days, and no two months are alike.
    const weather = (Math.cos((2 * Math.PI * hour) / (24 * 6.3)) + Math.cos((2 * Math.PI * hour) / (24 * 17.7))) / 2;
    return mean + swing * day - spell * weather;
  });
}

/** Monday is 0; the year begins on one. */
const weekHour = (hour: number): number => hour % 168;
/** `from`, `to`: hours of the day; null: round the clock. */
type Shift = {
  readonly row: 'hours.oneshift' | 'hours.twoshift' | 'hours.threeshift' | 'hours.continuous';
  readonly clock: { readonly from: HeatRuleName; readonly to: HeatRuleName } | null;
  readonly weekends: boolean;
};
const SHIFTS: readonly [Shift, ...Shift[]] = [
  { row: 'hours.oneshift', clock: { from: 'hour.oneshift.from', to: 'hour.oneshift.to' }, weekends: false },
  { row: 'hours.twoshift', clock: { from: 'hour.twoshift.from', to: 'hour.twoshift.to' }, weekends: false },
  { row: 'hours.threeshift', clock: null, weekends: false },
  { row: 'hours.continuous', clock: null, weekends: true },
];

/** Whether a shift runs on a day of the week at an hour of the day. */
function runsOf({ clock, weekends }: Shift, p: HeatRules): (day: number, of: number) => boolean {
  const days = weekends ? 7 : p.value('hour.workdays');
  const [from, to] = clock === null ? [0, 24] : [p.value(clock.from), p.value(clock.to)];
  return (day, of) => day < days && of >= from && of < to;
}

/** The shift pattern whose usual hours are nearest to those stated. */
export function shiftOf(hoursPerYear: number | null, p: HeatRules): Shift {
  const stated = hoursPerYear ?? p.value('hours.year');
  return SHIFTS.reduce((best, one) => (Math.abs(p.value(one.row) - stated) < Math.abs(p.value(best.row) - stated) ? one : best));
}

/** Shapes of flows, each worked out once for all that share it. */
export function hourShapes(p: HeatRules): (statement: HourStatement) => HourFactors {
  const base = p.value('hour.base');
  const degreeHours = usualWeather(p.degreeDays, p).map((outdoors) => Math.max(0, base - outdoors));
  const known = new Map<string, HourFactors>();
  return (statement) => {
    const shift = shiftOf(statement.hoursPerYear, p);
    const key = `${shift.row} ${statement.evenShare}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const factors = factorsOf(runsOf(shift, p), statement.evenShare, degreeHours);
    known.set(key, factors);
    return factors;
  };
}

function factorsOf(runs: (day: number, of: number) => boolean, evenShare: number, degreeHours: Float64Array): HourFactors {
  const factors = new Float64Array(HOURS);
  const isOn = (hour: number): boolean => runs(Math.floor(weekHour(hour) / 24), hour % 24);
  for (let month = 0; month < 12; month++) {
    const [from, to] = [MONTH_STARTS[month] ?? 0, MONTH_STARTS[month + 1] ?? HOURS];
    let [on, cold] = [0, 0];
    for (let hour = from; hour < to; hour++) {
      if (isOn(hour)) on += 1;
      cold += degreeHours[hour] ?? 0;
    }
    // A month without a cold hour spreads what follows the weather as evenly as the rest.
    const even = cold > 0 ? evenShare : 1;
    for (let hour = from; hour < to; hour++) {
      const running = on > 0 ? (isOn(hour) ? (to - from) / on : 0) : 1;
      const weather = cold > 0 ? ((degreeHours[hour] ?? 0) * (to - from)) / cold : 0;
      factors[hour] = even * running + (1 - even) * weather;
    }
  }
  return factors;
}

/** kW in each hour from the means of the months. */
export function hoursOf(months: readonly number[], factors: HourFactors): Float64Array {
  const heat = new Float64Array(HOURS);
  for (let month = 0; month < 12; month++)
    for (let hour = MONTH_STARTS[month] ?? 0; hour < (MONTH_STARTS[month + 1] ?? HOURS); hour++)
      heat[hour] = (months[month] ?? 0) * (factors[hour] ?? 0);
  return heat;
}
