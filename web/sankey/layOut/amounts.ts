// How is an amount written? Four significant digits in the reader's language: the exact number is in the table and in data-value.
import type { Language } from '../types.ts';

const formats = {
  nb: new Intl.NumberFormat('nb-NO', { maximumSignificantDigits: 4 }),
  en: new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 4 }),
} satisfies Record<Language, Intl.NumberFormat>;

/** From here on a number is written with a power of ten: its zeros would run out of the picture. */
export const LONGEST = 1e15;

/** `322 × 1000 tonn`: a unit that begins with a number of its own is a factor. */
export const withUnit = (number: string, unit: string): string =>
  unit === '' ? number : `${number}\u00a0${/^\d/.test(unit) ? '×\u00a0' : ''}${unit}`;

export function amountText(value: number, unit: string, language: Language): string {
  const size = Math.abs(value);
  const number =
    size !== 0 && (size < 1e-4 || size >= LONGEST)
      ? value.toExponential(2).replace('.', language === 'nb' ? ',' : '.')
      : formats[language].format(value);
  return withUnit(number, unit);
}

/** The largest of 1, 2, 5 times a power of ten that is not above `most`. */
export function roundBelow(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most));
  const step = [5, 2, 1].find((s) => s * power <= most * (1 + 1e-9)) ?? 1;
  // 10 ** -4 is not exactly 0.0001: reading the short text gives the nearest number.
  return Number((step * power).toPrecision(3));
}
