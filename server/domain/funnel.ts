// How many leads stood at each stage at the end of each month, from their histories.
import { STAGES } from './lead.ts';
import type { Stage } from './lead.ts';

/** A lead came to a stage at a time (ISO 8601); the first is its making. */
export type Passage = { readonly lead: string; readonly at: string; readonly stage: Stage };
/** `month` as `2026-03`. */
export type FunnelMonth = { readonly month: string; readonly counts: Readonly<Record<Stage, number>> };

const monthAfter = (month: string): string => {
  const [year = 0, at = 1] = month.split('-').map(Number);
  return at === 12 ? `${year + 1}-01` : `${year}-${String(at + 1).padStart(2, '0')}`;
};

const none = (): Record<Stage, number> => ({ idea: 0, discussion: 0, study: 0, agreement: 0, operating: 0, ended: 0 });

/** From the month of the first passage to `until` (a month), each with the stage every lead had when it closed. Empty without passages. */
export function funnelOverTime(passages: readonly Passage[], until: string): FunnelMonth[] {
  const ordered = passages.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const [first] = ordered;
  if (first === undefined) return [];
  const months: FunnelMonth[] = [];
  const stageOf = new Map<string, Stage>();
  let next = 0;
  for (let month = first.at.slice(0, 7); month <= until; month = monthAfter(month)) {
    for (let one = ordered[next]; one !== undefined && one.at.slice(0, 7) <= month; one = ordered[next]) {
      stageOf.set(one.lead, one.stage);
      next += 1;
    }
    const counts = none();
    for (const stage of stageOf.values()) counts[stage] += 1;
    months.push({ month, counts });
  }
  return months;
}

/** How many leads ever came as far as each stage; the end is not farther than anything. */
export function reachedStages(passages: readonly Passage[]): Record<Stage, number> {
  const reached = none();
  for (const stages of Map.groupBy(passages, (one) => one.lead).values()) {
    const far = Math.max(...stages.filter(({ stage }) => stage !== 'ended').map(({ stage }) => STAGES.indexOf(stage)));
    STAGES.forEach((stage, at) => {
      if (stage === 'ended' ? stages.some((one) => one.stage === 'ended') : at <= far) reached[stage] += 1;
    });
  }
  return reached;
}
