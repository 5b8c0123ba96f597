// Something that gives off heat or takes it up between two temperatures.
import { kelvin } from '../domain/temperature.ts';
import type { Celsius, Kelvin } from '../domain/temperature.ts';

/**
 * One straight piece: constant heat capacity, or a phase change where supply and target are equal. A stream that bends (superheated steam,
 * condensing, then condensate) is several pieces that share an id.
 */
export type HeatStream = {
  readonly id: string;
  readonly company: string;
  /** Hot gives heat and falls (or condenses), cold takes heat and rises (or boils). */
  readonly kind: 'hot' | 'cold';
  readonly supply: Celsius;
  readonly target: Celsius;
  /** Duty, kW, never negative: as stated, or the mean of the time looked at. */
  readonly heat: number;
  /** What this stream adds to the approach of a pair; null: half of the least approach of the problem. */
  readonly contribution: Kelvin | null;
  /** May be cooled (or heated) where that helps, need not be. */
  readonly soft: boolean;
  /** kW in each month, January first; null: `heat` in every month. */
  readonly months: readonly number[] | null;
};

/** Hot or cold by the way the temperature goes; null where supply and target are equal and only somebody who knows can say. */
export const kindOf = (supply: Celsius, target: Celsius): HeatStream['kind'] | null =>
  supply > target ? 'hot' : supply < target ? 'cold' : null;

/** What a stream adds to the approach, K. */
export const contributionOf = (stream: HeatStream, approach: Kelvin): Kelvin => stream.contribution ?? kelvin(approach / 2);

/** The same streams with the duties of one month, 0 for January. */
export const inMonth = (streams: readonly HeatStream[], month: number): readonly HeatStream[] =>
  streams.map((stream) => (stream.months === null ? stream : { ...stream, heat: stream.months[month] ?? 0, months: null }));
