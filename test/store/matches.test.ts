import { expect, it } from 'vitest';
import type { Match } from '../../server/domain/match.ts';
import { LOCAL } from '../../server/domain/viewer.ts';
import type { Viewer } from '../../server/domain/viewer.ts';
import type { Store } from '../../server/store/store.ts';
import { aRow, aStore, importFile } from './makers.ts';

const SAW = '910000001';
const HEAT = '910000002';
const THIRD = '910000003';
const member = (company: string): Viewer => ({ kind: 'member', company });

function aMatched(needShared: 'cluster' | 'own' = 'cluster'): Store {
  const store = aStore();
  importFile(store, [
    aRow({ company: 'Sagbruket', orgNumber: SAW, words: 'flis' }),
    aRow({ company: 'Varmeverket', orgNumber: HEAT, words: 'brensel', direction: 'in', sharing: needShared }),
    aRow({ company: 'En tredje', orgNumber: THIRD, words: 'gips' }),
  ]);
  const id = (words: string): string => store.flowsOf(LOCAL, { cluster: 'Rana' }).find((flow) => flow.words === words)?.id ?? '';
  const match: Match = {
    surplus: id('flis'), need: id('brensel'), giver: SAW, taker: HEAT, resource: 'mat.wood.chips', score: 0.8, parts: [], tie: 1, rule: 'same', via: [], checks: [],
    volume: null, distanceKm: 3, nokPerYear: null, co2PerYear: null, assumed: [], questions: [],
  }; // prettier-ignore
  store.storeMatches('Rana', { matches: [match], refused: [] }, '2026-01-02T00:00:00Z', store.revision());
  return store;
}
const sights = (store: Store, viewer: Viewer): string[] => store.matchesOf(viewer, 'Rana')?.matches.map(({ sight }) => sight) ?? [];

it('is blind for its two companies until both have said yes, and never there for a third', () => {
  const store = aMatched();
  const [seen] = store.matchesOf(member(HEAT), 'Rana')?.matches ?? [];
  expect(seen).toEqual({ sight: 'blind', refused: false, flow: expect.stringContaining(HEAT), resource: 'mat.wood' });
  expect(JSON.stringify(seen)).not.toContain(SAW);
  expect(sights(store, member(THIRD))).toEqual([]);
  store.consent(member(SAW), SAW, HEAT, true, '2026-01-03T00:00:00Z');
  expect(sights(store, member(HEAT))).toEqual(['blind']);
  store.consent(member(HEAT), HEAT, SAW, true, '2026-01-03T00:00:00Z');
  expect(sights(store, member(HEAT))).toEqual(['full']);
});
it('is whole for the cluster manager, unless one side keeps its flow to itself', () => {
  const manager: Viewer = { kind: 'manager', cluster: 'Rana' };
  expect(sights(aMatched(), manager)).toEqual(['full']);
  expect(sights(aMatched('own'), manager)).toEqual([]);
  expect(sights(aMatched('own'), member(SAW))).toEqual([]);
});
it('goes with its flow, and is told to be stale when something changed since', () => {
  const store = aMatched();
  expect(store.matchesOf(LOCAL, 'Rana')?.stale).toBe(false);
  importFile(store, [aRow({ company: 'Sagbruket', orgNumber: SAW, words: 'bark' })]);
  expect(store.matchesOf(LOCAL, 'Rana')).toEqual({ at: '2026-01-02T00:00:00Z', stale: true, matches: [] });
});
