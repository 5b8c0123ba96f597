// Speed and memory of matching: a cluster, one changed flow, a country, and how time grows. `npm run bench -- match [FLOWS…]`, up to 1,000,000. Times
// are those of the processor: what else runs on the machine hardly shows.
import { loadLexicon } from '../server/reference/loadLexicon.ts';
import { loadReference } from '../server/reference/loadReference.ts';
import { classifyFlows } from '../server/tasks/classifyFlows.ts';
import { matchTools } from '../server/tasks/matchFiles.ts';
import { createClassifier } from '../server/taxonomy/classifier.ts';
import { matchFlows, rankFlows, type MatchInput } from '../server/matching/matchFlows.ts';
import { createMatcher } from '../server/matching/rematch.ts';
import { findPairs } from '../server/matching/findPairs.ts';
import { viewOf } from '../server/matching/flowView.ts';
import { explainPair } from '../server/matching/explainPair.ts';
import { allPairs } from '../test/matching/allPairs.ts';
import { asLine } from './figures.ts';
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
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
const views = ({ companies, flows }: MatchInput): ReturnType<typeof viewOf>[] => {
  const byId = new Map(companies.map((company) => [company.id, company]));
  return flows.map((flow) => viewOf(flow, byId.get(flow.company), knowledge));
};

// From flows as they are stored: classified, found, judged, valued, explained. The first few warm up.
const small = Array.from({ length: 12 }, (_, seed) => makeCluster(60, 20, 'cluster', resources, seed + 1));
const times = small.map(({ companies, flows }) =>
  timed(() => {
    const byId = new Map(companies.map((one) => [one.id, one]));
    matchFlows({ companies, flows: classifyFlows(flows, byId, classifier) }, knowledge, heat);
  }),
);
console.log(
  `match 60 x 20 flows, classified, ranked, valued, explained: the quickest ${Math.min(...times).toFixed(0)} ms, in the middle ${median(times.slice(3)).toFixed(0)} ms (reach 200 ms)`,
);

const wide = cluster(1000, 20, 'norway', 50);
// The twin would take an hour over all of them: every fortieth surplus against every need, beside the index with all that it costs to build.
const all = views(wide).toSorted((a, b) => (a.flow.id < b.flow.id ? -1 : 1));
const givers = all.filter((view) => view.gives);
const picked = new Set(givers.filter((_, at) => at % 40 === 0));
const some = all.filter((view) => !view.gives || picked.has(view));
const room = { ...knowledge, settings: { ...knowledge.settings, 'candidates.wide': 1, 'candidates.budget': 1 } };
findPairs(all, knowledge, false);
const indexed = timed(() => findPairs(all, knowledge, false));
let pairs: ReturnType<typeof findPairs> = [];
const paired = (timed(() => (pairs = allPairs(some, room, false))) * givers.length) / picked.size;
const same = JSON.stringify(pairs) === JSON.stringify(findPairs(some, room, false));
console.log(
  asLine(
    'all pairs against the index, 20,000 flows',
    `${(paired / indexed).toFixed(0)} x slower, ${same ? 'the same' : 'ANOTHER'} answer`,
    '10 x',
    same && paired >= 10 * indexed,
  ),
);

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
for (const size of sizes.length > 0 ? sizes : [1_000, 10_000, 100_000]) {
  const input = cluster(Math.round(size / 20), 20, 'norway', 60);
  const ms = timed(() => {
    const { passed, scoring } = rankFlows(input, knowledge, heat);
    // A page of it is explained; a whole list is explained as it is written.
    for (const pair of passed.slice(0, 50)) explainPair(pair, scoring);
  });
  const memory = `${(process.memoryUsage().rss / 1e6).toFixed(0)} MB`;
  if (size === 100_000) console.log(`match 100,000 flows over Norway: ${(ms / 1000).toFixed(1)} s, ${memory} (reach 20 s, 1000 MB)`);
  else console.log(`match ${size} flows over Norway: ${(ms / 1000).toFixed(1)} s, ${memory}`);
  if (before !== null) {
    const [more, nLogN] = [ms / before.ms, (size * Math.log(size)) / (before.size * Math.log(before.size))];
    console.log(`  times ${more.toFixed(1)} for times ${(size / before.size).toFixed(0)} flows; n log n is times ${nLogN.toFixed(1)}`);
  }
  before = { size, ms };
}
