// Words that name columns stand in rows of data as well: `ut`, `Avfall`, `tonn`, `år`. No such row may be taken for the header of another table.
import { array, assert, asyncProperty, constantFrom, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readText } from './readAll.ts';

const HEAD = 'Bedrift;Kommune;Retning;Ressurs;Mengde;Enhet;Periode;Kommentar';

describe('rows of data that use the words of headers', () => {
  it('are read as rows where the quantity is no number', async () => {
    const all = await readText(
      `${HEAD}\nAlfa AS;Ås;ut;Avfall;ukjent;tonn;år;\nAlfa AS;Ås;inn;Energi;ca. 5;GWh;år;\nAlfa AS;Ås;inn;Damp;;GWh;;\n`,
    );
    expect(all.rows.map(({ line, words, direction }) => [line, words, direction])).toEqual([
      [2, 'Avfall', 'out'],
      [3, 'Energi', 'in'],
      [4, 'Damp', 'in'],
    ]);
    expect(all.report.rowsRead).toBe(3);
  });

  it('are read as rows in English too', async () => {
    const all = await readText(
      'Company;Municipality;Direction;Resource;Amount;Unit;Comment\nBeta Ltd;Ås;in;Steam;between 5 and 7;GWh;\nBeta Ltd;Ås;out;Waste;unknown;tonnes;Note\n',
    );
    expect(all.rows.map(({ words, stated }) => [words, stated])).toEqual([
      ['Steam', { min: 5, max: 7 }],
      ['Waste', null],
    ]);
  });

  it('all come to be accepted, rejected or skipped, whatever words stand in them', async () => {
    const row = record({
      company: constantFrom('', 'Alfa AS', 'Avfall AS'),
      place: constantFrom('', 'Ås'),
      direction: constantFrom('', 'ut', 'inn', 'in', 'out', 'behov', 'avfall'),
      words: constantFrom('', 'Avfall', 'Energi', 'Produkt', 'Steam', 'Damp', 'Material', 'Vann', 'Masse'),
      amount: constantFrom('', 'ukjent', 'ca. 5', '<5', '-', 'mye'),
      unit: constantFrom('', 'tonn', 'GWh', 'm3/år', 'stk'),
      period: constantFrom('', 'år', 'uke', 'mnd'),
      comment: constantFrom('', 'Kommentar', 'Temperatur', 'notat'),
    });
    await assert(
      asyncProperty(array(row, { minLength: 1, maxLength: 6 }), async (rows) => {
        const lines = rows.map((one) => Object.values(one).join(';')).filter((line) => /[^;]/.test(line));
        const all = await readText([HEAD, ...lines].join('\n'));
        expect([all.report.rowsRead, lines.join('\n')]).toEqual([lines.length, lines.join('\n')]);
      }),
      { seed: 4, numRuns: 300 },
    );
  });

  it('do not win over a header with few known names', async () => {
    const all = await readText('Firma;Vei;Hva slags;Mengde;Enhet;Frekvens\nAlfa AS;ut;Avfall;12;tonn;år\nAlfa AS;ut;Papp;3;tonn;år\n', {
      map: { Vei: 'direction', 'Hva slags': 'resource' },
    });
    expect(all.report.headerLine).toBe(1);
    expect(all.rows.map(({ line, words }) => [line, words])).toEqual([
      [2, 'Avfall'],
      [3, 'Papp'],
    ]);
  });
});

describe('a second table that names more columns than the first', () => {
  it('does not hide the first', async () => {
    const all = await readText(
      'Bedrift;Retning;Ressurs;Mengde;Enhet\nAlfa AS;ut;Bark;5;tonn\n\nBedrift;Kommune;Ressurs;Retning;Enhet;Mengde\nBeta AS;Ås;Flis;inn;kg;6000\n',
    );
    expect(all.rows.map(({ line, words, annual }) => [line, words, annual?.likely])).toEqual([
      [2, 'Bark', 5],
      [5, 'Flis', 6],
    ]);
  });
});

describe('a table of amounts with directions whose resource column has no known name', () => {
  it('is asked about and not taken for a description of companies', async () => {
    const all = await readText('Bedrift;Org.nr;Retning;Hva det gjelder;Mengde;Enhet\nBø AS;;ut;Aske;5;tonn\nBø AS;;inn;Vann;100;m3\n');
    expect(all.report.outcome).toBe('ask');
    expect(all.texts.filter((text) => text.includes('columns.missing'))).toHaveLength(1);
    expect(all.texts.join('\n')).toContain('Ressurs (resource)');
  });

  it('is read where it says raw material or waste', async () => {
    const all = await readText('Verksemd;Org.nr;Inn/ut;Råvare eller avfall;Mengd;Eining\nBø AS;;Ut;Oske;5;tonn\nBø AS;;Inn;Vatn;100;m3\n');
    expect(all.rows.map(({ words, direction, stated }) => [words, direction, stated])).toEqual([
      ['Oske', 'out', { value: 5 }],
      ['Vatn', 'in', { value: 100 }],
    ]);
  });
});
