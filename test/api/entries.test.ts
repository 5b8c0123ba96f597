// Typed screenings: nothing typed is lost, what is saved speaks for the whole company, and all of it can be undone.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aServer, fixture } from './aServer.ts';
import type { TestServer } from './aServer.ts';
import { BARK, saved, typed } from './entryVisits.ts';

const CLUSTER = 'Fjord';
let server: TestServer;
let company = '';
beforeAll(async () => {
  server = await aServer();
  await server.imported(fixture('demo', 'demo-cluster.csv'), CLUSTER);
  company = (await server.ask('companies', { path: { cluster: CLUSTER } })).find(({ name }) => name === 'Grønfjord Silisium AS')?.id ?? '';
});
afterAll(() => server.close());

const as = (viewer: string): Record<string, string> => ({
  cookie: `flytkart-viewer=${viewer.replace(/:(.*)/, (_, rest: string) => `:${encodeURIComponent(rest)}`)}`,
});
const flowsOf = async (id: string) => (await server.ask('company', { path: { company: id } })).flows;

describe('a stored company in the grid', () => {
  it.each(['nb', 'en'])('opened and saved as it is changes no flow (%s)', async (lang) => {
    const entry = `company:${company}`;
    const opened = await server.ask('entry', { path: { entry }, query: { lang } });
    const before = await flowsOf(company);
    const done = await saved(server, entry, opened.content);
    expect(done.changes).toMatchObject({ added: 0, changed: 0, withdrawn: 0, unchanged: before.length });
  });

  it('a row that is deleted withdraws the flow though a file stated it; undone, it is back as it was', async () => {
    const entry = `company:${company}`;
    const before = await flowsOf(company);
    const { content } = await server.ask('entry', { path: { entry } });
    const done = await saved(server, entry, { ...content, rows: content.rows.filter(({ cells }) => cells.resource !== 'Slagg') });
    expect(done.changes).toMatchObject({ added: 0, changed: 0, withdrawn: 1 });
    expect((await flowsOf(company)).map(({ resource }) => resource)).not.toContain('Slagg');
    await server.ask('undo', { path: { import: String(done.import) }, body: {} });
    expect(await flowsOf(company)).toEqual(before);
  });

  it('changed and saved, its screening is of today and no other flow is another one; undone, of the day it was', async () => {
    const dates = async () => (await server.ask('screenings', { path: { cluster: CLUSTER } })).filter((one) => one.company === company);
    const before = await dates();
    const entry = `company:${company}`;
    const { content } = await server.ask('entry', { path: { entry } });
    const [first, ...rest] = content.rows;
    if (first === undefined) throw new Error('no rows');
    const rows = [{ ...first, cells: { ...first.cells, comment: 'Spurt på nytt' } }, ...rest];
    const done = await saved(server, entry, { ...content, rows });
    expect(done.changes).toMatchObject({ added: 0, changed: 1, withdrawn: 0, unchanged: rest.length });
    expect((await dates()).map(({ date }) => date)).toContain('2026-03-01');
    await server.ask('undo', { path: { import: String(done.import) }, body: {} });
    expect(await dates()).toEqual(before);
  });

  it('a meaning that a person chose holds, and the words stay the company’s own', async () => {
    const content = typed(CLUSTER, 'Valgt AS', [{ ...BARK, resource: 'Svart gull', resource_id: 'mat.wood.bark' }]);
    const done = await saved(server, 'new:chosen', content);
    const [flow] = await flowsOf(done.company);
    expect(flow).toMatchObject({ resource: 'Svart gull', guesses: [{ resource: 'mat.wood.bark', weight: 1 }] });
    const again = await server.ask('entry', { path: { entry: `company:${done.company}` } });
    expect(again.content.rows[0]?.cells).toMatchObject({ resource: 'Svart gull', resource_id: 'mat.wood.bark' });
  });
});

describe('a draft', () => {
  it('is not laid over what somebody else kept since', async () => {
    const entry = 'new:twice';
    const keep = (base: number, name: string) => ({ path: { entry }, body: { base, content: typed(CLUSTER, name, [BARK]) } });
    expect((await server.ask('entryKeep', keep(0, 'Først AS'))).version).toBe(1);
    expect(await server.refused('entryKeep', keep(0, 'Også AS'))).toBe('entry.conflict');
    expect((await server.ask('entryKeep', keep(1, 'Sist AS'))).version).toBe(2);
    expect((await server.ask('entry', { path: { entry }, query: { cluster: CLUSTER } })).content.facts.company).toBe('Sist AS');
  });

  it('with a row that cannot be read is not stored, and keeps every cell', async () => {
    const entry = 'new:bad';
    const content = typed(CLUSTER, 'Feil AS', [BARK, { direction: 'ut', resource: 'Aske', quantity: 'mye', unit: 'tonn' }]);
    await server.ask('entryKeep', { path: { entry }, body: { base: 0, content } });
    expect(await server.refused('entrySave', { path: { entry }, body: { version: 1 } })).toBe('entry.rejected');
    expect((await server.ask('entry', { path: { entry }, query: { cluster: CLUSTER } })).content.rows[1]?.cells.quantity).toBe('mye');
  });

  it('of a number that can be read two ways asks, and takes the answer', async () => {
    const content = typed(CLUSTER, 'Tvil AS', [{ ...BARK, quantity: '1.234' }]);
    const check = await server.ask('entryCheck', { path: { entry: 'new:doubt' }, body: content });
    expect(check).toMatchObject({ storable: false });
    expect(check.messages).toContainEqual(expect.objectContaining({ code: 'decimal.ask', row: 'r1', field: 'quantity' }));
    const told = await server.ask('entryCheck', { path: { entry: 'new:doubt' }, body: { ...content, decimal: ',' } });
    expect(told.rows[0]?.annual?.likely).toBe(1234);
  });

  it('of a new company tells of the stored one that bears its name', async () => {
    const check = await server.ask('entryCheck', { path: { entry: 'new:same' }, body: typed(CLUSTER, 'grønfjord  silisium as', [BARK]) });
    expect(check.existing).toEqual({ id: company, name: 'Grønfjord Silisium AS' });
  });
});

describe('who may type', () => {
  it('a member in its own company; others answer as if there were none', async () => {
    const entry = { path: { entry: `company:${company}` } };
    expect((await server.ask('entry', { ...entry, headers: as(`member:${company}`) })).content.company).toBe(company);
    const [other] = (await server.ask('companies', { path: { cluster: CLUSTER } })).filter(({ id }) => id !== company);
    for (const viewer of [`member:${other?.id}`, `manager:${CLUSTER}`])
      for (const name of ['entry', 'entryDrop'] as const)
        expect(await server.refused(name, { ...entry, headers: as(viewer) })).toBe('company.unknown');
    expect(await server.refused('entry', { path: { entry: 'new:mine' }, headers: as(`member:${company}`) })).toBe('company.unknown');
    expect(await server.refused('entry', { path: { entry: 'company:nobody' } })).toBe('company.unknown');
  });

  it('a member’s typing is shown as its own', async () => {
    const headers = as(`member:${company}`);
    const { content } = await server.ask('entry', { path: { entry: `company:${company}` }, headers });
    const rows = content.rows.map((row, index) => (index === 0 ? { ...row, cells: { ...row.cells, quantity: '1' } } : row));
    const done = await saved(server, `company:${company}`, { ...content, rows }, headers);
    expect(done.changes).toMatchObject({ changed: 1 });
    const flow = (await flowsOf(company)).find(({ quantity }) => JSON.stringify(quantity) === '{"value":1}');
    expect(flow?.file).toMatch(/^Skrevet inn av Grønfjord Silisium AS \d{4}-/);
  });
});

it('reported no fault of its own in all of this', () => expect(server.reported).toEqual([]));
