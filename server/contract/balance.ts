// In against out, yields against typical ones, and how well a cluster is screened.
import { z } from 'zod';

const language = z.object({ lang: z.enum(['nb', 'en']).default('nb') });
const share = z.object({ stated: z.number().int(), of: z.number().int() });

export const balanceSchema = z
  .object({
    /** Null: the whole company; '': flows without a process. */
    process: z.string().nullable(),
    unit: z.enum(['t', 'MWh']),
    into: z.number(),
    out: z.number(),
    unexplained: z.number(),
    verdict: z.enum(['closed', 'over', 'missing', 'oneSided']),
    proposals: z.array(z.object({ flow: z.string(), words: z.string(), amount: z.number(), unit: z.enum(['t', 'MWh']) })),
  })
  .meta({ id: 'Balance' });

export const yieldSchema = z
  .object({
    process: z.string().nullable(),
    unit: z.string(),
    product: z.number(),
    raw: z.number(),
    value: z.number(),
    against: z.array(
      z.object({
        name: z.string(),
        low: z.number(),
        likely: z.number(),
        high: z.number(),
        standing: z.enum(['below', 'within', 'above']),
        evidence: z.string(),
        source: z.string(),
      }),
    ),
  })
  .meta({ id: 'Yield' });

export const balancePageSchema = z
  .object({
    company: z.object({ id: z.string(), name: z.string() }),
    cluster: z.string(),
    balances: z.array(balanceSchema),
    uncounted: z.array(
      z.object({ flow: z.string(), words: z.string(), why: z.enum(['noAmount', 'otherUnit', 'noUnit']), unit: z.string().nullable() }),
    ),
    yields: z.array(yieldSchema),
    /** Whether this viewer may type in the company. */
    may_type: z.boolean(),
  })
  .meta({ id: 'BalancePage' });

export const coverageSchema = z
  .object({
    company: z.string(),
    name: z.string(),
    flows: z.number().int(),
    gives: z.number().int(),
    takes: z.number().int(),
    shares: z.object({ quantity: share, temperature: share, price: share, quality: share, period: share, meaning: share }),
    measured: share,
    grade: z.enum(['none', 'little', 'some', 'good']),
  })
  .meta({ id: 'Coverage' });

export const BALANCE_ROUTES = {
  balance: {
    method: 'get',
    path: '/companies/{company}/balance',
    query: language,
    body: null,
    answer: balancePageSchema,
    summary: 'What a company and its processes take in against what they give off, with what could be wrong; yields against typical ones',
  },
  coverage: {
    method: 'get',
    path: '/clusters/{cluster}/coverage',
    query: language,
    body: null,
    answer: z.array(coverageSchema),
    summary: 'How well each company of a cluster is screened',
  },
} as const;

export type BalancePageShown = z.infer<typeof balancePageSchema>;
export type BalanceShown = z.infer<typeof balanceSchema>;
export type CoverageShown = z.infer<typeof coverageSchema>;
