import { describe, expect, it } from 'vitest';
import type { ScreeningRow } from '../../server/domain/screening.ts';
import { LOCAL } from '../../server/domain/viewer.ts';
import type { Plan, Store } from '../../server/store/store.ts';
import { aRow, aStore, importFile, stageFile } from './makers.ts';
import type { FileMade } from './makers.ts';

const shown = (store: Store): string[] =>
  store
    .flowsOf(LOCAL, { cluster: 'Rana' })
    .map(({ company, period, words, stated }) =>
      [company, period, words, ...Object.values(stated ?? {})].filter((part) => part !== null).join(' '),
    );
function planned(store: Store, rows: readonly ScreeningRow[], made: FileMade = {}): Plan {
  const id = stageFile(store, rows, made);
  const plan = store.planImport(id);
  store.discardImport(id, '2026-01-03T00:00:00Z');
  return plan;
}
const A = { company: 'A', orgNumber: '910000001' };
const B = { company: 'B', orgNumber: '910000002' };

describe('the same file again', () => {
  it('changes nothing', () => {
    const store = aStore();
    const rows = [aRow({ ...A, words: 'bark' }), aRow({ ...A, words: 'bark', stated: { value: 7 } }), aRow({ ...B, words: 'flis' })];
    importFile(store, rows);
    expect(planned(store, rows)).toMatchObject({ added: 0, changed: 0, withdrawn: 0, unchanged: 3, joins: 0, changes: false });
  });
  it('changes nothing under another name, nor with other case, spacing and Unicode form in its keys', () => {
    const store = aStore();
    importFile(store, [aRow({ ...A, site: 'Mo i Rana', words: 'kjølevann' })]);
    expect(planned(store, [aRow({ ...A, site: 'Mo i Rana', words: 'kjølevann' })], { file: 'kopi.csv' })).toMatchObject({
      unchanged: 1,
      changes: false,
    });
    expect(planned(store, [aRow({ ...A, site: 'MO I  RANA', words: ' Kjølevann '.normalize('NFD') })])).toMatchObject({
      added: 0,
      changed: 1,
      withdrawn: 0,
    });
  });
  it('changes something in a cluster that does not have its companies yet', () => {
    const store = aStore();
    importFile(store, [aRow(A)]);
    expect(planned(store, [aRow(A)], { cluster: 'Herøya' })).toMatchObject({ added: 0, unchanged: 1, joins: 1, changes: true });
  });
});

describe('a changed file', () => {
  it('is told apart into added, changed, withdrawn and unchanged', () => {
    const store = aStore();
    importFile(store, [aRow({ ...A, words: 'bark' }), aRow({ ...A, words: 'flis' }), aRow({ ...A, words: 'aske' })]);
    const rows = [aRow({ ...A, words: 'bark' }), aRow({ ...A, words: 'flis', stated: { value: 5 } }), aRow({ ...A, words: 'slam' })];
    const plan = planned(store, rows);
    expect(plan).toMatchObject({ added: 1, changed: 1, withdrawn: 1, unchanged: 1, companies: 1 });
    expect(store.flowsOf(LOCAL, { ids: plan.ids.withdrawn }).map(({ words }) => words)).toEqual(['aske']);
    importFile(store, rows);
    expect(shown(store)).toEqual(['910000001 bark 100', '910000001 flis 5', '910000001 slam 100']);
  });
  it('withdraws nothing of a company, of a period or of a source that does not occur in it', () => {
    const store = aStore();
    importFile(store, [aRow({ ...A, period: '2023' }), aRow({ ...A, period: '2024' }), aRow(B)]);
    importFile(store, [aRow({ ...A, period: '2024', words: 'slam' })], { file: 'another.csv' });
    importFile(store, [aRow({ ...A, period: '2024', words: 'flis' })]);
    expect(shown(store)).toEqual(['910000001 2024 flis 100', '910000001 2024 slam 100', '910000001 2023 bark 100', '910000002 bark 100']);
  });
  it('leaves a flow that another file states too', () => {
    const store = aStore();
    importFile(store, [aRow({ ...A, stated: { value: 1 } })], { file: 'old.csv' });
    importFile(store, [aRow({ ...A, stated: { value: 2 } }), aRow({ ...A, words: 'flis' })]);
    expect(shown(store)).toEqual(['910000001 bark 2', '910000001 flis 100']);
    expect(planned(store, [aRow({ ...A, words: 'flis' })])).toMatchObject({ withdrawn: 0, unchanged: 1 });
  });
  it('follows a flow by its own id when its words change, and keeps its id in the store', () => {
    const store = aStore();
    importFile(store, [aRow({ ...A, flowId: 'F1', words: 'bark' })]);
    const [before] = store.flowsOf(LOCAL, { cluster: 'Rana' });
    importFile(store, [aRow({ ...A, flowId: 'F1', words: 'Bark fra gran' })]);
    const [after] = store.flowsOf(LOCAL, { cluster: 'Rana' });
    expect(after).toMatchObject({ id: before?.id, words: 'Bark fra gran' });
    expect(store.historyOf(LOCAL, before?.id ?? '').map(({ what, line }) => [what, line])).toEqual([
      ['added', 2],
      ['changed', 2],
    ]);
  });
  it('keeps what it withdraws in the history', () => {
    const store = aStore();
    importFile(store, [aRow({ ...A, words: 'bark' }), aRow({ ...A, words: 'flis' })]);
    const id = store.flowsOf(LOCAL, { cluster: 'Rana' })[0]?.id ?? '';
    importFile(store, [aRow({ ...A, words: 'flis' })]);
    expect(store.flowsOf(LOCAL, { ids: [id] })).toEqual([]);
    expect(store.historyOf(LOCAL, id).map(({ what }) => what)).toEqual(['added', 'withdrawn']);
  });
});

describe('rows alike in their key', () => {
  it('are separate flows in the order of the file', () => {
    const store = aStore();
    importFile(store, [aRow({ ...A, stated: { value: 1 } }), aRow({ ...A, stated: { value: 2 } }), aRow({ ...A, stated: { value: 3 } })]);
    expect(
      planned(store, [aRow({ ...A, stated: { value: 1 } }), aRow({ ...A, stated: { value: 4 } }), aRow({ ...A, stated: { value: 3 } })]),
    ).toMatchObject({
      added: 0,
      changed: 1,
      withdrawn: 0,
      unchanged: 2,
    });
  });
  it('are one flow when they agree in every cell', () => {
    const store = aStore();
    importFile(store, [aRow(A), aRow(A), aRow(A)]);
    expect(shown(store)).toEqual(['910000001 bark 100']);
  });
});

describe('a company', () => {
  it('is known again by its number whatever its name, and by name and municipality without a number', () => {
    const store = aStore();
    importFile(store, [aRow({ company: 'Fjordsag', municipality: 'Rana', words: 'a' })]);
    importFile(store, [aRow({ company: 'FJORDSAG', orgNumber: '910000009', municipality: 'rana', words: 'b' })], { file: '2.csv' });
    importFile(store, [aRow({ company: 'Fjordsag Holding', orgNumber: '910000009', municipality: 'Bodø', words: 'c' })], { file: '3.csv' });
    importFile(store, [aRow({ company: 'Fjordsag', municipality: null, words: 'd' })], { file: '4.csv' });
    const companies = store.companiesOf(LOCAL, 'Rana');
    expect(companies.map(({ name, orgNumber }) => [name, orgNumber])).toEqual([['Fjordsag', '910000009']]);
  });
  it('is another one with another number or in another municipality', () => {
    const store = aStore();
    importFile(store, [
      aRow({ company: 'Nordlaks', municipality: 'Rana' }),
      aRow({ company: 'Nordlaks', municipality: 'Bodø' }),
      aRow({ company: 'Nordlaks', municipality: 'Rana', orgNumber: '910000001' }),
      aRow({ company: 'Nordlaks', municipality: 'Rana', orgNumber: '910000002' }),
      aRow({ company: 'Nordlaks', municipality: null }),
    ]);
    expect(store.companiesOf(LOCAL, 'Rana')).toHaveLength(4);
  });
});
