// What would a heat pump between a source and a sink do?
import { ABSOLUTE_ZERO, celsius, kelvin, onShiftedScale } from '../domain/temperature.ts';
import type { Celsius, Kelvin } from '../domain/temperature.ts';
import type { HeatParameters } from './parameters.ts';

/** The four temperatures that a COP belongs to, °C: a COP without them says nothing. */
export type PumpTemperatures = {
  readonly sourceIn: Celsius;
  readonly sourceOut: Celsius;
  readonly sinkIn: Celsius;
  readonly sinkOut: Celsius;
};

export type PumpWarning = 'smallLift' | 'twoStages' | 'fewSuppliers';
export type PumpRefusal = 'liftTooLarge' | 'sinkTooHot';

export type Cop = {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** `carnot`: sink out over source in; `lorenz`: means of both, where both glide far. */
  readonly basis: 'carnot' | 'lorenz';
  readonly temperatures: PumpTemperatures;
};

export type PumpVerdict =
  | { readonly possible: true; readonly lift: Kelvin; readonly cop: Cop; readonly warnings: readonly PumpWarning[] }
  | {
      readonly possible: false;
      readonly lift: Kelvin;
      readonly refusal: PumpRefusal;
      readonly change: { readonly kelvin: Kelvin; readonly sinkOut: Celsius };
    };

const absolute = (temperature: Celsius): number => temperature - ABSOLUTE_ZERO;

/** COP of heating by an efficiency on Carnot between two temperatures, °C; NaN where the source is not the colder one. */
export const carnotCop = (sink: Celsius, source: Celsius, efficiency: number): number =>
  sink > source ? (efficiency * absolute(sink)) / (sink - source) : Number.NaN;

/** Logarithmic mean of two absolute temperatures, K. */
export function meanTemperature(one: Celsius, other: Celsius): number {
  const [a, b] = [absolute(one), absolute(other)];
  return Math.abs(a - b) < 1e-9 * a ? a : (b - a) / Math.log(b / a);
}

/** COP of heating by an efficiency on Lorenz between two gliding streams; NaN where the source's mean is not the colder one. */
export function lorenzCop({ sourceIn, sourceOut, sinkIn, sinkOut }: PumpTemperatures, efficiency: number): number {
  const [sink, source] = [meanTemperature(sinkIn, sinkOut), meanTemperature(sourceIn, sourceOut)];
  return sink > source ? (efficiency * sink) / (sink - source) : Number.NaN;
}

/** Judges a heat pump by its lift (sink out less source in) and its sink temperature, and states its COP. */
export function judgePump(temperatures: PumpTemperatures, p: HeatParameters): PumpVerdict {
  const { sourceIn, sourceOut, sinkIn, sinkOut } = temperatures;
  const lift = kelvin(sinkOut - sourceIn);
  const hottest = p.value('hp.sink.max');
  const largest = p.value('hp.lift.max');
  if (sinkOut > hottest) return refused(lift, 'sinkTooHot', Math.min(hottest, sourceIn + largest), sinkOut);
  if (lift > largest) return refused(lift, 'liftTooLarge', sourceIn + largest, sinkOut);

  const smallest = p.value('hp.lift.min');
  const glides = Math.min(sourceIn - sourceOut, sinkOut - sinkIn) > p.value('hp.glide');
  const meanLift = meanTemperature(sinkIn, sinkOut) - meanTemperature(sourceIn, sourceOut);
  const lorenz = glides && meanLift >= smallest;
  const efficiency = p.range(lorenz ? 'hp.efficiency.lorenz' : 'hp.efficiency');
  // A machine needs some lift of its own: below the least one the COP is that of the least one.
  const source = onShiftedScale(Math.min(sourceIn, sinkOut - smallest));
  const ideal = lorenz ? lorenzCop(temperatures, 1) : carnotCop(sinkOut, source, 1);
  const warnings: PumpWarning[] = [];
  if (lift < smallest) warnings.push('smallLift');
  if (lift > p.value('hp.lift.warn')) warnings.push('twoStages');
  if (sinkOut > p.value('hp.sink.market')) warnings.push('fewSuppliers');
  const cop: Cop = {
    value: efficiency.value * ideal,
    low: efficiency.low * ideal,
    high: efficiency.high * ideal,
    basis: lorenz ? 'lorenz' : 'carnot',
    temperatures,
  };
  return { possible: true, lift, cop, warnings };
}

const refused = (lift: Kelvin, refusal: PumpRefusal, reachable: number, sinkOut: Celsius): PumpVerdict => ({
  possible: false,
  lift,
  refusal,
  change: { kelvin: kelvin(sinkOut - reachable), sinkOut: celsius(reachable) },
});

/** Heat delivered and electricity, kW, from so much source heat for a need, which it never exceeds. */
export function pumpDuty(
  sourceHeat: number,
  need: number,
  cop: number,
): { readonly delivered: number; readonly taken: number; readonly electricity: number } {
  const delivered = Math.min(need, (sourceHeat * cop) / (cop - 1));
  return { delivered, taken: (delivered * (cop - 1)) / cop, electricity: delivered / cop };
}

export type CopPoint = { readonly lift: Kelvin; readonly cop: number };

const CLAUSES = /[;\n]|,\s|\.\s|\b(?:og|and|men|but)\b/i;
const NUMBER = String.raw`(\d+(?:[.,]\d+)?)`;
const COP = new RegExp(String.raw`\bCOP\b[^\d;,]{0,8}${NUMBER}`, 'i');
const LIFT = new RegExp(
  String.raw`${NUMBER}\s*(?:K|°C|grader|degrees)?\s*(?:i |of )?(?:temperatur)?(?:løft|lift)|(?:løft|lift)[^\d;,]{0,8}${NUMBER}`,
  'i',
);

/** COPs told in words, each with the lift beside it ("COP 4,0 ved 40 K løft; COP 3,1 ved 60 K løft"). */
export const copsIn = (words: string): readonly CopPoint[] =>
  words.split(CLAUSES).flatMap((clause) => {
    const [cop, lift] = [COP.exec(clause), LIFT.exec(clause)];
    const value = (text: string | undefined): number => Number((text ?? '').replace(',', '.'));
    return cop === null || lift === null ? [] : [{ cop: value(cop[1]), lift: kelvin(value(lift[1] ?? lift[2])) }];
  });

/** Points of a stated COP table, ordered by lift, whose COP rises with the lift: no machine does that, so one of the two is a mistake. */
export function risingCops(points: readonly CopPoint[]): readonly { readonly at: number; readonly after: number }[] {
  const order = points.map((point, index) => ({ ...point, index })).sort((a, b) => a.lift - b.lift || a.index - b.index);
  return order.flatMap((point, i) => {
    const before = order[i - 1];
    return before !== undefined && point.lift > before.lift && point.cop > before.cop ? [{ at: point.index, after: before.index }] : [];
  });
}
