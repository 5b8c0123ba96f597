// Figures as every answer shows them: low, likely, high with a unit; null for what is not known.
import { z } from 'zod';
import { ANNUAL_UNITS } from '../domain/estimate.ts';

const end = z.number().nullable();

/** 10th, 50th and 90th percentile in a base unit a year. */
export const annualSchema = z.object({ low: z.number(), likely: end, high: end, unit: z.enum(ANNUAL_UNITS) }).meta({ id: 'Annual' });
/** A figure whose unit the field's name tells. */
export const rangeSchema = z.object({ low: z.number(), likely: end, high: end }).meta({ id: 'Range' });

export const statedSchema = z
  .union([
    z.object({ value: z.number() }),
    z.object({ about: z.number() }),
    z.object({ min: z.number(), max: z.number() }),
    z.object({ less_than: z.number() }),
    z.object({ more_than: z.number() }),
    z.object({ at_most: z.number() }),
  ])
  .meta({ id: 'Stated' });

export const temperatureSchema = z.union([z.number(), z.object({ min: z.number(), max: z.number() })]).meta({ id: 'Temperature' });
