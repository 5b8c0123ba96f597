// Every check of a pair, in the order they are asked in.
import type { Company } from '../domain/company.ts';
import type { CompanyId, Flow } from '../domain/flow.ts';
import type { CheckResult } from '../domain/match.ts';
import type { Candidate } from './candidates.ts';
import { checkDistance } from './checks/distance.ts';
import { checkLaw } from './checks/law.ts';
import { checkQuality } from './checks/quality.ts';
import { checkResource } from './checks/resource.ts';
import { checkSharing } from './checks/sharing.ts';
import { checkTemperature, supplyOf } from './checks/temperature.ts';
import { checkTime } from './checks/time.ts';
import { checkVolume } from './checks/volume.ts';
import type { HeatDuties } from './heatDuty.ts';
import type { HeatJudge, HeatSide, HeatVerdict } from './heatJudge.ts';
import type { MatchKnowledge } from './knowledge.ts';
import type { Check, Pair } from './pair.ts';
import { movable } from './worth/movable.ts';

const CHECKS_IN_ORDER: readonly Check[] = [
  checkResource,
  checkQuality,
  checkTemperature,
  checkTime,
  checkVolume,
  checkDistance,
  checkLaw,
  checkSharing,
];

const sideOf = (flow: Flow): HeatSide => ({
  supply: supplyOf(flow.temperature),
  return: flow.temperatureReturn,
  medium: flow.resources[0]?.resource ?? null,
});

const givesHeat = ({ kinds: { given } }: Candidate): boolean => given === 'heat' || given === 'steam';

/** Heat moves where the need is for heat or steam and the surplus carries heat. */
function heatOf({ surplus, need, kinds: { given, taken } }: Candidate, judge: HeatJudge): HeatVerdict | null {
  const carries = given === 'heat' || given === 'steam' || (given === 'water' && surplus.temperature !== null);
  return (taken === 'heat' || taken === 'steam') && carries ? judge(sideOf(surplus), sideOf(need)) : null;
}

export type Judged = { readonly pair: Pair; readonly checks: readonly CheckResult[]; readonly refused: boolean };

/** Where two or more checks fail no single change helps: both are named and `change` is null. */
export function judge(
  candidate: Candidate,
  companies: ReadonlyMap<CompanyId, Company>,
  knowledge: MatchKnowledge,
  heat: HeatJudge,
  duties: HeatDuties,
): Judged {
  const pair: Pair = {
    ...candidate,
    giver: companies.get(candidate.surplus.company),
    taker: companies.get(candidate.need.company),
    heat: heatOf(candidate, heat),
    duty: givesHeat(candidate) ? duties(candidate.surplus.company) : null,
    moved: movable(candidate, knowledge),
  };
  const checks = CHECKS_IN_ORDER.map((check) => check(pair, knowledge));
  const failed = checks.filter(({ verdict }) => verdict === 'fail').length;
  if (failed < 2) return { pair, checks, refused: failed > 0 };
  return { pair, checks: checks.map((result) => (result.verdict === 'fail' ? { ...result, change: null } : result)), refused: true };
}
