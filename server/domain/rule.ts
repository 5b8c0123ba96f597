// A row of data/: this resource can serve that use.
import type { Evidence, ResourceId } from './resource.ts';

export type SynergyRule = {
  readonly id: string;
  readonly resource: ResourceId;
  /** The taxonomy node of the need that the resource can serve. */
  readonly use: ResourceId;
  readonly useType: string;
  readonly conditions: string | null;
  readonly pretreatment: string | null;
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
