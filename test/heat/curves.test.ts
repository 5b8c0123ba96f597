import { describe, expect, it } from 'vitest';
import { cascade } from '../../server/heat/cascade.ts';
import { composites, grandComposite, temperatureLadder } from '../../server/heat/curves.ts';
import { throughLevel, totalSite } from '../../server/heat/totalSite.ts';
import { aHeatStream, celsius, kelvin } from './aHeatStream.ts';
import { pinchProblems, siteProblems, streamOf } from './referenceProblems.ts';

const ten = kelvin(10);
const fourStreams = pinchProblems.find((problem) => problem.name === 'kemp_four_stream')?.streams.map(streamOf) ?? [];

describe('composite curves', () => {
  it('overlap by the recovery of the four-stream problem: hot to 510 kW, cold from 60 to 530 kW', () => {
    const { hot, cold } = composites(fourStreams, cascade(fourStreams, ten));
    expect([hot[0], hot.at(-1)]).toEqual([
      { temperature: 30, heat: 0 },
      { temperature: 170, heat: 510 },
    ]);
    expect([cold[0], cold.at(-1)]).toEqual([
      { temperature: 20, heat: 60 },
      { temperature: 140, heat: 530 },
    ]);
  });

  const overlapping = pinchProblems.filter((problem) => problem.expected.recovery > 0);
  it.each(overlapping)('never come closer than the approach in $name', ({ streams, dtmin }) => {
    const given = streams.map(streamOf).filter((stream) => stream.contribution === null);
    const { hot, cold } = composites(given, cascade(given, kelvin(dtmin)));
    // Temperature of the cold curve at a heat: the highest one there, of the hot curve the lowest.
    const at = (curve: typeof hot, heat: number, side: 'low' | 'high'): number | null => {
      const found = curve.flatMap((point, i) => {
        const next = curve[i + 1];
        if (next === undefined || heat < point.heat || heat > next.heat) return [];
        return next.heat === point.heat
          ? [point.temperature, next.temperature]
          : [point.temperature + ((next.temperature - point.temperature) * (heat - point.heat)) / (next.heat - point.heat)];
      });
      return found.length === 0 ? null : side === 'low' ? Math.min(...found) : Math.max(...found);
    };
    const slack = 1e-6 * dtmin;
    for (const { heat } of [...hot, ...cold]) {
      const [above, below] = [at(hot, heat, 'high'), at(cold, heat, 'low')];
      if (above !== null && below !== null) expect(above - below).toBeGreaterThanOrEqual(dtmin - slack);
    }
  });

  it('shows condensing as a level stretch', () => {
    const steam = [aHeatStream({ supply: 140, target: 140, kw: 800, kind: 'hot' }), aHeatStream({ supply: 140, target: 80, kw: 90 })];
    expect(composites(steam, cascade(steam, ten)).hot).toEqual([
      { temperature: 80, heat: 0 },
      { temperature: 140, heat: 90 },
      { temperature: 140, heat: 890 },
    ]);
  });

  it('has no curve where there is no stream of that kind', () => expect(composites([], cascade([], ten))).toEqual({ hot: [], cold: [] }));
});

describe('the grand composite', () => {
  it('begins at the hot utility, touches zero at the pinch and ends at the cold utility', () => {
    const curve = grandComposite(cascade(fourStreams, ten));
    expect(curve[0]).toEqual({ temperature: 165, heat: 20 });
    expect(curve.find((point) => point.temperature === 85)?.heat).toBeCloseTo(0, 9);
    expect(curve.at(-1)).toEqual({ temperature: 25, heat: 60 });
  });
});

describe('the total site', () => {
  it.each(siteProblems)('gives in $name what the companies lack and have left, no more', ({ streams, dtmin }) => {
    const given = streams.map(streamOf);
    const site = totalSite(given, kelvin(dtmin), kelvin(0));
    const lacks = [...Map.groupBy(given, (one) => one.company).values()].map((own) => cascade(own, kelvin(dtmin)));
    const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);
    expect(sum(site.sinks.map((one) => one.heat))).toBeCloseTo(sum(lacks.map((own) => own.hotUtility)), 6);
    expect(sum(site.sources.map((one) => one.heat))).toBeCloseTo(sum(lacks.map((own) => own.coldUtility)), 6);
    const pooled = cascade(given, kelvin(dtmin));
    expect(site.exchange.hotUtility).toBeGreaterThanOrEqual(pooled.hotUtility - 1e-6);
  });

  it('passes less through a loop than straight, and says how much', () => {
    const streams = [
      aHeatStream({ company: 'A', supply: 70, target: 40, kw: 300, contribution: 2 }),
      aHeatStream({ company: 'B', supply: 36, target: 60, kw: 240, contribution: 2 }),
    ];
    expect(totalSite(streams, ten, kelvin(0)).potential).toBeCloseTo(240, 9);
    expect(totalSite(streams, ten, kelvin(7)).potential).toBeCloseTo(200, 9);
  });

  it('carries over a steam level what is hot enough on one side and cold enough on the other', () => {
    const streams = [
      aHeatStream({ company: 'A', supply: 250, target: 100, kw: 1500 }),
      aHeatStream({ company: 'B', supply: 100, target: 140, kw: 900 }),
    ];
    const site = totalSite(streams, ten, kelvin(5));
    expect(throughLevel(site, celsius(165))).toEqual({ raised: 800, wanted: 900, carried: 800 });
  });
});

it('ranks supply and demand on one ladder, hottest first', () =>
  expect(temperatureLadder(fourStreams).map((rung) => rung.id)).toEqual(['H2', 'H4', 'C3', 'C1']));
