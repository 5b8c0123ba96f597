// A match that somebody follows, from the first idea to operation or a no with its reason.
import type { Annual } from './estimate.ts';
import type { CompanyId, FlowId } from './flow.ts';
import type { CheckName, Match, Verdict } from './match.ts';
import type { ResourceId } from './resource.ts';

/** In the order of the work; `ended` may follow any of them. */
export const STAGES = ['idea', 'discussion', 'study', 'agreement', 'operating', 'ended'] as const;
export type Stage = (typeof STAGES)[number];

/** From each stage the stages that may come next: one forward, one back, or the end; what ended may be taken up again as an idea. */
export const MOVES: Readonly<Record<Stage, readonly Stage[]>> = {
  idea: ['discussion', 'ended'],
  discussion: ['study', 'idea', 'ended'],
  study: ['agreement', 'discussion', 'ended'],
  agreement: ['operating', 'study', 'ended'],
  operating: ['agreement', 'ended'],
  ended: ['idea'],
};

export const mayMove = (from: Stage, to: Stage): boolean => MOVES[from].includes(to);

/** Why a lead ended. Those of `NOT_A_NO` end it without saying that the match was no good. */
export const END_REASONS = [
  'economy',
  'quality',
  'amount',
  'timing',
  'distance',
  'technology',
  'law',
  'otherTaker',
  'otherSupply',
  'capacity',
  'investment',
  'trust',
  'notInterested',
  'companyLeft',
  'completed',
  'duplicate',
  'other',
] as const;
export type EndReason = (typeof END_REASONS)[number];

const NOT_A_NO: readonly EndReason[] = ['completed', 'duplicate'];
/** Whether the reason is a no to the match, which then stays away from the lists. */
export const isNo = (reason: EndReason): boolean => !NOT_A_NO.includes(reason);
/** Reasons that say nothing without words of their own. */
export const needsText = (reason: EndReason): boolean => reason === 'other';

export type Range = { readonly low: number; readonly likely: number | null; readonly high: number | null };

/** The values of a match that decide whether it is worth following, as they stood at one time. NOK and t CO2e a year. */
export type Snapshot = {
  readonly volume: Annual | null;
  readonly nok: Range | null;
  readonly co2: Range | null;
  readonly distanceKm: number | null;
  readonly checks: readonly { readonly check: CheckName; readonly verdict: Verdict }[];
};

const rangeOf = (one: Range | null): Range | null => (one === null ? null : { low: one.low, likely: one.likely, high: one.high });

export const snapshotOf = (match: Pick<Match, 'volume' | 'nokPerYear' | 'co2PerYear' | 'distanceKm' | 'checks'>): Snapshot => ({
  volume: match.volume === null ? null : { ...match.volume },
  nok: rangeOf(match.nokPerYear),
  co2: rangeOf(match.co2PerYear),
  distanceKm: match.distanceKm,
  checks: match.checks.map(({ check, verdict }) => ({ check, verdict })),
});

/** The pair a lead is about. */
export type Pair = { readonly surplus: FlowId; readonly need: FlowId; readonly via: readonly string[] };

/** What a lead is called, kept for when its flows are withdrawn. */
export type LeadNames = { readonly surplus: string; readonly need: string; readonly giver: string; readonly taker: string };

/** What a company answered to its blind lead. */
export type Answer = 'yes' | 'no';

export type Lead = Pair & {
  readonly id: string;
  readonly cluster: string;
  readonly giver: CompanyId;
  readonly taker: CompanyId;
  readonly resource: ResourceId | null;
  readonly names: LeadNames;
  readonly stage: Stage;
  /** Why it ended; null while it runs. */
  readonly ended: { readonly reason: EndReason; readonly text: string | null } | null;
  readonly responsible: string | null;
  readonly nextStep: string | null;
  /** ISO date. */
  readonly nextDate: string | null;
  /** The match as it was when the lead was made or taken up again. */
  readonly made: Snapshot;
  /** The match as it was when the lead ended; null while it runs. */
  readonly atEnd: Snapshot | null;
  readonly madeAt: string;
  readonly changedAt: string;
  /** Grows by one with each change; who changes it says which one it saw. */
  readonly version: number;
};

/** Whether the next step should have been done before `today`, an ISO date. */
export const isOverdue = (lead: Pick<Lead, 'stage' | 'nextDate'>, today: string): boolean =>
  lead.stage !== 'ended' && lead.nextDate !== null && lead.nextDate < today;
