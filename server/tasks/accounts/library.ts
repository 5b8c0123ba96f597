// The sign-in library, set up for this house: passwords and a second factor, sessions that live in the database, no network.
import { betterAuth } from 'better-auth/minimal';
import { twoFactor } from 'better-auth/plugins/two-factor';
import { PASSWORD_LEAST, PASSWORD_MOST } from '../../domain/password.ts';
import type { Opened } from '../opened.ts';
import { rowsOfLibrary } from './rowsOfLibrary.ts';

const HOUR = 3_600;
/** A session ends after so long without use. */
const SESSION = 14 * 24 * HOUR;
const RESET_LINK = HOUR;

export type SignInSettings = {
  readonly secret: string;
  /** Where people reach the server, without a slash at the end. */
  readonly address: string;
  /** Called when someone is to get a link for a new password. */
  readonly sendResetLink: (to: { readonly email: string; readonly name: string }, token: string) => Promise<void>;
};

export function signInLibrary(opened: Opened, { secret, address, sendResetLink }: SignInSettings) {
  return betterAuth({
    appName: 'Flytkart',
    baseURL: address,
    secret,
    database: rowsOfLibrary(opened),
    telemetry: { enabled: false },
    // Limits stand before the routes, where they know the address asked from.
    rateLimit: { enabled: false },
    emailAndPassword: {
      enabled: true,
      minPasswordLength: PASSWORD_LEAST,
      maxPasswordLength: PASSWORD_MOST,
      autoSignIn: false,
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: RESET_LINK,
      sendResetPassword: ({ user, token }) => sendResetLink({ email: user.email, name: user.name }, token),
    },
    session: { expiresIn: SESSION, updateAge: 24 * HOUR, cookieCache: { enabled: false } },
    advanced: {
      cookiePrefix: 'flytkart',
      useSecureCookies: address.startsWith('https:'),
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true },
    },
    logger: { disabled: true },
    plugins: [twoFactor({ issuer: 'Flytkart' })],
  });
}
export type SignInLibrary = ReturnType<typeof signInLibrary>;
