import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Company } from '../../server/domain/company.ts';
import { applyScenario, subjectOf, unknownIn, withChange, withoutChange } from '../../server/domain/scenario.ts';
import type { Change } from '../../server/domain/scenario.ts';
import { celsius } from '../../server/domain/temperature.ts';
import { aFlow, exactly } from './aFlow.ts';

const aCompany = (id: string): Company => ({
  id,
  name: id,
  orgNumber: null,
  parent: null,
  nace: null,
  activity: null,
  municipality: null,
  country: null,
  place: null,
  sites: [],
});
const data = {
  companies: ['A', 'B', 'C'].map(aCompany),
  flows: [
    aFlow({ id: 'a1', company: 'A', annual: exactly(100, 't') }),
    aFlow({ id: 'a2', company: 'A', temperature: celsius(80), annual: exactly(500, 'MWh') }),
    aFlow({ id: 'b1', company: 'B', annual: null }),
    aFlow({ id: 'c1', company: 'C', annual: { low: 10, likely: null, high: null, unit: 't' } }),
  ],
};
const aPlant = (key: string): Change => ({
  kind: 'joins',
  company: {
    key,
    name: 'Ny',
    activity: null,
    nace: null,
    place: null,
    flows: [{ gives: false, words: 'varme', amount: null, unit: 'MWh', temperature: 60 }],
  },
});

const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({
    kind: fc.constant('temperature' as const),
    flow: fc.constantFrom('a1', 'a2', 'b1', 'gone'),
    to: fc.integer({ min: 0, max: 300 }),
  }),
  fc.record({ kind: fc.constant('amount' as const), flow: fc.constantFrom('a1', 'b1', 'c1'), times: fc.constantFrom(0, 0.5, 1, 2) }),
  fc.record({ kind: fc.constant('price' as const), lever: fc.constantFrom('heat', 'gate'), times: fc.constantFrom(0.5, 1, 3) }),
  fc.record({ kind: fc.constant('leaves' as const), company: fc.constantFrom('A', 'B', 'gone') }),
  fc.constantFrom('x', 'y').map(aPlant),
);
const listOf = fc.array(change, { maxLength: 12 }).map((all) => all.reduce(withChange, [] as readonly Change[]));
const settings = { seed: 7, numRuns: 300 };

describe('a scenario', () => {
  it('without changes hands through the cluster as it is', () => {
    const same = applyScenario([], data);
    expect(same.flows).toBe(data.flows);
    expect(same.companies).toBe(data.companies);
  });
  it('scales an amount with its range, and leaves an unknown amount unknown', () => {
    const { flows } = applyScenario(
      [
        { kind: 'amount', flow: 'a1', times: 1.5 },
        { kind: 'amount', flow: 'b1', times: 1.5 },
        { kind: 'amount', flow: 'c1', times: 2 },
      ],
      data,
    );
    expect(flows.map(({ annual }) => annual)).toEqual([
      exactly(150, 't'),
      exactly(500, 'MWh'),
      null,
      { low: 20, likely: null, high: null, unit: 't' },
    ]);
  });
  it('takes a company out with its flows, and puts a new one in with its own', () => {
    const { companies, flows } = applyScenario([{ kind: 'leaves', company: 'A' }, aPlant('x')], data);
    expect(companies.map(({ id }) => id)).toEqual(['B', 'C', 'joins:x']);
    expect(flows.map(({ id }) => id)).toEqual(['b1', 'c1', 'joins:x:0']);
    expect(flows.at(-1)).toMatchObject({ company: 'joins:x', role: 'need', annual: null, temperature: 60 });
  });
  it('tells which changes speak of what is not there any more', () => {
    const gone: Change = { kind: 'temperature', flow: 'gone', to: 50 };
    expect(unknownIn([gone, { kind: 'leaves', company: 'B' }, { kind: 'price', lever: 'heat', times: 2 }], data)).toEqual([gone]);
  });
});

describe('laws of scenarios', () => {
  it('changes about different things may come in any order', () =>
    fc.assert(
      fc.property(listOf, fc.nat(), (changes, turn) => {
        const at = changes.length === 0 ? 0 : turn % changes.length;
        const turned = [...changes.slice(at), ...changes.slice(0, at)];
        const [one, other] = [applyScenario(changes, data), applyScenario(turned, data)];
        const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);
        expect(other.flows.toSorted(byId)).toEqual(one.flows.toSorted(byId));
        expect(other.companies.toSorted(byId)).toEqual(one.companies.toSorted(byId));
      }),
      settings,
    ));
  it('what no change speaks of is the same value as before', () =>
    fc.assert(
      fc.property(listOf, (changes) => {
        const touched = new Set(changes.flatMap((one) => ('flow' in one ? [one.flow] : [])));
        for (const flow of applyScenario(changes, data).flows)
          if (!touched.has(flow.id) && !flow.id.startsWith('joins:')) expect(data.flows.some((one) => one === flow)).toBe(true);
      }),
      settings,
    ));
  it('a change and its undoing leave the list as it was', () =>
    fc.assert(
      fc.property(listOf, change, (changes, one) => {
        const rest = withoutChange(changes, subjectOf(one));
        expect(withoutChange(withChange(rest, one), subjectOf(one))).toEqual(rest);
      }),
      settings,
    ));
  it('holds one change about each thing, and none that changes nothing', () =>
    fc.assert(
      fc.property(listOf, (changes) => {
        expect(new Set(changes.map(subjectOf)).size).toBe(changes.length);
        expect(changes.some((one) => 'times' in one && one.times === 1)).toBe(false);
      }),
      settings,
    ));
});
