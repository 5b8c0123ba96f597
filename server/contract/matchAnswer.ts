// What matching says: on the command line (`match --json`), on the cluster page and on a match's own page.
import { z } from 'zod';
import { CHECKS } from '../domain/match.ts';
import { annualSchema, rangeSchema } from './figures.ts';

export const checkSchema = z
  .object({
    check: z.enum(CHECKS),
    verdict: z.enum(['pass', 'warn', 'fail', 'unknown']),
    reason: z.string(),
    gap: z.object({ value: z.number(), unit: z.string() }).nullable(),
    change: z
      .object({
        field: z.string(),
        flow: z.string(),
        from: z.union([z.string(), z.number()]).nullable(),
        to: z.union([z.string(), z.number()]),
        unit: z.string().nullable(),
      })
      .nullable(),
  })
  .meta({ id: 'Check' });

export const matchSchema = z
  .object({
    surplus: z.string(),
    need: z.string(),
    score: z.number().min(0).max(1),
    tie: z.number().int(),
    parts: z.array(z.object({ name: z.string(), value: z.number(), weight: z.number() })),
    rule: z.string(),
    via: z.array(z.string()),
    checks: z.array(checkSchema),
    volume: annualSchema.nullable(),
    distance_km: z.number().nullable(),
    nok_per_year: rangeSchema.nullable(),
    t_co2e_per_year: rangeSchema.nullable(),
    assumed: z.array(z.object({ text: z.string(), factor: z.string().nullable(), judgement: z.boolean() })),
    questions: z.array(z.object({ text: z.string(), flow: z.string(), field: z.string(), worth_nok_per_year: z.number().nullable() })),
  })
  .meta({ id: 'Match' });

export const matchAnswerSchema = z.object({ matches: z.array(matchSchema), refused: z.array(matchSchema) }).meta({ id: 'MatchAnswer' });

export type MatchAnswer = z.infer<typeof matchAnswerSchema>;
export type MatchShown = z.infer<typeof matchSchema>;
