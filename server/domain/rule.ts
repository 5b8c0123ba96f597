// A row of data/: this resource can serve that use.
import type { Evidence, ResourceId } from './resource.ts';

/** Higher use first, when nothing else decides; `service` stands beside the ladder. */
export const USE_RANKS = ['food', 'feed', 'material', 'nutrients', 'energy', 'disposal', 'service'] as const;
export type UseRank = (typeof USE_RANKS)[number];

/** What a rule's `useType` means and where it stands on the ladder. */
export type UseType = { readonly id: string; readonly rank: UseRank; readonly name: { readonly nb: string; readonly en: string } };

export type SynergyRule = {
  readonly id: string;
  readonly resource: ResourceId;
  /** The taxonomy node of the need that the resource can serve. */
  readonly use: ResourceId;
  readonly useType: string;
  readonly conditions: string | null;
  readonly pretreatment: string | null;
  /** The same in bokmål; null or left out: nobody wrote it. */
  readonly conditionsNb?: string | null;
  readonly pretreatmentNb?: string | null;
  /** Two-character-and-digits NACE prefixes such as `C16`. */
  readonly fromNace: readonly string[];
  readonly toNace: readonly string[];
  /** Legal flags to ask about, such as `WP`; `COINC:check` keeps its suffix in `hint`. */
  readonly legalFlags: readonly { readonly flag: string; readonly hint: string | null }[];
  /** Technology readiness, 1..9. */
  readonly readiness: number | null;
  readonly commonness: string | null;
  readonly example: string | null;
  readonly evidence: Evidence;
  readonly source: string;
};
