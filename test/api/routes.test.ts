import { readdirSync } from 'node:fs';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { openApiDocument } from '../../server/api/openApi.ts';
import { ACCOUNT_ROUTES } from '../../server/contract/accounts.ts';
import type { AccountRoute } from '../../server/contract/accounts.ts';
import { ERRORS } from '../../server/contract/errors.ts';
import { routesText } from '../../server/contract/drawnRoutes.ts';
import { API_ROOT, ROUTES } from '../../server/contract/routes.ts';
import type { RouteName } from '../../server/contract/routes.ts';
import { aServer, fixture } from './aServer.ts';
import type { TestServer } from './aServer.ts';
import { entryVisits } from './entryVisits.ts';
import { leadVisits, lookingAs } from './leadVisits.ts';
import { screeningVisits } from './screeningVisits.ts';
import { memberVisits } from './memberVisits.ts';
import { registerVisits } from './registerVisits.ts';
import { runningVisits } from './runningVisits.ts';
import { scenarioVisits } from './scenarioVisits.ts';

const CLUSTER = 'Fjord & Fjell: æøå/100 %';
let server: TestServer;
let company = '';
let flow = '';
let read = '';
beforeAll(async () => {
  server = await aServer({ demo: true });
  await server.imported(fixture('demo', 'demo-cluster.csv'), CLUSTER);
  const page = await server.ask('cluster', { path: { cluster: CLUSTER } });
  company = page.companies[0]?.id ?? '';
  flow = page.flows[0]?.id ?? '';
  const preview = await server.previewed(aFile);
  expect(preview).toMatchObject({ state: 'ready', file: { rows_ok: 1, rows_rejected: 1 } });
  read = preview.id;
});
afterAll(() => server.close());

const aFile = {
  name: 'liten.csv',
  content: 'Bedrift;Retning;Ressurs;Mengde;Enhet\nØre AS;ut;Bark;12;tonn/år\nØre AS;ut;Aske;mye;tonn/år\n',
};
const cluster = { cluster: CLUSTER };

type Plain = Exclude<RouteName, AccountRoute>;
const isPlain = (name: RouteName): name is Plain => !(name in ACCOUNT_ROUTES);
/** Each route asked once as a user would; a route that is added fails to compile here until it is asked too. */
const VISITS: Readonly<Record<Plain, () => Promise<void>>> = {
  ...entryVisits(() => server, CLUSTER),
  ...leadVisits(() => server, CLUSTER),
  ...screeningVisits(() => server, CLUSTER),
  ...registerVisits(() => server, CLUSTER),
  ...scenarioVisits(() => server, CLUSTER),
  ...memberVisits(() => server, CLUSTER),
  ...runningVisits(() => server, CLUSTER),
  health: async () => expect(await server.ask('health')).toMatchObject({ ok: true, demo: true, version: '0.0.0' }),
  clusters: async () => expect((await server.ask('clusters')).map(({ name }) => name)).toContain(CLUSTER),
  cluster: async () => {
    const page = await server.ask('cluster', { path: cluster, query: { lang: 'en' } });
    expect(page.flows).toHaveLength(188);
    expect(page.companies).toHaveLength(24);
    expect(page.flows.every((one) => one.file === 'demo-cluster.csv' && one.line !== null)).toBe(true);
  },
  matches: async () => {
    const { matches, refused } = await server.ask('matches', { path: cluster, query: { limit: '7', refused: 'yes' } });
    expect(matches).toHaveLength(7);
    expect(matches.every(({ checks }) => checks.every(({ reason }) => reason.length > 5))).toBe(true);
    expect(refused.length).toBeLessThanOrEqual(7);
    expect(matches.map(({ score }) => score)).toEqual(matches.map(({ score }) => score).toSorted((a, b) => b - a));
  },
  heatBound: async () => {
    const heat = await server.ask('heat', { path: cluster });
    const bound = await server.ask('heatBound', { path: cluster });
    expect(bound.bound_nok_per_year).toBeGreaterThanOrEqual(heat.network?.value_nok_per_year ?? Number.POSITIVE_INFINITY);
    expect(bound.bound_nok_per_year).toBeLessThanOrEqual(heat.network?.bound_nok_per_year ?? 0);
    expect(bound.without.length).toBeGreaterThan(0);
  },
  heat: async () => {
    const heat = await server.ask('heat', { path: cluster, query: { lang: 'en' } });
    expect(heat.sharing_potential_kw).toBeGreaterThan(0);
    const [customer] = heat.network?.customers ?? [];
    const without = await server.ask('heat', { path: cluster, query: { off: `${customer?.flow},nobody`, approach: '20' } });
    expect(without.off).toEqual([customer?.flow]);
    expect(without.network?.dropped).toContainEqual(expect.objectContaining({ who: customer?.flow, code: 'network.switchedOff' }));
    expect(without.approach.used_k).toBe(20);
    // A larger approach never lowers the need that is left (the potential itself may grow: companies recover less at home).
    without.months.forEach((month, i) =>
      expect(month.hot_utility_pooled_kw).toBeGreaterThanOrEqual((heat.months[i]?.hot_utility_pooled_kw ?? 0) - 1e-6),
    );
    expect((await server.ask('heat', { path: cluster, query: { network: 'no' } })).network).toBeNull();
    const [one, other] = heat.places;
    const routes = routesText([{ from: one?.site ?? '', to: other?.site ?? '', via: [{ lat: 63.4, lon: 9.9 }] }]);
    const drawn = await server.ask('heat', { path: cluster, query: { routes } });
    expect(drawn.routes).toMatchObject([{ from: one?.site, known: true }]);
    expect(drawn.routes[0]?.metres).toBeGreaterThan(1000);
  },
  totals: async () => {
    const told = await server.ask('totals', { path: cluster, query: { lang: 'en' } });
    expect(told.rows.length).toBeGreaterThan(0);
    expect(told.rows.every(({ amount, name, resource }) => amount > 0 && name !== resource)).toBe(true);
    // One smelter takes nearly all of the power: a table that told power apart would tell the smelter's.
    expect(told.rows.filter(({ resource, side }) => resource === 'en.el' && side === 'asked')).toEqual([]);
    expect(await server.ask('totals', { path: cluster, query: { lang: 'en' } })).toEqual(told);
    expect(await server.refused('totals', { path: cluster, headers: lookingAs('member:nobody') })).toBe('cluster.unknown');
  },
  forgetCompany: async () => {
    await server.imported(
      { name: 'glem.csv', content: 'Bedrift;Retning;Ressurs;Mengde;Enhet\nGlemmes AS;ut;Bark;12;tonn/år\n' },
      'Glemsel',
    );
    const [forgotten] = await server.ask('companies', { path: { cluster: 'Glemsel' } });
    const path = { company: forgotten?.id ?? '' };
    expect(await server.refused('forgetCompany', { path, body: { name: 'Glemmes' } })).toBe('company.otherName');
    expect(await server.refused('forgetCompany', { path, body: { name: 'Glemmes AS' }, headers: lookingAs('member:other') })).toBe(
      'company.unknown',
    );
    expect(await server.ask('forgetCompany', { path, body: { name: 'Glemmes AS' } })).toEqual({ flows: 1, exchanges: 0, leads: 0 });
    expect(await server.refused('company', { path })).toBe('company.unknown');
  },
  viewer: async () => {
    const local = await server.ask('viewer');
    expect(local.now?.kind).toBe('local');
    expect(local.choices.filter((one) => one.kind === 'member' && one.cluster === CLUSTER)).toHaveLength(24);
    const member = local.choices.find(({ kind }) => kind === 'member');
    const cookie = `flytkart-viewer=${encodeURIComponent(member?.value ?? '')}`;
    expect((await server.ask('viewer', { headers: { cookie } })).now).toEqual(member);
    expect((await server.ask('viewer', { headers: { cookie: 'flytkart-viewer=%E0%A4%A' } })).now?.kind).toBe('local');
  },
  rule: async () => {
    const rule = await server.ask('rule', { path: { rule: 'SYN001' }, query: { lang: 'en' } });
    expect(rule.law.map(({ flag }) => flag)).toEqual(['BP', 'COINC']);
    expect(await server.refused('rule', { path: { rule: 'none' } })).toBe('rule.unknown');
  },
  companies: async () => expect(await server.ask('companies', { path: cluster })).toHaveLength(24),
  company: async () => {
    const page = await server.ask('company', { path: { company } });
    expect(page.cluster).toBe(CLUSTER);
    expect(page.flows.length).toBe(page.company.flows);
  },
  source: async () => {
    const source = await server.ask('source', { path: { flow } });
    expect(source.file).toBe('demo-cluster.csv');
    expect(source.cells).toContainEqual({ header: 'company', text: expect.any(String) as string });
  },
  preview: async () => {
    const preview = await server.ask('preview', { query: cluster, file: aFile });
    expect(preview).toMatchObject({ cluster: CLUSTER, import: null });
    expect(preview.rows).toHaveLength(1);
    await server.ask('previewCancel', { path: { preview: preview.id } });
  },
  previewAgain: async () => {
    const { id } = await server.previewed({
      name: 'a.csv',
      content: 'Bedrift;Retning;Hva slags;Mengde;Enhet\nØre AS;ut;Bark;12;tonn/år\n',
    });
    let again = await server.ask('previewAgain', { path: { preview: id }, body: { map: { 'Hva slags': 'resource' } } });
    while (again.state === 'reading') again = await server.ask('previewState', { path: { preview: id } });
    expect(again).toMatchObject({ state: 'ready', file: { rows_ok: 1 } });
    expect(again.mapping).toContainEqual({ column: 3, header: 'Hva slags', field: 'resource', unit: null });
  },
  previewState: async () => {
    const state = await server.ask('previewState', { path: { preview: read }, query: { lang: 'en' } });
    expect(state.file.messages[0]?.text).toMatch(/^Line 3, Mengde/);
  },
  previewEvents: async () => {
    const response = await server.send('previewEvents', { path: { preview: read } });
    expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/);
    expect(await response.text()).toMatch(/^data: \{"id":.*"state":"ready".*\}\n\n$/);
  },
  previewCancel: async () => {
    const { id } = await server.previewed({ ...aFile, name: 'borte.csv' });
    const uploads = readdirSync(server.uploads).length;
    expect(await server.ask('previewCancel', { path: { preview: id } })).toEqual({ cancelled: true });
    expect(readdirSync(server.uploads)).toHaveLength(uploads - 1);
    expect(await server.refused('previewState', { path: { preview: id } })).toBe('preview.unknown');
  },
  commit: async () => {
    const done = await server.imported({ ...aFile, name: 'ny.csv' }, 'Commit');
    expect(done).toMatchObject({ state: 'committed', changes: { added: 1, changed: 0, withdrawn: 0 } });
    expect(done.import).not.toBeNull();
  },
  imports: async () => expect((await server.ask('imports')).map((one) => one.files[0]?.file)).toContain('demo-cluster.csv'),
  undo: async () => {
    const done = await server.imported(aFile, 'Undo');
    const undone = await server.ask('undo', { path: { import: String(done.import) }, body: {} });
    expect(undone).toMatchObject({ id: done.import, state: 'undone', undoable: false });
    expect((await server.ask('clusters')).map(({ name }) => name)).not.toContain('Undo');
  },
  rejected: async () => {
    const response = await server.send('rejected', { path: { preview: read } });
    expect(response.headers.get('content-disposition')).toMatch(/liten - avviste rader\.csv/);
    // Byte order mark first: Norwegian Excel then reads æøå. Response.text() takes it off.
    expect([...new Uint8Array(await response.clone().arrayBuffer()).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = (await response.text()).split('\r\n');
    expect(lines[0]).toBe('Linje i filen;Grunn;Bedrift;Retning;Ressurs;Mengde;Enhet');
    expect(lines[1]).toMatch(/^3;.*mye.*;Øre AS;ut;Aske;mye;tonn\/år$/);
  },
  own: async () => {
    const apart = await aServer({ demo: true });
    try {
      await apart.imported(aFile);
      expect(await apart.ask('own', { body: {} })).toMatchObject({ demo: false, database: 'own.db' });
      expect(await apart.ask('clusters')).toEqual([]);
      // Asked again it is where it is.
      expect(await apart.ask('own', { body: {} })).toMatchObject({ database: 'own.db' });
      expect(await apart.imported(aFile)).toMatchObject({ state: 'committed' });
    } finally {
      await apart.close();
    }
  },
};

describe('every route of the contract', () => {
  it.each((Object.keys(ROUTES) as RouteName[]).filter(isPlain))('%s answers as the contract says', (name) => VISITS[name]());

  it('is in the OpenAPI document, and nothing else is', async () => {
    const document = (await (await fetch(`${server.origin}${API_ROOT}/openapi.json`)).json()) as ReturnType<typeof openApiDocument>;
    expect(document.openapi).toMatch(/^3\.1/);
    const listed = Object.entries(document.paths ?? {}).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    expect(listed.toSorted()).toEqual(
      Object.values(ROUTES)
        .map(({ method, path }) => `${method} ${API_ROOT}${path}`)
        .toSorted(),
    );
  });
});

describe('refusals', () => {
  const nothing = 'a'.repeat(24);
  it.each([
    ['cluster', { path: { cluster: 'Ingen' } }, 'cluster.unknown'],
    ['matches', { path: { cluster: 'Ingen' } }, 'cluster.unknown'],
    ['companies', { path: { cluster: 'Ingen' } }, 'cluster.unknown'],
    ['heat', { path: { cluster: 'Ingen' } }, 'cluster.unknown'],
    ['heat', { path: cluster, query: { approach: '-3' } }, 'request.invalid'],
    ['heat', { path: cluster, query: { routes: 'nowhere' } }, 'request.invalid'],
    ['company', { path: { company: 'nobody' } }, 'company.unknown'],
    ['source', { path: { flow: 'nothing' } }, 'flow.unknown'],
    ['previewState', { path: { preview: nothing } }, 'preview.unknown'],
    ['previewAgain', { path: { preview: nothing }, body: {} }, 'preview.unknown'],
    ['previewEvents', { path: { preview: nothing } }, 'preview.unknown'],
    ['previewCancel', { path: { preview: nothing } }, 'preview.unknown'],
    ['rejected', { path: { preview: nothing } }, 'preview.unknown'],
    ['commit', { body: { preview: nothing } }, 'preview.unknown'],
    ['undo', { path: { import: '999' }, body: {} }, 'import.unknown'],
    ['undo', { path: { import: '1e3' }, body: {} }, 'import.unknown'],
    ['commit', { body: {} }, 'request.invalid'],
    ['commit', { body: { preview: 7 } }, 'request.invalid'],
    ['preview', { query: { cluster: 'Klynge' } }, 'request.invalid'],
    ['preview', { file: aFile }, 'request.invalid'],
    ['cluster', { path: cluster, query: { lang: 'de' } }, 'request.invalid'],
    ['matches', { path: cluster, query: { limit: '0' } }, 'request.invalid'],
  ] as const)('%s %j is refused as %s', async (name, asked, code) => expect(await server.refused(name, asked)).toBe(code));

  it('broken JSON is told, not a crash', async () => {
    const response = await fetch(`${server.origin}${API_ROOT}/imports`, {
      method: 'POST',
      body: '{"preview":',
      headers: { 'content-type': 'application/json' },
    });
    expect(response.status).toBe(ERRORS['request.invalid'].status);
  });

  it('answers one and the same for what is not there, whatever the name', async () => {
    const bodies = await Promise.all(
      ['nobody', 'C01', '%2e%2e', 'æøå'].map(async (one) => (await server.send('company', { path: { company: one } })).text()),
    );
    expect(new Set(bodies).size).toBe(1);
  });

  it('an unknown address under /api is 404 in JSON, any other is the page or 404', async () => {
    const response = await fetch(`${server.origin}${API_ROOT}/nothing`);
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ error: { code: 'route.unknown' } });
    expect((await fetch(`${server.origin}/missing.js`)).status).toBe(404);
    expect((await fetch(`${server.origin}/..%2f..%2fpackage.json`)).status).toBe(404);
  });

  it('refuses changes that another site asks a browser for, and lets its own through', async () => {
    const from = (headers: Record<string, string>) => server.refused('commit', { body: { preview: nothing }, headers });
    expect(await from({ origin: 'https://evil.example' })).toBe('request.foreign');
    expect(await from({ origin: 'null' })).toBe('request.foreign');
    expect(await from({ 'sec-fetch-site': 'cross-site' })).toBe('request.foreign');
    expect(await from({ 'sec-fetch-site': 'same-site' })).toBe('request.foreign');
    expect(await from({ origin: server.origin, 'sec-fetch-site': 'same-origin' })).toBe('preview.unknown');
    expect(await server.refused('preview', { query: cluster, file: aFile, headers: { origin: 'https://evil.example' } })).toBe(
      'request.foreign',
    );
  });

  it('answers nothing under a name that is not this machine, which a page elsewhere could give it', async () => {
    const under = (host: string): Promise<number> =>
      new Promise((resolve, reject) => {
        const asked = request(`${server.origin}${API_ROOT}/clusters`, { headers: { host } }, (answer) => {
          answer.resume();
          resolve(answer.statusCode ?? 0);
        });
        asked.on('error', reject).end();
      });
    const { port } = new URL(server.origin);
    expect(await under(`evil.example:${port}`)).toBe(ERRORS['request.foreign'].status);
    expect(await under('127.0.0.1.evil.example')).toBe(ERRORS['request.foreign'].status);
    for (const name of ['127.0.0.1', 'localhost', '[::1]']) expect(await under(`${name}:${port}`)).toBe(200);
  });

  it('reported no fault of its own in all of this', () => expect(server.reported).toEqual([]));
});

it('sends the headers that keep foreign scripts, frames and guesses out', async () => {
  const { headers } = await server.send('health');
  const policy = headers.get('content-security-policy') ?? '';
  for (const part of ["default-src 'self'", "script-src 'self'", "object-src 'none'", "frame-ancestors 'none'", "base-uri 'none'"])
    expect(policy).toContain(part);
  expect(policy).not.toMatch(/script-src[^;]*unsafe|https?:/);
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('referrer-policy')).toBe('no-referrer');
  expect(headers.get('x-powered-by')).toBeNull();
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('access-control-allow-origin')).toBeNull();
});
