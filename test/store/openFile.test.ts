import Database from 'better-sqlite3';
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { LOCAL } from '../../server/domain/viewer.ts';
import { restoreStore } from '../../server/store/backup.ts';
import { SCHEMA } from '../../server/store/openFile.ts';
import { openStore } from '../../server/store/store.ts';
import { aFolder, aRow, aStore, importFile } from './makers.ts';

const opening =
  (file: string, create = false) =>
  () =>
    openStore(file, { mode: 'write', create }).close();

/** A closed database with 300 flows. */
function aFile(): string {
  const file = join(aFolder(), 'whole.db');
  const store = openStore(file, { mode: 'write', create: true });
  importFile(
    store,
    Array.from({ length: 300 }, (_, i) => aRow({ words: `flis ${i}` })),
  );
  store.close();
  return file;
}

describe('opening', () => {
  it('refuses a file that is not there, and a folder that is not there', () => {
    const folder = aFolder();
    expect(opening(join(folder, 'no.db'))).toThrow('store.missing');
    expect(opening(join(folder, 'no', 'no.db'), true)).toThrow('file.unwritable');
  });
  it('refuses a folder', () => expect(opening(aFolder(), true)).toThrow('store.foreign'));
  it('refuses a text file, and leaves it as it was', () => {
    const file = join(aFolder(), 'rows.csv');
    writeFileSync(file, 'company;quantity\nFjordsag;12\n'.repeat(200));
    expect(opening(file, true)).toThrow('store.foreign');
    expect(statSync(file).size).toBe(200 * 'company;quantity\nFjordsag;12\n'.length);
  });
  it('refuses the SQLite file of another program, and adds nothing to it', () => {
    const file = join(aFolder(), 'other.db');
    const other = new Database(file);
    other.exec('CREATE TABLE notes (text TEXT)');
    other.close();
    const before = readFileSync(file);
    expect(opening(file, true)).toThrow('store.foreign');
    expect(readFileSync(file).equals(before)).toBe(true);
  });
  it('refuses an empty file unless it may make a database of it', () => {
    const file = join(aFolder(), 'empty.db');
    writeFileSync(file, '');
    expect(opening(file)).toThrow('store.foreign');
    expect(opening(file, true)).not.toThrow();
  });
  it('refuses a database of a newer schema, naming both', () => {
    const file = aFile();
    const db = new Database(file);
    db.pragma(`user_version = ${SCHEMA + 1}`);
    db.close();
    expect(opening(file)).toThrow(`store.newer ${JSON.stringify({ file, found: SCHEMA + 1, known: SCHEMA })}`);
  });
  it.skipIf(process.getuid?.() === 0)('refuses a file that it may not read', () => {
    const file = aFile();
    chmodSync(file, 0o000);
    expect(opening(file)).toThrow('store.noPermission');
  });
  it('says that a damaged file is damaged, at opening or at the check', () => {
    const file = aFile();
    const handle = openSync(file, 'r+');
    // From the middle on, so that the header still looks right.
    writeSync(handle, Buffer.alloc(statSync(file).size / 2, 0x5a), 0, statSync(file).size / 2, statSync(file).size / 2);
    closeSync(handle);
    const look = (): void => {
      const store = openStore(file, { mode: 'read' });
      try {
        const problems = store.check();
        if (problems.length > 0) throw new Error(problems[0]?.code);
        store.flowsOf(LOCAL, { cluster: 'Rana' });
      } finally {
        store.close();
      }
    };
    expect(look).toThrow('store.corrupt');
  });
  it('reads beside the writer, and cannot write', () => {
    const store = aStore();
    importFile(store, [aRow()]);
    const reader = openStore(store.file, { mode: 'read' });
    importFile(store, [aRow({ words: 'flis' })], { file: 'second.csv' });
    expect(reader.flowsOf(LOCAL, { cluster: 'Rana' })).toHaveLength(2);
    reader.close();
  });
});

describe('a database that an earlier release wrote', () => {
  const folder = join(import.meta.dirname, 'released');
  const released = readdirSync(folder)
    .filter((name) => name.endsWith('.db.gz'))
    .sort();
  it('is kept here for every schema that was released, the newest among them', () => {
    const schemas = released.map((name) => Number(name.slice(0, 3)));
    expect(schemas[0]).toBe(1);
    expect(schemas.at(-1)).toBe(SCHEMA);
  });
  it.each(released)('%s opens, is whole and gives its flows', (name) => {
    const file = join(aFolder(), 'released.db');
    writeFileSync(file, gunzipSync(readFileSync(join(folder, name))));
    const store = openStore(file, { mode: 'write' });
    expect(store.check()).toEqual([]);
    expect(store.flowsOf(LOCAL, { cluster: 'Rana' }).map(({ words }) => words)).toEqual(['bark', 'flis', 'varmt vann']);
    store.close();
  });
});

describe('backup and restore', () => {
  it('copies a database that is in use, and brings it back into a new file', async () => {
    const store = aStore();
    importFile(store, [aRow(), aRow({ words: 'flis' })]);
    const folder = aFolder();
    const copy = join(folder, 'copy.db');
    await store.backup(copy);
    await expect(restoreStore(copy, join(folder, 'new.db'))).resolves.toEqual([]);
    expect([`${copy}-wal`, `${copy}-shm`].filter((beside) => existsSync(beside))).toEqual([]);
    const back = openStore(join(folder, 'new.db'), { mode: 'read' });
    expect(back.flowsOf(LOCAL, { cluster: 'Rana' })).toEqual(store.flowsOf(LOCAL, { cluster: 'Rana' }));
    back.close();
  });
  it('never writes over a file', async () => {
    const store = aStore();
    const there = join(aFolder(), 'there.db');
    writeFileSync(there, 'mine');
    await expect(store.backup(there)).rejects.toThrow('file.exists');
    await expect(restoreStore(store.file, there)).rejects.toThrow('file.exists');
    expect(readFileSync(there, 'utf8')).toBe('mine');
  });
  it('refuses a backup that is none', async () => {
    const folder = aFolder();
    mkdirSync(join(folder, 'sub'));
    writeFileSync(join(folder, 'text.db'), 'no database at all, but long enough to look at'.repeat(50));
    await expect(restoreStore(join(folder, 'text.db'), join(folder, 'new.db'))).rejects.toThrow('store.foreign');
    await expect(restoreStore(join(folder, 'sub'), join(folder, 'new.db'))).rejects.toThrow('store.foreign');
    expect(readdirSync(folder).sort()).toEqual(['sub', 'text.db']);
  });
});
