// Phrases filed by the words in them, and how far a line covers each.
import type { Phrase } from './phrases.ts';
import { createVocabulary, type Vocabulary, type WordReading } from './vocabulary.ts';
import { WEIGHTS } from './weights.ts';
import { phraseWords, type Language, type WordBook } from './words.ts';

/** A word of the line: what it may be, how much it counts, whether it is the head of the main part. */
export type LineWord = { readonly reading: WordReading; readonly weight: number; readonly head: boolean };

/**
 * A phrase that shares words with the line: the share of the phrase found in the line, of the line found in the phrase, how far the line's head is
 * in the phrase, and how far the phrase's own head is in the line; all 0..1.
 */
export type Visit = (phrase: number, phraseCovered: number, lineCovered: number, headCovered: number, ownHeadCovered: number) => void;

export type PhraseIndex = {
  readonly vocabulary: Vocabulary;
  readonly phrases: readonly Phrase[];
  /** Calls `visit` for every phrase of which at least `least` is in the line, in no particular order. */
  readonly search: (line: readonly LineWord[], least: number, visit: Visit) => void;
};

/** Two words that are one word elsewhere ("waste water", "flis tørke") are read as that one. */
export function joinSplitWords(words: readonly string[], known: (word: string) => boolean): string[] {
  const joined: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    const next = words[at + 1];
    if (next !== undefined && word.length > 2 && next.length > 2 && known(word + next)) {
      joined.push(word + next);
      at++;
    } else joined.push(word);
  }
  return joined;
}

/** A unit is one word of one phrase; a posting leads from a feature to a unit it stands in and the share of the unit it is. */
type Filed = {
  readonly unitPhrase: Int32Array;
  readonly unitWeight: Float64Array;
  readonly phraseWeight: Float64Array;
  readonly headUnit: Int32Array;
  readonly postings: readonly (Posting | undefined)[];
};
type Posting = { readonly units: number[]; readonly shares: number[]; nodes: number; last: string };

export function createPhraseIndex(phrases: readonly Phrase[], book: WordBook): PhraseIndex {
  const read = phrases.map((phrase) => phraseWords(phrase.text, phrase.language, book));
  const single: Record<Language, Set<string>> = { nb: new Set(), en: new Set() };
  const all: Record<Language, Set<string>> = { nb: new Set(), en: new Set() };
  read.forEach(({ words }, at) => {
    const language = phrases[at]?.language ?? 'nb';
    if (words.length === 1 && words[0] !== undefined) single[language].add(words[0]);
    for (const word of words) all[language].add(word);
  });
  const vocabulary = createVocabulary(all, book);
  const joined = read.map(({ words }, at) => joinSplitWords(words, (word) => single[phrases[at]?.language ?? 'nb'].has(word)));
  const heads = read.map(({ head }, at) => Math.min(head, (joined[at]?.length ?? 1) - 1));
  const filed = fileAll(phrases, joined, heads, vocabulary, book);
  return { vocabulary, phrases, search: searcher(filed, phrases.length) };
}

function fileAll(
  phrases: readonly Phrase[],
  words: readonly (readonly string[])[],
  heads: readonly number[],
  vocabulary: Vocabulary,
  book: WordBook,
): Filed {
  const units = words.reduce((sum, list) => sum + list.length, 0);
  const unitPhrase = new Int32Array(units);
  const unitFeature = new Int32Array(units);
  const empty = new Uint8Array(units);
  const headUnit = new Int32Array(phrases.length);
  const postings: (Posting | undefined)[] = [];
  const file = (feature: number, unit: number, share: number, resource: string): void => {
    const posting = (postings[feature] ??= { units: [], shares: [], nodes: 0, last: '' });
    posting.units.push(unit);
    posting.shares.push(share);
    // phrases of a node follow one another within a table, so this counts a node seldom twice
    if (posting.last !== resource) {
      posting.nodes++;
      posting.last = resource;
    }
  };
  let unit = 0;
  phrases.forEach(({ language, resource }, at) => {
    headUnit[at] = unit + (heads[at] ?? 0);
    for (const word of words[at] ?? []) {
      unitPhrase[unit] = at;
      const whole = vocabulary.featureOf(word, language);
      unitFeature[unit] = whole;
      empty[unit] = book.hasRole(word, language, 'empty') ? 1 : 0;
      file(whole, unit, 1, resource);
      const pieces = language === 'nb' ? vocabulary.partsOf(word, 'nb') : [];
      for (let place = 0; place < pieces.length; place++) {
        const share = place === pieces.length - 1 ? WEIGHTS.headOfPhraseWord : (1 - WEIGHTS.headOfPhraseWord) / (pieces.length - 1);
        file(vocabulary.featureOf(book.readAs(pieces[place] ?? '', language), language), unit, share, resource);
      }
      unit++;
    }
  });
  vocabulary.seal((feature) => postings[feature]?.nodes ?? 1, new Set(phrases.map(({ resource }) => resource)).size);
  const unitWeight = new Float64Array(units);
  const phraseWeight = new Float64Array(phrases.length);
  for (let one = 0; one < units; one++) {
    const weight = vocabulary.rarityOf(unitFeature[one] ?? 0) * (empty[one] === 1 ? WEIGHTS.emptyInPhrase : 1);
    unitWeight[one] = weight;
    const phrase = unitPhrase[one] ?? 0;
    phraseWeight[phrase] = (phraseWeight[phrase] ?? 0) + weight;
  }
  return { unitPhrase, unitWeight, phraseWeight, headUnit, postings };
}

/** Sums are kept in arrays of the index's size and set back after each search: nothing is left behind. */
function searcher({ unitPhrase, unitWeight, phraseWeight, headUnit, postings }: Filed, size: number): PhraseIndex['search'] {
  const unitCovered = new Float64Array(unitPhrase.length);
  const covered = new Float64Array(size);
  const explained = new Float64Array(size);
  const byWord = new Float64Array(size);
  const bySmallest = new Float64Array(size);
  const seen = new Uint8Array(size);
  const byHead = new Float64Array(size);
  const ownHead = new Float64Array(size);
  const touched = new Uint8Array(size);

  /** What one word covers of every phrase it stands in. */
  const take = (word: LineWord, units: number[], phrases: number[]): void => {
    const here: number[] = [];
    for (const { id, share: part, strength, way } of word.reading.features) {
      const posting = postings[id];
      if (posting === undefined) continue;
      for (let at = 0; at < posting.units.length; at++) {
        const unit: number = posting.units[at] ?? 0;
        const share = posting.shares[at] ?? 0;
        const before = unitCovered[unit] ?? 0;
        if (before === 0) units.push(unit);
        unitCovered[unit] = Math.min(1, share === 1 ? Math.max(before, strength) : before + share * strength);
        const phrase = unitPhrase[unit] ?? 0;
        if (seen[phrase] === 0) {
          seen[phrase] = 1;
          here.push(phrase);
        }
        if (way !== 'smallest') byWord[phrase] = more(byWord[phrase] ?? 0, part, strength);
        if (way !== 'parts') bySmallest[phrase] = more(bySmallest[phrase] ?? 0, part, strength);
      }
    }
    for (const phrase of here) {
      const share = Math.max(byWord[phrase] ?? 0, bySmallest[phrase] ?? 0);
      byWord[phrase] = 0;
      bySmallest[phrase] = 0;
      seen[phrase] = 0;
      explained[phrase] = (explained[phrase] ?? 0) + share * word.weight;
      if (word.head) byHead[phrase] = Math.max(byHead[phrase] ?? 0, share);
      if (touched[phrase] === 0) {
        touched[phrase] = 1;
        phrases.push(phrase);
      }
    }
  };

  return (line, least, visit) => {
    const units: number[] = [];
    const phrases: number[] = [];
    let total = 0;
    for (const word of line) {
      total += word.weight;
      take(word, units, phrases);
    }
    for (const unit of units) {
      const phrase = unitPhrase[unit] ?? 0;
      const share = unitCovered[unit] ?? 0;
      unitCovered[unit] = 0;
      covered[phrase] = (covered[phrase] ?? 0) + share * (unitWeight[unit] ?? 0);
      if (headUnit[phrase] === unit) ownHead[phrase] = share;
    }
    for (const phrase of phrases) {
      const share = (covered[phrase] ?? 0) / (phraseWeight[phrase] ?? 1);
      if (share >= least) visit(phrase, share, (explained[phrase] ?? 0) / total, byHead[phrase] ?? 0, ownHead[phrase] ?? 0);
      covered[phrase] = 0;
      explained[phrase] = 0;
      byHead[phrase] = 0;
      ownHead[phrase] = 0;
      touched[phrase] = 0;
    }
  };
}

/** What is explained of a word when a feature is found: all of it by the whole word, a share more by a part. */
const more = (so: number, share: number, strength: number): number =>
  Math.min(1, share === 1 ? Math.max(so, strength) : so + share * strength);
