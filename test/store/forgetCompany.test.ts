import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LOCAL } from '../../server/domain/viewer.ts';
import { aRow, aStore, importFile } from './makers.ts';

const SAW = '910000001';
const SMELTER = '910000002';
const saw = { company: 'Sagbruket i Mo', orgNumber: SAW };
const smelter = { company: 'Smelteverket', orgNumber: SMELTER };

describe('a company that wants to be forgotten', () => {
  const filled = () => {
    const store = aStore();
    importFile(store, [
      aRow({ ...saw, words: 'hemmelig kutterflis', process: 'høvelrommet', comment: 'ikke si dette' }),
      aRow({ ...smelter, words: 'spillvarme' }),
      aRow({ ...saw, words: 'bark' }),
      aRow({ ...smelter, words: 'bark' }),
    ]);
    importFile(store, [aRow({ ...saw, words: 'gammel aske' })], { file: 'bare sagbruket.csv' });
    store.decideSharing(LOCAL, store.flowsOf(LOCAL, { company: SAW })[0]?.id ?? '', 'own', '2026-01-02T00:00:00Z');
    store.consent(LOCAL, SAW, SMELTER, true, '2026-01-02T00:00:00Z');
    store.recordReads({ kind: 'member', company: SMELTER }, [{ company: SAW, flow: null, what: 'flows' }], '2026-01-03T00:00:00Z');
    return store;
  };

  it('leaves nothing of itself, and everything of the others', () => {
    const store = filled();
    const others = store.flowsOf(LOCAL, { company: SMELTER });
    expect(store.forgetCompany({ kind: 'member', company: SAW }, SAW, '2026-02-01T00:00:00Z')).toMatchObject({ flows: 3 });
    expect(store.company(LOCAL, SAW)).toBeNull();
    expect(store.flowsOf(LOCAL, { company: SAW })).toEqual([]);
    expect(store.flowsOf(LOCAL, { company: SMELTER })).toEqual(others);
    expect(store.check()).toEqual([]);
  });

  it('is in no byte of the file and its log', () => {
    const store = filled();
    store.forgetCompany(LOCAL, SAW, '2026-02-01T00:00:00Z');
    const bytes = ['', '-wal'].flatMap((end) => (existsSync(store.file + end) ? [readFileSync(store.file + end)] : []));
    for (const word of ['Sagbruket', SAW, 'kutterflis', 'høvelrommet', 'ikke si dette', 'gammel aske', 'bare sagbruket'])
      for (const part of bytes) expect([word, part.includes(Buffer.from(word))]).toEqual([word, false]);
    expect(bytes.some((part) => part.includes(Buffer.from('spillvarme')))).toBe(true);
  });

  it('lets the imports of the others be undone and taken in again', () => {
    const store = filled();
    store.forgetCompany(LOCAL, SAW, '2026-02-01T00:00:00Z');
    const first = store.listImports(LOCAL).at(-1);
    store.undoImport(first?.id ?? 0, LOCAL, '2026-02-02T00:00:00Z', true);
    expect(store.flowsOf(LOCAL, { company: SMELTER })).toEqual([]);
    importFile(store, [aRow({ ...smelter, words: 'spillvarme' }), aRow({ ...saw, words: 'ny bark' })]);
    expect(store.flowsOf(LOCAL, { cluster: 'Rana' }).map(({ words }) => words)).toEqual(['ny bark', 'spillvarme']);
    expect(store.check()).toEqual([]);
  });

  it('is forgotten by nobody else', () => {
    const store = filled();
    for (const viewer of [{ kind: 'member', company: SMELTER }, { kind: 'manager', cluster: 'Rana' }, { kind: 'administrator' }] as const)
      expect(() => store.forgetCompany(viewer, SAW, '2026-02-01T00:00:00Z')).toThrow('company.unknown');
    expect(store.flowsOf(LOCAL, { company: SAW })).toHaveLength(3);
  });
});
