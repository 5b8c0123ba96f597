// What is asked and done about leads, as the API sees it. Every function throws AppError; what a viewer may not see is not there for it.
import { randomBytes } from 'node:crypto';
import type { z } from 'zod';
import type { Language } from '../../contract/errors.ts';
import type { LEAD_ROUTES, LeadOrBlind, LeadsPage, LeadWhole, MatchRows, Why } from '../../contract/leads.ts';
import type { MatchShown } from '../../contract/matchAnswer.ts';
import { whetherBack } from '../../domain/declined.ts';
import { AppError } from '../../domain/errors.ts';
import { funnelOverTime, reachedStages } from '../../domain/funnel.ts';
import { isNo, needsText } from '../../domain/lead.ts';
import type { Lead } from '../../domain/lead.ts';
import { mayFollowUp } from '../../domain/followUpPolicy.ts';
import type { Viewer } from '../../domain/viewer.ts';
import type { Opened } from '../opened.ts';
import { knowledge } from '../knowledge.ts';
import { recordSeen } from '../seen.ts';
import { hider } from './hideLead.ts';
import { matchRows, pairKey } from './matchRows.ts';
import { blindShown, eventShown, leadShown, movedShown, snapshotOfShown, whoShown } from './shownLeads.ts';

type Body<Name extends keyof typeof LEAD_ROUTES> = (typeof LEAD_ROUTES)[Name]['body'] extends z.ZodType
  ? z.output<(typeof LEAD_ROUTES)[Name]['body']>
  : never;

export interface LeadRoom {
  matchRows(viewer: Viewer, cluster: string, language: Language): Promise<MatchRows>;
  /** Matches of today that got a no and stay away. */
  declined(viewer: Viewer, cluster: string): Promise<{ surplus: string; need: string; via: string[] }[]>;
  list(viewer: Viewer, cluster: string, language: Language): LeadsPage;
  one(viewer: Viewer, lead: string, language: Language): Promise<LeadOrBlind>;
  create(viewer: Viewer, cluster: string, body: Body<'leadCreate'>, language: Language): Promise<LeadWhole>;
  move(viewer: Viewer, lead: string, body: Body<'leadMove'>, language: Language): Promise<LeadWhole>;
  plan(viewer: Viewer, lead: string, body: Body<'leadPlan'>, language: Language): Promise<LeadWhole>;
  note(viewer: Viewer, lead: string, body: Body<'leadNote'>, language: Language): Promise<LeadWhole>;
  realise(viewer: Viewer, lead: string, body: Body<'leadRealise'>, language: Language): Promise<LeadWhole>;
  answer(viewer: Viewer, lead: string, body: Body<'leadAnswer'>, language: Language): Promise<LeadOrBlind>;
}

const checked = (why: Why): Why => {
  if (needsText(why.reason) && why.text === null) throw new AppError('lead.reasonText');
  return why;
};

export function createLeadRoom(opened: Opened): LeadRoom {
  const today = (): string => opened.now().slice(0, 10);
  const companyName = (viewer: Viewer) => (id: string) => opened.store().company(viewer, id)?.name ?? id;
  const className = (language: Language) => (id: string) => knowledge().reference.resources.get(id)?.name[language] ?? id;
  const mustSee = (viewer: Viewer, cluster: string): void => {
    if (!opened.store().clusters(viewer).includes(cluster)) throw new AppError('cluster.unknown', { cluster });
  };
  const fullLeads = (viewer: Viewer, cluster: string): Lead[] =>
    opened
      .store()
      .leadsOf(viewer, { cluster }, hider(opened.store()))
      .flatMap((one) => (one.sight === 'full' ? [one.lead] : []));

  /** The match of a pair as it is found today, near misses too; undefined where there is none. */
  async function matchNow(viewer: Viewer, lead: Pick<Lead, 'cluster' | 'surplus' | 'need'> & { via?: readonly string[] }) {
    // A member's own matching would see less than the lead's makers saw.
    const { matches, refused } = await opened.answers().matches(viewer, lead.cluster, 'nb');
    const isPair = (one: MatchShown): boolean =>
      lead.via === undefined
        ? one.surplus === lead.surplus && one.need === lead.need
        : pairKey(one) === pairKey({ ...lead, via: lead.via });
    return matches.find(isPair) ?? refused.find(isPair);
  }

  const seen = recordSeen(opened);
  async function whole(viewer: Viewer, id: string, language: Language): Promise<LeadOrBlind> {
    const found = opened.store().leadOf(viewer, id, hider(opened.store()));
    if (found.sight === 'blind') return blindShown(found.lead, className(language));
    const { lead, events, notes, realised } = found;
    await seen(viewer, [
      { company: lead.giver, flow: lead.surplus, what: 'lead' },
      { company: lead.taker, flow: lead.need, what: 'lead' },
    ]);
    const nameOf = companyName(viewer);
    const now = viewer.kind === 'member' ? undefined : await matchNow(viewer, lead);
    const back =
      now !== undefined && lead.ended !== null && lead.atEnd !== null && isNo(lead.ended.reason)
        ? whetherBack(lead.atEnd, snapshotOfShown(now))
        : null;
    return {
      ...leadShown(lead, found.answers, found.withdrawn, { companyName: nameOf, viewer, today: today() }),
      events: events.map((one) => eventShown(one, nameOf, language)),
      notes: notes.map((one) => ({ at: one.at, who: whoShown(one.who, nameOf, language), text: one.text, open: one.open })),
      realised: realised.map(({ year, t, mwh, nok, tCo2e }) => ({ year, t, mwh, nok, t_co2e: tCo2e })),
      moved: back === null ? null : back.kind === 'cameBack' ? movedShown(back.moved) : [],
      current: now !== undefined,
    };
  }
  async function inFull(viewer: Viewer, id: string, language: Language): Promise<LeadWhole> {
    const shown = await whole(viewer, id, language);
    if (shown.sight === 'blind') throw new AppError('lead.unknown');
    return shown;
  }
  const mustFollow = (viewer: Viewer): void => {
    if (!mayFollowUp(viewer)) throw new AppError('lead.notYours');
  };
  /** The lead as stored, where the viewer sees it whole. */
  function stored(viewer: Viewer, id: string): Lead {
    const found = opened.store().leadOf(viewer, id, hider(opened.store()));
    if (found.sight === 'blind') throw new AppError('lead.unknown');
    mustFollow(viewer);
    return found.lead;
  }

  return {
    async matchRows(viewer, cluster, language) {
      mustSee(viewer, cluster);
      // Pairs of all companies at once are for facilitators; to a member the table is not there.
      if (viewer.kind === 'member') throw new AppError('cluster.unknown', { cluster });
      const answers = opened.answers();
      const [page, answer] = await Promise.all([answers.cluster(viewer, cluster, language), answers.matches(viewer, cluster, language)]);
      return matchRows({ viewer, page, answer, leads: fullLeads(viewer, cluster), today: today() });
    },
    async declined(viewer, cluster) {
      mustSee(viewer, cluster);
      const leads = fullLeads(viewer, cluster).filter(({ ended }) => ended !== null && isNo(ended.reason));
      if (leads.length === 0) return [];
      const { matches } = await opened.answers().matches(viewer, cluster, 'nb');
      const now = new Map(matches.map((match) => [pairKey(match), match]));
      return leads.flatMap((lead) => {
        const match = now.get(pairKey(lead));
        if (match === undefined || lead.atEnd === null) return [];
        const back = whetherBack(lead.atEnd, snapshotOfShown(match));
        return back.kind === 'cameBack' ? [] : [{ surplus: lead.surplus, need: lead.need, via: [...lead.via] }];
      });
    },
    list(viewer, cluster, language) {
      mustSee(viewer, cluster);
      const store = opened.store();
      const seen = store.leadsOf(viewer, { cluster }, hider(store));
      const passages = store.leadPassages(viewer, cluster);
      const names = { companyName: companyName(viewer), viewer, today: today() };
      return {
        cluster,
        leads: seen.flatMap((one) => (one.sight === 'full' ? [leadShown(one.lead, one.answers, one.withdrawn, names)] : [])),
        blind: seen.flatMap((one) => (one.sight === 'blind' ? [blindShown(one.lead, className(language))] : [])),
        funnel: funnelOverTime(passages, today().slice(0, 7)).map(({ month, counts }) => ({ month, counts: { ...counts } })),
        reached: reachedStages(passages),
        realised: store
          .leadsRealised(viewer, cluster)
          .map(({ lead, year, t, mwh, nok, tCo2e }) => ({ lead, year, t, mwh, nok, t_co2e: tCo2e })),
        today: today(),
        may_change: mayFollowUp(viewer),
      };
    },
    one: whole,
    async create(viewer, cluster, body, language) {
      mustSee(viewer, cluster);
      mustFollow(viewer);
      const declined = body.declined === null ? null : checked(body.declined);
      const [page, match] = await Promise.all([
        opened.answers().cluster(viewer, cluster, 'nb'),
        matchNow(viewer, { cluster, surplus: body.surplus, need: body.need }),
      ]);
      const [surplus, need] = [body.surplus, body.need].map((id) => page.flows.find((flow) => flow.id === id));
      if (match === undefined || surplus === undefined || need === undefined) throw new AppError('match.unknown');
      const id = randomBytes(9).toString('base64url');
      const made = snapshotOfShown(match);
      const writer = await opened.writer();
      const at = opened.now();
      await writer.createLead(
        viewer,
        {
          id,
          cluster,
          surplus: match.surplus,
          need: match.need,
          via: match.via,
          giver: surplus.company,
          taker: need.company,
          resource: surplus.guesses[0]?.resource ?? null,
          names: { surplus: surplus.resource, need: need.resource, giver: surplus.company_name, taker: need.company_name },
          made,
        },
        at,
      );
      if (declined !== null) await writer.moveLead(viewer, id, { to: 'ended', version: 1, ...declined, now: made }, at);
      return inFull(viewer, id, language);
    },
    async move(viewer, id, { to, version, ended }, language) {
      const why = ended === null ? null : checked(ended);
      const now = await matchNow(viewer, stored(viewer, id));
      const change = {
        to,
        version,
        reason: why?.reason ?? null,
        text: why?.text ?? null,
        now: now === undefined ? null : snapshotOfShown(now),
      };
      await (await opened.writer()).moveLead(viewer, id, change, opened.now());
      return inFull(viewer, id, language);
    },
    async plan(viewer, id, body, language) {
      const plan = { responsible: body.responsible, nextStep: body.next_step, nextDate: body.next_date, version: body.version };
      await (await opened.writer()).planLead(viewer, id, plan, opened.now());
      return inFull(viewer, id, language);
    },
    async note(viewer, id, body, language) {
      await (await opened.writer()).noteLead(viewer, id, body, opened.now());
      return inFull(viewer, id, language);
    },
    async realise(viewer, id, { year, t, mwh, nok, t_co2e: tCo2e, version }, language) {
      await (await opened.writer()).realiseLead(viewer, id, { year, t, mwh, nok, tCo2e, version }, opened.now());
      return inFull(viewer, id, language);
    },
    async answer(viewer, id, { company, answer, why }, language) {
      const said = why === null ? null : checked(why);
      await (
        await opened.writer()
      ).answerLead(viewer, id, company, { answer, reason: said?.reason ?? null, text: said?.text ?? null }, opened.now());
      return whole(viewer, id, language);
    },
  };
}
