// Which one new plant type would open most value here: every type of data/processors.csv that no company runs, set in the middle of the cluster.
import type { Company, Place } from '../domain/company.ts';
import type { Annual, AnnualUnit } from '../domain/estimate.ts';
import { gives, type Flow, type FlowId } from '../domain/flow.ts';
import type { Match } from '../domain/match.ts';
import type { ResourceId } from '../domain/resource.ts';
import { DEFAULT_SHARING } from '../domain/sharing.ts';
import { likelyOf } from './checks/volume.ts';
import type { HeatJudge } from './heatJudge.ts';
import type { MatchKnowledge } from './knowledge.ts';
import { matchFlows } from './matchFlows.ts';
import type { Processor } from './processors.ts';

export type Opened = {
  readonly flow: FlowId;
  /** What it could hand to the plant; null where the amount is not known. */
  readonly quantity: Annual | null;
  readonly nokPerYear: number | null;
  readonly co2PerYear: number | null;
};

/** Likely figures of what is left today, joint gain of givers and plant in feedstock alone: what the plant itself costs and earns is not in them. */
export type MissingProcessor = {
  readonly processor: Processor;
  readonly surpluses: readonly Opened[];
  /** Needs of the cluster that its products could meet. */
  readonly serves: readonly FlowId[];
  /** Of the surpluses with a figure; null where none has one. */
  readonly nokPerYear: number | null;
  readonly co2PerYear: number | null;
};

type Cluster = {
  readonly companies: readonly Company[];
  /** With `resources` already classified. */
  readonly flows: readonly Flow[];
  /** Share 0..1 of each surplus that has no taker today; a flow that is not named is left whole. */
  readonly left?: ReadonlyMap<FlowId, number>;
};

/** The most valuable first; types that a company of the cluster runs, or that nothing here could feed, are left out. */
export function missingProcessors(cluster: Cluster, knowledge: MatchKnowledge, heat: HeatJudge): MissingProcessor[] {
  const { companies, flows, left } = cluster;
  const surpluses = flows.filter((flow) => gives(flow) && (left?.get(flow.id) ?? 1) > 0);
  const needs = flows.filter((flow) => !gives(flow));
  const place = middleOf(companies);
  const found = knowledge.processors.flatMap((processor): MissingProcessor[] => {
    if (companies.some((company) => runs(company, processor))) return [];
    const plant = plantOf(processor, place);
    const all = [...companies, plant];
    const fed = surelyMatched([...surpluses, ...intakesOf(processor, plant, surpluses)], all);
    const opened = surpluses
      .flatMap((flow) => {
        const match = fed.get(flow.id);
        return match === undefined ? [] : [openedBy(flow, match, left?.get(flow.id) ?? 1)];
      })
      .filter(({ nokPerYear }) => nokPerYear === null || nokPerYear > 0);
    if (opened.length === 0) return [];
    const products = processor.gives.map((node, at) => virtualFlow(processor, plant, `out.${at}`, node, 'out', null));
    const served = matchFlows({ companies: all, flows: [...needs, ...products] }, knowledge, heat).matches.filter(sure);
    return [
      {
        processor,
        surpluses: opened.toSorted((a, b) => before(a.flow, b.flow)),
        serves: [...new Set(served.map(({ need }) => need))].toSorted(before),
        nokPerYear: sumOf(opened.map(({ nokPerYear }) => nokPerYear)),
        co2PerYear: sumOf(opened.map(({ co2PerYear }) => co2PerYear)),
      },
    ];
  });
  return found.toSorted(
    (a, b) =>
      (b.nokPerYear ?? -Infinity) - (a.nokPerYear ?? -Infinity) ||
      (b.co2PerYear ?? -Infinity) - (a.co2PerYear ?? -Infinity) ||
      before(a.processor.id, b.processor.id),
  );

  /** For each surplus the match with the plant that is worth most, where the resource surely fits. */
  function surelyMatched(given: readonly Flow[], all: readonly Company[]): ReadonlyMap<FlowId, Match> {
    const unitOf = new Map(given.map((flow) => [flow.id, flow.annual?.unit ?? null]));
    const best = new Map<FlowId, Match>();
    for (const match of matchFlows({ companies: all, flows: given }, knowledge, heat).matches) {
      if (!sure(match) || !isVirtual(match.need) || match.via.length > 0) continue;
      const unit = unitOf.get(match.surplus) ?? null;
      if (unit !== null && unit !== unitOf.get(match.need)) continue;
      const known = best.get(match.surplus);
      if (known === undefined || worthOf(match) > worthOf(known)) best.set(match.surplus, match);
    }
    return best;
  }
}

const before = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const worthOf = ({ nokPerYear }: Match): number => nokPerYear?.likely ?? -Infinity;
const sure = ({ checks }: Match): boolean => checks.some(({ check, verdict }) => check === 'resource' && verdict === 'pass');

const runs = ({ nace }: Company, processor: Processor): boolean => {
  const code = (nace ?? '').replace(/^[A-U]\s*/u, '');
  return processor.nace.some((own) => code.startsWith(own));
};

/** The sum of what is known; null where nothing is known. */
function sumOf(figures: readonly (number | null)[]): number | null {
  const known = figures.filter((figure) => figure !== null);
  return known.length === 0 ? null : known.reduce((sum, figure) => sum + figure, 0);
}

function openedBy({ id, annual }: Flow, { nokPerYear, co2PerYear }: Match, share: number): Opened {
  const times = (value: number | null | undefined): number | null => (value === null || value === undefined ? null : value * share);
  return {
    flow: id,
    quantity: annual === null ? null : { ...annual, low: annual.low * share, likely: times(annual.likely), high: times(annual.high) },
    nokPerYear: times(nokPerYear?.likely),
    co2PerYear: times(co2PerYear?.likely),
  };
}

const VIRTUAL = 'new plant: ';
const isVirtual = (flow: FlowId): boolean => flow.startsWith(VIRTUAL);

function middleOf(companies: readonly Company[]): Place | null {
  const places = companies.toSorted((a, b) => before(a.id, b.id)).flatMap(({ place }) => (place === null ? [] : [place]));
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  return places.length === 0 ? null : { lat: mean(places.map(({ lat }) => lat)), lon: mean(places.map(({ lon }) => lon)) };
}

const plantOf = ({ id, name, nace }: Processor, place: Place | null): Company => ({
  id: `${VIRTUAL}${id}`,
  name: name.en,
  orgNumber: null,
  parent: null,
  nace: nace[0] ?? null,
  activity: null,
  municipality: null,
  country: null,
  place,
  sites: [],
});

/** One need for each resource that the plant takes and each unit that surpluses are told in, large enough for all of them. */
function intakesOf(processor: Processor, plant: Company, surpluses: readonly Flow[]): Flow[] {
  const amounts = new Map<AnnualUnit, number>();
  for (const { annual } of surpluses) if (annual !== null) amounts.set(annual.unit, (amounts.get(annual.unit) ?? 0) + likelyOf(annual));
  const sized = [...amounts]
    .toSorted(([a], [b]) => before(a, b))
    .map(([unit, all]): Annual => ({ low: all, likely: all, high: all, unit }));
  return processor.takes.flatMap((node, at) =>
    (sized.length > 0 ? sized : [null]).map((annual) =>
      virtualFlow(processor, plant, `in.${at}.${annual?.unit ?? ''}`, node, 'in', annual),
    ),
  );
}

function virtualFlow(
  processor: Processor,
  plant: Company,
  name: string,
  node: ResourceId,
  direction: 'in' | 'out',
  annual: Annual | null,
): Flow {
  return {
    id: `${VIRTUAL}${processor.id}.${name}`,
    company: plant.id,
    site: null,
    process: null,
    direction,
    role: direction === 'in' ? 'need' : 'surplus',
    words: '',
    resources: [{ resource: node, weight: 1, how: 'person' }],
    kind: null,
    wasteCode: null,
    stated: null,
    unit: null,
    annual,
    temperature: null,
    temperatureReturn: null,
    hours: null,
    profile: null,
    price: null,
    dataQuality: null,
    quality: null,
    comment: null,
    period: null,
    sharing: DEFAULT_SHARING,
    source: null,
  };
}
