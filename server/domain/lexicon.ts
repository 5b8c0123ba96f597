// What words mean: phrases for taxonomy nodes, the small words that steer, what branches take and give, grades and temperature classes.
import type { Direction, ResourceGuess } from './flow.ts';
import type { ResourceId } from './resource.ts';

/** `any`: holds in both languages, such as formulas, abbreviations and trade names. */
export type PhraseLanguage = 'nb' | 'en' | 'any';

/** One more way to say a resource or a use, beside the names and synonyms of the taxonomy. */
export type LexiconPhrase = {
  readonly phrase: string;
  readonly language: PhraseLanguage;
  readonly resource: ResourceId;
  /** Said only of what comes in or only of what goes out; null: of both. */
  readonly direction: Direction | null;
  /** Holds only where the flow is of one of these kinds (material, heat, steam, ...); empty: of all. */
  readonly kinds: readonly string[];
  readonly how: ResourceGuess['how'];
  /** 0..1, how firmly the phrase points at the node. */
  readonly weight: number;
};

/**
 * `stop` says nothing; `empty` names no resource by itself (waste, source, råstoff); `form` tells the shape more than the stuff (offcuts, støv); `origin`, `use`, `as`, `with`, `without`, `place` are the words that
 * open a part of the line; `part` occurs in compounds only; `variant` is read as its meaning (nynorsk, American spelling, abbreviation);
 * `kind` tells the kind of flow; `false` means something else in the other language and never crosses over.
 */
export const WORD_ROLES = [
  'stop',
  'empty',
  'form',
  'origin',
  'use',
  'as',
  'with',
  'without',
  'place',
  'part',
  'variant',
  'kind',
  'false',
] as const;
export type WordRole = (typeof WORD_ROLES)[number];
export type LexiconWord = {
  readonly word: string;
  readonly language: PhraseLanguage;
  readonly role: WordRole;
  readonly meaning: string | null;
};

/** What a branch typically takes in and gives off: context that decides between meanings, never a candidate by itself. */
export type ActivityProfile = {
  readonly id: string;
  readonly words: readonly string[];
  /** NACE prefixes as digits, such as `2410`, `203`. */
  readonly nace: readonly string[];
  readonly takes: readonly ResourceId[];
  readonly gives: readonly ResourceId[];
};

/** A regular expression for designations that are no words, such as alloy numbers. */
export type GradePattern = {
  readonly pattern: string;
  readonly resource: ResourceId;
  readonly how: ResourceGuess['how'];
  readonly weight: number;
};

/** The class of a heat flow between two temperatures, °C, or of steam between two pressures, bar; `to` is not part of it. */
export type TemperatureClass = { readonly medium: string; readonly from: number; readonly to: number; readonly resource: ResourceId };

export type Lexicon = {
  readonly phrases: readonly LexiconPhrase[];
  readonly words: readonly LexiconWord[];
  readonly activities: readonly ActivityProfile[];
  readonly grades: readonly GradePattern[];
  readonly temperatures: readonly TemperatureClass[];
};
