// The classes of temperature of data/temperature-classes.csv, built into the page: a picture asks for nothing.
import { parse } from 'csv-parse/browser/esm/sync';
import table from '../../../data/temperature-classes.csv?raw';
import { classAmong, nameAmong } from './temperature.ts';
import type { TemperatureClass } from './temperature.ts';

/** Upper limits, °C, coldest first; the last class is open. Throws RangeError where the classes of the table do not join. */
export function limitsOf(text: string): readonly number[] {
  const rows = parse(text, { columns: true }) as readonly Record<string, string>[];
  const limits = rows.slice(0, -1).map((row) => Number(row['to_c'] || NaN));
  rows.forEach((row, i) => {
    const from = i === 0 ? '' : String(limits[i - 1]);
    if (row['from_c'] !== from || (i === rows.length - 1) !== (row['to_c'] === ''))
      throw new RangeError(`temperature-classes.csv, ${row['id']}: begins at ${row['from_c']} °C, expected ${from || 'no lower end'}`);
  });
  return limits;
}

export const TEMPERATURE_LIMITS = limitsOf(table);
export const temperatureClass = (degrees: number): TemperatureClass => classAmong(degrees, TEMPERATURE_LIMITS);
export const className = (rank: number): string => nameAmong(rank, TEMPERATURE_LIMITS);
