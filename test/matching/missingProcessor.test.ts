import { describe, expect, it } from 'vitest';
import { missingProcessors } from '../../server/matching/missingProcessor.ts';
import { aCompany, aNeed, aSurplus, sureOf, tonnes } from './makers.ts';
import { knowledge } from './known.ts';

const flows = [
  aSurplus({ id: 'a', resources: sureOf('mat.food.bsg'), annual: tonnes(1000) }),
  aSurplus({ id: 'b', resources: sureOf('mat.animal.manure.cattle'), annual: tonnes(9000) }),
  aNeed({ id: 'c', resources: sureOf('mat.prod.vehiclefuel') }),
];
const found = (nace: string | null): readonly string[] =>
  missingProcessors({ companies: [aCompany('A', { nace })], flows }, knowledge).map(({ processor }) => processor);

describe('the plant that is missing', () => {
  it('is a biogas plant where wet organics leave and vehicle fuel is wanted', () => {
    const [first] = missingProcessors({ companies: [aCompany('A')], flows }, knowledge).filter(({ processor }) => processor === 'biogas');
    expect(first?.inputs.map(({ flow }) => flow).sort()).toEqual(['a', 'b']);
    expect(first?.outputs.map(({ flow }) => flow)).toEqual(['c']);
    expect(first?.amounts).toEqual([{ unit: 't', likely: 10_000 }]);
  });

  it('is not missing where a company runs one', () => {
    expect(found(null)).toContain('biogas');
    expect(found('35.21')).not.toContain('biogas');
  });

  it('does not depend on the order of flows', () =>
    expect(missingProcessors({ companies: [], flows: flows.toReversed() }, knowledge)).toEqual(
      missingProcessors({ companies: [], flows }, knowledge),
    ));
});
