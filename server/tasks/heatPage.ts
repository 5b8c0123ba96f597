// The heat page's question: a cluster's heat with the streams and places that its pictures are drawn from. No solver: this sits in a request.
import type { Language } from '../contract/errors.ts';
import type { HeatPage } from '../contract/heatAnswer.ts';
import { AppError } from '../domain/errors.ts';
import type { Viewer } from '../domain/viewer.ts';
import { heatFlows } from '../heat/clusterHeat.ts';
import { withContributions } from '../heat/judgePair.ts';
import type { HeatRows } from '../heat/parameters.ts';
import { scaleApproach } from '../heat/scaleApproach.ts';
import { loadHeatKnowledge } from './heatKnowledge.ts';
import { heatOfCluster, placesOf, readHeatCluster, siteOf } from './heatOfCluster.ts';
import type { HeatCluster } from './heatOfCluster.ts';
import { knowledge } from './knowledge.ts';
import type { StoreReader } from './open.ts';

export type HeatPageAsk = {
  readonly network: boolean;
  readonly off: readonly string[];
  /** Least difference of a liquid pair, K; null: the usual one. */
  readonly approach: number | null;
  readonly language: Language;
};

/** The names are the ids of the store: the page has the words for them beside. */
const AS_STORED = { flow: (id: string): string => id, company: (id: string): string => id };

export async function heatPage(
  store: Pick<StoreReader, 'clusters' | 'companiesOf' | 'flowsOf' | 'revision'>,
  viewer: Viewer,
  cluster: string,
  ask: HeatPageAsk,
): Promise<HeatPage> {
  // Figures of all companies at once are for facilitators; to a member the page is not there.
  if (viewer.kind === 'member') throw new AppError('cluster.unknown', { cluster });
  const found = readOnce(store, viewer, cluster);
  const { rules: p, heats } = loadHeatKnowledge(knowledge().reference);
  const usual = 2 * p.value('approach.liquid');
  const used = ask.approach ?? usual;
  const heat = heatFlows(found.flows, heats, p);
  const known = new Set(heat.map((one) => one.flow.id));
  const off = [...new Set(ask.off)].filter((id) => known.has(id)).sort();
  const answer = await heatOfCluster(found, rowsWith(used / usual), AS_STORED, { ...ask, off: new Set(off) }, null);
  const place = placesOf(found.companies);
  const places = new Map(
    heat.flatMap(({ flow }) => {
      const at = place(flow);
      return at === null ? [] : [[siteOf(flow), { site: siteOf(flow), company: flow.company, lat: at.lat, lon: at.lon }] as const];
    }),
  );
  const companies = new Set(heat.map((one) => one.flow.company));
  return {
    ...answer,
    cluster,
    approach: { usual_k: usual, used_k: used, usual_loop_k: p.value('approach.loop') },
    names: found.companies.filter((one) => companies.has(one.id)).map(({ id, name }) => ({ id, name })),
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
    off,
  };
}

/** Tables for a few approaches: a person drags to and fro between some. */
const KEPT = 8;
const scaled = new Map<number, HeatRows>();
function rowsWith(factor: number): HeatRows {
  const { reference } = knowledge();
  if (factor === 1) return reference;
  const before = scaled.get(factor);
  if (before !== undefined) return before;
  const rows = scaleApproach(reference, factor);
  scaled.set(factor, rows);
  const oldest = scaled.keys().next();
  if (scaled.size > KEPT && !oldest.done) scaled.delete(oldest.value);
  return rows;
}

/** The cluster that was read last, while the data stands: switching a customer off reads and classifies nothing anew. */
const last = new WeakMap<object, { readonly key: string; readonly cluster: HeatCluster }>();
function readOnce(
  store: Pick<StoreReader, 'clusters' | 'companiesOf' | 'flowsOf' | 'revision'>,
  viewer: Viewer,
  cluster: string,
): HeatCluster {
  const key = JSON.stringify([store.revision(), viewer, cluster]);
  const before = last.get(store);
  if (before?.key === key) return before.cluster;
  const read = readHeatCluster(store, viewer, cluster);
  last.set(store, { key, cluster: read });
  return read;
}
