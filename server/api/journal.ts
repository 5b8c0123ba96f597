// What is written down of requests: who did what that matters for safety, and how each answer went. Ids and routes, never names, words or amounts.
import { createHash, randomUUID } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import type { RouteName } from '../contract/routes.ts';
import type { Asker } from '../tasks/previews.ts';
import type { Measures } from './measures.ts';

export type Line = Readonly<Record<string, string | number | boolean | null>>;
/** Where lines go; without a log nowhere. */
export type Journal = { readonly event: (line: Line) => void; readonly request: (line: Line) => void };
export const NO_JOURNAL: Journal = { event: () => undefined, request: () => undefined };

/** Routes whose every use is an event, by the event's name. */
const EVENTS: Readonly<Partial<Record<RouteName, string>>> = {
  setUp: 'account.first',
  signIn: 'signIn',
  secondFactor: 'signIn.code',
  signOut: 'signOut',
  changePassword: 'password.changed',
  forgotPassword: 'password.forgotten',
  newPassword: 'password.new',
  turnOnSecondFactor: 'factor.begun',
  confirmSecondFactor: 'factor.on',
  turnOffSecondFactor: 'factor.off',
  dropSecondFactor: 'factor.dropped',
  endSession: 'session.ended',
  endSessionsOf: 'session.ended',
  resetLink: 'password.link',
  invite: 'role.offered',
  acceptInvitation: 'role.accepted',
  withdrawInvitation: 'role.withdrawn',
  giveRole: 'role.given',
  endRole: 'role.ended',
  commit: 'import',
  entrySave: 'import.typed',
  undo: 'import.undone',
  flowSharing: 'sharing.changed',
  tableFile: 'export',
  ownEverything: 'export',
  rejected: 'export.rejected',
  own: 'database.opened',
  backupMake: 'backup',
  backupRestore: 'backup.restored',
  check: 'check',
};
/** Names in a path that are ids of ours; all others may be somebody's words. */
const IDS = new Set([
  'company',
  'flow',
  'import',
  'lead',
  'role',
  'user',
  'invitation',
  'session',
  'preview',
  'screening',
  'table',
  'format',
]);
const ID = /^[\w.:-]{1,80}$/;

/** An address that was tried, so that guesses at one account can be told from guesses at many; not the address itself. */
const hashed = (email: string): string => createHash('sha256').update(email.trim().toLowerCase()).digest('hex').slice(0, 12);

function triedAccount(request: Request): string | null {
  const body: unknown = request.body;
  return typeof body === 'object' && body !== null && 'email' in body && typeof body.email === 'string' ? hashed(body.email) : null;
}

const pathIds = (params: Request['params']): Line =>
  Object.fromEntries(
    Object.entries(params).flatMap(([name, value]) =>
      IDS.has(name) && typeof value === 'string' && ID.test(value) ? [[name, value]] : [],
    ),
  );

const asker = (response: Response): Line => {
  const known = response.locals['asker'] as Asker | undefined;
  return known === undefined ? {} : { as: known.viewer.kind, user: known.user };
};

/** Gives each request its number and tells, when it is answered, how that went. */
export const numbered =
  (journal: Journal, measures: Measures): RequestHandler =>
  (request, response, next) => {
    const id = randomUUID();
    const started = performance.now();
    response.locals['request'] = id;
    response.setHeader('x-request-id', id);
    response.once('close', () => {
      const ms = Math.round((performance.now() - started) * 10) / 10;
      const route = String(response.locals['route'] ?? 'page');
      const status = response.writableFinished ? response.statusCode : 499;
      measures.answered(route, status, ms);
      const code = response.locals['code'];
      const line: Line = { request: id, method: request.method, route, status, ms, ...(typeof code === 'string' ? { code } : {}) };
      journal.request({ ...line, ...asker(response) });
      const named = Object.hasOwn(EVENTS, route) ? EVENTS[route as RouteName] : undefined;
      const refused = route !== 'page' && (status === 401 || status === 403 || status === 429) ? 'refused' : undefined;
      const event = named ?? refused;
      if (event === undefined) return;
      const ok = status < 400;
      const account = triedAccount(request);
      measures.event(ok ? event : `${event} ${status}`);
      journal.event({
        event,
        ok,
        ...line,
        ...asker(response),
        ...pathIds(request.params),
        from: request.ip ?? null,
        ...(account === null ? {} : { account }),
      });
    });
    next();
  };
