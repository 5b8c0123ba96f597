import { describe, expect, it } from 'vitest';
import { createSample } from '../../../server/domain/sample.ts';
import { energyOf } from '../../../server/heat/months.ts';
import { candidateEdges, straightMetres } from '../../../server/heat/network/candidates.ts';
import { customerAt, isOut, sourceAt, type Participant } from '../../../server/heat/network/participants.ts';
import { planNetwork, proveNetwork } from '../../../server/heat/network/planNetwork.ts';
import type { NetworkWish } from '../../../server/heat/network/prepare.ts';
import { NETWORK_REASONS } from '../../../server/heat/network/reasons.ts';
import { aHeatStream, rules as p } from '../aHeatStream.ts';
import { loadSolver } from './solver.ts';

const sample = createSample();
/** A place so many metres east of the first. */
const east = (metres: number) => ({ lat: 63.3, lon: 9.85 + metres / (111_195 * Math.cos((63.3 * Math.PI) / 180)) });
const participant = (
  id: string,
  metres: number | null,
  supply: number,
  target: number,
  kw: number,
  more: Partial<Participant> = {},
): Participant => ({
  id,
  company: id.toUpperCase(),
  site: id.toUpperCase(),
  at: metres === null ? null : east(metres),
  streams: [aHeatStream({ id, supply, target, kw })],
  existingNetwork: false,
  peakKw: null,
  price: null,
  ...more,
});
const furnace = participant('furnace', 0, 200, 120, 5000);
const wish = (sources: readonly Participant[], customers: readonly Participant[]): NetworkWish => ({
  sources,
  customers,
  routes: [],
  ground: 'terrain',
});
const plan = (sources: readonly Participant[], customers: readonly Participant[], off: readonly string[] = []) =>
  planNetwork(wish(sources, customers), new Set(off), sample, p);

describe('sources and customers at the network’s temperatures', () => {
  it('pass by themselves where they are hot enough, all of it above the return', () => {
    const source = sourceAt(furnace, p);
    expect(isOut(source) ? source.why : source).toMatchObject({ electricity: 0, own: 1, cop: null });
    expect(isOut(source) ? [] : source.available[0]).toBeCloseTo(5000, 6);
  });

  it('are lifted by a heat pump where they are not, with its electricity in what arrives', () => {
    const source = sourceAt(participant('cooling', 0, 40, 30, 1000), p);
    if (isOut(source)) throw new Error(source.why.code);
    expect(source.cop).toBeCloseTo((0.45 * 363.15) / 50, 6);
    expect(source.available[0]).toBeCloseTo((1000 * (source.cop ?? 0)) / ((source.cop ?? 0) - 1), 6);
    expect(source.own + source.electricity).toBeCloseTo(1, 9);
  });

  it('are left out with the reason where no heat pump reaches, where the need is hotter, where the place is not known', () => {
    const why = (one: ReturnType<typeof sourceAt> | ReturnType<typeof customerAt>) => (isOut(one) ? one.why : null);
    expect(why(sourceAt(participant('sea', 0, -6, -8, 1000), p))).toMatchObject({ code: 'network.liftTooLarge', values: { lift: 96 } });
    expect(why(customerAt(participant('steam', 0, 150, 160, 1000), p))).toEqual({
      code: 'network.tooHot',
      values: { needs: 160, supplies: 90 },
    });
    expect(why(customerAt(participant('lost', null, 40, 60, 1000), p))).toMatchObject({ code: 'network.noPlace' });
  });

  it('take from the network what it is hot enough for', () => {
    const customer = customerAt(participant('cook', 0, 64, 104, 400), p);
    // 90 °C less two liquids' approaches: 84 °C, half of the way; in summer 75 - 6 = 69 °C, an eighth.
    expect(isOut(customer) ? [] : [customer.need[0], customer.need[6]]).toEqual([200, 50]);
    expect(isOut(customer) ? [] : customer.wanted[0]).toBe(400);
  });
});

describe('candidate trenches', () => {
  it('follow the straight line with a detour, and a drawn route where there is one', () => {
    const [a, b, c] = [east(0), east(1000), east(5000)];
    expect(straightMetres(a, b)).toBeCloseTo(1000, 0);
    const edges = candidateEdges([a, b, c], [{ a: 0, b: 1, metres: 1750 }], p);
    expect(edges.find((edge) => edge.b === 1)?.metres).toBe(1750);
    expect(edges.find((edge) => edge.a === 1 && edge.b === 2)?.metres).toBeCloseTo(5200, -1);
  });
  it('are not looked for beyond the radius of heat', () => expect(candidateEdges([east(0), east(25_000)], [], p)).toEqual([]));
});

describe('a plan', () => {
  const laundry = participant('laundry', 800, 30, 65, 900);
  const bakery = participant('bakery', 1500, 20, 60, 300);

  it('lays pipes from the furnace to those who pay for them', () => {
    const network = plan([furnace], [laundry, bakery]);
    expect(network.customers.map((one) => one.id)).toEqual(['laundry', 'bakery']);
    expect(network.trenches.map(({ from, to }) => [from, to])).toEqual([
      ['FURNACE', 'LAUNDRY'],
      ['LAUNDRY', 'BAKERY'],
    ]);
    expect(network.trenches[0]?.dn).toBeGreaterThanOrEqual(network.trenches[1]?.dn ?? 0);
    expect(network.deliveredMwh).toBeCloseTo(1200 * 8.76, 0);
    expect(network.coverByMonth).toHaveLength(12);
    expect(network.coverOfYear).toBeCloseTo(1, 2);
    expect(network.nokPerYear.low).toBeLessThan(network.nokPerYear.likely);
    expect(network.lcoh?.likely).toBeGreaterThan(150);
    expect(network.density?.class).toBe('good');
    expect(network.co2.physical).toBeGreaterThan(network.co2.residual);
  });

  it('says why somebody far away is not on it: so long a trench, and so much of it paid', () => {
    const cottage = participant('cottage', 6000, 30, 60, 15);
    const network = plan([furnace], [laundry, cottage]);
    expect(network.customers.map((one) => one.id)).toEqual(['laundry']);
    const dropped = network.dropped.find((one) => one.who === 'cottage');
    expect(dropped?.why.code).toBe('network.trenchTooLong');
    expect(dropped?.why.values['metres']).toBeGreaterThan(dropped?.why.values['pays'] ?? Number.POSITIVE_INFINITY);
  });

  it('says of somebody out of reach how far heat is looked for, whatever the other trenches are, and that there is no source where there is none', () => {
    const near = participant('near', 500, 40, 60, 3000);
    const far = participant('far', 400_000, 40, 60, 3000);
    const limit = (p.value('radius.heat') * p.value('route.detour')).toFixed(6);
    expect(plan([furnace], [near, far]).dropped.map(({ who, why }) => [who, why.code, why.values['limit']?.toFixed(6)])).toEqual([
      ['far', 'network.tooFar', limit],
    ]);
    expect(plan([], [near]).dropped.map(({ who, why }) => [who, why.code])).toEqual([['near', 'network.noSources']]);
  });

  it('lays nothing where the heat replaced is cheaper', () => {
    const network = plan([furnace], [{ ...laundry, price: 100 }]);
    expect(network).toMatchObject({ trenches: [], customers: [], lcoh: null, gap: 0, nokPerYear: { likely: 0 } });
    expect(network.dropped.map((one) => [one.who, one.why.code])).toEqual([
      ['furnace', 'network.noCustomers'],
      ['laundry', 'network.alternativeCheaper'],
    ]);
  });

  it('takes the cheap source before one that needs a heat pump', () => {
    const network = plan([participant('cooling', 900, 40, 30, 5000), furnace], [laundry]);
    expect(network.sources.map((one) => one.id)).toEqual(['furnace']);
    expect(network.dropped).toMatchObject([{ who: 'cooling', why: { code: 'network.notNeeded' } }]);
  });

  it('follows when somebody is switched off, and says so', () => {
    const network = plan([furnace], [laundry, bakery], ['laundry']);
    expect(network.customers.map((one) => one.id)).toEqual(['bakery']);
    expect(network.dropped).toMatchObject([{ who: 'laundry', why: { code: 'network.switchedOff' } }]);
  });

  it('tells spilled summer heat and the store that would use it', () => {
    const winterOnly = [5000, 5000, 4000, 2500, 1000, 300, 100, 100, 600, 2200, 3800, 4800];
    const town = participant('town', 1000, 50, 90, 2500, {
      existingNetwork: true,
      streams: [aHeatStream({ id: 'town', supply: 50, target: 90, kw: 2500, months: winterOnly })],
    });
    const network = plan([participant('furnace', 0, 200, 120, 2600)], [town]);
    expect(network.coverByMonth[0]).toBeLessThan(0.6);
    expect(network.coverByMonth[6]).toBeCloseTo(1, 6);
    expect(network.spilledMwh).toBeGreaterThan(4000);
    const [eighty, ninety] = network.stores;
    expect(ninety?.mwh).toBeGreaterThan(eighty?.mwh ?? Number.POSITIVE_INFINITY);
    expect(ninety?.m3).toBeCloseTo(((ninety?.mwh ?? 0) * 1000) / (1.163 * 55), 6);
  });

  it('never delivers more in a month than sources give, nor more than is wanted', () => {
    const network = plan([participant('furnace', 0, 200, 120, 700)], [laundry, bakery]);
    const given = network.sources.map((one) => energyOf(one.months));
    const taken = network.customers.map((one) => energyOf(one.months));
    for (let month = 0; month < 12; month++) {
      const sum = (rows: readonly (readonly number[])[]) => rows.reduce((all, row) => all + (row[month] ?? 0), 0);
      expect(sum(taken)).toBeCloseTo(sum(given), 6);
    }
    expect(network.coverOfYear).toBeLessThan(0.8);
  });

  it('is proved by a solver where it is small, and never worse than without', async () => {
    const sources = [participant('furnace', 0, 200, 120, 700)];
    const customers = [laundry, bakery, participant('school', 2200, 40, 60, 250)];
    const [quick, proved] = [
      plan(sources, customers),
      await proveNetwork(wish(sources, customers), new Set(), sample, p, await loadSolver()),
    ];
    expect(proved).toMatchObject({ optimal: true, gap: expect.closeTo(0, 5) });
    expect(quick.optimal).toBe(false);
    expect(proved.nokPerYear.likely).toBeGreaterThanOrEqual(quick.nokPerYear.likely - 1);
  });

  it('has nothing to plan without sources or customers', async () => {
    expect(plan([], [laundry])).toMatchObject({ trenches: [], deliveredMwh: 0, coverOfYear: 1 });
    expect(plan([furnace], [])).toMatchObject({ trenches: [], deliveredMwh: 0, coverByMonth: Array.from({ length: 12 }, () => null) });
    expect(await proveNetwork(wish([], []), new Set(), sample, p, await loadSolver())).toMatchObject({ trenches: [], lcoh: null });
  });
});

it('has every reason in both languages with the same values', () => {
  for (const { nb, en } of Object.values(NETWORK_REASONS)) {
    const names = (text: string): string[] => [...text.matchAll(/\{(\w+)/g)].map((match) => match[1] ?? '').sort();
    expect(names(nb)).toEqual(names(en));
  }
});
