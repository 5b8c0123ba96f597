// What stands behind a match's rule: what can serve what, on which terms, and what the law asks of it.
import { z } from 'zod';

export const ruleSchema = z
  .object({
    id: z.string(),
    resource: z.string(),
    use: z.string(),
    conditions: z.string().nullable(),
    pretreatment: z.string().nullable(),
    /** Law flags, each with its own question in the language asked for. */
    law: z.array(z.object({ flag: z.string(), name: z.string(), ask: z.string(), source: z.string() })),
    /** `judgement` and the like. */
    evidence: z.string(),
    source: z.string(),
  })
  .meta({ id: 'Rule' });

export const RULE_ROUTES = {
  rule: {
    method: 'get',
    path: '/rules/{rule}',
    query: z.object({ lang: z.enum(['nb', 'en']).default('nb') }),
    body: null,
    answer: ruleSchema,
    summary: 'A rule of matching by its id: resource and use in words, terms, and what the law asks',
  },
} as const;

export type RuleShown = z.infer<typeof ruleSchema>;
