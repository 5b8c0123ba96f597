// The import page: a file is read and shown, and only then stored, by the preview's id.
import { z } from 'zod';
import { annualSchema } from './figures.ts';
import { fileAnswerSchema, messageSchema, rowSchema } from './importAnswer.ts';

/** What a person may change about how the file is understood. */
export const previewOptionsSchema = z
  .object({
    encoding: z.string().optional(),
    delimiter: z.string().optional(),
    decimal: z.enum([',', '.']).optional(),
    header_line: z.coerce.number().int().positive().optional(),
    sheet: z.string().optional(),
    /** Header of the file -> field name; an empty field name leaves the column out. */
    map: z.record(z.string(), z.string()).optional(),
    /** What a person writes instead of what stands in cells of the file; the file itself stays as it is. */
    repairs: z
      .array(
        z.object({
          sheet: z.string().nullable(),
          lines: z.array(z.number().int().positive()).min(1).max(20_000),
          /** From 1; null: a column that the file does not have, under this header. */
          column: z.number().int().positive().max(2_000).nullable(),
          header: z.string().max(400),
          text: z.string().max(4_000),
        }),
      )
      .max(2_000)
      .optional(),
  })
  .meta({ id: 'PreviewOptions' });

export const changesSchema = z
  .object({
    added: z.number().int(),
    changed: z.number().int(),
    withdrawn: z.number().int(),
    unchanged: z.number().int(),
  })
  .meta({ id: 'ImportChanges' });

export const previewSchema = z
  .object({
    id: z.string(),
    state: z.enum(['reading', 'ready', 'committing', 'committed', 'failed', 'cancelled']),
    cluster: z.string(),
    options: previewOptionsSchema,
    /** Rows read so far; null total while the file's length in rows is not known. */
    progress: z.object({ rows: z.number().int(), bytes: z.number().int(), total_bytes: z.number().int().nullable() }),
    file: fileAnswerSchema,
    /** Column by column: what it was taken to be. */
    mapping: z.array(z.object({ column: z.number().int(), header: z.string(), field: z.string().nullable(), unit: z.string().nullable() })),
    /** The first rows understood. */
    rows: z.array(rowSchema),
    /** The first records that were rejected, with their original cells. */
    rejected: z.array(
      z.object({ sheet: z.string().nullable(), line: z.number().int(), cells: z.array(z.string()), messages: z.array(messageSchema) }),
    ),
    /** What could be written instead, where a message knows it. */
    proposals: z.array(
      z.object({ sheet: z.string().nullable(), line: z.number().int(), code: z.string(), field: z.string(), text: z.string() }),
    ),
    /** The options are those of the last file with these headers; null: they are not. */
    remembered: z.object({ file: z.string(), at: z.string() }).nullable(),
    /** Against what is stored; null until the whole file is read. */
    changes: changesSchema.nullable(),
    /** The first of what is new, changed and withdrawn. */
    listed: z.array(
      z.object({
        what: z.enum(['added', 'changed', 'withdrawn']),
        flow: z.string(),
        company: z.string(),
        resource: z.string(),
        before: annualSchema.nullable(),
        after: annualSchema.nullable(),
      }),
    ),
    import: z.number().int().nullable(),
  })
  .meta({ id: 'Preview' });

export const importSchema = z
  .object({
    id: z.number().int(),
    cluster: z.string(),
    state: z.string(),
    at: z.string(),
    by: z.string(),
    files: z.array(
      z.object({ file: z.string(), rows_ok: z.number().int(), rows_rejected: z.number().int(), rows_skipped: z.number().int() }),
    ),
    changes: changesSchema.nullable(),
    undoable: z.boolean(),
  })
  .meta({ id: 'Import' });

export type PreviewOptions = z.infer<typeof previewOptionsSchema>;
export type PreviewShown = z.infer<typeof previewSchema>;
export type ImportShown = z.infer<typeof importSchema>;
export type ChangesShown = z.infer<typeof changesSchema>;
