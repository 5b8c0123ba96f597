import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { previewSchema } from '../../server/contract/previews.ts';
import type { PreviewShown } from '../../server/contract/previews.ts';
import { aServer, fixture } from './aServer.ts';
import type { TestServer } from './aServer.ts';

let server: TestServer;
beforeAll(async () => {
  server = await aServer();
});
afterAll(() => server.close());

/** So many rows that reading them takes a while. */
const longFile = (rows: number): { name: string; content: string } => {
  const lines = ['Bedrift;Retning;Ressurs;Mengde;Enhet'];
  for (let row = 0; row < rows; row += 1) lines.push(`Verk ${row % 90} AS;ut;Treflis parti ${row};${row + 1};tonn/år`);
  return { name: 'lang.csv', content: lines.join('\n') };
};

/** What the stream of a preview says until it ends. */
async function told(preview: string): Promise<PreviewShown[]> {
  const text = await (await server.send('previewEvents', { path: { preview } })).text();
  return text
    .split('\n\n')
    .filter((one) => one !== '')
    .map((one) => previewSchema.parse(JSON.parse(one.replace(/^data: /, ''))));
}

describe('a screening through the API', () => {
  it.each([
    ['02_cp1252.csv', 2, 0, 0],
    ['14_totals_rows.csv', 3, 0, 4],
    ['25_embedded_newlines.csv', 2, 1, 0],
    ['47_formula_injection.csv', 4, 0, 0],
  ])('%s is previewed with every record accounted for, and nothing is stored', async (name, ok, rejected, skipped) => {
    const { id, file, rows, ...preview } = await server.previewed(fixture('nasty', name), 'Prøve');
    expect(file).toMatchObject({ outcome: 'import', rows_ok: ok, rows_rejected: rejected, rows_skipped: skipped });
    expect(file.rows_read).toBe(ok + rejected + skipped);
    expect(rows).toHaveLength(ok);
    expect(preview.rejected).toHaveLength(rejected);
    expect(preview.import).toBeNull();
    await server.ask('previewCancel', { path: { preview: id } });
    expect(await server.ask('clusters')).toEqual([]);
  });

  it('what is no table is refused in a sentence, whatever its name', async () => {
    const { file } = await server.previewed(fixture('tables', 'picture.csv'));
    expect(file).toMatchObject({ outcome: 'refuse', rows_ok: 0 });
    expect(file.messages[0]?.severity).toBe('error');
  });

  it('keeps æøå in the name of an uploaded file', async () => {
    const { file } = await server.previewed({
      name: 'Kartlegging Ålesund – ærlig & rått.csv',
      content: 'Bedrift;Retning;Ressurs\nA;ut;Bark\n',
    });
    expect(file.file).toBe('Kartlegging Ålesund – ærlig & rått.csv');
  });

  it('commit, again, changed and undo: stored once, compared, and gone without a trace', async () => {
    const rows = (slag: number, more = ''): { name: string; content: string } => ({
      name: 'kart.csv',
      content: `Bedrift;Retning;Ressurs;Mengde;Enhet\nØst AS;ut;Slagg;${slag};tonn/år\nØst AS;ut;Aske;7;tonn/år\n${more}`,
    });
    const page = () => server.ask('cluster', { path: { cluster: 'Øst' }, query: { lang: 'en' } });
    const first = await server.imported(rows(5), 'Øst');
    expect(first).toMatchObject({ state: 'committed', changes: { added: 2, changed: 0, withdrawn: 0, unchanged: 0 } });
    const stored = await page();
    expect(stored.flows).toHaveLength(2);

    expect(await server.imported(rows(5), 'Øst')).toMatchObject({
      import: first.import,
      changes: { added: 0, changed: 0, withdrawn: 0, unchanged: 2 },
    });

    const changed = await server.imported(rows(6, 'Vest AS;inn;Slagg;2;tonn/år\n'), 'Øst');
    expect(changed).toMatchObject({ changes: { added: 1, changed: 1, withdrawn: 0, unchanged: 1 } });
    expect((await page()).flows.find((flow) => flow.resource === 'Slagg' && flow.gives)?.quantity).toEqual({ value: 6 });

    // Undone, last first; the newest first in the list.
    expect((await server.ask('imports')).map(({ id }) => id)).toEqual([changed.import, first.import]);
    await server.ask('undo', { path: { import: String(changed.import) }, body: {} });
    expect(await page()).toEqual(stored);
    expect(await server.refused('undo', { path: { import: String(changed.import) }, body: {} })).toBe('import.state');
    await server.ask('undo', { path: { import: String(first.import) }, body: {} });
    expect(await server.ask('clusters')).toEqual([]);
  });

  it('what was committed cannot be committed or cancelled again', async () => {
    const done = await server.imported({ name: 'en.csv', content: 'Bedrift;Retning;Ressurs\nEn AS;ut;Bark\n' }, 'En');
    expect(await server.refused('commit', { body: { preview: done.id } })).toMatch(/^(?:preview\.stale|import\.state)$/);
    expect(await server.refused('previewCancel', { path: { preview: done.id } })).toBe('import.state');
  });

  it('a file without one row to store is not committed', async () => {
    const { id } = await server.previewed({ name: 'tom.csv', content: 'Bedrift;Retning;Ressurs;Mengde;Enhet\n' });
    expect(await server.refused('commit', { body: { preview: id } })).toMatch(/^import\.(?:empty|rejected)$/);
  });
});

describe('a long import', () => {
  const ROWS = 15_000;

  it('tells how far it is, answers meanwhile, and is there as a whole', { timeout: 120_000 }, async () => {
    const { id, file } = await server.previewed(longFile(ROWS), 'Lang');
    expect(file.rows_ok).toBe(ROWS);
    const started = await server.ask('commit', { body: { preview: id } });
    expect(started.state).toMatch(/^committ/);
    const events = told(id);
    let during = 0;
    let state = started;
    while (state.state === 'committing') {
      // Nobody sees a part of it.
      const [found] = (await server.ask('clusters')).filter(({ name }) => name === 'Lang');
      expect([undefined, ROWS]).toContain(found?.flows);
      during += 1;
      state = await server.ask('previewState', { path: { preview: id } });
    }
    expect(during).toBeGreaterThan(0);
    const heard = await events;
    expect(heard.at(-1)).toMatchObject({ state: 'committed', import: state.import, changes: { added: ROWS } });
    const rows = heard.map(({ progress }) => progress.rows);
    expect(rows).toEqual(rows.toSorted((a, b) => a - b));
    await server.ask('undo', { path: { import: String(state.import) }, body: {} });
  });

  it('leaves nothing when it is cancelled, and can be made again', { timeout: 120_000 }, async () => {
    const { id } = await server.previewed(longFile(ROWS), 'Avbrutt');
    await server.ask('commit', { body: { preview: id } });
    const cancelled = server.ask('previewCancel', { path: { preview: id } });
    // While it is stored it cannot be stored once more.
    expect(await server.refused('commit', { body: { preview: id } })).toMatch(/^(?:import\.state|preview\.stale)$/);
    expect(await cancelled).toEqual({ cancelled: true });
    expect((await server.ask('clusters')).map(({ name }) => name)).not.toContain('Avbrutt');
    expect((await server.ask('imports')).filter(({ cluster }) => cluster === 'Avbrutt')).toEqual([]);
    const again = await server.imported({ name: 'kort.csv', content: 'Bedrift;Retning;Ressurs\nTo AS;ut;Bark\n' }, 'Avbrutt');
    expect(again).toMatchObject({ state: 'committed', changes: { added: 1 } });
  });
});

it('reported no fault of its own in all of this', () => expect(server.reported).toEqual([]));
