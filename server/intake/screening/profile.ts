// A year in twelve shares.
import type { MonthProfile } from '../../domain/flow.ts';
import { readDigits } from './readDigits.ts';

/** Twelve numbers parted by semicolons, strokes, blanks or (with decimal points) commas, as shares that sum to 1. Null where they are not twelve, or all 0. */
export function readProfile(text: string): MonthProfile | null {
  for (const mark of [';', '|', '/', /\s+/, ',']) {
    const parts = text.trim().split(mark);
    if (parts.length === 12) return sharesOf(parts.map((part) => readDigits(part.replace('%', '').trim())?.value ?? Number.NaN));
  }
  return null;
}

/** Shares of twelve amounts; null where one is no number, or all are 0. */
export function sharesOf(months: readonly number[]): MonthProfile | null {
  const sum = months.reduce((total, month) => total + month, 0);
  if (months.length !== 12 || !(sum > 0) || months.some((month) => !(month >= 0))) return null;
  // Shares already: dividing by what is one but for its last digit would change them each time they are written and read.
  return Math.abs(sum - 1) < 1e-9 ? months : months.map((month) => month / sum);
}
