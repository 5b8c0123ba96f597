// The routes of typed screenings, each asked once as a user would.
import { expect } from 'vitest';
import type { z } from 'zod';
import type { BALANCE_ROUTES } from '../../server/contract/balance.ts';
import type { entryContentSchema, ENTRY_ROUTES } from '../../server/contract/entry.ts';
import type { TestServer } from './aServer.ts';

export type Content = z.input<typeof entryContentSchema>;
type Cells = Content['rows'][number]['cells'];

/** What a person types: each row as its cells. */
export const typed = (cluster: string, company: string, rows: readonly Cells[], more: Partial<Content> = {}): Content => ({
  cluster,
  company: null,
  facts: { company, org_number: '', municipality: '', nace: '', activity: '' },
  rows: rows.map((cells, index) => ({ id: `r${index + 1}`, cells, others: {}, question: null, flow: null })),
  decimal: null,
  ...more,
});

export const BARK: Cells = { direction: 'ut', resource: 'Bark', quantity: '1 200,5', unit: 'tonn/år' };

/** Types, keeps and saves; answers what was stored. */
export async function saved(server: TestServer, entry: string, content: Content, headers: Record<string, string> = {}) {
  const before = await server.ask('entry', { path: { entry }, query: { cluster: content.cluster }, headers });
  const { version } = await server.ask('entryKeep', { path: { entry }, body: { base: before.version, content }, headers });
  return server.ask('entrySave', { path: { entry }, body: { version }, headers });
}

export const entryVisits = (
  server: () => TestServer,
  cluster: string,
): Readonly<Record<keyof typeof ENTRY_ROUTES | keyof typeof BALANCE_ROUTES, () => Promise<void>>> => ({
  entries: async () => {
    await server().ask('entryKeep', { path: { entry: 'new:list' }, body: { base: 0, content: typed(cluster, 'Liste AS', [BARK]) } });
    expect(await server().ask('entries')).toContainEqual(expect.objectContaining({ id: 'new:list', name: 'Liste AS', rows: 1 }));
  },
  entry: async () => {
    const entry = await server().ask('entry', { path: { entry: 'new:empty' }, query: { cluster } });
    expect(entry).toMatchObject({ version: 0, changed_at: null, content: { company: null, rows: [] } });
  },
  entryKeep: async () => {
    const kept = await server().ask('entryKeep', {
      path: { entry: 'new:keep' },
      body: { base: 0, content: typed(cluster, 'Kladd AS', [BARK]) },
    });
    expect(kept.version).toBe(1);
    expect(
      await server().refused('entryKeep', { path: { entry: 'new:keep' }, body: { base: 0, content: typed(cluster, 'Andre AS', []) } }),
    ).toBe('entry.conflict');
    const entry = await server().ask('entry', { path: { entry: 'new:keep' }, query: { cluster } });
    expect(entry.content.rows[0]?.cells).toEqual(BARK);
  },
  entryDrop: async () => {
    await server().ask('entryKeep', { path: { entry: 'new:drop' }, body: { base: 0, content: typed(cluster, 'Bort AS', [BARK]) } });
    expect(await server().ask('entryDrop', { path: { entry: 'new:drop' } })).toEqual({ dropped: true });
    expect(await server().ask('entryDrop', { path: { entry: 'new:drop' } })).toEqual({ dropped: false });
  },
  entryCheck: async () => {
    const check = await server().ask('entryCheck', {
      path: { entry: 'new:check' },
      query: { lang: 'nb' },
      body: typed(cluster, 'Sjekk AS', [BARK, { direction: 'ut', resource: 'Aske', quantity: 'mye', unit: 'tonn' }]),
    });
    expect(check.storable).toBe(false);
    expect(check.rows[0]?.annual).toMatchObject({ likely: 1200.5, unit: 't' });
    expect(check.rows[0]?.meanings[0]?.resource).toBe('mat.wood.bark');
    expect(check.messages).toContainEqual(expect.objectContaining({ row: 'r2', field: 'quantity', severity: 'error' }));
  },
  entrySave: async () => {
    const done = await saved(server(), 'new:save', typed(cluster, 'Lagret AS', [BARK]));
    expect(done.changes).toMatchObject({ added: 1, changed: 0, withdrawn: 0 });
    const page = await server().ask('company', { path: { company: done.company } });
    expect(page.flows[0]?.file).toMatch(/^Skrevet inn av konsulent 20\d\d-/);
    await server().ask('undo', { path: { import: String(done.import) }, body: {} });
  },
  balance: async () => {
    const [company] = await server().ask('companies', { path: { cluster } });
    const page = await server().ask('balance', { path: { company: company?.id ?? '' } });
    for (const { into, out, unexplained } of page.balances) expect(unexplained).toBeCloseTo(into - out, 6);
    expect(await server().refused('balance', { path: { company: 'nobody' } })).toBe('company.unknown');
    // Another member sees no difference that would tell what is hidden.
    const cookie = `flytkart-viewer=${encodeURIComponent('member:nobody')}`;
    expect(await server().refused('balance', { path: { company: company?.id ?? '' }, headers: { cookie } })).toBe('company.unknown');
  },
  coverage: async () => {
    const coverage = await server().ask('coverage', { path: { cluster } });
    expect(coverage.length).toBeGreaterThan(20);
    for (const { shares } of coverage) for (const { stated, of } of Object.values(shares)) expect(stated).toBeLessThanOrEqual(of);
  },
  template: async () => {
    for (const format of ['csv', 'xlsx']) expect((await server().send('template', { path: { format } })).status).toBe(200);
    expect(await server().refused('template', { path: { format: 'doc' } })).toBe('request.invalid');
  },
  meanings: async () => {
    const meanings = await server().ask('meanings', { query: { words: 'sagfl', direction: 'out' } });
    expect(meanings.map(({ resource }) => resource)).toContain('mat.wood.sawdust');
  },
  typicalFlows: async () => {
    const flows = await server().ask('typicalFlows', { query: { activity: 'Bryggeri' } });
    expect(flows.length).toBeGreaterThan(3);
    expect(flows.every(({ low, likely, high }) => low <= likely && likely <= high)).toBe(true);
  },
});
