// What is written down of requests: who did what, and never a password, a link, an address, a name or an amount.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Line } from '../../server/api/journal.ts';
import { aPerson } from './aPerson.ts';
import type { TestPerson } from './aPerson.ts';
import { aServer } from './aServer.ts';
import type { TestServer } from './aServer.ts';
import { firstAdministrator, importedBy, PASSWORD, somebody, wordOf } from './somePeople.ts';

const HEAD = 'Bedrift;Kommune;Retning;Ressurs;Mengde;Enhet';
let server: TestServer;
let administrator: TestPerson;
const events: Line[] = [];
const requests: Line[] = [];
beforeAll(async () => {
  server = await aServer({
    accounts: {},
    journal: { event: (line) => void events.push(line), request: (line) => void requests.push(line) },
  });
  administrator = await firstAdministrator(server);
  await importedBy(administrator, { name: 'rana.csv', content: `${HEAD}\nSpon AS;Rana;ut;Hemmeligstoff;987654;tonn/år` }, 'Rana');
});
afterAll(() => server.close());
/** Lines are written when the answer is out. */
const written = async (holds: (line: Line) => boolean): Promise<Line> => {
  for (let tries = 0; tries < 200; tries += 1) {
    const found = events.find(holds);
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`not written: ${JSON.stringify(events, null, 1)}`);
};

describe('the journal', () => {
  it('tells sign-ins that succeed and fail, with the account tried as a mark that does not tell its address', async () => {
    const guess = { body: { email: 'admin@fjord.example', password: 'wrong wrong wrong' } };
    expect(await server.refused('signIn', guess)).toBe('account.wrong');
    const failed = await written(({ event, ok }) => event === 'signIn' && ok === false);
    const done = await written(({ event, ok }) => event === 'signIn' && ok === true);
    expect(failed).toMatchObject({ status: 401, code: 'account.wrong', from: expect.stringMatching(/127\.0\.0\.1/) as string });
    expect(failed['account']).toBe(done['account']);
    expect(failed['account']).toMatch(/^[0-9a-f]{12}$/);
  });

  it('tells roles that are given and ended, imports, undo, exports and what was refused, with who did it', async () => {
    const [company] = (await administrator.ask('people')).companies;
    const member = await somebody(server, administrator, 'member', company?.id);
    await written(({ event }) => event === 'role.offered');
    await written(({ event }) => event === 'role.accepted');
    const found = (await administrator.ask('people')).people.find(({ roles }) => roles.some(({ role }) => role === 'member'));
    await administrator.ask('giveRole', { path: { user: found?.id ?? '' }, body: { role: 'manager', scope: 'Rana' } });
    expect(await written(({ event }) => event === 'role.given')).toMatchObject({ as: 'administrator', user: expect.any(String) as string });
    const given = (await member.ask('account')).roles.find(({ role }) => role === 'manager');
    await administrator.ask('endRole', { path: { role: String(given?.id) } });
    expect(await written(({ event }) => event === 'role.ended')).toMatchObject({ role: String(given?.id) });
    expect(await member.refused('people')).toBe('account.notAllowed');
    await written(({ event, code }) => event === 'refused' && code === 'account.notAllowed');
    await member.send('ownEverything', { path: { company: company?.id ?? '', format: 'json' } });
    expect(await written(({ event }) => event === 'export')).toMatchObject({ as: 'member', company: company?.id });
    const done = await written(({ event }) => event === 'import');
    expect(done).toMatchObject({ ok: true, as: 'administrator' });
    const [last] = await administrator.ask('imports');
    await administrator.ask('undo', { path: { import: String(last?.id) }, body: {} });
    expect(await written(({ event }) => event === 'import.undone')).toMatchObject({ import: String(last?.id) });
  });

  it('gives every answer a number and writes the same one down, with the route and not the address asked', async () => {
    const response = await administrator.send('cluster', { path: { cluster: 'Hemmelig klynge' } });
    const id = response.headers.get('x-request-id');
    await written(() => true);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(requests.find(({ request }) => request === id)).toMatchObject({ route: 'cluster', status: 404, code: 'cluster.unknown' });
  });

  it('holds no password, link, cookie, address, name, word or amount', async () => {
    const { link } = await administrator.ask('invite', { body: { email: 'ny@fjord.example', role: 'administrator' } });
    await server.ask('invitation', { path: { word: wordOf(link) } });
    await aPerson(server).send('company', { path: { company: 'x\nfalsk linje\u001b[31m' } });
    await new Promise((resolve) => setTimeout(resolve, 50));
    const all = JSON.stringify([events, requests]);
    const cookies = administrator
      .cookie()
      .split('; ')
      .map((one) => one.split('=')[1] ?? '');
    for (const secret of [PASSWORD, wordOf(link), 'fjord.example', 'Spon', 'Hemmelig', '987654', 'Nordmann', 'falsk linje', ...cookies])
      expect(all).not.toContain(secret);
  });
});
