// The heat page's question: a cluster's heat with the streams and places that its pictures are drawn from. No solver: this sits in a request.
import type { DrawnRoute } from '../contract/drawnRoutes.ts';
import type { Language } from '../contract/errors.ts';
import type { HeatAnswer, HeatPage } from '../contract/heatAnswer.ts';
import { AppError } from '../domain/errors.ts';
import type { Viewer } from '../domain/viewer.ts';
import { heatFlows } from '../heat/clusterHeat.ts';
import { withContributions } from '../heat/judgePair.ts';
import type { NetworkGround } from '../heat/network/planNetwork.ts';
import type { HeatRows } from '../heat/parameters.ts';
import { scaleApproach } from '../heat/scaleApproach.ts';
import { placesOf, readHeatCluster, siteOf, type HeatCluster } from './heatCluster.ts';
import { loadHeatKnowledge } from './heatKnowledge.ts';
import { groundOf, heatFigures, metresOf, networkOn } from './heatOfCluster.ts';
import { networkShown } from './heatShown.ts';
import { knowledge } from './knowledge.ts';
import type { StoreReader } from './open.ts';

/** What the figures depend on, apart from who is on the network. */
export type HeatGroundAsk = {
  /** Least difference of a liquid pair, K; null: the usual one. */
  readonly approach: number | null;
  readonly routes: readonly DrawnRoute[];
};
export type HeatPageAsk = HeatGroundAsk & { readonly network: boolean; readonly off: readonly string[]; readonly language: Language };
export type HeatStore = Pick<StoreReader, 'clusters' | 'companiesOf' | 'flowsOf' | 'revision'>;

/** The names are the ids of the store: the page has the words for them beside. */
const AS_STORED = { flow: (id: string): string => id, company: (id: string): string => id };

type Still = Omit<HeatPage, keyof HeatAnswer | 'cluster' | 'off' | 'routes'>;

export function heatPage(store: HeatStore, viewer: Viewer, cluster: string, ask: HeatPageAsk): HeatPage {
  const known = knownOf(store, viewer, cluster);
  const { rows, ground } = groundFor(known, ask);
  const { rules: p } = loadHeatKnowledge(rows);
  const figures = remembered(known.figures, `${ask.approach} ${ask.language}`, () =>
    heatFigures(known.cluster, rows, AS_STORED, ask.language),
  );
  const flows = new Set(known.still.flows.map((one) => one.id));
  const off = [...new Set(ask.off)].filter((id) => flows.has(id)).sort();
  const at = new Map(known.still.places.map((one) => [one.site, one]));
  return {
    ...figures,
    ...known.still,
    network: ask.network ? networkShown(networkOn(ground(), new Set(off), p), AS_STORED, ask.language) : null,
    cluster,
    approach: { ...known.still.approach, used_k: ask.approach ?? known.still.approach.usual_k },
    off,
    routes: ask.routes.map((route) => {
      const metres = metresOf(at.get(route.from) ?? null, route.via, at.get(route.to) ?? null);
      return { ...route, metres, known: metres !== null && route.from !== route.to };
    }),
  };
}

/** The problem of a cluster's network; the same value while the data and what is asked stay the same. */
export const heatGround = (store: HeatStore, viewer: Viewer, cluster: string, ask: HeatGroundAsk): NetworkGround =>
  groundFor(knownOf(store, viewer, cluster), ask).ground();

type Known = {
  readonly key: string;
  readonly cluster: HeatCluster;
  readonly still: Still;
  readonly figures: Map<string, HeatAnswer>;
  readonly grounds: Map<string, NetworkGround>;
};

/** Figures for a few approaches and routes: a person drags to and fro between some. */
const KEPT = 8;
function remembered<Value>(kept: Map<string, Value>, key: string, make: () => Value): Value {
  const before = kept.get(key);
  if (before !== undefined) return before;
  const value = make();
  kept.set(key, value);
  const oldest = kept.keys().next();
  if (kept.size > KEPT && !oldest.done) kept.delete(oldest.value);
  return value;
}

function groundFor(known: Known, { approach, routes }: HeatGroundAsk): { readonly rows: HeatRows; readonly ground: () => NetworkGround } {
  const rows = rowsWith(approach === null ? 1 : approach / known.still.approach.usual_k);
  return {
    rows,
    ground: () => remembered(known.grounds, JSON.stringify([approach, routes]), () => groundOf(known.cluster, rows, routes)),
  };
}

const scaled = new Map<string, HeatRows>();
const rowsWith = (factor: number): HeatRows => {
  const { reference } = knowledge();
  return factor === 1 ? reference : remembered(scaled, String(factor), () => scaleApproach(reference, factor));
};

/** The cluster that was read last, while the data stands: switching a customer off reads, classifies and pairs nothing anew. */
const last = new WeakMap<object, Known>();
function knownOf(store: HeatStore, viewer: Viewer, cluster: string): Known {
  // Figures of all companies at once are for facilitators; to a member the page is not there.
  if (viewer.kind === 'member') throw new AppError('cluster.unknown', { cluster });
  const key = JSON.stringify([store.revision(), viewer, cluster]);
  const before = last.get(store);
  if (before?.key === key) return before;
  const read = readHeatCluster(store, viewer, cluster);
  const known: Known = { key, cluster: read, still: stillOf(read), figures: new Map(), grounds: new Map() };
  last.set(store, known);
  return known;
}

/** What no question changes: companies, places, flows, and their streams at the usual approach. */
function stillOf({ flows, companies }: HeatCluster): Still {
  const { rules: p, heats } = loadHeatKnowledge(knowledge().reference);
  const usual = 2 * p.value('approach.liquid');
  const heat = heatFlows(flows, heats, p);
  const place = placesOf(companies);
  const places = new Map(
    heat.flatMap(({ flow }) => {
      const at = place(flow);
      return at === null ? [] : [[siteOf(flow), { site: siteOf(flow), company: flow.company, lat: at.lat, lon: at.lon }] as const];
    }),
  );
  const withHeat = new Set(heat.map((one) => one.flow.company));
  return {
    approach: { usual_k: usual, used_k: usual, usual_loop_k: p.value('approach.loop') },
    names: companies.filter((one) => withHeat.has(one.id)).map(({ id, name }) => ({ id, name })),
    places: [...places.values()],
    flows: heat.map(({ flow, side, existingNetwork, mwhPerYear }) => ({
      id: flow.id,
      company: flow.company,
      site: siteOf(flow),
      process: flow.process,
      resource: flow.words,
      side,
      existing_network: existingNetwork,
      mwh_per_year: mwhPerYear,
      file: flow.source?.file ?? null,
      line: flow.source?.line ?? null,
    })),
    streams: withContributions(
      heat.flatMap((one) => one.streams),
      p,
      false,
    ).map((one) => ({
      flow: one.id,
      company: one.company,
      kind: one.kind,
      supply_c: one.supply,
      target_c: one.target,
      kw: one.heat,
      months_kw: one.months,
      contribution_k: one.contribution ?? p.value('approach.liquid'),
      soft: one.soft,
    })),
  };
}
