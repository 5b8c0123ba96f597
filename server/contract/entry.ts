// A screening as it is being typed: kept, checked while typing, and stored as an import.
import { z } from 'zod';
import { ENTRY_FIELDS } from '../domain/entry.ts';
import { annualSchema } from './figures.ts';
import { changesSchema } from './previews.ts';

const language = z.object({ lang: z.enum(['nb', 'en']).default('nb') });
const cell = z.string().max(4_000);
const MOST_ROWS = 2_000;

export const entryRowSchema = z
  .object({
    id: z.string().min(1).max(60),
    /** By field; cells that are empty are left out. */
    cells: z.partialRecord(z.enum(ENTRY_FIELDS), cell),
    /** Cells of the stored record that the grid has no column for, by their header: kept as they are. */
    others: z.record(z.string().max(400), cell),
    /** The question of the quick screening that the row answers. */
    question: z.string().max(60).nullable(),
    /** The stored flow that the row shows. */
    flow: z.string().max(200).nullable(),
  })
  .meta({ id: 'EntryRow' });

export const entryContentSchema = z
  .object({
    cluster: z.string().min(1).max(200),
    /** Null: a company that is not stored yet. */
    company: z.string().max(200).nullable(),
    facts: z.object({ company: cell, org_number: cell, municipality: cell, nace: cell, activity: cell }),
    rows: z.array(entryRowSchema).max(MOST_ROWS),
    decimal: z.enum([',', '.']).nullable(),
  })
  .meta({ id: 'EntryContent' });

export const entrySchema = z
  .object({
    id: z.string(),
    /** 0: nothing was typed since it was stored. */
    version: z.number().int(),
    changed_at: z.string().nullable(),
    by: z.string().nullable(),
    content: entryContentSchema,
  })
  .meta({ id: 'Entry' });

export const entryKeptSchema = z.object({ version: z.number().int(), changed_at: z.string() }).meta({ id: 'EntryKept' });

export const meaningSchema = z
  .object({ resource: z.string(), name: z.string(), group: z.string().nullable(), kind: z.string(), weight: z.number() })
  .meta({ id: 'Meaning' });

export const entryMessageSchema = z
  .object({
    /** Null: it speaks of the company or of all rows. */
    row: z.string().nullable(),
    /** Column of the grid or fact of the company; null: the whole row. */
    field: z.string().nullable(),
    severity: z.enum(['error', 'warning', 'info']),
    code: z.string(),
    text: z.string(),
    /** What to write instead, cell by cell; empty where only a person can know. */
    repair: z.array(z.object({ field: z.string(), text: z.string() })),
  })
  .meta({ id: 'EntryMessage' });

export const entryCheckSchema = z
  .object({
    /** False: it cannot be stored as it stands. */
    storable: z.boolean(),
    rows: z.array(
      z.object({
        row: z.string(),
        /** Null: refused or left out. */
        direction: z.enum(['in', 'out']).nullable(),
        role: z.string().nullable(),
        gives: z.boolean(),
        annual: annualSchema.nullable(),
        /** What the words mean, best first. */
        meanings: z.array(meaningSchema),
      }),
    ),
    messages: z.array(entryMessageSchema),
    /** A stored company of this name or number, where the draft is of a new one. */
    existing: z.object({ id: z.string(), name: z.string() }).nullable(),
  })
  .meta({ id: 'EntryCheck' });

export const entrySavedSchema = z
  .object({ import: z.number().int().nullable(), company: z.string(), changes: changesSchema })
  .meta({ id: 'EntrySaved' });

export const typicalFlowSchema = z
  .object({
    id: z.string(),
    /** Branch it is typical of. */
    branch: z.string(),
    direction: z.enum(['in', 'out']),
    role: z.string(),
    words: z.string(),
    /** So much for each unit of the driver. */
    low: z.number(),
    likely: z.number(),
    high: z.number(),
    unit: z.string(),
    driver: z.string(),
    driver_unit: z.string(),
    temperature: z.number().nullable(),
    evidence: z.string(),
    source: z.string(),
    year: z.number().int(),
  })
  .meta({ id: 'TypicalFlow' });

export const ENTRY_ROUTES = {
  entries: {
    method: 'get',
    path: '/entries',
    query: z.object({}),
    body: null,
    answer: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        cluster: z.string(),
        company: z.string().nullable(),
        rows: z.number().int(),
        changed_at: z.string(),
      }),
    ),
    summary: 'What was typed and is not stored yet, the latest first',
  },
  entry: {
    method: 'get',
    path: '/entries/{entry}',
    query: language.extend({ cluster: z.string().max(200).optional() }),
    body: null,
    answer: entrySchema,
    summary: "What was typed of a company (`company:ID`, or `new:` and an id of one's own); where nothing was, its stored flows",
  },
  entryKeep: {
    method: 'put',
    path: '/entries/{entry}',
    query: z.object({}),
    body: z.object({ base: z.number().int().min(0), content: entryContentSchema }),
    answer: entryKeptSchema,
    summary: 'Keeps what is typed, if nobody kept anything since version `base`',
  },
  entryDrop: {
    method: 'delete',
    path: '/entries/{entry}',
    query: z.object({}),
    body: null,
    answer: z.object({ dropped: z.boolean() }),
    summary: 'Throws away what was typed and not stored',
  },
  entryCheck: {
    method: 'post',
    path: '/entries/{entry}/check',
    query: language,
    body: entryContentSchema,
    answer: entryCheckSchema,
    summary: 'Reads what is typed as an import would, and says what is wrong where; stores nothing',
  },
  entrySave: {
    method: 'post',
    path: '/entries/{entry}/save',
    query: language,
    body: z.object({ version: z.number().int().min(1) }),
    answer: entrySavedSchema,
    summary: 'Stores what was typed as an import',
  },
  meanings: {
    method: 'get',
    path: '/meanings',
    query: language.extend({
      words: z.string().max(400),
      direction: z.enum(['in', 'out', '']).default(''),
      nace: z.string().max(40).default(''),
      activity: z.string().max(400).default(''),
    }),
    body: null,
    answer: z.array(meaningSchema),
    summary: 'What words may mean in the taxonomy, best first',
  },
  template: {
    method: 'get',
    path: '/templates/{format}',
    query: language,
    body: null,
    answer: 'file',
    summary: 'An empty screening to fill in: `csv`, or `xlsx` with guidance and drop-down lists',
  },
  typicalFlows: {
    method: 'get',
    path: '/typical-flows',
    query: language.extend({ nace: z.string().max(40).default(''), activity: z.string().max(400).default('') }),
    body: null,
    answer: z.array(typicalFlowSchema),
    summary: 'What companies of a branch usually take in and give off, for each unit of what they make or handle',
  },
} as const;

export type EntryShown = z.infer<typeof entrySchema>;
export type EntryContentShown = z.infer<typeof entryContentSchema>;
export type EntryRowShown = z.infer<typeof entryRowSchema>;
export type EntryCheckShown = z.infer<typeof entryCheckSchema>;
export type EntryMessageShown = z.infer<typeof entryMessageSchema>;
export type EntrySavedShown = z.infer<typeof entrySavedSchema>;
export type MeaningShown = z.infer<typeof meaningSchema>;
export type TypicalFlowShown = z.infer<typeof typicalFlowSchema>;
