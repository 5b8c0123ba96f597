// What allocation says: on the command line (`allocate --json`).
import { z } from 'zod';
import { annualSchema } from './figures.ts';

export const OBJECTIVE_NAMES = ['value', 'co2e', 'placed'] as const;

/** Why a flow, or what is left of it, has no taker. */
export const UNPLACED_WHYS = [
  'unknown amount',
  'no taker',
  'taker full',
  'below minimum lot',
  'out of season',
  'not worth it',
  'value unknown',
  'no common unit',
  'taker of unknown amount',
  'only unlikely matches',
] as const;

export const allocateAnswerSchema = z
  .object({
    allocations: z.array(
      z.object({
        surplus: z.string(),
        need: z.string(),
        via: z.array(z.string()),
        quantity: annualSchema,
        share_of_surplus: z.number().min(0).max(1),
      }),
    ),
    /** NOK a year, t CO2e a year or a share 0..1; null where no match knows the figure, or (bound) the solver said nothing. */
    objective: z.object({
      name: z.enum(OBJECTIVE_NAMES),
      value: z.number().nullable(),
      greedy: z.number().nullable(),
      bound: z.number().nullable(),
      proved: z.boolean(),
    }),
    /** What one more unit of a flow would add to the objective; null where the solver said nothing. */
    shadow_prices: z.array(z.object({ flow: z.string(), per_unit: z.number(), unit: z.string() })).nullable(),
    unplaced: z.array(z.object({ flow: z.string(), quantity: annualSchema.nullable(), why: z.enum(UNPLACED_WHYS) })),
  })
  .meta({ id: 'AllocateAnswer' });

export type AllocateAnswer = z.infer<typeof allocateAnswerSchema>;
