import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cascade } from '../../server/heat/cascade.ts';
import { sharing } from '../../server/heat/sharing.ts';
import { inMonth, type HeatStream } from '../../server/heat/stream.ts';
import { aHeatStream, kelvin } from './aHeatStream.ts';
import { solveWithHighs } from '../../server/tasks/solveWithHighs.ts';
import { targetsLp } from './byLinearProgramme.ts';
import { targetsByCandidates } from './candidatePinches.ts';
import { pinchProblems, siteProblems, streamOf } from './referenceProblems.ts';

describe('published problems', () => {
  it('are many, each with its source', () => expect(pinchProblems.length).toBeGreaterThanOrEqual(24));

  it.each(pinchProblems)('$name: utilities, recovery, kind and pinches as published', ({ streams, dtmin, expected }) => {
    const found = cascade(streams.map(streamOf), kelvin(dtmin));
    expect(Math.abs(found.hotUtility - expected.qh_min)).toBeLessThanOrEqual(expected.tol_q);
    expect(Math.abs(found.coldUtility - expected.qc_min)).toBeLessThanOrEqual(expected.tol_q);
    expect(Math.abs(found.recovery - expected.recovery)).toBeLessThanOrEqual(expected.tol_q);
    expect(found.kind).toBe(expected.kind);
    const close = (values: readonly number[]): unknown[] => values.map((value) => expect.closeTo(value, 2));
    if (expected.pinch_shifted) expect(found.pinches.map((pinch) => pinch.shifted)).toEqual(close(expected.pinch_shifted));
    if (expected.pinch_hot) expect(found.pinches.map((pinch) => pinch.hot)).toEqual(close(expected.pinch_hot));
    if (expected.pinch_cold) expect(found.pinches.map((pinch) => pinch.cold)).toEqual(close(expected.pinch_cold));
  });

  it.each(pinchProblems)('$name: the candidate pinches give the same utilities', ({ streams, dtmin }) => {
    const given = streams.map(streamOf);
    const found = cascade(given, kelvin(dtmin));
    const other = targetsByCandidates(given, dtmin);
    const all = given.reduce((sum, stream) => sum + stream.heat, 0);
    expect(Math.abs(found.hotUtility - other.hotUtility)).toBeLessThanOrEqual(1e-9 * all);
    expect(Math.abs(found.coldUtility - other.coldUtility)).toBeLessThanOrEqual(1e-9 * all);
  });

  it.each(siteProblems)('$name: each company, the pool and the sharing potential', ({ streams, dtmin, expected }) => {
    const found = sharing(streams.map(streamOf), kelvin(dtmin));
    for (const [zone, { qh_min, qc_min }] of Object.entries(expected.zones)) {
      expect(Math.abs((found.companies.get(zone)?.hotUtility ?? Number.NaN) - qh_min)).toBeLessThanOrEqual(expected.tol_q);
      expect(Math.abs((found.companies.get(zone)?.coldUtility ?? Number.NaN) - qc_min)).toBeLessThanOrEqual(expected.tol_q);
    }
    expect(Math.abs(found.pooled.hotUtility - expected.pooled.qh_min)).toBeLessThanOrEqual(expected.tol_q);
    expect(Math.abs(found.pooled.coldUtility - expected.pooled.qc_min)).toBeLessThanOrEqual(expected.tol_q);
    expect(Math.abs(found.potential - expected.sharing_potential)).toBeLessThanOrEqual(expected.tol_q);
  });
});

describe('cases at the edge', () => {
  const hot = (supply: number, target: number, kw: number, more = {}): HeatStream =>
    aHeatStream({ supply, target, kw, kind: 'hot', ...more });
  const cold = (supply: number, target: number, kw: number, more = {}): HeatStream =>
    aHeatStream({ supply, target, kw, kind: 'cold', ...more });

  it('passes condensing heat at 110 °C to boiling at 100 °C where the approach is exactly 10 K', () =>
    expect(cascade([hot(110, 110, 300), cold(100, 100, 300)], kelvin(10))).toMatchObject({ hotUtility: 0, coldUtility: 0, recovery: 300 }));

  it('passes nothing from 109 °C to 100 °C at 10 K', () =>
    expect(cascade([hot(109, 109, 300), cold(100, 100, 300)], kelvin(10))).toMatchObject({
      hotUtility: 300,
      coldUtility: 300,
      recovery: 0,
    }));

  it('tells the pinch of a threshold problem whose curves also touch inside', () => {
    const found = cascade([hot(205, 155, 200), hot(155, 55, 300), cold(105, 145, 80), cold(145, 195, 200), cold(45, 105, 60)], kelvin(10));
    expect(found).toMatchObject({ kind: 'threshold_no_hot', hotUtility: 0, coldUtility: 160 });
    expect(found.pinches).toEqual([{ shifted: 150, hot: 155, cold: 145 }]);
  });

  it('calls a set of hot streams alone one-sided and leaves all their heat', () =>
    expect(cascade([hot(90, 40, 50)], kelvin(10))).toMatchObject({
      kind: 'one_sided',
      hotUtility: 0,
      coldUtility: 50,
      recovery: 0,
      pinches: [],
    }));

  it('has nothing to say of no streams, and takes streams without duty as absent', () => {
    expect(cascade([], kelvin(10))).toMatchObject({ kind: 'one_sided', hotUtility: 0, coldUtility: 0, recovery: 0 });
    expect(cascade([hot(90, 40, 0), cold(20, 60, 80)], kelvin(10))).toMatchObject({ kind: 'one_sided', hotUtility: 80 });
  });

  it('lets soft heat stay warm: it helps where it is needed and asks for no cooling', () => {
    const streams = [hot(90, 40, 500, { soft: true }), cold(20, 60, 80)];
    expect(cascade(streams, kelvin(10))).toMatchObject({ hotUtility: 0, coldUtility: 0, recovery: 80 });
    const firm = streams.map((stream) => ({ ...stream, soft: false }));
    expect(cascade(firm, kelvin(10))).toMatchObject({ hotUtility: 0, coldUtility: 420, recovery: 80 });
  });

  it('still cools the firm stream beside a soft one', () =>
    expect(cascade([hot(90, 40, 500, { soft: true }), hot(50, 20, 60), cold(20, 60, 80)], kelvin(10)).coldUtility).toBeCloseTo(20, 9));

  it('heats a soft need only with heat that is there', () => {
    expect(cascade([hot(90, 40, 100), cold(20, 60, 300, { soft: true })], kelvin(10))).toMatchObject({
      hotUtility: 0,
      coldUtility: 0,
      recovery: 100,
    });
    expect(cascade([cold(20, 60, 300, { soft: true })], kelvin(10)).hotUtility).toBe(0);
  });

  it('sees no pinch at a need that nobody must meet', () => {
    const found = cascade([hot(-20, -45, 100), cold(-60, -30, 90), cold(0, 0, 50, { soft: true })], kelvin(5));
    expect(found).toMatchObject({ hotUtility: 0, coldUtility: 10, kind: 'threshold_no_hot', pinches: [] });
  });

  it('uses the contribution of the stream that makes the pinch for its real temperature', () => {
    const found = cascade([hot(120, 40, 400, { contribution: 15 }), cold(30, 140, 330, { contribution: 3 })], kelvin(10));
    expect(found.pinches).toEqual([{ shifted: 105, hot: 120, cold: 102 }]);
  });

  it('keeps its figures where temperatures are sums that do not round', () =>
    expect(cascade([hot(0.1 + 0.2 + 60, 30.3, 60), cold(20.3, 0.3 + 50, 60)], kelvin(10))).toMatchObject({
      hotUtility: 0,
      coldUtility: 0,
      recovery: 60,
    }));
});

// Temperatures on a grid of a quarter of a degree: equal ends, which make pinches, then come often.
const temperature = fc.integer({ min: -320, max: 1600 }).map((quarter) => quarter / 4);
const anyStream = fc
  .record({
    supply: temperature,
    target: temperature,
    kw: fc.integer({ min: 0, max: 20_000 }).map((tenth) => tenth / 10),
    company: fc.constantFrom('A', 'B', 'C'),
    kind: fc.constantFrom('hot', 'cold'),
    contribution: fc.option(
      fc.integer({ min: 0, max: 60 }).map((quarter) => quarter / 4),
      { nil: undefined, freq: 3 },
    ),
    months: fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 12, maxLength: 12 }),
  })
  .map(({ kind, contribution, months, ...one }) =>
    aHeatStream({
      ...one,
      months,
      ...(one.supply === one.target ? { kind } : {}),
      ...(contribution === undefined ? {} : { contribution }),
    }),
  );
const yearly = (stream: HeatStream): HeatStream => ({ ...stream, months: null });
const someStreams = fc.array(anyStream, { minLength: 1, maxLength: 14 }).map((streams) => streams.map(yearly));
const anyApproach = fc.integer({ min: 0, max: 120 }).map((quarter) => kelvin(quarter / 4));
const total = (streams: readonly HeatStream[]): number => streams.reduce((sum, stream) => sum + stream.heat, 0);
const law = (property: fc.IPropertyWithHooks<[HeatStream[], ReturnType<typeof kelvin>]>): void =>
  fc.assert(property, { seed: 5, numRuns: 300 });

describe('laws', () => {
  it('closes the energy balance to 1e-9', () =>
    law(
      fc.property(someStreams, anyApproach, (streams, approach) => {
        const { hotUtility, coldUtility, recovery } = cascade(streams, approach);
        const hot = total(streams.filter((one) => one.kind === 'hot'));
        const cold = total(streams) - hot;
        expect(Math.abs(hot + hotUtility - cold - coldUtility)).toBeLessThanOrEqual(1e-9 * total(streams));
        expect(Math.abs(recovery + hotUtility - cold)).toBeLessThanOrEqual(1e-9 * total(streams));
      }),
    ));

  it('agrees with the candidate pinches', () =>
    law(
      fc.property(someStreams, anyApproach, (streams, approach) => {
        const found = cascade(streams, approach);
        const other = targetsByCandidates(streams, approach);
        expect(Math.abs(found.hotUtility - other.hotUtility)).toBeLessThanOrEqual(1e-9 * total(streams));
        expect(Math.abs(found.coldUtility - other.coldUtility)).toBeLessThanOrEqual(1e-9 * total(streams));
      }),
    ));

  it('changes nothing but the labels when all temperatures shift', () =>
    law(
      fc.property(someStreams, anyApproach, (streams, approach) => {
        const moved = streams.map((one) => ({
          ...one,
          supply: (one.supply + 37.5) as HeatStream['supply'],
          target: (one.target + 37.5) as HeatStream['target'],
        }));
        const [here, there] = [cascade(streams, approach), cascade(moved, approach)];
        expect(there).toMatchObject({
          hotUtility: here.hotUtility,
          coldUtility: here.coldUtility,
          recovery: here.recovery,
          kind: here.kind,
        });
        expect(there.pinches).toEqual(
          here.pinches.map(({ shifted, hot, cold }) => ({ shifted: shifted + 37.5, hot: hot + 37.5, cold: cold + 37.5 })),
        );
      }),
    ));

  it('changes nothing when a stream is split, along its flow or along its temperature', () =>
    law(
      fc.property(someStreams, anyApproach, (streams, approach) => {
        const split = streams.flatMap((one, i): HeatStream[] => {
          const half = { ...one, heat: one.heat / 2 };
          const middle = ((one.supply + one.target) / 2) as HeatStream['supply'];
          return i % 2 === 0
            ? [half, half]
            : [
                { ...half, target: middle },
                { ...half, supply: middle },
              ];
        });
        const [whole, parts] = [cascade(streams, approach), cascade(split, approach)];
        expect(Math.abs(whole.hotUtility - parts.hotUtility)).toBeLessThanOrEqual(1e-9 * total(streams));
        expect(parts.kind).toBe(whole.kind);
        expect(parts.pinches.map((pinch) => pinch.shifted)).toEqual(whole.pinches.map((pinch) => pinch.shifted));
      }),
    ));

  it('never asks more of the pool than of the companies together', () =>
    law(
      fc.property(someStreams, anyApproach, (streams, approach) => {
        const { companies, pooled, potential } = sharing(streams, approach);
        const alone = [...companies.values()].reduce((sum, one) => sum + one.hotUtility, 0);
        expect(pooled.hotUtility).toBeLessThanOrEqual(alone + 1e-9 * total(streams));
        expect(potential).toBeGreaterThanOrEqual(0);
      }),
    ));

  it('never needs less with more approach', () =>
    law(
      fc.property(someStreams, anyApproach, (streams, approach) => {
        const more = cascade(streams, kelvin(approach + 7));
        expect(more.hotUtility).toBeGreaterThanOrEqual(cascade(streams, approach).hotUtility - 1e-9 * total(streams));
      }),
    ));

  it('never needs less in the months together than at their mean', () =>
    fc.assert(
      fc.property(fc.array(anyStream, { minLength: 1, maxLength: 8 }), anyApproach, (streams, approach) => {
        const months = Array.from({ length: 12 }, (_, month) => cascade(inMonth(streams, month), approach).hotUtility);
        const mean = streams.map((one) => ({ ...yearly(one), heat: (one.months ?? []).reduce((sum, kw) => sum + kw, 0) / 12 }));
        expect(months.reduce((sum, kw) => sum + kw, 0) / 12).toBeGreaterThanOrEqual(
          cascade(mean, approach).hotUtility - 1e-9 * (1 + total(mean)),
        );
      }),
      { seed: 5, numRuns: 100 },
    ));

  it('is the firm cascade again where no stream is soft, and softness never costs', () =>
    law(
      fc.property(someStreams, anyApproach, (streams, approach) => {
        const soft = streams.map((one, i) => (i % 3 === 0 && one.kind === 'hot' ? { ...one, soft: true } : one));
        const [firm, eased] = [cascade(streams, approach), cascade(soft, approach)];
        const slack = 1e-9 * total(streams);
        expect(Math.abs(eased.hotUtility - firm.hotUtility)).toBeLessThanOrEqual(slack);
        expect(eased.coldUtility).toBeLessThanOrEqual(firm.coldUtility + slack);
        expect(eased.coldUtility).toBeGreaterThanOrEqual(-slack);
      }),
    ));

  it('gives soft and firm streams what a linear programme gives them: least heating, and least cooling with it', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(anyStream, fc.boolean()), { minLength: 1, maxLength: 7 }),
        anyApproach,
        async (drawn, approach) => {
          const streams = drawn.map(([one, soft]) => ({ ...yearly(one), soft }));
          const found = cascade(streams, approach);
          const bound = async (least: 'qh' | 'qc', hot: number | null): Promise<number> => {
            const solved = await solveWithHighs(targetsLp(streams, approach, least, hot));
            return solved.status === 'optimal' ? (solved.columns.get(least) ?? Number.NaN) : Number.NaN;
          };
          const hot = await bound('qh', null);
          expect(found.hotUtility).toBeCloseTo(hot, 4);
          expect(found.coldUtility).toBeCloseTo(await bound('qc', hot), 4);
        },
      ),
      { seed: 5, numRuns: 120 },
    ));
});
