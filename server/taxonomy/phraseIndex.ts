// Phrases filed by the words in them, and how far a line covers each.
import type { Phrase } from './phrases.ts';
import { createVocabulary, type Vocabulary, type WordReading } from './vocabulary.ts';
import { phraseWords, type Language, type WordBook } from './words.ts';

/** A word of the line: what it may be, how much it counts, whether it is the head of the main part. */
export type LineWord = { readonly reading: WordReading; readonly weight: number; readonly head: boolean };

/** A phrase that shares words with the line: the share of the phrase found in the line, of the line found in the phrase, of the line's head and of the phrase's own. */
export type Found = {
  readonly phrase: number;
  readonly phraseCovered: number;
  readonly lineCovered: number;
  readonly headCovered: number;
  readonly ownHeadCovered: number;
};

export type PhraseIndex = {
  readonly vocabulary: Vocabulary;
  readonly phrases: readonly Phrase[];
  /** Calls `visit` for every phrase that shares a word with the line, in no particular order. */
  readonly search: (line: readonly LineWord[], visit: (found: Found) => void) => void;
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

export function createPhraseIndex(phrases: readonly Phrase[], book: WordBook): PhraseIndex {
  const read = phrases.map((phrase) => phraseWords(phrase.text, phrase.language, book));
  const split = read.map(({ words }) => words);
  const single: Record<Language, Set<string>> = { nb: new Set(), en: new Set() };
  const all: Record<Language, Set<string>> = { nb: new Set(), en: new Set() };
  split.forEach((words, at) => {
    const language = phrases[at]?.language ?? 'nb';
    if (words.length === 1 && words[0] !== undefined) single[language].add(words[0]);
    for (const word of words) all[language].add(word);
  });
  const vocabulary = createVocabulary(new Map(Object.entries(all) as [Language, Set<string>][]), book);

  // A unit is one word of one phrase; postings lead from a feature to the units it stands in and the share of the unit it is.
  const unitPhrase: number[] = [];
  const postings: { unit: number; share: number }[][] = [];
  const nodes: Set<string>[] = [];
  const unitFeature: number[] = [];
  const headUnit: number[] = [];
  const file = (feature: number, unit: number, share: number, resource: string): void => {
    (postings[feature] ??= []).push({ unit, share });
    (nodes[feature] ??= new Set()).add(resource);
  };
  phrases.forEach((phrase, at) => {
    const words = joinSplitWords(split[at] ?? [], (word) => single[phrase.language].has(word));
    // joining words can only move the head towards the front
    headUnit[at] = unitPhrase.length + Math.min(read[at]?.head ?? 0, words.length - 1);
    for (const word of words) {
      const unit = unitPhrase.length;
      unitPhrase.push(at);
      const whole = vocabulary.featureOf(word, phrase.language);
      unitFeature.push(whole);
      file(whole, unit, 1, phrase.resource);
    }
    split[at] = words;
  });
  // parts are filed when every whole word is known
  let unit = 0;
  phrases.forEach((phrase, at) => {
    for (const word of split[at] ?? []) {
      const pieces = phrase.language === 'nb' ? vocabulary.partsOf(word, 'nb') : [];
      pieces.forEach((piece, place) => {
        const share = place === pieces.length - 1 ? HEAD_OF_UNIT : (1 - HEAD_OF_UNIT) / (pieces.length - 1);
        file(vocabulary.featureOf(book.readAs(piece, phrase.language), phrase.language), unit, share, phrase.resource);
      });
      unit++;
    }
  });
  vocabulary.seal((feature) => nodes[feature]?.size ?? 1, new Set(phrases.map((phrase) => phrase.resource)).size);

  const weightOf = unitFeature.map((feature) => vocabulary.rarityOf(feature));
  const phraseWeight = new Float64Array(phrases.length);
  const unitWeight = new Float64Array(weightOf.length);
  unitPhrase.forEach((phrase, at) => {
    const empty = book.hasRole(wordAt(split, unitPhrase, at), phrases[phrase]?.language ?? 'nb', 'empty');
    unitWeight[at] = (weightOf[at] ?? 1) * (empty ? EMPTY_UNIT : 1);
    phraseWeight[phrase] = (phraseWeight[phrase] ?? 0) + (unitWeight[at] ?? 0);
  });

  const unitCovered = new Float64Array(unitPhrase.length);
  const explained = new Float64Array(phrases.length);
  const wordExplained = new Float64Array(phrases.length);
  const headExplained = new Float64Array(phrases.length);

  return {
    vocabulary,
    phrases,
    search: (line, visit) => {
      const touchedUnits: number[] = [];
      const touchedPhrases = new Set<number>();
      let total = 0;
      for (const word of line) {
        total += word.weight;
        const touched: number[] = [];
        for (const feature of word.reading.features) {
          const list = postings[feature.id];
          if (list === undefined) continue;
          for (const posting of list) {
            const covered = posting.share * feature.strength;
            const before = unitCovered[posting.unit] ?? 0;
            if (before === 0) touchedUnits.push(posting.unit);
            unitCovered[posting.unit] = Math.min(1, posting.share === 1 ? Math.max(before, covered) : before + covered);
            const phrase = unitPhrase[posting.unit] ?? 0;
            if ((wordExplained[phrase] ?? 0) === 0) touched.push(phrase);
            wordExplained[phrase] = Math.min(
              1,
              feature.share === 1
                ? Math.max(wordExplained[phrase] ?? 0, feature.strength)
                : (wordExplained[phrase] ?? 0) + feature.share * feature.strength,
            );
          }
        }
        for (const phrase of touched) {
          const part = wordExplained[phrase] ?? 0;
          explained[phrase] = (explained[phrase] ?? 0) + part * word.weight;
          if (word.head) headExplained[phrase] = Math.max(headExplained[phrase] ?? 0, part);
          wordExplained[phrase] = 0;
          touchedPhrases.add(phrase);
        }
      }
      const covered = new Map<number, number>();
      const ownHead = new Map<number, number>();
      for (const one of touchedUnits) {
        const phrase = unitPhrase[one] ?? 0;
        if (headUnit[phrase] === one) ownHead.set(phrase, unitCovered[one] ?? 0);
        covered.set(phrase, (covered.get(phrase) ?? 0) + (unitCovered[one] ?? 0) * (unitWeight[one] ?? 0));
        unitCovered[one] = 0;
      }
      for (const phrase of touchedPhrases) {
        visit({
          phrase,
          phraseCovered: (covered.get(phrase) ?? 0) / (phraseWeight[phrase] ?? 1),
          lineCovered: total === 0 ? 0 : (explained[phrase] ?? 0) / total,
          headCovered: headExplained[phrase] ?? 0,
          ownHeadCovered: ownHead.get(phrase) ?? 0,
        });
        explained[phrase] = 0;
        headExplained[phrase] = 0;
      }
    },
  };
}

/** The head's share of a compound in a phrase. */
const HEAD_OF_UNIT = 0.55;
/** What a word that names no resource counts inside a phrase. */
const EMPTY_UNIT = 0.35;

function wordAt(split: readonly (readonly string[])[], unitPhrase: readonly number[], unit: number): string {
  const phrase = unitPhrase[unit] ?? 0;
  let first = unit;
  while (first > 0 && unitPhrase[first - 1] === phrase) first--;
  return split[phrase]?.[unit - first] ?? '';
}
