// The demo cluster, from its words alone: what a good facilitator finds there.
import { describe, expect, it } from 'vitest';
import { matchFlows } from '../../server/matching/matchFlows.ts';
import { demoCluster, rowsIn, tools } from './tools.ts';

const demo = demoCluster();
const company = new Map(demo.flows.map((flow) => [flow.id, flow.company]));
const found = matchFlows(demo, tools.knowledge, tools.heat);
const inside = matchFlows({ ...demo, internal: true }, tools.knowledge, tools.heat);
const keysOf = (matches: typeof found.matches): ReadonlySet<string> => new Set(matches.map(({ surplus, need }) => `${surplus} > ${need}`));
const rows = rowsIn('fixtures/demo/demo-synergies.csv').map((row) => {
  const [from, to] = [row['from_flow'] ?? '', row['to_flow'] ?? ''];
  return {
    id: row['id'] ?? '',
    key: `${from} > ${to}`,
    expected: row['expected'] === 'true',
    internal: company.get(from) === company.get(to),
  };
});

describe('the demo cluster', () => {
  it.each(rows.filter(({ expected, internal }) => expected && !internal))('finds $id between two companies: $key', ({ key }) => {
    expect(keysOf(found.matches)).toContain(key);
  });

  it.each(rows.filter(({ expected, internal }) => expected && internal))('finds $id inside a company, where asked: $key', ({ key }) => {
    expect(keysOf(found.matches)).not.toContain(key);
    expect(keysOf(inside.matches)).toContain(key);
  });

  it.each(rows.filter(({ expected }) => !expected))("keeps the trap $id out of a company's first five: $key", ({ key }) => {
    for (const one of new Set(company.values())) {
      const own = found.matches.filter(({ giver, taker }) => giver === one || taker === one).slice(0, 5);
      expect(keysOf(own)).not.toContain(key);
    }
  });

  it('gives every match a reason, what is assumed where it names a sum, and a question where something is not known', () => {
    for (const match of found.matches) {
      expect(match.checks).toHaveLength(8);
      if (match.nokPerYear !== null) expect(match.assumed.length).toBeGreaterThan(0);
      if (match.checks.some(({ verdict, check }) => verdict === 'unknown' && check !== 'law'))
        expect(match.questions.length).toBeGreaterThan(0);
    }
  });
});
