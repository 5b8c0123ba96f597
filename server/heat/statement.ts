// What a company said of one heat flow, whatever form it came in.
import type { MonthProfile } from '../domain/flow.ts';
import type { Ranged } from '../domain/resource.ts';
import type { Celsius } from '../domain/temperature.ts';
import type { CopPoint } from './heatPump.ts';
import type { MassFlow, Medium } from './media.ts';

/** Null is not known. A need's supply is what must arrive, its return what goes back; a surplus's supply is how it leaves. */
export type HeatStatement = {
  readonly id: string;
  readonly company: string;
  readonly side: 'hot' | 'cold';
  readonly medium: Medium;
  readonly supply: Celsius | null;
  readonly return: Celsius | null;
  /** What stands in where a temperature is not stated, and the row it comes from. */
  readonly usual: { readonly supply: Ranged; readonly return: Ranged; readonly row: string } | null;
  readonly mwhPerYear: number | null;
  readonly hoursPerYear: number | null;
  readonly peakKw: number | null;
  readonly massFlow: MassFlow | null;
  /** Steam: bar absolute. */
  readonly barAbs: number | null;
  /** Flue gas: steam in it, its acid dew point, the coldest the company allows, and whether it is from clean gas fuel. */
  readonly steamVolPercent: number | null;
  readonly dewPoint: Celsius | null;
  readonly floor: Celsius | null;
  readonly cleanGasFuel: boolean;
  readonly dirty: boolean;
  readonly profile: MonthProfile | null;
  /** Share of the year that runs evenly where no profile is stated, 0..1. */
  readonly evenShare: number;
  /** The range of that share and the row it comes from; null: it was stated. */
  readonly evenUsual: { readonly low: number; readonly high: number; readonly row: string } | null;
  /** COP of a heat pump at several lifts, where the words tell them. */
  readonly cops: readonly CopPoint[];
  /** A heat network: where no temperature is stated it runs on winter and summer temperatures. */
  readonly seasonal: boolean;
};

/** A statement that says nothing but who and what: for makers that fill in the rest. */
export const unstated = (statement: Pick<HeatStatement, 'id' | 'company' | 'side' | 'medium'>): HeatStatement => ({
  supply: null,
  return: null,
  usual: null,
  mwhPerYear: null,
  hoursPerYear: null,
  peakKw: null,
  massFlow: null,
  barAbs: null,
  steamVolPercent: null,
  dewPoint: null,
  floor: null,
  cleanGasFuel: false,
  dirty: false,
  profile: null,
  evenShare: 1,
  evenUsual: null,
  cops: [],
  seasonal: false,
  ...statement,
});
