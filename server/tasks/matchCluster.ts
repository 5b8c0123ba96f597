// Surplus to need: of a stored cluster, or of two files.
import type { Language } from '../contract/errors.ts';
import type { MatchAnswer, MatchShown } from '../contract/matchAnswer.ts';
import { reasonText } from '../contract/reasons.ts';
import { AppError } from '../domain/errors.ts';
import type { Flow } from '../domain/flow.ts';
import type { Match, MatchRun } from '../domain/match.ts';
import type { Viewer } from '../domain/viewer.ts';
import { matchFlows } from '../matching/matchFlows.ts';
import { classifyFlows } from './classifyFlows.ts';
import { knowledge } from './knowledge.ts';
import { matchFiles, matchTools } from './matchFiles.ts';
import type { MatchTools } from './matchFiles.ts';
import type { StoreReader } from './open.ts';

let tools: MatchTools | null = null;
/** What matching must know, built once a process. */
export function matchKnowledge(): MatchTools {
  const { reference, classifier } = knowledge();
  tools ??= matchTools(reference, classifier);
  return tools;
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
    assumed: match.assumed.map(({ what, factor, judgement }) => ({ text: reasonText(what, language), factor, judgement })),
    questions: match.questions.map((one) => ({
      text: reasonText(one.ask, language),
      flow: nameOf(one.flow),
      field: one.field,
      worth_nok_per_year: one.worth,
    })),
  };
}

const rangeOf = (figure: Match['nokPerYear'] | Match['co2PerYear']) =>
  figure === null ? null : { low: figure.low, likely: figure.likely, high: figure.high };

export const runShown = (run: MatchRun, language: Language, nameOf: NameOf): MatchAnswer => ({
  matches: run.matches.map((one) => matchShown(one, language, nameOf)),
  refused: run.refused.map((one) => matchShown(one, language, nameOf)),
});

/** The cluster's matches as values, from what the viewer sees. Null `cluster`: the only one there is. */
export function runMatch(
  store: StoreReader,
  viewer: Viewer,
  cluster: string | null,
  internal: boolean,
): { readonly run: MatchRun; readonly flows: readonly Flow[] } {
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
  return { run: matchFlows({ companies, flows, internal }, known, heat), flows };
}

/** `statedIds`: name flows by the ids of their file where these are unique. */
export function matchCluster(
  store: StoreReader,
  viewer: Viewer,
  cluster: string | null,
  { internal, language, statedIds }: { readonly internal: boolean; readonly language: Language; readonly statedIds: boolean },
): MatchAnswer {
  const { run, flows } = runMatch(store, viewer, cluster, internal);
  return runShown(run, language, statedIds ? statedNames(flows) : (flow) => flow);
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

export function matchTwoFiles(
  companiesCsv: string,
  flowsCsv: string,
  { internal, language }: { readonly internal: boolean; readonly language: Language },
): { readonly answer: MatchAnswer; readonly problems: readonly string[] } {
  const { run, problems } = matchFiles({ companiesCsv, flowsCsv }, matchKnowledge(), { internal });
  return { answer: runShown(run, language, (flow) => flow), problems: problems.map((one) => reasonText(one, language)) };
}
