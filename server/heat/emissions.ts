// What a heat pump's electricity and the fuel it replaces mean in CO2e, on two bases for electricity that are never mixed.
import type { HeatParameterName, HeatParameters } from './parameters.ts';

/** `physical`: what the Norwegian grid delivered; `residual`: power sold without guarantees of origin. Each with its year. */
export const ELECTRICITY_BASES = { physical: 'co2.el.physical.2023', residual: 'co2.el.residual.2020' } as const satisfies Record<
  string,
  HeatParameterName
>;
export type ElectricityBasis = keyof typeof ELECTRICITY_BASES;

/** t CO2e for each basis, apart. There is no sum of the two and no mean. */
export type OnBothBases = { readonly [Basis in ElectricityBasis]: number };

/** t CO2e of so many MWh of electricity, on each basis. */
export const electricityEmissions = (mwh: number, p: HeatParameters): OnBothBases => ({
  physical: (mwh * p.value(ELECTRICITY_BASES.physical)) / 1000,
  residual: (mwh * p.value(ELECTRICITY_BASES.residual)) / 1000,
});

/** t CO2e a year that heat from elsewhere avoids: the fuel it replaces, less the heat pump's and the pumps' electricity. Positive is avoided. */
export function avoided(
  { fuelTonnes, pumpMwh }: { readonly fuelTonnes: number; /** Electricity of heat pump and circulation, MWh. */ readonly pumpMwh: number },
  p: HeatParameters,
): OnBothBases {
  const spent = electricityEmissions(pumpMwh, p);
  return { physical: fuelTonnes - spent.physical, residual: fuelTonnes - spent.residual };
}
