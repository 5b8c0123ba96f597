// Leads as the contract shows them.
import type { BlindLeadShown, LeadEventShown, LeadShown, MovedShown, SnapshotShown } from '../../contract/leads.ts';
import type { Language } from '../../contract/errors.ts';
import type { MatchShown } from '../../contract/matchAnswer.ts';
import type { BlindLead } from '../../domain/blindLead.ts';
import type { Moved } from '../../domain/declined.ts';
import { mayAnswer, mayFollowUp } from '../../domain/followUpPolicy.ts';
import { MOVES, isOverdue } from '../../domain/lead.ts';
import type { Lead, Snapshot } from '../../domain/lead.ts';
import type { LeadAnswer, LeadEvent } from '../../domain/leadHistory.ts';
import type { ResourceId } from '../../domain/resource.ts';
import type { Viewer } from '../../domain/viewer.ts';

export const snapshotShown = (one: Snapshot): SnapshotShown => ({
  volume: one.volume,
  nok_per_year: one.nok,
  t_co2e_per_year: one.co2,
  distance_km: one.distanceKm,
  checks: [...one.checks],
});

/** What decides of a match as it was shown. */
export const snapshotOfShown = (match: MatchShown): Snapshot => ({
  volume: match.volume,
  nok: match.nok_per_year,
  co2: match.t_co2e_per_year,
  distanceKm: match.distance_km,
  checks: match.checks.map(({ check, verdict }) => ({ check, verdict })),
});

export const movedShown = (moved: readonly Moved[]): MovedShown[] => moved.map((one) => ({ ...one }));

type Names = { readonly companyName: (id: string) => string; readonly viewer: Viewer; readonly today: string };

export function leadShown(
  lead: Lead,
  answers: readonly LeadAnswer[],
  withdrawn: boolean,
  { companyName, viewer, today }: Names,
): LeadShown {
  const mayChange = mayFollowUp(viewer);
  return {
    sight: 'full',
    id: lead.id,
    cluster: lead.cluster,
    surplus: lead.surplus,
    need: lead.need,
    via: [...lead.via],
    surplus_words: lead.names.surplus,
    need_words: lead.names.need,
    giver: lead.giver,
    giver_name: companyName(lead.giver),
    taker: lead.taker,
    taker_name: companyName(lead.taker),
    resource: lead.resource,
    stage: lead.stage,
    next_stages: mayChange ? [...MOVES[lead.stage]] : [],
    ended: lead.ended,
    responsible: lead.responsible,
    next_step: lead.nextStep,
    next_date: lead.nextDate,
    overdue: isOverdue(lead, today),
    made: snapshotShown(lead.made),
    at_end: lead.atEnd === null ? null : snapshotShown(lead.atEnd),
    made_at: lead.madeAt,
    changed_at: lead.changedAt,
    version: lead.version,
    withdrawn,
    answers: [lead.giver, lead.taker].map((company) => {
      const said = answers.find((one) => one.company === company);
      return {
        company,
        name: companyName(company),
        answer: said?.answer ?? null,
        reason: said?.reason ?? null,
        text: said?.text ?? null,
        at: said?.at ?? null,
        yours: mayAnswer(viewer, company),
      };
    }),
    may_change: mayChange,
  };
}

export const blindShown = (lead: BlindLead, className: (id: ResourceId) => string): BlindLeadShown => ({
  sight: 'blind',
  id: lead.id,
  flow: lead.flow,
  words: lead.words,
  side: lead.side,
  resource_class: lead.resourceClass === null ? null : className(lead.resourceClass),
  size: lead.size,
  distance_km: lead.distance,
  answer: lead.answer,
});

const WHO = {
  local: { nb: 'Konsulent', en: 'Consultant' },
  consultant: { nb: 'Konsulent', en: 'Consultant' },
  manager: { nb: 'Klyngeleder', en: 'Cluster manager' },
  administrator: { nb: 'Administrator', en: 'Administrator' },
  engine: { nb: 'Flytkart', en: 'Flytkart' },
} as const;

/** Who did something, as a reader knows them: a company by its name, others by their role. */
export const whoShown = (who: Viewer, companyName: (id: string) => string, language: Language): string =>
  who.kind === 'member' ? companyName(who.company) : WHO[who.kind][language];

export function eventShown(event: LeadEvent, companyName: (id: string) => string, language: Language): LeadEventShown {
  const base = { at: event.at, who: whoShown(event.who, companyName, language) };
  switch (event.kind) {
    case 'made':
      return { ...base, kind: 'made', stage: event.stage };
    case 'moved':
      return { ...base, kind: 'moved', from: event.from, to: event.to, reason: event.reason, text: event.text };
    case 'planned':
      return { ...base, kind: 'planned', responsible: event.responsible, next_step: event.nextStep, next_date: event.nextDate };
    case 'realised':
      return { ...base, kind: 'realised', year: event.year, t: event.t, mwh: event.mwh, nok: event.nok, t_co2e: event.tCo2e };
    case 'answered':
      return { ...base, kind: 'answered', company: companyName(event.company), answer: event.answer };
  }
}
