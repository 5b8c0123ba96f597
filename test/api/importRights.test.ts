// Who may take in a file about which companies, and whose a preview is.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aPerson } from './aPerson.ts';
import type { TestPerson } from './aPerson.ts';
import { aServer } from './aServer.ts';
import type { TestServer } from './aServer.ts';
import { firstAdministrator, importedBy, previewedBy, somebody } from './somePeople.ts';

const HEAD = 'Bedrift;Kommune;Retning;Ressurs;Mengde;Enhet';
const rana = `${HEAD}\nVerket AS;Rana;ut;Slagg;520;tonn/år\nSagbruket AS;Rana;ut;Flis;700;tonn/år\nSpon AS;Rana;ut;Kutterflis;30;tonn/år`;
const file = (name: string, ...rows: readonly string[]) => ({ name, content: [HEAD, ...rows].join('\n') });
const bytes = (text: string) => new TextEncoder().encode(text);

let server: TestServer;
let administrator: TestPerson;
let manager: TestPerson;
let consultant: TestPerson;
let member: TestPerson;
const ids = new Map<string, string>();
beforeAll(async () => {
  server = await aServer({ accounts: {} });
  administrator = await firstAdministrator(server);
  await server.seeded({ name: 'rana.csv', content: bytes(rana) }, 'Rana');
  await server.seeded({ name: 'far.csv', content: bytes(`${HEAD}\nLangt Borte AS;Porsgrunn;ut;Gips;500;tonn/år`) }, 'Herøya');
  for (const { id, name } of (await administrator.ask('people')).companies) ids.set(name, id);
  manager = await somebody(server, administrator, 'manager', 'Rana');
  consultant = await somebody(server, administrator, 'consultant', ids.get('Sagbruket AS'), '2027-01-31');
  member = await somebody(server, administrator, 'member', ids.get('Spon AS'));
});
afterAll(() => server.close());

const others = file('rana.csv', 'Verket AS;Rana;ut;Slagg;520;tonn/år');

describe('a file about companies that are not yours', () => {
  it.each([
    ['a member', () => member],
    ['a consultant', () => consultant],
    ['a cluster manager', () => manager],
    ['an administrator', () => administrator],
  ])('is refused to %s with the names in it, whatever it says of them', async (_who, who) => {
    const { id, changes, file: read } = await previewedBy(who(), others, 'Rana');
    // Not even whether it would change anything: that would tell what is stored.
    expect(changes).toBeNull();
    expect(read.messages[0]).toMatchObject({ code: 'import.notYours', severity: 'error' });
    const response = await who().send('commit', { body: { preview: id } });
    expect(response.status).toBe(403);
    expect(await response.text()).toContain('Verket AS');
    expect((await administrator.ask('imports')).filter(({ state }) => state !== 'committed')).toEqual([]);
  });

  it('is refused by the writer too, where no preview stands before it', async () => {
    const id = `new:${'x'.repeat(12)}`;
    const facts = { company: 'Verket AS', org_number: '', municipality: 'Rana', nace: '', activity: '' };
    const row = {
      id: 'r1',
      cells: { direction: 'ut', resource: 'Slagg', quantity: '1', unit: 'tonn/år' },
      others: {},
      question: null,
      flow: null,
    };
    const content = { cluster: 'Rana', company: null, facts, rows: [row], decimal: null };
    const { version } = await consultant.ask('entryKeep', { path: { entry: id }, body: { base: 0, content } });
    expect(await consultant.refused('entrySave', { path: { entry: id }, body: { version } })).toBe('import.notYours');
    const verket = await administrator.ask('company', { path: { company: ids.get('Verket AS') ?? '' } });
    expect(verket.flows).toHaveLength(1);
  });
});

describe('your own companies', () => {
  it('are imported by their member and their consultant, and undone by them', async () => {
    for (const [who, row] of [
      [member, 'Spon AS;Rana;ut;Sagmugg;12;tonn/år'],
      [consultant, 'Sagbruket AS;Rana;ut;Bark;12;tonn/år'],
    ] as const) {
      const done = await importedBy(who, file('egen.csv', row), 'Rana');
      expect(done).toMatchObject({ state: 'committed', changes: { added: 1 } });
      expect((await who.ask('undo', { path: { import: String(done.import) }, body: {} })).state).toBe('undone');
    }
  });

  it('cannot be put into a cluster that they are not in, where they would see what is shared there', async () => {
    for (const [who, row] of [
      [member, 'Spon AS;Rana;ut;Sagmugg;12;tonn/år'],
      [consultant, 'Sagbruket AS;Rana;ut;Bark;12;tonn/år'],
      [manager, 'Helt Ny AS;Rana;ut;Bark;12;tonn/år'],
    ] as const)
      for (const cluster of ['Herøya', 'Ingensteds'])
        expect(await who.refused('preview', { query: { cluster }, file: file('egen.csv', row) })).toBe('import.notHere');
  });
});

describe('companies that nobody had before', () => {
  it('are brought by a consultant, who then works for them until its other work ends', async () => {
    await importedBy(consultant, file('ny.csv', 'Brakt Inn AS;Rana;ut;Aske;9;tonn/år'), 'Rana');
    const page = await consultant.ask('cluster', { path: { cluster: 'Rana' } });
    expect(page.companies.map(({ name }) => name)).toContain('Brakt Inn AS');
    const roles = (await consultant.ask('account')).roles.map(({ role, scope_name: name, until }) => [role, name, until]);
    expect(roles).toContainEqual(['consultant', 'Brakt Inn AS', '2027-01-31']);
    // The file may be mended and taken in again.
    const again = await importedBy(consultant, file('ny.csv', 'Brakt Inn AS;Rana;ut;Aske;10;tonn/år'), 'Rana');
    expect(again.changes).toMatchObject({ changed: 1 });
  });

  it('are brought by a manager into its cluster and by an administrator into any, and not changed by them after', async () => {
    await importedBy(manager, file('m.csv', 'Leders Funn AS;Rana;ut;Aske;9;tonn/år'), 'Rana');
    await importedBy(administrator, file('a.csv', 'Admins Funn AS;Rana;ut;Aske;9;tonn/år'), 'Ny klynge');
    const changed = await previewedBy(manager, file('m.csv', 'Leders Funn AS;Rana;ut;Aske;10;tonn/år'), 'Rana');
    expect(await manager.refused('commit', { body: { preview: changed.id } })).toBe('import.notYours');
    // Whoever took a file in may take it back, and then in again.
    const [own] = (await manager.ask('imports')).filter(({ files }) => files[0]?.file === 'm.csv');
    await manager.ask('undo', { path: { import: String(own?.id) }, body: {} });
    const again = await importedBy(manager, file('m.csv', 'Leders Funn AS;Rana;ut;Aske;10;tonn/år'), 'Rana');
    expect(again.changes).toMatchObject({ added: 1 });
  });

  it('are not brought by a member', async () => {
    const { id } = await previewedBy(member, file('ny.csv', 'Utenfra AS;Rana;ut;Aske;9;tonn/år'), 'Rana');
    expect(await member.refused('commit', { body: { preview: id } })).toBe('import.notYours');
  });
});

describe('a preview', () => {
  it('is there for whoever opened it, and for nobody else: not to see, change, store, stop or download', async () => {
    const { id } = await previewedBy(consultant, file('egen.csv', 'Sagbruket AS;Rana;ut;Hemmelig;12;tonn/år'), 'Rana');
    for (const stranger of [administrator, manager, member]) {
      const path = { preview: id };
      expect(await stranger.refused('previewState', { path })).toBe('preview.unknown');
      expect(await stranger.refused('previewAgain', { path, body: {} })).toBe('preview.unknown');
      expect(await stranger.refused('previewEvents', { path })).toBe('preview.unknown');
      expect(await stranger.refused('rejected', { path })).toBe('preview.unknown');
      expect(await stranger.refused('previewCancel', { path })).toBe('preview.unknown');
      expect(await stranger.refused('commit', { body: { preview: id } })).toBe('preview.unknown');
    }
    expect(await aPerson(server).refused('previewState', { path: { preview: id } })).toBe('account.signIn');
    expect((await consultant.ask('previewState', { path: { preview: id } })).state).toBe('ready');
  });
});
it('reported no fault of its own in all of this', () => expect(server.reported).toEqual([]));
