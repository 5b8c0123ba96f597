// Following matches up: the match table, leads with their history, the two companies' answers.
import { z } from 'zod';
import { pairNamesShape } from './pairNames.ts';
import { ANNUAL_UNITS } from '../domain/estimate.ts';
import { CERTAINTIES } from '../domain/certainty.ts';
import { END_REASONS, STAGES } from '../domain/lead.ts';
import { CHECKS } from '../domain/match.ts';
import { annualSchema, rangeSchema } from './figures.ts';

const language = z.object({ lang: z.enum(['nb', 'en']).default('nb') });
const verdict = z.enum(['pass', 'warn', 'fail', 'unknown']);
const stage = z.enum(STAGES);
const reason = z.enum(END_REASONS);
const answer = z.enum(['yes', 'no']);

export const snapshotSchema = z
  .object({
    volume: annualSchema.nullable(),
    nok_per_year: rangeSchema.nullable(),
    t_co2e_per_year: rangeSchema.nullable(),
    distance_km: z.number().nullable(),
    checks: z.array(z.object({ check: z.enum(CHECKS), verdict })),
  })
  .meta({ id: 'Snapshot' });

/** A deciding value then and now. `what`: a figure, or the verdict of the check of that name. */
export const movedSchema = z
  .object({
    field: z.enum(['nok', 'co2', ...CHECKS]),
    what: z.enum(['figure', 'check']),
    from: z.union([z.number(), z.string()]).nullable(),
    to: z.union([z.number(), z.string()]).nullable(),
    unit: z.string().nullable(),
  })
  .meta({ id: 'Moved' });

export const matchRowSchema = z
  .object({
    ...pairNamesShape,
    resource: z.string().nullable(),
    /** The family of the resource, as pictures name it. */
    group: z.string().nullable(),
    score: z.number(),
    tie: z.number().int(),
    volume: annualSchema.nullable(),
    nok_per_year: rangeSchema.nullable(),
    t_co2e_per_year: rangeSchema.nullable(),
    distance_km: z.number().nullable(),
    certainty: z.enum(CERTAINTIES),
    /** Those that do not pass. */
    checks: z.array(z.object({ check: z.enum(CHECKS), verdict })),
    lead: z.object({ id: z.string(), stage, overdue: z.boolean() }).nullable(),
    /** A no that was said to the pair; `moved` empty: it stays away. */
    declined: z.object({ reason, text: z.string().nullable(), at: z.string(), moved: z.array(movedSchema) }).nullable(),
  })
  .meta({ id: 'MatchRow' });

export const matchRowsSchema = z
  .object({
    rows: z.array(matchRowSchema),
    /** All there are; `rows` holds the best of them. */
    total: z.number().int(),
    companies: z.array(z.object({ id: z.string(), name: z.string() })),
    may_change: z.boolean(),
  })
  .meta({ id: 'MatchRows' });

const bandSchema = z.object({ from: z.number().nullable(), to: z.number().nullable() });

export const blindLeadSchema = z
  .object({
    sight: z.literal('blind'),
    id: z.string(),
    flow: z.string(),
    words: z.string(),
    side: z.enum(['gives', 'takes']),
    resource_class: z.string().nullable(),
    size: bandSchema.extend({ unit: z.enum(ANNUAL_UNITS) }).nullable(),
    distance_km: bandSchema.nullable(),
    answer: answer.nullable(),
  })
  .meta({ id: 'BlindLead' });

export const leadSchema = z
  .object({
    sight: z.literal('full'),
    id: z.string(),
    cluster: z.string(),
    ...pairNamesShape,
    resource: z.string().nullable(),
    stage,
    next_stages: z.array(stage),
    ended: z.object({ reason, text: z.string().nullable() }).nullable(),
    responsible: z.string().nullable(),
    next_step: z.string().nullable(),
    next_date: z.string().nullable(),
    overdue: z.boolean(),
    made: snapshotSchema,
    at_end: snapshotSchema.nullable(),
    made_at: z.string(),
    changed_at: z.string(),
    version: z.number().int(),
    /** One of its flows is no longer stated. */
    withdrawn: z.boolean(),
    answers: z.array(
      z.object({
        company: z.string(),
        name: z.string(),
        answer: answer.nullable(),
        reason: reason.nullable(),
        text: z.string().nullable(),
        at: z.string().nullable(),
        /** The viewer may answer for it. */
        yours: z.boolean(),
      }),
    ),
    may_change: z.boolean(),
  })
  .meta({ id: 'Lead' });

const eventBase = { at: z.string(), who: z.string() };
const realised = {
  year: z.number().int().min(1990).max(2200),
  t: z.number().nullable(),
  mwh: z.number().nullable(),
  nok: z.number().nullable(),
  t_co2e: z.number().nullable(),
};
export const leadEventSchema = z
  .discriminatedUnion('kind', [
    z.object({ ...eventBase, kind: z.literal('made'), stage }),
    z.object({ ...eventBase, kind: z.literal('moved'), from: stage, to: stage, reason: reason.nullable(), text: z.string().nullable() }),
    z.object({
      ...eventBase,
      kind: z.literal('planned'),
      responsible: z.string().nullable(),
      next_step: z.string().nullable(),
      next_date: z.string().nullable(),
    }),
    z.object({ ...eventBase, kind: z.literal('realised'), ...realised }),
    z.object({ ...eventBase, kind: z.literal('answered'), company: z.string(), answer: answer.nullable() }),
  ])
  .meta({ id: 'LeadEvent' });

export const leadWholeSchema = leadSchema
  .extend({
    events: z.array(leadEventSchema),
    notes: z.array(z.object({ ...eventBase, text: z.string(), open: z.boolean() })),
    realised: z.array(z.object(realised)),
    /** What moved since the lead ended with a no; null while it runs, and where there is no match any more. */
    moved: z.array(movedSchema).nullable(),
    /** The match is found today too. */
    current: z.boolean(),
  })
  .meta({ id: 'LeadWhole' });

export const leadOrBlindSchema = z.discriminatedUnion('sight', [leadWholeSchema, blindLeadSchema]);

const counts = z.object({
  idea: z.number().int(),
  discussion: z.number().int(),
  study: z.number().int(),
  agreement: z.number().int(),
  operating: z.number().int(),
  ended: z.number().int(),
});
export const leadsPageSchema = z
  .object({
    cluster: z.string(),
    leads: z.array(leadSchema),
    blind: z.array(blindLeadSchema),
    /** Leads at each stage when each month closed. */
    funnel: z.array(z.object({ month: z.string(), counts })),
    /** Leads that ever came so far. */
    reached: counts,
    /** Of leads that run or ran: what was predicted and what came of it, a year. */
    realised: z.array(z.object({ lead: z.string(), ...realised })),
    today: z.string(),
    may_change: z.boolean(),
  })
  .meta({ id: 'LeadsPage' });

const long = z.string().trim().min(1).max(4000);
const short = z
  .string()
  .trim()
  .max(300)
  .transform((text) => (text === '' ? null : text))
  .nullable();
const date = z.iso.date().nullable();
const version = z.number().int().positive();
const why = z.object({
  reason,
  text: z
    .string()
    .trim()
    .max(4000)
    .transform((text) => (text === '' ? null : text))
    .nullable()
    .default(null),
});

export const LEAD_ROUTES = {
  matchRows: {
    method: 'get',
    path: '/clusters/{cluster}/match-rows',
    query: language,
    body: null,
    answer: matchRowsSchema,
    summary: 'Matches of a cluster as short rows with their stage, declined ones marked: what the match table filters',
  },
  declined: {
    method: 'get',
    path: '/clusters/{cluster}/declined',
    query: language,
    body: null,
    answer: z.array(z.object({ surplus: z.string(), need: z.string(), via: z.array(z.string()) })),
    summary: 'Matches that got a no and stay away: nothing that decides moved beyond its range since',
  },
  leads: {
    method: 'get',
    path: '/clusters/{cluster}/leads',
    query: language,
    body: null,
    answer: leadsPageSchema,
    summary: 'The leads of a cluster as this viewer sees them, and the funnel over time',
  },
  leadCreate: {
    method: 'post',
    path: '/clusters/{cluster}/leads',
    query: language,
    body: z.object({ surplus: z.string(), need: z.string(), declined: why.nullable().default(null) }),
    answer: leadWholeSchema,
    summary: 'Starts following a match, or says no to it at once with a reason',
  },
  lead: {
    method: 'get',
    path: '/leads/{lead}',
    query: language,
    body: null,
    answer: leadOrBlindSchema,
    summary: 'One lead with its history, or what a company sees of it before both said yes',
  },
  leadMove: {
    method: 'post',
    path: '/leads/{lead}/stage',
    query: language,
    body: z.object({ to: stage, version, ended: why.nullable().default(null) }),
    answer: leadWholeSchema,
    summary: 'Moves a lead to another stage; ending takes a reason',
  },
  leadPlan: {
    method: 'post',
    path: '/leads/{lead}/plan',
    query: language,
    body: z.object({ responsible: short, next_step: short, next_date: date, version }),
    answer: leadWholeSchema,
    summary: 'Who is responsible, the next step and its date',
  },
  leadNote: {
    method: 'post',
    path: '/leads/{lead}/notes',
    query: language,
    body: z.object({ text: long, open: z.boolean().default(false) }),
    answer: leadWholeSchema,
    summary: 'A dated note, for facilitators or for both companies too',
  },
  leadRealise: {
    method: 'post',
    path: '/leads/{lead}/realised',
    query: language,
    body: z.object({ ...realised, version }),
    answer: leadWholeSchema,
    summary: 'What the exchange came to in a year',
  },
  leadAnswer: {
    method: 'post',
    path: '/leads/{lead}/answer',
    query: language,
    body: z.object({ company: z.string(), answer: answer.nullable(), why: why.nullable().default(null) }),
    answer: leadOrBlindSchema,
    summary: "A company's yes or no to the other side of its lead knowing it; null takes it back",
  },
} as const;

export type Stage = z.infer<typeof stage>;
export type MatchRow = z.infer<typeof matchRowSchema>;
export type MatchRows = z.infer<typeof matchRowsSchema>;
export type LeadShown = z.infer<typeof leadSchema>;
export type LeadWhole = z.infer<typeof leadWholeSchema>;
export type LeadEventShown = z.infer<typeof leadEventSchema>;
export type BlindLeadShown = z.infer<typeof blindLeadSchema>;
export type LeadOrBlind = z.infer<typeof leadOrBlindSchema>;
export type LeadsPage = z.infer<typeof leadsPageSchema>;
export type SnapshotShown = z.infer<typeof snapshotSchema>;
export type MovedShown = z.infer<typeof movedSchema>;
export type Why = z.output<typeof why>;
