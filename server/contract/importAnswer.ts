// What an import says of its files: on the command line (`import --json`), in the preview and in the history.
import { z } from 'zod';
import { annualSchema, statedSchema, temperatureSchema } from './figures.ts';

export const messageSchema = z
  .object({
    sheet: z.string().nullable(),
    /** The file's line as an editor shows it; null: the file or a column. */
    line: z.number().int().nullable(),
    /** All lines that the message counts for; one entry for a message about one record. */
    lines: z.array(z.number().int()),
    count: z.number().int(),
    column: z.number().int().nullable(),
    header: z.string().nullable(),
    found: z.string().nullable(),
    severity: z.enum(['error', 'warning', 'info']),
    code: z.string(),
    text: z.string(),
  })
  .meta({ id: 'ImportMessage' });

export const rowSchema = z
  .object({
    sheet: z.string().nullable(),
    line: z.number().int(),
    company: z.string(),
    org_number: z.string().nullable(),
    municipality: z.string().nullable(),
    site: z.string().nullable(),
    process: z.string().nullable(),
    direction: z.enum(['in', 'out']),
    role: z.string(),
    resource: z.string(),
    /** Waste code. */
    category: z.string().nullable(),
    quantity: statedSchema.nullable(),
    unit: z.string().nullable(),
    annual: annualSchema.nullable(),
    period: z.string().nullable(),
    temperature: temperatureSchema.nullable(),
    temperature_return: z.number().nullable(),
    hours: z.number().nullable(),
    price: z.union([z.number(), z.object({ value: z.number(), currency: z.string() })]).nullable(),
    quality: z.string().nullable(),
    comment: z.string().nullable(),
  })
  .meta({ id: 'ScreeningRow' });

export const fileAnswerSchema = z
  .object({
    file: z.string(),
    outcome: z.enum(['import', 'ask', 'refuse']),
    encoding: z.string().nullable(),
    delimiter: z.string().nullable(),
    decimal: z.string().nullable(),
    header_line: z.number().int().nullable(),
    rows_read: z.number().int(),
    rows_ok: z.number().int(),
    rows_rejected: z.number().int(),
    rows_skipped: z.number().int(),
    rows: z.array(rowSchema).optional(),
    messages: z.array(messageSchema),
  })
  .meta({ id: 'FileAnswer' });

export const importAnswerSchema = z
  .object({ import: z.number().int().nullable(), files: z.array(fileAnswerSchema) })
  .meta({ id: 'ImportAnswer' });

export type ImportMessage = z.infer<typeof messageSchema>;
export type FileAnswer = z.infer<typeof fileAnswerSchema>;
export type ImportAnswer = z.infer<typeof importAnswerSchema>;
export type RowAnswer = z.infer<typeof rowSchema>;
