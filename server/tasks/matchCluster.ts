// Surplus to need: of a stored cluster, or of two files.
import type { Language } from '../contract/errors.ts';
import type { MatchAnswer, MatchShown } from '../contract/matchAnswer.ts';
import { reasonText } from '../contract/reasons.ts';
import { AppError } from '../domain/errors.ts';
import type { Company } from '../domain/company.ts';
import type { Flow } from '../domain/flow.ts';
import type { Match, MatchRun, Reason } from '../domain/match.ts';
import type { Viewer } from '../domain/viewer.ts';
import { explainAll, explainEach, rankFlows, type Ranked } from '../matching/matchFlows.ts';
import { classifyFlows } from './classifyFlows.ts';
import { knowledge } from './knowledge.ts';
import { KEPT, matchTools, rankFiles } from './matchFiles.ts';
import type { MatchTools } from './matchFiles.ts';
import type { StoreReader } from './open.ts';

let tools: MatchTools | null = null;
/** What matching must know, built once a process. */
export function matchKnowledge(): MatchTools {
  const { reference, classifier } = knowledge();
  tools ??= matchTools(reference, classifier);
  return tools;
}

/** What a flow is to a person: its words and its company, under the id that it is shown by. */
export type FlowNames = ReadonlyMap<string, { readonly words: string; readonly company: string }>;

function flowNames(flows: readonly Flow[], companies: readonly Company[], nameOf: NameOf): FlowNames {
  const names = new Map(companies.map((one) => [one.id, one.name]));
  return new Map(flows.map((flow) => [nameOf(flow.id), { words: flow.words, company: names.get(flow.company) ?? '' }]));
}

/** Flow ids as another tool or a person knows them; the store's own where the file had none. */
type NameOf = (flow: string) => string;

export function matchShown(match: Match, language: Language, nameOf: NameOf): MatchShown {
  return {
    surplus: nameOf(match.surplus),
    need: nameOf(match.need),
    score: match.score,
    tie: match.tie,
    parts: match.parts.map(({ name, value, weight }) => ({ name, value, weight })),
    rule: match.rule,
    via: [...match.via],
    checks: match.checks.map((one) => ({
      check: one.check,
      verdict: one.verdict,
      reason: reasonText(one.reason, language),
      gap: one.gap,
      change: one.change === null ? null : { ...one.change, flow: nameOf(one.change.flow) },
    })),
    volume: match.volume,
    distance_km: match.distanceKm,
    nok_per_year: rangeOf(match.nokPerYear),
    t_co2e_per_year: rangeOf(match.co2PerYear),
    assumed: match.assumed.map(({ what, factor, judgement }) => ({ text: assumptionText(what, language), factor, judgement })),
    questions: match.questions.map((one) => ({
      text: reasonText(one.ask, language),
      flow: nameOf(one.flow),
      field: one.field,
      worth_nok_per_year: one.worth,
    })),
  };
}

const told = { nb: new WeakMap<Reason, string>(), en: new WeakMap<Reason, string>() };

/** Pairs that are worth the same share their assumptions: each is put into words once. */
function assumptionText(reason: Reason, language: Language): string {
  let text = told[language].get(reason);
  if (text === undefined) told[language].set(reason, (text = reasonText(reason, language)));
  return text;
}

const rangeOf = (figure: Match['nokPerYear'] | Match['co2PerYear']) =>
  figure === null ? null : { low: figure.low, likely: figure.likely, high: figure.high };

type ClusterRanked = { readonly ranked: Ranked; readonly flows: readonly Flow[]; readonly companies: readonly Company[] };

/** The cluster's pairs, from what the viewer sees. Null `cluster`: the only one there is. */
function rankCluster(store: StoreReader, viewer: Viewer, cluster: string | null, internal: boolean): ClusterRanked {
  const names = store.clusters(viewer);
  const name = cluster ?? (names.length === 1 ? names[0] : undefined);
  if (name === undefined || !names.includes(name)) throw new AppError('cluster.unknown', { cluster: cluster ?? `(${names.join(', ')})` });
  const companies = store.companiesOf(viewer, name);
  const { knowledge: known, heat, classifier } = matchKnowledge();
  const flows = classifyFlows(
    store.flowsOf(viewer, { cluster: name, periods: 'latest' }),
    new Map(companies.map((one) => [one.id, one])),
    classifier,
  );
  return { ranked: rankFlows({ companies, flows, internal }, known, heat, flows.length <= KEPT), flows, companies };
}

/** The cluster's matches as values, from what the viewer sees. Null `cluster`: the only one there is. */
export function runMatch(
  store: StoreReader,
  viewer: Viewer,
  cluster: string | null,
  internal: boolean,
): { readonly run: MatchRun; readonly flows: readonly Flow[]; readonly companies: readonly Company[] } {
  const { ranked, flows, companies } = rankCluster(store, viewer, cluster, internal);
  return { run: explainAll(ranked), flows, companies };
}

type Asked = { readonly internal: boolean; readonly language: Language; readonly statedIds: boolean };

/** Both lists best first, each match made when it is asked for: a country's do not fit into memory at once. */
export type MatchesShown = { readonly matches: Iterable<MatchShown>; readonly refused: Iterable<MatchShown>; readonly names: FlowNames };

function* shownEach(pairs: Ranked['passed'], { scoring }: Ranked, language: Language, nameOf: NameOf): Generator<MatchShown> {
  for (const match of explainEach(pairs, scoring)) yield matchShown(match, language, nameOf);
}

const matchesShown = ({ ranked, flows, companies }: ClusterRanked, language: Language, nameOf: NameOf): MatchesShown => ({
  matches: shownEach(ranked.passed, ranked, language, nameOf),
  refused: shownEach(ranked.refused, ranked, language, nameOf),
  names: flowNames(flows, companies, nameOf),
});

/** `statedIds`: name flows by the ids of their file where these are unique. */
export function matchClusterEach(store: StoreReader, viewer: Viewer, cluster: string | null, asked: Asked): MatchesShown {
  const found = rankCluster(store, viewer, cluster, asked.internal);
  return matchesShown(found, asked.language, asked.statedIds ? statedNames(found.flows) : (flow) => flow);
}

/** The same as one answer. */
export function matchCluster(
  store: StoreReader,
  viewer: Viewer,
  cluster: string | null,
  asked: Asked,
): { readonly answer: MatchAnswer; readonly names: FlowNames } {
  const { matches, refused, names } = matchClusterEach(store, viewer, cluster, asked);
  return { answer: { matches: [...matches], refused: [...refused] }, names };
}

function statedNames(flows: readonly Flow[]): NameOf {
  const stated = new Map(
    flows.flatMap((flow) => ('statedId' in flow && typeof flow.statedId === 'string' ? [[flow.id, flow.statedId] as const] : [])),
  );
  const uses = Map.groupBy(stated.values(), (one) => one);
  return (flow) => {
    const name = stated.get(flow);
    return name !== undefined && uses.get(name)?.length === 1 ? name : flow;
  };
}

/** `unread`: one of the files is no such table, as `problems` say. */
export function matchTwoFiles(
  companiesCsv: string,
  flowsCsv: string,
  { internal, language }: { readonly internal: boolean; readonly language: Language },
): MatchesShown & { readonly problems: readonly string[]; readonly unread: boolean } {
  const { problems, ...found } = rankFiles({ companiesCsv, flowsCsv }, matchKnowledge(), { internal });
  return {
    ...matchesShown(found, language, (flow) => flow),
    problems: problems.map((one) => reasonText(one, language)),
    unread: problems.some(({ code }) => code === 'file.columns' || code === 'file.csv'),
  };
}
