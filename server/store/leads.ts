// Leads: who follows which match, how far it came, and what each viewer sees of it.
import type { Database } from 'better-sqlite3';
import type { BlindLead } from '../domain/blindLead.ts';
import { AppError } from '../domain/errors.ts';
import { mayAnswer, mayFollowUp, seesInternalNotes } from '../domain/followUpPolicy.ts';
import type { Passage } from '../domain/funnel.ts';
import type { CompanyId } from '../domain/flow.ts';
import { mayMove } from '../domain/lead.ts';
import type { Answer, EndReason, Lead, Pair, Snapshot, Stage } from '../domain/lead.ts';
import type { LeadAnswer, LeadEvent, LeadNote, Realised } from '../domain/leadHistory.ts';
import { matchSight, reach } from '../domain/policy.ts';
import type { MatchSight } from '../domain/policy.ts';
import type { SharingLevel } from '../domain/sharing.ts';
import type { Viewer } from '../domain/viewer.ts';
import { bumpRevision } from './imports.ts';
import { LEAD_COLUMNS, LEAD_TABLES, toLead } from './leadRow.ts';
import type { LeadRow } from './leadRow.ts';
import type { FlowReader } from './readFlows.ts';
import type { Standings } from './standings.ts';

/** What is left of a lead for a company that has not been told the other side; `own` is the company that looks. */
export type Hide = (lead: Lead, own: CompanyId, answer: Answer | null) => BlindLead;

export type SeenLead =
  | { readonly sight: 'full'; readonly lead: Lead; readonly answers: readonly LeadAnswer[]; readonly withdrawn: boolean }
  | { readonly sight: 'blind'; readonly lead: BlindLead };

export type WholeLead =
  | (Extract<SeenLead, { sight: 'full' }> & {
      readonly events: readonly LeadEvent[];
      readonly notes: readonly LeadNote[];
      readonly realised: readonly Realised[];
    })
  | Extract<SeenLead, { sight: 'blind' }>;

export type NewLead = Pair & Pick<Lead, 'id' | 'cluster' | 'giver' | 'taker' | 'resource' | 'names' | 'made'>;
export type Move = {
  readonly to: Stage;
  readonly version: number;
  readonly reason: EndReason | null;
  readonly text: string | null;
  /** The match as it is now; null where there is none any more: then what was known last holds. */
  readonly now: Snapshot | null;
};
export type Plan = Pick<Lead, 'responsible' | 'nextStep' | 'nextDate' | 'version'>;
export type Said = { readonly answer: Answer | null; readonly reason: EndReason | null; readonly text: string | null };

/** Of leads that nobody of the viewer's kind sees: as if they were not there. */
export type LeadReader = {
  readonly of: (viewer: Viewer, asked: { readonly cluster: string } | { readonly company: string }, hide: Hide) => SeenLead[];
  /** Throws `lead.unknown`. */
  readonly one: (viewer: Viewer, id: string, hide: Hide) => WholeLead;
  /** Stages that the leads of the cluster came to, oldest first; of those seen in full. */
  readonly passages: (viewer: Viewer, cluster: string) => Passage[];
  readonly realised: (viewer: Viewer, cluster: string) => readonly (Realised & { readonly lead: string })[];
};
export type LeadWriter = {
  readonly create: (viewer: Viewer, lead: NewLead, at: string) => void;
  readonly move: (viewer: Viewer, id: string, move: Move, at: string) => void;
  readonly plan: (viewer: Viewer, id: string, plan: Plan, at: string) => void;
  readonly note: (viewer: Viewer, id: string, note: { readonly text: string; readonly open: boolean }, at: string) => void;
  readonly realise: (viewer: Viewer, id: string, realised: Realised & { readonly version: number }, at: string) => void;
  readonly answer: (viewer: Viewer, id: string, company: CompanyId, said: Said, at: string) => void;
};

type Ends = readonly [giver: boolean, taker: boolean];

export function createLeads(db: Database, standings: Standings, flows: FlowReader): LeadReader & LeadWriter {
  const byId = db.prepare<[string], LeadRow>(`SELECT ${LEAD_COLUMNS} FROM ${LEAD_TABLES} WHERE l.public_id = ?`);
  const inCluster = db.prepare<[string], LeadRow>(`SELECT ${LEAD_COLUMNS} FROM ${LEAD_TABLES} WHERE k.name = ? ORDER BY l.id`);
  const ofCompany = db.prepare<{ id: number }, LeadRow>(
    `SELECT ${LEAD_COLUMNS} FROM ${LEAD_TABLES} WHERE l.giver_id = $id OR l.taker_id = $id ORDER BY l.id`,
  );
  const answersOf = db.prepare<[number], LeadAnswer & { lead: number }>(
    `SELECT a.lead_id AS lead, c.public_id AS company, a.answer, a.reason, a.text, a.at FROM lead_answers a JOIN companies c ON c.id = a.company_id
     WHERE a.lead_id = ? ORDER BY c.public_id`,
  );
  const eventsOf = db.prepare<[number], { at: string; who: string; kind: string; fact: string }>(
    'SELECT at, who, kind, fact FROM lead_events WHERE lead_id = ? ORDER BY id',
  );
  const notesOf = db.prepare<[number], { at: string; who: string; text: string; open: number }>(
    'SELECT at, who, text, open FROM lead_notes WHERE lead_id = ? ORDER BY id',
  );
  const realisedOf = db.prepare<[number], Realised>(
    'SELECT year, t, mwh, nok, t_co2e AS tCo2e FROM lead_realised WHERE lead_id = ? ORDER BY year',
  );

  /** How the flows are shared now, by id; what is withdrawn is not there. */
  function liveSharing(rows: readonly LeadRow[]): ReadonlyMap<string, SharingLevel> {
    const ids = [...new Set(rows.flatMap((row) => [row.surplus, row.need]))];
    return new Map(ids.length === 0 ? [] : flows.flowsOf({ kind: 'engine' }, { ids }).map((flow) => [flow.id, flow.sharing]));
  }

  /** Judges many leads with one look at their flows. */
  function judge(viewer: Viewer, rows: readonly LeadRow[]): { row: LeadRow; sight: MatchSight; own: Ends; withdrawn: boolean }[] {
    const sharing = liveSharing(rows);
    const standingOf = standings.of(viewer);
    return rows.map((row) => {
      const giver = { ...standingOf({ id: row.giver_id, publicId: row.giver }), sharing: sharing.get(row.surplus) ?? row.surplus_sharing };
      const taker = { ...standingOf({ id: row.taker_id, publicId: row.taker }), sharing: sharing.get(row.need) ?? row.need_sharing };
      const sight = matchSight(viewer, [giver, taker]);
      return {
        row,
        // Nothing is asked of a company any more about a lead that ended before it knew the other side.
        sight: sight === 'blind' && row.stage === 'ended' ? 'none' : sight,
        own: [reach(viewer, giver) === 'own', reach(viewer, taker) === 'own'],
        withdrawn: !sharing.has(row.surplus) || !sharing.has(row.need),
      };
    });
  }

  type Judged = ReturnType<typeof judge>[number];
  function seen(viewer: Viewer, { row, sight, own, withdrawn }: Judged, hide: Hide): SeenLead[] {
    if (sight === 'none') return [];
    const answers = answersOf
      .all(row.id)
      .map(({ company, answer, reason, text, at }): LeadAnswer => ({ company, answer, reason, text, at }));
    if (sight === 'blind') {
      const company = own[0] ? row.giver : row.taker;
      return [{ sight, lead: hide(toLead(row), company, answers.find((one) => one.company === company)?.answer ?? null) }];
    }
    const told = seesInternalNotes(viewer) ? answers : answers.map((one) => ({ ...one, reason: null, text: null }));
    return [{ sight, lead: toLead(row), answers: told, withdrawn }];
  }

  function found(viewer: Viewer, id: string): Judged {
    const row = byId.get(id);
    const [judged] = row === undefined ? [] : judge(viewer, [row]);
    if (judged === undefined || judged.sight === 'none') throw new AppError('lead.unknown');
    return judged;
  }

  const of: LeadReader['of'] = (viewer, asked, hide) => {
    const company = 'company' in asked ? standings.company(asked.company) : undefined;
    const rows = 'cluster' in asked ? inCluster.all(asked.cluster) : company === undefined ? [] : ofCompany.all({ id: company.id });
    return judge(viewer, rows).flatMap((one) => seen(viewer, one, hide));
  };

  const one: LeadReader['one'] = (viewer, id, hide) => {
    const judged = found(viewer, id);
    const [lead] = seen(viewer, judged, hide);
    if (lead === undefined) throw new AppError('lead.unknown');
    if (lead.sight === 'blind') return lead;
    const all = seesInternalNotes(viewer);
    const events = eventsOf
      .all(judged.row.id)
      .map(({ at, who, kind, fact }) => ({ at, who: JSON.parse(who) as Viewer, kind, ...(JSON.parse(fact) as object) }) as LeadEvent)
      .filter(({ kind }) => all || kind !== 'answered');
    const self = JSON.stringify(viewer);
    const notes = notesOf
      .all(judged.row.id)
      .filter(({ who, open }) => all || open === 1 || who === self)
      .map(({ at, who, text, open }) => ({ at, who: JSON.parse(who) as Viewer, text, open: open === 1 }));
    return { ...lead, events, notes, realised: realisedOf.all(judged.row.id) };
  };

  const inFull = (viewer: Viewer, cluster: string): LeadRow[] =>
    judge(viewer, inCluster.all(cluster)).flatMap(({ row, sight }) => (sight === 'full' ? [row] : []));

  const passages: LeadReader['passages'] = (viewer, cluster) =>
    inFull(viewer, cluster)
      .flatMap((row) =>
        eventsOf.all(row.id).flatMap(({ at, kind, fact }): Passage[] => {
          const told = JSON.parse(fact) as { stage?: Stage; to?: Stage };
          const stage = kind === 'made' ? told.stage : kind === 'moved' ? told.to : undefined;
          return stage === undefined ? [] : [{ lead: row.public_id, at, stage }];
        }),
      )
      .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));

  const realisedIn: LeadReader['realised'] = (viewer, cluster) =>
    inFull(viewer, cluster).flatMap((row) => realisedOf.all(row.id).map((year) => ({ ...year, lead: row.public_id })));

  const record = (lead: number, viewer: Viewer, at: string, kind: LeadEvent['kind'], fact: object): void =>
    void db
      .prepare('INSERT INTO lead_events (lead_id, at, who, kind, fact) VALUES (?, ?, ?, ?, ?)')
      .run(lead, at, JSON.stringify(viewer), kind, JSON.stringify(fact));

  /** A lead that this viewer sees whole and may change. */
  function mine(viewer: Viewer, id: string): LeadRow {
    const { row, sight } = found(viewer, id);
    if (sight !== 'full') throw new AppError('lead.unknown');
    if (!mayFollowUp(viewer)) throw new AppError('lead.notYours');
    return row;
  }
  /** As `mine`, for a change of what another may have changed since. */
  function current(viewer: Viewer, id: string, version: number): LeadRow {
    const row = mine(viewer, id);
    if (row.version !== version) throw new AppError('lead.stale', { surplus: (JSON.parse(row.names) as Lead['names']).surplus });
    return row;
  }
  const atOnce = (work: () => void): void => db.transaction(work).immediate();

  const create: LeadWriter['create'] = (viewer, lead, at) =>
    atOnce(() => {
      const clusterId = db.prepare<[string], number>('SELECT id FROM clusters WHERE name = ?').pluck().get(lead.cluster);
      const [giver, taker] = [standings.company(lead.giver), standings.company(lead.taker)];
      const sharing = new Map(
        flows.flowsOf({ kind: 'engine' }, { ids: [lead.surplus, lead.need] }).map((flow) => [flow.id, flow] as const),
      );
      const [surplus, need] = [sharing.get(lead.surplus), sharing.get(lead.need)];
      if (clusterId === undefined) throw new AppError('cluster.unknown', { cluster: lead.cluster });
      if (giver === undefined || taker === undefined || surplus?.company !== lead.giver || need?.company !== lead.taker)
        throw new AppError('flow.unknown');
      const standingOf = standings.of(viewer);
      const ends = [
        { ...standingOf(giver), sharing: surplus.sharing },
        { ...standingOf(taker), sharing: need.sharing },
      ];
      if (matchSight(viewer, ends) !== 'full') throw new AppError('flow.unknown');
      if (!mayFollowUp(viewer)) throw new AppError('lead.notYours');
      const via = JSON.stringify(lead.via);
      const there = db
        .prepare<[number, string, string, string], number>(
          'SELECT count(*) FROM leads WHERE cluster_id = ? AND surplus = ? AND need = ? AND via = ?',
        )
        .pluck()
        .get(clusterId, lead.surplus, lead.need, via);
      if (there !== 0) throw new AppError('lead.exists');
      const put = db.prepare(
        `INSERT INTO leads (public_id, cluster_id, giver_id, taker_id, surplus, need, via, resource, names, surplus_sharing, need_sharing, stage, made,
         made_at, changed_at, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'idea', ?, ?, ?, 1)`,
      );
      const id = Number(
        put.run(
          lead.id,
          clusterId,
          giver.id,
          taker.id,
          lead.surplus,
          lead.need,
          via,
          lead.resource,
          JSON.stringify(lead.names),
          surplus.sharing,
          need.sharing,
          JSON.stringify(lead.made),
          at,
          at,
        ).lastInsertRowid,
      );
      record(id, viewer, at, 'made', { stage: 'idea' satisfies Stage });
    });

  const move: LeadWriter['move'] = (viewer, id, { to, version, reason, text, now }, at) =>
    atOnce(() => {
      const row = current(viewer, id, version);
      if (!mayMove(row.stage, to)) throw new AppError('lead.move', { from: row.stage, to });
      if ((to === 'ended') !== (reason !== null)) throw new AppError('lead.reason');
      const made = row.stage === 'ended' && now !== null ? JSON.stringify(now) : row.made;
      const atEnd = to === 'ended' ? (now === null ? row.made : JSON.stringify(now)) : null;
      db.prepare(
        'UPDATE leads SET stage = ?, end_reason = ?, end_text = ?, made = ?, at_end = ?, changed_at = ?, version = version + 1 WHERE id = ?',
      ).run(to, reason, text, made, atEnd, at, row.id);
      record(row.id, viewer, at, 'moved', { from: row.stage, to, reason, text });
    });

  const plan: LeadWriter['plan'] = (viewer, id, { responsible, nextStep, nextDate, version }, at) =>
    atOnce(() => {
      const row = current(viewer, id, version);
      db.prepare('UPDATE leads SET responsible = ?, next_step = ?, next_date = ?, changed_at = ?, version = version + 1 WHERE id = ?').run(
        responsible,
        nextStep,
        nextDate,
        at,
        row.id,
      );
      record(row.id, viewer, at, 'planned', { responsible, nextStep, nextDate });
    });

  /** Nothing is overwritten by a note, so it needs no version. A company's own note is for both. */
  const note: LeadWriter['note'] = (viewer, id, { text, open }, at) =>
    atOnce(() => {
      const { row, sight } = found(viewer, id);
      if (sight !== 'full') throw new AppError('lead.unknown');
      db.prepare('INSERT INTO lead_notes (lead_id, at, who, text, open) VALUES (?, ?, ?, ?, ?)').run(
        row.id,
        at,
        JSON.stringify(viewer),
        text,
        open || !mayFollowUp(viewer) ? 1 : 0,
      );
      db.prepare('UPDATE leads SET changed_at = ? WHERE id = ?').run(at, row.id);
    });

  const realise: LeadWriter['realise'] = (viewer, id, { year, t, mwh, nok, tCo2e, version }, at) =>
    atOnce(() => {
      const row = current(viewer, id, version);
      db.prepare(
        `INSERT INTO lead_realised (lead_id, year, t, mwh, nok, t_co2e) VALUES (?, ?, ?, ?, ?, ?)
         ON CONFLICT DO UPDATE SET t = excluded.t, mwh = excluded.mwh, nok = excluded.nok, t_co2e = excluded.t_co2e`,
      ).run(row.id, year, t, mwh, nok, tCo2e);
      db.prepare('UPDATE leads SET changed_at = ?, version = version + 1 WHERE id = ?').run(at, row.id);
      record(row.id, viewer, at, 'realised', { year, t, mwh, nok, tCo2e });
    });

  const answer: LeadWriter['answer'] = (viewer, id, company, said, at) =>
    atOnce(() => {
      const { row } = found(viewer, id);
      if ((company !== row.giver && company !== row.taker) || !mayAnswer(viewer, company)) throw new AppError('lead.unknown');
      const [own, other] = company === row.giver ? [row.giver_id, row.taker_id] : [row.taker_id, row.giver_id];
      if (said.answer === null) db.prepare('DELETE FROM lead_answers WHERE lead_id = ? AND company_id = ?').run(row.id, own);
      else
        db.prepare(
          `INSERT INTO lead_answers (lead_id, company_id, answer, reason, text, at) VALUES (?, ?, ?, ?, ?, ?)
           ON CONFLICT DO UPDATE SET answer = excluded.answer, reason = excluded.reason, text = excluded.text, at = excluded.at`,
        ).run(row.id, own, said.answer, said.reason, said.text, at);
      agree(own, other, said.answer === 'yes', at);
      db.prepare('UPDATE leads SET changed_at = ? WHERE id = ?').run(at, row.id);
      record(row.id, viewer, at, 'answered', { company, answer: said.answer });
    });

  /**
   * The two are partners while they have said yes to one and the same lead. A yes of one side alone is not written as a consent: another lead with
   * the same company would then give it away.
   */
  function agree(own: number, other: number, yes: boolean, at: string): void {
    const both = db
      .prepare<{ own: number; other: number }, number>(
        `SELECT count(*) FROM lead_answers a JOIN lead_answers b ON b.lead_id = a.lead_id AND b.company_id = $other AND b.answer = 'yes'
         WHERE a.company_id = $own AND a.answer = 'yes'`,
      )
      .pluck()
      .get({ own, other });
    const put = db.prepare('INSERT OR IGNORE INTO consents (company_id, other_id, at) VALUES (?, ?, ?)');
    let changed = 0;
    if (both !== 0) changed = put.run(own, other, at).changes + put.run(other, own, at).changes;
    else if (!yes) changed = db.prepare('DELETE FROM consents WHERE company_id = ? AND other_id = ?').run(own, other).changes;
    if (changed > 0) bumpRevision(db);
  }

  return { of, one, passages, realised: realisedIn, create, move, plan, note, realise, answer };
}
