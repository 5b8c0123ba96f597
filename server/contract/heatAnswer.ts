// What the heat part says of a cluster: on the command line (`heat --json`), and with what its pictures need on the heat page.
import { z } from 'zod';
import { drawnRouteSchema } from './drawnRoutes.ts';

const list = <Entry extends z.ZodType>(entry: Entry) => z.array(entry).readonly();
const twelve = list(z.number());
/** 10th, 50th and 90th percentile of a figure whose unit the field's name tells. */
const spread = z.object({ low: z.number(), likely: z.number(), high: z.number() });

export const PAIR_KINDS = ['direct', 'heatPump', 'none'] as const;
export const PAIR_REASONS = ['hotEnough', 'preheats', 'lifted', 'liftTooLarge', 'sinkTooHot', 'noHeat'] as const;
export const NETWORK_REASON_CODES = [
  'network.noPlace',
  'network.noHeat',
  'network.tooHot',
  'network.sinkTooHot',
  'network.liftTooLarge',
  'network.tooFar',
  'network.alternativeCheaper',
  'network.trenchTooLong',
  'network.notNeeded',
  'network.noSources',
  'network.noCustomers',
  'network.crowdedOut',
  'network.switchedOff',
] as const;

const pairSchema = z
  .object({
    surplus: z.string(),
    need: z.string(),
    kind: z.enum(PAIR_KINDS),
    because: z.enum(PAIR_REASONS),
    drop_k: z.number(),
    lift_k: z.number().nullable(),
    cop: z.object({ low: z.number(), likely: z.number(), high: z.number(), source_c: z.number(), sink_c: z.number() }).nullable(),
    mwh_per_year: z.number(),
    share_of_need: z.number(),
    metres: z.number().nullable(),
    break_even_m: z.number(),
    change: z
      .object({ for: z.enum(['direct', 'heatPump']), kelvin: z.number(), need_at_c: z.number(), surplus_at_c: z.number().nullable() })
      .nullable(),
  })
  .meta({ id: 'HeatPair' });

const networkSchema = z
  .object({
    edges: list(
      z.object({
        from: z.string(),
        to: z.string(),
        dn: z.number(),
        length_m: z.number(),
        loss_kw: z.number(),
        nok: z.number(),
        nok_range: spread,
        lines: z.number(),
        kw: z.number(),
      }),
    ),
    /** `months_kw`: mean of each month, January first. */
    sources: list(
      z.object({ flow: z.string(), company: z.string(), mwh_per_year: z.number(), months_kw: twelve, cop: z.number().nullable() }),
    ),
    customers: list(
      z.object({ flow: z.string(), company: z.string(), mwh_per_year: z.number(), months_kw: twelve, break_even_m: z.number().nullable() }),
    ),
    dropped: list(
      z.object({
        who: z.string(),
        company: z.string(),
        role: z.enum(['source', 'customer']),
        why: z.string(),
        code: z.enum(NETWORK_REASON_CODES),
      }),
    ),
    lcoh_nok_per_mwh: spread.nullable(),
    nok_per_year: spread,
    capex_nok: spread,
    t_co2e_per_year: z.object({ physical: z.number(), residual: z.number() }),
    delivered_mwh: z.number(),
    loss_mwh: z.number(),
    electricity_mwh: z.number(),
    mwh_per_m: z.number().nullable(),
    density: z.enum(['poor', 'fair', 'good']).nullable(),
    peak_kw: z.number(),
    base_share: z.number().nullable(),
    /** Share of what the customers want; null in a month in which they want nothing. */
    cover_by_month: list(z.number().nullable()),
    spilled_mwh: z.number(),
    stores: list(z.object({ cover: z.number(), mwh: z.number().nullable(), m3: z.number().nullable() })),
    optimal: z.boolean(),
    /** How much better another network may be, as a share of this one's value; null where this one is worth nothing and another may be. */
    gap: z.number().nullable(),
    /** What the network is worth at the middle of every price, and what none can exceed. */
    value_nok_per_year: z.number(),
    bound_nok_per_year: z.number(),
  })
  .meta({ id: 'HeatNetwork' });

/** The best pairs hour by hour, by shifts and degree hours; flows by the ids of the answer. */
const hoursSchema = z
  .object({
    sharing_potential_by_months_kw: z.number(),
    sharing_potential_by_hours_kw: z.number(),
    pairs: list(
      z.object({
        surplus: z.string(),
        need: z.string(),
        mwh_by_months: z.number(),
        mwh_by_hours: z.number(),
        /** Share of the need by hours. */
        cover: z.number(),
        /** Water tank that would lift the cover to a share; null where hours are only assumed; a null size where the year has too little heat. */
        tanks: list(z.object({ cover: z.number(), mwh: z.number().nullable(), m3: z.number().nullable() })).nullable(),
      }),
    ),
    /** Flows of these pairs whose operating hours nobody stated. */
    assumed: list(z.string()),
  })
  .meta({ id: 'HeatHours' });

const remarkSchema = z
  .object({
    text: z.string(),
    flow: z.string(),
    field: z.string(),
    factor: z.string().nullable(),
    /** The row that the flow was read from, where it was read from a file. */
    file: z.string().nullable(),
    line: z.number().int().nullable(),
  })
  .meta({ id: 'HeatRemark' });

const tooCold = z.object({ possible: z.literal(false), because: z.literal('tooCold'), kelvin: z.number() });
const unusedSchema = z
  .object({
    flow: z.string(),
    mwh_per_year: z.number(),
    supply_c: z.number(),
    /** Power and cold that the heat could make, means of the year, kW. */
    orc: z.union([
      z.object({ possible: z.literal(true), efficiency: z.number(), power: z.number(), low: z.number(), high: z.number() }),
      tooCold,
    ]),
    absorption: z.union([
      z.object({
        possible: z.literal(true),
        effect: z.enum(['half', 'single', 'double']),
        cop: z.number(),
        cold: z.number(),
        electricity: z.number(),
      }),
      tooCold,
    ]),
  })
  .meta({ id: 'HeatWithoutUse' });

export const heatAnswerSchema = z
  .object({
    sharing_potential_kw: z.number(),
    through_loop_kw: z.number(),
    /** Means of the month, kW. */
    months: list(
      z.object({
        month: z.number().int(),
        hot_utility_alone_kw: z.number(),
        hot_utility_pooled_kw: z.number(),
        cold_utility_pooled_kw: z.number(),
        recovery_kw: z.number(),
        sharing_potential_kw: z.number(),
        through_loop_kw: z.number(),
      }),
    ),
    companies: z.record(z.string(), z.object({ hot_utility_kw: z.number(), cold_utility_kw: z.number(), recovery_kw: z.number() })),
    pairs: list(pairSchema),
    hours: hoursSchema,
    network: networkSchema.nullable(),
    /** Surplus that no need is in reach of. */
    without_use: list(unusedSchema),
    assumed: list(remarkSchema),
    questions: list(remarkSchema),
    problems: list(remarkSchema),
  })
  .meta({ id: 'HeatAnswer' });

export type HeatAnswer = z.output<typeof heatAnswerSchema>;

/** Companies and flows by their ids in the store; names beside them. */
export const heatPageSchema = heatAnswerSchema
  .extend({
    cluster: z.string(),
    /** Least difference of a liquid pair, K: usual, as asked for here, and what a closed water loop keeps to each side. Others go with it by the same factor. */
    approach: z.object({ usual_k: z.number(), used_k: z.number(), usual_loop_k: z.number() }),
    names: list(z.object({ id: z.string(), name: z.string() })),
    /** Sites with a known place, by the names that trenches run between. */
    places: list(z.object({ site: z.string(), company: z.string(), lat: z.number(), lon: z.number() })),
    flows: list(
      z.object({
        id: z.string(),
        company: z.string(),
        site: z.string(),
        process: z.string().nullable(),
        resource: z.string(),
        side: z.enum(['hot', 'cold']),
        existing_network: z.boolean(),
        /** null: not known, so the flow is in no figure. */
        mwh_per_year: z.number().nullable(),
        file: z.string().nullable(),
        line: z.number().int().nullable(),
      }),
    ),
    /** Pieces of the flows with the usual contribution to the approach; `months_kw` null: `kw` in every month. */
    streams: list(
      z.object({
        flow: z.string(),
        company: z.string(),
        kind: z.enum(['hot', 'cold']),
        supply_c: z.number(),
        target_c: z.number(),
        kw: z.number(),
        months_kw: twelve.nullable(),
        contribution_k: z.number(),
        soft: z.boolean(),
      }),
    ),
    /** Flows that are switched off in the network. */
    off: list(z.string()),
    /** Routes that somebody drew, with their length; `known` false: a site that has no place here. */
    routes: list(drawnRouteSchema.extend({ metres: z.number().nullable(), known: z.boolean() })),
  })
  .meta({ id: 'HeatPage' });

/** How good any network could be: worked out apart, since it takes a solver. */
export const heatBoundSchema = z
  .object({
    /** NOK a year that no network of all can exceed; null: not worked out for so many places. */
    bound_nok_per_year: z.number().nullable(),
    /** The same by the prices of the programme, for networks without some flows: less the amount beside each of them. */
    relaxed_nok_per_year: z.number().nullable(),
    without: list(z.object({ flow: z.string(), nok_per_year: z.number() })),
  })
  .meta({ id: 'HeatBound' });
export type HeatBound = z.output<typeof heatBoundSchema>;

export type HeatPage = z.output<typeof heatPageSchema>;
export type HeatPairShown = HeatAnswer['pairs'][number];
export type HeatNetworkShown = NonNullable<HeatAnswer['network']>;
export type HeatRemarkShown = HeatAnswer['assumed'][number];
