// The legal body, and the places it works at.
import type { CompanyId } from './flow.ts';

export type Place = { readonly lat: number; readonly lon: number };

export type Site = {
  readonly id: string;
  readonly name: string;
  readonly municipality: string | null;
  readonly place: Place | null;
};

export type Company = {
  readonly id: CompanyId;
  readonly name: string;
  /** Nine digits with a valid check digit, or null. */
  readonly orgNumber: string | null;
  /** The company that owns this one: counted once where groups must be large enough. */
  readonly parent: CompanyId | null;
  /** NACE / SN2007 code as written, such as `24.102`. */
  readonly nace: string | null;
  /** What the company does, in its own words. */
  readonly activity: string | null;
  readonly municipality: string | null;
  readonly country: string | null;
  readonly place: Place | null;
  readonly sites: readonly Site[];
};
