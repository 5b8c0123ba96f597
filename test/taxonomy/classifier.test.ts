import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { best, classifier, lexicon, nodes, reference } from './reference.ts';

describe('Words of a resource', () => {
  it.each([
    ['slakteriavløpsslam', 'mat.sludge.food'],
    ['kuttersponballer', 'mat.wood.shavings'],
    ['granbarkflis', 'mat.wood'],
    ['manganslaggrester', 'mat.m'],
  ])('are found inside a compound: %s', (words, begins) =>
    expect(best(words, { direction: 'out', kind: 'material' })).toMatch(new RegExp(`^${begins}`, 'u')),
  );

  it.each([
    ['sagflisa', 'mat.wood.sawdust'],
    ['anoderestene', 'mat.mineral.carbon.butt'],
    ['tyres', 'mat.plast.rubber.tyre'],
    ['fish heads', 'mat.marine.white.head'],
  ])('are found inflected: %s', (words, node) => expect(best(words, { direction: 'out', kind: 'material' })).toBe(node));

  it.each([
    ['mikrosilka', 'mat.mineral.microsilica'],
    ['blast furnance slag', 'mat.mineral.slag.bf'],
    ['kjøttbenmel', 'mat.animal'],
  ])('are found misspelt: %s', (words, begins) =>
    expect(best(words, { direction: 'out', kind: 'material' })).toMatch(new RegExp(`^${begins}`, 'u')),
  );

  it.each([
    ['overskotsvarme', 'en.heat', 'heat'],
    ['mjølkeskyll', 'mat.animal.dairy.rinse', 'material'],
    ['treoske', 'mat.mineral.ash', 'material'],
  ])('are found in nynorsk: %s', (words, begins, kind) =>
    expect(best(words, { direction: 'out', kind })).toMatch(new RegExp(`^${begins}`, 'u')),
  );

  it.each([
    ['FeSO4', 'mat.chem.coagulant.feso4'],
    ['HCl 30 %', 'mat.chem.acid.hcl'],
    ['NaOH', 'mat.chem.base.naoh'],
    ['Na₂SO₄', 'mat.chem.sulphur.na2so4'],
  ])('are found as a formula: %s', (words, node) => expect(nodes(words, { direction: 'out', kind: 'material' })).toContain(node));

  it.each([
    ['avkapp EN AW-6082', 'mat.metal.al'],
    ['avkapp S355', 'mat.metal.fe'],
    ['avkapp 316L', 'mat.metal.fe.stainless'],
  ])('are decided by a designation: %s', (words, begins) =>
    expect(best(words, { direction: 'out', kind: 'material' })).toMatch(new RegExp(`^${begins}`, 'u')),
  );
});

describe('A need told by what it does', () => {
  it.each([
    ['liming agent', 'mat.prod.liming'],
    ['reduksjonsmiddel', 'mat.prod.reductant'],
    ['strukturmateriale', 'mat.prod.compoststruct'],
    ['noe som binder fosfor', 'mat.prod.watertreat.p'],
    ['råvare som erstatter klinker', 'mat.prod.scm'],
    ['middel som senker pH', 'mat.prod.acidneed.water'],
    ['soaks up oil spill', 'mat.prod.fn.absorb.spill'],
    ['fuel that replaces coal', 'mat.prod.cofuel'],
  ])('is a use: %s', (words, use) => expect(nodes(words, { direction: 'in', kind: 'material' }).slice(0, 3)).toContain(use));
});

describe('What stands beside the words', () => {
  it('decides whether heat is wanted or given', () => {
    expect(best('varme til smoltkar', { direction: 'in', kind: 'heat' })).toBe('en.need.aqua');
    expect(best('varme fra kompressorer', { direction: 'out', kind: 'heat' })).toBe('en.heat.compressor');
  });
  it('decides what the filler of a branch is', () => {
    expect(nodes('filler', { direction: 'in', kind: 'material', activity: 'Cement works' })).toContain('mat.prod.scm.filler');
    expect(nodes('filler', { direction: 'in', kind: 'material', activity: 'Papirfabrikk' })).toContain('mat.prod.pigment.paper');
    expect(nodes('filler', { direction: 'in', kind: 'material', nace: '23.99' })).toContain('mat.prod.pigment.asphalt');
  });
  it('gives a branch its usual need of heat where the words name none', () =>
    expect(nodes('varme til ny hall B', { direction: 'in', kind: 'heat', nace: '03.22' })).toContain('en.need.aqua'));
  it('sends heat to the class of its temperature', () => {
    expect(best('kjølevann 25 °C', { direction: 'out', kind: 'heat' })).toBe('en.heat.water_20');
    expect(best('kjølevann', { direction: 'out', kind: 'heat', temperature: 45 })).toBe('en.heat.water_35');
    expect(best('avgass 320 grader', { direction: 'out', kind: 'heat' })).toBe('en.heat.gas_hi');
  });
  it('sends steam to the class of its pressure', () => {
    expect(best('damp 16 bar', { direction: 'out', kind: 'steam' })).toBe('en.heat.steam_hp.10');
    expect(best('steam at 3 bar', { direction: 'in', kind: 'steam' })).toBe('en.need.steam3');
  });
  it('takes a customs code told in the words', () =>
    expect(best('rest etter omsmelting, CN 7602', { direction: 'out' })).toBe('mat.metal.al'));
  it('tells chips by their bark and moisture', () => {
    expect(best('flis, bark under 1 %', { direction: 'out', kind: 'material' })).toBe('mat.wood.chips.cellulose');
    expect(best('flis, fukt 12 %', { direction: 'out', kind: 'material' })).toBe('mat.wood.chips.drycut');
  });
  it('takes a waste code where the words say little', () =>
    expect(nodes('avfall fra anlegg', { direction: 'out', wasteCode: '10 02 10' })).toContain('mat.metal.fe.millscale'));
});

describe('Words that pull nowhere', () => {
  it.each(['råstoff', 'raw material', 'source', 'kilde', 'avfall'])('name no node alone: %s', (words) =>
    expect(nodes(words, { direction: 'in' })).toEqual([]),
  );
  it('keep their meaning in their own language', () => {
    expect(nodes('mask for the operators', { direction: 'in', kind: 'material' })).not.toContain('mat.food.bsg');
    expect(best('mask fra bryggeriet', { direction: 'out', kind: 'material' })).toBe('mat.food.bsg');
    expect(nodes('damp cardboard', { direction: 'out' })).not.toContain('en.heat.steam_lp');
  });
});

describe('An answer', () => {
  const anyLine = fc.oneof(
    fc.string(),
    fc
      .array(
        fc.constantFrom(...lexicon.phrases.map(({ phrase }) => phrase), 'fra', 'til', 'for', '90 °C', '6 bar', '10 02 10', '(', ',', 'xyz'),
        { minLength: 1, maxLength: 6 },
      )
      .map((parts) => parts.join(' ')),
  );
  const context = fc.record({
    direction: fc.constantFrom('in', 'out', undefined),
    kind: fc.constantFrom(null, 'material', 'heat', 'steam', 'electricity', 'water', 'gas', 'cooling'),
    activity: fc.constantFrom(null, 'Sementfabrikk', 'Smolt', 'Brewery'),
  });

  it('holds at most five nodes of the taxonomy, best first, with weights that sum to at most 1', () =>
    fc.assert(
      fc.property(anyLine, context, (words, beside) => {
        const guesses = classifier.classify(words, beside);
        expect(guesses.length).toBeLessThanOrEqual(5);
        expect(guesses.reduce((sum, { weight }) => sum + weight, 0)).toBeLessThanOrEqual(1 + 1e-9);
        expect(guesses.every(({ resource, weight }) => reference.resources.has(resource) && weight > 0)).toBe(true);
        expect(guesses.map(({ weight }) => weight)).toEqual(guesses.map(({ weight }) => weight).toSorted((a, b) => b - a));
      }),
      { seed: 4, numRuns: 400 },
    ));
  it('is the same for the same words, in capitals and with other blanks, whatever was asked before', () =>
    fc.assert(
      fc.property(anyLine, context, (words, beside) => {
        const first = classifier.classify(words, beside);
        classifier.classify('sagflis og røykgass', {});
        expect(classifier.classify(words, beside)).toEqual(first);
        expect(classifier.classify(`  ${words.replaceAll(' ', '  ')} `, beside)).toEqual(first);
      }),
      { seed: 5, numRuns: 300 },
    ));
});
