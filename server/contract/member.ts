// What a company has of its own here: its leads, questions worth answering, who may see what and who did; and tables as files.
import { z } from 'zod';
import { SHARING_LEVELS } from '../domain/sharing.ts';
import { blindLeadSchema, leadSchema } from './leads.ts';

const language = z.object({ lang: z.enum(['nb', 'en']).default('nb') });
const sharing = z.enum(SHARING_LEVELS);

export const ownPageSchema = z
  .object({
    company: z.string(),
    leads: z.array(leadSchema),
    blind: z.array(blindLeadSchema),
    questions: z.array(
      z.object({
        flow: z.string(),
        words: z.string(),
        text: z.string(),
        /** By how much its answer could move the likely gain of one match, NOK a year; null where that is not known. */
        worth_nok_per_year: z.number().nullable(),
        /** Matches that ask it. */
        matches: z.number().int(),
      }),
    ),
    /** Own flows as they could run with the best possible matches; a neighbour has a name once both said yes, before that a band of size. */
    uses: z.array(
      z.object({
        flow: z.string(),
        other: z.string().nullable(),
        unit: z.string(),
        /** The band's ends, or low and high; null: no such end. `likely` is the middle, never above what is left of the own flow. */
        from: z.number().nullable(),
        likely: z.number(),
        to: z.number().nullable(),
      }),
    ),
    flows: z.array(z.object({ id: z.string(), words: z.string(), gives: z.boolean(), sharing })),
    /** Latest first. */
    reads: z.array(
      z.object({
        who: z.string(),
        words: z.string().nullable(),
        what: z.string(),
        first_at: z.string(),
        last_at: z.string(),
        times: z.number().int(),
      }),
    ),
  })
  .meta({ id: 'OwnPage' });

export const MEMBER_ROUTES = {
  ownPage: {
    method: 'get',
    path: '/companies/{company}/own',
    query: language,
    body: null,
    answer: ownPageSchema,
    summary: 'Leads, questions worth answering, sharing and who saw what, for whoever may answer for the company',
  },
  ownEverything: {
    method: 'get',
    path: '/companies/{company}/everything/{format}',
    query: language,
    body: null,
    answer: 'file',
    summary: 'Everything that is the company’s own as one file: `json` or `xlsx`',
  },
  flowSharing: {
    method: 'post',
    path: '/flows/{flow}/sharing',
    query: language,
    body: z.object({ sharing: sharing.nullable() }),
    answer: z.object({ flow: z.string(), sharing }),
    summary: 'Who may see a flow; null takes back what was decided',
  },
  tableFile: {
    method: 'get',
    path: '/clusters/{cluster}/tables/{table}/{format}',
    query: language,
    body: null,
    answer: 'file',
    summary: 'A table as a file: `leads`, `matches` or `registers`, as `csv` or `xlsx`',
  },
} as const;

export type OwnPage = z.infer<typeof ownPageSchema>;
