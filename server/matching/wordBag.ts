// How alike two texts are in their words: rare words count for more, forms of a word and parts of compounds meet.
import { fold, tokensOf } from '../taxonomy/tokens.ts';
import { stemEnglish, stemNorwegian } from '../taxonomy/stem.ts';
import { splitCompound, type PartBook } from '../taxonomy/compound.ts';

/** Stems of a text with their weights, the length of the vector they make beside them. */
export type WordBag = { readonly weights: ReadonlyMap<string, number>; readonly length: number };
export type WordBags = { readonly bagOf: (text: string) => WordBag; readonly rarity: (stem: string) => number };

const EMPTY = new Set(
  'the a an of for from to in and or as with by on at into per via til fra og i av for med pa som en et den det ved under over etter uten til eller ut inn mot hos need surplus behov overskudd er om pa vi de du to ar na sa be is it we no so up us if do he me my oh kan min'.split(
    ' ',
  ),
);
const SHORTEST = 3;
const PART = 0.6;
const GRAM = 5;
const PIECE = '*';

/** Whether a stem is only a piece of a word: it makes two texts more alike, but says nothing by itself. */
export const isPiece = (stem: string): boolean => stem.startsWith(PIECE);

const stemsOf = (word: string): readonly string[] => {
  const norwegian = stemNorwegian(word);
  const english = stemEnglish(word);
  return norwegian === english ? [norwegian] : [norwegian, english];
};

/** @param texts what the reference tables say (names and synonyms): the more of them hold a word, the less it tells */
export function createWordBags(texts: readonly string[]): WordBags {
  const seen = new Map<string, number>();
  const words = new Set<string>();
  for (const text of texts) {
    const here = new Set<string>();
    for (const token of tokensOf(fold(text))) {
      if (token.text.length < SHORTEST || EMPTY.has(token.text)) continue;
      if (token.text.length >= 4) words.add(token.text);
      for (const stem of stemsOf(token.text)) here.add(stem);
    }
    for (const stem of here) seen.set(stem, (seen.get(stem) ?? 0) + 1);
  }
  const beginnings = new Set([...words].map((word) => word.slice(0, 3)));
  const parts: PartBook = { begins: (letters) => beginnings.has(letters), known: (part) => part.length >= 4 && words.has(part) };
  const most = Math.log(1 + texts.length);
  const rarity = (stem: string): number => Math.log((1 + texts.length) / (1 + (seen.get(stem) ?? 0))) / most;
  const known = new Map<string, WordBag>();
  const bagOf = (text: string): WordBag => {
    const kept = known.get(text);
    if (kept !== undefined) return kept;
    const weights = new Map<string, number>();
    const add = (stem: string, factor: number): void => {
      const weight = factor * rarity(stem);
      if (weight > (weights.get(stem) ?? 0)) weights.set(stem, weight);
    };
    for (const token of tokensOf(fold(text))) {
      const word = token.text;
      if (word.length < SHORTEST || EMPTY.has(word)) {
        if (word.length === 2 && !EMPTY.has(word) && /[a-z]/.test(word)) add(word, 1);
        continue;
      }
      for (const stem of stemsOf(word)) add(stem, 1);
      for (const part of splitCompound(word, parts)) for (const stem of stemsOf(part)) add(stem, PART);
      for (let at = 0; at + GRAM <= word.length && word.length > GRAM; at++) add(`${PIECE}${word.slice(at, at + GRAM)}`, PART / 3);
    }
    let square = 0;
    for (const weight of weights.values()) square += weight * weight;
    const bag = { weights, length: Math.sqrt(square) };
    known.set(text, bag);
    return bag;
  };
  return { bagOf, rarity };
}

/** 0..1: the cosine of the two bags. */
export function likeness(a: WordBag, b: WordBag): number {
  if (a.length === 0 || b.length === 0) return 0;
  const [small, large] = a.weights.size <= b.weights.size ? [a, b] : [b, a];
  let dot = 0;
  for (const [stem, weight] of small.weights) dot += weight * (large.weights.get(stem) ?? 0);
  return dot / (a.length * b.length);
}
