// The same tables with every approach smaller or larger: what a target asks of the exchangers.
import type { HeatRows } from './parameters.ts';

/** Rows of data/heat.csv that say how far apart streams must stay. */
const APPROACHES = /^heat\.approach\.(liquid|condensing|gas|dirty|loop)$/;

/** All approaches by one factor, so that gas keeps its distance over liquid. Throws RangeError for a factor that is no positive number. */
export function scaleApproach(rows: HeatRows, factor: number): HeatRows {
  if (!(factor > 0 && Number.isFinite(factor))) throw new RangeError(`${factor} is no factor of an approach`);
  if (factor === 1) return rows;
  const heat = new Map(
    [...rows.heat].map(([id, row]) => [
      id,
      APPROACHES.test(id) ? { ...row, value: row.value * factor, low: row.low * factor, high: row.high * factor } : row,
    ]),
  );
  return { heat, pipes: rows.pipes, steam: rows.steam, degreeDays: rows.degreeDays };
}
