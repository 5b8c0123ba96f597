import { describe, expect, it } from 'vitest';
import type { Flow } from '../../server/domain/flow.ts';
import { missingProcessors } from '../../server/matching/missingProcessor.ts';
import { aCompany, aNeed, aSurplus, sureOf, tonnes } from './makers.ts';
import { tools } from './tools.ts';

const companies = [aCompany('A'), aCompany('B'), aCompany('C')];
const manure = aSurplus({ id: 'manure', words: 'husdyrgjødsel', resources: sureOf('mat.animal.manure'), annual: tonnes(20_000) });
const gas = aNeed({
  id: 'gas',
  words: 'biogass',
  resources: sureOf('mat.gas.biogas'),
  annual: { low: 5000, likely: 5000, high: 5000, unit: 'MWh' },
});
const missing = (flows: readonly Flow[], over: Partial<Parameters<typeof missingProcessors>[0]> = {}) =>
  missingProcessors({ companies, flows, ...over }, tools.knowledge, tools.heat);
const biogas = (list: ReturnType<typeof missing>) => list.find(({ processor }) => processor.id === 'biogas');

describe('the plant that is missing', () => {
  it('is a biogas plant where manure lies about and biogas is wanted', () => {
    const plant = biogas(missing([manure, gas]));
    expect(plant?.surpluses.map(({ flow }) => flow)).toEqual(['manure']);
    expect(plant?.serves).toEqual(['gas']);
    expect(plant?.nokPerYear).toBeGreaterThan(0);
  });
  it('is none that a company here already runs', () =>
    expect(biogas(missing([manure, gas], { companies: [...companies, aCompany('D', { nace: 'D35.210' })] }))).toBeUndefined());
  it('is none where nothing could feed it', () => expect(missing([gas])).toEqual([]));
  it('counts only what has no taker today', () => {
    const [whole, half] = [undefined, new Map([['manure', 0.5]])].map((left) =>
      biogas(missing([manure], left === undefined ? {} : { left })),
    );
    expect(half?.surpluses[0]?.quantity?.likely).toBe(10_000);
    expect(half?.nokPerYear).toBeCloseTo((whole?.nokPerYear ?? Number.NaN) / 2, 6);
    expect(missing([manure], { left: new Map([['manure', 0]]) })).toEqual([]);
  });
  it('leaves an unknown amount unknown', () => {
    const plant = biogas(missing([{ ...manure, annual: null }]));
    expect(plant?.surpluses).toEqual([{ flow: 'manure', quantity: null, nokPerYear: null, co2PerYear: null }]);
    expect(plant?.nokPerYear).toBeNull();
  });
  it('comes first where it opens most, whatever the order of companies and flows', () => {
    const flows = [
      manure,
      gas,
      aSurplus({ id: 'bark', company: 'C', words: 'bark', resources: sureOf('mat.wood.bark'), annual: tonnes(900) }),
    ];
    const found = missing(flows);
    const worth = found.map(({ nokPerYear }) => nokPerYear ?? -Infinity);
    expect(worth).toEqual(worth.toSorted((a, b) => b - a));
    expect(JSON.stringify(missing(flows.toReversed(), { companies: companies.toReversed() }))).toBe(JSON.stringify(found));
  });
});
