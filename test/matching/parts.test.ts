// The small parts: tree, links, words, kinds, distance, companies, rank.
import { describe, expect, it } from 'vitest';
import type { Match } from '../../server/domain/match.ts';
import { companyFit, companyFits, divisionOf } from '../../server/matching/companyFit.ts';
import { carrierOf, nearness, straightKm } from '../../server/matching/distance.ts';
import { kindFit, kindOf, kindOfResource } from '../../server/matching/kinds.ts';
import { numberTies } from '../../server/matching/rank.ts';
import { SETTING_NAMES, settingsFrom } from '../../server/matching/settings.ts';
import { limitsIn, statedIn } from '../../server/matching/qualityLimits.ts';
import { gradeClash, gradesIn } from '../../server/matching/grades.ts';
import { likeness } from '../../server/matching/wordBag.ts';
import { readMatchTables } from '../../server/tasks/matchKnowledge.ts';
import { aCompany, aNeed, aSurplus, sureOf } from './makers.ts';
import { knowledge, pairOf, run } from './known.ts';

const { tree, book, words, settings } = knowledge;
const alike = (a: string, b: string): number => likeness(words.bagOf(a), words.bagOf(b));

describe('the taxonomy', () => {
  it('counts the levels up', () => {
    expect(tree.levelsUp('mat.wood.chips.cellulose', 'mat.wood')).toBe(2);
    expect(tree.levelsUp('mat.wood.bark', 'mat.metal')).toBeNull();
  });
  it('says less the wider a word is', () => expect(tree.sharpness('mat.wood')).toBeLessThan(tree.sharpness('mat.wood.chips')));
});

describe('links from a resource', () => {
  it('follow a rule', () =>
    expect(book.from('mat.wood.bark').get('mat.prod.boilerfuel')).toMatchObject({ kind: 'rule', ruleId: 'SYN001' }));
  it('are strongest to the resource itself', () =>
    expect(book.from('mat.gas.o2').get('mat.gas.o2')).toMatchObject({ kind: 'same', ruleId: 'same' }));
  it('go through a processor where no direct way is as good', () =>
    expect([...book.from('mat.animal.manure.cattle').values()].some(({ kind, via }) => kind === 'via' && via.includes('biogas'))).toBe(
      true,
    ));
  it('weigh a documented rule above judgement', () => expect(settings['link.documented']).toBeGreaterThan(settings['link.judgement']));
});

describe('words in common', () => {
  it('are the whole for the same words, nothing for none', () => {
    expect(alike('flytende oksygen', 'flytende oksygen')).toBeCloseTo(1, 12);
    expect(alike('flytende oksygen', 'bark')).toBe(0);
  });
  it('meet across inflection and inside compounds', () => {
    expect(alike('fiskehoder', 'tørkede fiskehodene')).toBeGreaterThan(0.3);
    expect(alike('lakseavskjær', 'avskjær av laks')).toBeGreaterThan(0.1);
  });
});

describe('kinds', () => {
  it('are what the company says before what its words may mean', () => {
    expect(kindOf(aSurplus({ kind: 'heat', resources: sureOf('mat.wood.bark') }))).toBe('heat');
    expect(kindOf(aSurplus({ resources: sureOf('mat.wood.bark') }))).toBe('material');
    expect(kindOf(aSurplus())).toBeNull();
  });
  it('are read from the branch of the taxonomy', () => {
    expect(kindOfResource('en.heat.steam_lp')).toBe('steam');
    expect(kindOfResource('en.need.cooling.freeze')).toBe('cooling');
    expect(kindOfResource('mat.gas.co2')).toBe('gas');
  });
  it('let warm water heat, and hardly let heat cool', () => {
    expect(kindFit('water', 'heat', settings)).toBeGreaterThan(kindFit('heat', 'cooling', settings));
    expect(kindFit(null, 'heat', settings)).toBe(1);
  });
});

describe('distance', () => {
  it('is 1,111.9 km from 60° to 70° north', () => expect(straightKm({ lat: 60, lon: 10 }, { lat: 70, lon: 10 })).toBeCloseTo(1111.95, 1));
  it('halves a pair at the half distance of its carrier', () => {
    expect(nearness(0, 'heat', settings)).toBe(1);
    expect(nearness(settings['distance.heat'], 'heat', settings)).toBe(0.5);
  });
  it('takes an unknown place for farther than any that passes', () => {
    for (const carrier of ['heat', 'steam', 'pipe', 'gas', 'material', 'service'] as const)
      expect(nearness(null, carrier, settings)).toBeLessThanOrEqual(nearness(settings[`reach.${carrier}`], carrier, settings) + 1e-12);
  });
  it('pipes heat and hauls bark', () => {
    expect(carrierOf('heat', 'heat')).toBe('heat');
    expect(carrierOf('material', 'material')).toBe('material');
    expect(carrierOf('heat', 'steam')).toBe('heat');
  });
});

describe('companies', () => {
  it('are known by their NACE division, however it is written', () =>
    expect(['24.102', 'C24', '24', ' c24 ', null, 'x'].map(divisionOf)).toEqual([24, 24, 24, 24, null, null]));
  it('fit the rule that names their division', () => {
    const fits = companyFits(['C16', 'D35'], settings);
    expect(companyFit(35, fits)).toBe(settings['nace.fits']);
    expect(companyFit(10, fits)).toBe(settings['nace.differs']);
    expect(companyFit(null, fits)).toBe(1);
  });
});

describe('quality notes', () => {
  it('state figures and set bounds', () => {
    const { properties } = knowledge;
    expect(statedIn('fukt 58 %, noe stein', properties)).toEqual([{ property: 'moisture', value: 58, unit: '%' }]);
    expect(statedIn('fukt under 55 %', properties)).toEqual([]);
    expect(limitsIn('bark under 2 %, fuktighet 45-55 %', properties)).toEqual([{ property: 'bark', value: 2, unit: '%', kind: 'atMost' }]);
    expect(limitsIn('over 99 %, lav H2S', properties)).toEqual([{ property: 'purity', value: 99, unit: '%', kind: 'atLeast' }]);
  });
  it('clash where both name a grade and share none', () => {
    const clash = (given: string, wanted: string): ReturnType<typeof gradeClash> =>
      gradeClash(gradesIn(knowledge.grades, given), gradesIn(knowledge.grades, wanted));
    expect(clash('PET-flasker', 'HDPE granulat')).toMatchObject({ family: 'polymer', given: 'PET', wanted: 'PE' });
    expect(clash('Aluminiumsspon 6000-serie', '6000/4000-serie, tørr')).toBeNull();
    expect(clash('spon', 'HDPE')).toBeNull();
  });
});

describe('ties', () => {
  const match = (score: number, likely: number | null): Omit<Match, 'tie'> => ({
    ...pairOf(
      run(
        [aCompany('A'), aCompany('B')],
        [aSurplus({ resources: sureOf('mat.wood.bark') }), aNeed({ resources: sureOf('mat.prod.boilerfuel') })],
      ),
    ),
    score,
    nokPerYear: likely === null ? null : { low: likely * 0.5, likely, high: likely * 1.5, unit: 'NOK/y' },
  });
  it('join a match to the one above where its likely gain lies in the range of that', () =>
    expect(numberTies([match(0.9, 100), match(0.8, 140), match(0.7, 160), match(0.6, 150)]).map(({ tie }) => tie)).toEqual([1, 1, 2, 2]));
  it('join equal scores only, where a gain is not known', () =>
    expect(numberTies([match(0.9, null), match(0.9, null), match(0.8, null)]).map(({ tie }) => tie)).toEqual([1, 1, 2]));
});

describe('the settings', () => {
  it('are each a row of data/matching.csv, and each row is used', () => {
    const rows = readMatchTables().settings;
    expect(rows.map((row) => row['id'] ?? '').sort((a, b) => (a < b ? -1 : 1))).toEqual(
      [...SETTING_NAMES].sort((a, b) => (a < b ? -1 : 1)),
    );
    for (const row of rows) {
      expect(Number(row['low'])).toBeLessThanOrEqual(Number(row['value']));
      expect(Number(row['high'])).toBeGreaterThanOrEqual(Number(row['value']));
      expect(row['source']).toBeTruthy();
      expect(['documented', 'judgement']).toContain(row['evidence']);
    }
  });
  it('say which row is missing', () => expect(() => settingsFrom([])).toThrow(/link\.same/u));
});
