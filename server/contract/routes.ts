// Every route of the API, once: the server answers by it, the browser asks by it, and the OpenAPI document is made from it.
import { z } from 'zod';
import { clusterPageSchema, clusterSchema, companyPageSchema, companySchema, sourceSchema } from './clusters.ts';
import { BALANCE_ROUTES } from './balance.ts';
import { ENTRY_ROUTES } from './entry.ts';
import { readRoutes } from './drawnRoutes.ts';
import { heatBoundSchema, heatPageSchema } from './heatAnswer.ts';
import { matchAnswerSchema } from './matchAnswer.ts';
import { importSchema, previewOptionsSchema, previewSchema } from './previews.ts';
import { ACCOUNT_ROUTES } from './accounts.ts';
import { LEAD_ROUTES } from './leads.ts';
import { MEMBER_ROUTES } from './member.ts';
import { REGISTER_ROUTES } from './registers.ts';
import { SCENARIO_ROUTES } from './scenarios.ts';
import { RUNNING_ROUTES } from './running.ts';
import { RULE_ROUTES } from './rules.ts';
import { SCREENING_ROUTES } from './screenings.ts';
import { FORGET_ROUTES } from './forget.ts';
import { TOTALS_ROUTES } from './totals.ts';
import { VIEWER_ROUTES } from './viewer.ts';

const language = z.object({ lang: z.enum(['nb', 'en']).default('nb') });

export const healthSchema = z
  .object({ ok: z.boolean(), database: z.string(), demo: z.boolean(), schema: z.number().int(), version: z.string() })
  .meta({ id: 'Health' });

export const errorSchema = z.object({ error: z.object({ code: z.string(), nb: z.string(), en: z.string() }) }).meta({ id: 'Error' });

/** Path parameters are written `{name}`. `upload`: the body is multipart/form-data with one part `file`. `stream`: server-sent events. */
/** What a heat network is chosen from, apart from who is on it. */
const heatGround = {
  /** Least difference of a liquid pair, K; the usual one when left out. */
  approach: z.coerce.number().min(0.5).max(100).optional(),
  /** Pipe routes that somebody drew: `site~site~lat,lon~lat,lon!site~site`. */
  routes: z
    .string()
    .max(50_000)
    .default('')
    .refine((text) => readRoutes(text) !== null)
    .transform((text) => readRoutes(text) ?? []),
};

export const ROUTES = {
  health: {
    method: 'get',
    path: '/health',
    query: z.object({}),
    body: null,
    answer: healthSchema,
    summary: 'Whether the server is well, and which database it serves',
  },
  clusters: {
    method: 'get',
    path: '/clusters',
    query: z.object({}),
    body: null,
    answer: z.array(clusterSchema),
    summary: 'The clusters of the database',
  },
  cluster: {
    method: 'get',
    path: '/clusters/{cluster}',
    query: language,
    body: null,
    answer: clusterPageSchema,
    summary: 'Companies, flows and exchanges of a cluster',
  },
  matches: {
    method: 'get',
    path: '/clusters/{cluster}/matches',
    query: language.extend({
      refused: z.enum(['yes', 'no']).default('no'),
      limit: z.coerce.number().int().positive().max(5000).default(500),
    }),
    body: null,
    answer: matchAnswerSchema,
    summary: 'Matches of a cluster, best first, with their reasons',
  },
  heat: {
    method: 'get',
    path: '/clusters/{cluster}/heat',
    query: language.extend({
      network: z.enum(['yes', 'no']).default('yes'),
      /** Ids of flows that are switched off in the network, comma-separated. */
      off: z
        .string()
        .max(50_000)
        .default('')
        .transform((text) => text.split(',').filter((id) => id !== '')),
      ...heatGround,
    }),
    body: null,
    answer: heatPageSchema,
    summary: 'Heat that the companies could pass to each other, with curves, pairs and a network',
  },
  heatBound: {
    method: 'get',
    path: '/clusters/{cluster}/heat/bound',
    query: z.object(heatGround),
    body: null,
    answer: heatBoundSchema,
    summary: 'What no heat network of a cluster can be worth more than; takes a second or more',
  },
  companies: {
    method: 'get',
    path: '/clusters/{cluster}/companies',
    query: z.object({}),
    body: null,
    answer: z.array(companySchema),
    summary: 'The companies of a cluster',
  },
  company: {
    method: 'get',
    path: '/companies/{company}',
    query: language,
    body: null,
    answer: companyPageSchema,
    summary: 'One company with its flows and exchanges',
  },
  source: {
    method: 'get',
    path: '/flows/{flow}/source',
    query: z.object({}),
    body: null,
    answer: sourceSchema,
    summary: 'File, line and original cells a flow was read from',
  },
  preview: {
    method: 'post',
    path: '/previews',
    query: z.object({ cluster: z.string().min(1) }),
    body: 'upload',
    answer: previewSchema,
    summary: 'Reads a file and shows what was understood; stores nothing',
  },
  previewAgain: {
    method: 'patch',
    path: '/previews/{preview}',
    query: language,
    body: previewOptionsSchema,
    answer: previewSchema,
    summary: 'Reads the same file with other options',
  },
  previewState: {
    method: 'get',
    path: '/previews/{preview}',
    query: language,
    body: null,
    answer: previewSchema,
    summary: 'The preview as it stands now',
  },
  previewEvents: {
    method: 'get',
    path: '/previews/{preview}/events',
    query: language,
    body: null,
    answer: 'stream',
    summary: 'The preview as it changes, as server-sent events',
  },
  previewCancel: {
    method: 'delete',
    path: '/previews/{preview}',
    query: z.object({}),
    body: null,
    answer: z.object({ cancelled: z.boolean() }),
    summary: 'Drops a preview or stops its import; nothing is left',
  },
  commit: {
    method: 'post',
    path: '/imports',
    query: z.object({}),
    body: z.object({ preview: z.string() }),
    answer: previewSchema,
    summary: 'Stores what a preview showed',
  },
  imports: {
    method: 'get',
    path: '/imports',
    query: z.object({}),
    body: null,
    answer: z.array(importSchema),
    summary: 'All imports, newest first',
  },
  undo: {
    method: 'post',
    path: '/imports/{import}/undo',
    query: z.object({}),
    body: z.object({ even_edited: z.boolean().default(false) }),
    answer: importSchema,
    summary: 'Restores what was stored before the import, exactly',
  },
  rejected: {
    method: 'get',
    path: '/previews/{preview}/rejected.csv',
    query: language,
    body: null,
    answer: 'csv',
    summary: 'The rejected rows as a file with the reason beside each',
  },
  own: {
    method: 'post',
    path: '/own',
    query: z.object({}),
    body: z.object({}),
    answer: healthSchema,
    summary: "Leaves the demo and opens a database of one's own, empty when new",
  },
  ...LEAD_ROUTES,
  ...SCREENING_ROUTES,
  ...REGISTER_ROUTES,
  ...SCENARIO_ROUTES,
  ...MEMBER_ROUTES,
  ...VIEWER_ROUTES,
  ...FORGET_ROUTES,
  ...TOTALS_ROUTES,
  ...ACCOUNT_ROUTES,
  ...ENTRY_ROUTES,
  ...BALANCE_ROUTES,
  ...RULE_ROUTES,
  ...RUNNING_ROUTES,
} as const;

export type RouteName = keyof typeof ROUTES;
export const API_ROOT = '/api/v1';
