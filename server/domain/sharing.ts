// How widely a company lets a flow, or one field of it, be seen.

/** From the tightest to the widest. `partner`: after both sides of a match said yes. */
export const SHARING_LEVELS = ['own', 'facilitator', 'partner', 'cluster', 'public'] as const;
export type SharingLevel = (typeof SHARING_LEVELS)[number];

/** What a flow gets where the company said nothing. */
export const DEFAULT_SHARING: SharingLevel = 'cluster';
