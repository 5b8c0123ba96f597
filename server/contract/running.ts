// Looking after the server: its figures, its backups, and whether the data is whole. For administrators and the person at this machine.
import { z } from 'zod';

const none = z.object({});
const counts = z.record(z.string(), z.number().int());

/** Counts and timings, never what is stored. */
export const metricsSchema = z
  .object({
    version: z.string(),
    schema: z.number().int(),
    up_seconds: z.number(),
    memory_mb: z.object({ resident: z.number(), heap: z.number() }),
    /** How late the event loop was over the last minute, at most, and at its 99th percentile. */
    loop_delay_ms: z.object({ p99: z.number(), most: z.number() }),
    database_mb: z.object({ file: z.number(), log: z.number() }),
    stored: z.object({ clusters: z.number().int(), companies: z.number().int(), rows: z.number().int(), imports: z.number().int() }),
    open_streams: z.number().int(),
    /** Answers by the first digit of their status. */
    answers: counts,
    /** By route of the contract: how many, and how long they took, in ms. Percentiles are upper ends of steps. */
    routes: z.record(z.string(), z.object({ count: z.number().int(), mean_ms: z.number(), p50_ms: z.number(), p99_ms: z.number() })),
    /** What was logged as a security event, by its name, since the start. */
    events: counts,
    last_backup: z.string().nullable(),
  })
  .meta({ id: 'Metrics' });

export const backupsSchema = z
  .object({
    /** Null: no folder was named when the server was started. */
    folder: z.string().nullable(),
    /** Hours between two; null: only when asked. */
    every_hours: z.number().nullable(),
    keep: z.number().int().nullable(),
    /** Newest first. */
    backups: z.array(z.object({ name: z.string(), at: z.string(), mb: z.number() })),
    /** What went wrong with the last one; null: nothing did. */
    problem: z.object({ nb: z.string(), en: z.string() }).nullable(),
  })
  .meta({ id: 'Backups' });

export const RUNNING_ROUTES = {
  metrics: {
    method: 'get',
    path: '/metrics',
    query: none,
    body: null,
    answer: metricsSchema,
    summary: 'Counts and timings of the server; nothing of what is stored',
  },
  backups: {
    method: 'get',
    path: '/backups',
    query: none,
    body: null,
    answer: backupsSchema,
    summary: 'The backups that are kept, newest first, and when they are made',
  },
  backupMake: {
    method: 'post',
    path: '/backups',
    query: none,
    body: z.strictObject({}),
    answer: backupsSchema,
    summary: 'Makes a backup now and reads it through; the oldest beyond those to keep go',
  },
  backupRestore: {
    method: 'post',
    path: '/backups/{backup}/restore',
    query: none,
    body: z.strictObject({}),
    answer: z.object({ file: z.string() }),
    summary: 'Makes a new database file of a backup, beside the one in use, which stays as it is',
  },
  check: {
    method: 'post',
    path: '/check',
    query: none,
    body: z.strictObject({}),
    answer: z.object({ ok: z.boolean(), problems: z.array(z.string()) }),
    summary: 'Reads the whole database through and names what is not as it should be',
  },
} as const;

export type MetricsShown = z.infer<typeof metricsSchema>;
export type BackupsShown = z.infer<typeof backupsSchema>;
