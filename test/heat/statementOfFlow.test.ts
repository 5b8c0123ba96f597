import { describe, expect, it } from 'vitest';
import type { Flow } from '../../server/domain/flow.ts';
import { pressureIn, statementOfFlow, usualHeatOf } from '../../server/heat/statementOfFlow.ts';
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
