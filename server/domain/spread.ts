// What a stated amount means as a distribution: its 10th, 50th and 90th percentile.
import type { Annual, AnnualUnit } from './estimate.ts';
import type { DataQuality } from './flow.ts';
import type { Stated } from './quantity.ts';

/** Ratio of the 90th to the 50th percentile of each log-normal width, rows of data/spreads.csv. */
export type Spreads = Readonly<Record<DataQuality | 'about', number>>;

/** Rows of data/spreads.csv as the table of widths. Throws RangeError where one is missing or under 1. */
export function spreadsFrom(records: readonly Readonly<Record<string, string>>[]): Spreads {
  const of = (name: string): number => {
    const value = Number(records.find((record) => record['id'] === `spread.${name}`)?.['value']);
    if (!(value >= 1)) throw new RangeError(`data/spreads.csv: spread.${name} is missing or under 1`);
    return value;
  };
  return { measured: of('measured'), calculated: of('calculated'), estimated: of('estimated'), typical: of('typical'), about: of('about') };
}

/**
 * Percentiles of a stated amount times `factor` (base units a year for one unit as written). A range is uniform between its ends, a bound from
 * above uniform from 0; `more_than` has no upper end. An exact number without a data quality is taken at its word.
 */
export function annualOf(stated: Stated, quality: DataQuality | null, factor: number, unit: AnnualUnit, spreads: Spreads): Annual {
  if ('value' in stated) return logNormal(stated.value * factor, quality === null ? 1 : spreads[quality], unit);
  if ('about' in stated) return logNormal(stated.about * factor, Math.max(spreads.about, quality === null ? 1 : spreads[quality]), unit);
  if ('min' in stated) return uniform(stated.min * factor, stated.max * factor, unit);
  if ('less_than' in stated) return uniform(0, stated.less_than * factor, unit);
  if ('at_most' in stated) return uniform(0, stated.at_most * factor, unit);
  return { low: stated.more_than * factor, likely: null, high: null, unit };
}

/** Median and, by symmetry of the logarithm, the median divided and multiplied by the width. */
const logNormal = (median: number, width: number, unit: AnnualUnit): Annual => ({
  low: median / width,
  likely: median,
  high: median * width,
  unit,
});

function uniform(from: number, to: number, unit: AnnualUnit): Annual {
  const at = (share: number): number => from + share * (to - from);
  return { low: at(0.1), likely: at(0.5), high: at(0.9), unit };
}
