import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { Company } from '../../server/domain/company.ts';
import type { Flow } from '../../server/domain/flow.ts';
import { celsius } from '../../server/domain/temperature.ts';
import { HEAT_RULES } from '../../server/heat/parameters.ts';
import { loadReference } from '../../server/reference/loadReference.ts';
import type { HeatCluster, HeatNames } from '../../server/tasks/heatCluster.ts';
import { heatOfCluster } from '../../server/tasks/heatOfCluster.ts';
import { loadSolver } from '../heat/network/solver.ts';
import { aFlow, byClass, exactly } from '../domain/aFlow.ts';

const reference = loadReference();
const asThey: HeatNames = { flow: (id) => id, company: (id) => id };
const company = (id: string, lon: number | null): Company => ({
  id,
  name: id,
  orgNumber: null,
  parent: null,
  nace: null,
  activity: null,
  municipality: null,
  country: null,
  place: lon === null ? null : { lat: 63.3, lon },
  sites: [],
});
const flow = (id: string, owner: string, resource: string, mwh: number | null, supply: number | null, back: number | null): Flow =>
  aFlow({
    id,
    company: owner,
    ...byClass(resource),
    words: id,
    annual: mwh === null ? null : exactly(mwh, 'MWh'),
    temperature: supply === null ? null : celsius(supply),
    temperatureReturn: back === null ? null : celsius(back),
  });
const cluster: HeatCluster = {
  companies: [company('smelter', 9.85), company('dairy', 9.87), company('school', 9.9), company('lost', null)],
  flows: [
    flow('offgas', 'smelter', 'en.heat.gas_hi', 40_000, 400, 150),
    flow('wash', 'dairy', 'en.need.wash', 6000, 65, 10),
    flow('rooms', 'school', 'en.need.space', 1500, null, null),
    flow('wrong', 'dairy', 'en.heat.water_55', 900, 30, 60),
    flow('somewhere', 'lost', 'en.need.dhw', 500, 60, 10),
    flow('bark', 'dairy', 'mat.wood.bark', 500, null, null),
  ],
};
const ask = (more: Partial<Parameters<typeof heatOfCluster>[3]> = {}) => ({
  network: true,
  off: new Set<string>(),
  language: 'en' as const,
  ...more,
});

describe('the heat of a cluster', () => {
  it('answers with twelve months, pairs and a network', async () => {
    const answer = await heatOfCluster(cluster, reference, asThey, ask(), null);
    expect(answer.months.map((month) => month.month)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(answer.sharing_potential_kw).toBeGreaterThan(600);
    expect(answer.pairs[0]).toMatchObject({ surplus: 'offgas', kind: 'direct' });
    expect(answer.network?.cover_by_month).toHaveLength(12);
    expect(answer.network?.edges.map(({ from, to }) => [from, to])).toContainEqual(['smelter', 'dairy']);
    expect(answer.network?.dropped).toContainEqual(expect.objectContaining({ who: 'somewhere', code: 'network.noPlace' }));
  });

  it('says what it assumed, asks, and names the flow that contradicts itself', async () => {
    const answer = await heatOfCluster(cluster, reference, asThey, ask({ language: 'nb' }), null);
    expect(answer.hours.pairs.length).toBeGreaterThan(0);
    expect(answer.problems).toEqual([expect.objectContaining({ flow: 'wrong', text: expect.stringContaining('returen må være kaldere') })]);
    expect(answer.assumed).toContainEqual(
      expect.objectContaining({ flow: 'rooms', field: 'temperature', factor: 'heat-media:en.need.space' }),
    );
    expect(answer.questions).toContainEqual(expect.objectContaining({ flow: 'rooms', text: 'Hvilken temperatur har strømmen?' }));
    for (const { text } of [...answer.assumed, ...answer.questions, ...answer.problems]) expect(text).not.toMatch(/[{}]|NaN/);
  });

  it('is null where the network was not asked for, and proved where a solver is handed in', async () => {
    expect((await heatOfCluster(cluster, reference, asThey, ask({ network: false }), null)).network).toBeNull();
    expect((await heatOfCluster(cluster, reference, asThey, ask(), await loadSolver())).network).toMatchObject({ optimal: true });
  });

  it('is the same text each time', async () => {
    const [one, other] = [
      await heatOfCluster(cluster, reference, asThey, ask(), null),
      await heatOfCluster(cluster, reference, asThey, ask(), null),
    ];
    expect(JSON.stringify(one)).toBe(JSON.stringify(other));
  });

  it('has nothing to say of a cluster without heat', async () => {
    const answer = await heatOfCluster({ ...cluster, flows: [] }, reference, asThey, ask(), null);
    expect(answer).toMatchObject({ sharing_potential_kw: 0, pairs: [], network: { edges: [], lcoh_nok_per_mwh: null } });
  });
});

describe('the heat part’s own tables', () => {
  const rowsOf = (file: string): Record<string, string>[] =>
    parse(readFileSync(join(import.meta.dirname, '..', '..', 'data', file)), { columns: true });

  it('name resources that the taxonomy has', () => {
    for (const row of rowsOf('heat-media.csv')) expect(reference.resources.has(row['resource'] ?? '')).toBe(true);
  });

  it('hold every rule that the code asks for, and none that nobody asks for', () =>
    expect(
      rowsOf('heat-rules.csv')
        .map((row) => row['id'] ?? '')
        .sort(),
    ).toEqual(HEAT_RULES.map((name) => `heat.${name}`).sort()));
});
