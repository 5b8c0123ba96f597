// Who has which role: the first administrator, invitations, roles given and ended, help for those who lost a password or a second factor.
import { createHash } from 'node:crypto';
import type { People, RoleShown } from '../../contract/accounts.ts';
import { AppError } from '../../domain/errors.ts';
import { holds, mayGive } from '../../domain/roles.ts';
import type { RoleName } from '../../domain/roles.ts';
import { LOCAL } from '../../domain/viewer.ts';
import type { Viewer } from '../../domain/viewer.ts';
import type { Invitation, RoleRow } from '../../store/accounts.ts';
import type { Opened } from '../opened.ts';
import { asked } from './failures.ts';
import { invitationLetter } from './mail.ts';
import { mustBeStrong } from './ownAccount.ts';
import { newWord } from './signedIn.ts';
import type { AccountSettings, SignedIn } from './signedIn.ts';

const INVITATION_DAYS = 14;
const hashed = (word: string): string => createHash('sha256').update(word).digest('hex');
const DONE = { done: true } as const;
type Done = { readonly done: boolean };
type Given = { readonly role: RoleName; readonly scope: string; readonly until: string | null };

export function createPeople(opened: Opened, signedIn: SignedIn, { address, sendMail }: AccountSettings) {
  const today = (): string => opened.now().slice(0, 10);
  const scopeName = (role: RoleName, scope: string): string =>
    role === 'administrator' || role === 'manager' ? scope : (opened.store().company(LOCAL, scope)?.name ?? scope);
  const roleShown = (row: RoleRow): RoleShown => ({
    id: row.id,
    role: row.role,
    scope: row.scope,
    scope_name: scopeName(row.role, row.scope),
    until: row.until,
    ended: !holds(row, today()),
  });
  const clustersOf = (role: RoleName, scope: string): string[] =>
    role === 'administrator' ? [] : role === 'manager' ? [scope] : opened.store().clustersOf(LOCAL, scope);

  /** The scope must be there, and the viewer must be allowed to give this role in it. */
  const mayOrThrow = (viewer: Viewer, { role, scope, until }: Given): void => {
    if (!mayGive(viewer, role, clustersOf(role, scope))) throw new AppError('account.notAllowed');
    if (role === 'manager' && !opened.store().clusters(LOCAL).includes(scope)) throw new AppError('cluster.unknown', { cluster: scope });
    if ((role === 'consultant' || role === 'member') && opened.store().company(LOCAL, scope) === null)
      throw new AppError('company.unknown');
    if (until !== null && until < today()) throw new AppError('request.invalid', { where: 'until', problem: until });
  };
  const userRow = (user: string) => {
    const [row] = opened.store().authRows({ table: 'user', where: [{ field: 'id', operator: 'eq', value: user, connector: 'AND' }] });
    if (row === undefined) throw new AppError('account.unknown');
    return row;
  };
  const accountOf = (email: string): string | null => {
    const [row] = opened.store().authRows({ table: 'user', where: [{ field: 'email', operator: 'eq', value: email, connector: 'AND' }] });
    return row === undefined ? null : String(row['id']);
  };
  const makeAccount = async (email: string, name: string, password: string): Promise<string> => {
    mustBeStrong(password, [name, email]);
    const { api } = await signedIn.library();
    await asked(api.signUpEmail({ body: { email, name, password } }));
    const user = accountOf(email);
    if (user === null) throw new Error('an account was made and is not there');
    return user;
  };
  const grant = async (user: string, given: Given, givenBy: string): Promise<void> => {
    await (await opened.writer()).giveRole({ user, ...given, givenBy, givenAt: opened.now() });
  };
  const openInvitation = (word: string): Invitation => {
    const found = opened.store().invitationOf(hashed(word));
    if (found === null || found.usedAt !== null || found.withdrawnAt !== null || found.expiresAt <= opened.now())
      throw new AppError('account.link');
    return found;
  };
  /** A manager helps the people of its own cluster, never an administrator; the administrator helps all. */
  const mayHelp = (viewer: Viewer, user: string): boolean => {
    if (viewer.kind === 'administrator') return true;
    const roles = opened.store().rolesOf(user);
    return roles.length > 0 && roles.every((row) => mayGive(viewer, row.role, clustersOf(row.role, row.scope)));
  };
  const state = (one: Invitation): 'open' | 'used' | 'withdrawn' | 'ended' =>
    one.usedAt !== null ? 'used' : one.withdrawnAt !== null ? 'withdrawn' : one.expiresAt <= opened.now() ? 'ended' : 'open';

  return {
    rolesShown: (user: string): RoleShown[] => opened.store().rolesOf(user).map(roleShown),

    async setUp(body: { word: string; email: string; name: string; password: string }): Promise<Done> {
      if (!signedIn.isSetUpWord(body.word)) throw new AppError('account.link');
      const user = await makeAccount(body.email, body.name, body.password);
      await grant(user, { role: 'administrator', scope: '', until: null }, user);
      return DONE;
    },
    people(viewer: Viewer): People {
      if (viewer.kind !== 'administrator' && viewer.kind !== 'manager') throw new AppError('account.notAllowed');
      const store = opened.store();
      const roles = Map.groupBy(store.allRoles(), (row) => row.user);
      const asking = new Map(store.passwordRequests().map(({ user, at }) => [user, at]));
      const clusters = viewer.kind === 'manager' ? [viewer.cluster] : store.clusters(LOCAL);
      const seen = store
        .authRows({ table: 'user', where: [], sortBy: { field: 'name', direction: 'asc' } })
        .filter((row) => mayHelp(viewer, String(row['id'])));
      return {
        people: seen.map((row) => {
          const id = String(row['id']);
          return {
            id,
            name: String(row['name']),
            email: String(row['email']),
            second_factor: row['twoFactorEnabled'] === 1,
            asked_for_password: asking.get(id) ?? null,
            roles: (roles.get(id) ?? []).map(roleShown),
          };
        }),
        invitations: store
          .invitations()
          .filter((one) => mayGive(viewer, one.role, clustersOf(one.role, one.scope)))
          .map((one) => ({
            id: one.id,
            email: one.email,
            role: one.role,
            scope_name: scopeName(one.role, one.scope),
            until: one.until,
            given_at: one.givenAt,
            expires_at: one.expiresAt,
            state: state(one),
          })),
        clusters,
        companies: clusters.flatMap((cluster) => store.companiesOf(LOCAL, cluster).map(({ id, name }) => ({ id, name }))),
        mail: sendMail !== null,
      };
    },
    async invite(viewer: Viewer, by: string, { email, ...given }: Given & { email: string }): Promise<{ link: string | null }> {
      mayOrThrow(viewer, given);
      const word = newWord();
      const now = opened.now();
      const expiresAt = new Date(Date.parse(now) + INVITATION_DAYS * 86_400_000).toISOString();
      await (await opened.writer()).storeInvitation({ tokenHash: hashed(word), email, ...given, givenBy: by, givenAt: now, expiresAt });
      const link = `${address()}/invitation/${word}`;
      if (sendMail === null) return { link };
      await sendMail(invitationLetter(email, link));
      return { link: null };
    },
    invitation(word: string) {
      const found = openInvitation(word);
      return {
        email: found.email,
        role: found.role,
        scope_name: scopeName(found.role, found.scope),
        until: found.until,
        has_account: accountOf(found.email) !== null,
      };
    },
    async acceptInvitation(
      headers: Headers,
      word: string,
      body: { name?: string | undefined; password?: string | undefined },
    ): Promise<Done> {
      const found = openInvitation(word);
      const { role, scope, until } = found;
      const existing = accountOf(found.email);
      let user: string;
      if (existing !== null) {
        const person = await signedIn.person(headers);
        if (person === null) throw new AppError('account.exists');
        if (person.user !== existing) throw new AppError('account.other');
        user = existing;
      } else {
        if (body.name === undefined || body.password === undefined)
          throw new AppError('request.invalid', {
            where: 'name, password',
            problem: 'missing',
            problem_nb: 'begge trengs for en ny konto',
            problem_en: 'both are needed for a new account',
          });
        mustBeStrong(body.password, [body.name, found.email]);
        user = '';
      }
      // Used up first: of two that come at once, one is told that the link was used.
      if (!(await (await opened.writer()).useInvitation(hashed(word), opened.now()))) throw new AppError('account.link');
      if (user === '') user = await makeAccount(found.email, body.name ?? '', body.password ?? '');
      await grant(user, { role, scope, until }, found.givenBy);
      return DONE;
    },
    async withdrawInvitation(viewer: Viewer, id: number): Promise<Done> {
      const found = opened
        .store()
        .invitations()
        .find((one) => one.id === id);
      if (found === undefined || !mayGive(viewer, found.role, clustersOf(found.role, found.scope)))
        throw new AppError('account.notAllowed');
      await (await opened.writer()).withdrawInvitation(id, opened.now());
      return DONE;
    },
    async giveRole(viewer: Viewer, by: string, user: string, given: Given): Promise<Done> {
      mayOrThrow(viewer, given);
      userRow(user);
      if (!mayHelp(viewer, user)) throw new AppError('account.notAllowed');
      await grant(user, given, by);
      return DONE;
    },
    async endRole(viewer: Viewer, by: string, id: number): Promise<Done> {
      const all = opened.store().allRoles();
      const row = all.find((one) => one.id === id);
      if (row === undefined) throw new AppError('account.unknown');
      if (!mayGive(viewer, row.role, clustersOf(row.role, row.scope))) throw new AppError('account.notAllowed');
      const administrators = new Set(all.filter((one) => one.role === 'administrator' && one.id !== id).map((one) => one.user));
      if (row.role === 'administrator' && administrators.size === 0) throw new AppError('account.lastAdministrator');
      await (await opened.writer()).endRole(id, by, opened.now());
      return DONE;
    },
    async endSessionsOf(viewer: Viewer, user: string): Promise<Done> {
      userRow(user);
      if (!mayHelp(viewer, user)) throw new AppError('account.notAllowed');
      await (
        await opened.writer()
      ).changeAuth({ do: 'delete', table: 'session', where: [{ field: 'userId', operator: 'eq', value: user, connector: 'AND' }] });
      return DONE;
    },
    async resetLink(viewer: Viewer, user: string): Promise<{ link: string | null }> {
      const row = userRow(user);
      if (!mayHelp(viewer, user)) throw new AppError('account.notAllowed');
      const link = await signedIn.resetLinkFor(String(row['email']));
      await (await opened.writer()).answerPasswordRequest(user);
      return { link };
    },
    async dropSecondFactor(viewer: Viewer, user: string): Promise<Done> {
      userRow(user);
      if (!mayHelp(viewer, user)) throw new AppError('account.notAllowed');
      const writer = await opened.writer();
      await writer.changeAuth({
        do: 'update',
        table: 'user',
        where: [{ field: 'id', operator: 'eq', value: user, connector: 'AND' }],
        set: { twoFactorEnabled: 0 },
      });
      await writer.changeAuth({
        do: 'delete',
        table: 'twoFactor',
        where: [{ field: 'userId', operator: 'eq', value: user, connector: 'AND' }],
      });
      return DONE;
    },
  };
}
