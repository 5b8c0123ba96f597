// Matching's knowledge from the program's own tables, without the classifier.
import { celsius } from '../../server/domain/temperature.ts';
import type { Flow } from '../../server/domain/flow.ts';
import type { Company } from '../../server/domain/company.ts';
import type { CheckName, CheckResult, Match, MatchRun } from '../../server/domain/match.ts';
import { heatParameters } from '../../server/heat/parameters.ts';
import { createHeatJudge, heatAssumptions } from '../../server/matching/heatJudge.ts';
import { matchFlows } from '../../server/matching/matchFlows.ts';
import { loadReference } from '../../server/reference/loadReference.ts';
import { loadMatchKnowledge } from '../../server/tasks/matchKnowledge.ts';

export const reference = loadReference();
export const knowledge = loadMatchKnowledge(reference);
export const heat = createHeatJudge(heatParameters(reference), heatAssumptions(knowledge.settings));

export const run = (companies: readonly Company[], flows: readonly Flow[], internal = false): MatchRun =>
  matchFlows({ companies, flows, internal }, knowledge, heat);

/** The one pair of a surplus and a need, passed or refused. */
export function pairOf(found: MatchRun, surplus = 's', need = 'n'): Match {
  const match = [...found.matches, ...found.refused].find((one) => one.surplus === surplus && one.need === need);
  if (match === undefined) throw new Error(`no pair ${surplus} > ${need}`);
  return match;
}

export function checkOf(match: Match, name: CheckName): CheckResult {
  const check = match.checks.find((one) => one.check === name);
  if (check === undefined) throw new Error(`no check ${name}`);
  return check;
}

export const degrees = celsius;
