// What a cluster gives and asks for, added up so that no company is given away.
import { z } from 'zod';
import { ANNUAL_UNITS } from '../domain/estimate.ts';

export const totalsSchema = z
  .object({
    /** As of which day: totals change once a day. */
    day: z.string(),
    rows: z.array(
      z.object({
        resource: z.string(),
        name: z.string(),
        /** Of which the others in it are part; null for a family's own total. */
        family: z.string().nullable(),
        side: z.enum(['offered', 'asked']),
        unit: z.enum(ANNUAL_UNITS),
        amount: z.number(),
      }),
    ),
  })
  .meta({ id: 'Totals' });

export const TOTALS_ROUTES = {
  totals: {
    method: 'get',
    path: '/clusters/{cluster}/totals',
    query: z.object({ lang: z.enum(['nb', 'en']).default('nb') }),
    body: null,
    answer: totalsSchema,
    summary: 'Totals by class of resource; a class behind which too few companies stand is left out as if empty',
  },
} as const;
export type TotalsShown = z.infer<typeof totalsSchema>;
