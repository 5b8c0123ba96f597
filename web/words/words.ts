// The words of the chosen language, and how values go into them.
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { en } from './en.ts';
import { nb } from './nb.ts';

export type Language = 'nb' | 'en';
export type Words = typeof nb;
export const WORDS: Readonly<Record<Language, Words>> = { nb, en };

export const LanguageContext = createContext<Language>('nb');
export const useLanguage = (): Language => useContext(LanguageContext);
export const useWords = (): Words => WORDS[useLanguage()];

/** Puts values into a sentence's `{names}`. */
export const fill = (sentence: string, values: Readonly<Record<string, string | number>>): string =>
  sentence.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));

/** The language a person chose before, else the browser's, else bokmål. */
export function firstLanguage(): Language {
  const asked = new URLSearchParams(location.search).get('lang') ?? localStorage.getItem('language');
  if (asked === 'nb' || asked === 'en') return asked;
  return navigator.languages.some((tag) => /^(nb|nn|no)\b/.test(tag)) || !navigator.languages.some((tag) => /^en\b/.test(tag))
    ? 'nb'
    : 'en';
}
