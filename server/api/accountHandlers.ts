// The routes of signing in and of roles, each with its task. They answer before anybody is signed in; each says itself who may.
import type { z } from 'zod';
import type { ACCOUNT_ROUTES, AccountRoute } from '../contract/accounts.ts';
import { AppError } from '../domain/errors.ts';
import type { Viewer } from '../domain/viewer.ts';
import type { AccountTasks, Cookied } from '../tasks/accounts/accounts.ts';

type Route<Name extends AccountRoute> = (typeof ACCOUNT_ROUTES)[Name];
type Parsed<Shape> = Shape extends z.ZodType ? z.output<Shape> : undefined;
type Answer<Name extends AccountRoute> = z.output<Route<Name>['answer']>;
export type AccountAsked<Name extends AccountRoute> = {
  readonly headers: Headers;
  /** Throws `account.signIn | account.noRole`. */
  readonly viewer: () => Promise<Viewer>;
  readonly path: Readonly<Record<string, string>>;
  readonly body: Parsed<Route<Name>['body']>;
};
type Handled<Name extends AccountRoute> = Answer<Name> | Cookied<Answer<Name>>;
export type AccountHandlers = {
  readonly [Name in AccountRoute]: (asked: AccountAsked<Name>) => Handled<Name> | Promise<Handled<Name>>;
};

export const isCookied = (answer: unknown): answer is Cookied<unknown> =>
  typeof answer === 'object' && answer !== null && 'cookies' in answer && 'answer' in answer;

function rowNumber(text: string | undefined): number {
  if (text === undefined || !/^\d{1,15}$/.test(text)) throw new AppError('account.unknown');
  return Number(text);
}

export function accountHandlers({ door, own, people }: AccountTasks): AccountHandlers {
  /** Who gives or ends roles, for the record. */
  const by = async (headers: Headers): Promise<string> => (await door.person(headers))?.user ?? '';
  return {
    setUp: ({ body }) => people.setUp(body),
    signIn: ({ headers, body }) => own.signIn(headers, body),
    secondFactor: ({ headers, body }) => own.secondFactor(headers, body),
    signOut: ({ headers }) => own.signOut(headers),
    account: ({ headers }) => own.account(headers),
    changePassword: ({ headers, body }) => own.changePassword(headers, body),
    endSession: ({ headers, path }) => own.endSession(headers, path['session'] ?? ''),
    turnOnSecondFactor: ({ headers, body }) => own.turnOnSecondFactor(headers, body),
    confirmSecondFactor: ({ headers, body }) => own.confirmSecondFactor(headers, body),
    turnOffSecondFactor: ({ headers, body }) => own.turnOffSecondFactor(headers, body),
    forgotPassword: ({ body }) => own.forgotPassword(body),
    newPassword: ({ body }) => own.newPassword(body),
    invitation: ({ path }) => people.invitation(path['word'] ?? ''),
    acceptInvitation: ({ headers, path, body }) => people.acceptInvitation(headers, path['word'] ?? '', body),
    people: async ({ viewer }) => people.people(await viewer()),
    invite: async ({ viewer, headers, body }) => people.invite(await viewer(), await by(headers), body),
    withdrawInvitation: async ({ viewer, path }) => people.withdrawInvitation(await viewer(), rowNumber(path['invitation'])),
    giveRole: async ({ viewer, headers, path, body }) => people.giveRole(await viewer(), await by(headers), path['user'] ?? '', body),
    endRole: async ({ viewer, headers, path }) => people.endRole(await viewer(), await by(headers), rowNumber(path['role'])),
    endSessionsOf: async ({ viewer, path }) => people.endSessionsOf(await viewer(), path['user'] ?? ''),
    resetLink: async ({ viewer, path }) => people.resetLink(await viewer(), path['user'] ?? ''),
    dropSecondFactor: async ({ viewer, path }) => people.dropSecondFactor(await viewer(), path['user'] ?? ''),
  };
}
