// A line taken apart: which language, which words belong to the thing itself and which say from where, for what, with what.
import type { Direction } from '../domain/flow.ts';
import type { LineWord } from './phraseIndex.ts';
import { joinSplitWords } from './phraseIndex.ts';
import type { Token } from './tokens.ts';
import type { Vocabulary } from './vocabulary.ts';
import { SEGMENT_WEIGHT, WEIGHTS } from './weights.ts';
import { OPENERS, readPairs, type Language, type WordBook } from './words.ts';

type Segment = keyof typeof SEGMENT_WEIGHT;

/** The languages a line may be in, the likelier first; both where nothing tells. */
export function languagesOf(words: string, tokens: readonly Token[], book: WordBook, vocabulary: Vocabulary): readonly Language[] {
  let nb = /[æøåÆØÅ]/u.test(words) ? 2 : 0;
  let en = 0;
  for (const { text } of tokens) {
    const small = (language: Language): boolean => book.hasRole(text, language, 'stop') || book.opens(text, language);
    const inNb = small('nb') ? 1 : 0;
    const inEn = small('en') ? 1 : 0;
    if (inNb !== inEn) {
      nb += 1.5 * inNb;
      en += 1.5 * inEn;
      continue;
    }
    if (inNb === 1 || text.length < 3) continue;
    const knownNb = vocabulary.has(text, 'nb') || book.readAs(text, 'nb') !== text;
    const knownEn = vocabulary.has(text, 'en') || book.readAs(text, 'en') !== text;
    if (book.hasRole(text, 'nb', 'false')) continue;
    if (knownNb !== knownEn) {
      if (knownNb) nb += 1;
      else en += 1;
    } else if (!knownNb && text.length > 7) {
      if (vocabulary.partsOf(text, 'nb').length > 0) nb += 0.75;
      if (vocabulary.partsOf(text, 'en').length > 0) en += 0.75;
    }
  }
  if (nb > en) return ['nb'];
  if (en > nb) return ['en'];
  return ['nb', 'en'];
}

type Said = { readonly word: string; readonly segment: Segment };

/**
 * The words of a line with what each counts; [] where no word names anything. The head is the last word of the main part that names something.
 * A word that only tells the kind of the flow ("varme", "steam") leaves the naming to the others, and one that only tells the form ("kapp", "dust") shares it.
 */
export function weighLine(
  tokens: readonly Token[],
  language: Language,
  direction: Direction,
  kind: string | null,
  book: WordBook,
  vocabulary: Vocabulary,
): LineWord[] {
  const said = segmented(tokens, language, book, vocabulary).map((one) => {
    const reading = vocabulary.read(one.word, language);
    const empty = book.hasRole(one.word, language, 'empty');
    return {
      ...one,
      reading,
      empty,
      kind: kind !== null && book.kindOf(one.word, language) === kind,
      form: book.hasRole(one.word, language, 'form'),
      // what is denied names nothing
      names: reading.known && !empty && one.segment !== 'without',
    };
  });
  const naming = said.filter((one) => one.names);
  if (naming.length === 0) return [];
  const beyondKind = naming.some((one) => !one.kind);
  // a word that nothing knows names something too: "denim offcuts" are no wood
  const beyondForm = said.some((one) => !one.kind && !one.form && !one.empty && (one.names || one.segment === 'main'));
  const onlyForm = naming.every((one) => one.form);
  const headAt = said.findLastIndex((one) => one.segment === 'main' && one.names && !(one.kind && beyondKind));
  return said.map((one, at) => {
    const segment = headAt === -1 ? (one.segment === 'main' ? 1 : SEGMENT_WHEN_HEADLESS) : SEGMENT_WEIGHT[one.segment][direction];
    let worth = one.empty
      ? WEIGHTS.emptyWord
      : one.reading.known
        ? one.reading.rarity
        : onlyForm
          ? WEIGHTS.unknownBesideForm
          : WEIGHTS.unknownWord;
    if (one.kind && beyondKind) worth *= WEIGHTS.kindWord;
    else if (one.form && beyondForm) worth *= WEIGHTS.formWord;
    return { reading: one.reading, weight: segment * worth * (at === headAt && !one.form ? WEIGHTS.headWord : 1), head: at === headAt };
  });
}

/** A main part that names nothing ("source of", "råstoff til", "varme til") leaves the naming to what follows. */
const SEGMENT_WHEN_HEADLESS = 1;

function segmented(tokens: readonly Token[], language: Language, book: WordBook, vocabulary: Vocabulary): Said[] {
  const said: Said[] = [];
  let segment: Segment = 'main';
  let run: string[] = [];
  const close = (): void => {
    for (const word of joinSplitWords(run, (joined) => vocabulary.has(joined, language))) said.push({ word, segment });
    run = [];
  };
  for (const token of readPairs(tokens, language, book)) {
    const opener = book.opens(token.text, language) ? OPENERS.find((role) => book.hasRole(token.text, language, role)) : undefined;
    if (token.after === 'comma' || token.after === 'open' || token.after === 'close') {
      close();
      if (said.length > 0) segment = token.after === 'close' ? segment : 'comma';
    }
    if (opener !== undefined) {
      // "not of drinking quality": what is denied stays denied
      if (segment === 'without' && run.length === 0 && said.at(-1)?.segment !== 'without') continue;
      close();
      // a line that begins with "til" or "for" has nothing before it
      if (said.length > 0 || opener !== 'place') segment = said.length > 0 ? opener : 'main';
      continue;
    }
    if (token.text.length === 1 || book.hasRole(token.text, language, 'stop') || isNumber(token.text)) {
      // words on both sides of "og" are not one word written apart
      close();
      continue;
    }
    const read = book.readAs(token.text, language);
    if (read.includes(' ')) run.push(...read.split(' '));
    else run.push(read);
  }
  close();
  return said;
}

const isNumber = (text: string): boolean => /^\d+(?:[a-z]{1,2})?$/.test(text) && !/^\d{3,4}[a-z]?$/.test(text);
