import { describe, expect, it } from 'vitest';
import { LOCAL } from '../../server/domain/viewer.ts';
import type { Viewer } from '../../server/domain/viewer.ts';
import type { Store } from '../../server/store/store.ts';
import { aRow, aStore, importFile } from './makers.ts';

const SAW = '910000001';
const SMELTER = '910000002';
const FAR = '910000003';
const member = (company: string): Viewer => ({ kind: 'member', company });
const consultant: Viewer = { kind: 'consultant', companies: [SAW], until: '2027-01-01' };
const manager: Viewer = { kind: 'manager', cluster: 'Rana' };

/** Sawmill and smelter share the cluster Rana, a third company sits in Herøya. */
function aCluster(): Store {
  const store = aStore();
  const saw = { company: 'Sagbruket', orgNumber: SAW };
  const smelter = { company: 'Smelteverket', orgNumber: SMELTER };
  importFile(store, [
    aRow({ ...saw, words: 'bark', price: 120, quality: 'Cd 2 mg/kg', comment: 'fra linje 3' }),
    aRow({ ...saw, words: 'hemmelig slam', sharing: 'own' }),
    aRow({ ...saw, words: 'aske', sharing: 'facilitator' }),
    aRow({ ...saw, words: 'kutterflis', sharing: 'public' }),
    aRow({ ...smelter, words: 'spillvarme', direction: 'out' }),
  ]);
  importFile(store, [aRow({ company: 'Langt borte', orgNumber: FAR, words: 'gips' })], { cluster: 'Herøya', file: 'far.csv' });
  return store;
}
const words = (store: Store, viewer: Viewer, cluster = 'Rana'): string[] => store.flowsOf(viewer, { cluster }).map((flow) => flow.words);
const idOf = (store: Store, said: string): string =>
  store.flowsOf(LOCAL, { cluster: 'Rana' }).find((flow) => flow.words === said)?.id ?? '';

describe('a member', () => {
  it('sees all of its own flows and of a neighbour those shared with the cluster', () => {
    const store = aCluster();
    expect(words(store, member(SAW))).toEqual(['bark', 'hemmelig slam', 'aske', 'kutterflis', 'spillvarme']);
    expect(words(store, member(SMELTER))).toEqual(['bark', 'kutterflis', 'spillvarme']);
  });
  it('gets a hidden field as null and is told so, whether there is something in it or not', () => {
    const store = aCluster();
    const [bark, shavings] = store.flowsOf(member(SMELTER), { company: SAW });
    expect(bark).toMatchObject({
      price: null,
      quality: null,
      comment: null,
      source: null,
      hidden: ['comment', 'price', 'quality', 'source'],
    });
    expect(shavings?.hidden).toEqual(bark?.hidden);
  });
  it('finds a flow of another that it may not see as little as one that never was', () => {
    const store = aCluster();
    const secret = idOf(store, 'hemmelig slam');
    expect(store.flowsOf(member(SMELTER), { ids: [secret] })).toEqual(store.flowsOf(member(SMELTER), { ids: ['910000001-nothing'] }));
    expect(store.sourceOf(member(SMELTER), idOf(store, 'bark'))).toBe(store.sourceOf(member(SMELTER), 'no-such'));
    expect(store.historyOf(member(SMELTER), secret)).toEqual([]);
  });
  it('of another cluster sees what is public, and only companies that made something public', () => {
    const store = aCluster();
    expect(words(store, member(FAR))).toEqual(['kutterflis']);
    expect(store.companiesOf(member(FAR), 'Rana').map(({ id }) => id)).toEqual([SAW]);
    expect(store.company(member(FAR), SMELTER)).toBe(null);
    expect(store.clusters(member(SMELTER))).toEqual(['Rana']);
  });
  it('sees a partner price only when both have said yes', () => {
    const store = aCluster();
    const price = () => store.flowsOf(member(SMELTER), { company: SAW })[0]?.price;
    store.consent(member(SMELTER), SMELTER, SAW, true, '2026-01-02T00:00:00Z');
    expect(price()).toBe(null);
    store.consent(member(SAW), SAW, SMELTER, true, '2026-01-02T00:00:00Z');
    expect(price()).toBe(120);
    store.consent(member(SAW), SAW, SMELTER, false, '2026-01-03T00:00:00Z');
    expect(price()).toBe(null);
  });
  it('cannot say yes for another, nor change or undo what is not its own', () => {
    const store = aCluster();
    expect(() => store.consent(member(SMELTER), SAW, SMELTER, true, '')).toThrow('company.unknown');
    expect(() => store.decideSharing(member(SMELTER), idOf(store, 'bark'), 'public', '')).toThrow('flow.unknown');
    expect(store.listImports(member(SAW))).toEqual([]);
    expect(() => store.undoImport(1, member(SAW), '')).toThrow('import.unknown');
  });
  it('widens and tightens its own flows', () => {
    const store = aCluster();
    store.decideSharing(member(SAW), idOf(store, 'bark'), 'own', '2026-01-02T00:00:00Z');
    expect(words(store, member(SMELTER))).toEqual(['kutterflis', 'spillvarme']);
  });
});

describe('a consultant', () => {
  it('sees everything of the company it works for, with the original cells, and of others what is public', () => {
    const store = aCluster();
    expect(words(store, consultant)).toEqual(['bark', 'hemmelig slam', 'aske', 'kutterflis']);
    expect(store.sourceOf(consultant, idOf(store, 'hemmelig slam'))?.line).toBe(3);
    expect(store.sourceOf(consultant, idOf(store, 'spillvarme'))).toBe(null);
  });
});

describe('a cluster manager', () => {
  it('sees the flows of its cluster but those a company keeps to itself, and no original cells', () => {
    const store = aCluster();
    expect(words(store, manager)).toEqual(['bark', 'aske', 'kutterflis', 'spillvarme']);
    expect(store.flowsOf(manager, { company: SAW })[0]?.price).toBe(120);
    expect(store.sourceOf(manager, idOf(store, 'bark'))).toBe(null);
    expect(words(store, manager, 'Herøya')).toEqual([]);
  });
  it('sees the imports of its cluster only', () => {
    expect(
      aCluster()
        .listImports(manager)
        .map(({ cluster }) => cluster),
    ).toEqual(['Rana']);
  });
});

it('tells the owner who saw its flows, and nobody else', () => {
  const store = aCluster();
  const bark = idOf(store, 'bark');
  store.recordReads(member(SMELTER), [{ company: SAW, flow: bark, what: 'source' }], '2026-02-01T10:00:00Z');
  store.recordReads(member(SMELTER), [{ company: SAW, flow: bark, what: 'source' }], '2026-02-01T11:00:00Z');
  store.recordReads(member(SAW), [{ company: SAW, flow: bark, what: 'source' }], '2026-02-01T12:00:00Z');
  expect(store.readsOf(member(SAW), SAW, bark)).toEqual([
    { viewer: member(SMELTER), flow: bark, what: 'source', firstAt: '2026-02-01T10:00:00Z', lastAt: '2026-02-01T11:00:00Z', times: 2 },
  ]);
  expect(store.readsOf(member(SMELTER), SAW, bark)).toEqual([]);
  expect(store.readsOf(manager, SAW, bark)).toEqual([]);
});

it('counts of each company just the flows that the viewer sees', () => {
  const store = aCluster();
  importFile(store, [aRow({ company: 'Sagbruket', orgNumber: SAW, words: 'bark' })], { file: 'again.csv' });
  for (const viewer of [LOCAL, member(SAW), member(SMELTER), member(FAR), consultant, manager]) {
    const read = Map.groupBy(store.flowsOf(viewer, { cluster: 'Rana' }), ({ company }) => company);
    expect(store.flowCounts(viewer, 'Rana')).toEqual(new Map([...read].map(([company, flows]) => [company, flows.length])));
  }
});
