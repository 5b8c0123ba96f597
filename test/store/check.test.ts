import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { aRow, aStore, importFile } from './makers.ts';

const BROKEN = [
  ['a flow row is gone', 'DELETE FROM flow_rows WHERE line = 3', 'accepted rows|another scope'],
  ['a flow row names no scope', 'UPDATE flow_rows SET scope_id = 99 WHERE line = 3', 'of no scope'],
  ['a flow row names no table', 'UPDATE flow_rows SET table_id = 99 WHERE line = 3', 'of no table'],
  ['the words of a flow are lost', "DELETE FROM guesses; DELETE FROM texts WHERE text = 'flis'", 'are lost'],
  ['a flow is there twice', 'UPDATE flow_rows SET key = 7', 'states twice'],
  ['a run of rows is gone', 'DELETE FROM extents', 'accepted rows'],
  ['an import is gone', 'DELETE FROM imports', 'imports that is not there'],
  ['a rejected row is lost', 'UPDATE imports SET rows_rejected = 1', 'rejected or skipped'],
] as const;

it.each(BROKEN)('finds that %s', (_what, sql, said) => {
  const store = aStore();
  importFile(store, [aRow({ words: 'bark' }), aRow({ words: 'flis' })]);
  expect(store.check()).toEqual([]);
  const db = new Database(store.file);
  db.pragma('foreign_keys = OFF');
  db.exec(sql);
  db.close();
  expect(
    store
      .check()
      .map(({ what }) => what)
      .join('\n'),
  ).toMatch(new RegExp(said));
});
