// A sentence of the heat part from its template and its numbers.
import type { Language } from '../contract/errors.ts';

const LOCALES = { nb: 'nb-NO', en: 'en-GB' } as const satisfies Record<Language, string>;

/** `{name}` and `{name:0}` a number with at most so many decimals (two where none is told), `{name:%}` a share as per cent. */
export const heatSentence = (
  template: Readonly<Record<Language, string>>,
  values: Readonly<Record<string, number>>,
  language: Language,
): string =>
  template[language].replaceAll(/\{(\w+)(?::([\d%]))?\}/g, (whole, name: string, format: string | undefined) => {
    const value = values[name];
    if (value === undefined) return whole;
    return format === '%'
      ? new Intl.NumberFormat(LOCALES[language], { style: 'percent', maximumFractionDigits: 0 }).format(value)
      : new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: Number(format ?? 2) }).format(value);
  });
