// Every route, asked by everybody with what belongs to others: refused, and nothing is told and nothing changes.
import { DatabaseSync } from 'node:sqlite';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACCOUNT_ROUTES } from '../../server/contract/accounts.ts';
import type { AccountRoute } from '../../server/contract/accounts.ts';
import { ROUTES } from '../../server/contract/routes.ts';
import type { RouteName } from '../../server/contract/routes.ts';
import type { TestPerson } from '../api/aPerson.ts';
import { aServer } from '../api/aServer.ts';
import type { Asked, TestServer } from '../api/aServer.ts';
import { firstAdministrator, importedBy, previewedBy, somebody } from '../api/somePeople.ts';

type Reading = { [Name in RouteName]: (typeof ROUTES)[Name]['method'] extends 'get' ? Name : never }[RouteName];
type Writing = Exclude<RouteName, Reading | AccountRoute>;

const MARK = 'qzhemmelig';
const [NEAR, FAR] = ['Rana', 'Herøya'];
const HEAD = 'Bedrift;Kommune;Lat;Lon;Retning;Rolle;Ressurs;Mengde;Enhet;Kommentar;Deling';
const far = [
  HEAD,
  `Giveren ${MARK};Porsgrunn;59.1;9.6;ut;surplus;Flis;520;tonn/år;${MARK};own`,
  `Giveren ${MARK};Porsgrunn;59.1;9.6;ut;surplus;Bark;520;tonn/år;${MARK};facilitator`,
  `Takeren ${MARK};Porsgrunn;59.1;9.7;inn;need;Bark til fyring;900;tonn/år;${MARK};facilitator`,
  `Takeren ${MARK};Porsgrunn;59.1;9.7;inn;need;Flis;900;tonn/år;${MARK};own`,
].join('\n');
const near = [HEAD, 'Spon AS;Rana;66.3;14.1;ut;surplus;Flis;700;tonn/år;;', 'Verket AS;Rana;66.3;14.2;inn;need;Flis;400;tonn/år;;'].join(
  '\n',
);
const bytes = (text: string) => new TextEncoder().encode(text);

let server: TestServer;
let administrator: TestPerson;
let strangers: readonly { readonly who: string; readonly person: TestPerson }[];
/** What belongs to others, by the name it has in a path. */
const theirs: Record<string, string> = {};

beforeAll(async () => {
  server = await aServer({ accounts: {} });
  administrator = await firstAdministrator(server);
  await server.seeded({ name: 'far.csv', content: bytes(far) }, FAR);
  await server.seeded({ name: 'near.csv', content: bytes(near) }, NEAR);
  const { companies } = await administrator.ask('people');
  const idOf = (name: string): string => companies.find((one) => one.name.startsWith(name))?.id ?? '';
  const [giver, spon] = [idOf('Giveren'), idOf('Spon')];
  const manager = await somebody(server, administrator, 'manager', FAR);
  const consultant = await somebody(server, administrator, 'consultant', giver);
  const path = { cluster: FAR };
  const page = await consultant.ask('company', { path: { company: giver } });
  const { rows } = await manager.ask('matchRows', { path });
  const [row] = rows;
  const lead = await manager.ask('leadCreate', { path, body: { surplus: row?.surplus ?? '', need: row?.need ?? '' } });
  await manager.ask('leadNote', { path: { lead: lead.id }, body: { text: MARK } });
  const registers = await manager.ask('registerAdd', { path, body: { kind: 'challenge', title: MARK, text: MARK, companies: [giver] } });
  const scenario = await manager.ask('scenarioAdd', { path, body: { name: MARK, changes: [] } });
  const entry = `company:${giver}`;
  const { content } = await consultant.ask('entry', { path: { entry } });
  await consultant.ask('entryKeep', { path: { entry }, body: { base: 0, content } });
  const [screening] = await manager.ask('screenings', { path });
  const preview = await previewedBy(
    consultant,
    { name: `${MARK}.csv`, content: `${HEAD}\nGiveren ${MARK};Porsgrunn;;;ut;;Slam;1;tonn/år;;` },
    FAR,
  );
  const done = await importedBy(
    consultant,
    { name: `${MARK}2.csv`, content: `${HEAD}\nGiveren ${MARK};Porsgrunn;;;ut;;Aske;1;tonn/år;;own` },
    FAR,
  );
  const [backup] = (await administrator.ask('backupMake', { body: {} })).backups;
  Object.assign(theirs, {
    cluster: FAR,
    company: giver,
    flow: page.flows.find(({ sharing }) => sharing === 'own')?.id ?? '',
    lead: lead.id,
    entry,
    scenario: scenario.id,
    screening: screening?.id ?? '',
    preview: preview.id,
    import: String(done.import),
    backup: backup?.name ?? '',
    registerEntry: registers.entries.find(({ title }) => title === MARK)?.id ?? '',
  });
  expect(Object.entries(theirs).filter(([, id]) => id === '' || id === 'null')).toEqual([]);
  strangers = [
    { who: 'a member elsewhere', person: await somebody(server, administrator, 'member', spon) },
    { who: 'a consultant elsewhere', person: await somebody(server, administrator, 'consultant', spon) },
    { who: 'a manager elsewhere', person: await somebody(server, administrator, 'manager', NEAR) },
  ];
}, 120_000);
afterAll(() => server.close());

/** Everything that is stored but sessions, which every question may prolong. */
function stored(): string {
  const db = new DatabaseSync(server.database, { readOnly: true });
  try {
    const tables = db
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'auth_%' AND name NOT LIKE 'sqlite_%' ORDER BY name")
      .all();
    const hash = createHash('sha256');
    for (const { name } of tables)
      hash.update(
        JSON.stringify([name, db.prepare(`SELECT * FROM ${String(name)}`).all()], (_, value: unknown) =>
          typeof value === 'bigint' ? String(value) : value,
        ),
      );
    return hash.digest('hex');
  } finally {
    db.close();
  }
}

/** Each way to change something, aimed at what belongs to others; a route that is added fails to compile here until it is tried too. */
function attacks(): Readonly<Record<Writing, Asked>> {
  const path = theirs;
  const [cluster, company] = [theirs['cluster'] ?? '', theirs['company'] ?? ''];
  const content = {
    cluster,
    company,
    facts: { company: `Giveren ${MARK}`, org_number: '', municipality: 'Porsgrunn', nace: '', activity: '' },
    rows: [
      { id: 'r', cells: { direction: 'ut', resource: 'Slam', quantity: '1', unit: 'tonn/år' }, others: {}, question: null, flow: null },
    ],
    decimal: null,
  };
  const entry = { ...path, entry: theirs['registerEntry'] ?? '' };
  const pair = { surplus: theirs['flow'] ?? '', need: theirs['flow'] ?? '', via: [] };
  return {
    preview: { query: { cluster }, file: { name: 'a.csv', content: far } },
    previewAgain: { path, body: {} },
    previewCancel: { path },
    commit: { body: { preview: theirs['preview'] } },
    undo: { path, body: { even_edited: true } },
    own: { body: {} },
    leadCreate: { path, body: pair },
    leadMove: { path, body: { to: 'ended', version: 1, ended: { reason: 'economy', text: null } } },
    leadPlan: { path, body: { responsible: 'x', next_step: 'x', next_date: null, version: 1 } },
    leadNote: { path, body: { text: 'x' } },
    leadRealise: { path, body: { year: 2026, t: null, mwh: null, nok: null, t_co2e: null, version: 1 } },
    leadAnswer: { path, body: { company, answer: 'yes' } },
    screeningChange: { path, body: { state: 'approved' } },
    registerAdd: { path, body: { kind: 'challenge', title: 'x', companies: [company] } },
    registerChange: { path: entry, query: { cluster }, body: { title: 'x', companies: [company], version: 1 } },
    registerRemove: { path: entry, query: { cluster, version: '1' } },
    meetingFrame: { path, body: { changes: [] } },
    meetingExact: { path, body: { changes: [] } },
    leaving: { path, body: { changes: [], company } },
    fairShare: { path, body: { changes: [], pairs: [pair] } },
    scenarioAdd: { path, body: { name: 'x', changes: [] } },
    scenarioChange: { path, body: { name: 'x', changes: [], version: 1 } },
    scenarioRemove: { path, query: { version: '1' } },
    flowSharing: { path, body: { sharing: 'public' } },
    forgetCompany: { path, body: { name: `Giveren ${MARK}` } },
    entryKeep: { path, body: { base: 1, content } },
    entryDrop: { path },
    entryCheck: { path, body: content },
    entrySave: { path, body: { version: 1 } },
    backupMake: { body: {} },
    backupRestore: { path, body: {} },
    check: { body: {} },
  };
}
const writing = (): Writing[] =>
  (Object.keys(ROUTES) as RouteName[]).filter((name): name is Writing => ROUTES[name].method !== 'get' && !(name in ACCOUNT_ROUTES));
const reading = (): Reading[] =>
  (Object.keys(ROUTES) as RouteName[]).filter((name): name is Reading => ROUTES[name].method === 'get' && !(name in ACCOUNT_ROUTES));
/** Theirs to do: answered, and nothing of anybody is in it. */
const HARMLESS: readonly RouteName[] = ['own'];

describe('what belongs to others', () => {
  it('is not changed by anybody elsewhere, over any route there is', async () => {
    const before = stored();
    for (const { who, person } of strangers)
      for (const name of writing()) {
        const response = await person.send(name, attacks()[name]);
        const text = await response.text();
        if (!HARMLESS.includes(name))
          expect([who, name, response.status, text]).toEqual([
            who,
            name,
            expect.toSatisfy((one: number) => one === 403 || one === 404) as number,
            text,
          ]);
        // A refusal may repeat what the caller sent, as a commit of its own file does; nothing here sends the mark but a name that it knows.
        if (name !== 'preview' && name !== 'commit') expect([who, name, text.includes(MARK)]).toEqual([who, name, false]);
      }
    expect(stored()).toBe(before);
  }, 120_000);

  it('is not told to anybody elsewhere, over any route there is, and is answered as what is not there', async () => {
    const nothing: Record<string, string> = {
      cluster: 'Ingensteds',
      company: 'nobody',
      flow: 'nothing',
      lead: 'nothing',
      entry: 'company:nobody',
      preview: 'nothing',
      import: '9999',
    };
    for (const { who, person } of strangers)
      for (const name of reading()) {
        if (name === 'health' || name === 'viewer') continue;
        const words = { table: 'leads', format: name === 'ownEverything' ? 'json' : 'csv' };
        const query = name === 'meanings' ? { words: 'bark' } : {};
        const response = await person.send(name, { path: { ...theirs, ...words }, query });
        const text = await response.text();
        expect([who, name, text.includes(MARK)]).toEqual([who, name, false]);
        if (!/\{(cluster|company|flow|lead|entry|preview|import)\}/.test(ROUTES[name].path)) continue;
        const absent = await person.send(name, { path: { ...nothing, ...words }, query });
        const same = (body: string): string => body.replaceAll(FAR, 'X').replaceAll('Ingensteds', 'X');
        expect([who, name, response.status, same(text)]).toEqual([who, name, absent.status, same(await absent.text())]);
      }
  }, 120_000);

  it('is not changed by an administrator either, who runs the server and states nothing', async () => {
    const before = stored();
    for (const name of [
      'flowSharing',
      'entryKeep',
      'entryDrop',
      'entrySave',
      'leadAnswer',
      'commit',
      'previewCancel',
      'previewAgain',
    ] as const)
      expect([name, (await administrator.send(name, attacks()[name])).status]).toEqual([
        name,
        expect.toSatisfy((one: number) => one === 403 || one === 404),
      ]);
    expect(stored()).toBe(before);
  });

  it('reported no fault of its own in all of this', () => expect(server.reported).toEqual([]));
});
