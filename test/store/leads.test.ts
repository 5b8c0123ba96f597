import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { blindLead } from '../../server/domain/blindLead.ts';
import type { Snapshot } from '../../server/domain/lead.ts';
import { LOCAL } from '../../server/domain/viewer.ts';
import type { Viewer } from '../../server/domain/viewer.ts';
import { openStore } from '../../server/store/store.ts';
import type { Store } from '../../server/store/store.ts';
import { aRow, aStore, importFile, stageFile } from './makers.ts';

const SAW = '910000001';
const HEAT = '910000002';
const THIRD = '910000003';
const AT = '2026-01-02T10:00:00Z';
const member = (company: string): Viewer => ({ kind: 'member', company });
const manager: Viewer = { kind: 'manager', cluster: 'Rana' };
const consultant: Viewer = { kind: 'consultant', companies: [SAW], until: '2030-01-01' };
const hide: Parameters<Store['leadOf']>[2] = (lead, own, answer) =>
  blindLead(lead, own, answer, [1, 2, 3], { size: [10, 100, 1_000], distanceKm: [5, 50], leastCompanies: 3 });

const MADE: Snapshot = {
  volume: { low: 80, likely: 100, high: 120, unit: 't' },
  nok: { low: 1, likely: 2, high: 3 },
  co2: null,
  distanceKm: 3,
  checks: [{ check: 'law', verdict: 'pass' }],
};

const SAWN = { company: 'Sagbruket', orgNumber: SAW, words: 'flis' };
const BURNT = { company: 'Varmeverket', orgNumber: HEAT, words: 'brensel', direction: 'in' as const };

/** A lead on the sawmill's chips for the heating plant, with a third company in the cluster. */
function aLead(sharing: 'cluster' | 'own' = 'cluster', viewer: Viewer = manager): Store {
  const store = aStore();
  importFile(store, [aRow(SAWN), aRow({ ...BURNT, sharing }), aRow({ company: 'En tredje', orgNumber: THIRD, words: 'gips' })]);
  follow(store, 'L1', viewer);
  return store;
}
const flowId = (store: Store, words: string): string =>
  store.flowsOf({ kind: 'engine' }, { cluster: 'Rana' }).find((flow) => flow.words === words)?.id ?? '';
function follow(store: Store, id: string, viewer: Viewer): void {
  const names = { surplus: 'flis', need: 'brensel', giver: 'Sagbruket', taker: 'Varmeverket' };
  const pair = { surplus: flowId(store, 'flis'), need: flowId(store, 'brensel'), via: [], giver: SAW, taker: HEAT };
  store.createLead(viewer, { ...pair, id, cluster: 'Rana', resource: 'mat.wood.chips', names, made: MADE }, AT);
}
const move = (store: Store, to: 'discussion' | 'study' | 'operating' | 'ended' | 'idea', version: number, viewer: Viewer = manager): void =>
  store.moveLead(viewer, 'L1', { to, version, reason: to === 'ended' ? 'economy' : null, text: null, now: MADE }, AT);
const full = (store: Store, viewer: Viewer = manager) => {
  const lead = store.leadOf(viewer, 'L1', hide);
  if (lead.sight !== 'full') throw new Error('blind');
  return lead;
};

describe('a lead', () => {
  it('moves by legal steps and keeps every one of them in its history', () => {
    const store = aLead();
    expect(() => move(store, 'operating', 1)).toThrow('lead.move');
    move(store, 'discussion', 1);
    store.planLead(manager, 'L1', { responsible: 'Kari', nextStep: 'Ring', nextDate: '2026-02-01', version: 2 }, AT);
    move(store, 'ended', 3);
    const { lead, events } = full(store);
    expect(lead).toMatchObject({ stage: 'ended', version: 4, ended: { reason: 'economy' }, atEnd: MADE });
    expect(events.map(({ kind }) => kind)).toEqual(['made', 'moved', 'planned', 'moved']);
    move(store, 'idea', 4);
    expect(full(store).lead).toMatchObject({ stage: 'idea', ended: null, atEnd: null });
  });
  it('is not overwritten by somebody who saw an older version, and what was saved first stands', () => {
    const store = aLead();
    const plan = { nextStep: null, nextDate: null, version: 1 };
    store.planLead(manager, 'L1', { ...plan, responsible: 'Kari' }, AT);
    expect(() => store.planLead(manager, 'L1', { ...plan, responsible: 'Ola' }, AT)).toThrow('lead.stale');
    expect(() => move(store, 'discussion', 1)).toThrow('lead.stale');
    expect(full(store).lead).toMatchObject({ responsible: 'Kari', stage: 'idea', version: 2 });
  });
  it('is one for each pair, and ends only with a reason', () => {
    const store = aLead();
    expect(() => follow(store, 'L2', manager)).toThrow('lead.exists');
    expect(() => store.moveLead(manager, 'L1', { to: 'ended', version: 1, reason: null, text: null, now: null }, AT)).toThrow(
      'lead.reason',
    );
  });
  it('outlives a flow that is withdrawn, and says so', () => {
    const store = aLead();
    importFile(store, [aRow({ ...SAWN, words: 'bark' }), aRow({ ...BURNT, words: 'olje' })]);
    expect(full(store)).toMatchObject({ withdrawn: true, lead: { names: { surplus: 'flis' }, made: MADE } });
    expect(store.leadOf(member(HEAT), 'L1', hide).sight).toBe('blind');
    move(store, 'discussion', 1);
    expect(full(store).lead.stage).toBe('discussion');
  });
  it('lies on disk before it is acknowledged, and its history cannot be changed', () => {
    const store = aLead();
    store.noteLead(manager, 'L1', { text: 'Møte', open: false }, AT);
    store.realiseLead(manager, 'L1', { year: 2025, t: 90, mwh: null, nok: -5, tCo2e: null, version: 1 }, AT);
    const other = openStore(store.file, { mode: 'read' });
    expect(other.leadOf(LOCAL, 'L1', hide)).toMatchObject({
      notes: [{ text: 'Møte' }],
      realised: [{ year: 2025, t: 90, mwh: null, nok: -5, tCo2e: null }],
    });
    other.close();
    const db = new Database(store.file);
    expect(() => db.exec("UPDATE lead_events SET at = ''")).toThrow('never changed');
    expect(() => db.exec('DELETE FROM lead_events')).toThrow('never changed');
    db.close();
    expect(store.check()).toEqual([]);
  });
  it('is not touched by an import that is still staged', () => {
    const store = aLead();
    stageFile(store, [aRow({ ...SAWN, words: 'bark' })]);
    expect(full(store).withdrawn).toBe(false);
  });
});

describe('who sees a lead', () => {
  it('the manager sees it whole, its two companies blindly, a third company not at all', () => {
    const store = aLead();
    expect(full(store).lead.taker).toBe(HEAT);
    for (const [own, other] of [[SAW, HEAT], [HEAT, SAW]] as const) {
      const seen = store.leadOf(member(own), 'L1', hide);
      expect(seen.sight).toBe('blind');
      expect(JSON.stringify(seen)).not.toContain(other);
      expect(store.leadsOf(member(own), { company: own }, hide)).toEqual([{ sight: 'blind', lead: seen.lead }]);
    } // prettier-ignore
    expect(() => store.leadOf(member(THIRD), 'L1', hide)).toThrow('lead.unknown');
    expect(store.leadsOf(member(THIRD), { cluster: 'Rana' }, hide)).toEqual([]);
    expect(store.leadsOf({ kind: 'manager', cluster: 'Herøya' }, { cluster: 'Rana' }, hide)).toEqual([]);
    expect(store.leadPassages(member(SAW), 'Rana')).toEqual([]);
    expect(store.leadsRealised(member(SAW), 'Rana')).toEqual([]);
  });
  it('a consultant of one side sees it as that side does', () => {
    const store = aLead();
    expect(store.leadOf(consultant, 'L1', hide)).toMatchObject({ sight: 'blind', lead: { side: 'gives', words: 'flis' } });
    expect(() => move(store, 'discussion', 1, consultant)).toThrow('lead.unknown');
  });
  it('nobody but the owner sees a lead on a flow that a company keeps to itself', () => {
    const store = aLead('own', LOCAL);
    expect(() => store.leadOf(manager, 'L1', hide)).toThrow('lead.unknown');
    expect(() => store.leadOf(member(SAW), 'L1', hide)).toThrow('lead.unknown');
    expect(store.leadOf(member(HEAT), 'L1', hide).sight).toBe('blind');
  });
  it('nothing is asked of a company about a lead that ended before it knew the other side', () => {
    const store = aLead();
    move(store, 'ended', 1);
    expect(() => store.leadOf(member(SAW), 'L1', hide)).toThrow('lead.unknown');
    expect(store.leadsOf(member(SAW), { cluster: 'Rana' }, hide)).toEqual([]);
  });
  it('a company cannot make, move or plan a lead, nor answer for another', () => {
    const store = aLead();
    expect(() => follow(store, 'L2', member(SAW))).toThrow('flow.unknown');
    expect(() => move(store, 'discussion', 1, member(SAW))).toThrow('lead.unknown');
    expect(() => store.answerLead(member(SAW), 'L1', HEAT, { answer: 'yes', reason: null, text: null }, AT)).toThrow('lead.unknown');
    expect(() => store.answerLead(member(THIRD), 'L1', THIRD, { answer: 'yes', reason: null, text: null }, AT)).toThrow('lead.unknown');
    expect(() => store.noteLead(member(SAW), 'L1', { text: 'Hei', open: true }, AT)).toThrow('lead.unknown');
  });
});

describe('saying yes', () => {
  const say = (store: Store, company: string, answer: 'yes' | 'no' | null): void =>
    store.answerLead(member(company), 'L1', company, { answer, reason: answer === 'no' ? 'trust' : null, text: null }, AT);

  it('opens the lead to both once both said it, and to neither before', () => {
    const store = aLead();
    say(store, SAW, 'yes');
    expect(store.leadOf(member(SAW), 'L1', hide)).toMatchObject({ sight: 'blind', lead: { answer: 'yes' } });
    expect(store.leadOf(member(HEAT), 'L1', hide)).toMatchObject({ sight: 'blind', lead: { answer: null } });
    say(store, HEAT, 'yes');
    expect(full(store, member(SAW)).lead.taker).toBe(HEAT);
    expect(() => move(store, 'discussion', 1, member(SAW))).toThrow('lead.notYours');
    say(store, HEAT, null);
    expect(store.leadOf(member(SAW), 'L1', hide).sight).toBe('blind');
  });
  it('of one side alone is told to the manager and to nobody else, and a no comes with its reason', () => {
    const store = aLead();
    say(store, HEAT, 'no');
    expect(full(store).answers).toMatchObject([{ company: HEAT, answer: 'no', reason: 'trust' }]);
    expect(JSON.stringify(store.leadOf(member(SAW), 'L1', hide))).not.toMatch(/trust|no"/);
    // No consent is written that another lead of the same two could give away.
    expect(store.flowsOf(member(HEAT), { company: SAW })[0]?.price).toBeNull();
  });
  it('leaves internal notes and what the other answered before to the manager', () => {
    const store = aLead();
    store.noteLead(manager, 'L1', { text: 'Internt', open: false }, AT);
    store.noteLead(manager, 'L1', { text: 'For alle', open: true }, AT);
    say(store, HEAT, 'no');
    say(store, HEAT, 'yes');
    say(store, SAW, 'yes');
    store.noteLead(member(SAW), 'L1', { text: 'Fra oss', open: false }, AT);
    const seen = full(store, member(HEAT));
    expect(seen.notes.map(({ text }) => text)).toEqual(['For alle', 'Fra oss']);
    expect(seen.events.map(({ kind }) => kind)).toEqual(['made']);
    expect(full(store).notes).toHaveLength(3);
  });
});
