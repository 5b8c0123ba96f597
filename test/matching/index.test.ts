import { describe, expect, it } from 'vitest';
import { makeCluster } from '../../bench/matching/cluster.ts';
import { viewOf, type FlowView } from '../../server/matching/flowView.ts';
import { findPairs } from '../../server/matching/findPairs.ts';
import type { MatchKnowledge } from '../../server/matching/knowledge.ts';
import { kmToBox } from '../../server/matching/needTiles.ts';
import { straightKm } from '../../server/matching/distance.ts';
import { allPairs } from './allPairs.ts';
import { knowledge, reference } from './known.ts';

const resources = [...reference.resources.values()];
/** As in the whole country, but for each surplus only a few needs: the rest must be seen to be worse. */
const few: MatchKnowledge = { ...knowledge, settings: { ...knowledge.settings, 'candidates.budget': 1, 'candidates.fewest': 3 } };
const KINDS = [null, 'material', 'heat', 'water', 'gas', 'steam'];

/**
 * Flows whose words are names of resources, taken to mean what they name and a little of the next; of some the company states the kind, and of some
 * nobody knows where they lie.
 * @param stretch how many times farther apart than they are made
 */
function views(companies: number, each: number, spread: 'cluster' | 'norway', seed: number, stretch = 1): FlowView[] {
  const found = makeCluster(companies, each, spread, resources, seed);
  const made = {
    flows: found.flows.map((flow, i) => ({ ...flow, kind: KINDS[(i * 7 + seed) % 11] ?? null })),
    companies: found.companies.map((company, i) => ({
      ...company,
      place:
        company.place === null || i % 9 === 0
          ? null
          : { lat: 58 + stretch * (company.place.lat - 58), lon: 6 + stretch * (company.place.lon - 6) },
    })),
  };
  const byName = new Map(
    resources.flatMap(({ id, name, synonyms }) => [name.nb, name.en, ...synonyms.nb, ...synonyms.en].map((word) => [word, id] as const)),
  );
  const byId = new Map(made.companies.map((company) => [company.id, company]));
  return made.flows.map((flow, i) => {
    const id = byName.get(flow.words);
    const sure = [1, 0.7, 0.4, 0.1][i % 4] ?? 1;
    const guesses = id === undefined ? [] : [{ resource: id, weight: sure, how: 'name' as const }];
    return viewOf({ ...flow, resources: guesses }, byId.get(flow.company), knowledge);
  });
}
const short = (lists: ReturnType<typeof findPairs>): unknown =>
  lists.map((list) =>
    list.map(({ surplus, need, link, worth, meaning, words }) => [surplus.id, need.id, link.ruleId, worth, meaning, words]),
  );

describe('the index finds what a search of all pairs finds', () => {
  it.each([1, 2, 3])('in a cluster, seed %i', (seed) => {
    const all = views(12, 10, 'cluster', seed);
    expect(short(findPairs(all, knowledge, false))).toEqual(short(allPairs(all, knowledge, false)));
  });

  it.each([4, 5])('over a country, where far tiles are skipped, seed %i', (seed) => {
    const all = views(150, 4, 'norway', seed, 8);
    expect(short(findPairs(all, knowledge, false))).toEqual(short(allPairs(all, knowledge, false)));
  });

  it.each([7, 8, 9])('where each surplus gets only a few of many, seed %i', (seed) => {
    const all = views(150, 4, 'norway', seed, 8);
    expect(short(findPairs(all, few, false))).toEqual(short(allPairs(all, few, false)));
  });

  it('inside one company, where that is asked for', () => {
    const all = views(3, 20, 'cluster', 6);
    expect(short(findPairs(all, knowledge, true))).toEqual(short(allPairs(all, knowledge, true)));
  });
});

describe('the distance to a tile', () => {
  it('is never more than the distance to a place in it', () => {
    const box = { south: 60, north: 61, west: 8, east: 10 };
    for (let lat = 57; lat < 72; lat += 0.7) {
      for (let lon = 3; lon < 32; lon += 1.3) {
        for (const place of [
          { lat: 60, lon: 8 },
          { lat: 61, lon: 10 },
          { lat: 60.5, lon: 8.01 },
          { lat: 60.99, lon: 9.5 },
        ]) {
          expect(kmToBox({ lat, lon }, box)).toBeLessThanOrEqual(straightKm({ lat, lon }, place) + 1e-9);
        }
      }
    }
  });
});
