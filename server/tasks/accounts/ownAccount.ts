// What a person does with its own account: sign in and out, passwords, second factor, sessions.
import type { AccountShown, RoleShown } from '../../contract/accounts.ts';
import { AppError } from '../../domain/errors.ts';
import { PASSWORD_LEAST, PASSWORD_MOST, isGuessable } from '../../domain/password.ts';
import type { Opened } from '../opened.ts';
import { asked } from './failures.ts';
import type { Person, SignedIn } from './signedIn.ts';

/** An answer with the cookies that go with it, each a whole `Set-Cookie` line. */
export type Cookied<T> = { readonly answer: T; readonly cookies: readonly string[] };
const DONE = { done: true } as const;
type Done = { readonly done: boolean };
const cookied = <T>(answer: T, headers: Headers): Cookied<T> => ({ answer, cookies: headers.getSetCookie() });

export function mustBeStrong(password: string, about: readonly string[]): void {
  if (password.length < PASSWORD_LEAST || password.length > PASSWORD_MOST || isGuessable(password, about))
    throw new AppError('account.password', { least: PASSWORD_LEAST });
}

export function createOwnAccount(opened: Opened, signedIn: SignedIn, rolesShown: (user: string) => RoleShown[], canMail: boolean) {
  const mustBe = async (headers: Headers): Promise<Person> => {
    const person = await signedIn.person(headers);
    if (person === null) throw new AppError('account.signIn');
    return person;
  };

  return {
    async signIn(headers: Headers, body: { email: string; password: string }): Promise<Cookied<{ second_factor: boolean }>> {
      const { api } = await signedIn.library();
      const told = await asked(api.signInEmail({ body, headers, returnHeaders: true }));
      return cookied({ second_factor: 'twoFactorRedirect' in told.response }, told.headers);
    },
    async secondFactor(headers: Headers, { code, backup }: { code: string; backup: boolean }): Promise<Cookied<Done>> {
      const { api } = await signedIn.library();
      const told = backup
        ? await asked(api.verifyBackupCode({ body: { code }, headers, returnHeaders: true }))
        : await asked(api.verifyTOTP({ body: { code: code.replaceAll(/\s/g, '') }, headers, returnHeaders: true }));
      return cookied(DONE, told.headers);
    },
    async signOut(headers: Headers): Promise<Cookied<Done>> {
      const { api } = await signedIn.library();
      const told = await api.signOut({ headers, returnHeaders: true });
      return cookied(DONE, told.headers);
    },
    async account(headers: Headers): Promise<AccountShown> {
      const person = await mustBe(headers);
      const sessions = opened
        .store()
        .authRows({ table: 'session', where: [{ field: 'userId', operator: 'eq', value: person.user, connector: 'AND' }] })
        .filter((row) => String(row['expiresAt']) > opened.now());
      return {
        name: person.name,
        email: person.email,
        second_factor: person.secondFactor,
        roles: rolesShown(person.user),
        sessions: sessions.map((row) => ({
          id: String(row['id']),
          now: row['id'] === person.session,
          started: String(row['createdAt']),
          used: String(row['updatedAt']),
          browser: row['userAgent'] === null ? null : String(row['userAgent']),
        })),
      };
    },
    async changePassword(headers: Headers, body: { now: string; next: string }): Promise<Cookied<Done>> {
      const person = await mustBe(headers);
      mustBeStrong(body.next, [person.name, person.email]);
      const { api } = await signedIn.library();
      const told = await asked(
        api.changePassword({
          body: { currentPassword: body.now, newPassword: body.next, revokeOtherSessions: true },
          headers,
          returnHeaders: true,
        }),
      );
      return cookied(DONE, told.headers);
    },
    async endSession(headers: Headers, session: string): Promise<Done> {
      const person = await mustBe(headers);
      const { count } = await (
        await opened.writer()
      ).changeAuth({
        do: 'delete',
        table: 'session',
        where: [
          { field: 'id', operator: 'eq', value: session, connector: 'AND' },
          { field: 'userId', operator: 'eq', value: person.user, connector: 'AND' },
        ],
      });
      return { done: count > 0 };
    },
    async turnOnSecondFactor(headers: Headers, body: { password: string }): Promise<{ uri: string; key: string; backup_codes: string[] }> {
      await mustBe(headers);
      const { api } = await signedIn.library();
      const told = await asked(api.enableTwoFactor({ body, headers }));
      if (told.method !== 'totp') throw new Error('a second factor by app was asked for, and another kind begun');
      return { uri: told.totpURI, key: new URL(told.totpURI).searchParams.get('secret') ?? '', backup_codes: told.backupCodes };
    },
    async confirmSecondFactor(headers: Headers, { code }: { code: string }): Promise<Cookied<Done>> {
      await mustBe(headers);
      const { api } = await signedIn.library();
      const told = await asked(api.verifyTOTP({ body: { code: code.replaceAll(/\s/g, '') }, headers, returnHeaders: true }));
      return cookied(DONE, told.headers);
    },
    async turnOffSecondFactor(headers: Headers, body: { password: string }): Promise<Cookied<Done>> {
      await mustBe(headers);
      const { api } = await signedIn.library();
      const told = await asked(api.disableTwoFactor({ body, headers, returnHeaders: true }));
      return cookied(DONE, told.headers);
    },
    /** Answers alike whether the account exists or not. */
    async forgotPassword({ email }: { email: string }): Promise<Done> {
      if (canMail) {
        const { api } = await signedIn.library();
        await asked(api.requestPasswordReset({ body: { email } }));
        return DONE;
      }
      const [user] = opened
        .store()
        .authRows({ table: 'user', where: [{ field: 'email', operator: 'eq', value: email, connector: 'AND' }] });
      if (user !== undefined) await (await opened.writer()).requestPassword(String(user['id']), opened.now());
      return DONE;
    },
    async newPassword({ word, password }: { word: string; password: string }): Promise<Done> {
      mustBeStrong(password, []);
      const { api } = await signedIn.library();
      await asked(api.resetPassword({ body: { newPassword: password, token: word } }));
      return DONE;
    },
  };
}
