// Clusters, companies and their flows as the browser asks for them.
import { z } from 'zod';
import { DATA_QUALITIES } from '../domain/flow.ts';
import { annualSchema, statedSchema, temperatureSchema } from './figures.ts';

export const clusterSchema = z
  .object({ name: z.string(), companies: z.number().int(), flows: z.number().int(), exchanges: z.number().int() })
  .meta({ id: 'Cluster' });

export const companySchema = z
  .object({
    id: z.string(),
    name: z.string(),
    org_number: z.string().nullable(),
    nace: z.string().nullable(),
    activity: z.string().nullable(),
    municipality: z.string().nullable(),
    lat: z.number().nullable(),
    lon: z.number().nullable(),
    flows: z.number().int(),
  })
  .meta({ id: 'Company' });

/** Where a flow was read: the file, the line and every original cell of its record. */
export const sourceSchema = z
  .object({
    import: z.number().int(),
    file: z.string(),
    sheet: z.string().nullable(),
    line: z.number().int(),
    /** `repaired`: a person wrote it when the file was taken in; the file says another. */
    cells: z.array(z.object({ header: z.string(), text: z.string(), repaired: z.boolean().optional() })),
  })
  .meta({ id: 'Source' });

export const flowSchema = z
  .object({
    id: z.string(),
    company: z.string(),
    company_name: z.string(),
    site: z.string().nullable(),
    process: z.string().nullable(),
    direction: z.enum(['in', 'out']),
    role: z.string(),
    gives: z.boolean(),
    resource: z.string(),
    /** Best first; empty: not known. `name` in the language asked for, `group` the name of its family. */
    guesses: z.array(
      z.object({ resource: z.string(), name: z.string(), group: z.string().nullable(), weight: z.number(), kind: z.string() }),
    ),
    category: z.string().nullable(),
    quantity: statedSchema.nullable(),
    unit: z.string().nullable(),
    annual: annualSchema.nullable(),
    temperature: temperatureSchema.nullable(),
    temperature_return: z.number().nullable(),
    data_quality: z.enum(DATA_QUALITIES).nullable(),
    quality: z.string().nullable(),
    comment: z.string().nullable(),
    period: z.string().nullable(),
    sharing: z.string(),
    file: z.string().nullable(),
    line: z.number().int().nullable(),
  })
  .meta({ id: 'Flow' });

export const exchangeSchema = z
  .object({
    id: z.string(),
    from: z.string(),
    to: z.string(),
    from_name: z.string(),
    to_name: z.string(),
    resource: z.string(),
    annual: annualSchema.nullable(),
    unit: z.string().nullable(),
    file: z.string().nullable(),
    line: z.number().int().nullable(),
  })
  .meta({ id: 'Exchange' });

export const clusterPageSchema = z
  .object({ cluster: z.string(), companies: z.array(companySchema), flows: z.array(flowSchema), exchanges: z.array(exchangeSchema) })
  .meta({ id: 'ClusterPage' });

export const companyPageSchema = z
  .object({ company: companySchema, cluster: z.string(), flows: z.array(flowSchema), exchanges: z.array(exchangeSchema) })
  .meta({ id: 'CompanyPage' });

export type ClusterShown = z.infer<typeof clusterSchema>;
export type CompanyShown = z.infer<typeof companySchema>;
export type FlowShown = z.infer<typeof flowSchema>;
export type ExchangeShown = z.infer<typeof exchangeSchema>;
export type SourceShown = z.infer<typeof sourceSchema>;
export type ClusterPage = z.infer<typeof clusterPageSchema>;
export type CompanyPage = z.infer<typeof companyPageSchema>;
