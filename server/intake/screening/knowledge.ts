// What the reader must know beside the file: units, widths, limits of the checks, the list of waste. All of it data, handed in.
import type { Spreads } from '../../domain/spread.ts';
import type { UnitTable } from '../../domain/units.ts';

/** Rows of data/intake-checks.csv. */
export type CheckLimits = {
  readonly temperatureLowest: number;
  readonly temperatureHighest: number;
  readonly waterLowest: number;
  readonly waterHighest: number;
  readonly outlierFactor: number;
  readonly outlierWidth: number;
  readonly outlierRows: number;
  readonly outlierFewest: number;
  readonly energyGap: number;
  readonly peakGap: number;
  readonly balanceRatio: number;
  /** Months from which on a screening asks to be checked again. */
  readonly screeningAge: number;
  /** MWh a year. */
  readonly largeEnergy: number;
  /** t a year. */
  readonly largeMass: number;
  /** kJ/(kg K). */
  readonly cpWater: number;
  /** t/m3. */
  readonly densityWater: number;
};

export type Knowledge = {
  readonly units: UnitTable;
  readonly spreads: Spreads;
  readonly limits: CheckLimits;
  /** Whether the list of waste holds six digits; left out: codes are not looked up. */
  readonly wasteCode?: (code: string) => boolean;
};

/** Rows of data/intake-checks.csv as limits. Throws RangeError where one is missing. */
export function checkLimitsFrom(records: readonly Readonly<Record<string, string>>[]): CheckLimits {
  const of = (id: string): number => {
    const text = records.find((record) => record['id'] === `check.${id}`)?.['value'] ?? '';
    const value = Number(text);
    if (text === '' || !Number.isFinite(value)) throw new RangeError(`data/intake-checks.csv: check.${id} is missing`);
    return value;
  };
  return {
    temperatureLowest: of('temperature.lowest'),
    temperatureHighest: of('temperature.highest'),
    waterLowest: of('water.lowest'),
    waterHighest: of('water.highest'),
    outlierFactor: of('outlier.factor'),
    outlierWidth: of('outlier.width'),
    outlierRows: of('outlier.rows'),
    outlierFewest: of('outlier.fewest'),
    energyGap: of('energy.gap'),
    peakGap: of('peak.gap'),
    balanceRatio: of('balance.ratio'),
    largeEnergy: of('large.energy'),
    screeningAge: of('screening.age'),
    largeMass: of('large.mass'),
    cpWater: of('cp.water'),
    densityWater: of('density.water'),
  };
}
