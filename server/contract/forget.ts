// Leaving: everything of a company goes for good.
import { z } from 'zod';

export const FORGET_ROUTES = {
  forgetCompany: {
    method: 'post',
    path: '/companies/{company}/forget',
    query: z.object({}),
    /** The company's name as it is shown: typed by whoever means it. */
    body: z.object({ name: z.string() }),
    answer: z.object({ flows: z.number().int(), exchanges: z.number().int(), leads: z.number().int() }).meta({ id: 'Forgotten' }),
    summary: 'Deletes everything a company stated and everything said about it; cannot be undone',
  },
} as const;
