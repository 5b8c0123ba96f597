import { describe, expect, it } from 'vitest';
import type { ScreeningSaid } from '../../server/domain/screening.ts';
import { LOCAL } from '../../server/domain/viewer.ts';
import type { Viewer } from '../../server/domain/viewer.ts';
import { packRows } from '../../server/store/packRows.ts';
import type { Store } from '../../server/store/store.ts';
import { aRow, aStore, importFile, stageFile } from './makers.ts';
import { identified } from './rows.ts';

const SAW = '910000001';
const said = (screening: Partial<ScreeningSaid>): { screening: ScreeningSaid } => ({
  screening: { date: null, by: null, state: null, ...screening },
});
const saw = { company: 'Sagbruket', orgNumber: SAW };
const shown = (store: Store, viewer: Viewer = LOCAL) =>
  store
    .screeningsOf(viewer, { cluster: 'Rana' })
    .map(({ site, period, date, by, state }) => [site, period, date, by, state].map((one) => one ?? '-').join(' '));
const idOf = (store: Store): string => store.screeningsOf(LOCAL, { company: SAW })[0]?.id ?? '';
const AT = '2026-02-01T10:00:00Z';

describe('a screening', () => {
  it('is what one site stated for one period, also where the file says nothing of it', () => {
    const store = aStore();
    importFile(store, [
      aRow({ ...saw, site: 'Mo', period: '2024' }),
      aRow({ ...saw, site: 'Mo', period: '2025' }),
      aRow({ ...saw, site: 'MO ', period: '2025', words: 'flis' }),
      aRow({ ...saw, site: 'Nesna', period: '2025' }),
      aRow({ ...saw, words: 'aske' }),
    ]);
    expect(shown(store)).toEqual(['- - - - draft', 'Mo 2024 - - draft', 'Mo 2025 - - draft', 'Nesna 2025 - - draft']);
    expect(store.screeningsOf(LOCAL, { company: SAW })[0]?.imported).toEqual({ importId: 1, at: '2026-01-01T10:01:00Z', who: LOCAL });
  });
  it('was made on the latest day that its rows tell, by whom that row names, and is no further than the one least far', () => {
    const rows = [
      aRow({ ...saw, ...said({ date: '2025-03-01', by: 'Kari', state: 'approved' }) }),
      aRow({ ...saw, words: 'flis', ...said({ date: '2025-05-01', by: 'Ola', state: 'checked' }) }),
      aRow({ ...saw, words: 'aske', ...said({ date: '2025-04-01', by: 'Per' }) }),
    ];
    const together = aStore();
    importFile(together, rows);
    // The same in batches of one row each.
    const apart = aStore();
    const id = stageFile(apart, []);
    const table = apart.beginTable(id, { file: 'screening.csv', sheet: null, headers: [] });
    for (const row of identified(rows)) apart.stagePacked(id, table, packRows([row]));
    apart.commitImport(id, AT);
    for (const store of [together, apart]) expect(shown(store)).toEqual(['- - 2025-05-01 Ola checked']);
  });
  it('goes with its import: unseen while staged or discarded, gone when undone, back as it was before', () => {
    const store = aStore();
    importFile(store, [aRow({ ...saw, ...said({ by: 'Kari' }) })]);
    const staged = stageFile(store, [aRow({ ...saw, words: 'flis', ...said({ by: 'Ola' }) })]);
    expect(shown(store)).toEqual(['- - - Kari draft']);
    store.discardImport(staged, AT);
    while (store.sweep());
    expect(store.check()).toEqual([]);
    const second = importFile(store, [aRow({ ...saw, words: 'flis', ...said({ by: 'Ola' }) })]);
    expect(shown(store)).toEqual(['- - - Ola draft']);
    store.undoImport(second, LOCAL, AT);
    expect(shown(store)).toEqual(['- - - Kari draft']);
    store.undoImport(1, LOCAL, AT);
    expect(shown(store)).toEqual([]);
  });
  it('said anew is a change although no flow changes; the same again, or nothing, is none', () => {
    const store = aStore();
    const row = (screening: Partial<ScreeningSaid>) => [aRow({ ...saw, ...said(screening) })];
    importFile(store, row({ state: 'draft', by: 'Kari' }));
    const planned = (screening: Partial<ScreeningSaid>) => {
      const id = stageFile(store, row(screening));
      const { changes, changed, unchanged, screenings } = store.planImport(id);
      store.discardImport(id, AT);
      const comparison = store.compare(LOCAL, { cluster: 'Rana', source: 'screening.csv' });
      comparison.add(packRows(identified(row(screening))));
      expect(comparison.changes()).toMatchObject({ changed, unchanged, screenings });
      return { changes, changed, screenings };
    };
    expect(planned({ state: 'draft', by: 'Kari' })).toEqual({ changes: false, changed: 0, screenings: 0 });
    expect(planned({})).toEqual({ changes: false, changed: 0, screenings: 0 });
    expect(planned({ state: 'approved' })).toEqual({ changes: true, changed: 0, screenings: 1 });
    expect(planned({ date: '2025-01-01' })).toEqual({ changes: true, changed: 0, screenings: 1 });
    // What a person decided already is no news either.
    store.decideScreening(LOCAL, idOf(store), { state: 'approved' }, AT);
    expect(planned({ state: 'approved' })).toEqual({ changes: false, changed: 0, screenings: 0 });
  });
});

describe("a person's word on a screening", () => {
  it('holds over what the file says, also after a re-import, until it is taken back', () => {
    const store = aStore();
    importFile(store, [aRow({ ...saw, ...said({ by: 'Kari', state: 'draft' }) })]);
    const before = store.revision();
    store.decideScreening(LOCAL, idOf(store), { state: 'approved', date: '2026-01-31', by: 'Ola' }, AT);
    expect(store.revision()).toBeGreaterThan(before);
    expect(shown(store)).toEqual(['- - 2026-01-31 Ola approved']);
    expect(store.screeningsOf(LOCAL, { id: idOf(store) })[0]?.decided).toEqual(['by', 'date', 'state']);
    importFile(store, [aRow({ ...saw, words: 'flis', ...said({ by: 'Per', state: 'checked' }) })]);
    expect(shown(store)).toEqual(['- - 2026-01-31 Ola approved']);
    store.decideScreening(LOCAL, idOf(store), { by: null }, AT);
    store.decideScreening(LOCAL, idOf(store), { state: 'draft' }, AT);
    expect(shown(store)).toEqual(['- - 2026-01-31 Per draft']);
  });
  it('stops an undo until that is confirmed, which takes the word with it', () => {
    const store = aStore();
    importFile(store, [aRow({ ...saw, words: 'aske' })], { file: 'other.csv' });
    const id = importFile(store, [aRow({ ...saw })]);
    store.decideScreening(LOCAL, idOf(store), { state: 'checked' }, AT);
    expect(store.undoImport(id, LOCAL, AT)).toEqual({ outcome: 'edited', flows: [], screenings: [idOf(store)] });
    expect(store.undoImport(id, LOCAL, AT, true)).toEqual({ outcome: 'undone' });
    expect(shown(store)).toEqual(['- - - - draft']);
    expect(store.check()).toEqual([]);
  });
  it('comes from those who may change the company, about a screening that is there', () => {
    const store = aStore();
    importFile(store, [aRow({ ...saw }), aRow({ company: 'Smelteverket', orgNumber: '910000002', words: 'varme' })]);
    const id = idOf(store);
    const decide = (viewer: Viewer, which = id) => store.decideScreening(viewer, which, { state: 'checked' }, AT);
    for (const viewer of [
      { kind: 'member', company: '910000002' },
      { kind: 'manager', cluster: 'Rana' },
      { kind: 'administrator' },
    ] satisfies Viewer[])
      expect(() => decide(viewer)).toThrow('screening.unknown');
    for (const which of ['', 'nobody', `${SAW}-1`, `${SAW}-zzzzzzzzz`]) expect(() => decide(LOCAL, which)).toThrow('screening.unknown');
    decide({ kind: 'member', company: SAW });
    decide({ kind: 'consultant', companies: [SAW], until: '2027-01-01' });
    expect(store.screeningsOf(LOCAL, { id })[0]?.state).toBe('checked');
  });
});

it('who screened a company is seen by itself, whoever works for it and its facilitators, by no neighbour', () => {
  const store = aStore();
  importFile(store, [aRow({ ...saw }), aRow({ company: 'Smelteverket', orgNumber: '910000002', words: 'varme' })]);
  importFile(store, [aRow({ company: 'Langt borte', orgNumber: '910000003', words: 'gips' })], { cluster: 'Herøya', file: 'far.csv' });
  const seen = (viewer: Viewer) => store.screeningsOf(viewer, { cluster: 'Rana' }).map(({ company }) => company);
  expect(seen({ kind: 'manager', cluster: 'Rana' })).toEqual([SAW, '910000002']);
  expect(seen({ kind: 'administrator' })).toEqual([SAW, '910000002']);
  expect(seen({ kind: 'member', company: SAW })).toEqual([SAW]);
  expect(seen({ kind: 'consultant', companies: ['910000002'], until: '2027-01-01' })).toEqual(['910000002']);
  expect(seen({ kind: 'manager', cluster: 'Herøya' })).toEqual([]);
});
