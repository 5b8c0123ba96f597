import { describe, expect, it } from 'vitest';
import { acidDewPoint, flueGasCp, stackFloor } from '../../server/heat/dewPoint.ts';
import { massOf } from '../../server/heat/media.ts';
import { energyOf, EVEN, loadProfile, meanOf, monthsOf } from '../../server/heat/months.ts';
import { HEAT_REMARKS } from '../../server/heat/remarks.ts';
import { absoluteFromGauge, saturationAt, saturationOf } from '../../server/heat/steam.ts';
import { unstated, type HeatStatement } from '../../server/heat/statement.ts';
import { streamsOf } from '../../server/heat/streamsOf.ts';
import { celsius, rules as p } from './aHeatStream.ts';

const hot = (more: Partial<HeatStatement>) =>
  streamsOf({ ...unstated({ id: 'f', company: 'A', side: 'hot', medium: 'water' }), profile: EVEN, ...more }, p);
const cold = (more: Partial<HeatStatement>) =>
  streamsOf({ ...unstated({ id: 'f', company: 'A', side: 'cold', medium: 'water' }), profile: EVEN, ...more }, p);
const codes = (read: ReturnType<typeof hot>) => ({
  assumed: read.assumed.map((one) => one.code),
  questions: read.questions.map((one) => one.code),
  problems: read.problems.map((one) => one.code),
});
const heat = (read: ReturnType<typeof hot>): number => read.streams.reduce((sum, one) => sum + one.heat, 0);

describe('water', () => {
  it('makes 45 GWh of 85/55 °C water one hot stream of 5.1 MW, all the year', () => {
    const read = hot({ supply: celsius(85), return: celsius(55), mwhPerYear: 45_000 });
    expect(read.streams).toMatchObject([{ kind: 'hot', supply: 85, target: 55, contribution: 3, soft: false }]);
    expect(heat(read)).toBeCloseTo(45e6 / 8760, 6);
    expect(codes(read)).toEqual({ assumed: [], questions: [], problems: [] });
  });

  it('takes the heat of a mass flow: 10 kg/s by 30 K is 1257 kW', () => {
    const read = hot({ supply: celsius(85), return: celsius(55), massFlow: { value: 10, unit: 'kg/s' }, hoursPerYear: 8760 });
    expect(heat(read)).toBeCloseTo(1257, 6);
    expect(hot({ supply: celsius(85), return: celsius(55), massFlow: { value: 36, unit: 'm3/h' } }).assumed[0]?.code).toBe(
      'heat.assumedHours',
    );
  });

  it('turns a need round: from its return to what must arrive', () =>
    expect(cold({ supply: celsius(60), return: celsius(10), mwhPerYear: 876 }).streams).toMatchObject([
      { kind: 'cold', supply: 10, target: 60 },
    ]));

  it('says what it assumed for a missing return, with its range, and asks', () => {
    const usual = { supply: { value: 65, low: 55, high: 80 }, return: { value: 45, low: 30, high: 55 }, row: 'row' };
    const read = hot({ supply: celsius(60), usual, mwhPerYear: 876 });
    expect(read.streams).toMatchObject([{ supply: 60, target: 45 }]);
    expect(read.assumed).toMatchObject([
      { code: 'heat.assumedReturn', values: { value: 45, low: 30, high: 55 }, factor: 'row', field: 'temperatureReturn' },
    ]);
    expect(codes(read).questions).toEqual(['heat.askReturn']);
    expect(hot({ supply: celsius(40), usual, mwhPerYear: 876 }).streams).toMatchObject([{ supply: 40, target: 20 }]);
  });

  it('asks and makes no stream where neither temperature nor usual class is known, or no amount', () => {
    expect(hot({ mwhPerYear: 876 })).toMatchObject({ streams: [], questions: [{ code: 'heat.askSupply' }] });
    expect(hot({ supply: celsius(60), return: celsius(40) })).toMatchObject({ streams: [], questions: [{ code: 'heat.askAmount' }] });
  });
});

describe('steam', () => {
  it('condenses at one temperature and then cools as condensate', () => {
    const read = hot({ medium: 'steam', barAbs: 6, return: celsius(80), mwhPerYear: 8760 });
    expect(read.streams.map(({ supply, target }) => [Math.round(supply * 10) / 10, Math.round(target * 10) / 10])).toEqual([
      [158.8, 158.8],
      [158.8, 80],
    ]);
    expect((read.streams[0]?.heat ?? 0) / (read.streams[1]?.heat ?? 1)).toBeCloseTo(2086 / (4.19 * 78.8), 6);
    expect(heat(read)).toBeCloseTo(1000, 6);
  });

  it('puts superheat first', () =>
    expect(
      hot({ medium: 'steam', barAbs: 10, supply: celsius(250), return: celsius(100), mwhPerYear: 8760 }).streams.map((one) => one.supply),
    ).toEqual([250, expect.closeTo(179.9, 6), expect.closeTo(179.9, 6)]));

  it('boils in a need, and counts the feedwater only where its temperature is known', () => {
    expect(cold({ medium: 'steam', barAbs: 6, mwhPerYear: 100 }).streams).toMatchObject([
      { kind: 'cold', supply: expect.closeTo(158.8, 6), target: expect.closeTo(158.8, 6) },
    ]);
    expect(cold({ medium: 'steam', barAbs: 6, return: celsius(105), mwhPerYear: 100 }).streams).toHaveLength(2);
  });

  it('reads the pressure table between its points and asks where only a temperature is known', () => {
    expect(saturationAt(6, p).temperature).toBeCloseTo(158.8, 6);
    expect(saturationAt(absoluteFromGauge(6, p), p).temperature).toBeCloseTo(165, 0);
    expect(saturationAt(5, p).temperature).toBeCloseTo(151.8, 0);
    expect(saturationOf(celsius(143.6), p).evaporation).toBeCloseTo(2133, 6);
    expect(saturationAt(40, p)).toMatchObject({ beyond: true });
    expect(codes(hot({ medium: 'steam', supply: celsius(150), mwhPerYear: 10 })).questions).toContain('heat.askPressure');
  });

  it('refuses steam colder than its pressure condenses', () =>
    expect(hot({ medium: 'steam', barAbs: 6, supply: celsius(140), mwhPerYear: 10 })).toMatchObject({
      streams: [],
      problems: [{ code: 'heat.steamColder' }],
    }));
});

describe('flue gas', () => {
  it('cools to the stated stack temperature', () =>
    expect(hot({ medium: 'fluegas', supply: celsius(450), return: celsius(150), mwhPerYear: 180_000 }).streams).toMatchObject([
      { supply: 450, target: 150, contribution: 15, soft: true },
    ]));

  it('cools to the usual floor where nothing is stated, and asks', () => {
    const read = hot({ medium: 'fluegas', supply: celsius(300), mwhPerYear: 876 });
    expect(read.streams).toMatchObject([{ target: 120 }]);
    expect(codes(read)).toMatchObject({ assumed: ['heat.assumedStack'], questions: ['heat.askStack'] });
    expect(read.assumed).toMatchObject([{ values: { value: 120, low: 55, high: 150 } }]);
  });

  it('stops above the acid dew point, and gives only the heat above it', () => {
    const read = hot({ medium: 'fluegas', supply: celsius(325), return: celsius(75), dewPoint: celsius(110), mwhPerYear: 8760 });
    expect(read.streams).toMatchObject([{ target: 125 }]);
    expect(heat(read)).toBeCloseTo(800, 6);
  });

  it('has the dew point of Verhoff and Banchero', () => expect(acidDewPoint(38.11, 0.000974, p)).toBeCloseTo(110.4, 1));

  it('goes down to the water dew point for clean gas fuel only', () => {
    expect(stackFloor({ dewPoint: null, floor: null, cleanGasFuel: true }, p)).toEqual({ temperature: 57, because: 'water' });
    expect(stackFloor({ dewPoint: celsius(130), floor: celsius(120), cleanGasFuel: false }, p)).toEqual({
      temperature: 145,
      because: 'acid',
    });
    expect(stackFloor({ dewPoint: celsius(90), floor: celsius(120), cleanGasFuel: false }, p)).toEqual({
      temperature: 120,
      because: 'user',
    });
  });

  it('weighs a normal cubic metre and its heat by the steam in it', () => {
    expect(flueGasCp(8.5, p)).toBeCloseTo(1.081, 3);
    expect(massOf({ value: 3600, unit: 'Nm3/h' }, 'fluegas', 10, p)).toBeCloseTo(1.29, 6);
    expect(massOf({ value: 3600 * 1.0549, unit: 'Sm3/h' }, 'fluegas', 10, p)).toBeCloseTo(1.29, 6);
    expect(massOf({ value: 3600, unit: 'm3/h' }, 'fluegas', 10, p)).toBeNull();
  });

  it('has no heat where the gas is no hotter than its floor', () =>
    expect(hot({ medium: 'fluegas', supply: celsius(110), mwhPerYear: 10 })).toMatchObject({ streams: [], problems: [] }));

  it('keeps a wider approach to dirty gas', () =>
    expect(hot({ medium: 'fluegas', supply: celsius(300), dirty: true, mwhPerYear: 10 }).streams[0]?.contribution).toBe(20));
});

describe('contradictions are told, never computed through', () => {
  it.each([
    ['a return hotter than the supply', hot({ supply: celsius(40), return: celsius(60), mwhPerYear: 10 }), 'heat.direction'],
    ['the same of a need', cold({ supply: celsius(40), return: celsius(60), mwhPerYear: 10 }), 'heat.direction'],
    [
      'a peak under the mean of the year',
      hot({ supply: celsius(80), return: celsius(60), mwhPerYear: 8760, peakKw: 900 }),
      'heat.peakUnderMean',
    ],
    [
      'energy against mass flow beyond 30 %',
      hot({ supply: celsius(85), return: celsius(55), massFlow: { value: 10, unit: 'kg/s' }, hoursPerYear: 8760, mwhPerYear: 6000 }),
      'heat.energyContradiction',
    ],
    [
      'more hours than a year has',
      hot({ supply: celsius(85), return: celsius(55), mwhPerYear: 10, hoursPerYear: 9000 }),
      'heat.hoursImpossible',
    ],
    ['a negative amount', hot({ supply: celsius(85), return: celsius(55), mwhPerYear: -10 }), 'heat.negative'],
    ['a volume flow of steam', hot({ medium: 'steam', barAbs: 6, massFlow: { value: 10, unit: 'm3/h' } }), 'heat.noMass'],
  ])('%s', (_, read, code) => {
    expect(read.streams).toEqual([]);
    expect(codes(read).problems).toEqual([code]);
  });

  it('lets 25 % pass: energy as stated wins', () =>
    expect(
      heat(hot({ supply: celsius(85), return: celsius(55), massFlow: { value: 10, unit: 'kg/s' }, hoursPerYear: 8760, mwhPerYear: 8760 })),
    ).toBeCloseTo(1000, 6));
});

describe('the year', () => {
  it('splits into months and sums to itself', () => {
    const months = monthsOf(1000, loadProfile(0.2, p.degreeDays));
    expect(energyOf(months).reduce((sum, one) => sum + one, 0)).toBeCloseTo(1000, 0);
    expect(meanOf(months)).toBeCloseTo(1e6 / 8760, 0);
    expect(months[0]).toBeGreaterThan((months[6] ?? 0) * 3);
  });

  it('runs evenly without degree days', () => expect(loadProfile(0.2, [])).toBe(EVEN));

  it('runs a heat network on winter and summer temperatures where none is stated', () => {
    const read = cold({
      mwhPerYear: 38_000,
      seasonal: true,
      evenShare: 0.225,
      profile: null,
      usual: { supply: { value: 90, low: 75, high: 120 }, return: { value: 50, low: 40, high: 60 }, row: 'r' },
    });
    expect(read.streams).toMatchObject([
      { supply: 50, target: 90 },
      { supply: 45, target: 75 },
    ]);
    expect(heat(read)).toBeCloseTo(38e6 / 8760, -1);
    expect(read.streams[0]?.months?.[6]).toBe(0);
    expect(read.streams[1]?.months?.[0]).toBe(0);
  });
});

it('has every remark in both languages with the same values', () => {
  for (const { nb, en } of Object.values(HEAT_REMARKS)) {
    const names = (text: string): string[] => [...text.matchAll(/\{(\w+)/g)].map((match) => match[1] ?? '').sort();
    expect(names(nb)).toEqual(names(en));
  }
});

describe('what was assumed for the months', () => {
  it('is stated with the range of its row', () => {
    const read = cold({
      supply: celsius(60),
      return: celsius(40),
      mwhPerYear: 876,
      profile: null,
      evenShare: 0.3,
      evenUsual: { low: 0.1, high: 0.6, row: 'heat.load.base.mixed' },
    });
    expect(read.assumed).toMatchObject([
      { code: 'heat.assumedProfile', values: { value: 0.3, low: 0.1, high: 0.6 }, factor: 'heat.load.base.mixed' },
    ]);
    expect(codes(read).questions).toEqual(['heat.askProfile']);
  });

  it('is a range for every missing temperature', () => {
    const usual = { supply: { value: 165, low: 150, high: 212 }, return: { value: 165, low: 80, high: 180 }, row: 'row' };
    const read = hot({ medium: 'steam', usual, mwhPerYear: 876 });
    const ranged = read.assumed.filter((one) => one.field.startsWith('temperature'));
    expect(ranged.map((one) => one.code)).toEqual(['heat.assumedSupply', 'heat.assumedCondensate']);
    for (const { values } of ranged) expect(values['low']).toBeLessThan(values['value'] ?? 0);
  });
});
