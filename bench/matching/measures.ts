// How well a ranked list of pairs finds the true ones; the same figures as test/scorer/score.mjs.
import type { Case, TruePair } from './readCases.ts';

export type Prediction = { readonly surplus: string; readonly need: string; readonly score: number };
export type Measures = {
  readonly recall: number;
  readonly rprec: number;
  readonly mrr: number;
  readonly ndcg: number;
  readonly ap: number;
  /** Recall within the first fifth of the case's cross-company pairs. */
  readonly fifth: number;
};
export const MEASURES = ['recall', 'rprec', 'mrr', 'ndcg', 'ap', 'fifth'] as const satisfies readonly (keyof Measures)[];
export type CaseResult = {
  readonly name: string;
  readonly measures: Measures;
  readonly pairs: readonly (TruePair & { readonly rank: number; readonly top: boolean })[];
};

/** FNV-1a with a final mix: breaks ties so that neither the order of a file nor its ids can help. */
export function tieHash(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Pairs between two companies of a surplus and a need, in the case. */
export function crossPairs({ flows }: Case): number {
  const gives = flows.filter((flow) => flow.giving);
  const takes = flows.filter((flow) => !flow.giving);
  return gives.reduce((sum, surplus) => sum + takes.filter((need) => need.company !== surplus.company).length, 0);
}

export function measureCase(one: Case, predictions: readonly Prediction[]): CaseResult {
  const byId = new Map(one.flows.map((flow) => [flow.id, flow]));
  const best = new Map<string, number>();
  for (const { surplus, need, score } of predictions) {
    const [from, to] = [byId.get(surplus), byId.get(need)];
    if (from === undefined || to === undefined || !from.giving || to.giving || from.company === to.company) continue;
    const key = `${surplus}>${need}`;
    if (score > (best.get(key) ?? -Infinity)) best.set(key, score);
  }
  const ranked = [...best]
    .map(([key, score]) => ({ key, score, hash: tieHash(`${one.name}|${key}`) }))
    .sort((a, b) => b.score - a.score || a.hash - b.hash || (a.key < b.key ? -1 : 1));
  const truth = new Set(one.truth.map(({ key }) => key));
  const wanted = new Set(one.truth.map(({ surplus }) => surplus));
  const place = new Map<string, number>();
  const first = new Map<string, number>();
  let [seen, ap, dcg, ideal, top, early] = [0, 0, 0, 0, 0, 0];
  const fifth = Math.floor(crossPairs(one) / 5);
  ranked.forEach(({ key }, i) => {
    const surplus = key.split('>')[0] ?? '';
    if (wanted.has(surplus)) place.set(surplus, (place.get(surplus) ?? 0) + 1);
    if (!truth.has(key)) return;
    seen += 1;
    ap += seen / (i + 1);
    dcg += 1 / Math.log2(i + 2);
    if (i < truth.size) top += 1;
    if (i < fifth) early += 1;
    if (!first.has(surplus)) first.set(surplus, 1 / (place.get(surplus) ?? 1));
  });
  for (let i = 0; i < truth.size; i++) ideal += 1 / Math.log2(i + 2);
  const share = (value: number, of: number): number => (of === 0 ? 0 : value / of);
  const rank = new Map(ranked.map(({ key }, i) => [key, i + 1]));
  return {
    name: one.name,
    measures: {
      recall: share(seen, truth.size),
      rprec: share(top, truth.size),
      mrr: share(
        [...first.values()].reduce((sum, value) => sum + value, 0),
        wanted.size,
      ),
      ndcg: share(dcg, ideal),
      ap: share(ap, truth.size),
      fifth: share(early, truth.size),
    },
    pairs: one.truth.map((pair) => {
      const at = rank.get(pair.key) ?? Infinity;
      return { ...pair, rank: at, top: at <= truth.size };
    }),
  };
}

export const meanOf = (results: readonly CaseResult[]): Measures => {
  const mean = (name: keyof Measures): number =>
    results.reduce((sum, { measures }) => sum + measures[name], 0) / Math.max(1, results.length);
  return { recall: mean('recall'), rprec: mean('rprec'), mrr: mean('mrr'), ndcg: mean('ndcg'), ap: mean('ap'), fifth: mean('fifth') };
};

/** Middle 95 % of the mean over cases drawn again and again, with a fixed seed. */
export function interval(results: readonly CaseResult[], name: keyof Measures, rounds = 2000): readonly [number, number] {
  const values = results.map(({ measures }) => measures[name]);
  let state = 20_260_101;
  const next = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
  const means = Array.from({ length: rounds }, () => {
    let sum = 0;
    for (let i = 0; i < values.length; i++) sum += values[Math.floor(next() * values.length)] ?? 0;
    return sum / Math.max(1, values.length);
  }).sort((a, b) => a - b);
  return [means[Math.floor(rounds * 0.025)] ?? 0, means[Math.floor(rounds * 0.975)] ?? 0];
}
