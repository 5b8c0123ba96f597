import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { describe, expect, it, onTestFinished } from 'vitest';
import { writeScreening } from '../../../bench/import/writeScreening.ts';
import { LOCAL } from '../../../server/domain/viewer.ts';
import { importFiles } from '../../../server/tasks/importFiles.ts';
import type { ImportRequest } from '../../../server/tasks/importFiles.ts';
import { openForReading } from '../../../server/tasks/open.ts';
import { openWorkspace } from '../../../server/tasks/openWorkspace.ts';
import type { PreviewShown } from '../../../server/contract/previews.ts';

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'flytkart-import-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const onDisk = (path: string) => ({ path, name: basename(path), size: statSync(path).size });

const request = (database: string, path: string, said: Partial<ImportRequest> = {}): ImportRequest => ({
  database,
  files: [onDisk(path)],
  cluster: 'Rana',
  dryRun: false,
  withRows: false,
  choices: {},
  language: 'en',
  at: '2026-01-01T00:00:00Z',
  signal: new AbortController().signal,
  progress: () => undefined,
  ...said,
});

const bytesOf = (database: string): string[] =>
  ['', '-wal'].map((end) =>
    existsSync(database + end)
      ? createHash('sha256')
          .update(readFileSync(database + end))
          .digest('hex')
      : '',
  );

describe('importing a file', () => {
  it('stores every row, and of the same file again nothing: it names the import that holds it', async () => {
    const folder = aFolder();
    const [database, file] = [join(folder, 'a.db'), join(folder, 'rana.csv')];
    await writeScreening(file, { companies: 50, flows: 20 });
    const first = await importFiles(request(database, file));
    expect(first).toMatchObject({
      import: 1,
      files: [{ outcome: 'import', rows_read: 1000, rows_ok: 1000, rows_rejected: 0, rows_skipped: 0 }],
    });
    const again = await importFiles(request(database, file));
    expect(again.import).toBe(1);
    expect(again.files[0]?.messages.find(({ code }) => code === 'import.unchanged')?.text).toContain('as import 1');
    const store = openForReading(database);
    onTestFinished(() => store.close());
    expect(store.listImports(LOCAL).map(({ id, added }) => ({ id, added }))).toEqual([{ id: 1, added: 1000 }]);
    expect(store.check()).toEqual([]);
  });

  it('leaves nothing when it is stopped on the way', async () => {
    const folder = aFolder();
    const [database, file] = [join(folder, 'a.db'), join(folder, 'rana.csv')];
    await writeScreening(file, { companies: 300, flows: 20 });
    const stop = new AbortController();
    const stopped = importFiles(request(database, file, { signal: stop.signal, progress: () => stop.abort() }));
    await expect(stopped).rejects.toMatchObject({ code: 'import.cancelled' });
    const store = openForReading(database);
    onTestFinished(() => store.close());
    expect(store.listImports(LOCAL)).toEqual([]);
    expect(store.clusters(LOCAL)).toEqual([]);
    expect(store.check()).toEqual([]);
  });

  it('tells in a dry run what is stored already, and makes no database', async () => {
    const folder = aFolder();
    const [database, file] = [join(folder, 'a.db'), join(folder, 'rana.csv')];
    await writeScreening(file, { companies: 5, flows: 20 });
    expect((await importFiles(request(database, file, { dryRun: true }))).import).toBeNull();
    expect(existsSync(database)).toBe(false);
    await importFiles(request(database, file));
    const dry = await importFiles(request(database, file, { dryRun: true }));
    expect(dry.import).toBeNull();
    expect(dry.files[0]?.messages.map(({ code }) => code)).toContain('import.unchanged');
  });
});

describe('a preview', () => {
  const ended = (workspace: ReturnType<typeof openWorkspace>, id: string): Promise<PreviewShown> =>
    new Promise((resolve) => {
      const look = (state: PreviewShown): void => {
        if (state.state === 'reading' || state.state === 'committing') return;
        leave();
        resolve(state);
      };
      const leave = workspace.watchPreview(LOCAL, id, 'en', look);
      const now = workspace.previewState(LOCAL, id, 'en');
      if (now.state !== 'reading' && now.state !== 'committing') look(now);
    });
  function aWorkspace(folder: string) {
    const database = join(folder, 'a.db');
    const workspace = openWorkspace({ database, own: database, demo: false, version: '0', now: () => '2026-01-01T00:00:00Z' });
    onTestFinished(() => workspace.close());
    return { database, workspace };
  }
  /** The file is the preview's from then on. */
  async function anUpload(folder: string, name: string, length: Parameters<typeof writeScreening>[1]) {
    const path = join(mkdtempSync(join(folder, 'upload-')), name);
    await writeScreening(path, length);
    return onDisk(path);
  }

  it('tells what a file would add, change, withdraw and leave, and its commit then does so', async () => {
    const folder = aFolder();
    const { database, workspace } = aWorkspace(folder);
    const shown = async (length: Parameters<typeof writeScreening>[1], commit: boolean) => {
      const opened = await workspace.preview(LOCAL, await anUpload(folder, 'rana.csv', length), 'Rana');
      const told = await ended(workspace, opened.id);
      if (!commit) return told;
      await workspace.commit(LOCAL, opened.id);
      const done = await ended(workspace, opened.id);
      expect(done.changes).toEqual(told.changes);
      return told;
    };
    expect((await shown({ companies: 40, flows: 20 }, true)).changes).toEqual({ added: 800, changed: 0, withdrawn: 0, unchanged: 0 });
    const before = bytesOf(database);
    const same = await shown({ companies: 40, flows: 20 }, false);
    expect(same.changes).toEqual({ added: 0, changed: 0, withdrawn: 0, unchanged: 800 });
    expect(same.file.messages.map(({ code }) => code)).toContain('import.unchanged');
    expect((await shown({ companies: 42, flows: 19, changed: 10 }, false)).changes).toEqual({
      added: 38,
      changed: 80,
      withdrawn: 40,
      unchanged: 680,
    });
    expect(bytesOf(database)).toEqual(before);
    expect((await shown({ companies: 42, flows: 19, changed: 10 }, true)).changes).toMatchObject({ added: 38, withdrawn: 40 });
    expect(workspace.imports(LOCAL).map(({ id, changes }) => [id, changes?.added])).toEqual([
      [2, 38],
      [1, 800],
    ]);
  });

  it('shows its first rows while the rest is read, and the server goes on answering', async () => {
    const folder = aFolder();
    const { workspace } = aWorkspace(folder);
    const upload = await anUpload(folder, 'rana.csv', { companies: 600, flows: 20 });
    const opened = await workspace.preview(LOCAL, upload, 'Rana');
    expect(opened.state).toBe('reading');
    expect(opened.rows).toHaveLength(50);
    expect(opened.mapping.map(({ field }) => field)).toContain('quantity');
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    let said = 0;
    const leave = workspace.watchPreview(LOCAL, opened.id, 'en', ({ progress }) => {
      said = Math.max(said, progress.rows);
    });
    await ended(workspace, opened.id);
    await workspace.commit(LOCAL, opened.id);
    const done = await ended(workspace, opened.id);
    leave();
    delay.disable();
    expect(done).toMatchObject({ state: 'committed', changes: { added: 12_000 } });
    expect(said).toBe(12_000);
    // Not a measure of speed: reading and writing here would hold the loop for as long as they last.
    expect(delay.percentile(90) / 1e6).toBeLessThan(200);
  });

  it('that is cancelled leaves no file behind and no import', async () => {
    const folder = aFolder();
    const { workspace } = aWorkspace(folder);
    const upload = await anUpload(folder, 'rana.csv', { companies: 300, flows: 20 });
    const opened = await workspace.preview(LOCAL, upload, 'Rana');
    expect(await workspace.cancelPreview(LOCAL, opened.id)).toEqual({ cancelled: true });
    expect(existsSync(upload.path)).toBe(false);
    expect(() => workspace.previewState(LOCAL, opened.id, 'en')).toThrow(expect.objectContaining({ code: 'preview.unknown' }));
    expect(workspace.imports(LOCAL)).toEqual([]);
  });
});

it('a preview of a file without rows says so and changes nothing', async () => {
  const folder = aFolder();
  const file = join(folder, 'tom.csv');
  writeFileSync(file, 'Bedrift;Retning;Ressurs;Mengde;Enhet\r\n');
  const answer = await importFiles(request(join(folder, 'a.db'), file));
  expect(answer.import).toBeNull();
});
