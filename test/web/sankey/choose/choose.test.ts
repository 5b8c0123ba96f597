import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choose } from '../../../../web/sankey/choose/choose.ts';
import type { ChooseOptions, Slice } from '../../../../web/sankey/choose/slice.ts';
import type { SankeyFlow, SankeyGraph } from '../../../../web/sankey/types.ts';
import { aFlow, flowTable } from '../tables.ts';

const NAMES = { others: 'Andre', elsewhere: 'Andre steder' };
const flows: readonly SankeyFlow[] = [
  aFlow('Ovn', 'Kjel', 90, { from: { company: 'Smelteverk' }, to: { company: 'Smelteverk' }, resource: 'heat.gas', temperature: 420 }),
  aFlow('Kjel', 'Nett', 60, {
    from: { company: 'Smelteverk' },
    to: { company: 'Fjernvarme' },
    resource: 'heat.steam.low',
    temperature: 130,
  }),
  aFlow('Nett', 'Vask', 20, {
    from: { company: 'Fjernvarme' },
    to: { company: 'Sykehus' },
    resource: 'heat.water',
    temperature: 80,
    status: 'drift',
  }),
  aFlow('Pumpe', 'Vask', 3, { from: { company: 'Vannverk' }, to: { company: 'Sykehus' }, unit: 'm3', resource: 'water.tap' }),
];
const pairs = (graph: SankeyGraph): string[] => graph.links.map((link) => `${link.source} > ${link.target} ${link.value} ${link.unit}`);

const slices: fc.Arbitrary<[Slice, ChooseOptions]> = fc.tuple(
  fc.record(
    {
      between: fc.constantFrom('unit' as const, 'kind' as const),
      units: fc.constant(['t', 'MWh']),
      companies: fc.constant(['A', 'B', 'C']),
      around: fc.constantFrom({ node: 'A', direction: 'in' as const }, { node: 'B', direction: 'both' as const }),
    },
    { requiredKeys: [] },
  ),
  fc.record({ threshold: fc.constantFrom(0, 0.01, 0.2), join: fc.boolean(), groups: fc.constantFrom({}, { A: 'Gruppe', D: 'Gruppe' }) }),
);

describe('the graph of a view', () => {
  it('is every row above zero as it stands, when nothing is chosen', () => {
    fc.assert(
      fc.property(flowTable, (table) => {
        const graph = choose(table);
        expect(graph.links.map((link) => link.id).toSorted()).toEqual(
          table
            .filter((flow) => (flow.value ?? 0) > 0)
            .map((flow) => flow.id)
            .toSorted(),
        );
      }),
      { seed: 1, numRuns: 60 },
    );
  });

  it('accounts for every amount of the table in every view: shown and outside make the whole, and links carry what is shown', () => {
    fc.assert(
      fc.property(flowTable, slices, (table, [slice, options]) => {
        const graph = choose(table, slice, options);
        for (const { unit, table: whole, shown, outside } of graph.account) {
          const told = table.filter((flow) => flow.unit === unit).reduce((sum, flow) => sum + (flow.value ?? 0), 0);
          expect(Math.abs(whole - told)).toBeLessThanOrEqual(1e-9 * told);
          expect(Math.abs(shown + outside - whole)).toBeLessThanOrEqual(1e-9 * whole);
          const drawn = graph.links.filter((link) => link.unit === unit).reduce((sum, link) => sum + link.value, 0);
          const both = slice.between === undefined ? 1 : 2;
          // A flow whose kind is not told goes straight and counts once.
          if (slice.between !== 'kind') expect(Math.abs(drawn - shown * both)).toBeLessThanOrEqual(1e-9 * whole);
        }
        const seen = new Set([...graph.links.flatMap((link) => link.members), ...graph.notDrawn.map((one) => one.id)]);
        expect(seen.size).toBe(table.length);
      }),
      { seed: 2, numRuns: 120 },
    );
  });

  it('draws a cluster by company, one link a pair', () =>
    expect(pairs(choose(flows, { ends: 'company' }, { join: true })).toSorted()).toEqual([
      'Fjernvarme > Sykehus 20 t',
      'Smelteverk > Fjernvarme 60 t',
      'Smelteverk > Smelteverk 90 t',
      'Vannverk > Sykehus 3 m3',
    ]));

  it('shows what leaves one company as going elsewhere', () => {
    const graph = choose(flows, { companies: ['Fjernvarme'] }, { names: NAMES });
    expect(pairs(graph).toSorted()).toEqual(['Andre steder > Nett 60 t', 'Nett > Andre steder 20 t']);
    expect(graph.nodes.find((node) => node.id === 'Andre steder')?.role).toBe('elsewhere');
    expect(graph.account.find((one) => one.unit === 't')).toEqual({ unit: 't', table: 170, shown: 80, outside: 90 });
  });

  it('puts a resource between the ends at the level asked for', () => {
    const graph = choose(flows, { ends: 'company', between: 'resource', level: 1 });
    expect(graph.nodes.filter((node) => node.role === 'between').map((node) => node.id)).toEqual(['heat', 'water']);
  });

  it('puts temperature classes between the ends', () =>
    expect(
      choose(flows, { between: 'temperature' }, { temperatureLimits: [70, 100, 150, 250] })
        .nodes.filter((node) => node.role === 'between')
        .map((node) => node.id),
    ).toEqual(['100–150 °C', '70–100 °C', '≥ 250 °C']));

  it('gathers nodes under the threshold and leaves the large ones alone', () => {
    const table = [aFlow('A', 'B', 100), aFlow('a1', 'B', 1), aFlow('a2', 'B', 2), aFlow('A', 'b1', 1)];
    const graph = choose(table, {}, { threshold: 0.05, names: NAMES });
    expect(pairs(graph).toSorted()).toEqual(['A > B 100 t', 'A > b1 1 t', 'Andre > B 3 t']);
    expect(graph.nodes.find((node) => node.role === 'others')?.members).toEqual(['a1', 'a2']);
  });

  it('draws a group as one node until it is opened', () => {
    const groups = { Ovn: 'Smelteverket', Kjel: 'Smelteverket' };
    expect(choose(flows, {}, { groups }).nodes.some((node) => node.id === 'Ovn')).toBe(false);
    expect(choose(flows, {}, { groups, expanded: ['Smelteverket'] }).nodes.some((node) => node.id === 'Ovn')).toBe(true);
  });

  it('lists rows of zero and rows without an amount', () =>
    expect(choose([aFlow('A', 'B', 0), aFlow('B', 'C', null)]).notDrawn.map((one) => one.why)).toEqual(['zero', 'missing']));

  it('refuses a negative amount by its id', () => expect(() => choose([aFlow('A', 'B', -1)])).toThrow('A>B'));
});
