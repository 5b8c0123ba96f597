import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Flow } from '../../server/domain/flow.ts';
import { celsius, kelvin } from '../../server/domain/temperature.ts';
import { cascade } from '../../server/heat/cascade.ts';
import { heatFlows, heatPairs } from '../../server/heat/clusterHeat.ts';
import { hourlyHeat } from '../../server/heat/hourlyHeat.ts';
import { hourShapes, HOURS, hoursOf, MONTH_STARTS, usualWeather } from '../../server/heat/hours.ts';
import { lackAt, lackShape } from '../../server/heat/lackShape.ts';
import { HOURS_OF_MONTHS } from '../../server/heat/months.ts';
import { loadReference } from '../../server/reference/loadReference.ts';
import { loadHeatKnowledge } from '../../server/tasks/heatKnowledge.ts';
import { aHeatStream } from './aHeatStream.ts';

const { rules: p, heats } = loadHeatKnowledge(loadReference());
const flow = (id: string, resource: string, mwh: number, supply: number, back: number, hours: number | null): Flow => ({
  id,
  company: id,
  site: null,
  process: null,
  direction: resource.startsWith('en.need') ? 'in' : 'out',
  role: resource.startsWith('en.need') ? 'need' : 'surplus',
  words: id,
  resources: [{ resource, weight: 1, how: 'name' }],
  wasteCode: null,
  stated: null,
  unit: null,
  annual: { low: mwh, likely: mwh, high: mwh, unit: 'MWh' },
  temperature: celsius(supply),
  temperatureReturn: celsius(back),
  hours,
  profile: null,
  price: null,
  dataQuality: null,
  quality: null,
  comment: null,
  period: null,
  sharing: 'cluster',
  source: null,
});
const hourly = (...flows: readonly Flow[]) => {
  const heat = heatFlows(flows, heats, p);
  return hourlyHeat(
    heat,
    heatPairs(heat, () => null, p),
    p,
  );
};

describe('a flow in the hours of a year', () => {
  const shape = hourShapes(p);
  it('keeps the heat of every month, whatever its shifts and however much of it follows the weather', () => {
    for (const hoursPerYear of [null, 2000, 4000, 6000, 8000])
      for (const evenShare of [0, 0.3, 1]) {
        const heat = hoursOf(
          HOURS_OF_MONTHS.map((_, month) => 100 + month),
          shape({ hoursPerYear, evenShare }),
        );
        HOURS_OF_MONTHS.forEach((hours, month) => {
          const sum = heat.subarray(MONTH_STARTS[month], MONTH_STARTS[month + 1]).reduce((all, one) => all + one, 0);
          expect(sum / hours).toBeCloseTo(100 + month, 8);
        });
      }
  });

  it('runs one shift on weekdays only, and round the clock where nothing is stated', () => {
    const oneShift = shape({ hoursPerYear: 2000, evenShare: 1 });
    expect(oneShift[10]).toBeGreaterThan(3);
    expect(oneShift[3]).toBe(0);
    expect(oneShift[5 * 24 + 10]).toBe(0);
    expect(new Set(shape({ hoursPerYear: null, evenShare: 1 }))).toEqual(new Set([1]));
  });

  it('needs most space heat on the coldest hours of a winter that is cold now and mild then', () => {
    const weather = usualWeather(p.degreeDays, p);
    const january = weather.subarray(0, MONTH_STARTS[1]);
    const mean = january.reduce((sum, one) => sum + one, 0) / january.length;
    expect(mean).toBeCloseTo(p.degreeDays[0]?.meanC ?? Number.NaN, -0.5);
    expect(Math.max(...january) - Math.min(...january)).toBeGreaterThan(8);
    const heat = shape({ hoursPerYear: null, evenShare: 0.05 });
    const coldest = january.indexOf(Math.min(...january));
    expect(heat[coldest]).toBe(Math.max(...heat.subarray(0, MONTH_STARTS[1])));
  });
});

describe('the cascade of an hour', () => {
  it('is the cascade of those duties', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            supply: fc.integer({ min: -20, max: 200 }),
            target: fc.integer({ min: -20, max: 200 }),
            kw: fc.integer({ min: 0, max: 900 }),
            soft: fc.boolean(),
          }),
          { minLength: 1, maxLength: 10 },
        ),
        (rows) => {
          const streams = rows.map((one) => aHeatStream({ ...one, ...(one.supply === one.target ? { kind: 'cold' as const } : {}) }));
          const shape = lackShape(streams, kelvin(10));
          const found = lackAt(
            shape,
            Float64Array.from(streams, (one) => one.heat),
          );
          expect(found).toBeCloseTo(cascade(streams, kelvin(10)).hotUtility, 6);
        },
      ),
      { seed: 5, numRuns: 200 },
    ));
});

describe('the best pairs hour by hour', () => {
  it('move the same where both run round the clock, and less where the shifts do not meet', () => {
    const together = hourly(flow('ovn', 'en.heat.hot', 8000, 90, 60, 8000), flow('vask', 'en.need.wash', 4000, 60, 20, 8000));
    expect(together.pairs[0]?.mwhByHours).toBeCloseTo(together.pairs[0]?.mwhByMonths ?? 0, 3);
    const apart = hourly(flow('ovn', 'en.heat.hot', 8000, 90, 60, 8000), flow('vask', 'en.need.wash', 6000, 60, 20, 2000));
    expect(apart.pairs[0]?.mwhByHours).toBeLessThan(0.5 * (apart.pairs[0]?.mwhByMonths ?? 0));
  });

  it('are told the tank that would help, the larger the more it must cover, and none where hours are only assumed', () => {
    const [pair] = hourly(flow('ovn', 'en.heat.hot', 8000, 90, 60, 8000), flow('vask', 'en.need.wash', 6000, 60, 20, 2000)).pairs;
    const [eighty, ninety] = pair?.tanks ?? [];
    expect(eighty?.mwh).toBeGreaterThan(0);
    expect(ninety?.mwh).toBeGreaterThan(eighty?.mwh ?? Number.POSITIVE_INFINITY);
    const assumed = hourly(flow('ovn', 'en.heat.hot', 8000, 90, 60, null), flow('vask', 'en.need.wash', 6000, 60, 20, 2000));
    expect(assumed.pairs[0]?.tanks).toBeNull();
    expect(assumed.assumed).toEqual(['ovn']);
  });

  it('say what shifts were assumed, with a range, and ask', () => {
    const { shifts } = hourly(
      flow('ovn', 'en.heat.hot', 8000, 90, 60, null),
      flow('vask', 'en.need.wash', 6000, 60, 20, 3900),
      flow('koker', 'en.need.wash', 3000, 60, 20, 8000),
      flow('skole', 'en.need.space', 2500, 60, 40, null),
    );
    expect(shifts.assumed).toMatchObject([
      { flow: 'ovn', field: 'hours', code: 'heat.assumedAllYear', values: { value: 8760, low: 2000 } },
      { flow: 'vask', field: 'hours', code: 'heat.assumedTwoShifts', values: { hours: 3900, low: 3500, high: 4500, from: 6, to: 22 } },
    ]);
    expect(shifts.questions.map(({ flow: of, code }) => [of, code])).toEqual([
      ['ovn', 'heat.askShifts'],
      ['vask', 'heat.askShifts'],
    ]);
  });

  it('never move more by hours than by months, and the hours never hold fewer than none', () => {
    const many = hourly(
      flow('ovn', 'en.heat.hot', 8000, 90, 60, 6000),
      flow('kjøl', 'en.heat.warm', 5000, 35, 25, null),
      flow('vask', 'en.need.wash', 6000, 60, 20, 4000),
      flow('skole', 'en.need.space', 2500, 60, 40, null),
    );
    expect(many.pairs.length).toBeGreaterThan(2);
    for (const { mwhByHours, mwhByMonths, cover } of many.pairs) {
      expect(mwhByHours).toBeLessThanOrEqual(mwhByMonths * (1 + 1e-9));
      expect(cover).toBeGreaterThanOrEqual(0);
      expect(cover).toBeLessThanOrEqual(1 + 1e-9);
    }
    expect(many.potentialByHours).toBeGreaterThan(0);
    expect(HOURS).toBe(8760);
  });
});
