// All that a check may look at: the candidate, both companies, and what the heat part says of it.
import type { Company } from '../domain/company.ts';
import type { Reason, CheckName, CheckResult, Change, Verdict } from '../domain/match.ts';
import type { Candidate } from './candidates.ts';
import type { HeatDuty } from './heatDuty.ts';
import type { HeatVerdict } from './heatJudge.ts';
import type { MatchKnowledge } from './knowledge.ts';
import type { Movable } from './worth/movable.ts';

export type Pair = Candidate & {
  readonly giver: Company | undefined;
  readonly taker: Company | undefined;
  /** Null where heat is not what moves. */
  readonly heat: HeatVerdict | null;
  /** The duty to examine surplus heat, where the giver may have it. */
  readonly duty: HeatDuty | null;
  /** How much can move; null where an amount, or a way between the units, is not known. */
  readonly moved: Movable | null;
};

export type Check = (pair: Pair, knowledge: MatchKnowledge) => CheckResult;

type Found = { readonly gap?: CheckResult['gap']; readonly change?: Change | null };

export const judged = (
  check: CheckName,
  verdict: Verdict,
  code: string,
  values: Reason['values'] = {},
  found: Found = {},
): CheckResult => ({
  check,
  verdict,
  reason: { code, values },
  gap: found.gap ?? null,
  change: found.change ?? null,
});
