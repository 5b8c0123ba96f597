import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ScreeningRow } from '../../server/domain/screening.ts';
import { LOCAL } from '../../server/domain/viewer.ts';
import { exchangeIdentity } from '../../server/store/staging.ts';
import type { Store } from '../../server/store/store.ts';
import { aRow, aStore, importFile, stageFile } from './makers.ts';

/** All that anybody can see, as one value. */
function visible(store: Store): unknown {
  return store.clusters(LOCAL).map((cluster) => ({
    cluster,
    companies: store.companiesOf(LOCAL, cluster),
    flows: store.flowsOf(LOCAL, { cluster }).map((flow) => ({ ...flow, cells: store.sourceOf(LOCAL, flow.id) })),
    exchanges: store.exchangesOf(LOCAL, { cluster }),
  }));
}

describe('undo', () => {
  it('lists the flows that a person changed since and undoes nothing, until told to', () => {
    const store = aStore();
    importFile(store, [aRow()]);
    const before = visible(store);
    const second = importFile(store, [aRow({ stated: { value: 8 } }), aRow({ words: 'flis' })]);
    const flow = store.flowsOf(LOCAL, { cluster: 'Rana' }).find(({ words }) => words === 'bark')?.id ?? '';
    store.decideSharing(LOCAL, flow, 'public', '2026-01-02T00:00:00Z');
    expect(store.undoImport(second, LOCAL, '2026-01-03T00:00:00Z')).toEqual({ outcome: 'edited', flows: [flow], screenings: [] });
    expect(store.flowsOf(LOCAL, { cluster: 'Rana' })).toHaveLength(2);
    expect(store.undoImport(second, LOCAL, '2026-01-03T00:00:00Z', true)).toEqual({ outcome: 'undone' });
    expect(visible(store)).toEqual(before);
  });
  it('does not ask about a decision that was made before the import', () => {
    const store = aStore();
    importFile(store, [aRow()]);
    store.decideSharing(LOCAL, store.flowsOf(LOCAL, { cluster: 'Rana' })[0]?.id ?? '', 'public', '2026-01-02T00:00:00Z');
    const second = importFile(store, [aRow({ stated: { value: 8 } })]);
    expect(store.undoImport(second, LOCAL, '2026-01-03T00:00:00Z')).toEqual({ outcome: 'undone' });
    expect(store.flowsOf(LOCAL, { cluster: 'Rana' })[0]).toMatchObject({ sharing: 'public', stated: { value: 100 } });
  });
  it('of an import that is undone, staged or unknown is refused', () => {
    const store = aStore();
    const id = importFile(store, [aRow()]);
    store.undoImport(id, LOCAL, '');
    expect(() => store.undoImport(id, LOCAL, '')).toThrow('import.state');
    expect(() => store.undoImport(99, LOCAL, '')).toThrow('import.unknown');
  });
  it('takes back exchanges and what was said of companies', () => {
    const store = aStore();
    importFile(store, [aRow({ nace: '16.101' })]);
    const before = visible(store);
    const id = stageFile(store, [aRow({ nace: '24.102', activity: 'smelteverk' })], { file: 'b.csv' });
    const table = store.beginTable(id, { file: 'b.csv', sheet: 'exchanges', headers: ['source', 'target', 'resource'] });
    const row = {
      sheet: 'exchanges',
      line: 2,
      cells: ['Fjordsag AS', 'Varmeverket', 'flis'],
      id: 'E1',
      from: 'Fjordsag AS',
      to: 'Varmeverket',
      words: 'flis',
      stated: null,
      unit: null,
      annual: null,
      period: null,
      comment: null,
    };
    store.stageExchanges(id, table, [{ row, ...exchangeIdentity(row, 0) }]);
    store.commitImport(id, '2026-01-02T00:00:00Z');
    expect(store.exchangesOf(LOCAL, { cluster: 'Rana' })).toMatchObject([
      { statedId: 'E1', words: 'flis', source: { sheet: 'exchanges', line: 2 } },
    ]);
    const [exchange] = store.exchangesOf(LOCAL, { cluster: 'Rana' });
    expect(store.sourceOf(LOCAL, exchange?.id ?? '')).toMatchObject({
      file: 'b.csv',
      sheet: 'exchanges',
      line: 2,
      cells: [{ header: 'source', text: 'Fjordsag AS' }, {}, {}],
    });
    expect(store.sourceOf({ kind: 'member', company: 'another' }, exchange?.id ?? '')).toBeNull();
    expect(store.companiesOf(LOCAL, 'Rana').map(({ name, nace }) => [name, nace])).toEqual(
      expect.arrayContaining([
        ['Fjordsag AS', '24.102'],
        ['Varmeverket', null],
      ]),
    );
    store.undoImport(id, LOCAL, '2026-01-03T00:00:00Z');
    expect(visible(store)).toEqual(before);
    expect(store.check()).toEqual([]);
  });
});

const rowArbitrary: fc.Arbitrary<ScreeningRow> = fc
  .record({
    company: fc.constantFrom('A', 'B', 'C'),
    numbered: fc.boolean(),
    period: fc.constantFrom(null, '2023', '2024'),
    words: fc.constantFrom('bark', 'flis', 'Bark'),
    flowId: fc.constantFrom(null, null, 'F1', 'F2'),
    value: fc.integer({ min: 0, max: 3 }),
    nace: fc.constantFrom(null, '16', '24'),
  })
  .map(({ value, numbered, company, ...said }) =>
    aRow({ ...said, company, orgNumber: numbered ? `91000000${company.charCodeAt(0) - 64}` : null, stated: { value } }),
  );
const fileArbitrary = fc.record({
  file: fc.constantFrom('one.csv', 'two.csv'),
  cluster: fc.constantFrom('Rana', 'Herøya'),
  rows: fc.array(rowArbitrary, { maxLength: 6 }),
});
const scopeOf = (flow: { company: string; period: string | null }): string => `${flow.company}|${flow.period}`;

describe('any sequence of imports', () => {
  it('undone backwards gives every earlier state again, exactly; forwards again the later ones', { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(fc.array(fileArbitrary, { minLength: 1, maxLength: 6 }), (files) => {
        const store = aStore();
        const steps = files.map(({ rows, ...made }) => {
          const before = visible(store);
          const id = importFile(store, rows, made);
          return { id, before, made, rows };
        });
        for (const { id, before } of steps.toReversed()) {
          expect(store.undoImport(id, LOCAL, '2026-02-01T00:00:00Z')).toEqual({ outcome: 'undone' });
          expect(visible(store)).toEqual(before);
        }
        expect(store.check()).toEqual([]);
        store.close();
      }),
      { seed: 7, numRuns: 15 },
    );
  });

  it(
    'changes nothing by the same file again, and withdraws only what its own source stated for its companies and periods',
    { timeout: 60_000 },
    () => {
      fc.assert(
        fc.property(fc.array(fileArbitrary, { minLength: 2, maxLength: 6 }), (files) => {
          const store = aStore();
          const everything = () => ['Rana', 'Herøya'].flatMap((cluster) => store.flowsOf(LOCAL, { cluster }));
          /** What each source's files said last of a scope. */
          const said = new Map<string, Set<string>>();
          for (const { rows, ...made } of files) {
            const before = everything();
            const planId = stageFile(store, rows, made);
            const plan = store.planImport(planId);
            store.commitImport(planId, '2026-01-01T00:00:00Z');
            const after = everything();
            const now = new Set(after.map(({ id }) => id));
            const gone = before.filter(({ id }) => !now.has(id));
            const source = `${made.cluster}|${made.file}`;
            const inFile = new Set(after.filter((flow) => flow.source?.importId === planId).map(scopeOf));
            for (const flow of gone) {
              expect(inFile).toContain(scopeOf(flow));
              expect(said.get(`${source}|${scopeOf(flow)}`)).toContain(flow.id);
            }
            expect(new Set(gone.map(({ id }) => id)).size).toBe(plan.withdrawn);
            for (const scope of inFile)
              said.set(
                `${source}|${scope}`,
                new Set(after.filter((flow) => scopeOf(flow) === scope && flow.source?.importId === planId).map(({ id }) => id)),
              );

            const again = stageFile(store, rows, made);
            expect(store.planImport(again)).toMatchObject({ added: 0, changed: 0, withdrawn: 0, joins: 0, changes: false });
            store.discardImport(again, '2026-01-01T00:00:00Z');
            expect(everything()).toEqual(after);
          }
          while (store.sweep());
          expect(store.check()).toEqual([]);
          store.close();
        }),
        { seed: 11, numRuns: 15 },
      );
    },
  );
});

describe('a discarded import', () => {
  it('leaves nothing, neither visible nor in the file', () => {
    const store = aStore();
    const empty = visible(store);
    const id = stageFile(
      store,
      Array.from({ length: 5_000 }, (_, i) => aRow({ company: `A${i % 9}`, words: `flis ${i}` })),
    );
    store.discardImport(id, '2026-01-01T00:00:00Z');
    expect(visible(store)).toEqual(empty);
    expect(store.listImports(LOCAL)).toEqual([]);
    let steps = 0;
    while (store.sweep()) steps++;
    expect(steps).toBeGreaterThan(2);
    expect(() => store.importOf(LOCAL, id)).toThrow('import.unknown');
    expect(store.check()).toEqual([]);
  });
  it('lets a new import be staged before it is swept away, and sweeping takes nothing of that', () => {
    const store = aStore();
    store.discardImport(stageFile(store, [aRow({ words: 'gone' })]), '');
    importFile(store, [aRow({ words: 'bark' }), aRow({ words: 'flis' })]);
    while (store.sweep());
    expect(store.flowsOf(LOCAL, { cluster: 'Rana' }).map(({ words }) => words)).toEqual(['bark', 'flis']);
    expect(store.check()).toEqual([]);
  });
});

it('calls a company unknown as long as only a staged, discarded or undone import names it', () => {
  const store = aStore();
  importFile(store, [aRow({ orgNumber: '910000001' })]);
  const staged = stageFile(store, [aRow({ company: 'Ny', orgNumber: '910000002' })], { file: 'b.csv' });
  expect(store.company(LOCAL, '910000002')).toBe(null);
  expect(() => store.consent(LOCAL, '910000001', '910000002', true, '')).toThrow('company.unknown');
  store.commitImport(staged, '2026-01-02T00:00:00Z');
  store.consent(LOCAL, '910000001', '910000002', true, '');
  store.undoImport(staged, LOCAL, '2026-01-03T00:00:00Z');
  expect(store.company(LOCAL, '910000002')).toBe(null);
});

it('stages one import at a time', () => {
  const store = aStore();
  stageFile(store, [aRow()]);
  expect(() => stageFile(store, [aRow()])).toThrow('store.busy');
});
