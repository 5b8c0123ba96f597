import { describe, expect, it } from 'vitest';
import { makeCluster } from '../../bench/matching/cluster.ts';
import type { Flow } from '../../server/domain/flow.ts';
import type { Match } from '../../server/domain/match.ts';
import { createMatcher } from '../../server/matching/rematch.ts';
import { matchFlows } from '../../server/matching/matchFlows.ts';
import { sureOf } from './makers.ts';
import { heat, knowledge, reference } from './known.ts';

const resources = [...reference.resources.values()];
const byName = new Map(
  resources.flatMap(({ id, name, synonyms }) => [name.nb, name.en, ...synonyms.nb, ...synonyms.en].map((word) => [word, id] as const)),
);
const classified = (flow: Flow): Flow => ({ ...flow, resources: sureOf(byName.get(flow.words) ?? 'mat') });
const made = makeCluster(14, 8, 'norway', resources, 21);
const others = makeCluster(14, 8, 'norway', resources, 22).flows.map(classified);
const input = { companies: made.companies, flows: made.flows.map(classified) };

const of = (matches: readonly Match[], id: string): unknown =>
  matches.filter(({ surplus, need }) => surplus === id || need === id).map((match) => ({ ...match, tie: 0 }));

describe('a changed flow', () => {
  it.each([
    ['every need found', knowledge],
    [
      'room for three needs a surplus',
      { ...knowledge, settings: { ...knowledge.settings, 'candidates.budget': 1, 'candidates.fewest': 3 } },
    ],
  ])('is matched again with the result of a full run, with %s: changed, turned round, taken away and added', (_, knowledge) => {
    const matcher = createMatcher(input, knowledge, heat);
    const flows = new Map(input.flows.map((flow) => [flow.id, flow]));
    expect(matcher.run()).toEqual(matchFlows(input, knowledge, heat));
    const change = (flow: Flow): void => {
      matcher.change(flow);
      flows.set(flow.id, flow);
    };
    const steps: (() => string)[] = [3, 8, 41].flatMap((at) => {
      const flow = input.flows[at];
      const other = others[at + 1];
      if (flow === undefined || other === undefined) throw new Error('no such flow');
      const id = flow.id;
      return [
        () => (change({ ...flow, comment: 'once' }), id),
        () => (change({ ...flow, comment: 'twice' }), id),
        () => (change({ ...flow, words: other.words, resources: other.resources }), id),
        () => (change({ ...flow, annual: null, role: flow.role === 'need' ? 'input' : 'product' }), id),
        () => (change({ ...flow, role: flow.role === 'need' ? 'surplus' : 'need', direction: flow.role === 'need' ? 'out' : 'in' }), id),
        () => (matcher.remove(id), flows.delete(id), id),
        () => (change(flow), id),
      ];
    });
    for (const step of steps) {
      const id = step();
      const full = matchFlows({ ...input, flows: [...flows.values()] }, knowledge, heat);
      expect(matcher.run()).toEqual(full);
      expect(of(matcher.matchesOf(id).matches, id)).toEqual(of(full.matches, id));
    }
  });
});
