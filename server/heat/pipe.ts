// Which pipe carries a heat load, what does it lose, what does it cost?
import type { PipeSize } from '../domain/factor.ts';
import type { Ranged } from '../domain/resource.ts';
import type { Celsius, Kelvin } from '../domain/temperature.ts';
import type { HeatParameters } from './parameters.ts';

/** Usual water velocity in a bore, m/s (THERMOS). */
export const velocityIn = (pipe: PipeSize, p: HeatParameters): number =>
  Math.max(0, p.value('pipe.velocity.a') + p.value('pipe.velocity.b') * (pipe.boreMm / 1000) ** p.value('pipe.velocity.p'));

/** kW that a pipe carries at its usual velocity and this span between supply and return. */
export function capacityOf(pipe: PipeSize, span: Kelvin, p: HeatParameters): number {
  const area = (Math.PI * (pipe.boreMm / 1000) ** 2) / 4;
  return area * velocityIn(pipe, p) * p.value('rho.water') * p.value('cp.water') * span;
}

export type PipeChoice = {
  readonly pipe: PipeSize;
  /** Pipes side by side: more than one only beyond the largest size. */
  readonly lines: number;
  /** Water velocity at the load, m/s. */
  readonly velocity: number;
};

/** The smallest pipe that carries the load; beyond the largest, several of that. Throws RangeError for a load or span that is not above zero. */
export function choosePipe(kilowatts: number, span: Kelvin, p: HeatParameters): PipeChoice {
  if (!(kilowatts > 0) || !(span > 0)) throw new RangeError(`a pipe takes a load and a span above zero, not ${kilowatts} kW at ${span} K`);
  const largest = p.pipes.at(-1);
  if (largest === undefined) throw new RangeError('data/pipes.csv has no pipe');
  const pipe = p.pipes.find((size) => capacityOf(size, span, p) >= kilowatts) ?? largest;
  const capacity = capacityOf(pipe, span, p);
  // A load that a line carries but for rounding needs no second one.
  const lines = Math.max(1, Math.ceil(kilowatts / capacity - 1e-9));
  return { pipe, lines, velocity: (velocityIn(pipe, p) * kilowatts) / (capacity * lines) };
}

/** Heat loss of a buried pair of pipes, W per metre of trench (EN 13941, Wallenten; no loss below the ground's temperature). */
export function lossOf(pipe: PipeSize, supply: Celsius, back: Celsius, p: HeatParameters): number {
  const [steel, jacket] = [pipe.steelOuterMm / 1000, pipe.jacketMm / 1000];
  const depth = p.value('pipe.cover') + jacket / 2;
  const apart = jacket + p.value('pipe.gap');
  const soil = 2 * Math.PI * p.value('pipe.soil.conductivity');
  const resistance =
    Math.log(jacket / steel) / (2 * Math.PI * p.value('pipe.insulation.conductivity')) +
    Math.log((4 * depth) / jacket) / soil +
    Math.log(1 + ((2 * depth) / apart) ** 2) / (2 * soil);
  return Math.max(0, (2 * ((supply + back) / 2 - p.value('pipe.soil.temperature'))) / resistance);
}

export type Ground = 'street' | 'terrain';

/** NOK per metre of trench with its pair of pipes: the table's curve at the year's euro rate, times the visible Norwegian multiplier. */
export function trenchCost({ pipe, lines }: Pick<PipeChoice, 'pipe' | 'lines'>, ground: Ground, p: HeatParameters): Ranged {
  const multiplier = p.range('pipe.cost.multiplier');
  const table = pipe.eurPerM[ground] * lines * p.value('money.eurnok.2020');
  return { value: table * multiplier.value, low: table * multiplier.low, high: table * multiplier.high };
}

export type DensityClass = 'poor' | 'fair' | 'good';

/** MWh a year per metre of trench, and how that is usually judged; null where there is no trench. */
export function linearDensity(
  mwhPerYear: number,
  metres: number,
  p: HeatParameters,
): { readonly mwhPerMetre: number; readonly class: DensityClass } | null {
  if (!(metres > 0)) return null;
  const mwhPerMetre = mwhPerYear / metres;
  return { mwhPerMetre, class: mwhPerMetre < p.value('density.poor') ? 'poor' : mwhPerMetre > p.value('density.good') ? 'good' : 'fair' };
}
