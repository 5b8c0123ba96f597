// How much hot utility the companies of a cluster could save by passing heat to each other.
import type { Kelvin } from '../domain/temperature.ts';
import { cascade, type Cascade } from './cascade.ts';
import type { HeatStream } from './stream.ts';

export type Sharing = {
  /** Each company on its own, in the order of its first stream. */
  readonly companies: ReadonlyMap<string, Cascade>;
  /** All companies as one. */
  readonly pooled: Cascade;
  /**
   * The companies' own least hot utility less the pooled one, kW: the most that exchange between companies can save without heat pumps. A
   * bound, since it takes every company's own recovery as done and every pair as neighbours.
   */
  readonly potential: number;
};

/** What rounding may leave of a potential that is zero, as a share of the hot utilities. */
const ROUNDING = 1e-12;

export const byCompany = (streams: readonly HeatStream[]): ReadonlyMap<string, readonly HeatStream[]> =>
  Map.groupBy(streams, (stream) => stream.company);

export function sharing(streams: readonly HeatStream[], approach: Kelvin): Sharing {
  const companies = new Map([...byCompany(streams)].map(([company, own]) => [company, cascade(own, approach)]));
  const pooled = cascade(streams, approach);
  const alone = [...companies.values()].reduce((sum, own) => sum + own.hotUtility, 0);
  const saved = alone - pooled.hotUtility;
  return { companies, pooled, potential: saved <= ROUNDING * streams.reduce((sum, stream) => sum + stream.heat, 0) ? 0 : saved };
}
