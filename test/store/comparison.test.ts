import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ScreeningRow } from '../../server/domain/screening.ts';
import { LOCAL } from '../../server/domain/viewer.ts';
import { packRows } from '../../server/store/packRows.ts';
import { exchangeIdentity } from '../../server/store/staging.ts';
import { openStore } from '../../server/store/store.ts';
import type { StagedExchange, Store, StoreReader } from '../../server/store/store.ts';
import { aFolder, aStore } from './makers.ts';
import { aRow, HEADERS, identified } from './rows.ts';

type File = {
  readonly cluster: string;
  readonly name: string;
  readonly rows: readonly ScreeningRow[];
  readonly exchanges: readonly StagedExchange[];
};

const compared = (store: StoreReader, { cluster, name, rows, exchanges }: File) => {
  const comparison = store.compare(LOCAL, { cluster, source: name });
  const staged = identified(rows);
  // In two parts, as a file comes.
  comparison.add(packRows(staged.slice(0, 3)));
  comparison.addExchanges(exchanges);
  comparison.add(packRows(staged.slice(3)));
  return comparison.changes();
};

function stage(store: Store, { cluster, name, rows, exchanges }: File): number {
  const id = store.beginImport({ viewer: LOCAL, cluster, files: [name], startedAt: '2026-01-01T10:00:00Z', bytesHash: null, options: {} });
  const table = store.beginTable(id, { file: name, sheet: null, headers: HEADERS });
  const staged = identified(rows);
  store.stageRows(id, table, staged.slice(0, 3));
  store.stageExchanges(id, table, exchanges);
  store.stageRows(id, table, staged.slice(3));
  return id;
}

const companies = [
  { company: 'Fjordsag AS', orgNumber: '910000004', municipality: 'Rana' },
  { company: 'Fjordsag AS', orgNumber: null, municipality: 'Rana' },
  { company: 'FJORDSAG AS', orgNumber: null, municipality: null },
  { company: 'Fjordsag AS', orgNumber: '910000012', municipality: 'Meløy' },
  { company: 'Mo|bruk', orgNumber: null, municipality: 'Rana' },
  { company: 'Mo', orgNumber: null, municipality: null },
] as const;
const row = fc
  .record({
    who: fc.constantFrom(...companies),
    period: fc.constantFrom(null, '2024', '2025'),
    words: fc.constantFrom('bark', 'flis', 'damp'),
    value: fc.integer({ min: 1, max: 2 }),
    flowId: fc.constantFrom(null, null, 'F1'),
  })
  .map(({ who, value, ...said }) =>
    aRow({ ...who, ...said, stated: { value }, annual: { low: value, likely: value, high: value, unit: 't' } }),
  );
const exchange = fc
  .record({
    from: fc.constantFrom('Fjordsag AS', 'Mo', 'Ny'),
    to: fc.constantFrom('Mo', 'Mo|bruk'),
    words: fc.constantFrom('damp', 'bark'),
  })
  .map(({ from, to, words }): StagedExchange => {
    const said = {
      sheet: null,
      line: 2,
      cells: [from, to, words],
      id: null,
      from,
      to,
      words,
      stated: null,
      unit: null,
      annual: null,
      period: null,
      comment: null,
    };
    return { row: said, ...exchangeIdentity(said, 0) };
  });
const file: fc.Arbitrary<File> = fc.record({
  cluster: fc.constantFrom('Rana', 'Rana', 'Herøya'),
  name: fc.constantFrom('a.csv', 'a.csv', 'b.csv'),
  rows: fc.array(row, { maxLength: 9 }),
  exchanges: fc.uniqueArray(exchange, { maxLength: 2, selector: ({ row: { from, to, words } }) => `${from}|${to}|${words}` }),
});
const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ what: fc.constant('commit' as const), file }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('discard' as const), file }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('undo' as const), file }) },
);

describe('a comparison', () => {
  it('says of any file, after any history, what its import then does', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 7 }), (history) => {
        const store = aStore();
        for (const { what, file: next } of history) {
          const { heldBy, listed: _listed, notYours, ...told } = compared(store, next);
          expect(notYours).toEqual([]);
          const id = stage(store, next);
          const { added, changed, withdrawn, unchanged, joins, screenings, ...plan } = store.planImport(id);
          expect(told).toEqual({ added, changed, withdrawn, unchanged, joins, screenings });
          expect(heldBy).toBe(plan.heldBy);
          if (what === 'discard') store.discardImport(id, '2026-01-02T00:00:00Z');
          else store.commitImport(id, '2026-01-02T00:00:00Z');
          if (what === 'undo') store.undoImport(id, LOCAL, '2026-01-03T00:00:00Z', true);
        }
        store.close();
      }),
      { seed: 7, numRuns: 60 },
    );
  });

  it('says of the same file again that nothing changes, and which import holds it', () => {
    const store = aStore();
    const one: File = { cluster: 'Rana', name: 'a.csv', rows: [aRow({ words: 'bark' }), aRow({ words: 'flis' })], exchanges: [] };
    const id = stage(store, one);
    store.commitImport(id, '2026-01-02T00:00:00Z');
    expect(compared(store, one)).toMatchObject({ added: 0, changed: 0, withdrawn: 0, unchanged: 2, joins: 0, screenings: 0, heldBy: id });
    expect(compared(store, { ...one, name: 'kopi.csv' })).toMatchObject({
      added: 0,
      changed: 0,
      withdrawn: 0,
      unchanged: 2,
      joins: 0,
      screenings: 0,
      heldBy: id,
    });
  });

  it('does not change a byte of the database', () => {
    const path = `${aFolder()}/test.db`;
    const store = openStore(path, { mode: 'write', create: true });
    const one: File = { cluster: 'Rana', name: 'a.csv', rows: [aRow({ words: 'bark' })], exchanges: [] };
    store.commitImport(stage(store, one), '2026-01-02T00:00:00Z');
    store.close();
    const before = readFileSync(path);
    const reader = openStore(path, { mode: 'read' });
    expect(compared(reader, { ...one, rows: [aRow({ words: 'flis' }), aRow({ company: 'Helt ny AS' })] })).toMatchObject({
      added: 2,
      withdrawn: 1,
    });
    reader.close();
    expect(readFileSync(path).equals(before)).toBe(true);
  });
});
