// What carries heat, and what each carrier's numbers are.
import { kelvin } from '../domain/temperature.ts';
import type { Kelvin } from '../domain/temperature.ts';
import type { Ranged } from '../domain/resource.ts';
import { flueGasCp, flueGasDensity } from './dewPoint.ts';
import type { HeatParameterName, HeatParameters, HeatRuleName, HeatRules } from './parameters.ts';

export const MEDIA = ['water', 'seawater', 'condensate', 'steam', 'fluegas', 'air', 'oil', 'milk', 'glycol', 'refrigerant'] as const;
export type Medium = (typeof MEDIA)[number];

export const USUAL_LOADS = ['process', 'mixed', 'space', 'network'] as const;
export type UsualLoad = (typeof USUAL_LOADS)[number];

/** What a resource's heat usually is: a row of data/heat-media.csv. */
export type UsualHeat = {
  readonly resource: string;
  readonly medium: Medium;
  readonly side: 'hot' | 'cold';
  /** How a need lies over the year where nothing is stated. */
  readonly load: UsualLoad;
  /** Not named as heat (flue gas, water): heat only where a flow states energy, or both temperatures, at a temperature. */
  readonly whenStated: boolean;
  readonly supply: Ranged;
  readonly return: Ranged;
};

const isGas = (medium: Medium): boolean => medium === 'fluegas' || medium === 'air';

/** What a stream of this medium keeps to the other side of an exchanger, K. */
export function approachOf(medium: Medium, dirty: boolean, p: HeatParameters): Kelvin {
  if (isGas(medium)) return kelvin(p.value(dirty ? 'approach.dirty' : 'approach.gas'));
  return kelvin(p.value(medium === 'steam' || medium === 'refrigerant' ? 'approach.condensing' : 'approach.liquid'));
}

/** Gas that leaves through a stack may be cooled, need not; liquids that leave warm are taken as to be cooled. */
export const isSoft = (medium: Medium): boolean => isGas(medium);

const CP = {
  water: 'cp.water',
  condensate: 'cp.water',
  seawater: 'cp.seawater',
  steam: 'cp.steam',
  air: 'cp.air',
  oil: 'cp.oil',
  milk: 'cp.milk',
  glycol: 'cp.glycol30',
  refrigerant: 'cp.refrigerant',
} as const satisfies Record<Exclude<Medium, 'fluegas'>, HeatParameterName | HeatRuleName>;

/** kJ/(kg K) without phase change. */
export const cpOf = (medium: Medium, steamVolPercent: number | null, p: HeatRules): number =>
  medium === 'fluegas' ? flueGasCp(steamVolPercent ?? p.value('flue.steam.default'), p) : p.value(CP[medium]);

export const MASS_UNITS = ['kg/s', 'kg/h', 't/h', 'm3/h', 'l/s', 'Nm3/h', 'Sm3/h'] as const;
export type MassFlow = { readonly value: number; readonly unit: (typeof MASS_UNITS)[number] };

/** kg/s; null where a volume of this medium says nothing about its mass (steam by the cubic metre). */
export function massOf({ value, unit }: MassFlow, medium: Medium, steamVolPercent: number | null, p: HeatRules): number | null {
  if (unit === 'kg/s') return value;
  if (unit === 'kg/h') return value / 3600;
  if (unit === 't/h') return value / 3.6;
  const density = densityOf(medium, unit === 'Nm3/h' || unit === 'Sm3/h', steamVolPercent, p);
  if (density === null) return null;
  if (unit === 'l/s') return (value / 1000) * density;
  return (value * density) / (unit === 'Sm3/h' ? p.value('sm3.nm3') : 1) / 3600;
}

const LIQUID_DENSITY = {
  water: 'rho.water.cold',
  condensate: 'rho.water.cold',
  seawater: 'rho.seawater',
  milk: 'rho.milk',
  glycol: 'rho.glycol30',
  oil: 'rho.oil',
} as const satisfies Partial<Record<Medium, HeatParameterName>>;

/** kg per cubic metre, of a gas per normal cubic metre where it is stated so. */
function densityOf(medium: Medium, normal: boolean, steamVolPercent: number | null, p: HeatParameters): number | null {
  if (medium === 'fluegas') return normal ? flueGasDensity(steamVolPercent ?? p.value('flue.steam.default'), p) : null;
  // The table's figure is for 15 °C: a standard cubic metre; a normal one is heavier.
  if (medium === 'air') return p.value('rho.air') * (normal ? p.value('sm3.nm3') : 1);
  if (medium === 'steam' || medium === 'refrigerant' || normal) return null;
  return p.value(LIQUID_DENSITY[medium]);
}
