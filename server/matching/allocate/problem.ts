// What there is to give out: an account for each flow with a known amount, an arc for each match that could carry some of it.
import { gives, type Flow, type FlowId } from '../../domain/flow.ts';
import type { Match, MatchRun } from '../../domain/match.ts';
import { likelyOf } from '../checks/volume.ts';
import { carrierOf } from '../distance.ts';
import { kindOf } from '../kinds.ts';
import type { MatchKnowledge } from '../knowledge.ts';
import { conversion } from '../worth/commonUnit.ts';
import { minimumLot } from './minimumLot.ts';
import { periodsOf, type Periods } from './periods.ts';

export const OBJECTIVES = ['value', 'co2e', 'placed'] as const;
/** NOK a year, t CO2e a year, or the mean share of each surplus that finds a taker. */
export type Objective = (typeof OBJECTIVES)[number];

/** A flow and how much of it there is, in base units a year: given out at most once as a surplus, taken at most once as a need. */
export type Account = {
  readonly flow: Flow;
  /** Likely amount; the low end where there is no upper one. Above 0. */
  readonly limit: number;
  /** Share of the year's amount in each period; null where no season is known. */
  readonly shares: readonly number[] | null;
};

/** Amounts are in the unit of the surplus. */
export type Arc = {
  readonly match: Match;
  /** Places in `accounts`. */
  readonly surplus: number;
  readonly need: number;
  /** Units of the need that one unit of the surplus fills. */
  readonly times: number;
  /** The objective's gain for each unit, above 0. */
  readonly gain: number;
  /** What it carries, if at all, is at least this. */
  readonly lot: number;
  /** The most it could carry if nothing else did. */
  readonly most: number;
};

/** What is decided: how much an arc carries in one period, or in the year where it has no seasons (`period` null). */
export type Column = { readonly arc: number; readonly period: number | null; readonly most: number };

/** Why a match cannot carry anything, worst last. */
export type Obstacle =
  | 'not worth it'
  | 'below minimum lot'
  | 'value unknown'
  | 'no common unit'
  | 'taker of unknown amount'
  | 'only unlikely matches';

export type AllocationProblem = {
  readonly objective: Objective;
  /** By flow id. */
  readonly accounts: readonly Account[];
  /** By surplus id, then need id. */
  readonly arcs: readonly Arc[];
  readonly columns: readonly Column[];
  /** How many periods the year is cut into. */
  readonly periods: number;
  /** Surpluses that the mean of `placed` is taken over. */
  readonly surpluses: number;
  /** What stood in the way of the matches of a surplus that became no arc. */
  readonly obstacles: ReadonlyMap<FlowId, ReadonlySet<Obstacle>>;
  /** Needs of unknown amount that some surplus could serve. */
  readonly unknownNeeds: readonly FlowId[];
};

/** Sums of shares of a year are off by no more. */
const NOISE = 1e-9;

type Knowledge = Pick<MatchKnowledge, 'settings' | 'tree'>;
const before = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Of all that passes or warns and is not too unlikely; flows of unknown amount have no account, and nothing is taken to be 0. */
export function allocationProblem(run: MatchRun, flows: readonly Flow[], objective: Objective, knowledge: Knowledge): AllocationProblem {
  const byId = new Map(flows.map((flow) => [flow.id, flow]));
  const matches = run.matches.toSorted((a, b) => before(a.surplus, b.surplus) || before(a.need, b.need));
  const cut = periodsOf(flows.map(({ profile }) => profile).filter((profile) => profile !== null));
  const accounts = accountsOf(flows, cut);
  const place = new Map(accounts.map(({ flow }, at) => [flow.id, at]));
  const surpluses = accounts.filter(({ flow }) => gives(flow)).length;
  const obstacles = new Map<FlowId, Set<Obstacle>>();
  const unknownNeeds = new Set<FlowId>();
  const arcs: Arc[] = [];
  const columns: Column[] = [];
  const stop = (flow: FlowId, why: Obstacle): void => {
    const known = obstacles.get(flow);
    if (known === undefined) obstacles.set(flow, new Set([why]));
    else known.add(why);
  };
  for (const match of matches) {
    const [s, n] = [place.get(match.surplus), place.get(match.need)];
    const need = byId.get(match.need);
    // What is only guessed gives nothing out, however much it would be worth.
    if (match.score < knowledge.settings['allocate.leastScore']) {
      stop(match.surplus, 'only unlikely matches');
      continue;
    }
    if (need?.annual === null) unknownNeeds.add(need.id);
    if (s === undefined) continue;
    const [from, to] = [accounts[s], n === undefined ? undefined : accounts[n]];
    if (from === undefined) continue;
    if (n === undefined || to === undefined) {
      if (need?.annual === null) stop(match.surplus, 'taker of unknown amount');
      continue;
    }
    const times = unitsOf(match, to, from, knowledge);
    if (times === null) {
      stop(match.surplus, 'no common unit');
      continue;
    }
    const gain = gainOf(match, objective, from, to, times, surpluses);
    if (gain === null || gain <= 0) {
      stop(match.surplus, gain === null ? 'value unknown' : 'not worth it');
      continue;
    }
    const seasons = seasonal(from, to) ? bothShares(from, to) : null;
    const parts =
      seasons === null
        ? [{ period: null, most: Math.min(from.limit, to.limit / times) }]
        : seasons.map(([given, taken], period) => ({ period, most: Math.min(from.limit * given, (to.limit * taken) / times) }));
    const open = parts.filter(({ most }) => most > 0);
    const most = open.reduce((sum, part) => sum + part.most, 0);
    const lot = minimumLot(from.flow.annual?.unit ?? 't', knowledge.settings);
    if (most === 0 || most < lot * (1 - NOISE)) {
      stop(match.surplus, 'below minimum lot');
      continue;
    }
    for (const part of open) columns.push({ arc: arcs.length, ...part });
    arcs.push({ match, surplus: s, need: n, times, gain, lot: Math.min(lot, most), most });
  }
  return {
    objective,
    accounts,
    arcs,
    columns,
    periods: cut.count,
    surpluses,
    obstacles,
    unknownNeeds: [...unknownNeeds].toSorted(before),
  };
}

function accountsOf(flows: readonly Flow[], cut: Periods): Account[] {
  return flows
    .toSorted((a, b) => before(a.id, b.id))
    .flatMap((flow) => {
      const limit = flow.annual === null ? 0 : likelyOf(flow.annual);
      return limit > 0 ? [{ flow, limit, shares: flow.profile === null ? null : cut.sharesOf(flow.profile) }] : [];
    });
}

/** Units of the need for one unit of the surplus; null where nothing connects the two. */
function unitsOf({ resource, volume }: Match, need: Account, surplus: Account, { tree }: Knowledge): number | null {
  const [from, to] = [need.flow.annual?.unit, surplus.flow.annual?.unit];
  if (volume === null || from === undefined || to === undefined) return null;
  const between = conversion(from, to, resource === null ? undefined : tree.resource(resource));
  return between === null || !(between.times > 0) ? null : 1 / between.times;
}

/** For each unit of the surplus, as its match values it at its likely volume; null where the match knows no figure. */
function gainOf(match: Match, objective: Objective, from: Account, to: Account, times: number, surpluses: number): number | null {
  if (objective === 'placed') {
    const alsoPlaced = gives(to.flow) ? times / to.limit : 0;
    return (1 / from.limit + alsoPlaced) / surpluses;
  }
  const figure = (objective === 'value' ? match.nokPerYear : match.co2PerYear)?.likely ?? null;
  const volume = match.volume?.likely ?? 0;
  return figure === null || volume <= 0 ? null : figure / volume;
}

/** Materials and services wait for each other; what flows in a pipe or a wire must come when it is wanted. */
function seasonal(from: Account, to: Account): boolean {
  const carrier = carrierOf(kindOf(from.flow), kindOf(to.flow));
  return from.shares !== null && to.shares !== null && carrier !== 'material' && carrier !== 'service';
}

const bothShares = (from: Account, to: Account): [number, number][] =>
  (from.shares ?? []).map((share, at) => [share, to.shares?.[at] ?? 0]);
