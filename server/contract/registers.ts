// Registers of a cluster: what its companies share beside flows, and what they buy elsewhere that a neighbour offers.
import { z } from 'zod';
import { REGISTER_KINDS, SERVICE_SIDES } from '../domain/register.ts';
import { annualSchema, rangeSchema } from './figures.ts';

const language = z.object({ lang: z.enum(['nb', 'en']).default('nb') });
const company = z.object({ id: z.string(), name: z.string() });
const textOrNone = z
  .string()
  .trim()
  .max(4000)
  .transform((text) => (text === '' ? null : text))
  .nullable()
  .default(null);
const side = z.enum(SERVICE_SIDES);

const written = {
  title: z.string().trim().min(1).max(300),
  text: textOrNone,
  /** Why a project came to nothing. */
  why: textOrNone,
  year: z.number().int().min(1950).max(2200).nullable().default(null),
  side: side.nullable().default(null),
  resource: z.string().max(200).nullable().default(null),
  hours_per_month: z.number().positive().nullable().default(null),
  companies: z.array(z.string()).max(500),
};

export const registerEntrySchema = z
  .object({
    id: z.string(),
    kind: z.enum(REGISTER_KINDS),
    title: z.string(),
    text: z.string().nullable(),
    why: z.string().nullable(),
    year: z.number().int().nullable(),
    side: side.nullable(),
    resource: z.string().nullable(),
    resource_name: z.string().nullable(),
    hours_per_month: z.number().nullable(),
    companies: z.array(company),
    changed_at: z.string(),
    version: z.number().int(),
    may_change: z.boolean(),
  })
  .meta({ id: 'RegisterEntry' });

/** One service of a company: typed into the register (`entry`), or a flow of its screening. */
export const serviceSchema = z
  .object({
    entry: z.string().nullable(),
    flow: z.string().nullable(),
    title: z.string(),
    company,
    side,
    resource: z.string().nullable(),
    resource_name: z.string().nullable(),
    hours_per_month: z.number().nullable(),
    /** Others of the cluster on the opposite side, best first. */
    fits: z.array(z.object({ title: z.string(), company, hours_per_month: z.number().nullable(), score: z.number() })),
  })
  .meta({ id: 'Service' });

export const localPurchaseSchema = z
  .object({
    need: z.string(),
    words: z.string(),
    company,
    kind: z.string(),
    annual: annualSchema.nullable(),
    offers: z.array(
      z.object({
        surplus: z.string(),
        words: z.string(),
        company,
        volume: annualSchema.nullable(),
        nok_per_year: rangeSchema.nullable(),
        distance_km: z.number().nullable(),
        score: z.number(),
        /** The pair has a page of its own for the viewer. */
        page: z.boolean(),
      }),
    ),
    /** Somebody here offers it whom the viewer is not told: neither side has said yes. */
    unnamed: z.boolean(),
  })
  .meta({ id: 'LocalPurchase' });

export const registersPageSchema = z
  .object({
    cluster: z.string(),
    entries: z.array(registerEntrySchema),
    services: z.array(serviceSchema),
    local: z.array(localPurchaseSchema),
    together: z.array(
      z.object({
        a: company,
        b: company,
        ties: z.array(z.object({ kind: z.enum(['exchange', 'lead', 'challenge']), what: z.string(), id: z.string().nullable() })),
      }),
    ),
    companies: z.array(company),
    /** Kinds of service to choose from. */
    service_kinds: z.array(z.object({ id: z.string(), name: z.string() })),
    /** May write for others than its own company. */
    may_change: z.boolean(),
    /** Companies that the viewer may write a service or a challenge for. */
    own: z.array(z.string()),
  })
  .meta({ id: 'RegistersPage' });

export const REGISTER_ROUTES = {
  registers: {
    method: 'get',
    path: '/clusters/{cluster}/registers',
    query: language,
    body: null,
    answer: registersPageSchema,
    summary: 'Challenges, unrealised projects, services with who could use them, local purchase, and who works together',
  },
  registerAdd: {
    method: 'post',
    path: '/clusters/{cluster}/registers',
    query: language,
    body: z.object({ kind: z.enum(REGISTER_KINDS), ...written }),
    answer: registersPageSchema,
    summary: 'Adds an entry to a register',
  },
  registerChange: {
    method: 'patch',
    path: '/registers/{entry}',
    query: language.extend({ cluster: z.string() }),
    body: z.object({ ...written, version: z.number().int().positive() }),
    answer: registersPageSchema,
    summary: 'Changes an entry of a register',
  },
  registerRemove: {
    method: 'delete',
    path: '/registers/{entry}',
    query: language.extend({ cluster: z.string(), version: z.coerce.number().int().positive() }),
    body: null,
    answer: registersPageSchema,
    summary: 'Takes an entry out of a register; it is kept in the database',
  },
} as const;

export type RegisterEntryShown = z.infer<typeof registerEntrySchema>;
export type ServiceShown = z.infer<typeof serviceSchema>;
export type LocalPurchase = z.infer<typeof localPurchaseSchema>;
export type RegistersPage = z.infer<typeof registersPageSchema>;
