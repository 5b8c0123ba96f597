import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainNumber, readNumber } from '../../../server/intake/screening/readNumber.ts';

const said = (text: string, signed = false): unknown => {
  const reading = readNumber(text, signed);
  return reading.kind === 'number' ? (reading.other === null ? reading.stated : [reading.stated, reading.other]) : reading.kind;
};

describe('a number as people write it', () => {
  it.each([
    ['1 000', { value: 1000 }],
    ['12\u00a0500', { value: 12500 }],
    ['3\u202f400,5', { value: 3400.5 }],
    ['7\u2009000', { value: 7000 }],
    ["4'500", { value: 4500 }],
    ['4’500', { value: 4500 }],
    ['1.250.000', { value: 1250000 }],
    ['1,250,000.5', { value: 1250000.5 }],
    ['2.345,60', { value: 2345.6 }],
    ['1 250 000,75', { value: 1250000.75 }],
    [' 800 ', { value: 800 }],
    [',5', { value: 0.5 }],
    ['12,-', { value: 12 }],
    ['kr 1 250,-', { value: 1250 }],
    ['1,5E3', { value: 1500 }],
    ['1.5e3', { value: 1500 }],
    ['½', { value: 0.5 }],
    ['1½', { value: 1.5 }],
    ['2,5 mill', { value: 2500000 }],
    ['3 tusen', { value: 3000 }],
    ['1,2 mrd', { value: 1200000000 }],
    ['0.500', { value: 0.5 }],
    ['1234,567', { value: 1234.567 }],
    ['1.234', [{ value: 1.234 }, { value: 1234 }]],
    ['1,234', [{ value: 1.234 }, { value: 1234 }]],
    ['ca. 500', { about: 500 }],
    ['Ca 1,5', { about: 1.5 }],
    ['~40', { about: 40 }],
    ['≈ 3', { about: 3 }],
    ['rundt 300', { about: 300 }],
    ['omtrent 5', { about: 5 }],
    ['om lag 7', { about: 7 }],
    ['500 ca', { about: 500 }],
    ['1 000-2 000', { min: 1000, max: 2000 }],
    ['1000 – 2000', { min: 1000, max: 2000 }],
    ['fra 10 til 20', { min: 10, max: 20 }],
    ['mellom 10 og 20', { min: 10, max: 20 }],
    ['10..20', { min: 10, max: 20 }],
    ['2,5-3,5', { min: 2.5, max: 3.5 }],
    ['50 ± 5', { min: 45, max: 55 }],
    ['500 +/- 10 %', { min: 450, max: 550 }],
    ['<5', { less_than: 5 }],
    ['under 5', { less_than: 5 }],
    ['≤5', { at_most: 5 }],
    ['inntil 40', { at_most: 40 }],
    ['maks 80', { at_most: 80 }],
    ['opp til 3', { at_most: 3 }],
    ['> 100', { more_than: 100 }],
    ['minst 100', { more_than: 100 }],
    ['ukjent', 'unknown'],
    ['-', 'unknown'],
    ['n/a', 'unknown'],
    ['?', 'unknown'],
    ['vet ikke', 'unknown'],
    ['', 'blank'],
    ['\u00a0', 'blank'],
    ['#REF!', 'excelError'],
    ['#N/A', 'excelError'],
    ['#VERDI!', 'excelError'],
    ['########', 'excelError'],
    ['01.feb', 'date'],
    ['mai.25', 'date'],
    ['01.02.2025', 'date'],
    ['2025-02-01', 'date'],
    ['mye', 'text'],
    ['1.2.3', 'text'],
    ['1 00', 'text'],
    ['3 x 40', 'text'],
    ['1,23,456', 'text'],
    ['1e400', 'text'],
    ['0x10', 'text'],
    ['12 / 14', 'text'],
    ['-150', 'negative'],
    ['−150', 'negative'],
    ['(150)', 'negative'],
    ['150-', 'negative'],
    ['20-10', 'reversed'],
  ])('%j', (text, expected) => expect(said(text)).toEqual(expected));

  it.each([
    ['-40', { value: -40 }],
    ['−5,5 °C', { value: -5.5 }],
    ['0 til -25', { min: -25, max: 0 }],
    ['-25 til -18', { min: -25, max: -18 }],
    ['60–65 °C', { min: 60, max: 65 }],
    ['(150)', { value: -150 }],
  ])('%j where numbers below zero have a meaning', (text, expected) => expect(said(text, true)).toEqual(expected));

  it('keeps the unit that stands behind the number', () => {
    expect(readNumber('ca 12 GWh/år', false)).toMatchObject({ stated: { about: 12 }, rest: 'GWh/år' });
    expect(readNumber('1 000 - 1 500 tonn/år', false)).toMatchObject({ stated: { min: 1000, max: 1500 }, rest: 'tonn/år' });
  });

  it('reads every number back that Norwegian or English writing gives', () => {
    const amount = fc.record({ whole: fc.integer({ min: 0, max: 999_999_999 }), cents: fc.integer({ min: 0, max: 99 }) });
    fc.assert(
      fc.property(amount, fc.constantFrom(' ', '\u00a0', '\u202f', '.', "'", ''), ({ whole, cents }, mark) => {
        const grouped = String(whole).replaceAll(/\B(?=(?:\d{3})+$)/g, mark);
        const text = `${grouped},${String(cents).padStart(2, '0')}`;
        expect(said(text)).toEqual({ value: whole + cents / 100 });
        expect(said(text.replaceAll('.', '_').replace(',', '.').replaceAll('_', ','))).toEqual({ value: whole + cents / 100 });
      }),
      { seed: 11, numRuns: 300 },
    );
  });

  it('never throws, never hangs and never gives a number that is not finite', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'0123456789 .,-–%()<>~±eE/kmtonil½\u00a0#'.split('')), maxLength: 40 }),
        fc.boolean(),
        (text, signed) => {
          const reading = readNumber(text, signed);
          if (reading.kind === 'number') for (const value of Object.values(reading.stated)) expect(Number.isFinite(value)).toBe(true);
        },
      ),
      { seed: 5, numRuns: 2000 },
    );
  });

  it('agrees with the long way where it takes the short one', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'0123456789,.'.split('')), maxLength: 9 }),
        fc.constantFrom(',', '.', null),
        (text, decimal) => {
          const short = plainNumber(text, decimal);
          if (Number.isNaN(short)) return;
          const long = readNumber(text, false);
          expect(long.kind).toBe('number');
          if (long.kind === 'number') expect([long.stated, long.other]).toContainEqual({ value: short });
        },
      ),
      { seed: 3, numRuns: 2000 },
    );
  });
});
