// The routes of leads, each asked once as a cluster manager or a member would.
import { expect } from 'vitest';
import type { LEAD_ROUTES } from '../../server/contract/leads.ts';
import type { LeadWhole } from '../../server/contract/leads.ts';
import type { TestServer } from './aServer.ts';

type Visits = Readonly<Record<keyof typeof LEAD_ROUTES, () => Promise<void>>>;

export const lookingAs = (viewer: string): { readonly cookie: string } => ({ cookie: `flytkart-viewer=${encodeURIComponent(viewer)}` });

export function leadVisits(serverOf: () => TestServer, cluster: string): Visits {
  const path = { cluster };
  const manager = () => lookingAs(`manager:${encodeURIComponent(cluster)}`);
  /** The match that stands on this place of the table, followed; each place once. */
  async function followed(place: number): Promise<LeadWhole> {
    const server = serverOf();
    const { rows } = await server.ask('matchRows', { path });
    const row = rows[place];
    if (row === undefined) throw new Error('too few matches');
    return server.ask('leadCreate', { path, body: { surplus: row.surplus, need: row.need }, headers: manager() });
  }
  return {
    matchRows: async () => {
      const { rows, total, companies } = await serverOf().ask('matchRows', { path, query: { lang: 'en' } });
      const member = lookingAs(`member:${companies[0]?.id}`);
      expect(await serverOf().refused('matchRows', { path, headers: member })).toBe('cluster.unknown');
      expect(rows).toHaveLength(total);
      expect(companies).toHaveLength(24);
      expect(rows.map(({ score }) => score)).toEqual(rows.map(({ score }) => score).toSorted((a, b) => b - a));
    },
    declined: async () => {
      const server = serverOf();
      const { rows } = await server.ask('matchRows', { path, headers: manager() });
      const row = rows[20];
      const pair = { surplus: row?.surplus ?? '', need: row?.need ?? '' };
      const body = { ...pair, declined: { reason: 'distance', text: null } };
      await server.ask('leadCreate', { path, body, headers: manager() });
      expect(await server.ask('declined', { path, headers: manager() })).toContainEqual({ ...pair, via: row?.via });
      expect(await server.ask('declined', { path, headers: lookingAs(`member:${row?.giver}`) })).toEqual([]);
    },
    leads: async () => {
      const lead = await followed(0);
      const page = await serverOf().ask('leads', { path, headers: manager() });
      expect(page.leads.map(({ id }) => id)).toContain(lead.id);
      expect(page.funnel.at(-1)?.counts.idea).toBeGreaterThan(0);
      expect(page.blind).toEqual([]);
    },
    leadCreate: async () => {
      const lead = await followed(1);
      expect(lead).toMatchObject({ stage: 'idea', version: 1, next_stages: ['discussion', 'ended'], may_change: true, current: true });
      const again = { path, body: { surplus: lead.surplus, need: lead.need }, headers: manager() };
      expect(await serverOf().refused('leadCreate', again)).toBe('lead.exists');
      expect(await serverOf().refused('leadCreate', { ...again, headers: lookingAs(`member:${lead.giver}`) })).toBe('lead.notYours');
      expect(await serverOf().refused('leadCreate', { ...again, body: { surplus: 'none', need: 'none' } })).toBe('match.unknown');
    },
    lead: async () => {
      const server = serverOf();
      const { id, giver, taker } = await followed(2);
      const seen = await server.ask('lead', { path: { lead: id }, headers: lookingAs(`member:${giver}`) });
      expect(seen.sight).toBe('blind');
      expect(JSON.stringify(seen)).not.toContain(taker);
      const bodies = await Promise.all(
        ['nobody', id].map(async (lead) => (await server.send('lead', { path: { lead }, headers: lookingAs('member:910000099') })).text()),
      );
      expect(new Set(bodies).size).toBe(1);
    },
    leadMove: async () => {
      const server = serverOf();
      const { id } = await followed(3);
      const move = (body: object) => ({ path: { lead: id }, body, headers: manager() });
      expect(await server.refused('leadMove', move({ to: 'operating', version: 1 }))).toBe('lead.move');
      expect(await server.refused('leadMove', move({ to: 'ended', version: 1 }))).toBe('lead.reason');
      expect(await server.refused('leadMove', move({ to: 'ended', version: 1, ended: { reason: 'other' } }))).toBe('lead.reasonText');
      expect(await server.ask('leadMove', move({ to: 'discussion', version: 1 }))).toMatchObject({ stage: 'discussion', version: 2 });
      expect(await server.refused('leadMove', move({ to: 'study', version: 1 }))).toBe('lead.stale');
      const ended = await server.ask('leadMove', move({ to: 'ended', version: 2, ended: { reason: 'economy', text: 'For dyrt' } }));
      expect(ended).toMatchObject({ stage: 'ended', ended: { reason: 'economy', text: 'For dyrt' }, moved: [] });
      const { rows } = await server.ask('matchRows', { path, headers: manager() });
      expect(rows.find((row) => row.lead?.id === id)?.declined).toMatchObject({ reason: 'economy', moved: [] });
    },
    leadPlan: async () => {
      const { id } = await followed(4);
      const plan = { responsible: 'Kari', next_step: 'Ring Ola', next_date: '2026-01-15', version: 1 };
      const planned = await serverOf().ask('leadPlan', { path: { lead: id }, body: plan, headers: manager() });
      expect(planned).toMatchObject({ responsible: 'Kari', next_step: 'Ring Ola', overdue: true, version: 2 });
      expect(await serverOf().refused('leadPlan', { path: { lead: id }, body: { ...plan, next_date: '15.1.2026' } })).toBe(
        'request.invalid',
      );
    },
    leadNote: async () => {
      const { id } = await followed(5);
      const { notes } = await serverOf().ask('leadNote', { path: { lead: id }, body: { text: 'Møte på kaia' }, headers: manager() });
      expect(notes).toMatchObject([{ text: 'Møte på kaia', open: false, who: 'Klyngeleder' }]);
    },
    leadRealise: async () => {
      const { id } = await followed(6);
      const year = { year: 2026, t: 120, mwh: null, nok: 90_000, t_co2e: 4.5 };
      const { realised } = await serverOf().ask('leadRealise', { path: { lead: id }, body: { ...year, version: 1 }, headers: manager() });
      expect(realised).toEqual([year]);
    },
    leadAnswer: async () => {
      const server = serverOf();
      const { id, giver, taker } = await followed(7);
      const say = (company: string, answer: 'yes' | 'no' | null) =>
        server.ask('leadAnswer', { path: { lead: id }, body: { company, answer }, headers: lookingAs(`member:${company}`) });
      expect(await say(giver, 'yes')).toMatchObject({ sight: 'blind', answer: 'yes' });
      expect(await server.ask('lead', { path: { lead: id }, headers: lookingAs(`member:${taker}`) })).toMatchObject({
        sight: 'blind',
        answer: null,
      });
      expect(await say(taker, 'yes')).toMatchObject({ sight: 'full', may_change: false, next_stages: [] });
      expect(await say(taker, 'no')).toMatchObject({ sight: 'blind', answer: 'no' });
      const foreign = { path: { lead: id }, body: { company: taker, answer: 'yes' }, headers: lookingAs(`member:${giver}`) };
      expect(await server.refused('leadAnswer', foreign)).toBe('lead.unknown');
    },
  };
}
