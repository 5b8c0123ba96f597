import { describe, expect, it } from 'vitest';
import type { Flow } from '../../server/domain/flow.ts';
import { pressureIn, statementOfFlow, usualHeatOf } from '../../server/heat/statementOfFlow.ts';
import { streamsOf } from '../../server/heat/streamsOf.ts';
import { aFlow, sureOf } from '../domain/aFlow.ts';
import { celsius, heats, rules as p } from './aHeatStream.ts';

const flow = (resource: string, more: Partial<Flow> = {}): Flow =>
  aFlow({ id: 'f1', resources: sureOf(resource), annual: { low: 90, likely: 100, high: 110, unit: 'MWh' }, ...more });

describe('a flow as heat', () => {
  it('reads flue gas 450 to 150 °C', () =>
    expect(
      statementOfFlow(flow('en.heat.gas_hi', { temperature: celsius(450), temperatureReturn: celsius(150) }), heats, p)?.statement,
    ).toMatchObject({
      side: 'hot',
      medium: 'fluegas',
      supply: 450,
      return: 150,
      mwhPerYear: 100,
    }));

  it('takes the hot end of a span: what a need must get', () =>
    expect(
      statementOfFlow(flow('en.need.dhw', { direction: 'in', role: 'need', temperature: { min: celsius(55), max: celsius(60) } }), heats, p)
        ?.statement,
    ).toMatchObject({ side: 'cold', supply: 60 }));

  it('is none for wood, for spare boiler capacity, for what a heat network delivers', () => {
    expect(statementOfFlow(flow('mat.wood.bark'), heats, p)).toBeNull();
    expect(statementOfFlow(flow('en.heat.boilercap'), heats, p)).toBeNull();
    expect(statementOfFlow(flow('en.need.dh', { role: 'product' }), heats, p)).toBeNull();
    expect(statementOfFlow(flow('en.need.cooling.freeze', { direction: 'in', role: 'need' }), heats, p)).toBeNull();
  });

  it('finds the nearest row of a resource below it', () =>
    expect(usualHeatOf('en.heat.steam_lp.mp.any', heats)?.resource).toBe('en.heat.steam_lp.mp'));

  it('takes cooling water by the cubic metre as a mass flow in its hours', () =>
    expect(
      statementOfFlow(flow('wat.waste.hot', { annual: { low: 1, likely: 40_000, high: 1, unit: 'm3' }, hours: 4000 }), heats, p)?.statement,
    ).toMatchObject({
      mwhPerYear: null,
      massFlow: { value: 10, unit: 'm3/h' },
      hoursPerYear: 4000,
    }));
});

describe('what is heat though its words do not say so', () => {
  const at = (resource: string | null, more: Partial<Flow>) =>
    statementOfFlow({ ...flow(resource ?? 'mat.wood', more), ...(resource === null ? { resources: [] } : {}) }, heats, p);
  const mwh = { low: 90, likely: 100, high: 110, unit: 'MWh' } as const;

  it.each([
    ['flue gas with energy at 300 °C', 'mat.gas.co2.flue', { temperature: celsius(300) }, 'fluegas'],
    ['process water with energy at 40 °C', 'wat.process', { temperature: celsius(40) }, 'water'],
    ['words that nobody knows, with energy at 90 °C', null, { temperature: celsius(90), annual: mwh }, 'water'],
    [
      'cooling water by the cubic metre, 35 to 20 °C',
      'wat.cooling',
      {
        temperature: celsius(35),
        temperatureReturn: celsius(20),
        annual: { low: 1, likely: 8760, high: 1, unit: 'm3' },
      },
      'water',
    ],
  ] as const)('is counted, said and asked: %s', (_, resource, more, medium) => {
    const read = at(resource, more);
    expect(read?.statement).toMatchObject({ side: 'hot', medium });
    expect(read?.assumed).toMatchObject([{ code: 'heat.assumedHeat', field: 'resource' }]);
    expect(read?.questions).toMatchObject([{ code: 'heat.askHeat' }]);
  });

  it.each([
    ['CO2 in flue gas by the tonne', 'mat.gas.co2.flue', { annual: { low: 1, likely: 5000, high: 1, unit: 't' } }],
    ['cold cooling water', 'wat.cooling', { temperature: celsius(8) }],
    ['a need of cooling water', 'wat.cooling', { temperature: celsius(20), direction: 'in', role: 'need' }],
    ['fuel with energy at a temperature', 'mat.gas.natural', { temperature: celsius(15) }],
    ['unknown words by the tonne', null, { temperature: celsius(90), annual: { low: 1, likely: 2, high: 3, unit: 't' } }],
    ['an unknown need of something cold', null, { temperature: celsius(4), direction: 'in', role: 'need' }],
  ] as const)('is not counted: %s', (_, resource, more) => expect(at(resource, more)).toBeNull());

  it('is steam where the words name steam and hot water would be as likely', () =>
    expect(
      statementOfFlow(
        flow('en.need.process_mid', {
          direction: 'in',
          role: 'need',
          words: 'Prosessdamp 6 bar',
          resources: [
            { resource: 'en.need.process_mid', weight: 0.44, how: 'synonym' },
            { resource: 'en.need.steam6', weight: 0.44, how: 'synonym' },
          ],
        }),
        heats,
        p,
      )?.statement,
    ).toMatchObject({ medium: 'steam', side: 'cold' }));
});

describe('figures told in words', () => {
  const told = (comment: string) => statementOfFlow(flow('en.heat.water_35', { temperature: celsius(35), comment }), heats, p)?.statement;

  it('reads a peak', () => {
    expect(told('maks 4,5 MW')?.peakKw).toBe(4500);
    expect(told('Toppeffekt: 800 kW om vinteren')?.peakKw).toBe(800);
    expect(told('maks 4500 kWh i døgnet')?.peakKw).toBeNull();
    expect(told('varmtvann 60 °C')?.peakKw).toBeNull();
  });

  it('refuses a flow whose heat pump gives more as the lift grows, and takes one that gives less', () => {
    const rising = told('Varmepumpe: COP 4,0 ved 40 K løft, COP 4,8 ved 60 K løft');
    expect(rising?.cops).toEqual([
      { cop: 4, lift: 40 },
      { cop: 4.8, lift: 60 },
    ]);
    expect(rising === undefined ? null : streamsOf(rising, p)).toMatchObject({
      streams: [],
      problems: [{ code: 'heat.copRises', field: 'comment', values: { cop: 4.8, lift: 60, other: 4, otherLift: 40 } }],
    });
    const falling = told('heat pump with COP of 4.8 at 40 K lift and COP of 3.1 at lift 60 K');
    expect(falling?.cops.map((one) => one.cop)).toEqual([4.8, 3.1]);
    expect(falling === undefined ? null : streamsOf(falling, p)).toMatchObject({ problems: [] });
  });

  it('names a peak under the mean of the year and computes nothing from it', () => {
    const read = told('maks 10 kW');
    expect(read === undefined ? null : streamsOf(read, p)).toMatchObject({
      streams: [],
      problems: [{ code: 'heat.peakUnderMean', values: { peak: 10 } }],
    });
  });
});

describe('a pressure in words', () => {
  it.each([
    ['Damp 6 bar', 7.01325, 'assumed'],
    ['Damp 6 barg', 7.01325, 'told'],
    ['Damp 6 bar(a)', 6, 'no'],
    ['steam 7,5 bar abs', 7.5, 'no'],
    ['8-bars damp', 9.01325, 'assumed'],
  ])('%s', (words, barAbs, gauge) => expect(pressureIn(words, p)).toMatchObject({ barAbs, gauge }));

  it('is none where none is told', () => expect(pressureIn('Damp til barking', p)).toBeNull());

  it('is said where a plain bar was read as a gauge', () => {
    const read = statementOfFlow(flow('en.need.process_hi', { direction: 'in', role: 'need', words: 'Damp 6 bar' }), heats, p);
    expect(read?.statement.barAbs).toBeCloseTo(7.013, 3);
    expect(read?.assumed).toMatchObject([{ code: 'heat.assumedGauge', values: { value: 6 } }]);
  });
});
