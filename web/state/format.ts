// Numbers, amounts and dates as a Norwegian or English reader expects them.
import type { Language, Words } from '../words/words.ts';
import { fill } from '../words/words.ts';

type Range = { readonly low: number; readonly likely: number | null; readonly high: number | null };

/** Three significant digits for estimates; whole numbers keep their digits up to 999. */
export const number = (value: number, language: Language, digits = 3): string =>
  new Intl.NumberFormat(language, { maximumSignificantDigits: Math.abs(value) >= 1000 ? Math.max(digits, 3) : digits }).format(value);

const UNIT_NAMES: Readonly<Record<string, { nb: string; en: string }>> = {
  t: { nb: 't', en: 't' },
  m3: { nb: 'm³', en: 'm³' },
  Sm3: { nb: 'Sm³', en: 'Sm³' },
  fm3: { nb: 'fm³', en: 'solid m³' },
  lm3: { nb: 'lm³', en: 'loose m³' },
  pcs: { nb: 'stk', en: 'pcs' },
  h: { nb: 't', en: 'h' },
};

/** Large energies and volumes in the unit people say them in. */
export function amount(value: number, unit: string, language: Language): string {
  if (unit === 'MWh' && Math.abs(value) >= 10_000) return `${number(value / 1000, language)} GWh`;
  if (unit === 'm3' && Math.abs(value) >= 1_000_000)
    return `${number(value / 1e6, language)} ${language === 'nb' ? 'mill.' : 'million'} m³`;
  if (unit === 'h') return `${number(value, language)} ${language === 'nb' ? 'timer' : 'h'}`;
  return `${number(value, language)} ${UNIT_NAMES[unit]?.[language] ?? unit}`;
}

export function amountRange(range: Range, unit: string, words: Words, language: Language): string {
  if (range.likely === null || range.high === null) return fill(words.atLeast, { low: amount(range.low, unit, language) });
  return amount(range.likely, unit, language);
}

/** NOK to two significant digits, in millions from a million on. */
export function money(value: number, language: Language): string {
  const [size, name] =
    Math.abs(value) >= 1e6 ? [1e6, language === 'nb' ? 'mill. kr' : 'million NOK'] : [1, language === 'nb' ? 'kr' : 'NOK'];
  return `${new Intl.NumberFormat(language, { maximumSignificantDigits: 2 }).format(value / size)} ${name}`;
}

export const moneyRange = (range: Range, words: Words, language: Language): string =>
  range.high === null
    ? fill(words.atLeast, { low: money(range.low, language) })
    : fill(words.range, { low: money(range.low, language), high: money(range.high, language) });

export const moment = (iso: string, language: Language): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso));

/** An ISO date without a time. */
export const day = (iso: string, language: Language): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${iso}T00:00:00Z`));

/** `85` or `60–80`, with °C. */
export const degrees = (at: number | { readonly min: number; readonly max: number }, language: Language): string =>
  typeof at === 'number' ? `${number(at, language)} °C` : `${number(at.min, language)}–${number(at.max, language)} °C`;
