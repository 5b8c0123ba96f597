// Matches of a cluster while somebody moves a slider: what a change does not touch is neither searched, judged nor valued again.
import type { Flow } from '../../domain/flow.ts';
import type { Match } from '../../domain/match.ts';
import type { ClusterData } from '../../domain/scenario.ts';
import type { Candidate } from '../candidates.ts';
import { checkDistance } from '../checks/distance.ts';
import type { HeatJudge } from '../heatJudge.ts';
import type { HeatDuty } from '../heatDuty.ts';
import { judge, type Judged } from '../judge.ts';
import type { MatchKnowledge } from '../knowledge.ts';
import { createMatcher, type Matcher } from '../rematch.ts';
import { rivals, scorePair } from '../scorePairs.ts';
import { valueOf, worthDraws } from '../value.ts';

/** A match with its figures and checks, without the words that explain it, and the draws that its figures were made of. */
export type LiveMatch = Match & { readonly draws: () => { readonly nok: Float64Array; readonly tonnes: Float64Array } | null };
/** All that pass or warn, best first: those of a full run, with the same figures. */
export type LiveRun = { readonly matches: readonly LiveMatch[]; readonly refused: readonly Match[] };

/** Flows changed one by one beside those of the last question; for more, all is searched anew. */
const FEW = 3;

type Known = {
  readonly knowledge: MatchKnowledge;
  readonly duty: HeatDuty | null;
  readonly judged: Judged;
  value: ReturnType<typeof valueOf> | null;
};

export type Live = { readonly run: (data: ClusterData, knowledge: MatchKnowledge) => LiveRun };

/** `plain`: the knowledge that pairs are searched with; prices move none of that. */
export function createLive(plain: MatchKnowledge, heat: HeatJudge): Live {
  let matcher: Matcher | null = null;
  let at: ClusterData = { companies: [], flows: [] };
  const known = new WeakMap<Candidate, Known>();

  function moveTo(data: ClusterData): Matcher {
    if (matcher !== null && data.flows === at.flows && data.companies === at.companies) return matcher;
    const changed = matcher === null || !sameCompanies(data, at) ? null : changedFlows(at.flows, data.flows);
    if (matcher === null || changed === null || changed.put.length + changed.gone.length > FEW)
      matcher = createMatcher({ companies: data.companies, flows: data.flows }, plain, heat);
    else {
      for (const flow of changed.gone) matcher.remove(flow.id);
      for (const flow of changed.put) matcher.change(flow);
    }
    at = data;
    return matcher;
  }

  return {
    run: (data, knowledge) => {
      const { candidates, scoring } = moveTo(data).pairs();
      const live = { ...scoring, knowledge };
      const all = rivals(candidates, knowledge.settings);
      const passed: LiveMatch[] = [];
      const refused: Match[] = [];
      for (const candidate of candidates) {
        const duty = scoring.duties(candidate.surplus.company);
        let one = known.get(candidate);
        if (one === undefined || !sameDuty(one.duty, duty)) {
          one = { knowledge, duty, judged: judge(candidate, scoring.companies, knowledge, heat, scoring.duties), value: null };
          known.set(candidate, one);
        } else if (one.knowledge !== knowledge) {
          one = { knowledge, duty, judged: atOtherPrices(one.judged, knowledge), value: null };
          known.set(candidate, one);
        }
        const scored = scorePair(candidate, all, live, false, one.judged);
        if (scored === null) continue;
        const { pair, checks } = one.judged;
        const { volume, nokPerYear, co2PerYear } = (one.value ??= valueOf(pair, knowledge));
        const match: LiveMatch = {
          surplus: candidate.surplus.id,
          need: candidate.need.id,
          giver: candidate.surplus.company,
          taker: candidate.need.company,
          resource: candidate.link.resource ?? candidate.surplus.resources[0]?.resource ?? null,
          score: scored.score,
          parts: [],
          tie: 0,
          rule: candidate.link.ruleId,
          via: candidate.link.via,
          checks,
          volume,
          distanceKm: candidate.distanceKm,
          nokPerYear,
          co2PerYear,
          assumed: [],
          questions: [],
          draws: () => worthDraws(pair, knowledge),
        };
        (scored.refused ? refused : passed).push(match);
      }
      return { matches: passed.sort(before), refused: refused.sort(before) };
    },
  };
}

/** Prices decide how far a pair may be carried, and none of the other checks. */
function atOtherPrices({ pair, checks }: Judged, knowledge: MatchKnowledge): Judged {
  const now = checks.map((one) => (one.check === 'distance' ? checkDistance(pair, knowledge) : one));
  return { pair, checks: now, refused: now.some(({ verdict }) => verdict === 'fail') };
}

const before = (a: Match, b: Match): number => b.score - a.score || compare(a.surplus, b.surplus) || compare(a.need, b.need);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const sameDuty = (a: HeatDuty | null, b: HeatDuty | null): boolean =>
  a === b || (a !== null && b !== null && a.kind === b.kind && a.least === b.least);

/** A company that leaves with its flows may stay among those known: it has nothing to match. */
function sameCompanies(next: ClusterData, before: ClusterData): boolean {
  const known = new Map(before.companies.map((one) => [one.id, one]));
  return next.companies.length === before.companies.length && next.companies.every((one) => known.get(one.id) === one);
}

function changedFlows(before: readonly Flow[], next: readonly Flow[]): { readonly put: readonly Flow[]; readonly gone: readonly Flow[] } {
  const [old, now] = [new Map(before.map((flow) => [flow.id, flow])), new Set(next.map(({ id }) => id))];
  return { put: next.filter((flow) => old.get(flow.id) !== flow), gone: before.filter(({ id }) => !now.has(id)) };
}
