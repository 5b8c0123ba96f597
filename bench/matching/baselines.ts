// What simple matchers find: common words, common trigrams, the same kind, chance; as in test/scorer/score.mjs.
import { tieHash, type Prediction } from './measures.ts';
import type { Case, CaseFlow } from './readCases.ts';

export const BASELINES = ['token', 'trigram', 'kind', 'random'] as const;
export type Baseline = (typeof BASELINES)[number];

const STOP = new Set('the a an of for from to in and or as with by on at til fra og i av for med på som en et den det ved'.split(' '));
const tokens = (text: string): string[] =>
  text
    .toLowerCase()
    .normalize('NFC')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1 && !STOP.has(word));
const trigrams = (text: string): string[] => {
  const padded = ` ${text
    .toLowerCase()
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
  return Array.from({ length: Math.max(0, padded.length - 2) }, (_, at) => padded.slice(at, at + 3));
};

function similarity(flows: readonly CaseFlow[], split: (text: string) => string[]): (a: CaseFlow, b: CaseFlow) => number {
  const bags = new Map<string, Map<string, number>>();
  const seen = new Map<string, number>();
  for (const flow of flows) {
    const bag = new Map<string, number>();
    for (const word of split(flow.words)) bag.set(word, (bag.get(word) ?? 0) + 1);
    bags.set(flow.id, bag);
    for (const word of bag.keys()) seen.set(word, (seen.get(word) ?? 0) + 1);
  }
  const rarity = (word: string): number => Math.log((1 + flows.length) / (1 + (seen.get(word) ?? 0))) + 1;
  const length = new Map(
    [...bags].map(([id, bag]) => [id, Math.sqrt([...bag].reduce((sum, [word, count]) => sum + (count * rarity(word)) ** 2, 0))]),
  );
  return (a, b) => {
    const [one, two] = [bags.get(a.id) ?? new Map<string, number>(), bags.get(b.id) ?? new Map<string, number>()];
    let [dot, common] = [0, 0];
    for (const [word, count] of one) {
      const other = two.get(word);
      if (other === undefined) continue;
      common += 1;
      dot += count * other * rarity(word) ** 2;
    }
    if (common === 0) return 0;
    return (0.5 * common) / (one.size + two.size - common) + (0.5 * dot) / ((length.get(a.id) ?? 1) * (length.get(b.id) ?? 1));
  };
}

export function baseline(one: Case, name: Baseline): Prediction[] {
  const alike = name === 'token' ? similarity(one.flows, tokens) : name === 'trigram' ? similarity(one.flows, trigrams) : null;
  const found: Prediction[] = [];
  for (const surplus of one.flows) {
    for (const need of one.flows) {
      if (!surplus.giving || need.giving || need.company === surplus.company) continue;
      if (surplus.kind !== need.kind && name !== 'random') continue;
      const score = alike !== null ? alike(surplus, need) : name === 'random' ? tieHash(`${one.name}${surplus.id}${need.id}r`) : 1;
      if (score > 0) found.push({ surplus: surplus.id, need: need.id, score });
    }
  }
  return found;
}
