// Powers and lengths in the unit that people say them in; one unit for a whole picture.
import { number } from '../../state/format.ts';
import type { Language } from '../../words/words.ts';

export type PowerUnit = { readonly name: 'kW' | 'MW'; readonly kilowatts: number };

/** MW from 2 MW on, so that a picture's axis has few digits. */
export const powerUnit = (most: number): PowerUnit =>
  Math.abs(most) >= 2000 ? { name: 'MW', kilowatts: 1000 } : { name: 'kW', kilowatts: 1 };

export const power = (kilowatts: number, language: Language): string => {
  const unit = powerUnit(kilowatts);
  return `${number(kilowatts / unit.kilowatts, language)} ${unit.name}`;
};
/** In a unit that the caller names beside it: as exact as the table needs. */
export const inUnit = (kilowatts: number, unit: PowerUnit, language: Language): string =>
  new Intl.NumberFormat(language, { maximumFractionDigits: unit.name === 'MW' ? 3 : 1 }).format(kilowatts / unit.kilowatts);
/** The same as a cell of a table, with the number itself for a file. */
export const figureIn = (kilowatts: number, unit: PowerUnit, language: Language): { readonly text: string; readonly value: number } => ({
  text: inUnit(kilowatts, unit, language),
  value: kilowatts / unit.kilowatts,
});
export const figureOf = (value: number, language: Language, digits = 0): { readonly text: string; readonly value: number } => ({
  text: whole(value, language, digits),
  value,
});
export const spanOf = (from: number, to: number, language: Language, digits = 0): { readonly text: string; readonly value: string } => ({
  text: `${whole(from, language, digits)}–${whole(to, language, digits)}`,
  value: `${from}..${to}`,
});
export const whole = (value: number, language: Language, digits = 0): string =>
  new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(value);
export const length = (metres: number, language: Language): string =>
  metres >= 2000 ? `${number(metres / 1000, language, 2)} km` : `${number(metres, language, 2)} m`;
export const percent = (share: number, language: Language): string =>
  new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }).format(share);
