// The small words of the lexicon, folded and ready to ask: what a word does in a line, and what it is read as.
import type { LexiconWord, PhraseLanguage, WordRole } from '../domain/lexicon.ts';
import { fold, tokensOf } from './tokens.ts';

export type Language = 'nb' | 'en';

export type WordBook = {
  /** The roles of a folded word in a language. */
  readonly hasRole: (word: string, language: Language, role: WordRole) => boolean;
  /** What a folded word is read as, such as `vatn` as `vann`; the word itself where nothing is said. */
  readonly readAs: (word: string, language: Language) => string;
  /** The kind of flow that a folded word tells, or null. */
  readonly kindOf: (word: string, language: Language) => string | null;
  /** Words of a role, folded. */
  readonly withRole: (role: WordRole, language: Language) => readonly string[];
};

const spokenIn = (language: PhraseLanguage, asked: Language): boolean => language === 'any' || language === asked;

export function createWordBook(words: readonly LexiconWord[]): WordBook {
  const roles = new Map<string, Set<WordRole>>();
  const variants = new Map<string, string>();
  const kinds = new Map<string, string>();
  const listed = new Map<string, string[]>();
  for (const word of words) {
    const folded = fold(word.word).trim();
    for (const language of ['nb', 'en'] as const) {
      if (!spokenIn(word.language, language)) continue;
      const key = `${language}:${folded}`;
      const held = roles.get(key) ?? new Set<WordRole>();
      held.add(word.role);
      roles.set(key, held);
      if (word.role === 'variant' && word.meaning !== null) variants.set(key, fold(word.meaning).trim());
      if (word.role === 'kind' && word.meaning !== null) kinds.set(key, word.meaning);
      const list = `${language}:${word.role}`;
      listed.set(list, [...(listed.get(list) ?? []), folded]);
    }
  }
  return {
    hasRole: (word, language, role) => roles.get(`${language}:${word}`)?.has(role) ?? false,
    readAs: (word, language) => variants.get(`${language}:${word}`) ?? word,
    kindOf: (word, language) => kinds.get(`${language}:${word}`) ?? null,
    withRole: (role, language) => listed.get(`${language}:${role}`) ?? [],
  };
}

/** The words of a phrase that say something, and the place of the one that says what it is: the last before "fra", "til", "of", "for". */
export type PhraseWords = { readonly words: readonly string[]; readonly head: number };

/** Folded words of a phrase, read as what they mean, without the words that say nothing. */
export function phraseWords(phrase: string, language: Language, book: WordBook): PhraseWords {
  const words: string[] = [];
  let head = -1;
  for (const token of tokensOf(fold(phrase))) {
    const read = book.readAs(token.text, language);
    for (const word of read.includes(' ') ? read.split(' ') : [read]) {
      if (OPENS.some((role) => book.hasRole(word, language, role))) {
        if (head === -1 && words.length > 0) head = words.length - 1;
        continue;
      }
      if (!book.hasRole(word, language, 'stop')) words.push(word);
    }
  }
  return { words, head: head === -1 ? words.length - 1 : head };
}

const OPENS: readonly WordRole[] = ['origin', 'use', 'as', 'with', 'place'];
