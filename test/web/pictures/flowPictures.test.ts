import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FlowShown } from '../../../server/contract/clusters.ts';
import { clusterPicture, companyPicture } from '../../../web/pictures/flowPictures.ts';
import type { Names } from '../../../web/pictures/flowPictures.ts';

const names: Names = {
  leaves: 'Out',
  enters: 'Outside',
  unknown: 'Unknown',
  whole: 'Whole',
  receives: (company) => `${company} (receives)`,
};

type Stated = {
  id?: string;
  company?: string;
  out?: boolean;
  resource?: string;
  amount?: number | null;
  unit?: 't' | 'MWh';
  process?: string;
};
function aFlow({ id = 'F1', company = 'Smelter', out = true, resource = 'Heat', amount = 10, unit = 'MWh', process }: Stated): FlowShown {
  return {
    id, company, company_name: company, site: null, process: process ?? null, direction: out ? 'out' : 'in', role: 'unknown', gives: out,
    resource, guesses: [{ resource: resource.toLowerCase(), name: resource, group: null, weight: 1, kind: 'heat' }], category: null, quantity: null,
    unit, annual: amount === null ? null : { low: amount, likely: amount, high: amount, unit }, temperature: null, temperature_return: null,
    data_quality: null, quality: null, comment: null, period: null, sharing: 'cluster', file: null, line: null,
  };
} // prettier-ignore

const sum = (values: readonly (number | null)[]): number => values.reduce<number>((total, one) => total + (one ?? 0), 0);

describe('the picture of a cluster', () => {
  it('lets heat that nobody in the cluster takes leave it', () => {
    const { rows } = clusterPicture(
      [aFlow({ amount: 10 }), aFlow({ id: 'F2', company: 'Dairy', out: false, amount: 4 })],
      'all',
      false,
      names,
    );
    expect(rows.map(({ source, target, value }) => [source, target, value])).toEqual([
      ['Smelter', 'Heat', 10],
      ['Heat', 'Dairy (receives)', 4],
      ['Heat', 'Out', 6],
    ]);
  });

  it('brings from outside what the cluster lacks', () => {
    const { rows } = clusterPicture([aFlow({ out: false, amount: 4 })], 'all', false, names);
    expect(rows).toContainEqual(expect.objectContaining({ source: 'Outside', target: 'Heat', value: 4 }));
  });

  it('counts a flow without an amount instead of drawing it as nothing', () => {
    expect(clusterPicture([aFlow({ amount: null })], 'all', false, names)).toMatchObject({ rows: [], notDrawn: 1 });
  });

  it('knows the flows behind what leaves or enters the cluster', () => {
    const { rows, behind } = clusterPicture(
      [aFlow({ amount: 10 }), aFlow({ id: 'F2', company: 'Dairy', out: false, amount: 4 })],
      'all',
      false,
      names,
    );
    expect(behind.get(rows.at(-1)?.id ?? '')).toEqual(['F1', 'F2']);
  });

  it('balances every resource in every unit, whatever the flows', () => {
    const flow = fc.record({
      company: fc.constantFrom('A', 'B', 'C'),
      out: fc.boolean(),
      resource: fc.constantFrom('Heat', 'Bark', 'Slag'),
      amount: fc.double({ min: 0.001, max: 1e6, noNaN: true }),
      unit: fc.constantFrom('t' as const, 'MWh' as const),
    });
    fc.assert(
      fc.property(fc.array(flow, { maxLength: 30 }), (stated) => {
        const { rows } = clusterPicture(
          stated.map((one, index) => aFlow({ ...one, id: `F${index}` })),
          'all',
          false,
          names,
        );
        for (const resource of ['Heat', 'Bark', 'Slag'])
          for (const unit of ['t', 'MWh']) {
            const into = sum(rows.filter((row) => row.target === resource && row.unit === unit).map((row) => row.value));
            const out = sum(rows.filter((row) => row.source === resource && row.unit === unit).map((row) => row.value));
            expect(Math.abs(into - out)).toBeLessThanOrEqual(1e-6 * Math.max(1, into));
          }
      }),
      { seed: 11, numRuns: 200 },
    );
  });
});

describe('the picture of a company', () => {
  it('leads what comes in through the process to what goes out', () => {
    const { rows } = companyPicture(
      [aFlow({ out: false, resource: 'Quartz', process: 'Furnace' }), aFlow({ id: 'F2', process: 'Furnace' })],
      'all',
      names,
    );
    expect(rows.map(({ source, target }) => [source, target])).toEqual([
      ['Quartz', 'Furnace'],
      ['Furnace', 'Heat'],
    ]);
  });

  it('does not close a loop between in and out of the same words', () => {
    const { rows } = companyPicture([aFlow({ out: false }), aFlow({ id: 'F2' })], 'all', names);
    expect(new Set(rows.map((row) => row.source)).has('Heat')).toBe(false);
  });
});
