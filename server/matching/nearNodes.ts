// Which resources do a flow's words resemble, where the classifier is not sure? A wide net: many, weak, ranked.
import type { Resource, ResourceId } from '../domain/resource.ts';
import type { WordBag, WordBags } from './wordBag.ts';

export type NearNode = { readonly resource: ResourceId; /** 0..1 */ readonly likeness: number };
export type NearNodes = { readonly near: (words: string) => readonly NearNode[] };

type Posting = { readonly phrase: number; readonly weight: number };
type Phrase = { readonly resource: ResourceId; readonly length: number };

/** Every name and synonym is a phrase; a node is as near as its nearest phrase. */
export function createNearNodes(resources: readonly Resource[], words: WordBags, most: number, least: number): NearNodes {
  const phrases: Phrase[] = [];
  const postings = new Map<string, Posting[]>();
  for (const { id, name, synonyms } of resources) {
    for (const text of new Set([name.nb, name.en, ...synonyms.nb, ...synonyms.en])) {
      const bag = words.bagOf(text);
      if (bag.length === 0) continue;
      const phrase = phrases.push({ resource: id, length: bag.length }) - 1;
      for (const [stem, weight] of bag.weights) {
        const list = postings.get(stem);
        if (list === undefined) postings.set(stem, [{ phrase, weight }]);
        else list.push({ phrase, weight });
      }
    }
  }
  const known = new Map<string, readonly NearNode[]>();
  const search = (bag: WordBag): readonly NearNode[] => {
    const dots = new Map<number, number>();
    for (const [stem, weight] of bag.weights) {
      for (const posting of postings.get(stem) ?? []) dots.set(posting.phrase, (dots.get(posting.phrase) ?? 0) + weight * posting.weight);
    }
    const nodes = new Map<ResourceId, number>();
    for (const [at, dot] of dots) {
      const phrase = phrases[at];
      if (phrase === undefined) continue;
      const cosine = dot / (bag.length * phrase.length);
      if (cosine >= least && cosine > (nodes.get(phrase.resource) ?? 0)) nodes.set(phrase.resource, cosine);
    }
    return [...nodes]
      .map(([resource, likeness]) => ({ resource, likeness }))
      .sort((a, b) => b.likeness - a.likeness || (a.resource < b.resource ? -1 : 1))
      .slice(0, most);
  };
  return {
    near: (text) => {
      const kept = known.get(text);
      if (kept !== undefined) return kept;
      const bag = words.bagOf(text);
      const found = bag.length === 0 ? [] : search(bag);
      known.set(text, found);
      return found;
    },
  };
}
