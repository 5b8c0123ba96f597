// One flow changes: only what it touches is matched again, and the result is that of a full run.
import type { Company } from '../domain/company.ts';
import type { CompanyId, Flow, FlowId } from '../domain/flow.ts';
import type { Match, MatchRun } from '../domain/match.ts';
import { search, takes, type Candidate } from './candidates.ts';
import { isBeyond } from './distance.ts';
import { explainPair } from './explainPair.ts';
import { roomFor } from './findPairs.ts';
import { viewOf, type FlowView } from './flowView.ts';
import { heatDuties } from './heatDuty.ts';
import type { HeatJudge } from './heatJudge.ts';
import type { MatchKnowledge } from './knowledge.ts';
import { explainAll, rankCandidates, type MatchInput } from './matchFlows.ts';
import { searchTiles, tileNeeds, type NeedTiles, type Room } from './needTiles.ts';
import { numberTies } from './rank.ts';
import { before, rivals, scorePair, type Scoring } from './scorePairs.ts';

export type Matcher = {
  /** Takes a new or changed flow, already classified. */
  readonly change: (flow: Flow) => void;
  readonly remove: (id: FlowId) => void;
  /** The matches and near misses of one flow, best first, as a full run would give them; the ties are numbered among them. */
  readonly matchesOf: (id: FlowId) => { readonly matches: readonly Match[]; readonly refused: readonly Match[] };
  /** The whole run. */
  readonly run: () => MatchRun;
  /** What a run would judge, for whoever keeps the judgements: a pair that a change did not touch is the same value as before. */
  readonly pairs: () => { readonly candidates: readonly Candidate[]; readonly scoring: Scoring };
};

const byId = (a: FlowView, b: FlowView): number => (a.flow.id < b.flow.id ? -1 : a.flow.id > b.flow.id ? 1 : 0);

/** Holds what was found, so that a change costs what it touches. Companies stay as they are: where one changes, a new matcher is made. */
export function createMatcher(input: MatchInput, knowledge: MatchKnowledge, heat: HeatJudge): Matcher {
  const internal = input.internal ?? false;
  const companies: ReadonlyMap<string, Company> = new Map(input.companies.map((company) => [company.id, company]));
  const views = new Map<FlowId, FlowView>();
  const own = new Map<CompanyId, Set<FlowId>>();
  const flowsOf = (company: CompanyId): Flow[] => [...(own.get(company) ?? [])].sort().flatMap((id) => views.get(id)?.flow ?? []);
  /** Made anew at every change: the duty hangs on all flows of a company. */
  let scoring: Scoring = { companies, knowledge, heat, duties: heatDuties(companies, flowsOf, knowledge) };
  const keep = (id: FlowId, view: FlowView | null): void => {
    const old = views.get(id);
    if (old !== undefined) own.get(old.flow.company)?.delete(id);
    if (view === null) views.delete(id);
    else {
      views.set(id, view);
      const company = own.get(view.flow.company);
      if (company === undefined) own.set(view.flow.company, new Set([id]));
      else company.add(id);
    }
  };
  const lists = new Map<FlowId, Candidate[]>();
  /** Which surpluses have a need on their list. */
  const holders = new Map<FlowId, Set<FlowId>>();
  let base: NeedTiles = { tiles: [] };
  /** Needs of `base` that have changed or gone since, and those that came. */
  const stale = new Set<FlowId>();
  const fresh = new Map<FlowId, FlowView>();
  let tiles: NeedTiles = base;
  let room: Room = { most: 0, farthest: Infinity };

  const givers = (): FlowView[] => [...views.values()].filter((view) => view.gives);

  const setList = (surplus: FlowId, list: Candidate[] | null): void => {
    for (const { need } of lists.get(surplus) ?? []) holders.get(need.id)?.delete(surplus);
    if (list === null) {
      lists.delete(surplus);
      return;
    }
    lists.set(surplus, list);
    for (const { need } of list) {
      const known = holders.get(need.id);
      if (known === undefined) holders.set(need.id, new Set([surplus]));
      else known.add(surplus);
    }
  };

  const searchAll = (surplus: FlowView): void => setList(surplus.flow.id, searchTiles(surplus, tiles, knowledge, internal, room));

  const start = (): void => {
    stale.clear();
    fresh.clear();
    base = tileNeeds([...views.values()].filter(({ flow }) => takes(flow)).sort(byId), knowledge, stale);
    tiles = base;
    const surpluses = givers();
    room = roomFor(surpluses.length, knowledge);
    lists.clear();
    holders.clear();
    for (const surplus of surpluses) searchAll(surplus);
  };

  const put = (id: FlowId, view: FlowView | null): void => {
    const old = views.get(id);
    keep(id, view);
    scoring = { ...scoring, duties: heatDuties(companies, flowsOf, knowledge) };
    const now = roomFor(givers().length, knowledge);
    if (now.most !== room.most || now.farthest !== room.farthest) {
      start();
      return;
    }
    if (old !== undefined && takes(old.flow) && !fresh.delete(id)) stale.add(id);
    const came = view !== null && takes(view.flow) ? view : null;
    if (came !== null) fresh.set(id, came);
    tiles = { tiles: [...base.tiles, ...tileNeeds([...fresh.values()].sort(byId), knowledge).tiles] };

    // As they were: a search puts the same surplus among the holders again.
    const before = Array.from(holders.get(id) ?? []);
    for (const surplus of before) {
      const list = lists.get(surplus) ?? [];
      const giver = views.get(surplus);
      // A full list may have kept out a need that now comes in; a list with room had none.
      if (list.length === room.most && giver !== undefined) searchAll(giver);
      else
        setList(
          surplus,
          list.filter(({ need }) => need.id !== id),
        );
    }
    if (came !== null) {
      const [alone] = tileNeeds([came], knowledge).tiles;
      for (const surplus of givers()) {
        if (alone === undefined || surplus.flow.id === id || isBeyond(surplus.place, came.place, room.farthest)) continue;
        const list = lists.get(surplus.flow.id) ?? [];
        if (list.some(({ need }) => need.id === id)) continue;
        const shortlist = { ...room, list: [...list] };
        search(surplus, alone.index, knowledge, internal, shortlist);
        if (shortlist.list.some(({ need }) => need.id === id)) setList(surplus.flow.id, shortlist.list);
      }
    }
    if (view !== null && view.gives) searchAll(view);
    else if (lists.has(id)) setList(id, null);
  };

  for (const flow of input.flows) keep(flow.id, viewOf(flow, companies.get(flow.company), knowledge));
  start();

  return {
    change: (flow) => put(flow.id, viewOf(flow, companies.get(flow.company), knowledge)),
    remove: (id) => put(id, null),
    matchesOf: (id) => {
      const pairs = [
        ...(lists.get(id) ?? []),
        ...[...(holders.get(id) ?? [])].flatMap((surplus) => (lists.get(surplus) ?? []).filter(({ need }) => need.id === id)),
      ];
      const around = new Set<FlowId>(pairs.flatMap(({ surplus, need }) => [surplus.id, ...(holders.get(need.id) ?? [])]));
      const all = rivals(
        [...around].flatMap((surplus) => lists.get(surplus) ?? []),
        knowledge.settings,
      );
      const scored = pairs
        .map((candidate) => scorePair(candidate, all, scoring, true))
        .filter((one) => one !== null)
        .sort(before);
      const explained = (refused: boolean): Match[] =>
        numberTies(scored.filter((one) => one.refused === refused).map((one) => explainPair(one, scoring)));
      return { matches: explained(false), refused: explained(true) };
    },
    run: () => explainAll(rankCandidates([...lists.values()].flat(), scoring, true)),
    pairs: () => ({ candidates: [...lists.values()].flat(), scoring }),
  };
}
