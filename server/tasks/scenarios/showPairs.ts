// Matches of a scenario as a meeting shows them: names in words, figures, and how much of each is used.
import type { Language } from '../../contract/errors.ts';
import type { LivePair } from '../../contract/scenarios.ts';
import type { ClusterData } from '../../domain/scenario.ts';
import type { Allocation } from '../../matching/allocate/allocate.ts';
import type { LiveMatch } from '../../matching/scenario/liveRun.ts';
import { pairOf } from '../../matching/scenario/outcome.ts';
import { knowledge } from '../knowledge.ts';
import { familyOf } from '../shown.ts';

export function pairShower(data: ClusterData, { allocations }: Allocation, language: Language): (match: LiveMatch) => LivePair {
  const { resources } = knowledge().reference;
  const flows = new Map(data.flows.map((flow) => [flow.id, flow]));
  const names = new Map(data.companies.map((one) => [one.id, one.name]));
  const used = new Map(allocations.map((one) => [pairOf(one), one.quantity]));
  const span = (figure: LiveMatch['nokPerYear'] | LiveMatch['co2PerYear']): LivePair['nok_per_year'] =>
    figure === null ? null : { low: figure.low, likely: figure.likely, high: figure.high };
  return (match) => ({
    surplus: match.surplus,
    need: match.need,
    via: [...match.via],
    surplus_words: flows.get(match.surplus)?.words ?? match.surplus,
    need_words: flows.get(match.need)?.words ?? match.need,
    giver: match.giver,
    giver_name: names.get(match.giver) ?? match.giver,
    taker: match.taker,
    taker_name: names.get(match.taker) ?? match.taker,
    resource: match.resource === null ? null : (resources.get(match.resource)?.name[language] ?? match.resource),
    group: match.resource === null ? null : familyOf(match.resource, { resources, language }),
    resource_id: match.resource,
    score: match.score,
    volume: match.volume,
    nok_per_year: span(match.nokPerYear),
    t_co2e_per_year: span(match.co2PerYear),
    distance_km: match.distanceKm,
    used: used.get(pairOf(match)) ?? null,
  });
}
