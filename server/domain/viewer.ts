// Who asks. Every question to the store takes one.
import type { CompanyId } from './flow.ts';

export type Viewer =
  /** The one person at this machine, without accounts: sees and changes everything in the file. */
  | { readonly kind: 'local' }
  | { readonly kind: 'member'; readonly company: CompanyId }
  /** `until` is an ISO date; whoever makes the viewer has checked it against the clock. */
  | { readonly kind: 'consultant'; readonly companies: readonly CompanyId[]; readonly until: string }
  | { readonly kind: 'manager'; readonly cluster: string }
  | { readonly kind: 'administrator' }
  /** A computation over all data; only tasks make it, and what it stores carries the companies and fields it was made from. */
  | { readonly kind: 'engine' };

export const LOCAL: Viewer = { kind: 'local' };
