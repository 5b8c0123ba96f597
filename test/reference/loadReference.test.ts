import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadReference } from '../../server/reference/loadReference.ts';
import { ReferenceError, type ReferenceProblem } from '../../server/reference/problem.ts';

const DATA = join(import.meta.dirname, '..', '..', 'data');
const copies: string[] = [];
afterAll(() => copies.forEach((dir) => rmSync(dir, { recursive: true, force: true })));

/** The problems that a change to one table brings. */
function problemsOf(file: string, change: (text: string) => string): readonly ReferenceProblem[] {
  const dir = mkdtempSync(join(tmpdir(), 'reference-'));
  copies.push(dir);
  cpSync(DATA, dir, { recursive: true });
  const path = join(dir, file);
  const before = readFileSync(path, 'utf8');
  const after = change(before);
  expect(after).not.toBe(before);
  writeFileSync(path, after);
  try {
    loadReference(dir);
  } catch (error) {
    if (error instanceof ReferenceError) return error.problems;
    throw error;
  }
  return [];
}
const firstOf = (file: string, change: (text: string) => string): ReferenceProblem | undefined => problemsOf(file, change)[0];

describe('the reference tables', () => {
  const reference = loadReference();

  it('know bark, with its parent, words, waste codes, density and heating value', () => {
    const bark = reference.resources.get('mat.wood.bark');
    expect(bark).toMatchObject({ parent: 'mat.wood', leaf: false, kind: 'material', name: { nb: 'Bark', en: 'Bark' }, hazardous: 'no' });
    expect(bark?.wasteCodes).toContain('030101');
    expect(bark?.synonyms.nb).toContain('granbark');
    expect(bark?.density).toEqual({ value: 300, low: 240, high: 400 });
  });

  it('say that bark can be burned, with the flags to ask about', () => {
    const rule = reference.rules.find((each) => each.resource === 'mat.wood.bark' && each.use === 'mat.prod.boilerfuel');
    expect(rule).toMatchObject({ useType: 'fuel', evidence: 'documented', readiness: 9, fromNace: ['C16'] });
    expect(rule?.legalFlags).toContainEqual({ flag: 'COINC', hint: 'check' });
    expect(reference.useTypes.get('fuel')?.rank).toBe('energy');
  });

  it('give a gas its density per standard cubic metre and liquid CO2 that of a liquid', () => {
    expect(reference.resources.get('mat.gas.co2')?.density?.value).toBeCloseTo(44.01 / 23.645, 1);
    expect(reference.resources.get('mat.gas.co2.liquid')?.density?.value).toBeGreaterThan(1000);
  });

  it('hold factors and heat parameters in one book, each with unit, year, range and source', () => {
    expect(reference.factors.get('price.dh.avg')).toMatchObject({ unit: 'NOK/MWh', value: 1004 });
    expect(reference.factors.get('heat.hp.efficiency')).toMatchObject({ group: 'heat', value: 0.45, evidence: 'judgement' });
    expect(reference.heat.get('heat.approach.liquid')?.unit).toBe('K');
    expect([...reference.heat.keys()].every((id) => reference.factors.has(id))).toBe(true);
  });

  it('cannot be changed by whoever asks for them', () => {
    const bark = reference.resources.get('mat.wood.bark');
    expect(Object.isFrozen(bark)).toBe(true);
    expect(Object.isFrozen(bark?.synonyms.nb)).toBe(true);
    expect(Object.isFrozen(reference.rules)).toBe(true);
  });

  it('are read once', () => expect(loadReference()).toBe(reference));
});

describe('a mistake in a table', () => {
  it('stops with file, line, column, what was found and what was expected', () => {
    const problem = firstOf('resources.csv', (text) => text.replace('\nmat.wood,mat,2,material,', '\nmat.wood,mat,2,timber,'));
    expect(problem).toMatchObject({ file: 'resources.csv', line: 3, column: 'kind', found: 'timber' });
    expect(problem?.expected).toContain('material');
  });

  it('is told together with all others', () => {
    const problems = problemsOf('factors.csv', (text) => text.replaceAll(',documented,', ',certain,'));
    expect(problems.length).toBeGreaterThan(50);
    expect(new Set(problems.map((each) => each.column))).toEqual(new Set(['evidence']));
  });

  it.each([
    ['a rule for a resource that does not exist', 'rules.csv', 'SYN001,mat.wood.bark,', 'SYN001,mat.wood.barque,', 'resource_id'],
    ['a NACE division nobody knows', 'rules.csv', ',C16,D35|C16|C10|A01,', ',C16,D35|C99,', 'to_nace'],
    ['a legal flag nobody knows', 'rules.csv', 'BP|COINC:check,9,common,Sawmill', 'BP|COINK:check,9,common,Sawmill', 'legal_flags'],
    ['a readiness outside 1 to 9', 'rules.csv', 'BP|COINC:check,9,common,Sawmill', 'BP|COINC:check,10,common,Sawmill', 'trl'],
    [
      'a pair that has a rule already',
      'rules.csv',
      'SYN002,mat.wood.bark,mat.prod.mulch',
      'SYN002,mat.wood.bark,mat.prod.boilerfuel',
      'use_id',
    ],
    ['an id that is given twice', 'factors.csv', '\nco2.el.no.2022,', '\nco2.el.no.2023,', null],
    ['a cell with blanks around it', 'glossary.csv', 'waste heat,', 'waste heat ,', null],
    [
      'dead fish as fish feed',
      'rules.csv',
      'mat.marine.ensilage2,mat.prod.biogasfeed,',
      'mat.marine.ensilage2,mat.prod.fishfeed,',
      'use_id',
    ],
    ['kitchen waste as pig feed', 'rules.csv', 'mat.food.kitchen,mat.prod.biogasfeed,', 'mat.food.kitchen,mat.prod.feed.liquid,', 'use_id'],
    ['a parent that is not the path', 'resources.csv', '\nmat.wood.round,mat.wood,3', '\nmat.wood.round,mat,3', 'parent_id'],
    [
      'a waste code that is not in the list',
      'resources.csv',
      ',03 01 01|03 03 01,no,300,240,400',
      ',03 01 01|03 09 01,no,300,240,400',
      'waste_codes',
    ],
    [
      'a hazardous code on a resource said to be harmless',
      'resources.csv',
      ',03 01 01|03 03 01,no,300',
      ',03 01 01|03 03 01|17 02 04*,no,300',
      'waste_codes',
    ],
    ['a density below nothing', 'resources.csv', ',no,300,240,400,', ',no,-300,,,', 'density_kg_m3'],
    ['a word of two unrelated resources', 'resources.csv', 'granbark|furubark', 'granbark|slo', 'synonyms_nb'],
    ['a value outside its range', 'heat.csv', 'kJ/(kg K),4.19,4.18,4.22', 'kJ/(kg K),4.19,4.18,4.185', 'high'],
    ['a documented row without a known source', 'heat.csv', ',documented,EMB3Rs\n', ',documented,hearsay\n', 'source'],
    ['steam that grows colder with pressure', 'steam.csv', '3,133.5,', '3,113.5,', 'saturation_c'],
    ['a line break in a cell', 'glossary.csv', 'waste heat,', '"waste\nheat",', null],
    ['a cell too many', 'glossary.csv', 'waste heat,', 'waste heat,,', null],
  ])('is found: %s', (_, file, from, to, column) => {
    const problems = problemsOf(file, (text) => text.replace(from, to));
    expect(problems.map((each) => each.column)).toContain(column);
    expect(problems.every((each) => each.file.endsWith('.csv') && each.expected.length > 0)).toBe(true);
  });

  it('is found where a table is missing', () => {
    const dir = mkdtempSync(join(tmpdir(), 'reference-'));
    copies.push(dir);
    expect(() => loadReference(dir)).toThrow(/resources\.csv.*a readable file/u);
  });
});
