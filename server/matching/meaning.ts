// What a flow may be, for matching: the classifier's guesses, and its waste code where they leave room.
import { gives, type Flow } from '../domain/flow.ts';
import type { ResourceId } from '../domain/resource.ts';
import type { MatchKnowledge } from './knowledge.ts';

export type Meaning = { readonly resource: ResourceId; readonly weight: number };

/** Best first; the weights sum to at most 1. */
export function meaningsOf(flow: Flow, { settings, reference, nearNodes }: MatchKnowledge): readonly Meaning[] {
  const meanings = new Map<ResourceId, number>();
  const add = (resource: ResourceId, weight: number): void => void meanings.set(resource, (meanings.get(resource) ?? 0) + weight);
  let left = 1;
  // Who asks for a substance by its name wants that one, less something else for the same use.
  const named = gives(flow) ? 0 : flow.resources.reduce((sum, { resource, weight }) => (isSubstance(resource) ? sum + weight : sum), 0);
  const byUse = 1 - settings['meaning.named'] * named;
  for (const { resource, weight } of flow.resources) {
    add(resource, isNeed(resource) ? weight * byUse : weight);
    left -= weight;
  }
  if (flow.wasteCode !== null && flow.resources.every((guess) => guess.how !== 'code')) {
    const named = reference.wasteCodes.get(flow.wasteCode)?.resources ?? [];
    for (const resource of named) add(resource, (Math.max(0, left) * settings['meaning.code']) / named.length);
  }
  const room = settings['near.always'] + (1 - settings['near.always']) * Math.max(0, left);
  const giving = gives(flow);
  for (const { resource, likeness } of nearNodes.near(flow.words)) {
    const weight =
      settings['near.weight'] * room * likeness ** settings['near.power'] * (giving && isNeed(resource) ? settings['near.needGiven'] : 1);
    if (weight > (meanings.get(resource) ?? 0)) meanings.set(resource, weight);
  }
  return [...meanings]
    .map(([resource, weight]) => ({ resource, weight }))
    .sort((a, b) => b.weight - a.weight || (a.resource < b.resource ? -1 : 1));
}

/** Nodes that name what is asked for, not what comes out of a process. */
const isNeed = (id: ResourceId): boolean => id.startsWith('mat.prod') || id.startsWith('en.need') || id.startsWith('wat.need');

const isSubstance = (id: ResourceId): boolean => id.startsWith('mat.') && !isNeed(id);
