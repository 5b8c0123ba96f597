// Speed and memory of matching: a cluster, one changed flow, a country, and how time grows. `npm run bench -- match [FLOWS…]`.
import { loadLexicon } from '../server/reference/loadLexicon.ts';
import { loadReference } from '../server/reference/loadReference.ts';
import { classifyFlows } from '../server/tasks/classifyFlows.ts';
import { matchTools } from '../server/tasks/matchFiles.ts';
import { createClassifier } from '../server/taxonomy/classifier.ts';
import { matchFlows, rankFlows, type MatchInput } from '../server/matching/matchFlows.ts';
import { createMatcher } from '../server/matching/rematch.ts';
import { findPairs } from '../server/matching/findPairs.ts';
import { viewOf } from '../server/matching/flowView.ts';
import { allPairs } from '../test/matching/allPairs.ts';
import { makeCluster, type Spread } from './matching/cluster.ts';

const reference = loadReference();
const resources = [...reference.resources.values()];
const classifier = createClassifier({ ...reference, lexicon: loadLexicon(new Set(reference.resources.keys())) });
const { knowledge, heat } = matchTools(reference, classifier);

function cluster(companies: number, each: number, spread: Spread, seed: number): MatchInput {
  const made = makeCluster(companies, each, spread, resources, seed);
  return { companies: made.companies, flows: classifyFlows(made.flows, new Map(made.companies.map((one) => [one.id, one])), classifier) };
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
const views = ({ companies, flows }: MatchInput): ReturnType<typeof viewOf>[] => {
  const byId = new Map(companies.map((company) => [company.id, company]));
  return flows.map((flow) => viewOf(flow, byId.get(flow.company), knowledge));
};

const small = Array.from({ length: 9 }, (_, seed) => cluster(60, 20, 'cluster', seed + 1));
const times = small.map((input) => timed(() => matchFlows(input, knowledge, heat)));
console.log(`match 60 x 20 flows, ranked, valued, explained: ${median(times.slice(2)).toFixed(0)} ms (reach 200 ms)`);

const twin = cluster(25, 20, 'cluster', 40);
const [indexed, paired] = [timed(() => findPairs(views(twin), knowledge, false)), timed(() => allPairs(views(twin), knowledge, false))];
console.log(`all pairs against the index, 500 flows: ${(paired / indexed).toFixed(1)} x slower (reach 10 x at 20,000 flows)`);

const wide = cluster(1000, 20, 'norway', 50);
const matcher = createMatcher(wide, knowledge, heat);
const changes = Array.from({ length: 21 }, (_, i) => {
  const [flow, other] = [wide.flows[i * 911 + 3], wide.flows[i * 733 + 8]];
  if (flow === undefined || other === undefined) return Number.NaN;
  return timed(() => {
    matcher.change({ ...flow, words: other.words, resources: other.resources });
    matcher.matchesOf(flow.id);
  });
});
console.log(`change one flow of 20,000 and see its matches: ${median(changes).toFixed(0)} ms (reach 50 ms)`);

const sizes = process.argv
  .slice(2)
  .map(Number)
  .filter((size) => size > 0);
let before: { readonly size: number; readonly ms: number } | null = null;
for (const size of sizes.length > 0 ? sizes : [12_500, 25_000, 50_000, 100_000]) {
  const input = cluster(Math.round(size / 20), 20, 'norway', 60);
  const ms = timed(() => rankFlows(input, knowledge, heat));
  const memory = `${(process.memoryUsage().rss / 1e6).toFixed(0)} MB`;
  if (size === 100_000) console.log(`match 100,000 flows over Norway: ${(ms / 1000).toFixed(1)} s, ${memory} (reach 20 s, 1000 MB)`);
  else console.log(`match ${size} flows over Norway: ${(ms / 1000).toFixed(1)} s, ${memory}`);
  if (before !== null) console.log(`  times ${(ms / before.ms).toFixed(2)} for times ${(size / before.size).toFixed(1)} flows`);
  before = { size, ms };
}
