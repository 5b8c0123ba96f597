// What a caller got wrong, as a code; the contract's one table turns codes into HTTP status and words.

export const ERROR_CODES = [
  'request.invalid',
  'request.tooLarge',
  'request.foreign',
  'request.tooMany',
  'account.signIn',
  'account.wrong',
  'account.code',
  'account.locked',
  'account.link',
  'account.password',
  'account.exists',
  'account.other',
  'account.noRole',
  'account.notAllowed',
  'account.lastAdministrator',
  'account.unknown',
  'route.unknown',
  'cluster.unknown',
  'company.unknown',
  'company.otherName',
  'flow.unknown',
  'screening.unknown',
  'import.unknown',
  'import.empty',
  'import.rejected',
  'import.state',
  'import.edited',
  'import.notYours',
  'import.notHere',
  'import.cancelled',
  'entry.conflict',
  'entry.rejected',
  'lead.unknown',
  'lead.exists',
  'lead.move',
  'lead.reason',
  'lead.reasonText',
  'match.unknown',
  'rule.unknown',
  'scenario.unknown',
  'scenario.stale',
  'scenario.partners',
  'register.unknown',
  'register.stale',
  'register.invalid',
  'lead.stale',
  'lead.notYours',
  'backup.unknown',
  'backup.off',
  'preview.unknown',
  'preview.stale',
  'file.unreadable',
  'file.unwritable',
  'file.exists',
  'store.missing',
  'store.foreign',
  'store.newer',
  'store.corrupt',
  'store.busy',
  'store.full',
  'store.noPermission',
  'page.notBuilt',
  'usage.wrong',
  'internal',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** Why the system could not read or write a file, as its own code (`ENOENT`), which the error table has words for. */
export const systemCode = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : error instanceof Error ? error.message : String(error);

/** Thrown for what the caller can put right. `values` fill the templates of the error table. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly values: Readonly<Record<string, string | number>>;
  constructor(code: ErrorCode, values: Readonly<Record<string, string | number>> = {}, options?: ErrorOptions) {
    super(`${code} ${JSON.stringify(values)}`, options);
    this.code = code;
    this.values = values;
  }
}
