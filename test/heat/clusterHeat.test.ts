import { describe, expect, it } from 'vitest';
import type { Flow } from '../../server/domain/flow.ts';
import { clusterHeat, heatFlows, heatPairs, heatWithoutUse } from '../../server/heat/clusterHeat.ts';
import { aFlow, byClass, exactly } from '../domain/aFlow.ts';
import { celsius, heats, rules as p } from './aHeatStream.ts';

const flow = (id: string, resource: string, mwh: number, more: Partial<Flow> = {}): Flow =>
  aFlow({ id, company: id.slice(0, 1), ...byClass(resource), annual: exactly(mwh, 'MWh'), ...more });
const at = (supply: number, back: number): Partial<Flow> => ({ temperature: celsius(supply), temperatureReturn: celsius(back) });
const summerOnly = [0, 0, 0, 0, 0, 1 / 3, 1 / 3, 1 / 3, 0, 0, 0, 0];
const winterOnly = [0.5, 0.5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];

describe('a cluster’s heat', () => {
  it('is what companies could pass to each other, each month for itself', () => {
    const flows = heatFlows([flow('A1', 'en.heat.water_80', 876, at(90, 50)), flow('B1', 'en.need.process_lo', 876, at(60, 30))], heats, p);
    const heat = clusterHeat(flows, p);
    expect(heat.months).toHaveLength(12);
    expect(heat.potential).toBeCloseTo(100, 6);
    expect(heat.companies).toMatchObject([
      { company: 'A', hotUtility: 0 },
      { company: 'B', hotUtility: expect.closeTo(100, 6) },
    ]);
  });

  it('passes nothing from July to January', () => {
    const flows = heatFlows(
      [
        flow('A1', 'en.heat.water_80', 876, { ...at(90, 50), profile: summerOnly }),
        flow('B1', 'en.need.process_lo', 876, { ...at(60, 30), profile: winterOnly }),
      ],
      heats,
      p,
    );
    expect(clusterHeat(flows, p).potential).toBe(0);
    expect(heatPairs(flows, () => null, p)).toEqual([]);
  });

  it('counts nothing of a flow that contradicts itself, and keeps its problem', () => {
    const flows = heatFlows([flow('A1', 'en.heat.water_80', 876, at(50, 90))], heats, p);
    expect(flows).toMatchObject([{ streams: [], problems: [{ code: 'heat.direction', flow: 'A1' }] }]);
    expect(clusterHeat(flows, p).potential).toBe(0);
  });
});

describe('heat pairs', () => {
  const east = (km: number) => ({ lat: 63.3, lon: 9.85 + km / 50 });
  const places = new Map([
    ['A', east(0)],
    ['B', east(1)],
    ['C', east(9)],
  ]);
  const placeOf = (one: Flow) => places.get(one.company) ?? null;
  const flows = heatFlows(
    [
      flow('A1', 'en.heat.water_80', 8760, at(90, 50)),
      flow('A2', 'en.heat.refrig', 8760, { temperature: celsius(35) }),
      flow('B1', 'en.need.process_lo', 4000, at(60, 30)),
      flow('C1', 'en.need.process_lo', 4000, at(60, 30)),
      flow('C2', 'en.need.steam20', 4000, { words: 'Damp 15 bar' }),
      flow('A3', 'en.need.space', 1000, at(60, 40)),
    ],
    heats,
    p,
  );
  const pairs = heatPairs(flows, placeOf, p);

  it('never pair a company with itself', () =>
    expect(pairs.some((pair) => pair.surplus.startsWith('A') && pair.need === 'A3')).toBe(false));

  it('put first what could be piped farthest for its distance: near before far, hot before lifted', () => {
    expect(pairs[0]).toMatchObject({ surplus: 'A1', need: 'B1', verdict: { kind: 'direct' } });
    const order = pairs.map((pair) => `${pair.surplus}>${pair.need}`);
    expect(order.indexOf('A1>B1')).toBeLessThan(order.indexOf('A1>C1'));
    expect(order.indexOf('A1>B1')).toBeLessThan(order.indexOf('A2>B1'));
  });

  it('move at most what both have', () => {
    for (const pair of pairs) expect(pair.mwh).toBeLessThanOrEqual(4000 + 1e-6);
    expect(pairs[0]?.mwh).toBeCloseTo(4000, 3);
  });

  it('end with those that are refused, and why: steam of 200 °C from cooling water', () => {
    const refused = pairs.find((pair) => pair.surplus === 'A2' && pair.need === 'C2');
    expect(refused).toMatchObject({
      mwh: 0,
      breakEvenMetres: 0,
      verdict: { kind: 'none', because: 'sinkTooHot', change: { for: 'heatPump' } },
    });
    expect(pairs.findIndex((pair) => pair.verdict.kind === 'none')).toBeGreaterThan(
      pairs.findLastIndex((pair) => pair.verdict.kind !== 'none'),
    );
  });

  it('are the same whatever the order of the flows', () => {
    const other = heatPairs(flows.toReversed(), placeOf, p);
    expect(other.map((pair) => [pair.surplus, pair.need])).toEqual(pairs.map((pair) => [pair.surplus, pair.need]));
  });
});

describe('heat without use in reach', () => {
  it('is told what power or cold it could make; heat with a taker is not', () => {
    const flows = heatFlows(
      [
        flow('A1', 'en.heat.gas_hi', 20_000, at(400, 150)),
        flow('B1', 'en.heat.water_80', 8760, at(90, 50)),
        flow('C1', 'en.need.process_lo', 4000, at(60, 30)),
      ],
      heats,
      p,
    );
    const far = new Map([
      ['A', { lat: 69, lon: 18 }],
      ['B', { lat: 63.3, lon: 9.85 }],
      ['C', { lat: 63.3, lon: 9.86 }],
    ]);
    const pairs = heatPairs(flows, (one) => far.get(one.company) ?? null, p);
    const unused = heatWithoutUse(flows, pairs, p);
    expect(unused.map((one) => one.flow)).toEqual(['A1']);
    expect(unused[0]).toMatchObject({ supply: 400, orc: { possible: true }, absorption: { effect: 'double' } });
  });
});
