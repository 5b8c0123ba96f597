// What a company sees of a lead before both sides said yes: the class of resource, a band of size, a band of distance, and what is its own.
import type { AnnualUnit } from './estimate.ts';
import type { CompanyId, FlowId } from './flow.ts';
import type { Answer, Lead } from './lead.ts';
import type { ResourceId } from './resource.ts';

/** Upper ends, ascending: rows of data/follow-up.csv. Sizes in base units a year, distances in km. */
export type Bands = {
  readonly size: readonly number[];
  readonly distanceKm: readonly number[];
  /** So many other companies of the cluster must lie in a band of distance before it is told. */
  readonly leastCompanies: number;
};

/** From (included) up to (not included); null: no such end. */
export type Band = { readonly from: number | null; readonly to: number | null };

export function bandOf(value: number, ends: readonly number[]): Band {
  const at = ends.findIndex((end) => value < end);
  const above = at === -1 ? ends.length : at;
  return { from: above === 0 ? null : (ends[above - 1] ?? null), to: ends[above] ?? null };
}

/** The middle of a band on a scale of tenfolds; the outermost bands are taken to be one tenfold wide. */
export function middleOf({ from, to }: Band): number {
  const low = from ?? (to ?? 1) / 10;
  const high = to ?? low * 10;
  return Math.sqrt(low * high);
}

const within = (value: number, band: Band): boolean => (band.from === null || value >= band.from) && (band.to === null || value < band.to);

export type BlindLead = {
  readonly id: string;
  /** The company's own flow. */
  readonly flow: FlowId;
  readonly words: string;
  readonly side: 'gives' | 'takes';
  /** The two top levels of the taxonomy, such as `mat.wood`. */
  readonly resourceClass: ResourceId | null;
  readonly size: (Band & { readonly unit: AnnualUnit }) | null;
  /** Km; null where it is not known or would point at too few companies. */
  readonly distance: Band | null;
  /** The company's own answer; the other's is not told before both said yes. */
  readonly answer: Answer | null;
};

/** Enough to know what it is about, too little to know whose it is. */
export const classOf = (resource: ResourceId | null): ResourceId | null =>
  resource === null ? null : resource.split('.').slice(0, 2).join('.');

/**
 * `own`: the company that looks. `distances`: km from it to each other company of the cluster, as anyone can measure them on a map.
 * Stage, dates, notes, responsible, version and ids of flows of the other side are left out: each could tell something.
 */
export function blindLead(lead: Lead, own: CompanyId, ownAnswer: Answer | null, distances: readonly number[], bands: Bands): BlindLead {
  const gives = lead.giver === own;
  const { volume, distanceKm } = lead.made;
  const size = volume === null ? null : { ...bandOf(volume.likely ?? volume.low, bands.size), unit: volume.unit };
  const near = distanceKm === null ? null : bandOf(distanceKm, bands.distanceKm);
  const enough = near !== null && distances.filter((km) => within(km, near)).length >= bands.leastCompanies;
  return {
    id: lead.id,
    flow: gives ? lead.surplus : lead.need,
    words: gives ? lead.names.surplus : lead.names.need,
    side: gives ? 'gives' : 'takes',
    resourceClass: classOf(lead.resource),
    size,
    distance: enough ? near : null,
    answer: ownAnswer,
  };
}
