// Signing in, second factor, invitations and roles.
import { z } from 'zod';
import { ROLES } from '../domain/roles.ts';

const email = z
  .email()
  .max(254)
  .transform((text) => text.trim().toLowerCase());
const password = z.string().min(1).max(200);
const name = z.string().trim().min(1).max(100);
const word = z.string().min(10).max(200);
const date = z.iso.date();
const done = z.object({ done: z.boolean() });
const none = z.object({});

export const roleSchema = z
  .object({
    id: z.number().int(),
    role: z.enum(ROLES),
    /** A manager's cluster, a consultant's or member's company by id; empty for an administrator. */
    scope: z.string(),
    scope_name: z.string(),
    until: z.string().nullable(),
    ended: z.boolean(),
  })
  .meta({ id: 'RoleShown' });

export const sessionSchema = z
  .object({ id: z.string(), now: z.boolean(), started: z.string(), used: z.string(), browser: z.string().nullable() })
  .meta({ id: 'SessionShown' });

export const accountSchema = z
  .object({
    name: z.string(),
    email: z.string(),
    second_factor: z.boolean(),
    roles: z.array(roleSchema),
    sessions: z.array(sessionSchema),
  })
  .meta({ id: 'AccountShown' });

export const invitationSchema = z
  .object({
    id: z.number().int(),
    email: z.string(),
    role: z.enum(ROLES),
    scope_name: z.string(),
    until: z.string().nullable(),
    given_at: z.string(),
    expires_at: z.string(),
    state: z.enum(['open', 'used', 'withdrawn', 'ended']),
  })
  .meta({ id: 'InvitationShown' });

export const peopleSchema = z
  .object({
    people: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        email: z.string(),
        second_factor: z.boolean(),
        asked_for_password: z.string().nullable(),
        roles: z.array(roleSchema),
      }),
    ),
    invitations: z.array(invitationSchema),
    /** What roles can be about. */
    clusters: z.array(z.string()),
    companies: z.array(z.object({ id: z.string(), name: z.string() })),
    mail: z.boolean(),
  })
  .meta({ id: 'People' });

/** `link` is null where the link went by mail. */
export const linkSchema = z.object({ link: z.string().nullable() }).meta({ id: 'Link' });

export const ACCOUNT_ROUTES = {
  setUp: {
    method: 'post',
    path: '/account/first',
    query: none,
    body: z.object({ word, email, name, password }),
    answer: done,
    summary: 'Makes the first administrator, with the word the server printed when it started',
  },
  signIn: {
    method: 'post',
    path: '/session',
    query: none,
    body: z.object({ email, password }),
    answer: z.object({ second_factor: z.boolean() }),
    summary: 'Signs in; where a second factor is on, a code must follow',
  },
  secondFactor: {
    method: 'post',
    path: '/session/code',
    query: none,
    body: z.object({ code: z.string().trim().min(4).max(40), backup: z.boolean().default(false) }),
    answer: done,
    summary: 'The code of the second factor, or a backup code',
  },
  signOut: {
    method: 'delete',
    path: '/session',
    query: none,
    body: null,
    answer: done,
    summary: 'Signs out; the session ends on the server',
  },
  account: {
    method: 'get',
    path: '/account',
    query: none,
    body: null,
    answer: accountSchema,
    summary: 'The account of whoever is signed in',
  },
  changePassword: {
    method: 'post',
    path: '/account/password',
    query: none,
    body: z.object({ now: password, next: password }),
    answer: done,
    summary: 'A new password; all other sessions end',
  },
  endSession: {
    method: 'delete',
    path: '/account/sessions/{session}',
    query: none,
    body: null,
    answer: done,
    summary: 'Ends one of your own sessions',
  },
  turnOnSecondFactor: {
    method: 'post',
    path: '/account/second-factor',
    query: none,
    body: z.object({ password }),
    answer: z.object({ uri: z.string(), key: z.string(), backup_codes: z.array(z.string()) }),
    summary: 'Begins a second factor: key for an authenticator app, and backup codes',
  },
  confirmSecondFactor: {
    method: 'post',
    path: '/account/second-factor/code',
    query: none,
    body: z.object({ code: z.string().trim().min(6).max(10) }),
    answer: done,
    summary: 'Turns the second factor on with the first code',
  },
  turnOffSecondFactor: {
    method: 'post',
    path: '/account/second-factor/off',
    query: none,
    body: z.object({ password }),
    answer: done,
    summary: 'Turns the second factor off',
  },
  forgotPassword: {
    method: 'post',
    path: '/account/forgotten',
    query: none,
    body: z.object({ email }),
    answer: done,
    summary: 'Asks for a link to a new password; the answer never tells whether the account exists',
  },
  newPassword: {
    method: 'post',
    path: '/account/new-password',
    query: none,
    body: z.object({ word, password }),
    answer: done,
    summary: 'Sets a new password by the link; all sessions end',
  },
  invitation: {
    method: 'get',
    path: '/invitations/{word}',
    query: none,
    body: null,
    answer: z.object({
      email: z.string(),
      role: z.enum(ROLES),
      scope_name: z.string(),
      until: z.string().nullable(),
      has_account: z.boolean(),
    }),
    summary: 'What an invitation is for',
  },
  acceptInvitation: {
    method: 'post',
    path: '/invitations/{word}',
    query: none,
    body: z.object({ name: name.optional(), password: password.optional() }),
    answer: done,
    summary: 'Takes an invitation: makes the account, or adds the role to the one signed in',
  },
  people: {
    method: 'get',
    path: '/people',
    query: none,
    body: null,
    answer: peopleSchema,
    summary: 'Who has which role, and open invitations',
  },
  invite: {
    method: 'post',
    path: '/invitations',
    query: none,
    body: z.object({ email, role: z.enum(ROLES), scope: z.string().max(200).default(''), until: date.nullable().default(null) }),
    answer: linkSchema,
    summary: 'Invites somebody to a role; the link goes by mail or is shown once',
  },
  withdrawInvitation: {
    method: 'delete',
    path: '/people/invitations/{invitation}',
    query: none,
    body: null,
    answer: done,
    summary: 'Withdraws an open invitation',
  },
  giveRole: {
    method: 'post',
    path: '/people/{user}/roles',
    query: none,
    body: z.object({ role: z.enum(ROLES), scope: z.string().max(200).default(''), until: date.nullable().default(null) }),
    answer: done,
    summary: 'Gives a role to somebody who has an account',
  },
  endRole: { method: 'delete', path: '/people/roles/{role}', query: none, body: null, answer: done, summary: 'Ends a role at once' },
  endSessionsOf: {
    method: 'delete',
    path: '/people/{user}/sessions',
    query: none,
    body: null,
    answer: done,
    summary: 'Ends all sessions of a person',
  },
  resetLink: {
    method: 'post',
    path: '/people/{user}/password-link',
    query: none,
    body: none,
    answer: linkSchema,
    summary: 'A link to a new password for a person; shown once',
  },
  dropSecondFactor: {
    method: 'delete',
    path: '/people/{user}/second-factor',
    query: none,
    body: null,
    answer: done,
    summary: 'Takes the second factor away from a person who lost it',
  },
} as const;
export type AccountRoute = keyof typeof ACCOUNT_ROUTES;
export type AccountShown = z.infer<typeof accountSchema>;
export type People = z.infer<typeof peopleSchema>;
export type RoleShown = z.infer<typeof roleSchema>;
