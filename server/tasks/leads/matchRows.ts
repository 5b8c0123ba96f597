// The matches of a cluster as the match table shows them: short rows with the stage of their lead, and the no that was said to a pair.
import type { ClusterPage, FlowShown } from '../../contract/clusters.ts';
import type { MatchRow, MatchRows } from '../../contract/leads.ts';
import type { MatchAnswer, MatchShown } from '../../contract/matchAnswer.ts';
import { certaintyOf } from '../../domain/certainty.ts';
import { whetherBack } from '../../domain/declined.ts';
import { mayFollowUp } from '../../domain/followUpPolicy.ts';
import { isNo, isOverdue } from '../../domain/lead.ts';
import type { Lead } from '../../domain/lead.ts';
import type { Viewer } from '../../domain/viewer.ts';
import { followUpKnowledge } from '../followUpKnowledge.ts';
import { movedShown, snapshotOfShown } from './shownLeads.ts';

/** A table longer than this is filtered before it is read. */
const MOST = 5_000;

export const pairKey = (pair: { readonly surplus: string; readonly need: string; readonly via: readonly string[] }): string =>
  JSON.stringify([pair.surplus, pair.need, pair.via]);

type Asked = {
  readonly viewer: Viewer;
  readonly page: ClusterPage;
  readonly answer: MatchAnswer;
  readonly leads: readonly Lead[];
  readonly today: string;
};

export function matchRows({ viewer, page, answer, leads, today }: Asked): MatchRows {
  const flows = new Map(page.flows.map((flow) => [flow.id, flow]));
  const byPair = new Map(leads.map((lead) => [pairKey(lead), lead]));
  const rows = answer.matches.slice(0, MOST).flatMap((match) => {
    const [surplus, need] = [flows.get(match.surplus), flows.get(match.need)];
    return surplus === undefined || need === undefined ? [] : [rowOf(match, surplus, need, byPair.get(pairKey(match)), today)];
  });
  return {
    rows,
    total: answer.matches.length,
    companies: page.companies.map(({ id, name }) => ({ id, name })),
    may_change: mayFollowUp(viewer),
  };
}

function rowOf(match: MatchShown, surplus: FlowShown, need: FlowShown, lead: Lead | undefined, today: string): MatchRow {
  const now = snapshotOfShown(match);
  return {
    surplus: match.surplus,
    need: match.need,
    via: match.via,
    surplus_words: surplus.resource,
    need_words: need.resource,
    giver: surplus.company,
    giver_name: surplus.company_name,
    taker: need.company,
    taker_name: need.company_name,
    resource: surplus.guesses[0]?.name ?? null,
    group: surplus.guesses[0]?.group ?? null,
    score: match.score,
    tie: match.tie,
    volume: match.volume,
    nok_per_year: match.nok_per_year,
    t_co2e_per_year: match.t_co2e_per_year,
    distance_km: match.distance_km,
    certainty: certaintyOf(now, followUpKnowledge().certainty),
    checks: now.checks.filter(({ verdict }) => verdict !== 'pass').map(({ check, verdict }) => ({ check, verdict })),
    lead: lead === undefined ? null : { id: lead.id, stage: lead.stage, overdue: isOverdue(lead, today) },
    declined: lead === undefined ? null : declinedOf(lead, now),
  };
}

function declinedOf(lead: Lead, now: Lead['made']): MatchRow['declined'] {
  if (lead.ended === null || lead.atEnd === null || !isNo(lead.ended.reason)) return null;
  const back = whetherBack(lead.atEnd, now);
  return {
    reason: lead.ended.reason,
    text: lead.ended.text,
    at: lead.changedAt,
    moved: back.kind === 'cameBack' ? movedShown(back.moved) : [],
  };
}
