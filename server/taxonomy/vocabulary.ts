// What a single word of a line can stand for: the features under which phrases are filed.
import { splitCompound, type PartBook } from './compound.ts';
import { createSpelling, type Spelling } from './spelling.ts';
import { stemEnglish, stemNorwegian } from './stem.ts';
import { WEIGHTS } from './weights.ts';
import type { Language, WordBook } from './words.ts';

/** A feature of a word: its stem or a part's; `share` of the word's meaning that it carries, `strength` how surely it is meant. */
export type Feature = {
  readonly id: number;
  readonly share: number;
  readonly strength: number;
  /** A compound may be taken as its parts or as the parts of these; shares of the two ways are not added together. */
  readonly way: 'both' | 'parts' | 'smallest';
};

/** How a word of a line was understood. */
export type WordReading = {
  readonly features: readonly Feature[];
  /** 0..1: 1 for a word of one node, near 0 for one of hundreds. */
  readonly rarity: number;
  readonly known: boolean;
};

export type Vocabulary = {
  /** The feature of a word's stem, made when new: used while phrases are filed. */
  readonly featureOf: (word: string, language: Language) => number;
  /** The parts of a word, [] where it is no compound of known words. */
  readonly partsOf: (word: string, language: Language) => readonly string[];
  /** Whether the language has the word as a word of its own. */
  readonly has: (word: string, language: Language) => boolean;
  readonly read: (word: string, language: Language) => WordReading;
  /** 0..1: 1 for a feature of one node, near 0 for one of hundreds; known once sealed. */
  readonly rarityOf: (feature: number) => number;
  /** To be called once when all phrases are filed: how many nodes each feature leads to, of how many. */
  readonly seal: (nodesOf: (feature: number) => number, nodes: number) => void;
};

export const stemOf = (word: string, language: Language): string => (language === 'nb' ? stemNorwegian(word) : stemEnglish(word));

const other = (language: Language): Language => (language === 'nb' ? 'en' : 'nb');
const both = <Value>(make: (language: Language) => Value): Record<Language, Value> => ({ nb: make('nb'), en: make('en') });

const NOTHING: WordReading = { features: [], rarity: 0, known: false };
/** Readings are kept for so many different words. */
const MOST_READINGS = 200_000;
const UNKNOWN = -1;

export function createVocabulary(words: Readonly<Record<Language, ReadonlySet<string>>>, book: WordBook): Vocabulary {
  const stems = both(() => new Map<string, number>());
  const features = both(() => new Map<string, number>());
  let count = 0;
  for (const language of ['nb', 'en'] as const) {
    for (const word of words[language]) {
      const stem = stemOf(word, language);
      let id = stems[language].get(stem);
      if (id === undefined) {
        id = count++;
        stems[language].set(stem, id);
      }
      features[language].set(word, id);
    }
  }
  const looked = both(() => new Map<string, number>());
  let sealed = false;
  const lookUp = (word: string, language: Language): number | undefined => {
    const held = features[language].get(word) ?? looked[language].get(word);
    if (held !== undefined) return held === UNKNOWN ? undefined : held;
    const found = stems[language].get(stemOf(word, language));
    if (sealed) remember(looked[language], word, found ?? UNKNOWN);
    return found;
  };
  const parts = both((language) => partBook(words[language], language, book, (word) => stems[language].has(stemOf(word, language))));
  const divided = both(() => new Map<string, readonly string[]>());
  const readings = both(() => new Map<string, WordReading>());
  const spelling = both<Spelling>((language) => createSpelling(() => [...words[language]].toSorted()));
  let rarity: readonly number[] = [];

  function partsOf(word: string, language: Language): readonly string[] {
    const held = divided[language].get(word);
    if (held !== undefined) return held;
    const found = splitCompound(word, parts[language]);
    remember(divided[language], word, found);
    return found;
  }

  /** Features of a word taken as known whole or as a compound; null where it is neither. */
  function featuresOf(word: string, language: Language, strength: number): Feature[] | null {
    const whole = lookUp(word, language);
    const found: Feature[] = whole === undefined ? [] : [{ id: whole, share: 1, strength, way: 'both' }];
    // a compound that is a word of its own means itself before its parts
    const inside = strength * WEIGHTS.insideCompound * (whole === undefined ? 1 : WEIGHTS.partOfKnownCompound);
    addParts(found, word, language, inside);
    return found.length > 0 ? found : null;
  }

  /** Adds the parts of a compound with their shares of it, and the parts of these. */
  function addParts(found: Feature[], word: string, language: Language, strength: number): void {
    for (const { part, share } of shared(partsOf(word, language))) {
      const smaller = shared(partsOf(part, language));
      const id = lookUp(book.readAs(part, language), language);
      if (id !== undefined) found.push({ id, share, strength, way: smaller.length > 0 ? 'parts' : 'both' });
      for (const one of smaller) {
        const smallId = lookUp(book.readAs(one.part, language), language);
        if (smallId !== undefined)
          found.push({ id: smallId, share: share * one.share, strength: strength * WEIGHTS.insideCompound, way: 'smallest' });
      }
    }
  }

  function understand(word: string, language: Language): WordReading {
    const crossing = word.length > 3 && !book.hasRole(word, other(language), 'false');
    const near = (): Feature[] | null => {
      const word2 = spelling[language].nearest(word);
      return word2 === null ? null : featuresOf(word2, language, WEIGHTS.misspelt);
    };
    const found =
      featuresOf(word, language, 1) ??
      (crossing && lookUp(word, other(language)) !== undefined ? featuresOf(word, other(language), WEIGHTS.otherLanguage) : null) ??
      near() ??
      (crossing ? featuresOf(word, other(language), WEIGHTS.otherLanguage) : null);
    if (found === null) return NOTHING;
    let rare = 0;
    for (const feature of found) rare = Math.max(rare, (rarity[feature.id] ?? 1) * (feature.share === 1 ? 1 : 0.9));
    return { features: found, rarity: rare, known: true };
  }

  return {
    featureOf: (word, language) => {
      const held = lookUp(word, language);
      if (held !== undefined) return held;
      stems[language].set(stemOf(word, language), count);
      return count++;
    },
    partsOf,
    has: (word, language) => lookUp(word, language) !== undefined,
    read: (word, language) => {
      const held = readings[language].get(word);
      if (held !== undefined) return held;
      const reading = understand(word, language);
      remember(readings[language], word, reading);
      return reading;
    },
    rarityOf: (feature) => rarity[feature] ?? 1,
    seal: (nodesOf, nodes) => {
      sealed = true;
      const whole = Math.log(1 + nodes);
      rarity = Array.from({ length: count }, (_, id) => Math.log(1 + nodes / Math.max(1, nodesOf(id))) / whole);
    },
  };
}

/** The head has its share of a compound, the other parts the rest in equal shares. */
const shared = (parts: readonly string[]): { readonly part: string; readonly share: number }[] =>
  parts.map((part, at) => ({ part, share: at === parts.length - 1 ? WEIGHTS.headShare : (1 - WEIGHTS.headShare) / (parts.length - 1) }));

function remember<Value>(cache: Map<string, Value>, word: string, value: Value): void {
  if (cache.size >= MOST_READINGS) cache.clear();
  cache.set(word, value);
}

/** Words that may stand in a compound: known ones of three letters or more, the lexicon's parts and what is read as them. */
function partBook(words: ReadonlySet<string>, language: Language, book: WordBook, knownStem: (word: string) => boolean): PartBook {
  const parts = new Set<string>();
  const begins = new Set<string>();
  const add = (word: string): void => {
    if (word.length < 3 || !LETTERS.test(word) || book.hasRole(word, language, 'stop') || book.opens(word, language)) return;
    parts.add(word);
    begins.add(word.slice(0, 3));
  };
  for (const word of words) add(word);
  for (const role of ['part', 'variant'] as const) for (const word of book.withRole(role, language)) add(word);
  return {
    begins: (letters) => begins.has(letters),
    known: (part, head) => parts.has(part) || (head && part.length > 3 && !book.opens(part, language) && knownStem(part)),
  };
}

const LETTERS = /^[a-z]+$/u;
