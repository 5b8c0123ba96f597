// Accounts over the API: the first administrator, invitations, sign-in with and without a second factor, roles and what they let one see.
import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROUTES } from '../../server/contract/routes.ts';
import type { RouteName } from '../../server/contract/routes.ts';
import { ACCOUNT_ROUTES } from '../../server/contract/accounts.ts';
import { aPerson } from './aPerson.ts';
import type { TestPerson } from './aPerson.ts';
import { aServer, fixture } from './aServer.ts';
import type { TestServer } from './aServer.ts';

const CLUSTER = 'Klynge';
const PASSWORD = 'fjellbekk under bregner 41';
let server: TestServer;
let administrator: TestPerson;

/** RFC 6238 with the usual 30 seconds and 6 digits, as an authenticator app does it; an oracle of our own. */
function codeOf(key: string, at = Date.now()): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = Array.from(key.replaceAll('=', ''), (letter) => letter)
    .map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  const bytes = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)));
  const mac = createHmac('sha1', bytes).update(counter).digest();
  const offset = (mac.at(-1) ?? 0) & 15;
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}
const wordOf = (link: string | null): string => link?.split('/').at(-1) ?? '';

async function invited(
  email: string,
  role: 'administrator' | 'manager' | 'consultant' | 'member',
  scope: string,
  until: string | null = null,
) {
  const { link } = await administrator.ask('invite', { body: { email, role, scope, until } });
  const person = aPerson(server);
  await person.ask('acceptInvitation', { path: { word: wordOf(link) }, body: { name: 'Kari Nordmann', password: PASSWORD } });
  await person.ask('signIn', { body: { email, password: PASSWORD } });
  return person;
}

beforeAll(async () => {
  server = await aServer({ accounts: {} });
  administrator = aPerson(server);
  await administrator.ask('setUp', {
    body: { word: server.accounts.door.setUpWord(), email: 'Admin@Fjord.example', name: 'Ada Admin', password: PASSWORD },
  });
  await administrator.ask('signIn', { body: { email: 'admin@fjord.example', password: PASSWORD } });
});
afterAll(() => server.close());

describe('before anybody signs in', () => {
  it('answers nothing but that one must sign in, on every other route', async () => {
    const free = new Set<RouteName>(['health', 'viewer', ...(Object.keys(ACCOUNT_ROUTES) as RouteName[])]);
    const stranger = aPerson(server);
    for (const name of Object.keys(ROUTES) as RouteName[]) {
      if (free.has(name)) continue;
      const named = [...ROUTES[name].path.matchAll(/\{(\w+)\}/g)].map((one) => [one[1] ?? '', 'x']);
      const response = await stranger.send(name, { path: Object.fromEntries(named) as Record<string, string> });
      expect([name, response.status]).toEqual([name, 401]);
    }
    expect(await stranger.refused('people')).toBe('account.signIn');
    expect(await stranger.refused('account')).toBe('account.signIn');
    expect(await stranger.ask('viewer')).toEqual({ door: 'signIn', person: null, now: null, choices: [] });
  });

  it('makes the first administrator once, and only with the word the server printed', async () => {
    const late = { email: 'two@fjord.example', name: 'Two', password: PASSWORD };
    expect(await server.refused('setUp', { body: { ...late, word: 'guessed-guessed-guessed-guessed-' } })).toBe('account.link');
    expect(server.accounts.door.setUpWord()).toBeNull();
  });
});

describe('signing in', () => {
  it('tells a wrong password and an unknown address alike', async () => {
    for (const email of ['admin@fjord.example', 'nobody@fjord.example'])
      expect(await server.refused('signIn', { body: { email, password: 'wrong wrong wrong' } })).toBe('account.wrong');
  });

  it('keeps the session on the server: the cookie is worth nothing after signing out', async () => {
    const person = await invited('out@fjord.example', 'administrator', '');
    const cookie = person.cookie();
    expect((await person.ask('account')).email).toBe('out@fjord.example');
    await person.ask('signOut');
    expect(await server.refused('account', { headers: { cookie } })).toBe('account.signIn');
  });

  it('sets the cookie out of the reach of scripts and of other sites', async () => {
    const response = await server.send('signIn', { body: { email: 'admin@fjord.example', password: PASSWORD } });
    const [cookie] = response.headers.getSetCookie();
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it('asks for the code of the second factor once that is on, and takes each backup code once', async () => {
    const person = await invited('two-factors@fjord.example', 'administrator', '');
    const { key, backup_codes: backup } = await person.ask('turnOnSecondFactor', { body: { password: PASSWORD } });
    expect(await person.refused('confirmSecondFactor', { body: { code: '000000' } })).toBe('account.code');
    await person.ask('confirmSecondFactor', { body: { code: codeOf(key) } });
    expect((await person.ask('account')).second_factor).toBe(true);

    const again = aPerson(server);
    expect((await again.ask('signIn', { body: { email: 'two-factors@fjord.example', password: PASSWORD } })).second_factor).toBe(true);
    expect(await again.refused('account')).toBe('account.signIn');
    expect(await again.refused('secondFactor', { body: { code: '123456' } })).toBe('account.code');
    await again.ask('secondFactor', { body: { code: codeOf(key) } });
    expect((await again.ask('account')).email).toBe('two-factors@fjord.example');

    const [code = ''] = backup;
    const third = aPerson(server);
    await third.ask('signIn', { body: { email: 'two-factors@fjord.example', password: PASSWORD } });
    await third.ask('secondFactor', { body: { code, backup: true } });
    const fourth = aPerson(server);
    await fourth.ask('signIn', { body: { email: 'two-factors@fjord.example', password: PASSWORD } });
    expect(await fourth.refused('secondFactor', { body: { code, backup: true } })).toBe('account.code');

    // Whoever lost the app is helped by an administrator.
    const { people } = await administrator.ask('people');
    const user = people.find(({ email }) => email === 'two-factors@fjord.example')?.id ?? '';
    await administrator.ask('dropSecondFactor', { path: { user } });
    expect((await aPerson(server).ask('signIn', { body: { email: 'two-factors@fjord.example', password: PASSWORD } })).second_factor).toBe(
      false,
    );
  });

  it('turns the second factor off with the password', async () => {
    const person = await invited('off@fjord.example', 'administrator', '');
    const { key } = await person.ask('turnOnSecondFactor', { body: { password: PASSWORD } });
    await person.ask('confirmSecondFactor', { body: { code: codeOf(key) } });
    expect(await person.refused('turnOffSecondFactor', { body: { password: 'wrong' } })).toBe('account.wrong');
    await person.ask('turnOffSecondFactor', { body: { password: PASSWORD } });
    expect((await person.ask('account')).second_factor).toBe(false);
  });
});

describe('passwords', () => {
  it.each(['kort', 'passordpassord', '123456789012', 'aaaaaaaaaaaaaaaa', 'Kari Nordmann 12', 'qwertyuiopå123'])(
    'refuses %s',
    async (password) => {
      const { link } = await administrator.ask('invite', { body: { email: 'weak@fjord.example', role: 'administrator' } });
      const asked = { path: { word: wordOf(link) }, body: { name: 'Kari Nordmann', password } };
      expect(await server.refused('acceptInvitation', asked)).toBe('account.password');
      // The link is not used up by that.
      expect((await server.ask('invitation', { path: { word: wordOf(link) } })).has_account).toBe(false);
    },
  );

  it('changes one and ends all other sessions', async () => {
    const person = await invited('change@fjord.example', 'administrator', '');
    const other = aPerson(server);
    await other.ask('signIn', { body: { email: 'change@fjord.example', password: PASSWORD } });
    expect((await person.ask('account')).sessions).toHaveLength(2);
    const next = 'skjær i sjøen ved Stad 7';
    expect(await person.refused('changePassword', { body: { now: 'wrong', next } })).toBe('account.wrong');
    await person.ask('changePassword', { body: { now: PASSWORD, next } });
    expect(await other.refused('account')).toBe('account.signIn');
    expect((await person.ask('account')).sessions).toHaveLength(1);
    expect(await server.refused('signIn', { body: { email: 'change@fjord.example', password: PASSWORD } })).toBe('account.wrong');
  });

  it('gives a link to whoever forgot it: without mail the administrator makes it, and it works once', async () => {
    const person = await invited('forgot@fjord.example', 'administrator', '');
    for (const email of ['forgot@fjord.example', 'nobody@fjord.example'])
      expect(await server.ask('forgotPassword', { body: { email } })).toEqual({ done: true });
    const asking = (await administrator.ask('people')).people.find(({ email }) => email === 'forgot@fjord.example');
    expect(asking?.asked_for_password).not.toBeNull();
    const { link } = await administrator.ask('resetLink', { path: { user: asking?.id ?? '' }, body: {} });
    const body = { word: wordOf(link), password: 'hvalross på isflak 1905' };
    expect(await server.refused('newPassword', { body: { ...body, password: 'kort' } })).toBe('account.password');
    await server.ask('newPassword', { body });
    expect(await server.refused('newPassword', { body })).toBe('account.link');
    expect(await person.refused('account')).toBe('account.signIn');
    await person.ask('signIn', { body: { email: 'forgot@fjord.example', password: body.password } });
    const after = (await administrator.ask('people')).people.find(({ email }) => email === 'forgot@fjord.example');
    expect(after?.asked_for_password).toBeNull();
  });

  it('sends the link by mail where mail is set', async () => {
    const letters: { to: string; text: string }[] = [];
    const mailing = await aServer({ accounts: { sendMail: (letter) => Promise.resolve(void letters.push(letter)) } });
    try {
      const first = aPerson(mailing);
      const body = { word: mailing.accounts.door.setUpWord(), email: 'a@fjord.example', name: 'A', password: PASSWORD };
      await first.ask('setUp', { body });
      await first.ask('signIn', { body: { email: 'a@fjord.example', password: PASSWORD } });
      expect(await first.ask('invite', { body: { email: 'b@fjord.example', role: 'administrator' } })).toEqual({ link: null });
      await mailing.ask('forgotPassword', { body: { email: 'a@fjord.example' } });
      expect(letters.map(({ to }) => to)).toEqual(['b@fjord.example', 'a@fjord.example']);
      const word = /new-password\/(\S+)/.exec(letters[1]?.text ?? '')?.[1];
      await mailing.ask('newPassword', { body: { word, password: 'hvalross på isflak 1905' } });
    } finally {
      await mailing.close();
    }
  });
});

describe('invitations and roles', () => {
  let company = '';
  let other = '';
  beforeAll(async () => {
    // Nobody may import yet: the administrator gives itself the consultant's work once there are companies; the first file comes from the engine's side.
    await server.seeded(fixture('demo', 'demo-cluster.csv'), CLUSTER);
    const { companies } = await administrator.ask('people');
    company = companies[0]?.id ?? '';
    other = companies[1]?.id ?? '';
  });

  it('takes an invitation once, and not after it was withdrawn', async () => {
    const { link } = await administrator.ask('invite', { body: { email: 'once@fjord.example', role: 'member', scope: company } });
    const asked = { path: { word: wordOf(link) }, body: { name: 'Ola', password: PASSWORD } };
    expect((await server.ask('invitation', { path: asked.path })).scope_name.length).toBeGreaterThan(2);
    await server.ask('acceptInvitation', asked);
    expect(await server.refused('acceptInvitation', asked)).toBe('account.link');
    const { link: second } = await administrator.ask('invite', { body: { email: 'never@fjord.example', role: 'member', scope: company } });
    const open = (await administrator.ask('people')).invitations.find(({ email }) => email === 'never@fjord.example');
    await administrator.ask('withdrawInvitation', { path: { invitation: String(open?.id) } });
    expect(await server.refused('invitation', { path: { word: wordOf(second) } })).toBe('account.link');
  });

  it('adds a role to an account that is there, when its owner is signed in', async () => {
    const person = await invited('more@fjord.example', 'member', company);
    const { link } = await administrator.ask('invite', { body: { email: 'more@fjord.example', role: 'manager', scope: CLUSTER } });
    const asked = { path: { word: wordOf(link) }, body: {} };
    expect(await server.refused('acceptInvitation', asked)).toBe('account.exists');
    expect(await administrator.refused('acceptInvitation', asked)).toBe('account.other');
    await person.ask('acceptInvitation', asked);
    const { choices } = await person.ask('viewer');
    expect(choices.map(({ kind }) => kind)).toEqual(['manager', 'member']);
  });

  it('looks only as what the person is, whatever its cookie says', async () => {
    const member = await invited('member@fjord.example', 'member', company);
    for (const viewer of ['local', 'administrator', `manager:${CLUSTER}`, `member:${other}`, 'engine']) {
      member.lookAs(viewer);
      expect((await member.ask('viewer')).now).toMatchObject({ kind: 'member', company });
    }
    const theirs = await member.ask('company', { path: { company: other } });
    expect(theirs.flows.filter(({ sharing }) => sharing === 'own')).toEqual([]);
  });

  it('lets a consultant in until the last day, company by company', async () => {
    const past = await administrator.refused('invite', {
      body: { email: 'c@fjord.example', role: 'consultant', scope: company, until: '2020-01-01' },
    });
    expect(past).toBe('request.invalid');
    const consultant = await invited('consultant@fjord.example', 'consultant', company, '2026-03-01');
    expect((await consultant.ask('viewer')).now).toMatchObject({ kind: 'consultant' });
    server.later(2 * 24 * 60);
    expect(await consultant.refused('clusters')).toBe('account.noRole');
  });

  it('ends a role and all sessions at once', async () => {
    const member = await invited('ended@fjord.example', 'member', company);
    await member.ask('clusters');
    const found = (await administrator.ask('people')).people.find(({ email }) => email === 'ended@fjord.example');
    await administrator.ask('endRole', { path: { role: String(found?.roles[0]?.id) } });
    expect(await member.refused('clusters')).toBe('account.noRole');
    await administrator.ask('giveRole', { path: { user: found?.id ?? '' }, body: { role: 'member', scope: other } });
    await member.ask('clusters');
    await administrator.ask('endSessionsOf', { path: { user: found?.id ?? '' } });
    expect(await member.refused('clusters')).toBe('account.signIn');
  });

  it('lets a manager give roles in its own companies, and nobody below that any', async () => {
    const manager = await invited('manager@fjord.example', 'manager', CLUSTER);
    await manager.ask('invite', { body: { email: 'x@fjord.example', role: 'member', scope: company } });
    for (const [role, scope] of [
      ['administrator', ''],
      ['manager', CLUSTER],
      ['member', 'nobody'],
    ] as const)
      expect(['account.notAllowed', 'company.unknown']).toContain(
        await manager.refused('invite', { body: { email: 'x@fjord.example', role, scope } }),
      );
    const seen = (await manager.ask('people')).people;
    expect(seen.some(({ email }) => email === 'admin@fjord.example')).toBe(false);
    const admin = (await administrator.ask('people')).people.find(({ email }) => email === 'admin@fjord.example');
    for (const name of ['resetLink', 'endSessionsOf', 'dropSecondFactor'] as const)
      expect(await manager.refused(name, { path: { user: admin?.id ?? '' }, body: {} })).toBe('account.notAllowed');
    const member = await invited('low@fjord.example', 'member', company);
    expect(await member.refused('people')).toBe('account.notAllowed');
    expect(await member.refused('invite', { body: { email: 'x@fjord.example', role: 'member', scope: company } })).toBe(
      'account.notAllowed',
    );
  });

  it('keeps one administrator', async () => {
    const alone = await aServer({ accounts: {} });
    try {
      const first = aPerson(alone);
      await first.ask('setUp', {
        body: { word: alone.accounts.door.setUpWord(), email: 'a@fjord.example', name: 'A', password: PASSWORD },
      });
      await first.ask('signIn', { body: { email: 'a@fjord.example', password: PASSWORD } });
      const role = String((await first.ask('account')).roles[0]?.id);
      expect(await first.refused('endRole', { path: { role } })).toBe('account.lastAdministrator');
      const [session] = (await first.ask('account')).sessions;
      await first.ask('endSession', { path: { session: session?.id ?? '' } });
      expect(await first.refused('account')).toBe('account.signIn');
    } finally {
      await alone.close();
    }
  });
});

describe('limits', () => {
  it('stops guessing one account after ten failures, and says how long', async () => {
    const guessed = await aServer({ accounts: {} });
    try {
      const first = aPerson(guessed);
      await first.ask('setUp', {
        body: { word: guessed.accounts.door.setUpWord(), email: 'a@fjord.example', name: 'A', password: PASSWORD },
      });
      const guess = { body: { email: 'a@fjord.example', password: 'wrong wrong wrong' } };
      for (let attempt = 0; attempt < 10; attempt += 1) expect(await guessed.refused('signIn', guess)).toBe('account.wrong');
      expect(await guessed.refused('signIn', guess)).toBe('request.tooMany');
      expect(await guessed.refused('signIn', { body: { email: 'A@Fjord.example', password: PASSWORD } })).toBe('request.tooMany');
    } finally {
      await guessed.close();
    }
  });
});
