// A flow that runs between two companies today.
import type { Annual } from './estimate.ts';
import type { CompanyId, Source } from './flow.ts';
import type { Stated } from './quantity.ts';

export type Exchange = {
  readonly id: string;
  /** The file's own id of the exchange, where it has one. */
  readonly statedId?: string | null;
  readonly from: CompanyId;
  readonly to: CompanyId;
  readonly words: string;
  readonly stated: Stated | null;
  readonly unit: string | null;
  readonly annual: Annual | null;
  /** Reporting period, ISO 8601. */
  readonly period?: string | null;
  /** For whoever sees the giver's own records. */
  readonly comment?: string | null;
  readonly source: Source | null;
};
