import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { density, energyOf, massOf, perYear, plus } from '../../server/domain/amounts.ts';
import { fromBase, toBase, unitTableFrom } from '../../server/domain/units.ts';
import { annualFactor } from '../../server/domain/unitsAnnual.ts';
import { isProblem, parseUnit } from '../../server/domain/unitsParse.ts';

const records = parse<Record<string, string>>(readFileSync(join(import.meta.dirname, '../../data/units.csv')), { columns: true });
const { table, problems } = unitTableFrom(records);
const NOTHING = { hours: null, days: null, dryShare: null };

const annual = (text: string, facts = {}): string => {
  const meaning = parseUnit(text, table);
  if (isProblem(meaning)) return `${meaning.problem}${meaning.suggestion === null ? '' : ` (${meaning.suggestion}?)`}`;
  const factor = annualFactor(meaning, { ...NOTHING, ...facts });
  return 'needs' in factor ? `needs ${factor.needs}` : `${Number(factor.factor.toPrecision(12))} ${factor.unit}`;
};

describe('the unit table', () => {
  it('has no two units under one name, no row without source and no wrong base', () => expect(problems).toEqual([]));

  it('reads every alias of the table back as its own row', () => {
    for (const row of table.rows) {
      if (['span', 'shorthand', 'unclear'].includes(row.dimension)) continue;
      for (const alias of row.aliases) {
        const meaning = parseUnit(alias, table);
        if (!isProblem(meaning)) expect(`${alias}: ${meaning.row.unit}`).toBe(`${alias}: ${row.unit}`);
      }
    }
  });

  it('comes back to the start from base units', () => {
    fc.assert(
      fc.property(fc.constantFrom(...table.rows), fc.double({ min: 1e-6, max: 1e9, noNaN: true }), (row, value) => {
        const back = fromBase(toBase(value, row.factor), row.factor);
        expect(Math.abs(back - value)).toBeLessThanOrEqual(value * 2 ** -50);
      }),
      { seed: 7, numRuns: 500 },
    );
  });
});

describe('units as firms write them', () => {
  it.each([
    ['tonn/år', '1 t'],
    ['t/år', '1 t'],
    ['tonn pr. år', '1 t'],
    ['tonn pr.år', '1 t'],
    ['tonn pr år', '1 t'],
    ['tonnes per year', '1 t'],
    ['tonn per år', '1 t'],
    ['Tonn / År', '1 t'],
    ['T/ÅR', '1 t'],
    ['tonn årlig', '1 t'],
    ['t p.a.', '1 t'],
    ['tpa', '1 t'],
    ['tonn', '1 t'],
    ['tonn/year', '1 t'],
    ['tonn/kvartal', '4 t'],
    ['1000 tonn', '1000 t'],
    ['1 000 tonn/år', '1000 t'],
    ['tusen tonn', '1000 t'],
    ['mill. tonn', '1000000 t'],
    ['Mt/år', '1000000 t'],
    ['kt', '1000 t'],
    ['kg/år', '0.001 t'],
    ['kg/time', '8.76 t'],
    ['kg/h', '8.76 t'],
    ['kg/s', '31536 t'],
    ['t/t', '8760 t'],
    ['tonn/time', '8760 t'],
    ['kg/uke', '0.0521428571429 t'],
    ['tonn/uke', '52.1428571429 t'],
    ['tonn/døgn', '365 t'],
    ['tonn/mnd', '12 t'],
    ['tonn/mnd.', '12 t'],
    ['tonn/skift', '500 t'],
    ['kilo pr måned', '0.012 t'],
    ['m³/år', '1 m3'],
    ['M3', '1 m3'],
    ['kbm', '1 m3'],
    ['m³/døgn', '365 m3'],
    ['m³/t', '8760 m3'],
    ['m3/h', '8760 m3'],
    ['l/s', '31536 m3'],
    ['l/min', '525.6 m3'],
    ['m3 pr. uke', '52.1428571429 m3'],
    ['lm3', '1 lm3'],
    ['lm³/år', '1 lm3'],
    ['løs m3', '1 lm3'],
    ['fm3', '1 fm3'],
    ['fm³', '1 fm3'],
    ['fastkubikk', '1 fm3'],
    ['Sm3', '1 Sm3'],
    ['Sm³/år', '1 Sm3'],
    ['sm3', '1 Sm3'],
    ['Nm3', '1.05491488193 Sm3'],
    ['mill Nm3', '1054914.88193 Sm3'],
    ['mill. Sm3', '1000000 Sm3'],
    ['1000 Sm3', '1000 Sm3'],
    ['kWh', '0.001 MWh'],
    ['kwh', '0.001 MWh'],
    ['KWH', '0.001 MWh'],
    ['kWh/år', '0.001 MWh'],
    ['mwh', '1 MWh'],
    ['Mwh/år', '1 MWh'],
    ['GWh', '1000 MWh'],
    ['mill kWh', '1000 MWh'],
    ['mill. kWh', '1000 MWh'],
    ['TJ', '277.777777778 MWh'],
    ['GJ/år', '0.277777777778 MWh'],
    ['MJ', '0.000277777777778 MWh'],
    ['MWh/mnd', '12 MWh'],
    ['GWh el/år', '1000 MWh'],
    ['MWh varme', '1 MWh'],
    ['MW', '8760 MWh'],
    ['MW jevnt', '8760 MWh'],
    ['kW', '8.76 MWh'],
    ['MWh/h', '8760 MWh'],
    ['stk', '1 pcs'],
    ['paller', '1 pcs'],
    ['pall/uke', '52.1428571429 pcs'],
    ['IBC', '1 pcs'],
    ['stk pr. år', '1 pcs'],
    ['timer', '1 h'],
    ['timer/år', '1 h'],
    ['containere/mnd', '12 pcs'],
    ['t TS', 'needs dryShare'],
    ['tonn TS/år', 'needs dryShare'],
    ['tonn/år TS', 'needs dryShare'],
    ['rommeter', 'needs solidShare'],
    ['ha', 'needs noYearlyAmount'],
    ['mt', 'unclear'],
    ['kg/t', 'unclear'],
    ['mWh', 'unclear'],
    ['MW/år', 'unclear (MWh/år?)'],
    ['MWh/t', 'notAnAmount'],
    ['kwhh', 'unknown (kWh?)'],
    ['tonnn/år', 'unknown (tonn?)'],
    ['tonn/årr', 'unknown (år?)'],
    ['bøtter', 'unknown'],
  ])('%s is %s a year', (text, expected) => expect(annual(text)).toBe(expected));

  it('counts a power and an hourly rate over the stated operating hours', () => {
    expect(annual('MW', { hours: 4000 })).toBe('4000 MWh');
    expect(annual('kg/time', { hours: 2000 })).toBe('2 t');
    expect(annual('l/s', { hours: 8760 })).toBe('31536 m3');
  });
  it('counts a daily rate over the stated operating days', () => expect(annual('tonn/døgn', { days: 240 })).toBe('240 t'));
  it('makes wet tonnes of dry ones only with a dry matter share', () => expect(annual('t TS', { dryShare: 0.25 })).toBe('4 t'));
});

describe('amounts', () => {
  it('adds tonnes to tonnes, and tonnes to cubic metres neither compiles', () => {
    expect(plus(perYear(1, 't'), perYear(2, 't'))).toBe(3);
    // @ts-expect-error tonnes and cubic metres do not add up without a density
    plus(perYear(1, 't'), perYear(2, 'm3'));
    // @ts-expect-error tonnes and MWh do not add up without a heating value
    plus(perYear(1, 't'), perYear(2, 'MWh'));
    // @ts-expect-error a density is no heating value
    energyOf(perYear(1, 't'), density(0.8));
    // @ts-expect-error a mass has no mass of its own to be worked out
    massOf(perYear(1, 't'), density(0.8));
    // @ts-expect-error a bare number has no unit
    plus(perYear(1, 't'), 2);
  });
  it('refuses an amount under zero and a unit that is no base unit', () => {
    expect(() => perYear(-1, 't')).toThrow(RangeError);
    // @ts-expect-error not a base unit
    expect(() => perYear(1, 'kg')).toThrow(RangeError);
  });
});
