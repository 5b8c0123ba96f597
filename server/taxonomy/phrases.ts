// Every way to say a node, from the taxonomy's names and synonyms and from the lexicon.
import type { Direction, ResourceGuess } from '../domain/flow.ts';
import type { Lexicon } from '../domain/lexicon.ts';
import type { Resource } from '../domain/resource.ts';
import type { Language } from './words.ts';

export type Phrase = {
  readonly text: string;
  readonly language: Language;
  readonly resource: string;
  readonly direction: Direction | null;
  readonly kinds: readonly string[];
  readonly how: ResourceGuess['how'];
  readonly weight: number;
};

/** A half of a name such as "Kasser og kar" is a little less sure than the whole. */
const HALF_NAME = 0.8;

export function phrasesOf(resources: readonly Resource[], lexicon: Lexicon): Phrase[] {
  const phrases: Phrase[] = [];
  const vague = new Set(lexicon.words.filter(({ role }) => role === 'form' || role === 'empty').map(({ word }) => word.toLowerCase()));
  const add = (text: string, language: Language, resource: string, how: ResourceGuess['how'], weight: number): void => {
    if (text.trim() !== '') phrases.push({ text, language, resource, direction: null, kinds: [], how, weight });
  };
  for (const resource of resources) {
    for (const language of ['nb', 'en'] as const) {
      add(resource.name[language], language, resource.id, 'name', 1);
      for (const half of halvesOf(resource.name[language], language, vague)) add(half, language, resource.id, 'name', HALF_NAME);
      for (const synonym of resource.synonyms[language]) add(synonym, language, resource.id, 'synonym', 1);
    }
  }
  for (const one of lexicon.phrases) {
    const { phrase: text, resource, direction, kinds, how, weight } = one;
    for (const language of one.language === 'any' ? (['nb', 'en'] as const) : [one.language]) {
      phrases.push({ text, language, resource, direction, kinds, how, weight });
    }
  }
  return phrases;
}

/**
 * The names that a name lists: what "and", strokes and commas divide; without those that tell only a form, that begin or end in a hyphen
 * ("kalve- og smågrismelk") or that share the head of a longer half ("fishing and farm nets"). What only qualifies names nothing by itself: a
 * parenthesis but for an abbreviation ("(LPG)"), what a lone comma adds ("slam, avvannet"), and what follows "til", "from" and the like.
 */
function halvesOf(name: string, language: Language, vague: ReadonlySet<string>): string[] {
  const plain = name.replaceAll(/\s*\([^)]*\)/gu, '');
  const lists = /\s(?:og|and)\s/u.test(plain);
  const halves = [
    ...plain.split(lists ? /\s*[,/]\s*/u : /\s*\/\s*/u).flatMap((part) => {
      const [first = '', second] = (lists ? part : (part.split(/\s*,\s*/u)[0] ?? '')).split(/\s+(?:og|and)\s+/u);
      if (second === undefined || QUALIFIES.test(first)) return [first];
      return language === 'en' && !first.includes(' ') && second.includes(' ') ? [second] : [first, second];
    }),
    ...(name.match(/(?<=\()[A-ZÆØÅ0-9]{2,}(?=\))/gu) ?? []),
  ]
    .map((half) => half.trim())
    .filter((half) => half.length > 2 && !half.startsWith('-') && !half.endsWith('-') && !vague.has(half.toLowerCase()));
  return halves.length === 1 && halves[0] === name ? [] : halves;
}

const QUALIFIES = /\s(?:til|for|fra|av|med|i|from|of|with|in)\s/u;
