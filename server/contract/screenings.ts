// Screenings: what one site stated for one period, when, by whom, how far it is checked, and whether it asks to be checked again.
import { z } from 'zod';
import { SCREENING_STATES } from '../domain/screening.ts';

export const screeningSchema = z
  .object({
    id: z.string(),
    company: z.string(),
    site: z.string().nullable(),
    period: z.string().nullable(),
    /** ISO 8601 day; null: nobody says. */
    date: z.string().nullable(),
    by: z.string().nullable(),
    state: z.enum(SCREENING_STATES),
    /** Fields that a person decided on. */
    decided: z.array(z.enum(['date', 'by', 'state'])),
    import: z.number().int(),
    imported_at: z.string(),
    imported_by: z.string(),
    /** The day from which the age counts, and whole months since. */
    since: z.string(),
    age_months: z.number().int(),
    check_again: z.boolean(),
    /** Whether this viewer may change it. */
    may_change: z.boolean(),
  })
  .meta({ id: 'Screening' });

/** What is left out stays as it is; null takes a decision back, so that the file holds again. */
export const screeningChangeSchema = z
  .object({
    state: z.enum(SCREENING_STATES).nullable().optional(),
    date: z.iso.date().nullable().optional(),
    by: z.string().trim().min(1).max(200).nullable().optional(),
  })
  .meta({ id: 'ScreeningChange' });

export type ScreeningShown = z.infer<typeof screeningSchema>;
export type ScreeningChange = z.infer<typeof screeningChangeSchema>;

export const SCREENING_ROUTES = {
  screenings: {
    method: 'get',
    path: '/clusters/{cluster}/screenings',
    query: z.object({ company: z.string().max(200).optional() }),
    body: null,
    answer: z.array(screeningSchema),
    summary: 'The screenings of a cluster, or of one company of it: when, by whom, how far checked, how old',
  },
  screeningChange: {
    method: 'patch',
    path: '/screenings/{screening}',
    query: z.object({}),
    body: screeningChangeSchema,
    answer: screeningSchema,
    summary: 'Sets the state, the date or who made a screening',
  },
} as const;
