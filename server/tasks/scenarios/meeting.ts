// Questions of meeting mode, answered in the answering thread.
import type { Language } from '../../contract/errors.ts';
import type { FairShareShown, LeavingShown, LivePair, MeetingFrame, MeetingStart } from '../../contract/scenarios.ts';
import { AppError } from '../../domain/errors.ts';
import { gives } from '../../domain/flow.ts';
import { leavingOf } from '../../domain/leaving.ts';
import type { Change } from '../../domain/scenario.ts';
import type { Viewer } from '../../domain/viewer.ts';
import { supplyOf } from '../../matching/checks/temperature.ts';
import type { Objective } from '../../matching/allocate/problem.ts';
import { fairShare as shareOf } from '../../matching/fairShare/fairShare.ts';
import { isIn, MOST_PLAYERS } from '../../matching/fairShare/game.ts';
import { partnersOf, savingGame } from '../../matching/fairShare/savingGame.ts';
import type { LiveMatch } from '../../matching/scenario/liveRun.ts';
import { pairOf } from '../../matching/scenario/outcome.ts';
import type { StoreReader } from '../open.ts';
import { groundOf, settledExactly, settledGreedily } from './ground.ts';
import type { Settled } from './ground.ts';
import { levers } from './scenarioKnowledge.ts';
import { pairShower } from './showPairs.ts';
import { solveAllocation } from './solver.ts';

/** Matches of a frame; a list longer than this is not read in a meeting. */
const MOST_LISTED = 60;
/** Matches told of each flow that loses one. */
const MOST_NEXT = 3;
export const MOST_TOLD = 40;

export type Asked = { readonly changes: readonly Change[]; readonly objective: Objective };

export function meetingStart(store: StoreReader, viewer: Viewer, cluster: string, language: Language): MeetingStart {
  const { data } = groundOf(store, viewer, cluster);
  const names = new Map(data.companies.map((one) => [one.id, one.name]));
  const counts = Map.groupBy(data.flows, ({ company }) => company);
  const order = new Intl.Collator('nb');
  return {
    cluster,
    levers: levers().map(({ id, name, least, most, step }) => ({ id, name: name[language], least, most, step })),
    companies: data.companies
      .map(({ id, name, place }) => ({ id, name, lat: place?.lat ?? null, lon: place?.lon ?? null, flows: counts.get(id)?.length ?? 0 }))
      .sort((a, b) => order.compare(a.name, b.name) || (a.id < b.id ? -1 : 1)),
    flows: data.flows.map((flow) => ({
      id: flow.id,
      company: flow.company,
      company_name: names.get(flow.company) ?? flow.company,
      words: flow.words,
      gives: gives(flow),
      annual: flow.annual,
      temperature: supplyOf(flow.temperature),
    })),
  };
}

export const meetingFrame = (store: StoreReader, viewer: Viewer, cluster: string, asked: Asked, language: Language): MeetingFrame =>
  frameOf(settledGreedily(groundOf(store, viewer, cluster).try(asked.changes), asked.objective), null, language);

export async function meetingExact(
  store: StoreReader,
  viewer: Viewer,
  cluster: string,
  asked: Asked,
  language: Language,
): Promise<MeetingFrame> {
  const settled = await settledExactly(groundOf(store, viewer, cluster).try(asked.changes), asked.objective, solveAllocation);
  return frameOf(settled, settled.allocation.objective.proved, language);
}

const figuresOf = ({ run, outcome }: Settled): MeetingFrame['figures'] => ({
  nok_per_year: outcome.nok,
  t_co2e_per_year: outcome.co2,
  placed: outcome.placed,
  matches: run.matches.length,
  used: outcome.used,
  unvalued: outcome.unvalued,
});

function frameOf(settled: Settled, proved: boolean | null, language: Language): MeetingFrame {
  const { data, run, allocation, unknown } = settled;
  const show = pairShower(data, allocation, language);
  const used = new Set(allocation.allocations.map(pairOf));
  return {
    exact: proved !== null,
    proved,
    figures: figuresOf(settled),
    pairs: run.matches.filter((match, at) => at < MOST_LISTED || used.has(pairOf(match))).map(show),
    unknown: [...unknown],
  };
}

export function leavingShown(
  store: StoreReader,
  viewer: Viewer,
  cluster: string,
  company: string,
  { changes, objective }: Asked,
  language: Language,
): LeavingShown {
  const ground = groundOf(store, viewer, cluster);
  // Where it left already, it is held against the cluster with it.
  const present = changes.filter((one) => one.kind !== 'leaves' || one.company !== company);
  const before = settledGreedily(ground.try(present), objective);
  const found = before.data.companies.find(({ id }) => id === company);
  if (found === undefined) throw new AppError('company.unknown');
  const without = present.filter((one) => one.kind !== 'joins' || `joins:${one.company.key}` !== company);
  const after = settledGreedily(ground.try([...without, { kind: 'leaves', company }]), objective);
  const told = leavingOf(company, before.run.matches, after.run.matches, ground.exchanges);
  const [was, now] = [pairShower(before.data, before.allocation, language), pairShower(after.data, after.allocation, language)];
  const names = new Map(before.data.companies.map((one) => [one.id, one.name]));
  const words = new Map(before.data.flows.map((flow) => [flow.id, flow.words]));
  const affected = told.affected.map((one) => ({
    flow: one.flow,
    words: words.get(one.flow) ?? one.flow,
    company: one.company,
    company_name: names.get(one.company) ?? one.company,
    lost: one.lost.slice(0, MOST_NEXT).map(was),
    next: one.next.slice(0, MOST_NEXT).map(now),
  }));
  return {
    company: { id: company, name: found.name },
    before: figuresOf(before),
    after: figuresOf(after),
    lost: told.lost.slice(0, MOST_TOLD).map(was),
    lost_count: told.lost.length,
    exchanges: told.exchanges.map((one) => ({
      id: one.id,
      from_name: names.get(one.from) ?? one.from,
      to_name: names.get(one.to) ?? one.to,
      resource: one.words,
      annual: one.annual,
    })),
    stranded: affected.filter(({ next }) => next.length === 0),
    affected: affected.filter(({ next }) => next.length > 0).slice(0, MOST_TOLD),
  };
}

export async function fairShareShown(
  store: StoreReader,
  viewer: Viewer,
  cluster: string,
  changes: readonly Change[],
  pairs: readonly { readonly surplus: string; readonly need: string; readonly via: readonly string[] }[],
): Promise<FairShareShown> {
  const { run, data, knowledge } = groundOf(store, viewer, cluster).try(changes);
  const wanted = new Set(pairs.map(pairOf));
  const chosen: LiveMatch[] = run.matches.filter((match) => wanted.has(pairOf(match)));
  if (chosen.length < wanted.size) throw new AppError('match.unknown');
  const count = partnersOf(chosen).length;
  if (count > MOST_PLAYERS) throw new AppError('scenario.partners', { most: MOST_PLAYERS, count });
  const { game, partners } = await savingGame(chosen, data.flows, knowledge, solveAllocation);
  const { rule, shares, leaving } = await shareOf(game, solveAllocation);
  const nameOf = (id: string): string => data.companies.find((one) => one.id === id)?.name ?? id;
  return {
    rule,
    nok_per_year: game.worth.at(-1) ?? 0,
    partners: partners.map((id, at) => ({
      id,
      name: nameOf(id),
      nok_per_year: shares[at] ?? 0,
      alone_nok_per_year: game.worth[1 << at] ?? 0,
    })),
    leaving:
      leaving === null
        ? null
        : { companies: partners.filter((_, at) => isIn(at, leaving.group)).map(nameOf), gain_nok_per_year: leaving.gain },
    unvalued: chosen.filter(({ nokPerYear }) => nokPerYear === null).length,
  };
}

export type { LivePair };
