// Meeting mode: what a cluster comes to where something changes, scenarios that are kept, what is lost where a company leaves, and a fair share.
import { z } from 'zod';
import { pairNamesShape } from './pairNames.ts';
import { ANNUAL_UNITS } from '../domain/estimate.ts';
import { OBJECTIVE_NAMES } from './allocateAnswer.ts';
import { annualSchema, rangeSchema } from './figures.ts';

const language = z.object({ lang: z.enum(['nb', 'en']).default('nb') });
const id = z.string().min(1).max(300);
const name = z.string().trim().min(1).max(200);
const textOrNone = z.string().trim().max(300).nullable().default(null);
/** °C */
const degrees = z.number().min(-270).max(2000);

export const newCompanySchema = z.object({
  key: z.string().min(1).max(40),
  name,
  activity: textOrNone,
  nace: z.string().trim().max(20).nullable().default(null),
  place: z.object({ lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) }).nullable(),
  flows: z
    .array(
      z.object({
        gives: z.boolean(),
        words: name,
        amount: z.number().nonnegative().max(1e12).nullable(),
        unit: z.enum(ANNUAL_UNITS),
        temperature: degrees.nullable(),
      }),
    )
    .max(40),
});

export const changeSchema = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('temperature'), flow: id, to: degrees }),
    z.object({ kind: z.literal('amount'), flow: id, times: z.number().min(0).max(100) }),
    z.object({ kind: z.literal('price'), lever: z.string().max(40), times: z.number().min(0).max(100) }),
    z.object({ kind: z.literal('leaves'), company: id }),
    z.object({ kind: z.literal('joins'), company: newCompanySchema }),
  ])
  .meta({ id: 'Change' });
const changes = z.array(changeSchema).max(500);

export const livePairSchema = z
  .object({
    ...pairNamesShape,
    /** Name of the resource, and of its family. */
    resource: z.string().nullable(),
    group: z.string().nullable(),
    resource_id: z.string().nullable(),
    score: z.number(),
    volume: annualSchema.nullable(),
    nok_per_year: rangeSchema.nullable(),
    t_co2e_per_year: rangeSchema.nullable(),
    distance_km: z.number().nullable(),
    /** How much of it the allocation uses; null: none. */
    used: annualSchema.nullable(),
  })
  .meta({ id: 'LivePair' });

export const meetingFrameSchema = z
  .object({
    /** Whether the allocation is the best there is; else the largest deal first. */
    exact: z.boolean(),
    /** Whether the solver proved it best; null where it was not asked. */
    proved: z.boolean().nullable(),
    figures: z.object({
      nok_per_year: rangeSchema.nullable(),
      t_co2e_per_year: rangeSchema.nullable(),
      /** Mean share 0..1 of each surplus that finds a taker. */
      placed: z.number().nullable(),
      matches: z.number().int(),
      used: z.number().int(),
      unvalued: z.number().int(),
    }),
    /** The best matches, best first, and every pair that is used. */
    pairs: z.array(livePairSchema),
    /** Changes that speak of flows or companies that are not there any more, by their places in the list. */
    unknown: z.array(z.number().int()),
  })
  .meta({ id: 'MeetingFrame' });

export const meetingStartSchema = z
  .object({
    cluster: z.string(),
    levers: z.array(z.object({ id: z.string(), name: z.string(), least: z.number(), most: z.number(), step: z.number() })),
    companies: z.array(
      z.object({ id: z.string(), name: z.string(), lat: z.number().nullable(), lon: z.number().nullable(), flows: z.number().int() }),
    ),
    flows: z.array(
      z.object({
        id: z.string(),
        company: z.string(),
        company_name: z.string(),
        words: z.string(),
        gives: z.boolean(),
        annual: annualSchema.nullable(),
        /** °C at which it is supplied. */
        temperature: z.number().nullable(),
      }),
    ),
  })
  .meta({ id: 'MeetingStart' });

export const scenarioSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    changes: z.array(changeSchema),
    /** Who made it, in words. */
    author: z.string(),
    made_at: z.string(),
    changed_at: z.string(),
    version: z.number().int(),
  })
  .meta({ id: 'Scenario' });

const affected = z.object({
  flow: z.string(),
  words: z.string(),
  company: z.string(),
  company_name: z.string(),
  lost: z.array(livePairSchema),
  next: z.array(livePairSchema),
});
export const leavingSchema = z
  .object({
    company: z.object({ id: z.string(), name: z.string() }),
    before: meetingFrameSchema.shape.figures,
    after: meetingFrameSchema.shape.figures,
    /** Matches with the company, best first, at most `MOST_TOLD`; `lost_count` is all. */
    lost: z.array(livePairSchema),
    lost_count: z.number().int(),
    exchanges: z.array(
      z.object({ id: z.string(), from_name: z.string(), to_name: z.string(), resource: z.string(), annual: annualSchema.nullable() }),
    ),
    stranded: z.array(affected),
    affected: z.array(affected),
  })
  .meta({ id: 'Leaving' });

export const fairShareSchema = z
  .object({
    /** `none`: no share keeps everybody; the one told comes nearest. */
    rule: z.enum(['shapley', 'nucleolus', 'none']),
    nok_per_year: z.number(),
    partners: z.array(z.object({ id: z.string(), name: z.string(), nok_per_year: z.number(), alone_nok_per_year: z.number() })),
    /** The smaller group that would make most more by itself; null: none would. */
    leaving: z.object({ companies: z.array(z.string()), gain_nok_per_year: z.number() }).nullable(),
    /** Chosen pairs whose worth is not known: they count as nothing. */
    unvalued: z.number().int(),
  })
  .meta({ id: 'FairShare' });

const tried = z.object({ changes, objective: z.enum(OBJECTIVE_NAMES).default('value') });

export const SCENARIO_ROUTES = {
  meeting: {
    method: 'get',
    path: '/clusters/{cluster}/meeting',
    query: language,
    body: null,
    answer: meetingStartSchema,
    summary: 'What can be moved in meeting mode: price levers, companies and flows of a cluster; for facilitators',
  },
  meetingFrame: {
    method: 'post',
    path: '/clusters/{cluster}/meeting/frame',
    query: language,
    body: tried,
    answer: meetingFrameSchema,
    summary: 'Figures, matches and the greedy allocation of a cluster with changes on top; nothing is stored',
  },
  meetingExact: {
    method: 'post',
    path: '/clusters/{cluster}/meeting/exact',
    query: language,
    body: tried,
    answer: meetingFrameSchema,
    summary: 'The same with the best allocation; takes up to some seconds',
  },
  leaving: {
    method: 'post',
    path: '/clusters/{cluster}/meeting/leaving',
    query: language,
    body: tried.extend({ company: id }),
    answer: leavingSchema,
    summary: 'What is lost where a company leaves, who is left alone, and what could take its place',
  },
  fairShare: {
    method: 'post',
    path: '/clusters/{cluster}/meeting/share',
    query: language,
    body: z.object({
      changes,
      pairs: z
        .array(z.object({ surplus: id, need: id, via: z.array(z.string()).max(20) }))
        .min(1)
        .max(60),
    }),
    answer: fairShareSchema,
    summary: 'How the companies behind some matches may share their joint saving, so that nobody is better off alone or in a smaller group',
  },
  scenarios: {
    method: 'get',
    path: '/clusters/{cluster}/scenarios',
    query: language,
    body: null,
    answer: z.array(scenarioSchema),
    summary: 'Scenarios that are kept, oldest first; for facilitators',
  },
  scenarioAdd: {
    method: 'post',
    path: '/clusters/{cluster}/scenarios',
    query: language,
    body: z.object({ name, changes }),
    answer: scenarioSchema,
    summary: 'Keeps a scenario under a name',
  },
  scenarioChange: {
    method: 'patch',
    path: '/clusters/{cluster}/scenarios/{scenario}',
    query: language,
    body: z.object({ name, changes, version: z.number().int().positive() }),
    answer: scenarioSchema,
    summary: 'Changes a scenario that is kept, or its name',
  },
  scenarioRemove: {
    method: 'delete',
    path: '/clusters/{cluster}/scenarios/{scenario}',
    query: language.extend({ version: z.coerce.number().int().positive() }),
    body: null,
    answer: z.array(scenarioSchema),
    summary: 'Takes a scenario away; it is kept in the database',
  },
} as const;

export type ChangeShown = z.infer<typeof changeSchema>;
export type LivePair = z.infer<typeof livePairSchema>;
export type MeetingFrame = z.infer<typeof meetingFrameSchema>;
export type MeetingStart = z.infer<typeof meetingStartSchema>;
export type ScenarioShown = z.infer<typeof scenarioSchema>;
export type LeavingShown = z.infer<typeof leavingSchema>;
export type FairShareShown = z.infer<typeof fairShareSchema>;
