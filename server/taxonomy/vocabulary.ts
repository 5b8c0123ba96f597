// What a single word of a line can stand for: the features under which phrases are filed.
import { splitCompound } from './compound.ts';
import { createSpelling } from './spelling.ts';
import { stemEnglish, stemNorwegian } from './stem.ts';
import { WEIGHTS } from './weights.ts';
import type { Language, WordBook } from './words.ts';

/** A feature of a word: its stem or a part's; `share` of the word's meaning that it carries, `strength` how surely it is meant. */
export type Feature = { readonly id: number; readonly share: number; readonly strength: number };

/** How a word of a line was understood. */
export type WordReading = {
  readonly features: readonly Feature[];
  /** 0..1: 1 for a word of one node, near 0 for one of hundreds. */
  readonly rarity: number;
  readonly known: boolean;
};

export const stemOf = (word: string, language: Language): string => (language === 'nb' ? stemNorwegian(word) : stemEnglish(word));

const other = (language: Language): Language => (language === 'nb' ? 'en' : 'nb');

export type Vocabulary = {
  /** The feature of a stem, made when new: used while phrases are filed. */
  readonly featureOf: (word: string, language: Language) => number;
  /** The parts of an index word, [] where it is no compound of known words. */
  readonly partsOf: (word: string, language: Language) => readonly string[];
  /** Whether the language has the word as a word of its own. */
  readonly has: (word: string, language: Language) => boolean;
  readonly read: (word: string, language: Language) => WordReading;
  /** 0..1: 1 for a feature of one node, near 0 for one of hundreds; known once sealed. */
  readonly rarityOf: (feature: number) => number;
  /** To be called once when all phrases are filed: how many nodes each feature leads to, of how many. */
  readonly seal: (nodesOf: (feature: number) => number, nodes: number) => void;
};

const NOTHING: WordReading = { features: [], rarity: 0, known: false };
const MOST_READINGS = 200_000;

export function createVocabulary(words: ReadonlyMap<Language, ReadonlySet<string>>, book: WordBook): Vocabulary {
  const ids = new Map<string, number>();
  const raw = { nb: words.get('nb') ?? new Set<string>(), en: words.get('en') ?? new Set<string>() };
  const stems = { nb: stemsOf(raw.nb, 'nb'), en: stemsOf(raw.en, 'en') };
  const parts = { nb: partsFor(raw.nb, 'nb', book), en: partsFor(raw.en, 'en', book) };
  const spelling = { nb: createSpelling([...raw.nb].toSorted()), en: createSpelling([...raw.en].toSorted()) };
  const readings = { nb: new Map<string, WordReading>(), en: new Map<string, WordReading>() };
  let rarityOf: (feature: number) => number = () => 1;

  const key = (stem: string, language: Language): string => (language === 'nb' ? `n${stem}` : `e${stem}`);
  const has = (word: string, language: Language): boolean => raw[language].has(word) || stems[language].has(stemOf(word, language));
  const partsOf = (word: string, language: Language): readonly string[] =>
    splitCompound(
      word,
      (part, head) =>
        parts[language].has(part) ||
        (head && part.length > 3 && stems[language].has(stemOf(part, language)) && !book.hasRole(part, language, 'use')),
    );

  /** Features of a word taken as known whole or as a compound; null where it is neither. */
  function features(word: string, language: Language, strength: number): Feature[] | null {
    const whole = ids.get(key(stemOf(word, language), language));
    const found: Feature[] = whole === undefined ? [] : [{ id: whole, share: 1, strength }];
    const pieces = partsOf(word, language);
    pieces.forEach((piece, at) => {
      const id = ids.get(key(stemOf(book.readAs(piece, language), language), language));
      if (id === undefined) return;
      const share = at === pieces.length - 1 ? WEIGHTS.headShare : (1 - WEIGHTS.headShare) / (pieces.length - 1);
      // a compound that is a word of its own means itself before its parts
      found.push({ id, share, strength: strength * (whole === undefined ? WEIGHTS.insideCompound : WEIGHTS.insideCompound * 0.6) });
    });
    return found.length > 0 ? found : null;
  }

  function understand(word: string, language: Language): WordReading {
    const crossing = word.length > 3 && !book.hasRole(word, other(language), 'false');
    const found =
      features(word, language, 1) ??
      (crossing && has(word, other(language)) ? features(word, other(language), WEIGHTS.otherLanguage) : null) ??
      misspelt(word, language) ??
      (crossing ? features(word, other(language), WEIGHTS.otherLanguage) : null);
    if (found === null) return NOTHING;
    let rarity = 0;
    for (const feature of found) rarity = Math.max(rarity, rarityOf(feature.id) * (feature.share === 1 ? 1 : 0.9));
    return { features: found, rarity, known: true };
  }

  function misspelt(word: string, language: Language): Feature[] | null {
    const near = spelling[language].nearest(word);
    return near === null ? null : features(near, language, WEIGHTS.misspelt);
  }

  return {
    featureOf: (word, language) => {
      const name = key(stemOf(word, language), language);
      const held = ids.get(name);
      if (held !== undefined) return held;
      ids.set(name, ids.size);
      return ids.size - 1;
    },
    partsOf,
    has,
    read: (word, language) => {
      const held = readings[language].get(word);
      if (held !== undefined) return held;
      if (readings[language].size >= MOST_READINGS) readings[language].clear();
      const reading = understand(word, language);
      readings[language].set(word, reading);
      return reading;
    },
    rarityOf: (feature) => rarityOf(feature),
    seal: (nodesOf, nodes) => {
      const whole = Math.log(1 + nodes);
      const rarity = Array.from({ length: ids.size }, (_, id) => Math.log(1 + nodes / Math.max(1, nodesOf(id))) / whole);
      rarityOf = (feature) => rarity[feature] ?? 1;
    },
  };
}

function stemsOf(words: ReadonlySet<string>, language: Language): ReadonlySet<string> {
  const stems = new Set<string>();
  for (const word of words) stems.add(stemOf(word, language));
  return stems;
}

/** Words that may stand in a compound: known ones of three letters or more and the lexicon's parts. */
function partsFor(words: ReadonlySet<string>, language: Language, book: WordBook): ReadonlySet<string> {
  const parts = new Set<string>();
  for (const word of words) if (/^[a-z]{3,}$/.test(word) && !book.hasRole(word, language, 'stop')) parts.add(word);
  for (const word of book.withRole('part', language)) parts.add(word);
  for (const role of ['use', 'origin', 'as', 'with', 'place'] as const)
    for (const word of book.withRole(role, language)) parts.delete(word);
  return parts;
}
