// Who is signed in, and as whom that lets it look. Nobody needs to be while the database has no accounts and the server listens to this machine alone.
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { AppError } from '../../domain/errors.ts';
import { viewersOf } from '../../domain/roles.ts';
import type { Viewer } from '../../domain/viewer.ts';
import { viewerText } from '../../domain/viewerText.ts';
import type { Opened } from '../opened.ts';
import type { SignInLibrary } from './library.ts';
import { passwordLetter } from './mail.ts';
import type { SendMail } from './mail.ts';

export type AccountSettings = {
  /** Whether signing in is asked for even before there is an account: `serve --accounts`, or an address beyond this machine. */
  readonly required: boolean;
  /** Where people reach the server, without a slash at the end. */
  readonly address: () => string;
  readonly sendMail: SendMail | null;
  /** Instead of the one kept in the database. */
  readonly secret: string | null;
};

/** `open`: nobody signs in; `setUp`: the first administrator is missing; `signIn`: everyone does. */
export type Door = 'open' | 'setUp' | 'signIn';
export type Person = {
  readonly user: string;
  readonly name: string;
  readonly email: string;
  readonly session: string;
  readonly secondFactor: boolean;
};
export type Looking = { readonly person: Person | null; readonly viewers: readonly Viewer[] };

export interface SignedIn {
  door(): Door;
  library(): Promise<SignInLibrary>;
  /** The person of the session cookie; null: no session, or one that ended. */
  person(headers: Headers): Promise<Person | null>;
  /** The viewer to answer as (the chosen one where it is the person's own, else its first), and the account. Throws `account.signIn | account.noRole`. */
  asker(headers: Headers, chosen: Viewer): Promise<{ readonly viewer: Viewer; readonly user: string }>;
  /** The same, told rather than thrown, with all the person may look as. */
  looking(headers: Headers): Promise<Looking>;
  /** The word that lets somebody at this machine make the first administrator; null where there is one. */
  setUpWord(): string | null;
  isSetUpWord(word: string): boolean;
  /** A reset link made for somebody instead of mailed. */
  resetLinkFor(email: string): Promise<string | null>;
}

const WORD_BYTES = 24;
export const newWord = (): string => randomBytes(WORD_BYTES).toString('base64url');

export function createSignedIn(opened: Opened, settings: AccountSettings): SignedIn {
  let built: { readonly file: string; readonly library: Promise<SignInLibrary> } | null = null;
  let word: string | null = null;
  /** Words of reset links asked for by an administrator, caught on their way instead of mailed. */
  const caught = new Map<string, string>();
  const awaited = new Set<string>();

  const door = (): Door => (opened.store().hasAccounts() ? 'signIn' : settings.required ? 'setUp' : 'open');

  const build = async (): Promise<SignInLibrary> => {
    const kept = settings.secret ?? opened.store().secret();
    const secret = kept ?? (await (await opened.writer()).keepSecret(randomBytes(32).toString('base64url')));
    // Loaded when first needed: without accounts the server starts without it.
    const { signInLibrary } = await import('./library.ts');
    return signInLibrary(opened, {
      secret,
      address: settings.address(),
      sendResetLink: async ({ email }, token) => {
        if (awaited.has(email)) caught.set(email, token);
        else await settings.sendMail?.(passwordLetter(email, `${settings.address()}/new-password/${token}`));
      },
    });
  };
  /** One for each database file: the demo may be left for one's own. */
  const library = (): Promise<SignInLibrary> => {
    const { file } = opened.store();
    if (built?.file !== file) {
      const made = build();
      made.catch(() => (built = null));
      built = { file, library: made };
    }
    return built.library;
  };

  const person = async (headers: Headers): Promise<Person | null> => {
    if (!headers.has('cookie')) return null;
    const { api } = await library();
    const found = await api.getSession({ headers });
    if (found === null) return null;
    const { user, session } = found;
    return { user: user.id, name: user.name, email: user.email, session: session.id, secondFactor: user.twoFactorEnabled === true };
  };
  const looking = async (headers: Headers): Promise<Looking> => {
    const someone = await person(headers);
    return { person: someone, viewers: someone === null ? [] : viewersOf(opened.store().rolesOf(someone.user), opened.now().slice(0, 10)) };
  };

  return {
    door,
    library,
    person,
    looking,
    async asker(headers, chosen) {
      const { person: someone, viewers } = await looking(headers);
      if (someone === null) throw new AppError('account.signIn');
      const value = viewerText(chosen);
      const viewer = viewers.find((one) => viewerText(one) === value) ?? viewers[0];
      if (viewer === undefined) throw new AppError('account.noRole');
      return { viewer, user: someone.user };
    },
    setUpWord() {
      if (door() !== 'setUp') return null;
      word ??= newWord();
      return word;
    },
    isSetUpWord(given) {
      const right = word;
      if (door() !== 'setUp' || right === null || given.length !== right.length) return false;
      return timingSafeEqual(Buffer.from(given), Buffer.from(right));
    },
    async resetLinkFor(email) {
      awaited.add(email);
      try {
        const { api } = await library();
        await api.requestPasswordReset({ body: { email } });
        const token = caught.get(email);
        return token === undefined ? null : `${settings.address()}/new-password/${token}`;
      } finally {
        awaited.delete(email);
        caught.delete(email);
      }
    },
  };
}
