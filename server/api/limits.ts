// How often one may try what can be guessed: passwords, codes and the words in links.
import type { Request, RequestHandler } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import type { AccountRoute } from '../contract/accounts.ts';
import { AppError } from '../domain/errors.ts';

/** Judgement: a person who forgot the password tries a few times; a machine thousands of times. Only failures count. */
const WINDOW_MINUTES = 15;
const FAILURES_AN_ADDRESS = 40;
const FAILURES_AN_ACCOUNT = 10;

const GUESSED: readonly AccountRoute[] = [
  'setUp',
  'signIn',
  'secondFactor',
  'changePassword',
  'turnOnSecondFactor',
  'turnOffSecondFactor',
  'confirmSecondFactor',
  'newPassword',
  'invitation',
  'acceptInvitation',
];
/** Asking for letters counts each time. */
const ASKED: readonly AccountRoute[] = ['forgotPassword'];

const refuse: RequestHandler = (_request, _response, next) => next(new AppError('request.tooMany', { minutes: WINDOW_MINUTES }));
const settings = (limit: number, skipSuccessfulRequests: boolean) => ({
  windowMs: WINDOW_MINUTES * 60_000,
  limit,
  skipSuccessfulRequests,
  standardHeaders: 'draft-8' as const,
  legacyHeaders: false,
  handler: refuse,
});

function emailAsked(request: Request): string {
  const body: unknown = request.body;
  return typeof body === 'object' && body !== null && 'email' in body && typeof body.email === 'string'
    ? body.email.trim().toLowerCase()
    : '';
}

/** The limits that stand before a route; none where nothing can be guessed. Counted for each server anew. */
export function createLimits(): (route: AccountRoute) => RequestHandler[] {
  const address = rateLimit({ ...settings(FAILURES_AN_ADDRESS, true), identifier: 'address' });
  const account = rateLimit({
    ...settings(FAILURES_AN_ACCOUNT, true),
    identifier: 'account',
    keyGenerator: (request) => emailAsked(request),
    skip: (request) => emailAsked(request) === '',
  });
  const letters = rateLimit({
    ...settings(FAILURES_AN_ACCOUNT, false),
    identifier: 'letters',
    keyGenerator: (request) => ipKeyGenerator(request.ip ?? ''),
  });
  return (route) => (GUESSED.includes(route) ? [address, account] : ASKED.includes(route) ? [letters] : []);
}
