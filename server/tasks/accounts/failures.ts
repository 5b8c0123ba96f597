// What the sign-in library refuses, in our codes.
import { AppError } from '../../domain/errors.ts';
import type { ErrorCode } from '../../domain/errors.ts';

const CODES: Readonly<Record<string, ErrorCode>> = {
  INVALID_EMAIL_OR_PASSWORD: 'account.wrong',
  INVALID_PASSWORD: 'account.wrong',
  CREDENTIAL_ACCOUNT_NOT_FOUND: 'account.wrong',
  INVALID_CODE: 'account.code',
  INVALID_BACKUP_CODE: 'account.code',
  INVALID_TWO_FACTOR_COOKIE: 'account.signIn',
  TOTP_NOT_ENABLED: 'account.code',
  BACKUP_CODES_NOT_ENABLED: 'account.code',
  TWO_FACTOR_NOT_ENABLED: 'account.code',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'account.locked',
  ACCOUNT_TEMPORARILY_LOCKED: 'account.locked',
  INVALID_TOKEN: 'account.link',
  USER_ALREADY_EXISTS: 'account.exists',
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: 'account.exists',
  PASSWORD_TOO_SHORT: 'account.password',
  PASSWORD_TOO_LONG: 'account.password',
  SESSION_EXPIRED: 'account.signIn',
  UNAUTHORIZED: 'account.signIn',
};

export async function asked<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const told = codeOf(error);
    const code = told === null ? undefined : CODES[told];
    if (code === undefined) throw error;
    throw new AppError(code, {}, { cause: error });
  }
}

/** The library's errors carry their code in the body they would answer with. */
function codeOf(error: unknown): string | null {
  if (!(error instanceof Error) || !('body' in error) || typeof error.body !== 'object' || error.body === null) return null;
  if ('code' in error.body && typeof error.body.code === 'string') return error.body.code;
  return 'status' in error && typeof error.status === 'string' ? error.status : null;
}
