// A power or flow that a row states beside its amount, as a number in MW or m3/h.
import { isProblem, parseUnit } from '../../../domain/unitsParse.ts';
import { toBase } from '../../../domain/units.ts';
import type { UnitTable } from '../../../domain/units.ts';
import type { TableHead } from '../../table/types.ts';
import { readHeader } from '../columns.ts';
import { readNumber } from '../readNumber.ts';

export type Side = { readonly value: number; readonly unit: string; readonly header: string; readonly found: string };

/** The value of a kept column and its unit: from the cell, else from the header. */
export function sideValue(text: string | undefined, field: string, head: TableHead): Side | null {
  if (text === undefined) return null;
  const reading = readNumber(text, false);
  if (reading.kind !== 'number' || reading.other !== null) return null;
  const value = 'min' in reading.stated ? reading.stated.max : (Object.values(reading.stated)[0] ?? Number.NaN);
  const header =
    head.headers.find((one) => readHeader(one, () => false)?.field === field || readHeader(one, () => true)?.field === field) ?? field;
  const unit = reading.rest !== '' ? reading.rest : (readHeader(header, () => true)?.unit ?? '');
  return { value, unit, header, found: text };
}

/** A side value as MW; null where its unit is no power. */
export function megawatts(side: Side, units: UnitTable): number | null {
  const meaning = parseUnit(side.unit === '' ? 'MW' : side.unit, units);
  return isProblem(meaning) || meaning.row.dimension !== 'power' ? null : toBase(side.value * meaning.times, meaning.row.factor);
}
