import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { celsius } from '../../../../server/domain/temperature.ts';
import { throughLevel } from '../../../../server/heat/totalSite.ts';
import { ladderRows } from '../../../../web/pictures/heat/ladderRows.ts';
import { siteProfile } from '../../../../web/pictures/heat/siteProfile.ts';
import { aStream } from './aHeatPage.ts';

describe('the total-site profile', () => {
  it('gives each company its share, the largest next to the middle', () => {
    const { sources, sinks } = siteProfile(
      [aStream('smelter', 200, 100, 1000), aStream('bakery', 150, 100, 200)],
      [aStream('school', 40, 60, 300)],
    );
    expect(sources.bands.map((one) => [one.company, one.total])).toEqual([
      ['smelter', 1000],
      ['bakery', 200],
    ]);
    expect(sources.levels).toEqual([200, 150, 100]);
    expect(sources.bands[0]?.to).toEqual([0, 500, 1000]);
    expect(sources.bands[1]?.from).toEqual([0, 500, 1000]);
    expect(sources.bands[1]?.to).toEqual([0, 500, 1200]);
    expect(sinks.bands[0]?.to).toEqual([300, 0]);
  });

  it('shows a phase change as a step', () => {
    const { sinks } = siteProfile([], [aStream('dryer', 168, 168, 500, { kind: 'cold' })]);
    expect(sinks.levels).toEqual([168, 168]);
    expect(sinks.bands[0]?.to).toEqual([500, 0]);
  });

  it('is as wide at each temperature as a level there could collect and give', () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 30, max: 250 }), fc.integer({ min: 1, max: 90 }), fc.integer({ min: 1, max: 900 })), {
          minLength: 1,
          maxLength: 6,
        }),
        (rows) => {
          const sources = rows.map(([top, drop, heat], i) => aStream(`s${i % 3}`, top, top - drop, heat));
          const sinks = rows.map(([top, drop, heat], i) => aStream(`d${i % 2}`, top - drop, top, heat));
          const profile = siteProfile(sources, sinks);
          profile.sources.levels.forEach((level, i) => {
            const { raised, wanted } = throughLevel({ sources, sinks }, celsius(level));
            expect(profile.sources.bands.at(-1)?.to[i]).toBeCloseTo(raised, 6);
            const at = profile.sinks.levels.indexOf(level);
            expect(profile.sinks.bands.at(-1)?.to[at]).toBeCloseTo(wanted, 6);
          });
        },
      ),
      { seed: 21, numRuns: 100 },
    ));
});

describe('the temperature ladder', () => {
  it('puts the hottest first and the pieces of one steam flow on one rung', () => {
    const rows = ladderRows([
      aStream('wash', 10, 60, 50),
      aStream('steam', 180, 160, 5),
      aStream('steam', 160, 160, 90, { kind: 'hot' }),
      aStream('steam', 160, 90, 15),
    ]);
    expect(rows).toEqual([
      { flow: 'steam', kind: 'hot', top: 180, bottom: 90, heat: 110 },
      { flow: 'wash', kind: 'cold', top: 60, bottom: 10, heat: 50 },
    ]);
  });
});
