// A surplus paired with a need, judged.
import type { Annual, Co2PerYear, NokPerYear } from './estimate.ts';
import type { CompanyId, FlowId } from './flow.ts';
import type { ResourceId } from './resource.ts';

/** The order is the order they are asked in and shown in. */
export const CHECKS = ['resource', 'quality', 'temperature', 'time', 'volume', 'distance', 'law', 'sharing'] as const;
export type CheckName = (typeof CHECKS)[number];
export type Verdict = 'pass' | 'warn' | 'fail' | 'unknown';

/**
 * A sentence as data: its code in the table of templates (`server/contract/reasons.ts`, nb and en) and the values that go into it. Numbers stay
 * numbers; the template says their unit. Text that a company wrote is passed as it stands.
 */
export type Reason = { readonly code: string; readonly values: Readonly<Record<string, string | number>> };

/** The smallest single change that would make the check pass. */
export type Change = {
  readonly field: string;
  readonly flow: FlowId;
  readonly from: string | number | null;
  readonly to: string | number;
  readonly unit: string | null;
};

export type CheckResult = {
  readonly check: CheckName;
  readonly verdict: Verdict;
  readonly reason: Reason;
  readonly gap: { readonly value: number; readonly unit: string } | null;
  readonly change: Change | null;
};

/** A factor or default that stands in for something nobody stated. */
export type Assumption = { readonly what: Reason; readonly factor: string | null; readonly judgement: boolean };

/** Something worth asking, with how much its answer could move the likely gain, NOK a year, where that is known. */
export type Question = { readonly ask: Reason; readonly flow: FlowId; readonly field: string; readonly worth: number | null };

export type ScorePart = { readonly name: string; readonly value: number; readonly weight: number };

export type Match = {
  readonly surplus: FlowId;
  readonly need: FlowId;
  readonly giver: CompanyId;
  readonly taker: CompanyId;
  readonly resource: ResourceId | null;
  /** 0..1, made of `parts`. */
  readonly score: number;
  readonly parts: readonly ScorePart[];
  /** Matches whose likely values cannot be told apart share a tie number; 1 is the best tie. */
  readonly tie: number;
  /** Id of the synergy rule, or `same` where surplus and need are one resource. */
  readonly rule: string;
  /** Company ids or plant types in between, empty for a direct match. */
  readonly via: readonly string[];
  readonly checks: readonly CheckResult[];
  readonly volume: Annual | null;
  readonly distanceKm: number | null;
  readonly nokPerYear: NokPerYear | null;
  readonly co2PerYear: Co2PerYear | null;
  readonly assumed: readonly Assumption[];
  readonly questions: readonly Question[];
};

/** All that pass or warn, best first, and the near misses with their reasons. */
export type MatchRun = { readonly matches: readonly Match[]; readonly refused: readonly Match[] };
