import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandOf, blindLead } from '../../server/domain/blindLead.ts';
import type { Bands } from '../../server/domain/blindLead.ts';
import type { Lead } from '../../server/domain/lead.ts';
import { followUpFrom } from '../../server/tasks/followUpKnowledge.ts';
import { loadRows } from '../../server/reference/loadRows.ts';

const bands: Bands = { size: [10, 100, 1_000], distanceKm: [5, 20], leastCompanies: 3 };
const NEAR = [1, 2, 3, 4, 7, 9, 15];

const aLead = (over: Partial<Lead> = {}): Lead => ({
  id: 'opaque',
  cluster: 'Fjorden',
  surplus: 'giver-flow',
  need: 'HIDDEN-need-flow',
  via: ['HIDDEN-plant'],
  giver: 'own',
  taker: 'HIDDEN-taker',
  resource: 'mat.wood.bark',
  names: { surplus: 'Bark', need: 'HIDDEN words', giver: 'Sagbruket', taker: 'HIDDEN AS' },
  stage: 'study',
  ended: null,
  responsible: 'HIDDEN person',
  nextStep: 'HIDDEN step',
  nextDate: '2031-12-31',
  made: {
    volume: { low: 311.7, likely: 437.3, high: 611.1, unit: 't' },
    nok: { low: 7_771, likely: 8_881, high: 9_991 },
    co2: null,
    distanceKm: 6.789,
    checks: [],
  },
  atEnd: null,
  madeAt: '2032-01-01T00:00:00Z',
  changedAt: '2033-01-01T00:00:00Z',
  version: 8_675,
  ...over,
});

describe('a blind lead', () => {
  it('tells the class of the resource, a band of size, a band of distance, and what is its own', () =>
    expect(blindLead(aLead(), 'own', null, NEAR, bands)).toEqual({
      id: 'opaque',
      flow: 'giver-flow',
      words: 'Bark',
      side: 'gives',
      resourceClass: 'mat.wood',
      size: { from: 100, to: 1_000, unit: 't' },
      distance: { from: 5, to: 20 },
      answer: null,
    }));

  it('shows no hidden value: every lead that differs only in what is hidden, within its bands, looks the same', () => {
    const seen = JSON.stringify(blindLead(aLead(), 'own', 'yes', NEAR, bands));
    for (const hidden of ['HIDDEN', '437', '311', '611', '7771', '8881', '9991', '6.78', '2031', '2032', '2033', '8675', 'study', 'bark'])
      expect(seen).not.toContain(hidden);
    const text = fc.string({ minLength: 1 });
    fc.assert(
      fc.property(
        fc.record({
          need: text,
          taker: text,
          responsible: fc.option(text),
          nextStep: fc.option(text),
          version: fc.nat(),
          changedAt: text,
          stage: fc.constantFrom('idea' as const, 'agreement' as const, 'operating' as const),
          via: fc.array(text),
        }),
        fc.integer({ min: 100, max: 999 }),
        fc.integer({ min: 5, max: 19 }),
        fc.integer({ min: -1_000, max: 1_000 }),
        (hidden, likely, distanceKm, nok) => {
          const made = {
            ...aLead().made,
            volume: { low: likely / 2, likely, high: likely * 2, unit: 't' as const },
            distanceKm,
            nok: { low: nok, likely: nok, high: nok },
          };
          expect(JSON.stringify(blindLead(aLead({ ...hidden, made }), 'own', 'yes', NEAR, bands))).toBe(seen);
        },
      ),
      { seed: 4 },
    );
  });

  it('tells no distance that too few other companies share', () => {
    expect(blindLead(aLead(), 'own', null, [1, 2, 3, 7, 9], bands).distance).toBeNull();
    expect(blindLead(aLead(), 'own', null, [7, 9, 11], bands).distance).toEqual({ from: 5, to: 20 });
  });

  it('is the taker’s own need where the taker looks', () =>
    expect(blindLead(aLead({ taker: 'own', giver: 'HIDDEN' }), 'own', null, NEAR, bands)).toMatchObject({
      side: 'takes',
      words: 'HIDDEN words',
    }));
});

it('every amount lies in exactly one band', () => {
  expect([0, 9.99, 10, 999, 1_000, 1e9].map((value) => bandOf(value, bands.size))).toEqual([
    { from: null, to: 10 },
    { from: null, to: 10 },
    { from: 10, to: 100 },
    { from: 100, to: 1_000 },
    { from: 1_000, to: null },
    { from: 1_000, to: null },
  ]);
});

it('the bands of data/follow-up.csv are read, and a table without them is refused', () => {
  const rows = loadRows('follow-up.csv');
  expect(followUpFrom(rows).bands.leastCompanies).toBeGreaterThanOrEqual(3);
  expect(() => followUpFrom(rows.filter(({ id }) => id !== 'band.least_companies'))).toThrow(/least_companies/);
  expect(() => followUpFrom(rows.toReversed())).toThrow(/ascend/);
});
