import { describe, expect, it } from 'vitest';
import { HOURS_OF_MONTHS } from '../../../../server/heat/months.ts';
import { durationSteps } from '../../../../web/pictures/heat/duration.ts';
import { clusterParts, networkParts } from '../../../../web/pictures/heat/monthParts.ts';
import { streamsAt, targetsByMonth, yearOf } from '../../../../web/pictures/heat/streamsAt.ts';
import { leftOver, whatBounds } from '../../../../web/pictures/heat/whatBounds.ts';
import { aNetwork, aPiece, APPROACH, twelve } from './aHeatPage.ts';

const winter = HOURS_OF_MONTHS.map((_, month) => (month < 3 || month > 8 ? 800 : 100));
const page = {
  approach: APPROACH,
  streams: [aPiece('smelter', 120, 60, 500), aPiece('school', 40, 60, 450, { months_kw: winter })],
};

describe('the months of a heat page', () => {
  it('share in summer what the school needs and in winter what the smelter has', () => {
    const months = targetsByMonth(page, 10);
    expect(months[0]).toMatchObject({ supply: 500, demand: 800, alone: 800, pooled: 300, potential: 500 });
    expect(months[6]).toMatchObject({ supply: 500, demand: 100, pooled: 0, potential: 100 });
    const { parts, supply, demand } = clusterParts(months);
    expect(supply).toEqual(twelve(500));
    demand.forEach((kilowatts, month) =>
      expect(parts.reduce((sum, one) => sum + (one.kilowatts[month] ?? 0), 0)).toBeCloseTo(kilowatts, 9),
    );
  });

  it('move every stream by the same factor when the approach is dragged', () => {
    expect(streamsAt(page, 0, 20).map((one) => one.contribution)).toEqual([10, 10]);
    expect(streamsAt(page, 6, 10).find((one) => one.id === 'school')?.heat).toBe(100);
    expect(streamsAt(page, 'year', 10).find((one) => one.id === 'school')?.heat).toBe(450);
  });

  it('lower no need by a larger approach', () => {
    const pooled = [2, 10, 30, 60, 90].map((kelvin) => yearOf(targetsByMonth(page, kelvin)).pooled);
    expect(pooled).toEqual(pooled.toSorted((a, b) => a - b));
    expect(pooled[4]).toBeGreaterThan(pooled[0] ?? 0);
  });
});

describe('what bounds the sharing potential', () => {
  const month = { supply: 100, demand: 100, alone: 100, pooled: 0, coldPooled: 0, potential: 100 };
  it('is the need where heat is left, the surplus where need is left, and temperature where both are', () => {
    expect(whatBounds({ ...month, supply: 300 }, [])).toEqual({ by: 'need' });
    expect(whatBounds({ ...month, demand: 300, pooled: 200 }, [])).toEqual({ by: 'surplus' });
    expect(whatBounds({ ...month, pooled: 60 }, [])).toEqual({ by: 'temperature', pinch: null });
    expect(whatBounds({ ...month, supply: 0 }, [])).toEqual({ by: 'nothing' });
  });
  it('counts heat that may stay where it is as left over', () => expect(leftOver({ ...month, supply: 300, coldPooled: 0 })).toBe(200));
});

describe('the load of the network', () => {
  const network = aNetwork({
    sources: [{ flow: 'smelter', company: 'smelter', mwh_per_year: 1, months_kw: winter, cop: null }],
    customers: [{ flow: 'school', company: 'school', mwh_per_year: 1, months_kw: winter.map((one) => one * 0.9), break_even_m: null }],
  });
  it('is what the customers want, from the network and from their own boilers, beside all that the sources have', () => {
    const { parts, supply, demand } = networkParts({ ...page, network });
    expect(demand).toEqual(winter);
    expect(supply).toEqual(twelve(500));
    expect(parts.find((one) => one.part === 'outside')?.kilowatts[0]).toBeCloseTo(80, 9);
  });
  it('falls over all hours of the year in its duration curve', () => {
    const steps = durationSteps(networkParts({ ...page, network }));
    expect(steps.at(-1)?.to).toBe(8760);
    expect(steps.map((one) => one.demand)).toEqual(winter.toSorted((a, b) => b - a));
    expect(steps.map((one) => one.from).slice(1)).toEqual(steps.map((one) => one.to).slice(0, -1));
    expect(steps[0]).toMatchObject({ month: 0, demand: 800, covered: 720 });
  });
  it('is nothing where there is no network', () => expect(networkParts({ ...page, network: null }).demand).toEqual(twelve(0)));
});
