// The small words of the lexicon, folded and ready to ask: what a word does in a line, and what it is read as.
import { WORD_ROLES, type LexiconWord, type PhraseLanguage, type WordRole } from '../domain/lexicon.ts';
import { fold, tokensOf, type Token } from './tokens.ts';

export type Language = 'nb' | 'en';

export type WordBook = {
  /** The roles of a folded word in a language. */
  readonly hasRole: (word: string, language: Language, role: WordRole) => boolean;
  /** Whether a folded word opens a part of the line: from, for, as, with, in. */
  readonly opens: (word: string, language: Language) => boolean;
  /** What a folded word is read as, such as `vatn` as `vann`; the word itself where nothing is said. */
  readonly readAs: (word: string, language: Language) => string;
  /** What two folded words in a row are read as, such as `carbon dioxide` as `co2`; null where nothing is said. */
  readonly pairAs: (first: string, second: string, language: Language) => string | null;
  /** The kind of flow that a folded word tells, or null. */
  readonly kindOf: (word: string, language: Language) => string | null;
  /** Words of a role, folded. */
  readonly withRole: (role: WordRole, language: Language) => readonly string[];
};

const spokenIn = (language: PhraseLanguage, asked: Language): boolean => language === 'any' || language === asked;

/** Roles as bits, so that one look-up answers for several. */
const BIT = Object.fromEntries(WORD_ROLES.map((role, at) => [role, 1 << at])) as Readonly<Record<WordRole, number>>;
export const OPENERS = ['origin', 'use', 'as', 'with', 'without', 'place'] as const;
const OPENS = OPENERS.reduce((bits, role) => bits | BIT[role], 0);

export function createWordBook(words: readonly LexiconWord[]): WordBook {
  const roles = { nb: new Map<string, number>(), en: new Map<string, number>() };
  const variants = { nb: new Map<string, string>(), en: new Map<string, string>() };
  const kinds = { nb: new Map<string, string>(), en: new Map<string, string>() };
  for (const word of words) {
    const folded = fold(word.word).trim();
    for (const language of ['nb', 'en'] as const) {
      if (!spokenIn(word.language, language)) continue;
      roles[language].set(folded, (roles[language].get(folded) ?? 0) | BIT[word.role]);
      if (word.role === 'variant' && word.meaning !== null) variants[language].set(folded, fold(word.meaning).trim());
      if (word.role === 'kind' && word.meaning !== null) kinds[language].set(folded, word.meaning);
    }
  }
  // only words that begin a pair are worth putting together
  const begins = { nb: new Set<string>(), en: new Set<string>() };
  for (const language of ['nb', 'en'] as const)
    for (const word of variants[language].keys()) if (word.includes(' ')) begins[language].add(word.slice(0, word.indexOf(' ')));
  const rolesOf = (word: string, language: Language): number => roles[language].get(word) ?? 0;
  return {
    hasRole: (word, language, role) => (rolesOf(word, language) & BIT[role]) !== 0,
    opens: (word, language) => (rolesOf(word, language) & OPENS) !== 0,
    readAs: (word, language) => variants[language].get(word) ?? word,
    pairAs: (first, second, language) => (begins[language].has(first) ? (variants[language].get(`${first} ${second}`) ?? null) : null),
    kindOf: (word, language) => kinds[language].get(word) ?? null,
    withRole: (role, language) => [...roles[language]].filter(([, bits]) => (bits & BIT[role]) !== 0).map(([word]) => word),
  };
}

/** The tokens with pairs that are read as one word put together. */
export function readPairs(tokens: readonly Token[], language: Language, book: WordBook): readonly Token[] {
  let read: Token[] | null = null;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined) continue;
    const next = tokens[at + 1];
    const pair = next === undefined || next.after === 'comma' ? null : book.pairAs(token.text, next.text, language);
    if (pair !== null) {
      read ??= tokens.slice(0, at);
      read.push({ text: pair, after: token.after });
      at++;
    } else read?.push(token);
  }
  return read ?? tokens;
}

/** The words of a phrase that say something, and the place of the one that says what it is: the last before "fra", "til", "of", "for". */
export type PhraseWords = { readonly words: readonly string[]; readonly head: number };

/** Folded words of a phrase, read as what they mean, without the words that say nothing. */
export function phraseWords(phrase: string, language: Language, book: WordBook): PhraseWords {
  const words: string[] = [];
  let head = -1;
  for (const token of readPairs(tokensOf(fold(phrase)), language, book)) {
    const read = book.readAs(token.text, language);
    for (const word of read.includes(' ') ? read.split(' ') : [read]) {
      if (book.opens(word, language)) {
        if (head === -1 && words.length > 0) head = words.length - 1;
        continue;
      }
      if (!book.hasRole(word, language, 'stop')) words.push(word);
    }
  }
  return { words, head: head === -1 ? words.length - 1 : head };
}
